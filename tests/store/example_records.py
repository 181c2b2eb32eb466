"""Records made by hand, of invented reports; spans are found by their words."""

from __future__ import annotations

import hashlib

from according.records import (
    Anonymity,
    Attribution,
    Claim,
    Entity,
    Mention,
    Record,
    Report,
    Sentence,
    SourceLink,
    Span,
    Step,
)

TEXT = (
    "MERSIN, May 3 - A fuel depot burned for two days, three port officials told Reuters on Friday.\n"
    "\n"
    "One of the officials said that nobody was hurt. The Turkish energy ministry denied that there was a fire.\n"
    "\n"
    "Work goes on at the terminal.\n"
)


def find(text: str, words: str) -> tuple[Span, ...]:
    """The one place where the words stand."""
    assert text.count(words) == 1, words
    start = text.index(words)
    return (Span(start=start, end=start + len(words)),)


def report_of(text: str, **known: object) -> Report:
    return Report(id=hashlib.sha256(text.encode()).hexdigest(), text=text, **known)


def plain_record(text: str, made_by: str = "according 1", **known: object) -> Record:
    """A record whose one claim is the outlet's: all that the text says."""
    spans = (Span(start=0, end=len(text.rstrip())),)
    claim = Claim(id="c1", chain=(SourceLink(),), content=spans, confidence=0.9)
    return Record(report=report_of(text, **known), claims=(claim,), made_by=made_by)


def depot_chains(text: str) -> dict[str, tuple[SourceLink, ...]]:
    """Who vouches for each claim of `depot_record`, by the claim's id."""

    def spans(words: str) -> tuple[Span, ...]:
        return find(text, words)

    narrator = SourceLink(identification="institution", relation="reported")
    officials = spans("three port officials")
    anonymity = Anonymity(spans=officials, grounds="none-given")
    return {
        "c1": (
            narrator,
            SourceLink(spans=spans("Reuters"), entity="e1", identification="institution", relation="reported"),
            SourceLink(
                spans=officials, identification="unnamed", count=3, country="TUR", sectors=("GOV",), anonymity=anonymity
            ),
        ),
        "c2": (narrator, SourceLink(spans=spans("One of the officials"), identification="unnamed", part_of=officials)),
        "c3": (
            narrator,
            SourceLink(spans=spans("The Turkish energy ministry"), identification="institution", country="TUR"),
        ),
        "c4": (narrator,),
    }


def depot_record(text: str = TEXT, made_by: str = "according 1", **known: object) -> Record:
    """A wire, three officials, one of them, a denial, and the outlet itself."""

    def spans(words: str) -> tuple[Span, ...]:
        return find(text, words)

    chains = depot_chains(text)
    contents = {
        "c1": "A fuel depot burned for two days",
        "c2": "nobody was hurt",
        "c3": "there was a fire",
        "c4": "Work goes on at the terminal.",
    }
    stances = {"c3": "denied"}
    cues = {"c1": "told", "c2": "said", "c3": "denied"}
    reason = Step(
        stage="attribution", rule="cue", field="stance", value="denied", spans=spans("denied"), score=0.93, loser="said"
    )
    return Record(
        report=report_of(text, **{"path": "depot.txt", "publisher": "Bay Daily", "published": "2024-05-03"} | known),
        sentences=(Sentence(span=Span(start=0, end=94), words=(), paragraph=0),),
        entities=(Entity(id="e1", name="Reuters", kind="organisation"),),
        mentions=(Mention(spans=spans("Reuters"), kind="organisation", entity="e1"),),
        attributions=tuple(
            Attribution(
                id=f"a{name[1:]}",
                source=chains[name][-1].spans,
                cue=spans(cue),
                content=spans(contents[name]),
                kind="indirect",
            )
            for name, cue in cues.items()
        ),
        claims=tuple(
            Claim(
                id=name,
                chain=chain,
                content=spans(contents[name]),
                stance=stances.get(name, "asserted"),
                attribution=f"a{name[1:]}" if name in cues else None,
                confidence=0.8,
                why=(reason,) if name == "c3" else (),
            )
            for name, chain in chains.items()
        ),
        made_by=made_by,
    )
