"""
ClaimReview (schema.org), the way back in: what fact-checkers published about claims, read from JSON-LD.

A verdict is somebody else's judgement, kept beside the ledger's claims and never mixed with them: it is no claim of a
report, makes none truer, and counts for no origin. Reading it asks nothing of the web. The kinds of file that are
met: one ClaimReview, a list of them, a page's `@graph`, and the data feed of Data Commons (`dataFeedElement`, each
with `item`).

Lost: reviews of anything but claims, the review's text, and all but the first of several values where schema.org
allows several and one is meant (name, date, rating).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from according.errors import BadRecord

Json = dict[str, object]

NESTS = ("@graph", "dataFeedElement", "item", "itemListElement", "mainEntity", "hasPart")
"""Keys under which a file may hold its reviews."""

DEEPEST = 20
"""How deep a file may nest, before it is taken for a mistake or a trap. Real ones nest three deep."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """
    One published judgement of one claim. Words are as published; dates as written, ISO 8601 where the publisher kept
    to it; None where the review does not tell.

    `claim` is what was judged (`claimReviewed`), `rating` the judgement in words (`alternateName`: "False"), `value`
    with `worst` and `best` the same as a number on the publisher's own scale: scales differ, so that numbers of two
    publishers must not be compared. `claimant` is who is said to have made the claim, `appearances` where.
    """

    claim: str
    reviewer: str | None = None
    url: str | None = None
    reviewed_on: str | None = None
    rating: str | None = None
    value: float | None = None
    worst: float | None = None
    best: float | None = None
    claimant: str | None = None
    claimed_on: str | None = None
    appearances: tuple[str, ...] = ()


def verdicts(data: bytes | str, where: str) -> tuple[Verdict, ...]:
    """
    The verdicts of a file, in its order, each once.

    Args:
        data: JSON, in UTF-8 where it is bytes.
        where: what to call the file in messages.

    Raises:
        BadRecord: it is no JSON, holds no ClaimReview, or one that does not say what it judges.
    """
    try:
        written = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise BadRecord(where, f"found no JSON ({error}), expected schema.org ClaimReview as JSON-LD") from error
    found = tuple(dict.fromkeys(_verdict(each, where) for each in _reviews(written, where)))
    if not found:
        raise BadRecord(where, "found no ClaimReview, expected one at least", 'Its "@type" must be "ClaimReview".')
    return found


def _reviews(value: object, where: str, depth: int = 0) -> Iterator[Json]:
    if depth > DEEPEST:
        raise BadRecord(where, f"found objects more than {DEEPEST} deep, expected a list of reviews")
    if isinstance(value, list):
        for item in value:
            yield from _reviews(item, where, depth + 1)
    elif isinstance(value, dict):
        if _is(value, "ClaimReview"):
            yield value
        for key in NESTS:
            yield from _reviews(value.get(key), where, depth + 1)


def _is(node: Json, kind: str) -> bool:
    """Whether a node is of a type, written "ClaimReview", "schema:ClaimReview" or as an address."""
    types = node.get("@type")
    listed = types if isinstance(types, list) else [types]
    return any(isinstance(each, str) and each.rpartition("/")[2].rpartition(":")[2] == kind for each in listed)


def _verdict(node: Json, where: str) -> Verdict:
    claim = _words(node.get("claimReviewed"))
    if claim is None:
        named = _words(node.get("url")) or "a ClaimReview"
        raise BadRecord(where, f"found {named} without claimReviewed, expected the claim that it judges")
    rating, reviewed = _node(node.get("reviewRating")), _node(node.get("itemReviewed"))
    appearances = [
        _address(each) for each in (*_list(reviewed.get("firstAppearance")), *_list(reviewed.get("appearance")))
    ]
    return Verdict(
        claim=claim,
        reviewer=_name(node.get("author")) or _name(node.get("publisher")),
        url=_address(node.get("url")),
        reviewed_on=_words(node.get("datePublished")),
        rating=_words(rating.get("alternateName")) or _words(rating.get("name")),
        value=_number(rating.get("ratingValue")),
        worst=_number(rating.get("worstRating")),
        best=_number(rating.get("bestRating")),
        claimant=_name(reviewed.get("author")),
        claimed_on=_words(reviewed.get("datePublished")),
        appearances=tuple(dict.fromkeys(each for each in appearances if each)),
    )


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _node(value: object) -> Json:
    """The first object, an empty one where there is none."""
    return next((each for each in _list(value) if isinstance(each, dict)), {})


def _words(value: object) -> str | None:
    r"""
    The first words that are not blank, white space as single blanks; a value with its language is its words.

    >>> _words(["", {"@value": "No\n bridge fell", "@language": "en"}]), _words(" "), _words(4)
    ('No bridge fell', None, None)
    """
    for each in _list(value):
        said = each.get("@value") if isinstance(each, dict) else each
        if isinstance(said, str) and said.strip():
            return " ".join(said.split())
    return None


def _name(value: object) -> str | None:
    """Who: an object's name, or words."""
    return _words(_node(value).get("name")) or _words(value)


def _address(value: object) -> str | None:
    """Where: an object's url or id, or words."""
    node = _node(value)
    return _words(node.get("url")) or _words(node.get("@id")) or _words(value)


def _number(value: object) -> float | None:
    """
    A number, also where it is written as words.

    >>> _number("1"), _number(4.5), _number("Mostly false"), _number(True), _number("nan")
    (1.0, 4.5, None, None, None)
    """
    for each in _list(value):
        if isinstance(each, bool) or not isinstance(each, str | int | float):
            continue
        try:
            number = float(each)
        except (ValueError, OverflowError):
            continue
        if abs(number) < float("inf"):  # neither infinite nor not a number
            return number
    return None
