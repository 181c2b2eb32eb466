"""A reader that needs no model: run as a script, it is the command line with this reader in it."""

from __future__ import annotations

import os
import signal
import sys
from typing import ClassVar

import according
from according.errors import EmptyReport
from according.records import Page, Record
from according.settings import Settings
from store.example_records import TEXT, depot_record, plain_record
from store.raid_record import TEXT as RAID
from store.raid_record import raid_record


class StubReader:
    """Reads plain text: the depot's and the raid's report as made by hand, any other as one claim of the outlet's."""

    read_so_far: ClassVar[list[str | None]] = []

    def __init__(self, settings: Settings | None = None) -> None:
        self.made_by = os.environ.get("STUB_RELEASE", "stub 1")

    def read_page(self, page: Page) -> Record:
        text = page.data if isinstance(page.data, str) else page.data.decode()
        if not text.strip():
            raise EmptyReport(page.path or "the text given", "found nothing", "Check it.")
        if "Ctrl-C" in text and os.environ.get("STUB_INTERRUPTED"):
            os.kill(os.getpid(), signal.SIGINT)
        self.read_so_far.append(page.path)
        known = {key: getattr(page, key) for key in ("path", "url", "title", "publisher", "byline", "published")}
        for own, record in ((TEXT, depot_record), (RAID, raid_record)):
            if text == own:
                return record(made_by=self.made_by, **{key: value for key, value in known.items() if value})
        return plain_record(text, made_by=self.made_by, **known)


if __name__ == "__main__":
    according.Reader = StubReader
    from according.cli import main

    sys.exit(main())
