"""
What claims and events can be narrowed down by: each option once, and for each command a record that has its own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Annotated, Any, get_type_hints

import typer

from according.cli.options import alpha_3, event_kind, iso_day
from according.vocabulary import STANCES, STATUSES


def with_options(command: Callable[..., None]) -> Callable[..., None]:
    """The command as Typer is to see it: its first parameter is a record, and has an option for each field of that."""
    first, *others = signature(command, eval_str=True).parameters.values()
    record: type[Any] = first.annotation
    hints = get_type_hints(record, include_extras=True)
    options = [
        Parameter(field.name, Parameter.KEYWORD_ONLY, default=field.default, annotation=hints[field.name])
        for field in fields(record)
    ]

    @wraps(command)
    def made(**given: object) -> None:
        wanted = {option.name: given.pop(option.name) for option in options}
        command(record(**wanted), **given)

    made.__signature__ = Signature([*options, *(other.replace(kind=Parameter.KEYWORD_ONLY) for other in others)])  # type: ignore[attr-defined]
    return made


def one_of(words: tuple[str, ...]) -> Callable[[str | None], str | None]:
    """What lets a word pass that is one of `words`; any other is wrong usage."""

    def passed(value: str | None) -> str | None:
        if value is not None and value not in words:
            raise typer.BadParameter(f"found {value!r}, expected one of: {', '.join(words)}")
        return value

    return passed


def mode_of(context: typer.Context, value: str | None) -> str | None:
    """A mode of the type that was asked for, or of any type."""
    if value is None:
        return None
    from according.events.ontology import TYPES, modes
    from according.vocabulary import NEWS_EVENTS

    kind = context.params.get("kind")
    allowed = [mode for one in TYPES if kind in (None, one) for mode in modes(one)]
    allowed += [mode for mode in NEWS_EVENTS if kind in (None, mode.upper())]
    if value not in allowed:
        expected = f"one of: {', '.join(dict.fromkeys(allowed))}" if allowed else f"none, for {kind} has no modes"
        raise typer.BadParameter(f"found {value!r}, expected {expected}")
    return value


def quad_of(value: str | None) -> str | None:
    """One of PLOVER's four classes, or what its ontology has beside them."""
    from according.events.ontology import TYPES, quad

    return one_of(tuple(dict.fromkeys(found for one in TYPES if (found := quad(one)))))(value)


def words_option(meaning: str) -> Any:
    """An option that takes words."""
    return typer.Option(metavar="WORDS", help=meaning)


def country_option(meaning: str) -> Any:
    """An option that takes a country."""
    return typer.Option(metavar="RUS", help=f"{meaning} (ISO 3166 alpha-3).", callback=alpha_3)


def day_option(meaning: str) -> Any:
    """An option that takes a day."""
    return typer.Option(metavar="DATE", help=meaning, callback=iso_day)


Source = Annotated[str | None, words_option("A source in the chain has these words.")]
Named = Annotated[bool | None, typer.Option("--named/--unnamed", help="The innermost source is named, or not.")]
Stance = Annotated[
    str | None, typer.Option(metavar="denied", help="How the source stands to it.", callback=one_of(STANCES))
]
ToldEvent = Annotated[
    str | None, typer.Option(metavar="ASSAULT", help="It tells of such an event (PLOVER's type).", callback=event_kind)
]
Kind = Annotated[
    str | None,
    typer.Option(
        "--type", metavar="ASSAULT", help="PLOVER's type, or DENIAL, DISASTER, ...", callback=event_kind, is_eager=True
    ),
]
Mode = Annotated[str | None, typer.Option(metavar="drone", help="The finer kind within its type.", callback=mode_of)]
Quad = Annotated[str | None, typer.Option(metavar="QUAD", help='Like "material conflict".', callback=quad_of)]
Actor = Annotated[str | None, words_option("One who acts has these words.")]
Recipient = Annotated[str | None, words_option("One acted upon has these words.")]
Where = Annotated[str | None, words_option("Its place, or that place's country.")]
Status = Annotated[
    str | None, typer.Option(metavar="planned", help="What it is, if nothing current.", callback=one_of(STATUSES))
]
All = Annotated[bool, typer.Option("--all", help="Statements too: that somebody said something.")]
ReportReference = Annotated[str | None, typer.Option(metavar="REPORT", help="A key, path or address.")]
Limit = Annotated[int | None, typer.Option(min=1, help="At most so many.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimOptions:
    """The filters of `according claims`; see `according.store.ClaimFilter`."""

    source: Source = None
    named: Named = None
    country: Annotated[str | None, country_option("A source's country")] = None
    stance: Stance = None
    words: Annotated[str | None, words_option("All of them in the claim or its sources, in any inflection.")] = None
    since: Annotated[str | None, day_option("Published on this day or later.")] = None
    until: Annotated[str | None, day_option("Published on this day or earlier.")] = None
    event: ToldEvent = None
    report: ReportReference = None
    limit: Limit = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventOptions:
    """The filters of `according events`; see `according.store.EventFilter`, whose `type` is `kind` here."""

    kind: Kind = None
    mode: Mode = None
    quad: Quad = None
    actor: Actor = None
    recipient: Recipient = None
    country: Annotated[str | None, country_option("Any party's country")] = None
    place: Where = None
    since: Annotated[str | None, day_option("Happened on this day or later.")] = None
    until: Annotated[str | None, day_option("Happened on this day or earlier.")] = None
    status: Status = None
    words: Annotated[str | None, words_option("All of them in its sentence, parties or place.")] = None
    report: ReportReference = None
    statements: All = False
    limit: Limit = None
