"""What the sentences of a statement ask together: parts of service before them, alternatives, licenses to come."""

import pytest

from ladder.reading.drafts import Role
from ladder.reading.passages import Span
from ladder.reading.requirement_grammar.asides import LICENSE
from ladder.reading.requirement_grammar.faults import Findings
from ladder.reading.requirement_grammar.gathering import Together
from ladder.reading.requirement_grammar.tree import (
    All,
    Any,
    ConditionClause,
    CredentialClause,
    ExperienceClause,
    ExperiencePart,
    Node,
    Quantity,
    UnreadClause,
)

PLACE = Span(10, 20)
FOUR, TWO = ExperienceClause(Quantity(48), "tide work"), ExperienceClause(Quantity(24), "rope work")
LICENSE_ASKED = CredentialClause("pilot license", Span(0, 9))


def of_previous(months: int | None = 12, hours: int | None = None) -> ExperienceClause:
    return ExperienceClause(Quantity(months, hours), "at sea", of_previous=True, span=PLACE)


def gathered(
    *nodes: Node, role: Role = Role.OPEN, alternatives: frozenset[int] = frozenset()
) -> tuple[Node | None, list[Span]]:
    findings = Findings()
    together = Together(findings, role)
    for number, node in enumerate(nodes):
        together.take(node, is_alternative=number in alternatives)
    return together.result(), findings.unread


def test_nothing_taken_asks_nothing() -> None:
    assert gathered() == (None, [])


def test_sentences_are_asked_together_and_one_that_begins_with_or_is_another_way() -> None:
    assert gathered(FOUR)[0] == FOUR
    assert gathered(FOUR, TWO)[0] == All((FOUR, TWO))
    assert gathered(FOUR, LICENSE_ASKED, TWO, alternatives=frozenset({2}))[0] == Any((All((FOUR, LICENSE_ASKED)), TWO))
    assert gathered(FOUR, alternatives=frozenset({0}))[0] == FOUR


def test_a_part_of_the_service_before_it_is_put_into_it() -> None:
    found, unread = gathered(All((LICENSE_ASKED, FOUR)), of_previous())

    assert found == All(
        (LICENSE_ASKED, ExperienceClause(Quantity(48), "tide work", parts=(ExperiencePart(Quantity(12), "at sea"),)))
    )
    assert unread == []


@pytest.mark.parametrize("part", [of_previous(48), of_previous(None, 2000)])
def test_a_part_may_be_all_of_it_or_be_counted_in_hours(part: ExperienceClause) -> None:
    found, unread = gathered(FOUR, part)

    assert isinstance(found, ExperienceClause)
    assert [one.quantity for one in found.parts] == [part.quantity]
    assert unread == []


@pytest.mark.parametrize(
    "before", [(FOUR, TWO), (All((FOUR, TWO)),), (LICENSE_ASKED,), (TWO,), (Any((FOUR, LICENSE_ASKED)),)], ids=range(5)
)
def test_a_part_of_no_one_service_is_unread_in_its_place(before: tuple[Node, ...]) -> None:
    found, unread = gathered(*before, of_previous(36))

    assert found is not None
    assert isinstance(found, All)
    assert found.parts[-1] == UnreadClause(PLACE)
    assert unread == [PLACE]


def test_a_part_or_something_else_is_a_choice_of_all_before_it_and_that() -> None:
    found, _ = gathered(FOUR, Any((of_previous(), LICENSE_ASKED)))

    whole = ExperienceClause(Quantity(48), "tide work", parts=(ExperiencePart(Quantity(12), "at sea"),))
    assert found == Any((whole, LICENSE_ASKED))


@pytest.mark.parametrize(("role", "of_general"), [(Role.OPEN, True), (Role.GENERAL, True), (Role.SPECIAL, False)])
def test_service_of_the_above_with_nothing_before_it_is_of_the_general_experience(
    role: Role, *, of_general: bool
) -> None:
    found, unread = gathered(of_previous(), role=role)

    assert isinstance(found, ExperienceClause)
    assert (found.of_previous, found.of_general) == (False, of_general)
    assert unread == []


@pytest.mark.parametrize(
    "words",
    [
        "Applicants without the license must secure it prior to appointment",
        "Applicants lacking it must obtain it within six months of appointment",
        "Candidates who do not yet possess the license must have it before appointment",
        "A candidate who does not hold it must do so upon appointment",
    ],
)
def test_a_license_that_people_without_it_may_still_get_is_a_license_to_come(words: str) -> None:
    to_come = ConditionClause(LICENSE, words)

    assert gathered(FOUR, LICENSE_ASKED, to_come)[0] == All((FOUR, ConditionClause(LICENSE, "pilot license"), to_come))


def test_other_words_on_a_license_leave_it_asked() -> None:
    kept = ConditionClause(LICENSE, "The license must be maintained")
    other = ConditionClause("NOTICE", "Candidates without the license are told")

    assert gathered(LICENSE_ASKED, kept)[0] == All((LICENSE_ASKED, kept))
    assert gathered(LICENSE_ASKED, other)[0] == All((LICENSE_ASKED, other))
    freed = ConditionClause(LICENSE, "Applicants without the license must get it")
    assert gathered(freed)[0] == freed
    assert gathered(FOUR, freed)[0] == All((FOUR, freed))
