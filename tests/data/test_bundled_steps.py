"""The steps of the bundled data: eight from the documents, five marked partial, one inferred."""

from itertools import pairwise

from ladder.qualifications import Certainty
from tests.data.bundled import SERIES, STEPS_OF_THE_DOCUMENTS, bundled


def step_rows(*, partial: bool) -> set[tuple[str, str, str, int | None]]:
    named = [step for step in bundled().steps if step.certainty is Certainty.NAMED and step.partial is partial]
    return {(step.feeder_class, step.target_class, step.kind.value, step.months) for step in named}


def test_exactly_eight_steps_come_from_the_five_documents() -> None:
    assert step_rows(partial=False) == STEPS_OF_THE_DOCUMENTS


def test_the_partial_records_add_five_marked_steps() -> None:
    assert step_rows(partial=True) == {
        ("us-ct/principal-human-resources-specialist", "us-ct/5258MP", "special_experience", 12),
        ("us-ct/human-resources-generalist-3", "us-ct/5258MP", "special_experience", 12),
        ("us-ct/5257MP", "us-ct/5258MP", "special_experience", 12),
        ("us-ct/5989VR", "us-ct/5257MP", "trainee_target", None),
        ("us-ct/5989VR", "us-ct/6163MP", "trainee_target", 12),
    }


def test_the_only_inferred_step_joins_the_two_labor_relations_classes() -> None:
    inferred = [step for step in bundled().steps if step.certainty is not Certainty.NAMED]
    assert [(step.feeder_class, step.target_class) for step in inferred] == [("us-ct/0029MP", "us-ct/5257MP")]
    assert inferred[0].certainty is Certainty.INFERRED


def test_the_three_internal_steps_alone_are_promotions() -> None:
    climbing = [(step.feeder_class, step.target_class) for step in bundled().steps if step.promotion]
    assert climbing == list(pairwise(SERIES))


def test_a_superior_is_never_joined_by_working_under_it() -> None:
    drawn = {(step.feeder_class, step.target_class): step for step in bundled().steps}
    works_under = {
        (spec.class_id, superior.class_id) for spec in bundled().record.classes for superior in spec.superiors
    }
    assert works_under == {
        ("us-ct/5246SH", "us-ct/labor-department-programs-and-services-coordinator"),
        ("us-ct/5257MP", "us-ct/undersecretary-of-labor-relations"),
        ("us-ct/5257MP", "us-ct/5258MP"),
        ("us-nd/0444", "us-nd/customer-service-manager"),
        ("us-nd/0444", "us-nd/customer-service-area-director"),
    }
    both = [drawn[pair] for pair in works_under if pair in drawn]
    assert [step.requirement for step in both] == ["us-ct/5258MP#special"]


def test_no_step_crosses_a_state_line() -> None:
    for step in bundled().steps:
        assert step.feeder_class.partition("/")[0] == step.target_class.partition("/")[0]
