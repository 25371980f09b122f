"""Trees to requirements and routes."""

import pytest

from ladder.qualifications import Certainty, Credential, DegreeLevel, Education, Programme, Standing, StandingHeld
from ladder.reading.drafts import AllOf, AnyOf, ListedClass, Role, SpecialIs
from ladder.reading.passages import Span
from ladder.reading.requirement_grammar import tree
from tests.reading.qualifying.said import (
    Said,
    experience,
    judged,
    named,
    part,
    routes_of,
    rules_by_id,
    service,
)


def test_one_statement_is_one_route_called_general() -> None:
    said = Said()
    found = said.qualify(said.statement(service(36, "Office Clerk")))
    assert routes_of(found) == {"general": ("general",)}
    rule = experience(found, "general")
    assert (rule.months, [one.class_id for one in rule.classes]) == (36, ["us-xx/office-clerk"])
    assert rule.source.quote == "Statement 000."
    assert found.printed == {"us-xx/office-clerk": "Office Clerk"}
    assert found.is_whole
    assert [claim.span for claim in found.claims] == [Span(0, 14)]


def test_nothing_asked_gives_no_rules() -> None:
    assert Said().qualify(None).rules is None
    said = Said()
    shown = said.qualify(said.statement(tree.ConditionClause("SELECTION", "judged")))
    assert shown.rules is None
    assert [condition.code for condition in shown.conditions] == ["SELECTION"]


def test_statements_that_ask_nothing_are_no_route() -> None:
    said = Said()
    shown = [said.statement(tree.ConditionClause(code, "shown")) for code in ("SELECTION", "EXCLUSION")]
    assert said.qualify(AllOf(tuple(shown))).rules is None


def test_true_and_or_precedence_is_kept() -> None:
    said = Said()
    one, two, three = (said.statement(service(months), label=str(months)) for months in (1, 2, 3))
    assert routes_of(said.qualify(AllOf((one, AnyOf((two, three)))))) == {
        "route-1-2": ("requirement-1", "requirement-2"),
        "route-1-3": ("requirement-1", "requirement-3"),
    }
    assert routes_of(said.qualify(AnyOf((one, AllOf((two, three)))))) == {
        "route-1": ("requirement-1",),
        "route-2-3": ("requirement-2", "requirement-3"),
    }


def test_and_and_or_inside_a_sentence_are_kept_too() -> None:
    said = Said()
    node = tree.Any((tree.All((service(1), tree.CredentialClause("Licence A"))), service(5)))
    found = said.qualify(said.statement(node))
    assert routes_of(found) == {"general": ("general", "credential"), "general-2": ("general-2",)}
    assert isinstance(rules_by_id(found)["credential"], Credential)


def test_alternatives_that_ask_the_same_are_one_route() -> None:
    said = Said()
    one = said.statement(service(6))
    assert routes_of(said.qualify(AnyOf((one, one)))) == {"general": ("general",)}


@pytest.mark.parametrize(("special_is", "within"), [(SpecialIs.WITHIN, True), (SpecialIs.ADDITIONAL, False)])
def test_special_experience_is_within_or_added_as_the_layout_says(special_is: SpecialIs, *, within: bool) -> None:
    said = Said()
    general, special = said.statement(service(36), role=Role.GENERAL), said.statement(service(12), role=Role.SPECIAL)
    found = said.qualify(AllOf((special, general)), special_is=special_is)
    rule = experience(found, "special")
    assert (rule.within, rule.additional_to) == (("general", None) if within else (None, "general"))
    assert routes_of(found) == {"general": ("special", "general")}


def test_a_sentence_that_says_of_the_general_experience_is_within_it_whatever_the_layout_says() -> None:
    said = Said()
    general = said.statement(service(36), role=Role.GENERAL)
    special = said.statement(service(12, of_general=True), role=Role.SPECIAL)
    found = said.qualify(AllOf((general, special)), special_is=SpecialIs.ADDITIONAL)
    assert experience(found, "special").within == "general"


def test_special_experience_beside_two_general_ones_is_a_requirement_for_each() -> None:
    said = Said()
    generals = AnyOf((said.statement(service(36), role=Role.GENERAL), said.statement(service(24), role=Role.GENERAL)))
    special = said.statement(service(12), role=Role.SPECIAL)
    found = said.qualify(AllOf((generals, special)), special_is=SpecialIs.ADDITIONAL)
    assert experience(found, "special").additional_to == "general"
    assert experience(found, "special-2").additional_to == "general-2"


def test_special_experience_alone_is_within_nothing() -> None:
    said = Said()
    internal = said.statement(service(24), role=Role.INTERNAL)
    found = said.qualify(AllOf((internal, said.statement(service(12), role=Role.SPECIAL))))
    assert experience(found, "special").within is None
    assert list(routes_of(found)) == ["internal"]


