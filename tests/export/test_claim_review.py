"""Verdicts of fact-checkers, in the shapes that are met on the web; all invented."""

from __future__ import annotations

import json

import pytest

from according.errors import BadRecord
from according.export.claim_review import Verdict, verdicts

REVIEW = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://checks.example/bridge",
    "claimReviewed": "The bridge at Tete fell in May",
    "datePublished": "2024-05-20",
    "author": {"@type": "Organization", "name": "Checks Example", "url": "https://checks.example"},
    "reviewRating": {"ratingValue": "1", "worstRating": 1, "bestRating": 5, "alternateName": "False"},
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "A. Mayor"},
        "datePublished": "2024-05-18",
        "firstAppearance": {"@type": "CreativeWork", "url": "https://bay-daily.example/bridge"},
        "appearance": [{"url": "https://bay-daily.example/bridge"}, {"@id": "https://other.example/b"}],
    },
}  # fmt: skip
VERDICT = Verdict(
    claim="The bridge at Tete fell in May",
    reviewer="Checks Example",
    url="https://checks.example/bridge",
    reviewed_on="2024-05-20",
    rating="False",
    value=1.0,
    worst=1.0,
    best=5.0,
    claimant="A. Mayor",
    claimed_on="2024-05-18",
    appearances=("https://bay-daily.example/bridge", "https://other.example/b"),
)


def read(data):
    return verdicts(json.dumps(data), "review.json")


@pytest.mark.parametrize(
    "data",
    [
        REVIEW,
        [REVIEW],
        {"@graph": [{"@type": "NewsArticle", "headline": "A bridge"}, REVIEW]},
        {"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": [REVIEW]}]},
        REVIEW | {"@type": ["ClaimReview", "Review"]},
        REVIEW | {"@type": "https://schema.org/ClaimReview"},
        [REVIEW, REVIEW],
    ],
    ids=["one", "a list", "a graph", "a data feed", "of two types", "by its address", "twice"],
)
def test_a_verdict_is_found_in_every_shape(data):
    assert read(data) == (VERDICT,)


def test_bytes_may_begin_with_a_byte_order_mark():
    assert verdicts(b"\xef\xbb\xbf" + json.dumps(REVIEW).encode(), "review.json") == (VERDICT,)


def test_what_a_review_does_not_tell_is_none():
    (found,) = read({"@type": "ClaimReview", "claimReviewed": "It rained"})
    assert found == Verdict(claim="It rained")


def test_a_rating_in_words_is_no_number():
    (found,) = read(REVIEW | {"reviewRating": {"ratingValue": "Mostly false", "alternateName": ""}})
    assert (found.value, found.rating) == (None, None)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({"@type": "NewsArticle"}, "found no ClaimReview"),
        ([], "found no ClaimReview"),
        ({"@type": "ClaimReview", "url": "https://checks.example/x"}, "https://checks.example/x without claimReviewed"),
        ("words", "found no ClaimReview"),
    ],
)
def test_what_is_no_verdict_is_an_error_that_says_so(data, told):
    with pytest.raises(BadRecord, match=told):
        read(data)


def test_no_json_is_an_error_that_names_the_file():
    with pytest.raises(BadRecord, match=r"^review\.json: found no JSON"):
        verdicts("<html>", "review.json")


def test_a_file_that_nests_without_end_is_refused():
    with pytest.raises(BadRecord, match="more than 20 deep"):
        verdicts("[" * 500 + "]" * 500, "review.json")
    with pytest.raises(BadRecord):
        verdicts("[" * 200_000, "review.json")
