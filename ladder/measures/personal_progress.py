"""One person before the ladder: the answers, what comes next, and the single change that saves most."""

from collections.abc import Sequence
from typing import NamedTuple

from ladder.eligibility.answers import Assessment
from ladder.eligibility.cases import Case
from ladder.measures.next_doors import DOORS, classes_met_now, classes_one_step_on, find_doors
from ladder.measures.single_changes import SingleChanges, find_changes
from ladder.paths.asking import Question, SomeClasses, answer
from ladder.paths.next_classes import NextClass

MOST_TARGETS = 8
"""Classes one step on that are answered about where none is asked about."""


class Progress(NamedTuple):
    """What is measured of one person under one plan.

    ``one_step_on`` are all classes one step on from the present ones, ``doors`` the first
    of those that come next, ``met_now`` all those not held that are met now. ``changes``
    are those toward the first class answered about that is not met now; None where there
    is none.
    """

    answers: tuple[Assessment, ...]
    doors: tuple[NextClass, ...]
    one_step_on: tuple[str, ...]
    met_now: tuple[str, ...]
    changes: SingleChanges | None


def measure_progress(case: Case, targets: Sequence[str], *, lower_pay: bool = False) -> Progress:
    """Return the measures of a person before the classes asked about.

    Where none is asked about, those one step on are answered about, else those that
    come next, else some of those met now. With ``lower_pay`` classes that pay less may
    come next too.

    Raises:
        BadCallError: as :func:`ladder.paths.asking.answer`.

    """
    doors = find_doors(case, lower_pay=lower_pay)
    onward, met_now = classes_one_step_on(case), classes_met_now(case)
    asked = tuple(targets) or onward[:MOST_TARGETS] or tuple(one.answer.target for one in doors) or met_now[:DOORS]
    answers = answer(Question(case, SomeClasses(asked)))
    base = next((one for one in answers if one.months != 0), None)
    return Progress(answers, doors, onward, met_now, find_changes(case, base) if base else None)
