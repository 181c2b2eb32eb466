"""What the ledger asks of stage 8: profiles of reports, and what two of them tell of each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from according.records import Bond, EventAt, Record, Relation

Pair = tuple[str, str]
Groups = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """
    What comparing two profiles gave.

    `story`: by how much the pair pulls its reports into one story, like log-odds: below 0 it pushes them apart;
    None where they were not compared for it.
    `origin`: a score in [0, 1], None where nothing tells of a common origin; `kinship` (`vocabulary.KINSHIPS`) then
    says of what kind.
    """

    story: float | None = None
    origin: float | None = None
    kinship: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """Pairs of reports that a person puts together, or keeps apart."""

    same: tuple[Pair, ...] = ()
    different: tuple[Pair, ...] = ()


class Outcome(Protocol):
    """What a matcher's `compare` gives: anything with the fields of `Compared`."""

    @property
    def story(self) -> float | None:
        """See `Compared`."""
        ...

    @property
    def origin(self) -> float | None:
        """See `Compared`."""
        ...

    @property
    def kinship(self) -> str | None:
        """See `Compared`."""
        ...


class Profile(Protocol):
    """The little of a report that it is compared by."""

    def to_bytes(self) -> bytes:
        """As it is kept; `Matcher.load` reads it again."""
        ...


class Matcher(Protocol):
    """
    Stage 8 as the ledger uses it. Pure: the same two profiles always compare the same, whatever else there is.

    `version` names the scorers; what another version decided is decided again.
    """

    @property
    def version(self) -> str:
        """Names and versions of all that decides."""
        ...

    def profile(self, record: Record) -> Profile:
        """A report's profile."""
        ...

    def load(self, data: bytes) -> Profile:
        """A profile from its bytes."""
        ...

    def keys(self, profile: Any) -> Iterable[tuple[str, int]]:
        """
        Blocking keys: two reports without a key in common are never compared.

        Each with what it counts: 3 for one that few reports hold and that is enough by itself; 2 and 1 for those that
        more and many hold: see `neighbours.NEEDED`.
        """
        ...

    def compare(self, older: Any, newer: Any) -> Outcome:
        """What two profiles tell of each other, the one that was published first given first."""
        ...

    def bonds(self, older: Any, newer: Any) -> tuple[Bond, ...]:
        """As `compare`, with the reasons, one bond a kind."""
        ...

    def clusters(self, reports: Iterable[str], pulls: Mapping[Pair, float], decided: Decisions) -> Groups:
        """Reports, by their ids, in groups in which what pulls outweighs what pushes; what is decided is followed."""
        ...

    def friends(self, pulls: Mapping[Pair, float], reports: int) -> Iterable[Pair]:
        """
        Pairs that are to be compared though they are no candidates, the smaller id first.

        `pulls` are those of all candidates among so many `reports` that hang together; these may be among the answer.
        """
        ...

    def pull(self, older: Any, newer: Any) -> float:
        """By how much such a pair pulls its reports into one story."""
        ...

    def account(self, record: Record) -> Any:
        """What a report's claims are related to others by."""
        ...

    def relate(self, older: Any, newer: Any, compared: Outcome) -> tuple[Relation, ...]:
        """How the claims of two reports stand to each other: their accounts, and what `compare` gave of them."""
        ...

    def happenings(self, records: Sequence[Record]) -> tuple[EventAt, ...]:
        """Of the reports of one story, the first published given first: the mentions of its main event."""
        ...

    def independent(self, origins: Sequence[Sequence[Any]]) -> int:
        """Of the origins of one story, each given as its reports' profiles: how many show something of their own."""
        ...


def default() -> Matcher:
    """The matcher of this release; imported only here, where it is first needed."""
    from according.matching.comparing import Comparer

    return Comparer()