def test_an_internal_clause_opens_the_internal_route() -> None:
    said = Said()
    node = service(12, "Clerk 8", standing=Standing.INTERNAL)
    found = said.qualify(AnyOf((said.statement(service(60)), said.statement(node))))
    assert routes_of(found) == {"general": ("general",), "internal": ("internal",)}
    assert experience(found, "internal").standing is Standing.INTERNAL


def test_a_part_of_an_experience_is_within_it() -> None:
    said = Said()
    found = said.qualify(said.statement(service(24, parts=(part(12, "Office Clerk"),))))
    assert routes_of(found) == {"general": ("general", "special")}
    assert experience(found, "special").within == "general"
    assert found.printed == {"us-xx/office-clerk": "Office Clerk"}


def test_the_same_lead_duty_beside_two_experiences_is_one_requirement() -> None:
    said = Said()
    lead = part(12, lead=True)
    open_route = said.statement(service(84, parts=(lead,)), role=Role.GENERAL)
    internal = said.statement(service(12, standing=Standing.INTERNAL, parts=(part(12, lead=True),)))
    found = said.qualify(AnyOf((open_route, internal)))
    assert routes_of(found) == {"general": ("general", "special"), "internal": ("internal", "special")}


def above(words: str) -> tree.ConditionClause:
    return tree.ConditionClause("ASKED_ABOVE", f"meet the requirement for {words}")


def test_words_that_point_back_to_a_requirement_stand_for_it() -> None:
    said = Said()
    open_route = said.statement(service(84, parts=(part(12, lead=True),)), role=Role.GENERAL)
    internal = said.statement(tree.All((service(12, standing=Standing.INTERNAL), above("the part work experience"))))
    found = said.qualify(AnyOf((open_route, internal)))
    assert routes_of(found) == {"general": ("general", "special"), "internal": ("internal", "special")}


@pytest.mark.parametrize("words", ["duties not spoken of", "experience"])
def test_words_that_point_back_to_nothing_certain_are_for_a_person_to_judge(words: str) -> None:
    said = Said()
    open_route = said.statement(service(84), role=Role.GENERAL)
    found = said.qualify(AnyOf((open_route, said.statement(above(words)))))
    assert judged(found, "asked-above").code == "ASKED_ABOVE"


def test_a_part_without_a_class_is_for_a_person_to_judge_where_the_layout_says_so() -> None:
    said = Said()
    node = service(24, parts=(part(12), part(6, "Office Clerk"), part(None)))
    found = said.qualify(said.statement(node), parts_are_conditions=True)
    assert judged(found, "part").code == "PART"
    assert experience(found, "special").months == 6
    assert judged(found, "part-2").code == "PART"


def test_a_part_counted_in_hours_is_for_a_person_to_judge() -> None:
    said = Said()
    assert judged(said.qualify(said.statement(service(24, parts=(part(None),)))), "special").code == "PART"


def test_service_in_hours_is_for_a_person_to_judge_and_so_are_its_parts() -> None:
    said = Said()
    found = said.qualify(said.statement(service(None, hours=1040, parts=(part(6),))))
    assert judged(found, "general").code == "HOURS"
    assert judged(found, "part").code == "PART"


def test_a_list_of_classes_for_no_requirement_is_left_unread() -> None:
    said = Said()
    typical = said.statement(tree.TypicalClasses(named("Guard")))
    found = said.qualify(AllOf((said.statement(service(24)), typical)))
    assert routes_of(found) == {"general": ("general",)}
    assert [note.code for note in found.notes] == ["UNREAD_REQUIREMENT"]
    assert not found.is_whole


def test_classes_named_without_months_draw_a_step_and_are_for_a_person_to_judge() -> None:
    said = Said()
    incumbent = said.statement(tree.StandingClause(Standing.INTERNAL, classes=named("Guard")))
    found = said.qualify(AllOf((incumbent, said.statement(service(None, "Aide", hours=1040)))))
    assert [one.class_id for one in judged(found, "standing").classes] == ["us-xx/guard"]
    assert [one.class_id for one in judged(found, "general").classes] == ["us-xx/aide"]
    assert found.printed == {"us-xx/guard": "Guard", "us-xx/aide": "Aide"}


def test_how_long_ago_the_service_may_be_is_in_the_requirement() -> None:
    said = Said()
    found = said.qualify(said.statement(service(24, within_last_months=60)))
    assert routes_of(found) == {"general": ("general",)}
    assert experience(found, "general").within_last_months == 60


