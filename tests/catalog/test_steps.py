"""Each kind of step as a whole, of made-up classes: what draws it, and all that it tells."""

import json
from typing import Any

import pytest

from ladder.catalog.catalog import Catalog, CatalogRecord
from ladder.catalog.jurisdictions import Jurisdiction
from ladder.catalog.steps import Step, StepKind, complete_step, is_used
from ladder.qualifications import Certainty
from ladder.records import validate_json
from ladder.sources import Source
from ladder.specification import ClassSpecification
from tests.eligibility.small_catalogs import PLACE, Json, catalog_of, grade, other, service, stands_for


def told(section: str) -> Json:
    """Return a source of a rule's own."""
    return {"document": "rules.txt", "section": section, "lines": [7, 8]}


def source_of(section: str) -> Source:
    return validate_json(Source, json.dumps(told(section)))


def steps_into_9(*requirements: Json, **more: Any) -> tuple[Step, ...]:  # noqa: ANN401 - fields of a record
    """Return the steps of a catalog of which only class 9 asks anything."""
    return catalog_of(grade("1"), grade("2"), grade("9", *requirements, **more)).steps


def test_service_in_a_class_that_is_named_draws_a_step() -> None:
    (step,) = steps_into_9(service("general", 12, "1", source=told("Experience")))
    assert step == Step(
        feeder_class="us-xx/1",
        target_class="us-xx/9",
        kind=StepKind.NAMED_EXPERIENCE,
        months=12,
        source=source_of("Experience"),
        at_most_months=None,
        conditions=(),
        certainty=Certainty.NAMED,
        promotion=False,
        partial=False,
        requirement="us-xx/9#general",
    )


def test_every_class_named_by_every_requirement_draws_its_own_step_in_the_order_of_the_text() -> None:
    rules = (service("general", 60), service("a", 24, "2", "1"), other("education", "e", degree="bachelor"))
    steps = steps_into_9(*rules, service("b", 6, "1"))
    assert [(step.feeder_class, step.months, step.requirement) for step in steps] == [
        ("us-xx/2", 24, "us-xx/9#a"),
        ("us-xx/1", 24, "us-xx/9#a"),
        ("us-xx/1", 6, "us-xx/9#b"),
    ]


@pytest.mark.parametrize(
    ("fields", "kind", "conditions"),
    [
        ({}, StepKind.NAMED_EXPERIENCE, ()),
        ({"within": "general"}, StepKind.SPECIAL_EXPERIENCE, ()),
        ({"additional_to": "general"}, StepKind.SPECIAL_EXPERIENCE, ()),
        ({"standing": "internal"}, StepKind.INTERNAL_QUALIFICATION, ("INTERNAL",)),
        ({"standing": "internal", "within": "general"}, StepKind.INTERNAL_QUALIFICATION, ("INTERNAL",)),
        ({"standing": "state_employee"}, StepKind.NAMED_EXPERIENCE, ("STATE_EMPLOYEE",)),
        ({"standing": "permanent", "within": "general"}, StepKind.SPECIAL_EXPERIENCE, ("PERMANENT",)),
        ({"or_equivalent": True}, StepKind.NAMED_EXPERIENCE, ("EQUIVALENT",)),
        ({"or_in_field": True}, StepKind.NAMED_EXPERIENCE, ()),
    ],
)
def test_what_a_clause_on_service_makes_of_the_step(fields: Json, kind: StepKind, conditions: tuple[str, ...]) -> None:
    (step,) = steps_into_9(service("general", 60), service("part", 12, "1", **fields))
    assert (step.kind, step.conditions) == (kind, conditions)


@pytest.mark.parametrize(
    ("named", "certainty", "conditions"),
    [
        ({"certainty": "level"}, Certainty.LEVEL, ()),
        ({"only_for": "permanent"}, Certainty.NAMED, ("PERMANENT",)),
        ({"target_class_required": True}, Certainty.NAMED, ("TARGET_CLASS",)),
        ({"target_class_required": True, "only_for": "internal"}, Certainty.NAMED, ("INTERNAL", "TARGET_CLASS")),
    ],
)
def test_how_a_class_is_named_goes_with_its_step(
    named: Json, certainty: Certainty, conditions: tuple[str, ...]
) -> None:
    steps = steps_into_9(service("general", 12, {"class": "us-xx/1", **named}, "2"))
    assert [(step.feeder_class, step.certainty, step.conditions) for step in steps] == [
        ("us-xx/1", certainty, conditions),
        ("us-xx/2", Certainty.NAMED, ()),
    ]


