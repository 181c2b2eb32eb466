"""
The labels of every head, in the order of its columns.

The order is part of the trained weights: add at the end, never insert.
"""

from __future__ import annotations

UPOS = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
)  # fmt: skip
"""Universal part-of-speech tags (Universal Dependencies 2)."""

DEPREL = (
    "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc",
    "cc:preconj", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:outer", "csubj:pass", "dep",
    "det", "det:predet", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark",
    "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl",
    "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp",
)  # fmt: skip
"""Dependency relations of English EWT and GUM; one that is not among them falls back to its part before the colon."""

KINDS = ("person", "organisation", "place", "nationality", "platform", "weapon", "vehicle", "event", "other")
"""Kinds of mention (contract, `mentions[].kind`)."""

NAMES = ("O", *(f"{position}-{kind}" for kind in KINDS for position in "BI"))
"""What a word is to a proper name."""

NOUNS = ("none", *KINDS)
"""What kind of mention a word heads (GUM's heads of mentions, named or not)."""

LINKS = ("O", "B-cue", "I-cue", "B-source", "I-source", "B-content", "I-content")
"""What a word is to one cue. A content in several pieces has a B- at each."""

ROLES = ("source", "cue", "content")
"""What a word is to any cue at all (several may hold)."""

FEATURES = 32
"""Rows of the table of word features, see `according.tagging.windows.feature`."""

DIMENSIONS = 384
"""Width of the encoder and of a sentence's vector."""


def deprel_number(label: str) -> int:
    """
    The column of a relation, or of its universal part, or of "dep".

    >>> DEPREL[deprel_number("obl:tmod")]
    'obl'
    >>> DEPREL[deprel_number("nonsense")]
    'dep'
    """
    for name in (label, label.split(":", maxsplit=1)[0], "dep"):
        if name in DEPREL:
            return DEPREL.index(name)
    raise AssertionError("unreachable: dep is a label")