def test_a_class_named_and_at_its_level_counts_as_named_and_once() -> None:
    said = Said()
    both = (*named("Office Clerk", "Guard", manner=tree.Manner.LEVEL), *named("Office Clerk"))
    rule = experience(said.qualify(said.statement(service(24, classes=both))), "general")
    assert [(one.class_id, one.certainty) for one in rule.classes] == [
        ("us-xx/office-clerk", Certainty.NAMED),
        ("us-xx/guard", Certainty.LEVEL),
    ]


@pytest.mark.parametrize("typically", [True, False])
def test_classes_listed_beside_a_statement_count_for_it(*, typically: bool) -> None:
    said = Said()
    listed = (ListedClass("Payroll Clerk", "1B25", typically=typically),)
    found = said.qualify(said.statement(service(12, "Guard"), listed=listed, specialty="Fiscal"))
    rule = experience(found, "general")
    assert [one.class_id for one in rule.classes] == ["us-xx/guard", "us-xx/payroll-clerk"]
    assert (rule.or_in_field, rule.what) == (typically, "Fiscal: work")
    assert found.printed == {"us-xx/guard": "Guard", "us-xx/payroll-clerk": "Payroll Clerk"}


def test_a_target_class_is_asked_of_the_trainee() -> None:
    said = Said()
    rule = experience(said.qualify(said.statement(service(24, "Trainee", target_class="Clerk 9"))), "general")
    assert rule.classes[0].target_class_required


@pytest.mark.parametrize(
    ("clause", "is_said_whole"),
    [
        (service(24), False),
        (service(24, employer="City of Los Angeles"), True),
        (service(24, "Guard", employer="City of Los Angeles"), False),
        (service(24, "Guard", employer="State of Connecticut"), False),
        (service(24, "Guard", employer="City of Los Angeles Fire Department"), True),
    ],
)
def test_an_employer_that_narrows_stays_in_the_words(clause: tree.ExperienceClause, *, is_said_whole: bool) -> None:
    said = Said()
    rule = rules_by_id(said.qualify(said.statement(clause)))["general"]
    assert rule.what == ("Statement 000." if is_said_whole else "work")


def test_a_pay_grade_that_narrows_stays_in_the_words_and_is_shown() -> None:
    said = Said()
    asked = said.statement(service(24, "Guard II", "Clerk"))
    graded, plain = said.qualify(asked, numerals_are_pay_grades=True), said.qualify(asked)
    assert [rules_by_id(one)["general"].what for one in (graded, plain)] == ["Statement 000.", "work"]
    (shown,) = graded.conditions
    assert (shown.code, "named: Guard II." in shown.text, plain.conditions) == ("PAY_GRADE", True, ())


def test_another_target_class_than_this_one_is_for_a_person_to_judge() -> None:
    said = Said()
    found = said.qualify(said.statement(service(24, "Trainee", target_class="Guard")))
    assert judged(found, "general").code == "TARGET_CLASS"


@pytest.mark.parametrize(
    ("clause", "name", "code"),
    [
        (tree.EducationClause(school=8), "education", "SCHOOL"),
        (tree.EducationClause(what="study"), "education", "EDUCATION"),
        (tree.EducationClause(quarter_hours=10), "education", "EDUCATION"),
        (tree.EducationClause(semester_hours=6, what="in the art of keeping tides"), "education", "UNITS"),
        (tree.EducationClause(semester_hours=6, what="of course work which includes tides"), "education", "UNITS"),
        (tree.ProgrammeClause("Apprenticeship"), "program", "PROGRAM"),
        (tree.ConditionClause("AGE", "21 years"), "age", "AGE"),
        (tree.StandingClause(Standing.INTERNAL, classes=named("Guard")), "standing", "INCUMBENT"),
        (tree.StandingClause(Standing.INTERNAL, what="for a utility"), "standing", "INCUMBENT"),
        (tree.ConditionClause("EQUIVALENT_COMBINATION", "any"), "equivalent-combination", "EQUIVALENT_COMBINATION"),
    ],
)
def test_what_no_arithmetic_decides_is_for_a_person_to_judge(clause: tree.Leaf, name: str, code: str) -> None:
    said = Said()
    assert judged(said.qualify(said.statement(clause)), name).code == code


def test_the_twelfth_grade_is_high_school() -> None:
    said = Said()
    rule = rules_by_id(said.qualify(said.statement(tree.EducationClause(school=12))))["education"]
    assert isinstance(rule, Education)
    assert (rule.degree, rule.semester_hours) == (DegreeLevel.HIGH_SCHOOL, None)


