"""A single change is told in words that begin a sentence."""

from fractions import Fraction

import pytest

from ladder.catalog.loading import load_catalog
from ladder.eligibility.answer_conditions import Condition, Effect
from ladder.eligibility.cases import Case
from ladder.eligibility.plans import Plan
from ladder.histories import DegreeHeld
from ladder.measures.single_changes import ChangeKind, Deed
from ladder.paths.starts import day_one
from ladder.qualifications import DegreeLevel
from ladder.service_time import read_month
from ladder.telling.changes import deed_in_words

STUDYING = Plan(study_hours_a_year=Fraction(6))
TOLD: dict[str, tuple[Deed, Plan, str]] = {
    "confirmed": (
        Deed(ChangeKind.CONFIRMED, condition=Condition("X", "The work was of the kind.", Effect.ASKED)),
        Plan(),
        "Have this confirmed: The work was of the kind.",
    ),
    "lead duties": (
        Deed(ChangeKind.LEAD_DUTIES),
        Plan(),
        "Take on lead work from November 2026 on, in your class and every one to come",
    ),
    "a degree": (
        Deed(ChangeKind.DEGREE, degree=DegreeHeld(DegreeLevel.BACHELOR, None)),
        Plan(),
        "Hold a bachelor's degree in November 2026",
    ),
    "a degree in a field": (
        Deed(ChangeKind.DEGREE, degree=DegreeHeld(DegreeLevel.MASTER, "history")),
        Plan(),
        "Hold a master's degree in history in November 2026",
    ),
    "a block": (
        Deed(ChangeKind.STUDY_BLOCK, semester_hours=Fraction(25, 2)),
        Plan(),
        "Have 12.5 more college credits done in November 2026: the next block",
    ),
    "study": (
        Deed(ChangeKind.STUDY_A_YEAR, semester_hours=Fraction(12)),
        Plan(),
        "Study 12 college credits a year beside the rest",
    ),
    "more study": (
        Deed(ChangeKind.STUDY_A_YEAR, semester_hours=Fraction(12)),
        STUDYING,
        "Study 12 more college credits a year beside the rest",
    ),
    "staying": (Deed(ChangeKind.STAY), Plan(), "Go on with the present job"),
    "climbing": (Deed(ChangeKind.CLIMB), Plan(), "Move up by the quickest path instead of staying"),
    "moving": (
        Deed(ChangeKind.MOVE, class_id="us-nd/0442"),
        Plan(),
        "Move to Customer Service Specialist (0442, grade I) as soon as you meet its minimum",
    ),
    "holding": (
        Deed(ChangeKind.HOLD, class_id="us-ct/office-assistant"),
        Plan(),
        "Hold Office Assistant (not yet in our data) from November 2026 on; what it asks is not in our data",
    ),
}


@pytest.mark.parametrize("name", TOLD)
def test_each_change_has_its_sentence(name: str) -> None:
    deed, plan, words = TOLD[name]
    assert deed_in_words(Case(load_catalog(), day_one(read_month("2026-11")), plan), deed) == words


def test_every_kind_of_change_is_tried() -> None:
    assert {deed.kind for deed, _, _ in TOLD.values()} == set(ChangeKind)
