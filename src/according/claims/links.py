"""
What a link of a chain takes from the entity that its words mean: who it is, country, sectors, office.

What the link's own words say stands; only what they leave open is filled in, each with its reason.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from according.records import Entity, Grounded, Mention, SourceLink, Span, Spans, Step
from according.world.tables import table

VOICES = frozenset(("named", "role-only", "institution", None))
"""Identifications of links that may be the entity itself rather than some of its people."""


FIELDS = ("country", "sectors", "role", "role_status")
"""What a link and an entity both have."""


class Entities:
    """The entities of one report, as links ask for them."""

    def __init__(self, grounded: Grounded) -> None:
        self.mentions = tuple(sorted((*grounded.mentions, *grounded.told), key=lambda m: m.spans[0]))
        self.by_id = {entity.id: entity for entity in grounded.entities}

    def known(self, link: SourceLink) -> SourceLink:
        """The link with its entity, and with what is known of that where its own words say nothing."""
        found = self.by_id.get(self.of(link) or "")
        if found is None or (link.identification != "named" and not _may_be(link, found)):
            return link
        steps = tuple(_reasons(link, found)) if _may_be(link, found) else ()
        stands_for = self._state(link, found)
        if stands_for:
            steps = (*steps, Step(stage="claims", rule="capital for its state", field="resolves_to", spans=stands_for))
            link = replace(link, resolves_to=stands_for)
        filled = {step.field: getattr(found, step.field) for step in steps if step.field in FIELDS}
        return replace(link, entity=found.id, why=(*link.why, *steps), **filled)

    def of(self, link: SourceLink) -> str | None:
        """
        The entity that a link means: that of the mention its words are, or go back to.

        The widest mention within the words, the first of them, and nothing where that one has no
        entity: "an Airbus spokesman" is not Airbus. Of a source that is named, a person's name alone
        counts. A mention wider than the words does not.
        """
        for spans in (link.spans, link.resolves_to):
            inside = [m for span in spans for m in self._beginning_in(span) if span.holds(m.spans[0])]
            if link.identification == "named":
                inside = [m for m in inside if m.form == "name" and m.kind == "person"]
            widest = max(inside, key=lambda m: (m.spans[-1].end - m.spans[0].start, -m.spans[0].start), default=None)
            if widest is not None and widest.entity:
                return widest.entity
        return None

    def _state(self, link: SourceLink, entity: Entity) -> Spans:
        """The name of the state that a capital speaks for ("Moscow said"): the nearest before it, else the first."""
        names = table("countries.toml").get(entity.country or "", {})
        if link.resolves_to or link.identification != "institution" or entity.name not in names.get("capitals", ()):
            return ()
        states = {each.id for each in self.by_id.values() if each.name in names["names"]}
        named = [m.spans for m in self.mentions if m.entity in states and m.form == "name"]
        return next((s for s in reversed(named) if s[0].start < link.spans[0].start), named[0] if named else ())

    def _beginning_in(self, span: Span) -> tuple[Mention, ...]:
        """The mentions, which stand in the order of the text, that begin within a span."""
        first = bisect_left(self.mentions, span.start, key=lambda m: m.spans[0].start)
        return self.mentions[first : bisect_left(self.mentions, span.end, key=lambda m: m.spans[0].start)]


def _reasons(link: SourceLink, entity: Entity) -> Iterator[Step]:
    """A step for each field that the entity fills."""
    same_office = link.role is None or _words(link.role) == _words(entity.role)
    for field in FIELDS:
        mine, its = getattr(link, field), getattr(entity, field)
        if not its or mine == its:
            continue
        presumed = field == "role_status" and same_office and _is_presumed(link)
        role = field in ("role", "role_status")
        if (mine and not presumed) or (role and link.identification not in VOICES):
            continue
        if field == "role_status" and not same_office:
            continue
        value = " ".join(its) if isinstance(its, tuple) else its
        yield Step(
            stage="claims",
            rule=f"entity: {entity.name}",
            field=field,
            value=value,
            spans=link.spans,
            loser=mine or None,
        )


def _may_be(link: SourceLink, entity: Entity) -> bool:
    """Whether nothing that both tell says that they are two: another country, another office."""
    if link.country and entity.country and link.country != entity.country:
        return False
    one, other = _words(link.role), _words(entity.role)
    return not one or not other or one <= other or other <= one


def _words(role: str | None) -> frozenset[str]:
    return frozenset((role or "").casefold().split())


def _is_presumed(link: SourceLink) -> bool:
    """Whether the link's office is held now only because no word says otherwise."""
    return link.role_status == "current" and not any(step.field == "role_status" and step.spans for step in link.why)
