"""
What can go wrong, from the general to the particular::

    AccordingError
      ReadingError            one report cannot be read; the others go on
        UnreadableFile          the file is not there, or may not be opened
        EmptyReport             nothing but white space
        NotText                 bytes of a picture, a PDF, an archive, a program
        TooLarge                over the stated limit
        NotNews                 text, but no report: too few sentences, a table, source code
        BadMarkup               HTML, XML or JSON that holds no article
        BadManifest             a line of a manifest that is not as the contract says
      StoreError              the database; nothing was changed
        NoStore               there is no such file, and only `according read` makes one
        StoreLocked             another process holds it
        StoreFull               no room on the disk
        StoreTooNew             written by a later release
        NotAStore               the file is something else
        NotInStore              no such report or claim
      InstallationError       weights or data files are missing or damaged: found before any report is read
      BadRecord               a JSON object that is not as the contract says
      SettingsError           a setting or an option that cannot be followed
      TrainingError           the training cannot go on

Every message has three parts: where; what was found and what was expected; what to type.
"""

from __future__ import annotations


class AccordingError(Exception):
    """
    The base of all errors that According raises on purpose.

    >>> str(ReadingError("page.html", "found 3 words, expected a report", "give a whole page"))
    'page.html: found 3 words, expected a report.\\ngive a whole page'
    """

    def __init__(self, where: str, found: str, advice: str = "") -> None:
        self.where = where
        self.found = found.rstrip(".")
        self.advice = advice
        super().__init__(f"{where}: {self.found}." + (f"\n{advice}" if advice else ""))


class ReadingError(AccordingError):
    """One report cannot be read. The batch tells it, records it and goes on."""


class UnreadableFile(ReadingError):
    """The file is not there, or the system does not let it be opened."""


class EmptyReport(ReadingError):
    """The file holds nothing, or nothing but white space."""


class NotText(ReadingError):
    """The bytes are those of a picture, a PDF, an archive or a program, or decode to no text."""


class TooLarge(ReadingError):
    """The file is larger than the limit (`settings.Settings.max_bytes`)."""


class NotNews(ReadingError):
    """Text, but nothing that reads like a report."""


class BadMarkup(ReadingError):
    """HTML, XML or JSON in which no article was found."""


class BadManifest(ReadingError):
    """A line of a JSON Lines manifest is not as the contract says."""


class StoreError(AccordingError):
    """The database could not be used; nothing in it was changed."""


class NoStore(StoreError):
    """There is no database at this path, and a command that only looks makes none."""


class StoreLocked(StoreError):
    """Another process is writing to the database."""


class StoreFull(StoreError):
    """The disk has no room for the database."""


class StoreTooNew(StoreError):
    """The database was written by a later release of According."""


class NotAStore(StoreError):
    """The file exists and is not a database of According."""


class NotInStore(StoreError):
    """The database holds no such report or claim."""


class InstallationError(AccordingError):
    """Weights or data files of the package are missing or damaged; found before any report is read."""


class BadRecord(AccordingError):
    """A JSON object is not a record as the contract "according/1" says."""


class SettingsError(AccordingError):
    """A setting or an option cannot be followed."""


class TrainingError(AccordingError):
    """The training cannot start or go on."""