def test_all_conditions_of_a_step_stand_in_one_order() -> None:
    named = {"class": "us-xx/1", "only_for": "permanent", "target_class_required": True}
    shown = [
        {"code": code, "text": "a person judges", "source": told("Note")} for code in ("EXAM", "SELECTION", "TRAVEL")
    ]
    rules = (
        service("general", 60),
        service("lead", 12, lead=True, within="general"),
        service("part", 12, named, standing="internal", or_equivalent=True),
    )
    (step,) = steps_into_9(*rules, conditions=shown)
    assert step.conditions == ("PERMANENT", "INTERNAL", "EQUIVALENT", "LEAD", "SELECTION", "TARGET_CLASS")


@pytest.mark.parametrize(
    ("routes", "conditions"),
    [
        ([["general", "lead"], ["internal"]], ()),
        ([["general", "lead"], ["internal", "lead"]], ("LEAD",)),
        ([["general"], ["internal"]], ()),
        ([["internal"], ["general", "internal", "lead"]], ("LEAD",)),
    ],
)
def test_lead_duty_goes_with_a_step_where_one_route_asks_both(
    routes: list[list[str]], conditions: tuple[str, ...]
) -> None:
    lead = service("lead", 12, lead=True)
    (step,) = steps_into_9(service("general", 60), lead, service("internal", 12, "1"), routes=routes)
    assert step.conditions == conditions


def test_a_requirement_of_lead_duty_that_names_a_class_asks_lead_of_its_own_step() -> None:
    (step,) = steps_into_9(service("lead", 12, "1", lead=True))
    assert step.conditions == ("LEAD",)


def test_a_judgment_about_incumbents_draws_a_step_without_months() -> None:
    named = [{"class": "us-xx/1", "certainty": "level"}, {"class": "us-xx/2", "only_for": "internal"}]
    rule = other("condition", "current", code="CURRENT_CLASS", classes=named, source=told("Incumbents"))
    first, second = steps_into_9(service("general", 60), rule)
    assert first == Step(
        feeder_class="us-xx/1",
        target_class="us-xx/9",
        kind=StepKind.NAMED_EXPERIENCE,
        months=None,
        source=source_of("Incumbents"),
        conditions=("CURRENT_CLASS",),
        certainty=Certainty.LEVEL,
        requirement="us-xx/9#current",
    )
    assert (second.feeder_class, second.conditions) == ("us-xx/2", ("INTERNAL", "CURRENT_CLASS"))


@pytest.mark.parametrize(("approval", "conditions"), [(True, ("DAS_APPROVED",)), (False, ())])
def test_a_program_draws_a_step_asked_outright_or_in_place_of_a_requirement(
    conditions: tuple[str, ...],
    *,
    approval: bool,
) -> None:
    asked = other("programme", "training", programme="us-xx/1", approval_required=approval, source=told("Asked"))
    instead = stands_for(
        "programme", "general", programme="us-xx/2", approval_required=approval, source=told("Instead")
    )
    drawn = steps_into_9(asked, service("general", 12), substitutions=[instead])
    assert drawn == tuple(
        Step(
            feeder_class=program,
            target_class="us-xx/9",
            kind=StepKind.PROGRAMME_COMPLETION,
            months=None,
            source=source_of(section),
            conditions=conditions,
            requirement=requirement,
        )
        for program, section, requirement in (
            ("us-xx/1", "Asked", "us-xx/9#training"),
            ("us-xx/2", "Instead", "us-xx/9#program"),
        )
    )


def test_service_in_a_class_in_place_of_a_requirement_draws_a_step() -> None:
    named = {"class": "us-xx/1", "target_class_required": True, "certainty": "level"}
    whole = stands_for("service", "general", named=named, months=24, standing="permanent", source=told("Substitutions"))
    part = stands_for("service", "general", feeder="2", months=12, at_most_months=6)
    first, second = steps_into_9(service("general", 60), substitutions=[whole, part])
    assert first == Step(
        feeder_class="us-xx/1",
        target_class="us-xx/9",
        kind=StepKind.CLASS_SERVICE_SUBSTITUTION,
        months=24,
        source=source_of("Substitutions"),
        conditions=("PERMANENT", "TARGET_CLASS"),
        certainty=Certainty.LEVEL,
        requirement="us-xx/9#sub:us-xx/1",
    )
    assert (second.feeder_class, second.months, second.conditions) == ("us-xx/2", 12, ())
    assert (second.at_most_months, second.requirement) == (None, "us-xx/9#sub:us-xx/2")


