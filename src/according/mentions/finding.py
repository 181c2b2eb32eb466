"""
Mentions: the names, descriptions and pronouns of a report, each with what tells whom it may mean.

    "The minister, Anna Berg, said she would resign."   The minister / Anna Berg / she
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from according.mentions import lexicon
from according.mentions.naming import settled
from according.mentions.nouns import singular
from according.mentions.parse import Parse
from according.records import Name, Spans

__all__ = ["Found", "Spoken", "find", "singular"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """
    One mention, by word numbers.

    `first` and `last` (inclusive) bound the phrase without relative clause and apposition;
    `name_first` begins the proper name in it, `title` the description before that. `head` is its
    syntactic head, `key` that in lower case and singular, `modifiers` the other words of substance.
    `number`: singular · plural; `gender`: male · female; `family`: he · she · it · they · I;
    `article`: definite · demonstrative · possessive · indefinite · bare; `role`: subject · object ·
    possessor · other. `quotation` is the number of the quotation that it stands in. `speaks` holds
    for the source of an attribution. `belongs_to` is the head of the mention whose apposition or
    predicate this one is, `owner` that of its possessor ("his father").
    """

    first: int
    last: int
    head: int
    form: str
    kind: str
    key: str
    words: tuple[str, ...]
    modifiers: frozenset[str] = frozenset()
    number: str | None = None
    gender: str | None = None
    family: str | None = None
    article: str = "bare"
    sentence: int = 0
    paragraph: int = 0
    quotation: int | None = None
    role: str = "other"
    speaks: bool = False
    belongs_to: int | None = None
    name_first: int = -1
    title: tuple[int, int] | None = None
    postmodified: bool = False
    owner: int | None = None

    @property
    def phrase(self) -> str:
        """Its words in lower case without an article before them."""
        return _phrase(self.words)


@lru_cache(maxsize=1024)  # asked of one mention for every chain that it may belong to
def _phrase(words: tuple[str, ...]) -> str:
    lower = [word.lower() for word in words]
    return " ".join(lower[1:] if lower[0] in ("the", "a", "an") and len(lower) > 1 else lower)


CUT = frozenset(
    """acl acl:relcl advcl advmod appos aux case cc ccomp conj cop dep discourse list mark nsubj nsubj:outer obl orphan
    parataxis punct vocative""".split()  # noqa: SIM905 - a list of them is six times as long
)
"""Relations whose words are left out of a phrase's extent."""


Spoken = dict[int, tuple[int, ...]]
"""The words of each source by their head word."""


def find(parse: Parse, sources: tuple[Spans, ...] = ()) -> tuple[Found, ...]:
    """
    The mentions of a report, in the order of their heads.

    `sources` are the words of the attributions' sources: each is made a mention whatever the
    tagger thought of it, and counts as speaking. A subject of a verb of speech does so too.
    """
    spoken = {parse.top(words): words for spans in sources for words in [parse.within_all(spans)] if words}
    names = [name for name in settled(parse) if not _is_date(parse, name)]
    named = {parse.top(range(name.first, name.last + 1)): name for name in names}
    inside = {word for name in names for word in range(name.first, name.last + 1)}
    found = []
    for word, label in enumerate(parse.tags.upos):
        if word in named:
            found.append(_name(parse, named[word], word, spoken))
        elif label == "PRON" or parse.lower[word] in lexicon.THIRD:
            found.extend(_pronoun(parse, word, spoken))
        elif word not in inside and _is_nominal(parse, word, spoken):
            found.append(_nominal(parse, word, spoken))
    return tuple(found)


def _is_date(parse: Parse, name: Name) -> bool:
    """Whether a name is a day's or a month's, with or without a number; "May" of a person is none."""
    words = parse.lower[name.first : name.last + 1]
    return name.kind in ("other", "event") and all(word in lexicon.CALENDAR or not word.isalpha() for word in words)


def _is_nominal(parse: Parse, word: int, spoken: Spoken) -> bool:
    """Whether a word that is in no name heads a description."""
    if word in spoken:
        return parse.tags.upos[word] in ("NOUN", "PROPN", "NUM", "ADJ", "DET")
    if parse.tags.upos[word] not in ("NOUN", "PROPN") or parse.tags.deprel[word] in ("compound", "flat", "fixed"):
        return False
    return parse.tags.nouns[word] is not None or singular(parse.words[word]) in CALLINGS


CALLINGS = lexicon.PERSONS | lexicon.BODIES
"""Nouns that are somebody, whatever the tagger thinks of them."""


def _extent(parse: Parse, head: int) -> tuple[int, int]:
    """The phrase of `head`, unbroken, without what `CUT` names."""
    first = last = head
    children = [child for child in parse.children[head] if _kept(parse, child)]
    for child in sorted((child for child in children if child < head), reverse=True):
        first = min(first, _edges(parse, child)[0])
    for child in sorted(child for child in children if child > head):
        left, right = _edges(parse, child)
        if left > last + 2:
            break
        last = max(last, right)
    while last > head and parse.tags.upos[last] == "PUNCT":
        last -= 1
    while first < head and _leads_in(parse, first):
        first += 1
    return first, last


