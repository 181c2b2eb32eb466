"""
Abbreviations of news English, by what their full stop can mean.

They are listed from general knowledge and the usage of news style books, not from a corpus. A missing one costs a
cut before a capital; a superfluous one costs a missed sentence end. Case counts: "Sat." is a day, "sat." is not.
"""

from __future__ import annotations

_TITLES = frozenset([
    "Mr", "Mrs", "Ms", "Mx", "Dr", "Drs", "Prof", "Profs", "Rev", "Fr", "Msgr", "Hon", "Messrs", "Mme", "Mlle",
    "Gen", "Gens", "Brig", "Lt", "Lieut", "Col", "Cols", "Maj", "Capt", "Cpt", "Cmdr", "Comdr", "Cdr", "Cpl", "Sgt",
    "Pvt", "Pfc", "Spc", "Ens", "Adm", "Det", "Insp", "Supt", "Const", "Sen", "Sens", "Rep", "Reps", "Gov", "Govs",
    "Pres", "Amb", "Atty", "Ald", "Dist", "Asst", "Assoc", "Sec",
])  # fmt: skip
TITLES = _TITLES | {title.upper() for title in _TITLES}
"""Before a name: their full stop never ends a sentence; in capitals too ("GEN. HALE")."""

MONTHS = frozenset([
    "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec",
])  # fmt: skip
DAYS = frozenset([
    "Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri", "Sat", "Sun",
])  # fmt: skip

NUMBERED = frozenset([
    "No", "Nos", "no", "nos", "pp", "p", "Art", "art", "Sec", "Fig", "fig", "Vol", "vol", "Ch", "ch", "Para",
    "para", "Res", "Sc", "Op", "op",
])  # fmt: skip
"""Abbreviations only before a number ("No. 5"): "He said no. Then he left." ends a sentence."""

INSIDE = frozenset([
    "vs", "v", "approx", "esp", "incl", "cf", "viz", "eg", "ie", "ca",
])  # fmt: skip
"""Always with more of the sentence to come: "Spain vs. The Netherlands"."""

PLACES = frozenset([
    "Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Del", "Fla", "Ga", "Ill", "Ind", "Kan", "Ky", "La", "Md",
    "Mass", "Mich", "Minn", "Miss", "Mo", "Mont", "Neb", "Nev", "Okla", "Ore", "Pa", "Penn", "Tenn", "Tex", "Va",
    "Vt", "Wash", "Wis", "Wyo", "Ont", "Que", "Alta", "Sask", "Man",
])  # fmt: skip
"""States and provinces, after a town's name. Style wants a comma behind when the sentence goes on."""

ENDING = frozenset([
    "Inc", "Corp", "Co", "Cos", "Ltd", "Jr", "Sr", "Bros", "Ave", "Blvd", "Rd", "Sq", "Hwy", "Univ", "Dept", "Est",
    "etc", "al", "Assn", "Mfg", "Intl", "Natl", "Govt", "St", "Ste", "Mt", "Ft", "INC", "CORP", "LTD", "JR", "SR",
    "ST", "MT", "FT", "est", "min", "max", "ext", "lb", "lbs", "oz", "ft", "sq", "mph", "hrs", "mins", "yrs", "ed",
    "eds", "trans",
])  # fmt: skip
"""May stand inside a sentence or end it."""

CLASHING = frozenset([
    "Sun", "Sat", "Mar", "Del", "Ill", "Ind", "Miss", "Mass", "Wash", "Ark", "La", "Pa", "Mo", "Va", "Ga", "Man",
    "Ed", "Const", "Sec", "Art", "Res", "Sc", "Op", "op", "ed", "min", "max", "ext", "est", "trans", "ft", "sq",
    "v", "al", "Est",
])  # fmt: skip
"""Also whole words or names: they keep a full stop only where more of the sentence follows."""

STARTERS = frozenset([
    "The", "A", "An", "This", "That", "These", "Those", "He", "She", "It", "They", "We", "You", "I", "His", "Her",
    "Its", "Their", "Our", "My", "Your", "There", "Here", "In", "On", "At", "By", "From", "For", "With", "Without",
    "Of", "To", "Into", "During", "After", "Before", "Since", "Until", "While", "When", "Where", "Why", "What",
    "Who", "How", "Which", "Whether", "If", "Although", "Though", "Because", "As", "And", "But", "Or", "Nor", "So",
    "Yet", "Also", "However", "Meanwhile", "Moreover", "Instead", "Still", "Then", "Thus", "Therefore", "Earlier",
    "Later", "Now", "Some", "Many", "Most", "Several", "Both", "Each", "Every", "All", "Another", "Other", "Others",
    "Such", "Only", "Even", "Not", "No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine",
    "Ten", "Dozens", "Hundreds", "Thousands", "Under", "Over", "Between", "Among", "Despite", "According",
    "Officials", "Police", "Asked", "Speaking", "Witnesses", "Authorities", "Residents", "Critics", "Nobody",
    "Nothing", "Everyone", "Once", "Just", "Like", "More", "Less", "Neither", "Either", "Any", "Is", "Are", "Was",
    "Were", "Do", "Does", "Did", "Has", "Have", "Had", "Can", "Could", "Would", "Should",
])  # fmt: skip
"""Words that are capitalised only because a sentence begins: after an abbreviation they tell its end."""
