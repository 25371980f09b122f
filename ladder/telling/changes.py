"""Single changes in words: what a person would do, or have confirmed."""

from ladder.eligibility.cases import Case
from ladder.histories import DegreeHeld
from ladder.measures.single_changes import ChangeKind, Deed
from ladder.service_time import print_exact
from ladder.telling.class_names import name_class
from ladder.telling.condition_words import condition_words
from ladder.telling.messages import say
from ladder.telling.parts import plain_text
from ladder.telling.times import spell_month


def deed_in_words(case: Case, deed: Deed) -> str:
    """Return what is done, as it begins a sentence; ``case`` is that of the person before any change."""
    message = deed.kind.value
    if deed.kind is ChangeKind.STUDY_A_YEAR and case.plan.study_hours_a_year:
        message = "study_more_a_year"
    return say(
        f"change.{message}",
        month=spell_month(case.history.as_of),
        condition=plain_text(condition_words(deed.condition)) if deed.condition else "",
        degree=_degree_in_words(deed.degree) if deed.degree else "",
        hours=print_exact(deed.semester_hours or 0),
        title=name_class(case.catalog, deed.class_id) if deed.class_id else "",
    )


def _degree_in_words(degree: DegreeHeld) -> str:
    told = say(f"degree.{degree.level.value}")
    return say("degree.in", degree=told, fields=degree.field) if degree.field else told