def test_service_of_a_kind_study_and_degrees_draw_no_step_and_hide_none_that_follows() -> None:
    rules = [
        stands_for("service", "school", what="work of a kind", months=12, gives_years=1),
        stands_for("study", "general", semester_hours=15, months=6, at_most_months=24),
        stands_for("degree", "general", degree="law", months=12),
        stands_for("service", "general", feeder="1", months=24),
    ]
    school = other("education", "school", degree="bachelor")
    steps = steps_into_9(service("general", 60), school, substitutions=rules)
    assert [step.requirement for step in steps] == ["us-xx/9#sub:us-xx/1"]


def test_a_trainee_class_draws_a_step_to_each_target_that_it_names() -> None:
    targets = [
        {"class": "us-xx/9", "months": 12, "at_most_months": 24, "source": told("Trainees")},
        {"class": "us-xx/8", "source": told("More trainees")},
    ]
    first, second = catalog_of(grade("1", trainee_targets=targets), grade("9")).steps
    assert first == Step(
        feeder_class="us-xx/1",
        target_class="us-xx/9",
        kind=StepKind.TRAINEE_TARGET,
        months=12,
        source=source_of("Trainees"),
        at_most_months=24,
        conditions=("TARGET_CLASS",),
        certainty=Certainty.NAMED,
        requirement=None,
    )
    assert second == first._replace(
        target_class="us-xx/8", months=None, at_most_months=None, source=source_of("More trainees")
    )


def test_a_step_from_a_class_that_is_nowhere_is_drawn_and_is_no_promotion() -> None:
    (step,) = catalog_of(grade("9", service("general", 12, "gone"), series={"name": "S", "rank": 2})).steps
    assert (step.feeder_class, step.months, step.promotion, step.partial) == ("us-xx/gone", 12, False, False)


def test_a_class_draws_no_step_to_itself() -> None:
    steps = steps_into_9(service("general", 12, "9", "1"))
    assert [step.feeder_class for step in steps] == ["us-xx/1"]


@pytest.mark.parametrize(
    ("feeder", "target", "promotion"),
    [
        ({"series": {"name": "S", "rank": 1}}, {"series": {"name": "S", "rank": 2}}, True),
        ({"series": {"name": "S", "rank": 1}}, {"series": {"name": "S", "rank": 3}}, True),
        ({"series": {"name": "S", "rank": 2}}, {"series": {"name": "S", "rank": 2}}, False),
        ({"series": {"name": "S", "rank": 3}}, {"series": {"name": "S", "rank": 2}}, False),
        ({"series": {"name": "R", "rank": 1}}, {"series": {"name": "S", "rank": 2}}, False),
        ({"series": {"name": "S", "rank": 1}}, {}, False),
        ({}, {"series": {"name": "S", "rank": 2}}, False),
        ({"series": {"name": "S", "rank": 1}, "jurisdiction": "us-yy"}, {"series": {"name": "S", "rank": 2}}, False),
        ({}, {}, False),
    ],
)
def test_a_step_up_in_one_series_is_a_promotion(feeder: Json, target: Json, *, promotion: bool) -> None:
    named = {"class": f"{feeder.get('jurisdiction', PLACE)}/1"}
    (step,) = catalog_of(grade("1", **feeder), grade("9", service("general", 12, named), **target)).steps
    assert step.promotion is promotion


@pytest.mark.parametrize(
    ("feeder", "target", "partial"),
    [
        ("whole", "whole", False),
        ("partial", "whole", True),
        ("whole", "partial", True),
        ("partial", "partial", True),
        ("named-only", "whole", False),
        ("named-only", "partial", True),
    ],
)
def test_a_step_beside_a_record_seen_in_part_is_marked(feeder: str, target: str, *, partial: bool) -> None:
    asked = () if feeder == "named-only" else (service("general", 6),)
    below = grade("1", *asked, completeness=feeder)
    (step,) = catalog_of(below, grade("9", service("general", 12, "1"), completeness=target)).steps
    assert step.partial is partial


def test_what_both_records_tell_leaves_the_rest_of_a_step_as_it_is() -> None:
    below, above = ({"name": "S", "rank": rank} for rank in (1, 2))
    catalog = catalog_of(grade("1", series=below), grade("9", service("general", 12, "1"), series=above))
    step = Step("us-xx/1", "us-xx/9", StepKind.SPECIAL_EXPERIENCE, 7, source_of("Anywhere"), conditions=("LEAD",))
    assert complete_step(step, catalog.classes) == step._replace(promotion=True)
    for loose in (step._replace(feeder_class="us-xx/gone"), step._replace(target_class="us-xx/gone")):
        assert complete_step(loose, catalog.classes) == loose


