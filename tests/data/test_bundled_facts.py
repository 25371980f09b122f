"""The bundled data holds the figures of the five documents and of the two partial records."""

from itertools import pairwise

import pytest

from ladder.qualifications import (
    DegreeSubstitution,
    Education,
    ProgrammeSubstitution,
    ServiceSubstitution,
    Standing,
    StudySubstitution,
)
from ladder.records import Record
from tests.data.bundled import PARTIAL, SERIES, WHOLE, bundled, experience, rules_of, specification


def substitutions(class_id: str, kind: type[Record]) -> list[Record]:
    return [rule for rule in rules_of(class_id).substitutions if isinstance(rule, kind)]


@pytest.mark.parametrize(
    ("class_id", "requirement", "months"),
    [
        ("us-ct/5246SH", "general", 60),
        ("us-ct/5246SH", "special", None),
        ("us-ct/0029MP", "general", 72),
        ("us-ct/0029MP", "special", 24),
        ("us-ct/6435CL", "general", 36),
        ("us-ct/6435CL", "special", 12),
        ("us-ct/5257MP", "general", 96),
        ("us-ct/5257MP", "special", 24),
        ("us-nd/0441", "general", 48),
        ("us-nd/0441", "special", None),
        ("us-nd/0441", "internal", None),
        ("us-nd/0442", "general", 72),
        ("us-nd/0442", "special", None),
        ("us-nd/0442", "internal", 24),
        ("us-nd/0443", "general", 84),
        ("us-nd/0443", "special", None),
        ("us-nd/0443", "internal", 12),
        ("us-nd/0444", "general", 84),
        ("us-nd/0444", "special", 12),
        ("us-nd/0444", "internal", 12),
        ("us-ct/5258MP", "general", 108),
        ("us-ct/5258MP", "special", 12),
    ],
)
def test_months_of_experience_asked(class_id: str, requirement: str, months: int | None) -> None:
    rule = experience(class_id, requirement)
    assert (rule.months if rule else None) == months


@pytest.mark.parametrize("class_id", [*WHOLE, *SERIES, *PARTIAL])
def test_special_experience_is_always_within_general(class_id: str) -> None:
    rule = experience(class_id, "special")
    assert rule is None or (rule.within, rule.additional_to) == ("general", None)


@pytest.mark.parametrize(
    ("class_id", "semester_hours", "months", "at_most"),
    [
        ("us-ct/5246SH", 15, 6, 48),
        ("us-ct/0029MP", 15, 6, 48),
        ("us-ct/6435CL", 15, 6, 24),
        ("us-ct/5257MP", 15, 6, 48),
        *((class_id, 30, 12, 48) for class_id in SERIES),
    ],
)
def test_study_block_and_cap(class_id: str, semester_hours: int, months: int, at_most: int) -> None:
    (study,) = substitutions(class_id, StudySubstitution)
    assert isinstance(study, StudySubstitution)
    assert (study.semester_hours, study.months, study.at_most_months) == (semester_hours, months, at_most)
    assert (study.stands_for, study.related_field) == ("general", class_id in SERIES)


@pytest.mark.parametrize(
    ("class_id", "routes"),
    [
        ("us-ct/5246SH", {"general": ("general",)}),
        ("us-ct/0029MP", {"general": ("general", "special")}),
        ("us-ct/6435CL", {"general": ("general", "special")}),
        ("us-ct/5257MP", {"general": ("general", "special")}),
        ("us-ct/5258MP", {"general": ("general", "special")}),
        ("us-ct/5989VR", {"general": ("education",)}),
        ("us-nd/0441", {"general": ("general",)}),
        ("us-nd/0442", {"general": ("general",), "internal": ("internal",)}),
        ("us-nd/0443", {"general": ("general",), "internal": ("internal",)}),
        ("us-nd/0444", {"general": ("general", "special"), "internal": ("internal", "special")}),
    ],
)
def test_routes(class_id: str, routes: dict[str, tuple[str, ...]]) -> None:
    assert {route.id: route.requires for route in rules_of(class_id).routes} == routes


def test_full_substitutions_of_the_community_services_representative() -> None:
    service = [rule for rule in rules_of("us-ct/5246SH").substitutions if isinstance(rule, ServiceSubstitution)]
    assert [
        (rule.named.class_id, rule.months, rule.at_most_months, rule.standing, rule.named.target_class_required)
        for rule in service
        if rule.named
    ] == [
        ("us-ct/social-services-trainee", 24, None, Standing.STATE_EMPLOYEE, True),
        ("us-ct/employment-security-intermittent-interviewer", 24, None, Standing.STATE_EMPLOYEE, False),
    ]
    (programme,) = substitutions("us-ct/5246SH", ProgrammeSubstitution)
    assert isinstance(programme, ProgrammeSubstitution)
    assert (programme.programme, programme.approval_required) == ("us-ct/connecticut-careers-trainee", True)
    assert specification("us-ct/connecticut-careers-trainee").is_programme


def test_degrees_of_the_labor_relations_specialist() -> None:
    master, law = substitutions("us-ct/5257MP", DegreeSubstitution)
    assert isinstance(master, DegreeSubstitution)
    assert isinstance(law, DegreeSubstitution)
    assert (master.degree, master.months, master.or_closely_related, len(master.fields)) == ("master", 12, True, 4)
    assert (law.degree, law.months, law.fields) == ("law", 24, ())


def test_only_the_processing_technician_takes_an_equivalent() -> None:
    asking = {
        spec.class_id: rule for spec in bundled().record.classes for rule in spec.experience() if rule.or_equivalent
    }
    assert list(asking) == ["us-ct/6435CL"]
    named = [one.class_id for one in asking["us-ct/6435CL"].classes]
    assert named == ["us-ct/office-assistant", "us-ct/interpreter-clerk"]


def test_only_the_senior_consultant_asks_for_lead_work_and_of_no_class() -> None:
    lead = [(spec.class_id, rule) for spec in bundled().record.classes for rule in spec.experience() if rule.lead]
    assert [(class_id, rule.id, rule.classes) for class_id, rule in lead] == [("us-nd/0444", "special", ())]


@pytest.mark.parametrize(("feeder", "class_id"), list(pairwise(SERIES)))
def test_internal_candidates_need_the_class_below(feeder: str, class_id: str) -> None:
    rule = experience(class_id, "internal")
    assert rule is not None
    assert rule.standing is Standing.INTERNAL
    assert [one.class_id for one in rule.classes] == [feeder]


def test_partial_labor_relations_manager_reads_three_classes_for_state_employees_only() -> None:
    rule = experience("us-ct/5258MP", "special")
    assert rule is not None
    assert {one.class_id: one.only_for for one in rule.classes} == {
        "us-ct/principal-human-resources-specialist": Standing.STATE_EMPLOYEE,
        "us-ct/human-resources-generalist-3": Standing.STATE_EMPLOYEE,
        "us-ct/5257MP": Standing.STATE_EMPLOYEE,
    }
    assert rules_of("us-ct/5258MP").substitutions == ()
    assert any("substitutions" in note for note in specification("us-ct/5258MP").notes)


def test_partial_leadership_associate_has_two_targets() -> None:
    spec = specification("us-ct/5989VR")
    targets = [(one.class_id, one.months, one.at_most_months) for one in spec.trainee_targets]
    assert targets == [("us-ct/5257MP", None, None), ("us-ct/6163MP", 12, 24)]
    (entry,) = rules_of("us-ct/5989VR").requirements
    assert isinstance(entry, Education)
    assert (entry.id, entry.degree) == ("education", "bachelor")