def _leads_in(parse: Parse, word: int) -> bool:
    """Whether a word stands before a phrase and not in it: "to", or "given by" that the parser hung on its noun."""
    upos = parse.tags.upos
    return upos[word] in ("ADP", "CCONJ", "SCONJ", "PUNCT") or (
        upos[word] in ("VERB", "AUX") and upos[word + 1] == "ADP"
    )


def _kept(parse: Parse, child: int) -> bool:
    return parse.tags.deprel[child] not in CUT and parse.tags.upos[child] != "PUNCT"


def _edges(parse: Parse, word: int) -> tuple[int, int]:
    """The first and last word of `word` and all that hangs on it, but for relative clauses and appositions."""
    first = last = word
    children, deprel = parse.children, parse.tags.deprel
    todo, seen = [word], 0
    while todo and seen < 40:
        seen += 1
        at = todo.pop()
        first, last = min(first, at), max(last, at)
        todo += [child for child in children[at] if deprel[child] not in ASIDE]
    return first, last


ASIDE = frozenset(("acl:relcl", "appos", "punct", "parataxis"))
"""Relations of what is told beside a phrase."""


def _place(parse: Parse, head: int) -> dict[str, int | None]:
    return {
        "sentence": parse.tags.sentence_of[head],
        "paragraph": parse.paragraph[head],
        "quotation": parse.quotation[head],
    }


def _role(parse: Parse, head: int) -> str:
    """Subject · object · possessor · other: what the mention is to its clause."""
    label = parse.tags.deprel[head]
    if label == "conj" and parse.tags.head[head] >= 0:
        label = parse.tags.deprel[parse.tags.head[head]]
    if label.startswith("nsubj"):
        return "subject"
    if label in ("obj", "iobj"):
        return "object"
    return "possessor" if label == "nmod:poss" else "other"


def _speaks(parse: Parse, head: int, spoken: Spoken) -> bool:
    """Whether the mention is a given source, or the subject of a verb of speech."""
    if head in spoken:
        return True
    verb = parse.tags.head[head]
    return verb >= 0 and parse.tags.deprel[head] == "nsubj" and parse.lower[verb] in lexicon.SPEECH


def _pronoun(parse: Parse, word: int, spoken: Spoken) -> list[Found]:
    lower = parse.lower[word]
    family = lexicon.THIRD.get(lower) or ("I" if lower in lexicon.FIRST else None)
    if family is None or parse.tags.deprel[word] == "expl":
        return []
    gender = {"he": "male", "she": "female"}.get(family)
    number = {"they": "plural", "it": "singular", "he": "singular", "she": "singular"}.get(family)
    return [
        Found(
            first=word,
            last=word,
            head=word,
            form="pronoun",
            kind="person" if gender or family == "I" else "other",
            key=lower,
            words=(parse.words[word],),
            family=family,
            gender=gender,
            number=number,
            article="pronoun",
            role=_role(parse, word),
            speaks=_speaks(parse, word, spoken),
            **_place(parse, word),  # type: ignore[arg-type]
        )
    ]


def _name(parse: Parse, name: Name, head: int, spoken: Spoken) -> Found:
    first, last = name.first, name.last
    while last > first and parse.lower[last] in ("'s", "'", '"', "”", ","):
        last -= 1
    title = _title(parse, first, head) if name.kind == "person" else None
    words = parse.words[first : last + 1]
    described = frozenset(word for start, end in [title or (first, first - 1)] for word in parse.lower[start : end + 1])
    ahead = frozenset(word.lower() for word in words) & lexicon.TITLES | described
    return Found(
        first=min(first, _extent(parse, head)[0]), last=last, head=head, form="name", kind=name.kind, name_first=first,
        key=words[-1].lower(), words=words, modifiers=ahead, gender=_gender_of_name(words, ahead, name.kind),
        number="singular", role=_role(parse, head), speaks=_speaks(parse, head, spoken), title=title,
        belongs_to=_anchor(parse, head), article="definite", **_place(parse, head),  # type: ignore[arg-type]
    )  # fmt: skip


def _title(parse: Parse, first: int, head: int) -> tuple[int, int] | None:
    """The words of a description that stand right before a person's name: "foreign ministry spokeswoman"."""
    start = first
    while start > 0 and parse.tags.sentence_of[start - 1] == parse.tags.sentence_of[first]:
        before = start - 1
        noun = parse.tags.upos[before] in ("NOUN", "PROPN", "ADJ")
        if not noun and parse.lower[before] not in lexicon.TITLES and parse.lower[before] != "-":
            break
        if parse.tags.head[before] != head and not before <= parse.tags.head[before] <= first and before != head:
            break
        start = before
    office = any(singular(word) in OFFICES for word in parse.lower[start:first])
    return (start, first - 1) if start < first and office else None


