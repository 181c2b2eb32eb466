"""Which mentions a record lists, and of which kind: golden cases."""

from __future__ import annotations

import pytest

from according.mentions import understand
from according.mentions.marking import mark
from golden_cases import cases
from marked_text import marked


@pytest.mark.parametrize("case", cases("mentions/*.toml"))
def test_mentions_are_listed_with_their_kind(case):
    understood = understand(*marked(case["text"]), ())
    marks = mark(understood.parse, understood.links, understood.chains)
    found = [each for each in marks if each.form != "pronoun" or each.link.mention.family == "I"]
    assert [_shown(understood.parse, each) for each in found if not each.told] == case["listed"]
    assert [_shown(understood.parse, each) for each in found if each.told] == case.get("told", [])


def _shown(parse, each):
    return f"{each.kind}: {' '.join(parse.words[each.first : each.last + 1])}"
