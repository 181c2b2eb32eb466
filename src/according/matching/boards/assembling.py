"""A story's board, assembled from what was read and what was decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from according.matching.boards.board import Board, Hedge
from according.matching.boards.contents import contents
from according.matching.boards.evidence import Evidence, by_day, evidence
from according.matching.boards.figures import series
from according.matching.boards.moments import timeline
from according.matching.boards.sayings import points, sayings
from according.matching.boards.wordings import told
from according.records import ClaimAt, Origin, Record, Relation, Story


def board(
    story: Story, records: Mapping[str, Record], relations: Iterable[Relation], origins: Iterable[Origin]
) -> Board:
    """
    The story's board.

    Args:
        story: what is asked for; reports of it that `records` lacks are left out.
        records: by `Report.id`; others than the story's are passed over.
        relations: all that are known; those between two reports of the story count.
        origins: all that are known; a report in none is an origin by itself.
    """
    known = evidence(story, records, relations, origins)
    groups = contents(known)
    said, made, figures = sayings(groups, known), points(groups, known), series(known)
    return Board(
        story=story,
        reports=tuple(sorted((told(record) for record in known.held.values()), key=by_day)),
        sayings=said,
        points=made,
        figures=figures,
        lineages=known.lineages,
        hedges=_hedges(known),
        timeline=timeline(made, said, figures, known),
    )


def _hedges(known: Evidence) -> tuple[Hedge, ...]:
    """
    The hedges lost, words of doubt before attributions, then by date.

    Of several wordings that one claim retells, the surest decision is shown, then the earliest; of several claims of
    one report that retell the same words, the one with the longest chain.
    """
    by_claim: dict[ClaimAt, Hedge] = {}
    lost = [relation for relation in known.relations if relation.hedge_loss]
    for relation in sorted(lost, key=lambda one: (-one.probability, known.when(one.older))):
        dropped = [step.value for step in relation.reasons if step.field == "hedge_loss" and step.value]
        hedge = Hedge(
            before=known.wording(relation.older),
            after=known.wording(relation.newer),
            reasons=tuple(dict.fromkeys(dropped)),
        )
        by_claim.setdefault(relation.newer, hedge)
    made: dict[tuple[str, str], Hedge] = {}
    for at in sorted(by_claim, key=lambda at: (-len(by_claim[at].after.chain), known.when(at))):
        made.setdefault((at.report, by_claim[at].before.words), by_claim[at])
    return tuple(sorted(made.values(), key=lambda hedge: (not hedge.before.hedges, known.when(hedge.after.at))))
