"""What service there is and what is asked of it: the words that splitting a month is told in."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from tests.oracle.person import Job


class Way(NamedTuple):
    """One way for service to count: months of credit for a month, up to a maximum of credit if there is one."""

    rate: Fraction = Fraction(1)
    at_most: Fraction | None = None


class Demand(NamedTuple):
    """So many months of credit, by any of the ways; ``root`` is the requirement that it lies within, or itself.

    A demand that is ``filled_first`` is no experience: all of it must be held (docs/semantics.md, C21, C22).
    """

    name: str
    months: Fraction
    ways: tuple[Way, ...]
    root: str
    filled_first: bool = False


class Crowd(NamedTuple):
    """So many months alike, in each of which several jobs together fill more than the month."""

    months: Fraction
    shares: tuple[tuple[Job, Fraction], ...]


class Supply(NamedTuple):
    """Service: months of single jobs, and crowded months."""

    alone: Mapping[Job, Fraction]
    crowds: Sequence[Crowd] = ()

    def jobs(self) -> list[Job]:
        """Return every job."""
        return [*self.alone, *(job for crowd in self.crowds for job, _ in crowd.shares)]

    def by_crowd(self) -> Iterator[tuple[int | None, list[tuple[Job, Fraction]]]]:
        """Yield the months of each job: of those alone first, then crowd by crowd with its place."""
        yield None, list(self.alone.items())
        for number, crowd in enumerate(self.crowds):
            yield number, [(job, share * crowd.months) for job, share in crowd.shares]


Taken = Callable[[Job, str], frozenset[int]]
"""The places of the ways in which a job counts for a demand."""

Rivals = Callable[[str, str], bool]
"""Whether a month counts for only one of two demands."""
