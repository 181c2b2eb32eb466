from __future__ import annotations

import pytest

from according import Reader
from events.acts_given import events_of
from golden_cases import cases


@pytest.fixture(scope="module")
def tagger():
    return Reader().tagger


@pytest.mark.parametrize("case", cases("events/events.toml"))
def test_events_have_their_parties_scene_and_standing(tagger, case):
    if case.get("model") and "acts" not in getattr(tagger.encoder, "outputs", ()):
        pytest.skip("the shipped weights have no events head")
    report, grounded, found = events_of(tagger, case)

    def words(spans) -> str:
        return report.text[spans[0].start : spans[-1].end] if spans else ""

    wanted = case["events"]
    said = [
        {
            "trigger": words(event.trigger), "type": event.type or "", "mode": event.mode or "",
            "quad": event.quad or "",
            "actors": [words(one.spans) for one in event.actors],
            "recipients": [words(one.spans) for one in event.recipients],
            "place": words(event.place.spans) if event.place else "", "time": event.time.value if event.time else "",
            "quantities": [words(grounded.quantities[number].spans) for number in event.quantities],
            "polarity": event.polarity, "certainty": event.certainty, "status": event.status,
            "inherited": list(event.inherited), "contexts": list(event.contexts),
        }
        for event in found
    ]  # fmt: skip
    assert [{key: one[key] for key in keys} for one, keys in zip(said, wanted, strict=False)] == wanted
    assert len(said) == len(wanted), [one["trigger"] for one in said]
