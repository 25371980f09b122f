"""What going on in a class comes to where no ladder leads from it to another (docs/semantics.md, C28)."""

from ladder.eligibility.answers import Assessment
from ladder.eligibility.assessment import assess
from ladder.eligibility.cases import Case
from ladder.paths.starts import Start
from ladder.values import Value


class OpenRoute(Value):
    """The answer for staying in a class that no rule names as a step, and whether its service counts."""

    answer: Assessment
    service_counts: bool


def find_open_route(case: Case, where: Start, target: str) -> OpenRoute:
    """Return what going on in the start's class comes to for the target, which no ladder leads to.

    Service counts where the target is met and past service fills some of what it asks,
    or without going on it would be met later or never.
    """
    staying = case.holding(where.service)
    answer = assess(staying, target)
    if answer.months is None:
        return OpenRoute(answer, service_counts=False)
    return OpenRoute(answer, _has_served(answer) or _is_sooner(staying, answer))


def _has_served(answer: Assessment) -> bool:
    """Return whether past service fills some of what is asked."""
    filled = [one.months for trace in answer.requirements for one in trace.counted]
    filled += [one.months for trace in answer.requirements for one in trace.credited if one.by == "service"]
    return any(filled)


def _is_sooner(case: Case, answer: Assessment) -> bool:
    """Return whether going on meets the target sooner than standing idle."""
    if not answer.months:
        return False
    idle = assess(case.idle(), answer.target)
    return idle.months is None or idle.months > answer.months
