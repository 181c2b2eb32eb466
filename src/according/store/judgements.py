"""What persons decided: of pairs of reports, and of sources. Nothing here is changed or taken away, only followed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlalchemy import Connection, func, insert, or_, select

from according.errors import NotInStore, SettingsError
from according.records import Bond
from according.store import finding, tables
from according.store.groups import Decided
from according.store.kept import Grade
from according.store.match_tables import grades, judgements, profiles
from according.store.neighbours import NUMBERS

KINDS = ("story", "origin")
VERDICTS = ("same", "different", "withdrawn")
HOW = 'according judge A B --same --by NAME --note "why"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A decision as it is made: `a`, `b` are reports' ids in any order; `verdict` is one of `VERDICTS`."""

    kind: str
    a: str
    b: str
    verdict: str
    by: str
    note: str | None
    at: str


def made(
    connection: Connection, reports: tuple[str, str], decision: tuple[str, str], person: tuple[str, str | None], at: str
) -> Judgement:
    """
    A decision, checked: `reports` as `Ledger.report` takes them, `decision` (kind, verdict), `person` (name, note).

    Raises:
        NotInStore: no such report, or more than one; nothing to withdraw.
        SettingsError: both are one text, or a word is none of those that are allowed.
    """
    (kind, verdict), (by, note) = decision, person
    if kind not in KINDS or verdict not in VERDICTS:
        allowed = f"one of {', '.join(VERDICTS)} of {' or '.join(KINDS)}"
        raise SettingsError("a judgement", f"found {verdict!r} of {kind!r}, expected {allowed}", HOW)
    if not by.strip():
        raise SettingsError("a judgement", "found nobody who makes it, expected a person's name", HOW)
    one, other = (finding.report(connection, reference) for reference in reports)
    a, b = sorted((one.record.report.id, other.record.report.id))
    if a == b:
        same = "the same report" if one.key == other.key else "the same text at two addresses, which is one report"
        raise SettingsError(" and ".join(reports), f"found {same}, expected two", HOW)
    if verdict == "withdrawn" and not any({a, b} == {bond.a, bond.b} for bond in standing(connection, kind, a)):
        found = f"found no judgement of these two as one {kind}, expected one to withdraw"
        raise NotInStore(" and ".join(reports), found, "See what stands with: according judge --list")
    return Judgement(kind=kind, a=a, b=b, verdict=verdict, by=by.strip(), note=note, at=at)


def write(connection: Connection, judgement: Judgement) -> None:
    """Add a decision to those that were made before."""
    a, b = sorted((judgement.a, judgement.b))
    connection.execute(
        insert(judgements).values(
            kind=judgement.kind,
            a=a,
            b=b,
            verdict=judgement.verdict,
            judged_by=judgement.by,
            note=judgement.note,
            judged_at=judgement.at,
        )
    )


def standing(connection: Connection, kind: str, report: str | None = None) -> tuple[Bond, ...]:
    """The decisions of a kind that stand: each person's last word on each pair, unless it was withdrawn since."""
    query = select(judgements).where(judgements.c.kind == kind).order_by(judgements.c.number)
    if report is not None:
        query = query.where((judgements.c.a == report) | (judgements.c.b == report))
    last: dict[tuple[str, str], dict[str, Bond]] = {}
    for row in connection.execute(query):
        of_pair = last.setdefault((row.a, row.b), {})
        if row.verdict == "withdrawn":
            of_pair.clear()
            continue
        of_pair[row.judged_by] = Bond(
            kind=kind,
            a=row.a,
            b=row.b,
            probability=1.0 if row.verdict == "same" else 0.0,
            relation=row.verdict,
            decided_by=row.judged_by,
            manual=True,
            note=row.note,
            at=row.judged_at,
        )
    return tuple(bond for of_pair in last.values() for bond in of_pair.values())


def decided(connection: Connection) -> dict[str, Decided]:
    """What stands, by the numbers of the profiles; a report that was replaced by a newer version is that version."""
    found = {}
    for kind in KINDS:
        bonds = standing(connection, kind)
        number = numbers(connection, {report for bond in bonds for report in (bond.a, bond.b)})
        sides: dict[str, set[NUMBERS]] = {"same": set(), "different": set()}
        for bond in bonds:
            sides[bond.relation or ""] |= {
                (min(a, b), max(a, b)) for a in number[bond.a] for b in number[bond.b] if a != b
            }
        found[kind] = Decided(same=frozenset(sides["same"]), different=frozenset(sides["different"]))
    return found


