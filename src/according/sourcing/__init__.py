"""
What a standards desk asks of one report: who speaks, on what it rests, who is not heard.

`check` reads a `Record`, whether it was just made, or read back from the ledger or from JSON. It says
nothing of what is true: each finding is a question, names its rule, and can be switched off for a house.
"""

from __future__ import annotations

from according.sourcing.checking import check, to_dict
from according.sourcing.house import House, read_house
from according.sourcing.prompts import RULES, Prompt, Sourcing, Voice

__all__ = ["RULES", "House", "Prompt", "Sourcing", "Voice", "check", "read_house", "to_dict"]
