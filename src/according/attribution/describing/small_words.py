"""
The closed lists of English that tell where a noun phrase ends and what its words do: lists of our own.
"""

from __future__ import annotations

import re

from according.world.lookup import word_set

PREPOSITIONS = word_set(
    """
    of for in at from to on with by near inside within among amongst under behind about around against between
    over across throughout outside into off besides beyond
    """
)
CLAUSE = word_set(
    """
    who whom whose which that where when familiar close briefed involved knowledgeable aware present cited
    quoted named interviewed contacted reached based identified known described posted published obtained seen
    released issued signed carried broadcast aired run privy loyal opposed allied affiliated said says told
    because if as than such like made
    """
)
"""Words after a noun that open a clause or a description of it, not more of its name."""

PARTICIPLE = re.compile(r"^[a-z]+(?:ed|en|wn)$")
"""After a noun, a word such as "taken" or "concerned" opens a description: "polls taken in May"."""

DETERMINERS = word_set(
    """
    a an the this that these those some any another each every both either no its his her their our my your all
    """
)

INDEFINITE = frozenset({"a", "an", "one", "another"})
PRONOUNS = word_set(
    """
    i you he she it we they him her them us me who which that this these those his hers theirs myself himself
    herself themselves itself whoever
    """
)
QUANTIFIERS = word_set(
    """
    one two three four five six seven eight nine ten eleven twelve dozen dozens scores hundreds thousands
    several some many most few number handful couple pair group majority all both none half each any others
    another either neither least more
    """
)
"""Words that may stand before "of the officials" and leave "officials" the head."""

LEADING = DETERMINERS | QUANTIFIERS
"""Words that a noun phrase begins with: articles, pronouns of possession, and how many."""

COLLECTIONS = word_set(
    """
    array range host lot variety slew bunch chorus string series wave group team crowd handful couple pair
    number majority minority panel trio quartet total cross-section assortment collection mix succession
    """
)
"""Nouns that leave the noun after their "of" the head: "a growing chorus of critics"."""

ADVERBS = word_set(
    """
    there here today yesterday alike alone both together himself herself themselves itself too also abroad ago
    later everywhere elsewhere online nearby everywhere
    """
)
BREAKS = frozenset(",;:()[]—–")

PARTICLES = word_set(
    """
    al el de del della di da dos du van von der den ter bin ibn abu la le ul y e bint ap ould ag
    """
)
"""Small words inside people's names."""

SURNAMES = word_set(
    """
    king prince pope judge marshal major bishop cardinal priest monk abbot miner farmer driver guard dean
    captain shepherd house church temple bank post star bill law speaker rector child friend head planter banker
    barber cook porter page guide merchant chancellor proctor constable sheriff marine sergeant singer player
    fisherman nation front chase power
    """
)
"""Known words that are also surnames; after a given name they end a name: "Nora King"."""

FIRST_NAMES = word_set("marine bill dean guy star earl prince")
"""Known words that are also given names, and no title before a name (or seldom one): "Bill Hale"."""
