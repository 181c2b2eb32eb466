"""A list of claims as an address says it: what is chosen, sorted and shown, and the links to every state beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from according.store.facets import FACETS, SORTS, Chosen, Found, Wanted

PER_PAGE = (50, 200, 1000)
"""How many claims a page may show."""

SHOWN = 8
"""Values of a facet that are shown before "all"; a guess: nine facets then fit two screens."""

MOST_SHOWN = 500
"""Values of a facet that are shown at all; beyond these, searching finds them. A guess, as above."""

TITLES = {
    "naming": "Source is",
    "source": "Source",
    "country": "Source's country",
    "stance": "Stance",
    "certainty": "Certainty",
    "event": "Tells of",
    "place": "Where",
    "outlet": "Outlet",
    "date": "Published",
}
NAMES = {
    "role-only": "told by office alone",
    "unnamed": "not named",
    "nobody": "nobody named",
    "outlet": "the outlet itself",
}
"""How values of "naming" are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What an address asks for. `fixed` facets are the page's own, and not said in its address again."""

    wanted: Wanted
    page: int = 1
    per: int = PER_PAGE[0]
    more: str = ""
    fixed: tuple[str, ...] = ()

    def address(self, base: str = "/") -> str:
        """The state as an address; what is as usual is left out."""
        given: list[tuple[str, str]] = [("q", self.wanted.words)] if self.wanted.words else []
        given += [
            (name, value) for name in FACETS if name not in self.fixed for value in self.wanted.chosen.get(name, ())
        ]
        usual = {"since": "", "until": "", "sort": "-date", "page": "1", "per": str(PER_PAGE[0]), "more": ""}
        now = {
            "since": self.wanted.since, "until": self.wanted.until, "sort": self.wanted.sort,
            "page": str(self.page), "per": str(self.per), "more": self.more,
        }  # fmt: skip
        given += [(name, value) for name, value in now.items() if value != usual[name]]
        return base + ("?" + urlencode(given) if given else "")

    def toggled(self, facet: str, value: str) -> State:
        """With a value chosen that was not, or without one that was; back on the first page."""
        chosen = {name: tuple(values) for name, values in self.wanted.chosen.items()}
        before = chosen.get(facet, ())
        chosen[facet] = tuple(each for each in before if each != value) if value in before else (*before, value)
        if facet == "date":  # a month stands for its year, a day for its month: one at a time
            chosen[facet] = () if value in before else (value,)
        return replace(self, wanted=replace(self.wanted, chosen=chosen), page=1, more="")

    def sorted_by(self, name: str) -> State:
        """Sorted by this, or the other way round where it is so already."""
        turned = name if self.wanted.sort != name else f"-{name}"
        return replace(self, wanted=replace(self.wanted, sort=turned), page=1)

    def at(self, page: int) -> State:
        """Another page of the same."""
        return replace(self, page=page)

    def by(self, per: int) -> State:
        """As many a page."""
        return replace(self, per=per, page=1)

    def showing(self, facet: str) -> State:
        """With all values of a facet shown, or with as many as usual."""
        return replace(self, more="" if self.more == facet else facet)


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of a facet: how it is shown, how many claims have it, and where choosing it leads."""

    value: str
    name: str
    count: int
    chosen: bool
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """A facet as it is shown; `hidden` values are left out, which `more` leads to."""

    name: str
    title: str
    values: tuple[Value, ...]
    hidden: int
    more: str


def state_of(query: QueryParams, fixed: Chosen | None = None) -> State:
    """
    What the address asks for. What makes no sense in it is left aside: an address is typed by people too.

    >>> state = state_of(QueryParams("stance=denied&stance=alleged&page=0&per=7&sort=up&since=yesterday"))
    >>> state.wanted.chosen, state.page, state.per, state.wanted.sort, state.wanted.since
    ({'stance': ('denied', 'alleged')}, 1, 50, '-date', '')
    """
    chosen = {name: tuple(dict.fromkeys(v for v in query.getlist(name) if v)) for name in FACETS}
    sort = query.get("sort", "-date")
    per = query.get("per", "")
    page = query.get("page", "")
    wanted = Wanted(
        chosen={name: values for name, values in chosen.items() if values} | dict(fixed or {}),
        words=" ".join(query.get("q", "").split())[:500],
        since=_day(query.get("since", "")),
        until=_day(query.get("until", "")),
        sort=sort if sort.removeprefix("-") in SORTS else "-date",
    )
    return State(
        wanted=wanted,
        page=max(1, int(page)) if page.isdecimal() and len(page) < 9 else 1,
        per=int(per) if per in map(str, PER_PAGE) else PER_PAGE[0],
        more=query.get("more", "") if query.get("more") in FACETS else "",
        fixed=tuple(fixed or ()),
    )


def _day(value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        return ""


def facets(state: State, found: Found, base: str = "/", without: str = "") -> Iterator[Facet]:
    """The facets of what was found, those without values left out; chosen values always shown, and first."""
    for name in FACETS:
        chosen = state.wanted.chosen.get(name, ())
        folded = {value.casefold() for value in chosen}
        counted = list(found.facets[name])
        values = [(value, count, True) for value, count in counted if value.casefold() in folded]
        missing = folded - {value.casefold() for value, _, _ in values}
        values += [(value, 0, True) for value in chosen if value.casefold() in missing]
        others = [(value, count, False) for value, count in counted if value.casefold() not in folded]
        most = MOST_SHOWN if state.more == name else SHOWN
        shown = others[:most]
        if name != without and (values or others):
            yield Facet(
                name=name,
                title=TITLES[name],
                values=tuple(_value(state, name, each, base) for each in (*values, *shown)),
                hidden=len(others) - len(shown),
                more=state.showing(name).address(base),
            )


def _value(state: State, facet: str, each: tuple[str, int, bool], base: str) -> Value:
    value, count, chosen = each
    spelled = next((v for v in state.wanted.chosen.get(facet, ()) if v.casefold() == value.casefold()), value)
    return Value(
        value=value,
        name=shown_as(facet, value),
        count=count,
        chosen=chosen,
        address=state.toggled(facet, spelled).address(base),
    )


def shown_as(facet: str, value: str) -> str:
    """
    A value in words.

    >>> shown_as("naming", "unnamed"), shown_as("stance", "claimed-responsibility"), shown_as("source", "a-b")
    ('not named', 'claimed responsibility', 'a-b')
    """
    if facet == "naming":
        return NAMES.get(value, value)
    return value.replace("-", " ") if facet in ("stance", "certainty") else value


def pages(state: State, total: int) -> Mapping[str, int]:
    """The numbers of the pages around this one; "last" is 1 where nothing was found."""
    last = max(1, -(-total // state.per))
    here = min(state.page, last)
    return {"here": here, "last": last, "previous": max(1, here - 1), "next": min(last, here + 1)}