@pytest.mark.parametrize(
    ("clause", "fields"),
    [
        (tree.EducationClause(semester_hours=6, fields=("tides",)), ("tides",)),
        (tree.EducationClause(semester_hours=6, what="in tides"), ("tides",)),
        (tree.EducationClause(semester_hours=6, what="in tides, winds or ropes"), ("tides", "winds", "ropes")),
        (tree.EducationClause(semester_hours=6, what="of coursework in tides and winds"), ("tides", "winds")),
        (tree.EducationClause(semester_hours=6, what="at an accredited college in tides"), ("tides",)),
        (tree.EducationClause(quarter_hours=9, fields=("tides",)), ("tides",)),
    ],
)
def test_units_in_a_field_are_courses_in_it(clause: tree.EducationClause, fields: tuple[str, ...]) -> None:
    said = Said()
    rule = rules_by_id(said.qualify(said.statement(clause)))["education"]
    assert isinstance(rule, Education)
    assert [(one.fields, one.semester_hours) for one in rule.courses] == [(fields, 6)]
    assert rule.semester_hours == 6


@pytest.mark.parametrize(
    ("clause", "hours"),
    [
        (tree.EducationClause(semester_hours=24), 24),
        (tree.EducationClause(quarter_hours=36), 24),
        (tree.EducationClause(semester_hours=24, what="in an accredited college or university"), 24),
    ],
)
def test_units_of_study_are_semester_hours(clause: tree.EducationClause, hours: int) -> None:
    said = Said()
    rule = rules_by_id(said.qualify(said.statement(clause)))["education"]
    assert isinstance(rule, Education)
    assert rule.semester_hours == hours


def test_a_degree_with_units_in_it_asks_both() -> None:
    said = Said()
    clause = tree.EducationClause(degree=DegreeLevel.BACHELOR, semester_hours=24, fields=("aviation",))
    found = said.qualify(said.statement(clause))
    rule = rules_by_id(found)["education"]
    assert isinstance(rule, Education)
    assert (rule.degree, rule.semester_hours, rule.fields) == (DegreeLevel.BACHELOR, None, ("aviation",))
    assert judged(found, "units").code == "UNITS"


def test_a_programme_is_a_class_where_the_jurisdiction_keeps_it_as_one() -> None:
    said = Said()
    clause = tree.ProgrammeClause("Careers Trainee", approved_by="the Commissioner")
    rule = rules_by_id(said.qualify(said.statement(clause), programmes_are_classes=True))["program"]
    assert isinstance(rule, Programme)
    assert (rule.programme, rule.approval_required) == ("us-xx/careers-trainee", True)


def test_a_standing_is_held() -> None:
    said = Said()
    rule = rules_by_id(said.qualify(said.statement(tree.StandingClause(Standing.INTERNAL))))["standing"]
    assert isinstance(rule, StandingHeld)


def test_unread_words_are_asked_beside_what_was_read_and_the_record_is_partial() -> None:
    said = Said()
    reading = tree.SentenceReading(service(24), unread=(Span(10, 14),))
    found = said.qualify(said.statement(reading))
    assert routes_of(found) == {"general": ("general", "unread")}
    assert (judged(found, "unread").code, judged(found, "unread").what) == ("UNREAD", "000.")
    assert not found.is_whole
    assert [claim.span for claim in found.claims] == [Span(0, 10)]
    assert [(note.code, note.line) for note in found.notes] == [("UNREAD_REQUIREMENT", 1)]


def test_a_statement_not_read_at_all_is_no_way_in() -> None:
    said = Said()
    found = said.qualify(AnyOf((said.statement(service(24)), said.statement(None))))
    assert routes_of(found) == {"general": ("general",), "general-2": ("unread",)}
    assert judged(found, "unread").what == "Statement 001."


def test_words_and_figures_at_odds_are_noted_and_not_taken() -> None:
    said = Said()
    fault = tree.GrammarFault("FIGURES_AT_ODDS", "Five (4) years", Span(0, 9))
    found = said.qualify(said.statement(tree.SentenceReading(None, faults=(fault,))))
    assert [note.code for note in found.notes] == ["FIGURES_AT_ODDS", "UNREAD_REQUIREMENT"]
    assert judged(found, "unread").what == "Statement"


def test_more_alternatives_than_a_record_holds_are_left_for_a_person() -> None:
    said = Said()
    pairs = [AnyOf((said.statement(service(1)), said.statement(service(2)))) for _ in range(7)]
    found = said.qualify(AllOf(tuple(pairs)))
    assert {note.code for note in found.notes} == {"TOO_MANY_ROUTES"}
    assert len(routes_of(found)["general"]) == 14
    assert not found.claims
    many = AnyOf(tuple(said.statement(service(months)) for months in range(65)))
    assert len(routes_of(said.qualify(many))["general"]) == 65
