"""Any question about a person and classes, and the one function that answers it.

Commands, pages, reports and the Python door put their questions here, so that the same
question has the same answer at each of them: one rule about which plan it takes, and one
budget of work for each class.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, Protocol, TypeVar, overload

from ladder.eligibility.answers import Assessment
from ladder.eligibility.assessment import assess
from ladder.eligibility.cases import Case
from ladder.eligibility.plans import PlanKind
from ladder.errors import BadCallError
from ladder.paths.ladders import classes_above, classes_below
from ladder.paths.path_answers import PathAnswer, assess_climb, find_paths
from ladder.values import Value

MOST_ALTERNATIVES = 50
"""Other ladders that a question about a path may ask for."""


class OneClass(Value):
    """When are the minimum qualifications of this class met?"""

    target: str


class SomeClasses(Value):
    """The same about several classes, each by itself."""

    targets: tuple[str, ...]


class PathBetween(Value):
    """How does one get from a class to another, and by which next best ladders, at most so many?"""

    start: str
    target: str
    alternatives: int = 3


class ReachFrom(Value):
    """Which classes do ladders from this one lead to?"""

    start: str


class FeedersOf(Value):
    """Which classes do ladders to this one start from?"""

    target: str


class Joined(NamedTuple):
    """Two classes that a ladder joins: where it starts, and the best plan to the other."""

    start: str
    answer: Assessment


Asked = TypeVar("Asked", OneClass, SomeClasses, PathBetween, ReachFrom, FeedersOf)


class Question(Value, Generic[Asked]):
    """What is asked about one person under one plan; classes are ids of the case's catalog."""

    case: Case
    asked: Asked


Item = TypeVar("Item")


class Watch(Protocol):
    """What sees the items of a long question as they are looked at, one by one: where progress is shown."""

    def __call__(self, items: Sequence[Item], /) -> Iterable[Item]:
        """Return the items in their order."""
        ...


def unwatched(items: Sequence[Item], /) -> Iterable[Item]:
    """Return the items as they are."""
    return items


@overload
def answer(question: Question[OneClass], *, watch: Watch = ...) -> Assessment: ...
@overload
def answer(question: Question[SomeClasses], *, watch: Watch = ...) -> tuple[Assessment, ...]: ...
@overload
def answer(question: Question[PathBetween], *, watch: Watch = ...) -> PathAnswer: ...
@overload
def answer(question: Question[ReachFrom], *, watch: Watch = ...) -> tuple[Joined, ...]: ...
@overload
def answer(question: Question[FeedersOf], *, watch: Watch = ...) -> tuple[Joined, ...]: ...
def answer(
    question: Question[OneClass]
    | Question[SomeClasses]
    | Question[PathBetween]
    | Question[ReachFrom]
    | Question[FeedersOf],
    *,
    watch: Watch = unwatched,
) -> Assessment | tuple[Assessment, ...] | PathAnswer | tuple[Joined, ...]:
    """Return the answer to the question; of several ladders the soonest comes first.

    ``watch`` sees the classes of a question about many as they are looked at.

    Raises:
        BadCallError: the question cannot take the plan, start and target are one class,
            or there is not one present class to climb from.

    References:
        docs/semantics.md, sections 1 to 4.

    """
    case, asked = question.case, question.asked
    if isinstance(asked, OneClass):
        return _about(case, asked.target)
    if isinstance(asked, SomeClasses):
        return tuple(_about(case, target) for target in watch(asked.targets))
    _refuse_unless_climbing(case)
    if isinstance(asked, PathBetween):
        if not 0 <= asked.alternatives <= MOST_ALTERNATIVES:
            what = f"{asked.alternatives} other ladders are asked for"
            raise BadCallError(what=what, try_this=f"ask for 0 to {MOST_ALTERNATIVES}")
        return find_paths(case, start=asked.start, target=asked.target, alternatives=asked.alternatives)
    return _soonest_first(_joined(case, asked, watch))


def _about(case: Case, target: str) -> Assessment:
    """Return the answer about one class under the plan, whatever its kind."""
    if case.plan.kind is PlanKind.CLIMB:
        return assess_climb(case, target)
    if case.plan.via:
        raise BadCallError(what="via takes classes on a climb", try_this="let the plan climb (--plan climb)")
    return assess(case, target)


def _refuse_unless_climbing(case: Case) -> None:
    if case.plan.kind is not PlanKind.CLIMB:
        remedy = "leave the plan out, or ask when one class is met ('ladder assess')"
        raise BadCallError(what="a path is climbed", try_this=remedy)


def _joined(case: Case, asked: ReachFrom | FeedersOf, watch: Watch) -> Iterator[Joined]:
    """Yield the classes on ladders from the one asked about, or to it, each with the best plan."""
    ends: list[tuple[str, str]]
    if isinstance(asked, ReachFrom):
        ends = [(asked.start, one) for one in classes_above(case.catalog, asked.start, case.plan.include)]
    else:
        ends = [(one, asked.target) for one in classes_below(case.catalog, asked.target, case.plan.include)]
    for start, target in watch(sorted(ends)):
        best = find_paths(case, start=start, target=target, alternatives=0).best
        assert best is not None  # noqa: S101 - a ladder joins the two
        yield Joined(start, best)


def within_months(found: Iterable[Joined], months: int | None) -> tuple[Joined, ...]:
    """Return those that are reached in so many months; all of them where no number is named."""
    return tuple(
        one for one in found if months is None or (one.answer.months is not None and one.answer.months <= months)
    )


def _soonest_first(found: Iterable[Joined]) -> tuple[Joined, ...]:
    def place(one: Joined) -> tuple[bool, int, str, str]:
        return one.answer.months is None, one.answer.months or 0, one.start, one.answer.target

    return tuple(sorted(found, key=place))
