"""
"One of the three officials", "the second official": sources that belong to a group named before.

Such a source is never another voice (`SourceLink.part_of`): it adds nobody to the group.
"""

from __future__ import annotations

from according.mentions import Found, Link, Parse, lexicon
from according.mentions.finding import singular


def group_of(parse: Parse, mention: Found, links: tuple[Link, ...]) -> Found | None:
    """
    The earlier mention of the group that `mention` is one of, or None.

    "One of the officials" belongs to the nearest earlier group of officials, "one of them" to
    what "them" means, "the second official" to the nearest group of officials that spoke.
    """
    inside = _whole(parse, mention)
    if inside is not None:
        if parse.lower[inside] in ("them", "us", "whom"):
            return _meant(inside, links)
        return _nearest(singular(parse.words[inside]), inside, links)
    picked = lexicon.PICKS & {parse.lower[child] for child in parse.children[mention.head] if child < mention.head}
    if mention.form == "nominal" and mention.number == "singular" and picked:
        return _nearest(mention.key, mention.head, links, spoke=True)
    return None


def _whole(parse: Parse, mention: Found) -> int | None:
    """The head of Y in "some of the Y", or None where the mention is nothing of the kind."""
    if singular(parse.words[mention.head]) not in lexicon.MEMBERS:
        return None
    for child in parse.children[mention.head]:
        if child > mention.head and any(parse.lower[case] == "of" for case in parse.children[child]):
            return child
    return None


def _meant(pronoun: int, links: tuple[Link, ...]) -> Found | None:
    """The latest description in the chain of the pronoun that stands before it, else the latest group that spoke."""
    chain = next((link.chain for link in links if link.mention.head == pronoun), None)
    earlier = [link.mention for link in links if link.chain == chain and link.mention.head < pronoun]
    told = next((mention for mention in reversed(earlier) if mention.form != "pronoun"), None)
    return told or next(
        (link.mention for link in reversed(links) if link.mention.head < pronoun and _is_group(link)), None
    )


def _is_group(link: Link) -> bool:
    """Whether the mention is a description of several who spoke."""
    return link.mention.form == "nominal" and _is_plural(link) and link.mention.speaks


def _is_plural(link: Link) -> bool:
    return link.mention.number == "plural"


def _nearest(key: str, before: int, links: tuple[Link, ...], *, spoke: bool = False) -> Found | None:
    """The latest plural description with the noun `key` before the word `before`; one that spoke goes before others."""
    groups = [
        link.mention
        for link in links
        if link.mention.head < before and (link.mention.form, link.mention.key) == ("nominal", key) and _is_plural(link)
    ]
    spoken = [mention for mention in groups if mention.speaks]
    return next(reversed(spoken if spoken or spoke else groups), None)