OFFICES = lexicon.PERSONS | lexicon.TITLES
"""Nouns of which the words right ahead of a name must have one to be a title."""


def _gender_of_name(words: tuple[str, ...], ahead: frozenset[str], kind: str) -> str | None:
    """Male · female where a title, a gendered noun or the given name tells."""
    if kind != "person":
        return None
    for gender, told in GENDERED:
        if ahead & told:
            return gender
    given = [word.lower() for word in words if word.lower() not in lexicon.TITLES]
    if len(given) < 2:
        return None
    return "male" if given[0] in lexicon.MALE_NAMES else "female" if given[0] in lexicon.FEMALE_NAMES else None


GENDERED = (
    ("male", lexicon.MALE_TITLES | lexicon.MALE_NOUNS),
    ("female", lexicon.FEMALE_TITLES | lexicon.FEMALE_NOUNS),
)
"""Titles and nouns that tell a gender."""


def _anchor(parse: Parse, head: int) -> int | None:
    """The head of the mention that `head` is in apposition to, or is said to be ("X is the minister")."""
    tags = parse.tags
    if tags.deprel[head] == "appos":
        return tags.head[head]
    copula = any(
        tags.deprel[child] == "cop" and parse.lower[child] in ("is", "was", "'s") for child in parse.children[head]
    )
    negated = any(parse.lower[child] in ("not", "n't", "never") for child in parse.children[head])
    subject = next((child for child in parse.children[head] if tags.deprel[child] == "nsubj"), None)
    return subject if copula and not negated and subject is not None and subject < head else None


def _nominal(parse: Parse, head: int, spoken: Spoken) -> Found:
    first, last = _extent(parse, head)
    if 0 <= head - (given := spoken.get(head, (head,))[0]) < LONGEST_LEAD:
        first = min(first, given)
    key = singular(parse.words[head])
    before = [parse.lower[word] for word in range(first, head)]
    modifiers = frozenset(singular(parse.words[word]) for word in range(first, last + 1) if _tells(parse, word, head))
    lower = parse.lower[head]
    children = parse.children[head]
    return Found(
        first=first, last=last, head=head, form="nominal", kind=_kind(parse.tags.nouns[head], key), key=key,
        words=parse.words[first : last + 1], modifiers=modifiers,
        number=_number(lower, key, before, parse.tags.upos[head]),
        gender="male" if lower in lexicon.MALE_NOUNS else "female" if lower in lexicon.FEMALE_NOUNS else None,
        article=_article(parse, head, first), role=_role(parse, head), speaks=_speaks(parse, head, spoken),
        belongs_to=_anchor(parse, head),
        postmodified=any(child > head and parse.tags.deprel[child] in AFTER for child in children),
        owner=next((child for child in children if parse.tags.deprel[child] == "nmod:poss"), None),
        **_place(parse, head),  # type: ignore[arg-type]
    )  # fmt: skip


LONGEST_LEAD = 8
"""
How many words before its head a given source may begin and still bound the phrase, whatever the parse says.
A guess: longer ones are mostly two phrases.
"""

AFTER = frozenset(("nmod", "acl", "acl:relcl"))
"""Relations by which a phrase behind a noun narrows it down: "the head of the bank"."""


def _tells(parse: Parse, word: int, head: int) -> bool:
    """Whether a word of a description beside its head has substance; a possessor is kept apart."""
    substance = parse.tags.upos[word] in ("NOUN", "PROPN", "ADJ", "NUM")
    return word != head and substance and parse.tags.deprel[word] != "nmod:poss"


def _kind(tagged: str | None, key: str) -> str:
    """The noun's own kind where it can have but one, else the tagger's, else what the noun mostly is."""
    if key in lexicon.PERSONS and tagged != "organisation":
        return "person"
    if key in lexicon.FIRMS or key in lexicon.STATE_BODIES:
        return "organisation"
    if tagged in (None, "other"):
        return "organisation" if key in lexicon.BODIES else tagged or "other"
    return tagged


def _number(lower: str, key: str, before: list[str], upos: str) -> str | None:
    if key in lexicon.PAIRS:
        return "plural"
    if before and before[0] in lexicon.SINGULAR_WORDS and lower == key:
        return "singular"
    if (
        lower != key
        or lower in lexicon.IRREGULAR_PLURALS
        or not lexicon.PLURAL_WORDS.isdisjoint(before)
        or lower in lexicon.PLURAL_WORDS
    ):
        return "plural"
    return "singular" if upos in ("NOUN", "PROPN") else None


def _article(parse: Parse, head: int, first: int) -> str:
    opening = parse.lower[first]
    if opening == "the":
        return "definite"
    if opening in ("this", "that", "these", "those", "such"):
        return "demonstrative"
    if any(parse.tags.deprel[child] == "nmod:poss" for child in parse.children[head]):
        return "possessive"
    return "indefinite" if opening in lexicon.INDEFINITE else "bare"
