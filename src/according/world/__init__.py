"""
What several stages know of the world and of its words: countries, bodies, role nouns, numbers, months.

    table     one of data/: countries.toml, organisations.toml, sectors.toml
    lookup    how a word is matched with what a table has: its key, its capitals
    numbers   the number words of English
    months    the names of months and their abbreviations

Stands below the stages, as `according.mentions` does, and imports none of them.
"""