def numbers(connection: Connection, ids: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """The profiles of these reports: their own, or those of the versions that came after them; none if none is made."""
    return {report: _of_versions(connection, report) for report in ids}


def _of_versions(connection: Connection, report: str) -> tuple[int, ...]:
    own = connection.execute(select(profiles.c.number).where(profiles.c.id == report)).scalars().all()
    if own:
        return tuple(own)
    reports = tables.reports
    found, asked = [], list(connection.execute(select(reports.c.number).where(reports.c.id == report)).scalars())
    while asked:
        later = connection.execute(select(reports.c.number, reports.c.id).where(reports.c.supersedes.in_(asked))).all()
        asked = [row.number for row in later]
        found += [row.id for row in later]
    newest = select(profiles.c.number).where(profiles.c.id.in_(found)).order_by(profiles.c.number)
    return tuple(connection.execute(newest).scalars())


# --- grades -------------------------------------------------------------------------------


GRADE = re.compile(
    r"""
    [A-F]   # how reliable the source is: A completely, E not at all, F cannot be judged
    [1-6]   # how credible what it says: 1 confirmed by others, 5 improbable, 6 cannot be judged
    """,
    re.VERBOSE,
)
"""The Admiralty scale (NATO STANAG 2511)."""

CLOSE = 5
"""How many sources of a like name an error tells."""


def add_grade(connection: Connection, grade: Grade) -> Grade:
    """
    Add a grade to those that were given before; the source by the name that it has in the ledger.

    Raises:
        NotInStore: nobody of this name speaks in the ledger.
        SettingsError: the grade is none, or nobody gives it.
    """
    how = 'according grade "Ministry of Health" --grade B2 --by NAME --note "why"'
    if not GRADE.fullmatch(grade.grade):
        expected = "a letter from A to F for the source and a figure from 1 to 6 for what it says"
        raise SettingsError("a grade", f"found {grade.grade!r}, expected {expected}", how)
    if not grade.by.strip():
        raise SettingsError("a grade", "found nobody who gives it, expected a person's name", how)
    named = replace(grade, source=_known_source(connection, grade.source), by=grade.by.strip())
    _write_grade(connection, named)
    return named


def _known_source(connection: Connection, source: str) -> str:
    """The name of a source as the ledger has it, which may be written with other capitals."""
    folded = source.strip().casefold()
    voice, name = tables.links.c.voice, func.lower(tables.links.c.voice)
    outlet = tables.readings.c.publisher
    for column in (voice, outlet):
        same = select(column).where(func.lower(column) == folded).order_by(column)
        if (known := connection.execute(same).scalar()) is not None:
            return str(known)
    words = folded.split() or [folded]
    like = (
        select(voice).where(or_(*(name.contains(word, autoescape=True) for word in words))).distinct().order_by(voice)
    )
    close = [str(one) for one in connection.execute(like.limit(CLOSE)).scalars()]
    like_it = f"; there is {', '.join(repr(one) for one in close)}" if close else ""
    found = f"found nobody of this name, expected a source of the ledger{like_it}"
    raise NotInStore(source, found, "See who speaks with: according sources")


def _write_grade(connection: Connection, grade: Grade) -> None:
    connection.execute(
        insert(grades).values(
            source=grade.source,
            folded=grade.source.casefold(),
            grade=grade.grade,
            graded_by=grade.by,
            note=grade.note,
            graded_at=grade.at,
        )
    )


def all_grades(connection: Connection, source: str | None = None) -> tuple[Grade, ...]:
    """All grades that were given, of one source or of all, the last one first."""
    query = select(grades).order_by(grades.c.number.desc())
    if source is not None:
        query = query.where(grades.c.folded == source.casefold())
    return tuple(
        Grade(source=row.source, grade=row.grade, by=row.graded_by, note=row.note, at=row.graded_at)
        for row in connection.execute(query)
    )
