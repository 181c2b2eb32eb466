"""
What a page is after each stage: `make trace P=page.html`, or `python -m evaluation.trace page.html`.

Everything is printed as the words of the report; offsets only where they are the point.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from rich.console import Console

from according import Reader, reading, segmenting, tagging
from according.errors import AccordingError
from according.records import Page, Record, Report, Segmentation, SourceLink, Span, Tags
from according.settings import Settings

SURE = 0.1
"""Cues likelier than this are shown. To look at only; a guess."""


def trace(path: Path) -> Iterator[str]:
    """The lines to print, stage after stage, each as soon as its stage is done."""
    page = Page(data=path.read_bytes(), path=str(path))
    report = reading.read(page, Settings())
    yield from _heading("1 read", "bytes to Report")
    yield from _read(report)
    cut = segmenting.segment(report)
    yield from _heading("2 segment", "Report to Segmentation")
    yield from _segmented(report, cut)
    yield from _heading("3 tag", "Segmentation to Tags")
    yield from _tagged(report, tagging.tag(report, cut, tagging.Tagger()))
    record = Reader().read_page(page)
    yield from _heading("4 attribute", "Tags to Attributed")
    yield from _attributed(record)
    yield from _heading("5 and 6 extract, ground", "what happened, and the world")
    yield from _grounded(record)
    yield from _heading("7 assemble", "to Claims")
    yield from _claimed(record)


def _heading(stage: str, what: str) -> Iterator[str]:
    yield f"\n=== {stage}: {what} ==="


def _words(report: Report, spans: Iterable[Span]) -> str:
    """
    The words that spans stand on, " … " where they are apart, on one line.

    >>> _words(Report(id="", text="A fire broke out, police said."), [Span(start=0, end=6), Span(start=18, end=24)])
    'A fire … police'
    """
    return " … ".join(" ".join(report.text[span.start : span.end].split()) for span in spans)


def _read(report: Report) -> Iterator[str]:
    found = dict(report.metadata_from) | {"published": report.published_from or ""}
    for field in ("title", "publisher", "byline", "credits", "published", "language", "url"):
        value = getattr(report, field)
        if value:
            yield f"{field:10} {value!r}" + (f"  from {found[field]}" if found.get(field) else "")
    if report.dateline:
        yield f"dateline   {report.dateline.place!r}, {report.dateline.date!r}"
    yield f"text       {len(report.text)} characters, id {report.id[:12]}"


def _segmented(report: Report, cut: Segmentation) -> Iterator[str]:
    for number, paragraph in enumerate(cut.paragraphs):
        yield f"[{paragraph.kind}]"
        for sentence in cut.sentences:
            if sentence.paragraph == number:
                yield "  " + "·".join(report.text[word.start : word.end] for word in sentence.words)
    for quotation in cut.quotations:
        yield f"quotation {quotation.group}{'' if quotation.closed else ' (open)'}: {_words(report, [quotation.inner])}"


def _tagged(report: Report, tags: Tags) -> Iterator[str]:
    names = {name.first: name for name in tags.names}
    cues = {cue.anchor: cue.probability for cue in tags.cues}
    sentence = -1
    for number, word in enumerate(tags.words):
        if tags.sentence_of[number] != sentence:
            sentence = tags.sentence_of[number]
            yield f"sentence {sentence}"
        head = tags.head[number]
        to = _words(report, [tags.words[head]]) if head >= 0 else "ROOT"
        notes = []
        if number in names:
            last = tags.words[names[number].last]
            notes.append(f"{names[number].kind} name: {_words(report, [Span(start=word.start, end=last.end)])}")
        if cues.get(number, 0) > SURE:
            notes.append(f"cue {cues[number]:.2f}")
        columns = f"  {_words(report, [word]):20} {tags.upos[number]:6} {tags.deprel[number]:14} {to:20} "
        yield (columns + "; ".join(notes)).rstrip()


def _attributed(record: Record) -> Iterator[str]:
    for found in record.attributions:
        within = f" inside {found.parent}" if found.parent else ""
        yield f"{found.id} {found.kind}{within}, confidence {found.confidence:.2f}"
        for role, spans in (("source", found.source), ("cue", found.cue), ("content", found.content)):
            yield f"  {role:8} {_words(record.report, spans) or '–'}"


def _grounded(record: Record) -> Iterator[str]:
    for event in record.events:
        yield f"event {event.id} {event.type}: {_words(record.report, event.trigger)}"
    for entity in record.entities:
        mentions = [_words(record.report, mention.spans) for mention in record.mentions if mention.entity == entity.id]
        about = " ".join(word for word in (entity.country, *entity.sectors, entity.role_status, entity.role) if word)
        yield f"entity {entity.id} {entity.kind} {entity.name} ({about or 'nothing known'}): {' | '.join(mentions)}"
    for kind, grounded in (("place", record.places), ("time", record.times), ("quantity", record.quantities)):
        for one in grounded:
            yield f"{kind} {_words(record.report, one.spans)}"


def _claimed(record: Record) -> Iterator[str]:
    for claim in record.claims:
        chain = " > ".join(_link(record, link) for link in claim.chain)
        yield f"{claim.id} {claim.stance}, {claim.polarity}, {claim.certainty}, confidence {claim.confidence:.2f}"
        yield f"  chain    {chain}"
        yield f"  content  {_words(record.report, claim.content)}"
        for step in claim.why:
            words = f" from {_words(record.report, step.spans)!r}" if step.spans else ""
            yield f"  why      {step.field or ''} = {step.value or ''} by {step.stage}: {step.rule}{words}"


def _link(record: Record, link: SourceLink) -> str:
    if not link.spans:
        return record.report.publisher or "the narrator"
    resolved = f" (= {_words(record.report, link.resolves_to)})" if link.resolves_to else ""
    return f"{_words(record.report, link.spans)}{resolved} [{link.identification or '?'}]"


def main() -> int:
    """Exit status: 1 if the page cannot be read, 2 if none was named."""
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    console = Console(highlight=False, soft_wrap=True)
    try:
        for line in trace(Path(sys.argv[1])):
            console.print(line, markup=False, style="bold" if line.startswith("\n===") else None)
    except (AccordingError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
