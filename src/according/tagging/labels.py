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

EVENTS = (
    "none",
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    "DISASTER", "ELECTION", "LEGAL",
)  # fmt: skip
"""What a word names, as a trigger: PLOVER's types, and three that PLOVER has not and newsrooms need."""

MODES = (
    "none",
    "CONSULT/visit", "CONSULT/third-party", "CONSULT/multilateral", "CONSULT/phone", "RETREAT/withdraw",
    "RETREAT/release", "RETREAT/disarm", "RETREAT/ceasefire", "RETREAT/access", "RETREAT/resign", "REQUEST/assist",
    "REQUEST/change", "REQUEST/yield", "REQUEST/meet", "ACCUSE/disapprove", "ACCUSE/investigate", "ACCUSE/allege",
    "REJECT/assist", "REJECT/change", "REJECT/yield", "REJECT/meet", "THREATEN/restrict", "THREATEN/arrest",
    "THREATEN/relations", "THREATEN/expel", "THREATEN/territory", "THREATEN/violence", "PROTEST/demo",
    "PROTEST/riot", "PROTEST/strike", "PROTEST/hunger", "PROTEST/boycott", "PROTEST/obstruct", "PROTEST/vandalize",
    "SANCTION/convict", "SANCTION/expel", "SANCTION/withdraw", "SANCTION/discontinue", "MOBILIZE/troops",
    "MOBILIZE/weapons", "MOBILIZE/police", "MOBILIZE/militia", "COERCE/seize", "COERCE/restrict", "COERCE/censor",
    "COERCE/curfew", "COERCE/martial-law", "COERCE/arrest", "COERCE/deport", "COERCE/withhold",
    "COERCE/misinformation", "COERCE/cyber", "ASSAULT/abduct", "ASSAULT/beat", "ASSAULT/torture", "ASSAULT/sexual",
    "ASSAULT/targeted", "ASSAULT/destroy", "ASSAULT/primitive", "ASSAULT/firearms", "ASSAULT/explosives",
    "ASSAULT/suicide-attack", "ASSAULT/aerial", "ASSAULT/drone", "ASSAULT/heavy-weapons", "ASSAULT/crowd-control",
    "ASSAULT/unconventional",
)  # fmt: skip
"""PLOVER's modes, each with its type."""

EVENT_STATUSES = ("current", "background", "legal-proceeding", "planned", "hypothetical")
"""Whether an event is the news, or history, or a trial's matter, or has yet to come, or may never come."""

HAPPENED = tuple(step * 0.375 for step in range(-8, 9))
"""Scores between which a score of UDS-IH2 is shared out: from -3 to 3, in the steps that single annotators give."""

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
