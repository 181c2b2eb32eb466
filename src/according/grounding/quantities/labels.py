"""
Numbers that count nothing: "Flight 370", "Boeing 787", "G20", "Article 5", "No. 1", "10 Downing Street".
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from according.records import Report, Tags, Time


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LABELLED = _words("""
    no no. number nos flight route highway room page pages article section chapter version channel resolution group
    unit gate platform runway zone phase level stage area district ward line lane bus building block apartment suite
    floor category class model type mark series season episode volume round grade tier part paragraph clause rule
    amendment protocol form case appendix figure table item file track camp checkpoint division brigade battalion
    regiment squadron exit junction interstate boeing airbus iphone windows playstation xbox psalm verse
    """)
"""Words whose number tells which one, not how many. A list of ours."""
LABELLED_PLURALS = frozenset(("resolutions", "flights", "articles", "sections", "pages", "routes", "rooms"))
"""Words before several such numbers: "resolutions 2254 and 2118"."""
STREETS = re.compile(
    r"""
        \s+ (?: [A-Z][\w'’.-]* \s+ ){1,3} (?: Street | St\.? | Road | Rd\.? | Avenue | Ave\.? | Boulevard | Lane
        | Square | Drive | Way | Place ) \b
    """,
    re.VERBOSE,
)
MODEL = re.compile(
    r"""
      \b (?P<plural> \d{2,4} ) s \b                    # 787s
    | \b (?P<variant> \d{3} ) - (?= \d{3}[A-Z] | [A-Z] )  # 777-200LR
    """,
    re.VERBOSE,
)
SCORE = re.compile(
    r"""
        \b (?: beat | beats | win | wins | won | victory | lead | led | draw | drew | defeat | lost | score
        | scored | final | set ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
ATTACHED = re.compile(
    r"""
        (?: km | kms | m | cm | mm | kg | g | mg | lb | lbs | ft | in | mph | kph | MW | GW | kW | MB | GB | TB
        | KB | GHz | MHz | Hz | bpd | bn | mn | m | k | tn | pc | p | px (?! . ) ) (?! \w )
    """,
    re.VERBOSE,
)
"""What may be written onto figures: 500km, 60GB, 75p. Other letters make a label of them: 150px, 4x4."""


def model_figures(report: Report, tags: Tags) -> frozenset[str]:
    """Figures that the report uses as a name somewhere ("787s", "the Boeing 787"), and so everywhere."""
    found = {each["plural"] or each["variant"] for each in MODEL.finditer(report.text)}
    places = {word for name in tags.names if name.kind == "place" for word in range(name.first, name.last + 1)}
    for word in range(1, len(tags.words)):
        text = report.text[tags.words[word].start : tags.words[word].end]
        if len(text) != 3 or not text.isdecimal():
            continue
        if word - 1 not in places and tags.upos[word - 1] == "PROPN":
            if tags.sentence_of[word] == tags.sentence_of[word - 1]:
                found.add(text)
        elif _is_model(report, tags, word):
            found.add(text)
    return frozenset(figures for figures in found if int(figures) % 50)  # "S&P 500" makes no name of 500


def _is_model(report: Report, tags: Tags, word: int) -> bool:
    """Of "the new 612 Kestrel": figures with an article or adjective ahead and one singular name behind."""
    if word + 1 >= len(tags.words) or tags.upos[word - 1] not in ("DET", "ADJ", "PART"):
        return False
    behind = report.text[tags.words[word + 1].start : tags.words[word + 1].end]
    last = word + 2 >= len(tags.words) or tags.upos[word + 2] not in ("NOUN", "PROPN")
    return tags.upos[word + 1] == "PROPN" and not behind.endswith("s") and last


class Labels:
    """Tells numbers of one report that name from those that count."""

    def __init__(self, report: Report, tags: Tags, times: tuple[Time, ...] = ()) -> None:
        self.text = report.text
        self.tags = tags
        self.starts = [word.start for word in tags.words]
        self.models = model_figures(report, tags)
        self.places = {word for name in tags.names if name.kind == "place" for word in range(name.first, name.last + 1)}

        self.timed = {word for time in times for span in time.spans for word in self.words(span.start, span.end)}

    def word(self, offset: int) -> int:
        """The number of the word that holds the character at `offset`."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def words(self, start: int, end: int) -> range:
        """The numbers of the words that begin within."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def form(self, word: int) -> str:
        """A word as written; "" beyond the report."""
        if not 0 <= word < len(self.tags.words):
            return ""
        return self.text[self.tags.words[word].start : self.tags.words[word].end]

    def is_label(self, start: int, end: int, sentence: tuple[int, int], whole: int) -> bool:
        """Whether the bare number ``text[start:end]`` names rather than counts; a range ends at `whole`."""
        figures, behind = self.text[start:end], self.text[whole : sentence[1]]
        ahead = self.text[sentence[0] : start]
        if re.search(r"[\w$£€] - $ | [\w./:+] $ | (?: ^ | \s ) [#'’] $", ahead, re.VERBOSE) and not re.search(
            r"(?: ^ | \s ) (?: mid | pre | post ) - $", ahead, re.VERBOSE
        ):
            return not re.search(r"[a-z]-$", ahead) or figures[0].isdigit()
        if re.match(
            r"(?: st | nd | rd | th ) \b | \s? (?: st | nd | rd | th ) \b | [./:] \d | s \b | ['’] s \s | -for-\d",
            behind,
            re.VERBOSE,
        ):
            return not re.match(r"\s th", behind, re.VERBOSE)
        if figures[-1].isdigit() and re.match(r"[A-Za-z]", behind) and not ATTACHED.match(behind):
            return True
        if figures[-1].isdigit() and re.match(r"- (?: \d | [A-Z] )", behind, re.VERBOSE):
            return True
        if ahead.endswith("[") or re.match(r"\s? (?: [′″'] | ° (?! \s? [CF] \b ) )", behind, re.VERBOSE):
            return True  # a note's mark, [3]; degrees and minutes of a place on the map
        if not ahead.strip(" \t\n“\"'-•*(") and re.match(r"[.)]\s", behind):
            return True
        if figures in self.models or STREETS.match(behind):
            return True
        return self._is_named(start, end, sentence)

    def _is_named(self, start: int, end: int, sentence: tuple[int, int]) -> bool:
        """Whether the word ahead makes a name of it: "Flight 370", "iPhone 4"."""
        first = self.word(start)
        ahead = self.form(first - 1) if first and self.tags.words[first - 1].start >= sentence[0] else ""
        joined = ahead.lower() in ("and", ",", "or") and self.form(first - 2).isdigit()
        if (self.form(first - 3) if joined else ahead).lower() in LABELLED_PLURALS:
            return True
        if ahead.lower() in LABELLED and not ahead.islower() | (
            ahead.lower() not in ("no", "case", "number", "line", "form")
        ):
            return True
        if ahead.lower() in LABELLED and (
            ahead.lower() not in ("no", "number") or self.text[start:end].lower() in ("one", "1")
        ):
            return True
        if (
            ahead in ("'s", "’s")
            and self.text[start:end].isdigit()
            and self.form(first + 1)[:1] in (",", ".", "", ";", ")")
        ):
            return True  # "the rival's 747."
        is_name = self.tags.upos[first - 1] == "PROPN" if ahead else False
        if is_name and ahead[:1].isupper() | any(letter.isupper() for letter in ahead) and first - 1 not in self.places:
            plural = re.match(
                r"\s+(?!is\b|was\b|has\b|as\b|its\b|does\b)[a-z-]+s\b|\s+(?:people|men|women|children|dead|were|have)\b",
                self.text[end : sentence[1]],
            )
            return not plural or (self.text[start:end].isdigit() and len(self.text[start:end]) == 3)
        return self.text[start:end].isdigit() and self._follows_number(first)

    def _follows_number(self, first: int) -> bool:
        """Of "five new 612 aircraft": in one phrase the second number names."""
        if len(self.form(first)) != 3:
            return False
        for back in range(first - 1, max(-1, first - 4), -1):
            if self.tags.upos[back] == "NUM":
                return back != first - 1
            if self.tags.upos[back] not in ("ADJ", "PROPN", "NOUN"):
                return False
        return False
