"""
Plain text with parts of speech by word lists, so that cases about times and quantities need no model.

What is in no list is a noun, or a proper noun where it has a capital inside a sentence; words in -ed are verbs.
Heads and relations are not worked out: every word hangs on nothing.
"""

from __future__ import annotations

import re

import numpy as np

from according.records import Dateline, Name, Report, Segmentation, Span, Tags
from according.segmenting import segment

LISTS = {
    "AUX": "is are was were be been being am has have had do does did will would shall should may might can could must "
    "'ll 's_ 've wo ca",
    "DET": "the a an this that these those some all any every each no another both",
    "ADP": "in on at by for from of with to since until till before after during over under between into near about as "
    "against than through within up out off",
    "CCONJ": "and or but nor",
    "SCONJ": "that_ if when while because although whether",
    "PRON": "he she it they we you i him her them us who which what its their his our",
    "ADV": "not also still so far ago later earlier only just nearly almost early late today_ soon least most now "
    "currently recently overnight together again",
    "ADJ": "new other last next past big small large more further additional armed wounded_ missing dead young old "
    "military local separate fresh single total key due likely dozen_ several tense former",
    "VERB": "said say says told tell left leave leaves fled flee flees met meet meets sent send sends took take takes "
    "went go goes came come comes died die dies rose rise rises risen fell fall falls began begin begins held hold "
    "holds struck strike strikes lost lose loses shot hurt brought bring brings vote votes_ reached killing injuring "
    "wounding displacing arresting leaving travelling visiting hit march_ made make makes sold paid bought put "
    "stood stand stands fought fight saw see grew cost resign expect expects became closed won run ran built hope "
    "expected scheduled planned beat sign signs visit visits",
}
UPOS = {word.rstrip("_"): upos for upos, words in LISTS.items() for word in words.split() if not word.endswith("_")}
NUMERAL = re.compile(
    r"[\d.,:/]*\d+[a-z]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty"
    r"|fifty|hundred|thousand|million|billion|dozen",
    re.IGNORECASE,
)


def plain(
    text: str, *, published: str | None = "2024-05-15", dateline: str | None = None, places: str = ""
) -> tuple[Report, Segmentation, Tags]:
    """The report, its segmentation, and tags by word lists; 2024-05-15 is a Wednesday. `places`: names of places."""
    line = Dateline(spans=(Span(start=0, end=1),), date=dateline) if dateline else None
    report = Report(id="test", text=text, published=published, dateline=line)
    segmentation = segment(report)
    words = tuple(word for sentence in segmentation.sentences for word in sentence.words)
    forms = [text[word.start : word.end] for word in words]
    firsts = {sentence.words[0] for sentence in segmentation.sentences}
    upos = tuple(_upos(form, word in firsts) for form, word in zip(forms, words, strict=True))
    names = tuple(
        Name(first=number, last=number, kind="place", score=1.0)
        for number, form in enumerate(forms)
        if form in places.split()
    )
    tags = Tags(
        words=words,
        sentence_of=tuple(n for n, sentence in enumerate(segmentation.sentences) for _ in sentence.words),
        upos=upos, head=(-1,) * len(words), deprel=("root",) * len(words), names=names, nouns=(None,) * len(words),
        cues=(), vectors=np.zeros((len(segmentation.sentences), 384), np.float32),
    )  # fmt: skip
    return report, segmentation, tags


def _upos(form: str, is_first: bool) -> str:
    lower = form.lower()
    if not any(letter.isalnum() for letter in form):
        return "SYM" if form in "$£€%#" else "PUNCT"
    if NUMERAL.fullmatch(form):
        return "NUM"
    if form[0].isupper() and not is_first:
        return "PROPN"
    if lower in UPOS:
        return UPOS[lower]
    return "VERB" if lower.endswith("ed") and len(lower) > 4 else "NOUN"
