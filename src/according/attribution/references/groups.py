"""
"One of the three officials", "the second official": sources that belong to a group named before.

Such a source is never another voice (`SourceLink.part_of`): it adds nobody to the group.
"""

from __future__ import annotations

from according.mentions import Found, Link, Parse, lexicon
from according.mentions.finding import singular


def group_of(parse: Parse, mention: Found, words: tuple[int, ...], links: tuple[Link, ...]) -> Found | None:
    """
    The earlier mention of the group that a source is one of, or None.

    `mention` is the source's, `words` are all its words. "One of the officials" belongs to the
    nearest earlier group of officials, "one of them" to what "them" means, "the second official" to
    the nearest group of officials that spoke. "One of the Dutch pilots" is none of three Greek ones.
    """
    whole = _whole(parse, words)
    if whole:
        noun = whole[-1]
        if parse.lower[noun] in ("them", "us", "whom"):
            return _meant(noun, links)
        said = frozenset(singular(parse.words[word]) for word in whole[:-1] if parse.upos(word) in TELLING)
        return _nearest(singular(parse.words[noun]), said - lexicon.MEMBERS, words[0], links)
    picked = lexicon.PICKS & {parse.lower[word] for word in words if word < mention.head}
    if mention.form == "nominal" and mention.number == "singular" and picked:
        said = mention.modifiers - lexicon.PICKS - lexicon.MEMBERS
        found = _nearest(mention.key, said, mention.head, links)
        return found if found is not None and found.speaks else None
    return None


TELLING = frozenset(("ADJ", "NOUN", "PROPN"))
"""Parts of speech that tell one group from another."""


def _whole(parse: Parse, words: tuple[int, ...]) -> tuple[int, ...]:
    """The words of Y in "some of the Y", its noun or pronoun last; empty where a source is nothing of the kind."""
    start = next((place for place, word in enumerate(words[:4]) if parse.lower[word] == "of"), None)
    if not start or singular(parse.words[words[start - 1]]) not in lexicon.MEMBERS:
        return ()
    inside: list[int] = []
    for word in words[start + 1 :]:
        if parse.upos(word) == "PRON" and not inside:
            return (word,)
        if parse.upos(word) not in {"DET", "NUM", "PRON"} | TELLING:
            break
        inside.append(word)
    while inside and parse.upos(inside[-1]) not in ("NOUN", "PROPN"):
        inside.pop()
    return tuple(inside)


def _meant(pronoun: int, links: tuple[Link, ...]) -> Found | None:
    """The latest description in the chain of the pronoun that stands before it, else the latest group that spoke."""
    chain = next((link.chain for link in links if link.mention.head == pronoun), None)
    earlier = [link for link in links if link.mention.head < pronoun and link.mention.form == "nominal"]
    told = [link.mention for link in earlier if link.chain == chain]
    spoken = [link.mention for link in earlier if link.mention.number == "plural" and link.mention.speaks]
    return next(reversed(told or spoken), None)


def _nearest(key: str, said: frozenset[str], before: int, links: tuple[Link, ...]) -> Found | None:
    """
    The latest plural description with the noun `key` before the word `before`; one that spoke goes before others.

    What is `said` of the group must have been said of that one too, or nothing at all of it.
    """
    groups = [
        link.mention
        for link in links
        if link.mention.head < before
        and (link.mention.form, link.mention.key, link.mention.number) == ("nominal", key, "plural")
        and (said <= link.mention.modifiers or not link.mention.modifiers - lexicon.MEMBERS)
    ]
    return next(reversed([mention for mention in groups if mention.speaks] or groups), None)