@pytest.mark.parametrize(
    ("certainty", "include", "used"),
    [
        (Certainty.NAMED, (), True),
        (Certainty.LEVEL, (), True),
        (Certainty.PEER, (), False),
        (Certainty.INFERRED, (), False),
        (Certainty.PEER, (Certainty.PEER,), True),
        (Certainty.PEER, (Certainty.INFERRED,), False),
        (Certainty.NAMED, (Certainty.INFERRED,), True),
    ],
)
def test_which_steps_are_used(certainty: Certainty, include: tuple[Certainty, ...], *, used: bool) -> None:
    step = Step("us-xx/1", "us-xx/9", StepKind.NAMED_EXPERIENCE, 12, source_of("Experience"), certainty=certainty)
    assert is_used(step, frozenset(include)) is used


def rung(code: str, level: str | None, **more: Any) -> Json:  # noqa: ANN401 - fields of a record
    """Return a class at a grade of the plan P, in the occupational group G where nothing else is said."""
    pay = {"pay": {"plan": "P", "grade": level, "source": told("Pay")}} if level else {}
    return grade(code, **{"occupational_group": "G", "source": told(code), **pay, **more})


def inferred(*classes: Json, offered: bool = True) -> list[tuple[str, str]]:
    """Return the ends of the steps that are inferred between classes, in order."""
    steps = catalog_of(*classes, offers_inferred_steps=offered).steps
    assert {step.certainty for step in steps} <= {Certainty.INFERRED}
    return [(step.feeder_class[6:], step.target_class[6:]) for step in steps]


def test_an_inferred_step_says_no_more_than_that() -> None:
    (step,) = catalog_of(rung("1", "5"), rung("9", "7"), offers_inferred_steps=True).steps
    assert step == Step(
        feeder_class="us-xx/1",
        target_class="us-xx/9",
        kind=StepKind.NAMED_EXPERIENCE,
        months=None,
        source=source_of("9"),
        certainty=Certainty.INFERRED,
    )


def test_inferred_steps_go_from_each_grade_to_the_next_above() -> None:
    classes = (rung("c", "20"), rung("a", "3"), rung("b", "10"), rung("bb", "10"), rung("d", "21"))
    assert inferred(*classes) == [("b", "c"), ("bb", "c"), ("a", "b"), ("a", "bb"), ("c", "d")]
    assert inferred(*classes, offered=False) == inferred(rung("1", "1"), rung("2", "1")) == []


@pytest.mark.parametrize(
    "above",
    [
        {"occupational_group": "H"},
        {"occupational_group": None},
        {"pay": {"plan": "Q", "grade": "2", "source": told("Pay")}},
        {"pay": {"plan": "P", "grade": "K", "source": told("Pay")}},
        {"pay": None},
        {"jurisdiction": "us-yy"},
    ],
)
def test_no_step_is_inferred_out_of_a_group_a_plan_or_a_jurisdiction(above: Json) -> None:
    assert inferred(rung("1", "1"), rung("2", "2", **above)) == []
    assert inferred(rung("2", "2", **above), rung("1", "1"), rung("3", "3")) == [("1", "3")]


def test_only_the_jurisdictions_that_offer_inferred_steps_have_them_and_they_come_last() -> None:
    named = service("general", 12, {"class": "us-yy/a"})
    places = [
        validate_json(Jurisdiction, json.dumps({"id": place, "name": place, "offers_inferred_steps": place != "us-xx"}))
        for place in ("us-xx", "us-yy", "us-zz")
    ]
    classes = [
        *(rung(code, level, jurisdiction="us-yy") for code, level in (("a", "1"), ("b", "2"))),
        *(rung(code, level) for code, level in (("a", "1"), ("b", "2"))),
        *(rung(code, level, jurisdiction="us-zz") for code, level in (("a", "1"), ("b", "2"))),
        grade("c", named, jurisdiction="us-ww"),
    ]
    read = tuple(validate_json(ClassSpecification, json.dumps(one)) for one in classes)
    steps = Catalog(CatalogRecord(jurisdictions=tuple(places), classes=read)).steps
    assert [(step.feeder_class, step.target_class, step.certainty) for step in steps] == [
        ("us-yy/a", "us-ww/c", Certainty.NAMED),
        ("us-yy/a", "us-yy/b", Certainty.INFERRED),
        ("us-zz/a", "us-zz/b", Certainty.INFERRED),
    ]
