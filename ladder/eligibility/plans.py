"""The plan under which time runs on: what goes on, what is studied, what is assumed."""

from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from ladder.qualifications import Certainty


class PlanKind(StrEnum):
    """None: clocks only. Stay: the present job goes on. Climb: classes are taken in turn."""

    NONE = "none"
    STAY = "stay"
    CLIMB = "climb"


class Plan(NamedTuple):
    """A plan from the as-of month on.

    ``study_hours_a_year`` are semester hours. Planned work in ``lead_in`` classes
    carries lead duties. ``via`` are classes to take in this order. ``include`` names
    step certainties used besides those of a text (``peer``, ``inferred``). ``assumed`` are codes of asked conditions
    taken as true, to be listed with the answer. ``is_of_climb`` says that the job that goes
    on is one of a climb's.
    """

    kind: PlanKind = PlanKind.STAY
    study_hours_a_year: Fraction = Fraction(0)
    lead_in: frozenset[str] = frozenset()
    via: tuple[str, ...] = ()
    include: frozenset[Certainty] = frozenset()
    assumed: frozenset[str] = frozenset()
    is_of_climb: bool = False

    @property
    def climbs(self) -> bool:
        """Whether classes are taken in turn, now or before the job that goes on."""
        return self.is_of_climb or self.kind is PlanKind.CLIMB
