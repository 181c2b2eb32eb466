"""A ledger matched by `TinyMatcher`, the records that it reads, and what became of them."""

from __future__ import annotations

from according.store import Ledger
from store.example_records import plain_record
from store.tiny_matcher import TinyMatcher


def tiny(at, text=0, keys="k", day=None, number=0, **known):
    """A record as `TinyMatcher` reads it."""
    words = f"at={at} text={text} keys={keys} number={number}"
    published = None if day is None else f"2024-05-{day:02d}"
    return plain_record(words, **{"path": f"{number}.txt", "published": published} | known)


def opened(path, **known):
    return Ledger.open(path, create=True, **{"matcher": TinyMatcher()} | known)


def reports(ledger):
    """The stories as sets of the numbers in the reports' paths."""
    known = ledger.records([report for story in ledger.stories() for report in story.reports])
    return {frozenset(number(known[report]) for report in story.reports) for story in ledger.stories()}


def number(record):
    return int(record.report.path.rpartition("/")[2].removesuffix(".txt"))
