"""`/stories`: what several reports tell of. `/story/ID`: one story in time, and who says what in it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from according.matching.boards import Board
from according.matching.boards.board import NOBODY, Count, Moment, Saying, Series, Wording
from according.matching.boards.evidence import TOLL
from according.matching.boards.headings import MOMENTS, STANDS, TURNS
from according.store import Ledger
from according.web.site import answer, site_of

HEADS = {stand: heading.capitalize() for stand, heading in STANDS.items()}

MOST_WAITING = 50
"""Reports that a page matches before it is shown. A guess: some hundredths of a second each."""

MOST_STORIES = 500
"""Stories on one page, those of most reports first. A guess."""

MOST_ROWS = 12
"""Rows of one stand that are shown at once; the others fold out. A guess: a screen."""

MOST_BESIDE = 4
"""As above, of a stand that has nothing but rows beside the story's events. A guess."""


def every(request: Request) -> Response:
    """Stories that more than one report tells, those of most reports first."""
    ledger = _matched(site_of(request).ledger)
    found = [story for story in ledger.stories() if len(story.reports) > 1]
    found.sort(key=lambda story: -len(story.reports))
    return answer(request, "stories.html", {"stories": found[:MOST_STORIES], "total": len(found)})


def one(request: Request) -> Response:
    """One story's board."""
    site = site_of(request)
    _matched(site.ledger)
    return answer(request, "story.html", _shown(site.board(request.path_params["reference"])))


def _matched(ledger: Ledger) -> Ledger:
    """The ledger, if what is still to be matched in it takes no longer than somebody waits for a page."""
    waiting = ledger.waiting()
    if waiting > MOST_WAITING:
        found = f"{waiting:,} reports of it are not yet compared with the others"
        raise HTTPException(503, f"{ledger.path}: {found}. Do that first: according match")
    return ledger


def _shown(found: Board) -> dict[str, object]:
    days = [report.published[:10] for report in found.reports if report.published]
    timeline = _timeline(found)
    return {
        "board": found,
        "story": found.story,
        "title": found.story.title or (found.reports[0].title if found.reports else "Story"),
        "days": (min(days), max(days)) if days else None,
        "stands": _by_stand(found),
        "figures": _told(found.figures),
        "heads": HEADS,
        "moments": MOMENTS,
        "timeline": timeline,
        "moments_beside": sum(is_beside for _, is_beside in timeline),
        "nobody": NOBODY,
        "name": name,
        "figure": figure,
    }


def _by_stand(found: Board) -> list[tuple[str, list[Saying], list[Saying]]]:
    """(stand, rows that are shown at once, those that fold out): what is beside the story's events folds out."""
    stands = []
    for stand, told in groupby(found.sayings, key=lambda row: row.stand):
        rows = list(told)
        shown = [row for row in rows if not row.is_beside][:MOST_ROWS] or rows[:MOST_BESIDE]
        stands.append((stand, shown, [row for row in rows if row not in shown]))
    return stands


def _told(figures: Sequence[Series]) -> list[tuple[Series, list[Count]]]:
    """The tolls, and what was counted more than once, as the command line shows them."""
    shown = []
    for series in figures:
        counts = [count for count in series.counts if not count.is_beside]
        if counts and (series.measure in TOLL or len(counts) > 1):
            shown.append((series, counts))
    return shown


def _timeline(found: Board) -> list[tuple[Moment, bool]]:
    """All moments, and whether each is beside the story: what was first said, is of no event of it, and stood alone."""
    main = frozenset(found.story.claims)
    told = {
        point.first.at
        for point in found.points
        if main.intersection(point.claims) or point.denied_by or point.contradicted_by
    }
    return [(moment, moment.kind not in TURNS and moment.wording.at not in told) for moment in found.timeline]


def name(wording: Wording) -> str:
    """A claim's name, as pages and commands take it."""
    return f"{wording.at.report[:8]}:{wording.at.claim}"


def figure(count: Count) -> str:
    """A figure by its bounds: "19", "at least 12", "180 to 220"."""
    low, high = (None if end is None else f"{end:,.10g}" for end in (count.low, count.high))
    if count.low is not None and count.low == count.high:
        return str(low)
    if count.bound == "about" and count.value is not None:
        return f"about {count.value:,.10g}"
    if low is not None and high is not None:
        return f"{low} to {high}"
    return f"at least {low}" if low is not None else f"at most {high}"
