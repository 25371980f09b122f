"""Trees of requirement sentences for hypothesis: what the grammar can say, in words of our own.

A tree is made from one number that hypothesis draws: drawing every part of a tree by
itself takes ten times as long as reading it.
"""

from collections.abc import Callable
from random import Random
from typing import TypeVar

from hypothesis import strategies as st

from ladder.qualifications import DegreeLevel, Standing
from ladder.reading.requirement_grammar.tree import (
    All,
    Any,
    ClassMention,
    CredentialClause,
    EducationClause,
    ExperienceClause,
    ExperiencePart,
    Leaf,
    Manner,
    Node,
    ProgrammeClause,
    Quantity,
    StandingClause,
    StandsFor,
    StudyRate,
    SubstitutionClause,
)

_T = TypeVar("_T")


_DOING = ("filing maps", "sorting letters", "surveying parcels", "keeping ledgers", "mending pumps", "planting trees")
_WHERE = ("", " in a harbor", " at a mill", " for the public", " under supervision", " of tunnels and bridges")
_RANKS = ("Senior", "Chief", "Assistant", "Principal", "Harbor", "Water")
_TRADES = ("Surveyor", "Storekeeper", "Plan Checker", "Clerk", "Chief of Yard Works", "Tree and Park Worker")
_GRADES = ("", " I", " II", " III", " IV", " 2")
_CODES = (None, "1A03", "7280", "5246SH")
_EMPLOYERS = (None, "City of Los Angeles", "Department of Harbors", "Free Library of Philadelphia")
_FIELDS = ("geology", "botany", "civil law", "public health", "applied optics")
_LICENCES = ("pilot's license", "Class B driver's license", "boiler inspector certificate", "notary public commission")
_PROGRAMMES = ("Harbor Trainee program", "welding course", "two-year program in drafting", "rescue diver training")
_DEGREES = tuple(one for one in DegreeLevel if one is not DegreeLevel.HIGH_SCHOOL)
"""High school is a school grade in a tree, the twelfth."""
_MONTHS = (6, 12, 18, 24, 30, 36, 48, 60, 96)


class _TreeMaker:
    """Trees that one number determines."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)

    def _one(self, choices: tuple[_T, ...]) -> _T:
        return self._random.choice(choices)

    def _is(self) -> bool:
        return self._random.random() < 0.5

    def _maybe(self, make: Callable[[], _T]) -> _T | None:
        return make() if self._is() else None

    def _some(self, most: int, make: Callable[[], _T], least: int = 0) -> tuple[_T, ...]:
        return tuple(make() for _ in range(self._random.randint(least, most)))

    def _months(self) -> int:
        return self._one(_MONTHS)

    def _what(self) -> str:
        return self._one(("", f"{self._one(_DOING)}{self._one(_WHERE)}"))

    def _title(self) -> str:
        return f"{self._one(_RANKS)} {self._one(_TRADES)}{self._one(_GRADES)}"

    def _mentions(self) -> tuple[ClassMention, ...]:
        named = self._some(3, lambda: ClassMention(self._title(), Manner.NAMED, self._one(_CODES)))
        level = self._some(2, lambda: ClassMention(self._title(), Manner.LEVEL, self._one(_CODES)))
        return (*named, *level)

    def _part(self, whole: Quantity) -> ExperiencePart:
        classes = self._mentions()
        return ExperiencePart(
            quantity=Quantity(months=min(self._one((6, 12)), whole.months or 12)),
            what=self._what(),
            classes=classes,
            or_equivalent=bool(classes) and self._is(),
            lead=self._is(),
        )

    def experience(self, standing: Standing | None = None) -> ExperienceClause:
        classes = self._mentions()
        quantity = self._one((Quantity(months=self._months()), Quantity(hours=self._one((40, 500, 2080)))))
        return ExperienceClause(
            quantity=quantity,
            what=self._what(),
            classes=classes,
            parts=self._some(2, lambda: self._part(quantity)),
            or_equivalent=bool(classes) and self._is(),
            or_in_field=bool(classes) and self._is(),
            of_general=self._is(),
            lead=self._is(),
            full_time=self._is(),
            employer=self._one(_EMPLOYERS),
            standing=standing,
            target_class=self._maybe(self._title),
            within_last_months=self._maybe(self._months),
        )

    def _education(self) -> EducationClause:
        kind = self._one(("degree", "degree and units", "units", "school"))
        return EducationClause(
            degree=self._one(_DEGREES) if kind.startswith("degree") else None,
            school=self._one((8, 10, 12)) if kind == "school" else None,
            semester_hours=self._one((6, 24, 60)) if kind.endswith("units") else None,
            quarter_hours=self._one((None, 9, 36, 90)) if kind.endswith("units") else None,
            fields=tuple(self._random.sample(_FIELDS, self._random.randint(0, 3))),
            or_closely_related=self._is(),
            what=self._one(("", "from an accredited college or university")),
        )

    def _programme(self) -> ProgrammeClause:
        return ProgrammeClause(
            self._one(_PROGRAMMES), self._one((None, "Department of Harbors", "City of Los Angeles"))
        )

    def leaf(self) -> Leaf:
        kinds: tuple[Callable[[], Leaf], ...] = (
            self.experience,
            self._education,
            lambda: CredentialClause(self._one(_LICENCES)),
            self._programme,
            lambda: StandingClause(self._one(tuple(Standing))),
        )
        return self._one(kinds)()

    def asked(self, depth: int) -> Node:
        if depth == 0:
            return self.leaf()
        parts = self._some(3, lambda: self.asked(self._random.randint(0, depth - 1)), least=2)
        return All(parts) if self._is() else Any(parts)

    def substitution(self) -> SubstitutionClause:
        instead_of = self._maybe(self._title)
        months = self._maybe(self._months)
        return SubstitutionClause(
            by=self._one((None, self.leaf(), Any((self.leaf(), self.leaf())))),
            stands_for=StandsFor.EXPERIENCE if instead_of else self._one(tuple(StandsFor)),
            rate=self._maybe(lambda: StudyRate(self._one((15, 30)), self._one((6, 12)))),
            months=months,
            at_most_months=self._maybe(self._months),
            additional=months is not None and self._is(),
            instead_of=instead_of,
        )

    def statement(self) -> Node:
        kinds: tuple[Callable[[], Node], ...] = (
            *(lambda depth=depth: self.asked(depth) for depth in range(4)),
            self.substitution,
            lambda: self.experience(self._one(tuple(Standing))),
            lambda: All((self.leaf(), self.substitution())),
        )
        return self._one(kinds)()


def statements() -> st.SearchStrategy[Node]:
    """A whole statement: what is asked to the third depth, a substitution, one for people of a standing, or two."""
    return st.builds(lambda seed: _TreeMaker(seed).statement(), st.integers(min_value=0, max_value=2**63))
