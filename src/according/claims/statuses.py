"""
A claim's status: whether it tells of the news of the day, or of what lies back, is before a court, is planned,
is only supposed, or is a figure of speech (DESIGN section 3). Words from statuses.toml, then the main event's status.
"""

from __future__ import annotations

from datetime import date

from according.claims.clauses import Content
from according.claims.events_within import trigger_word
from according.claims.lexicon import listed, words
from according.records import Event, Report, Span, Spans, Step, Time

OLD = 21
"""Days before publication from which a claim's own day makes it background. A guess, the same as the events stage's."""


LAST = {1: (12, 31), 2: (28,), 3: ()}
"""What makes a day of a year, of a month, of a day."""


def status_of(
    content: Content, stance: str, hedged: str | None, event: Event | None, of_source: str
) -> tuple[str, Step | None]:
    """
    The status and its reason, None where nothing tells: then it is current.

    Args:
        hedged: what the words of certainty make of it ("planned", "hypothetical"), None for nothing.
        event: the one that the claim is about.
        of_source: the innermost source's words.
    """
    if found := _figure(content, event):
        return _told("figurative", "an idiom", (found,))
    if found := _legal(content):
        return _told("legal-proceeding", "a word of courts", (found,))
    if listed("statuses", "legal", "sources").pattern.search(of_source):
        return _told("legal-proceeding", "a source that speaks for a case", ())
    if found := _in(content, "background", "words", whole=True):
        return _told("background", "a word of remembrance", (found,))
    if event is not None and event.status != "current":
        return _told(event.status, f"the status of {event.id}", event.trigger)
    for status in ("planned", "hypothetical"):
        if stance in words("statuses", status, "stances"):
            return _told(status, f"the stance {stance}", ())
    if hedged:
        return _told(hedged, "words of the main clause", ())
    if found := _in(content, "background", "main"):
        return _told("background", "a word of what lies back", (found,))
    if found := _infinitive(content):
        return _told("planned", "an infinitive that stands alone", (found,))
    return "current", None


def of_old_day(content: Content, times: tuple[Time, ...], report: Report) -> Step | None:
    """The reason why a claim is background: a day in its main clause that lies well before the report's."""
    published = _day(report.published)
    if published is None:
        return None
    main = {content.tags.words[word].start for word in content.main}
    for time in times:
        if time.type != "DATE" or time.spans[0].start not in main or (day := _day(time.value)) is None:
            continue
        if (published - day).days > OLD and not _is_since(content, time.spans[0].start):
            return _told("background", "its day is long before the report's", time.spans)[1]
    return None


def _told(status: str, rule: str, spans: Spans) -> tuple[str, Step]:
    return status, Step(stage="claims", rule=f"status: {rule}", field="status", value=status, spans=spans)


def _in(content: Content, section: str, key: str, whole: bool = False) -> Span | None:
    """The first match of a list that begins in the main clause, or anywhere in the content."""
    numbers = content.words if whole else content.main
    if not numbers:
        return None
    wanted = listed("statuses", section, key)
    if not wanted.may_stand(content.runs):
        return None
    first, last = content.tags.words[numbers[0]], content.tags.words[content.words[-1]]
    starts = {content.tags.words[word].start for word in numbers}
    for found in wanted.pattern.finditer(content.text, first.start, last.end):
        if found.start() in starts:
            return Span(start=found.start(), end=found.end())
    return None


def _figure(content: Content, event: Event | None) -> Span | None:
    """An idiom that holds the act the claim is about, or its main verb where there is no event."""
    found = _in(content, "figurative", "idioms", whole=True)
    if found is None:
        return None
    if event is not None:
        at = content.tags.words[trigger_word(event, content.tags)] if event.trigger else found
        return found if found.meets(at) else None
    near = {w for root in content.roots for w in (root, *content.under(root))}
    return found if any(found.meets(content.tags.words[w]) for w in near) else None


def _legal(content: Content) -> Span | None:
    found = _in(content, "legal", "words")
    if found is None:
        return None
    spared = listed("statuses", "legal", "spared").pattern
    around = spared.search(content.text, max(0, found.start - 16), found.end + 16)
    return None if around and around.start() <= found.start < around.end() else found


def _infinitive(content: Content) -> Span | None:
    """The "to" of a sentence that is nothing but what is to come: "Army to withdraw from two valleys"."""
    for root in content.roots:
        acts = [root, *(w for w in content.under(root) if content.tags.deprel[w] in ("acl", "advcl"))]
        marks = [w for act in acts for w in content.under(act) if content.form(w) == "to"]
        if marks and content.tags.deprel[root] == "root" and not _is_finite(content):
            return content.tags.words[marks[0]]
    return None


def _is_finite(content: Content) -> bool:
    """Whether the main clause has a verb of its own beside the infinitive."""
    return any(content.tags.upos[w] == "AUX" for w in content.main) or any(
        content.tags.upos[root] == "VERB" and not any(content.form(w) == "to" for w in content.under(root))
        for root in content.roots
    )


def _is_since(content: Content, start: int) -> bool:
    return content.text[:start].rstrip().lower().endswith(("since", "from"))


def _day(value: str | None) -> date | None:
    """
    The last day that an ISO 8601 value may mean; None for what is no day, month or year.

    >>> _day("2019"), _day("2019-03"), _day("2019-W03"), _day("PRESENT_REF")
    (datetime.date(2019, 12, 31), datetime.date(2019, 3, 28), None, None)
    """
    pieces = (value or "").split("T")[0].split("-")
    try:
        return date(*[*map(int, pieces), *LAST[len(pieces)]])
    except (ValueError, KeyError):
        return None
