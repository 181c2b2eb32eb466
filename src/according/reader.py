"""The reader: the model loaded once, reports in, records out."""

from __future__ import annotations

from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

from according.errors import SettingsError, UnreadableFile
from according.pipeline import run, understand
from according.records import Actor, Page, Record, Report
from according.settings import Settings
from according.tagging import Tagger


class Reader:
    """
    Reads reports. Loads the model once; any number of threads may use it.

    Args:
        settings: limits and threads; see `according.settings`.
        weights: a folder with other weights than the package's.

    Raises:
        InstallationError: the weights are missing or damaged.
    """

    def __init__(self, settings: Settings = Settings(), weights: Path | None = None) -> None:  # noqa: B008
        self.settings = settings
        self.tagger = Tagger(weights, settings.threads)

    @property
    def made_by(self) -> str:
        """The release and the weights, as they are kept with every reading."""
        return f"according {version('according')}, {self.tagger.version}"

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
            return understand(report, self.tagger, self.made_by)
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
        return run(page, self.settings, self.tagger, self.made_by)

    def resolve_actor(self, phrase: str, date: str | None = None) -> Actor | None:
        """
        Whom a phrase means, with country, sectors and the office held at `date` (ISO 8601); None when nobody is known.

        Without a date no office is claimed to be held. The tables end where their `as_of` says:
        see `according.grounding.actors`.
        """
        from according.grounding import resolve_actor

        return resolve_actor(phrase, date)
