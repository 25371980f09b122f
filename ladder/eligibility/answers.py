"""The verdict about one candidate and one class: figures, reasons, sources."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from itertools import combinations, islice
from typing import NamedTuple

from ladder.eligibility.answer_conditions import Condition
from ladder.eligibility.clocks import Amount
from ladder.service_time import Month
from ladder.sources import Source
from ladder.values import Value

MOST_SETS = 1_023
"""Sets of asked conditions looked at for the fewest that do: all sets of ten."""


class Status(StrEnum):
    """What an answer is; only now and after come with a number of months."""

    NOW = "now"
    AFTER = "after"
    UNKNOWN = "unknown"
    UNREACHABLE = "unreachable"
    NO_PATH = "no_path"


class CreditedMonths(Value):
    """Months of a requirement that something stands for, and by which clause."""

    by: str
    months: Amount
    what: str
    source: Source


class CountedJob(Value):
    """One past job that counts for a requirement, alone, and why."""

    job: int
    title: str
    months: Amount
    why: str


class RequirementTrace(NamedTuple):
    """One requirement, as of the as-of month: asked, held, credited, left.

    ``asked``, ``held`` and ``left`` are months, null where the requirement is not one
    of months. ``held`` plus the credits plus ``left`` is at least ``asked``.
    """

    reference: str
    kind: str
    what: str
    asked: int | None
    held: Amount | None
    credited: tuple[CreditedMonths, ...]
    left: Amount | None
    counted: tuple[CountedJob, ...]
    met_in_month: int | None
    source: Source


class Move(Value):
    """One move of a plan: hold the feeder class for some months, then enter the target class.

    ``kind`` is the kind of the step between the two, or ``open_route`` where no step
    joins them and the target's qualifications are met all the same.
    """

    feeder_class: str
    target_class: str
    kind: str
    hold_months: int
    at_month: int
    route: str
    conditions: tuple[str, ...]
    source: Source | None = None


class IfConditionsMet(NamedTuple):
    """What the months would be were these asked conditions true."""

    months: int
    conditions: tuple[str, ...]


class Assessment(Value):
    """When the minimum qualifications of a class are met, by which routes, and why.

    ``months`` is a figure that works; ``proved_months`` one that cannot be beaten; they
    are equal where the figure is proved. Both are null unless the status is now or
    after. ``missing`` holds the inclusion-minimal sets of requirements that are not met.
    ``file_months`` is when one may file for the examination, never later than ``months``;
    null where no text lets anyone file early. ``appoint_months`` is when one may be
    appointed, where that is later than ``months``.
    ``if_conditions_proved`` are the months proved of ``if_conditions_met``.
    """

    target: str
    status: Status
    as_of: Month
    months: int | None = None
    proved_months: int | None = None
    routes: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()
    missing: tuple[tuple[str, ...], ...] = ()
    if_conditions_met: IfConditionsMet | None = None
    requirements: tuple[RequirementTrace, ...] = ()
    steps: tuple[Move, ...] = ()
    file_months: int | None = None
    appoint_months: int | None = None
    if_conditions_proved: int | None = None

    @property
    def between(self) -> tuple[int, int] | None:
        """The months proved and those of a plan that works, where the two are not one."""
        return unproved(self.proved_months, self.months)

    @property
    def if_conditions_between(self) -> tuple[int, int] | None:
        """The same were the asked conditions true."""
        return unproved(self.if_conditions_proved, self.if_conditions_met.months) if self.if_conditions_met else None

    @property
    def month(self) -> Month | None:
        """The calendar month in which the qualifications are met."""
        return self._after(self.months)

    @property
    def file_month(self) -> Month | None:
        """The calendar month from which one may file for the examination."""
        return self._after(self.file_months)

    @property
    def appoint_month(self) -> Month | None:
        """The calendar month from which one may be appointed."""
        return self._after(self.appoint_months)

    def _after(self, months: int | None) -> Month | None:
        return None if months is None else Month(self.as_of + months)


def status_of(months: int | None, *, unknown: bool) -> Status:
    """Return the status that holds first: now, after, unknown, unreachable."""
    if months is not None:
        return Status.NOW if months == 0 else Status.AFTER
    return Status.UNKNOWN if unknown else Status.UNREACHABLE


def if_conditions_met(
    months: int | None,
    asked: Iterable[str],
    months_under: Callable[[frozenset[str]], int | None],
    *,
    more: Callable[[], bool] = lambda: True,
) -> IfConditionsMet | None:
    """Return the best month were asked conditions true, by the fewest of them.

    Null where that changes nothing. ``months_under`` tells the months under a set of
    conditions taken as true. At most :data:`MOST_SETS` sets are looked at, and only
    while there is ``more`` work to spend; where that ends first, all conditions stand,
    of which fewer may do.
    """
    codes = sorted(set(asked))
    best = months_under(frozenset(codes)) if codes else None
    if best is None or (months is not None and best >= months):
        return None
    smaller = (chosen for size in range(1, len(codes)) for chosen in combinations(codes, size))
    for chosen in islice(smaller, MOST_SETS):
        found = months_under(frozenset(chosen)) if more() else None
        if found is not None and found <= best:
            return IfConditionsMet(found, chosen)
    return IfConditionsMet(best, tuple(codes))


def asked_in_turn(asked: frozenset[str], asked_under: Callable[[frozenset[str]], frozenset[str]]) -> frozenset[str]:
    """Return what is asked, with what is asked once that is taken as true, and so on.

    Conditions stand behind one another on a climb: one opens a class, another decides what
    service there counts for. ``asked_under`` tells what is asked under a set of them.
    """
    while asked:
        more = asked | asked_under(asked)
        if more == asked:
            break
        asked = more
    return asked


def unproved(proved: int | None, months: int | None) -> tuple[int, int] | None:
    """Return both months where one is proved and the other works and they are not one."""
    return None if proved is None or months is None or proved == months else (proved, months)


def minimal_sets(sets: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """Return the sets that contain no other, smallest first, each once."""
    ordered = sorted(dict.fromkeys(sets), key=len)
    kept: list[tuple[str, ...]] = []
    for candidate in ordered:
        if candidate and not any(set(smaller) <= set(candidate) for smaller in kept):
            kept.append(candidate)
    return tuple(kept)
