"""
Whether a text is a report at all: lenient, since a brief of one sentence is news.

Refused are tables, source code and what has no sentence in it.
"""

from __future__ import annotations

import re

from according.errors import EmptyReport, NotNews

FEWEST_WORDS = 6
"""A guess: the shortest flashes that agencies send, as "Port workers in Ankara end strike, union says.", have eight."""

FLASH = 12
"""Words from which one line without a full stop may be a flash and no title. A guess: titles seldom have so many."""

SENTENCE_END = re.compile(r"\w[\"'”’»)\]]*[.!?…。！？؟۔]+[\"'”’»)\]]*(?:\s|$|[-–—(\[])|[。！？؟۔]")

CODE_LINE = re.compile(
    r"""
    \s*
    (?: \#! | \#include | import \s [\w.]+ \s* ;? $ | from \s [\w.]+ \s import \b     # import os
      | def \s \w+ \( | class \s \w+ .* [:{] $ | function \b .* \{                    # def read(path):
      | (?: var|let|const|int|public|private|static|void|return|if|for|while ) \b .* [;{}:] $   # return count;
      | [}\])]+ [;,]? $ | < /? \w+ [^>]* > $                                        # });
      | (?: SELECT|INSERT|CREATE|UPDATE ) \s .* (?: ; | \( $ )                       # SELECT name FROM reports;
      | [\w.\[\]"']+ \s* (?: [+*/-]? = | := ) \s* \S+ .* $                           # self.path = os.getcwd()
      | // | \# \s* [a-z] | -- \s                                                  # // a comment
      | [\w.]+ \( .* \) ;? $ | @ \w+ | else \b .* [:{] $ | with \s .* : $            # print(count);
      | " [\w-]+ " \s* :                                                           # "version": 1,
    )
    """,
    re.VERBOSE,
)
"""A line of a program; one example of each alternative is in the tests."""

MOSTLY = 0.5
"""Share of lines that makes a file a program or a table. A guess; a report that quotes code has few such lines."""


def refuse_what_is_no_report(text: str, where: str) -> None:
    """
    Nothing, when the text may be a report.

    Raises:
        EmptyReport: nothing but white space.
        NotNews: too few words, no sentence, a table, source code.
    """
    if not text.strip("\ufeff\u200b\u00ad") or text.isspace():
        raise EmptyReport(
            where, "found nothing but white space, expected a report", "Check that the file was saved whole."
        )
    words = re.findall(r"\w+", text)
    letters = sum(map(str.isalpha, text))
    dense = sum(1 for character in text if "\u0e00" <= character <= "\u0eff" or "\u3040" <= character <= "\u9fff")
    if len(words) < FEWEST_WORDS and dense < 12:
        many = "1 word" if len(words) == 1 else f"{len(words)} words"
        raise NotNews(where, f"found {many}, expected a report of {FEWEST_WORDS} or more", "Give the whole report.")
    rows = [line for line in text.splitlines() if line.strip()]
    if _is_table(rows, text, letters):
        raise NotNews(
            where,
            f"found a table of {len(rows)} rows, expected sentences",
            "Rows with reports in them can be read as a manifest (.jsonl).",
        )
    if _is_code(rows):
        raise NotNews(where, "found source code, expected a report", "Give the report's own text.")
    if not SENTENCE_END.search(text) and not _runs_on(text, words):
        raise NotNews(
            where,
            f"found {len(words)} words and no sentence, expected a report",
            "Give the whole report, not its title or a list.",
        )


def _is_table(rows: list[str], text: str, letters: int) -> bool:
    """Whether most rows are cut by the same mark into equally many cells, or most characters are digits."""
    if len(rows) < 2:
        return False
    for mark in ("\t", ";", "|", ","):
        counts = [row.count(mark) for row in rows]
        usual = max(set(counts), key=counts.count)
        cells = counts.count(usual)
        if usual >= 1 and cells >= 0.8 * len(rows) and len(rows) >= 3 and not _reads_as_sentences(rows, mark):
            return True
    figures = sum(1 for character in text if character.isdigit())
    return figures > letters


def _reads_as_sentences(rows: list[str], mark: str) -> bool:
    """Whether the rows end like sentences; with a comma between cells, whether a space follows it as in prose."""
    ends = sum(1 for row in rows if re.search(r"[.!?\"”’:]$", row.strip()))
    if ends >= MOSTLY * len(rows) and not (mark == "," and all(re.search(r",\S", row) for row in rows)):
        return True
    if mark != ",":
        return False
    marks = sum(row.count(",") for row in rows)
    spaced = sum(len(re.findall(r",\s", row)) for row in rows)
    return spaced > MOSTLY * marks and sum(len(row.split()) for row in rows) > 8 * len(rows)


def _is_code(rows: list[str]) -> bool:
    """Whether most lines are those of a program."""
    if not rows:
        return False
    code = sum(1 for row in rows if CODE_LINE.match(row))
    return rows[0].startswith("#!") or (len(rows) > 2 and code >= MOSTLY * len(rows))


def _runs_on(text: str, words: list[str]) -> bool:
    """Whether a text without full stops still reads as prose: copies that lost their marks do."""
    small = sum(
        1 for word in words if word in {"the", "of", "and", "to", "in", "a", "that", "was", "for", "on", "said"}
    )
    fewest = FLASH if len(text.strip().splitlines()) == 1 else 20
    return (len(words) >= fewest and small >= 0.1 * len(words)) or (
        len(words) >= 60 and max(map(len, text.splitlines())) > 400
    )
