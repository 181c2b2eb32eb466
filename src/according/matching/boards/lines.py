"""
A board as JSON: what `according stories --format jsonl` adds to a story, and the whole of it.

Keys are stable. A *voice* is {"name", "identification", "country", "role", "grounds"}; a *wording* {"report", "claim",
"published", "outlet", "chain", "words", "stance", "polarity", "certainty", "hedges", "said_on"}; see each function.
"""

from __future__ import annotations

from according.matching.boards.board import (
    Board,
    Changes,
    Count,
    Lineage,
    Moment,
    Point,
    Saying,
    Series,
    Told,
    Voice,
    Wording,
)
from according.matching.boards.tracks import TrackRecord
from according.matching.boards.versions import Difference
from according.records import ClaimAt

Line = dict[str, object]


def summary(board: Board) -> Line:
    """
    The three fields of the contract: `asserted_by`, `denied_by`, `timeline`.

    Of the first two each item is a voice with "stand", "reports" and "origins" (in how many it is heard), "certainty"
    (of its first claim), "first" (a wording), "wordings" (each content once, with its own "reports" and "origins"),
    "against" (voices that it was found to deny) and "claims" ({"report", "claim"}, by date), as the board's rows are;
    rows beside the story's events are left out. Of the third each is {"at", "kind", "voice", "words", "against",
    "report", "claim"}, `kind` as in `Moment`.
    """
    return {
        "asserted_by": [_saying(row) for row in board.sayings if row.stand == "asserted" and not row.is_beside],
        "denied_by": [_saying(row) for row in board.sayings if row.stand == "denied" and not row.is_beside],
        "timeline": [_moment(moment) for moment in board.timeline],
    }


def to_dict(board: Board, since: Changes | None = None) -> Line:
    """
    The whole board: the contract's fields of the story, then

    - "title", "told": {"report", "published", "outlet", "title"} of each report, and `summary`
    - "hedged_by", "declined_by", "sought_by": as "asserted_by"; the last wants, plans, warns or foretells
    - "said_beside": rows of all stands that tell nothing of the story's events; each row has its "stand"
    - "figures": {"measure", "scope", "of", "counts", "conflicts"}; a count is {"voice", "value", "low", "high",
      "bound", "words", "change", "beside", "reports", "origins", "first"}; a conflict {"one", "other"} by numbers
    - "points": {"first", "claims", "voices", "denied_by", "contradicted_by", "reports", "origins"}
    - "origins_of": {"origin", "reports", "joins"}, a join being {"report", "other", "kinship", "reasons"}
    - "hedges_lost": {"before", "after", "reasons"}
    - "since": {"day", "reports", "reports_before", "origins_before", "timeline"}, where a day was asked for
    """
    story = board.story
    line: Line = {
        "story": story.id,
        "title": story.title,
        "reports": list(story.reports),
        "told": [_told(report) for report in board.reports],
        "events": [{"report": at.report, "event": at.event} for at in story.events],
        "claims": [_at(at) for at in story.claims],
        "origins": len(board.lineages),
        "independent_origins": story.independent_origins,
        **summary(board),
        "said_beside": [_saying(row) for row in board.sayings if row.is_beside],
        "figures": [_series(series) for series in board.figures],
        "origins_of": [_lineage(one) for one in board.lineages],
        "hedges_lost": [
            {"before": _wording(hedge.before), "after": _wording(hedge.after), "reasons": list(hedge.reasons)}
            for hedge in board.hedges
        ],
    }
    for key, stand in (("hedged_by", "hedged"), ("declined_by", "declined"), ("sought_by", "other")):
        line[key] = [_saying(row) for row in board.sayings if row.stand == stand and not row.is_beside]
    line["points"] = [_point(point) for point in board.points]
    if since is not None:
        line["since"] = {
            "day": since.since,
            "reports": [_told(report) for report in since.reports],
            "reports_before": since.reports_before,
            "origins_before": since.origins_before,
            "timeline": [_moment(moment) for moment in since.moments],
        }
    return line


def _at(at: ClaimAt) -> Line:
    return {"report": at.report, "claim": at.claim}


def _told(report: Told) -> Line:
    return {
        "report": report.report,
        "published": report.published,
        "outlet": report.outlet,
        "title": report.title,
    }


def _voice(voice: Voice) -> Line:
    return {
        "name": voice.name,
        "identification": voice.identification,
        "country": voice.country,
        "role": voice.role,
        "grounds": voice.grounds,
    }


