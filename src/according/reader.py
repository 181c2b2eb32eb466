"""The reader: the model loaded once, reports in, records out."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

from according import events, segmenting, tagging
from according.errors import SettingsError, UnreadableFile
from according.gazetteer import at_hand
from according.grounding.places import Gazetteer
from according.pipeline import run, understand
from according.records import Actor, EventCode, Judgement, Page, Record, Report, Segmentation, Span
from according.settings import Settings
from according.tagging import Tagger


class Reader:
    """
    Reads reports. Loads the model once; any number of threads may use it.

    Args:
        settings: limits and threads; see `according.settings`.
        weights: a folder with other weights than the package's.
        gazetteer: another than the user's own, which is built once, on first use; see `according.gazetteer`.

    Raises:
        InstallationError: the weights are missing or damaged.
    """

    def __init__(
        self,
        settings: Settings = Settings(),  # noqa: B008
        weights: Path | None = None,
        gazetteer: Gazetteer | None = None,
    ) -> None:
        self.settings = settings
        self.tagger = Tagger(weights, settings.threads)
        self.gazetteer = gazetteer or at_hand()

    @property
    def made_by(self) -> str:
        """The release, the weights and the gazetteer, as they are kept with every reading."""
        return f"according {version('according')}, {self.tagger.version}, places {self.gazetteer.version}"

    def read(
        self,
        report: str | Path | Page | Report,
        *,
        published: str | None = None,
        publisher: str | None = None,
        url: str | None = None,
        title: str | None = None,
        byline: str | None = None,
    ) -> Record:
        """
        All that a report says.

        Args:
            report: a file's path; a `Page`, where the bytes are at hand; or a `Report` read before.
            published: ISO 8601 date or date and time. What is given wins over what the page says.

        Raises:
            ReadingError: the report cannot be read; says where, what was found and what to type.
            SettingsError: metadata given for a `Report`, which holds its own.
        """
        given = {
            name: value
            for name, value in {
                "published": published, "publisher": publisher, "url": url, "title": title, "byline": byline,
            }.items()
            if value is not None
        }  # fmt: skip
        if isinstance(report, Report):
            if given:
                raise SettingsError(
                    "Reader.read", f"{', '.join(given)} given beside a Report, which holds its own metadata",
                    "dataclasses.replace(report, published=...)",
                )  # fmt: skip
            return understand(report, self.tagger, self.made_by, self.gazetteer)
        page = report if isinstance(report, Page) else self.page(Path(report))
        return self.read_page(replace(page, **given))

    def page(self, path: Path) -> Page:
        """The bytes of a file, refused before they are read when they are over the limit."""
        from according.errors import TooLarge

        try:
            size = path.stat().st_size
            if size > self.settings.max_bytes:
                raise TooLarge(
                    str(path), f"{size:,} bytes, expected at most {self.settings.max_bytes:,}", "give the report alone"
                )
            return Page(data=path.read_bytes(), path=str(path))
        except OSError as error:
            raise UnreadableFile(str(path), f"cannot be read ({error.strerror})", f"ls -l {path}") from error

    def read_page(self, page: Page) -> Record:
        """All that a page says, whose bytes are at hand. Raises `ReadingError`."""
        return run(page, self.settings, self.tagger, self.made_by, self.gazetteer)

    def code_event(
        self, text: str, *, actor: tuple[int, int] | None = None, recipient: tuple[int, int] | None = None
    ) -> EventCode:
        """
        What `actor` does to `recipient` in a text: PLOVER type, mode, quad; both are ``(start, end)`` in code points.

        Either may be None. The answer's fields are None where the text has no words.

        Raises:
            SettingsError: a span does not lie in the text.
        """
        parties = (("actor", actor), ("recipient", recipient))
        spans = [None if given is None else span_in(text, given, name) for name, given in parties]
        report, segmentation = plain(text)
        scores = self.tagger.pair(report, segmentation, *spans)
        return events.coded(scores) if scores else EventCode(type=None, mode=None, quad=None, confidence=0.0)

    def judge(self, text: str, spans: Sequence[tuple[int, int]]) -> list[Judgement]:
        """
        How sure a text is that what each of `spans` names happened, in their order.

        Raises:
            SettingsError: a span does not lie in the text.
        """
        asked = [span_in(text, given, f"spans[{number}]") for number, given in enumerate(spans)]
        report, segmentation = plain(text)
        tags = tagging.tag(report, segmentation, self.tagger)
        words = [[n for n, word in enumerate(tags.words) if word.meets(span)] for span in asked]
        return events.judge(report, tags, words)

    def resolve_actor(self, phrase: str, date: str | None = None) -> Actor | None:
        """
        Whom a phrase means, with country, sectors and the office held at `date` (ISO 8601); None when nobody is known.

        Without a date no office is claimed to be held. The tables end where their `as_of` says:
        see `according.grounding.actors`.
        """
        from according.grounding import resolve_actor

        return resolve_actor(phrase, date)

    def same_event(self, events: Sequence[tuple[Record, str]]) -> list[int]:
        """
        A cluster number for each event mention, given as a record and the id of one of its events.

        Two have the same number where they are of one event; numbers count from 0 by first appearance. The records
        alone are looked at: no text is read again.

        Raises:
            SettingsError: a record has no event of that id.
        """
        from according.same_event import same_event

        return same_event(events)

    def same_event_spans(self, mentions: Sequence[tuple[str, Sequence[Sequence[int]], str | None]]) -> list[int]:
        """
        The same for mentions given as (text, [[start, end], ...], date); the date is ISO 8601 or None.

        Each different text is read once.

        Raises:
            SettingsError: spans do not lie in their text, or hold no word.
        """
        from according.same_event import same_event_spans

        return same_event_spans(mentions, self.tagger)


def plain(text: str) -> tuple[Report, Segmentation]:
    """A text that is asked about alone, without what a report has beside its text."""
    report = Report(id=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), text=text)
    return report, segmenting.segment(report)


def span_in(text: str, given: Sequence[int], name: str) -> Span:
    """The span that ``(start, end)`` is. Raises `SettingsError` where it does not lie in the text."""
    start, end = given
    if not 0 <= start < end <= len(text):
        raise SettingsError(
            name, f"found ({start}, {end}) in a text of {len(text)} code points", "give (start, end), half-open"
        )
    return Span(start=start, end=end)
