"""
The ledger: one database of reports, what was read from them, and who said it.

    with Ledger.open("according.db", create=True) as ledger:
        ledger.add(record)
        ledger.claims(ClaimFilter(source="Reuters", named=False))
        ledger.stories()
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from according.errors import ReadingError
from according.records import Bond, Origin, Record, Relation, Story
from according.store import (
    across,
    event_queries,
    finding,
    judgements,
    matching,
    queries,
    rows,
    verifying,
    writing,
)
from according.store.kept import (
    Added,
    ClaimFilter,
    EventFilter,
    Grade,
    KeptClaim,
    KeptEvent,
    KeptReport,
    Matched,
    Verification,
    Voice,
)
from according.store.opening import Opened, now
from according.store.pairs import in_parts
from according.store.relating import Relating, keep, worth_relating


class Ledger(Opened):
    """
    A database of According. Make one with `Ledger.open`; it may be shared by threads.

    Raises (every method): StoreLocked, StoreFull, StoreError; what was not committed is undone.
    """

    # --- writing ---

    def add(self, record: Record, *, fingerprint: str | None = None) -> Added:
        """
        Keep a record, in one transaction; what is there already is left as it is.

        Args:
            record: what was read from one report.
            fingerprint: whatever names the input exactly (bytes, options, release); `known` asks for it.

        Raises:
            BadRecord: the report's id is not its text's, or a span lies outside the text.
        """
        rows.checked(record)
        with self._writing() as connection:
            return writing.add(connection, record, fingerprint, now())

    def reject(self, path: str, error: ReadingError) -> None:
        """Note that a report could not be read; the same error of the same path is noted once."""
        with self._writing() as connection:
            writing.reject(connection, path, error, now())

    # --- looking ---

    def known(self, fingerprint: str) -> KeptReport | None:
        """The report of an input that was read before, None if there is none or another reading came after it."""
        with self._looking() as connection:
            return finding.known(connection, fingerprint)

    def claims(self, wanted: ClaimFilter | None = None) -> Iterator[KeptClaim]:
        """
        Claims of the current readings of the current reports, in the order they were read and of the text.

        One report is in memory at a time.
        """
        with self._looking() as connection:
            yield from queries.claims(connection, wanted or ClaimFilter())

    def events(self, wanted: EventFilter | None = None) -> Iterator[KeptEvent]:
        """What happened, by the current readings of the current reports; in the same order as `claims`."""
        with self._looking() as connection:
            yield from event_queries.events(connection, wanted or EventFilter())

    def sources(self) -> tuple[Voice, ...]:
        """Who speaks in the current reports, most claims first; the outlets themselves are left out."""
        with self._looking() as connection:
            return queries.sources(connection)

    def report(self, reference: str) -> KeptReport:
        """
        The report that `reference` names: its key, the beginning of its id, its path or its address.

        Raises:
            NotInStore: none, or more than one.
        """
        with self._looking() as connection:
            return finding.report(connection, reference)

    def claim(self, reference: str) -> KeptClaim:
        """
        The claim that `reference` names: a report's reference, a colon, and the claim's id ("1f6e02aa:c3").

        Raises:
            NotInStore: none, or more than one.
        """
        with self._looking() as connection:
            return finding.claim(connection, reference)

    def event(self, reference: str) -> KeptEvent:
        """
        The event that `reference` names: a report's reference, a colon, and the event's id ("1f6e02aa:v3").

        Raises:
            NotInStore: none, or more than one.
        """
        with self._looking() as connection:
            return finding.event(connection, reference)

    def verify(self) -> Verification:
        """Every span of every reading, also of superseded ones, read again in its report's text."""
        with self._looking() as connection:
            return verifying.verify(connection)

    # --- across reports ---

    def match(self, *, again: bool = False, advance: matching.Advance | None = None) -> Matched:
        """
        Find the origins and stories of what was added since the last time; `stories` and the like do so by themselves.

        May be interrupted: what was done is kept, and the next call goes on. What another release's scorers decided is
        thrown away first and decided again; what persons decided stays.

        Args:
            again: throw away what was decided in any case.
            advance: told after each hundred reports (how many are done, how many there were).
        """
        return matching.match(self._writing, self._matcher, again, advance)

    def waiting(self) -> int:
        """How many reports are still to be matched; all, if the scorers are others than those that matched them."""
        with self._looking() as connection:
            if not matching.is_of(connection, self._matcher.version):
                return matching.everything(connection)
            return matching.waiting(connection)

    def stories(self, *, whole: bool = False) -> Iterator[Story]:
        """Every story, by its first report's date; its events and claims only where it is wanted `whole`."""
        self._up_to_date()
        with self._looking() as connection:
            for story in across.stories(connection, self._matcher):
                yield across.told(connection, self._matcher, story) if whole else story

    def story(self, reference: str) -> Story:
        """
        The story that `reference`, any of its reports as `report` takes it, belongs to; with its events and claims.

        Raises:
            NotInStore: no such report, or more than one.
        """
        self._up_to_date()
        with self._looking() as connection:
            return across.story(connection, self._matcher, reference)

    def origins(self, story: str | None = None) -> Iterator[Origin]:
        """
        Every origin, or those of one story's reports, by its first report's date.

        Each with its reasons: for every report but the first, to which other one it is kin, and how.

        Raises:
            NotInStore: no such report, or more than one.
        """
        self._up_to_date()
        with self._looking() as connection:
            yield from across.origins(connection, self._matcher, story)

    def counts(self) -> tuple[int, int]:
        """How many (origins, stories) were found."""
        with self._looking() as connection:
            return across.counts(connection)

    def relations(self, story: str | None = None) -> Iterator[Relation]:
        """
        How claims of different reports stand to each other, in one story (named by a report of it) or all.

        Worked out where that was not done before, and then kept.
        """
        self._up_to_date()
        with self._looking() as connection:
            number = None if story is None else across.profile_of(connection, story)
            wanted = worth_relating(connection, number)
        for some in in_parts(wanted):
            with self._looking() as connection:
                relating = Relating(connection, self._matcher)
                found = tuple(relating.relations(some))
            self._keep(relating)
            yield from found

    def records(self, reports: Iterable[str]) -> dict[str, Record]:
        """The records of reports, by their ids; what is not there is left out."""
        with self._looking() as connection:
            return across.records(connection, reports)

    def versions(self, reference: str) -> tuple[Record, ...]:
        """
        All versions of the report that `reference` names, the oldest first, each as it was last read.

        Raises:
            NotInStore: no such report, or more than one.
        """
        with self._looking() as connection:
            return across.versions(connection, reference)

    # --- what persons decide ---

    def judge(
        self, a: str, b: str, verdict: str, *, by: str, kind: str = "story", note: str | None = None
    ) -> tuple[Bond, ...]:
        """
        Note what a person decided of two reports; it outlasts every matching.

        Args:
            a: a report, as `report` takes it; `b` another.
            verdict: same · different · withdrawn, which ends all that stands of the two.
            by: the person's name.
            kind: story · origin.
            note: why.

        Returns:
            What now stands of the two, whoever decided it.

        Raises:
            NotInStore: no such report, or more than one; nothing to withdraw.
            SettingsError: both are one text, or an argument is none of those above.
        """
        with self._writing() as connection:
            judgement = judgements.made(connection, (a, b), (kind, verdict), (by, note), now())
            judgements.write(connection, judgement)
            if matching.is_of(connection, self._matcher.version):
                matching.follow(connection, self._matcher, judgement)
            stands = judgements.standing(connection, kind, judgement.a)
        return tuple(bond for bond in stands if {bond.a, bond.b} == {judgement.a, judgement.b})

    def judgements(self, kind: str | None = None) -> tuple[Bond, ...]:
        """What persons decided and did not withdraw, of stories, origins or both."""
        with self._looking() as connection:
            kinds = judgements.KINDS if kind is None else (kind,)
            return tuple(bond for one in kinds for bond in judgements.standing(connection, one))

    def grade(self, source: str, grade: str, *, by: str, note: str | None = None) -> Grade:
        """
        Note the Admiralty grade ("B2") that a person gives to a source, by the name that `sources` shows.

        Raises:
            NotInStore: nobody of this name speaks in the ledger.
            SettingsError: the grade is none, or nobody gives it.
        """
        with self._writing() as connection:
            return judgements.add_grade(connection, Grade(source=source, grade=grade, by=by, note=note, at=now()))

    def grades(self, source: str | None = None) -> tuple[Grade, ...]:
        """All grades that persons gave, to one source or to all, the last one first: it is the one that counts."""
        with self._looking() as connection:
            return judgements.all_grades(connection, source)

    def _up_to_date(self) -> None:
        if self.waiting():
            self.match()

    def _keep(self, relating: Relating) -> None:
        if relating.fresh:
            with self._writing() as connection:
                keep(connection, relating.fresh)