def _wording(wording: Wording) -> Line:
    return {
        **_at(wording.at),
        "published": wording.published,
        "outlet": wording.outlet,
        "chain": list(wording.chain),
        "words": wording.words,
        "stance": wording.stance,
        "polarity": wording.polarity,
        "certainty": wording.certainty,
        "hedges": wording.hedges,
        "said_on": wording.said_on,
    }


def _saying(row: Saying) -> Line:
    return {
        **_voice(row.voice),
        "stand": row.stand,
        "reports": row.reports,
        "origins": row.origins,
        "certainty": row.certainties[0],
        "first": _wording(row.first),
        "wordings": [
            {**_wording(one), "reports": reports, "origins": origins}
            for one, (reports, origins) in zip(row.wordings, row.heard, strict=True)
        ],
        "against": [_voice(one) for one in row.against],
        "claims": [_at(at) for at in row.claims],
    }


def _point(point: Point) -> Line:
    return {
        "first": _wording(point.first),
        "claims": [_at(at) for at in point.claims],
        "voices": [_voice(one) for one in point.voices],
        "denied_by": [_voice(one) for one in point.denied_by],
        "contradicted_by": [_voice(one) for one in point.contradicted_by],
        "reports": point.reports,
        "origins": point.origins,
    }


def _lineage(one: Lineage) -> Line:
    joins = [
        {"report": join.report, "other": join.other, "kinship": join.kinship, "reasons": list(join.reasons)}
        for join in one.joins
    ]
    return {"origin": one.id, "reports": [report.report for report in one.reports], "joins": joins}


def _series(series: Series) -> Line:
    places = {count: number for number, count in enumerate(series.counts)}
    return {
        "measure": series.measure,
        "scope": series.scope,
        "of": series.of,
        "counts": [_count(count) for count in series.counts],
        "conflicts": [{"one": places[conflict.one], "other": places[conflict.other]} for conflict in series.conflicts],
    }


def _count(count: Count) -> Line:
    return {
        "voice": _voice(count.voice),
        "value": count.value,
        "low": count.low,
        "high": count.high,
        "bound": count.bound,
        "words": count.words,
        "change": count.change,
        "beside": count.is_beside,
        "reports": count.reports,
        "origins": count.origins,
        "first": _wording(count.first),
    }


def _moment(moment: Moment) -> Line:
    return {
        "at": moment.at,
        "kind": moment.kind,
        "voice": _voice(moment.voice),
        "words": moment.words,
        "against": [_voice(one) for one in moment.against],
        **_at(moment.wording.at),
    }


def difference_to_dict(found: Difference) -> Line:
    """
    Two versions of one report, as `according diff --format jsonl` prints it: {"before", "after", "fields", "added",
    "lost", "changed", "kept", "reread"}; fields are {"field", "before", "after"}, added and lost wordings, changed
    {"kinds", "before", "after", "before_voice", "after_voice", "figures"}, figures {"before", "after"} in words or
    null; "reread" counts what only the reader takes otherwise.
    """
    return {
        "before": found.before,
        "after": found.after,
        "fields": [{"field": name, "before": before, "after": after} for name, before, after in found.fields],
        "added": [_wording(one) for one in found.added],
        "lost": [_wording(one) for one in found.lost],
        "changed": [
            {
                "kinds": list(change.kinds),
                "before": _wording(change.before),
                "after": _wording(change.after),
                "before_voice": _voice(change.before_voice),
                "after_voice": _voice(change.after_voice),
                "figures": [{"before": before or None, "after": after or None} for before, after in change.figures],
            }
            for change in found.changed
        ],
        "kept": found.kept,
        "reread": found.reread,
    }


def track_to_dict(found: TrackRecord) -> Line:
    """
    A source's record: a voice's keys, then "made", "reports", "judged", "fates" and "topics" (counts by fate),
    "proposed" {"reliability", "reasons"}, and "contents": {"first", "claims", "topic", "fates", "origins",
    "credibility", "others"}, wordings and numbers as in `Fate`.
    """
    return {
        **_voice(found.voice),
        "made": found.made,
        "reports": found.reports,
        "judged": found.judged,
        "fates": dict(found.fates),
        "topics": {topic: dict(fates) for topic, fates in found.topics},
        "proposed": {"reliability": found.reliability, "reasons": list(found.reasons)},
        "contents": [
            {
                "first": _wording(one.first),
                "claims": [_at(at) for at in one.claims],
                "topic": one.topic,
                "fates": list(one.fates),
                "origins": one.origins,
                "credibility": one.credibility,
                "others": [_wording(other) for other in one.others],
            }
            for one in found.contents
        ],
    }
