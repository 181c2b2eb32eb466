"""
Titles and descriptions beside a name, brought to the name's chain.

The search for mentions takes "Secretary of State" before "Ana Wold" for somebody of its own where the parse
does not join them; what goes back to it later ("the secretary") is then hers too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from according.grounding.actors.bodies import is_office
from according.grounding.descriptions import beside, name_begins
from according.mentions import Chain, Link, Parse


def with_titles(parse: Parse, links: tuple[Link, ...], chains: tuple[Chain, ...]) -> tuple[Link, ...]:
    """The links, descriptions beside a person's name given to its chain, with what goes back to them."""
    nominal = {each.mention.head: each for each in links if each.mention.form == "nominal"}
    whole: dict[int, int] = {}
    single: dict[int, int] = {}
    for each in links:
        if each.mention.form != "name" or each.mention.kind != "person":
            continue
        for head in _heads(parse, each, nominal):
            told = nominal[head]
            if told.chain != each.chain and chains[told.chain].named is None and chains[told.chain].first.head == head:
                whole[told.chain] = each.chain
            elif told.rule == "likeliest":
                single[head] = each.chain
    if not whole and not single:
        return links
    return tuple(
        replace(each, chain=chain)
        if (chain := single.get(each.mention.head, whole.get(each.chain, each.chain))) != each.chain
        else each
        for each in links
    )


def _heads(parse: Parse, name: Link, nominal: dict[int, Link]) -> Iterator[int]:
    """The heads of descriptions of one person beside a name."""
    for words in beside(parse, name_begins(parse, name.mention), name.mention.last):
        heads = [
            word
            for word in range(words.first, words.last + 1)
            if word in nominal and nominal[word].mention.kind == "person" and nominal[word].mention.number == "singular"
        ]
        if heads and is_office(" ".join(parse.words[words.first : words.last + 1])):
            yield heads[0] if words.place == "behind" else heads[-1]
