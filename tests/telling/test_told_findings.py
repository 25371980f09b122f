"""Each finding is one sentence that names its classes; the headline tells what matters most."""

import pytest

from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.measures.analysis import Measure, analyse_ladder
from ladder.measures.ladder_lengths import TimedLadder
from ladder.paths.starts import on_day_one
from ladder.specification import PayUnit
from ladder.telling.told_findings import ToldFindings
from tests.eligibility.small_catalogs import PLACE, catalog_of, grade, other, service
from tests.measures.made_ladders import AS_OF, paid
from tests.rendering.catalogs import catalog_of as graded_catalog
from tests.rendering.catalogs import graded


def told_of(catalog: Catalog) -> ToldFindings:
    return ToldFindings(catalog, analyse_ladder(on_day_one(catalog, AS_OF)))


def sentences_of(told: ToldFindings, measure: Measure) -> list[str]:
    return [told.sentence(one) for one in told.analysis.of(measure)]


@pytest.fixture(scope="module")
def bundled() -> ToldFindings:
    return told_of(load_catalog())


def test_the_sentences_of_the_bundled_data(bundled: ToldFindings) -> None:
    (pair,) = sentences_of(bundled, Measure.GATEKEEPER_PAIR)
    assert pair.startswith("Nobody enters Processing Technician without service in Interpreter Clerk or Office ")
    assert (
        sentences_of(bundled, Measure.ENTRY)[0]
        == "People in no class may enter Labor Relations Program Assistant: 1 way is open to everyone."
    )
    ends = sentences_of(bundled, Measure.DEAD_END)
    assert ends[0] == "No step in our data leaves Labor Relations Program Assistant, and none leads to it."
    assert (
        "No step in our data leaves Processing Technician; Interpreter Clerk and Office Assistant lead to it." in ends
    )
    assert "No step in our data leaves Human Resources Associate; Leadership Associate leads to it." in ends
    assert sentences_of(bundled, Measure.DEGREE_ONLY) == [
        "Nobody enters Leadership Associate without a bachelor's degree."
    ]
    slowest = sentences_of(bundled, Measure.SLOWEST)
    assert slowest[0] == "9 years, from Human Resources Generalist 3 to Agency Labor Relations Manager in 1 move."
    assert slowest[1] == (
        "4 years, from Customer Service Representative to Customer Service Senior Consultant, if 12 of those months "
        "are lead work (your supervisor must confirm it)."
    )
    assert sentences_of(bundled, Measure.OPEN_INTERNAL)[0] == (
        "Customer Service Consultant: 7 years of work by the way open to everyone, 1 year as Customer Service "
        "Specialist for people who work there."
    )
    reach = sentences_of(bundled, Measure.REACH)
    assert (
        reach[-1]
        == "Service in Customer Service Consultant is enough to come to 1 class: Customer Service Senior Consultant."
    )
    assert reach[0].startswith("Service in Customer Service Representative is enough to come to 3 classes: Customer ")
    assert sentences_of(bundled, Measure.ISOLATED)[0].startswith("No step in our data joins Labor Relations Program")


def test_a_figure_that_is_not_proved_is_told_as_two(bundled: ToldFindings) -> None:
    for one in bundled.analysis.of(Measure.SLOWEST)[:2]:
        assert isinstance(one.about, TimedLadder)
        answer = one.about.answer._replace(
            proved_months=96 if one.about.answer.months else None, if_conditions_proved=36
        )
        told = bundled.sentence(one._replace(about=one.about._replace(answer=answer)))
        assert told.startswith("between 8" if answer.months else "between 3")
        assert told.endswith("; a quicker way is not ruled out.")


def test_gatekeepers_and_moves_are_counted() -> None:
    chain = [grade("1"), *(grade(str(one), service("a", 12, str(one - 1))) for one in range(2, 10))]
    told = told_of(catalog_of(*chain))
    sentences = sentences_of(told, Measure.GATEKEEPER)
    assert sentences[0].startswith("Nobody enters these 8 classes without service in Class 1: Class 2, Class 3, ")
    assert sentences[-1] == "Nobody enters Class 9 without service in Class 8."
    assert sentences_of(told, Measure.SLOWEST) == ["8 years, from Class 1 to Class 9 in 8 moves."]
    assert told.headline(None).startswith(
        "8 of 9 classes are gatekeepers: nobody enters 8 other classes without the one that keeps it. The one that "
        "keeps most is Class 1. Nobody enters these 8"
    )
    assert told.headline(f"{PLACE}/1") == (
        "8 classes hang on Class 1: nobody enters them without service in it. Service in it is enough to come to "
        "8 classes."
    )
    assert told.headline(f"{PLACE}/9") == (
        "No class hangs on Class 9 alone. Service in it alone is enough for no other class. To enter Class 9 itself, "
        "everybody needs service in 8 classes."
    )
    assert told.headline(f"{PLACE}/8").startswith(
        "1 class hangs on Class 8: nobody enters Class 9 without service in it."
    )


def test_one_gatekeeper_of_one_class_and_a_pair() -> None:
    told = told_of(catalog_of(grade("1"), grade("2", service("a", 12, "1"))))
    assert told.headline(None) == "1 of 2 classes is a gatekeeper: nobody enters 1 other class without Class 1."
    pair = told_of(catalog_of(grade("1"), grade("2"), grade("3", service("a", 12, "1", "2"))))
    assert pair.headline(None) == "No class of 3 is a gatekeeper: no other class hangs on one alone."
    assert pair.headline(f"{PLACE}/2").startswith(
        "No class hangs on Class 2 alone. With one other class, it keeps Class 3."
    )


def test_ways_in_circles_staff_and_pay() -> None:
    staff = other("standing", "staff", standing="internal")
    open_ways = grade("1", service("a", 12), service("b", 24), staff, routes=[["a"], ["b"], ["staff"]])
    told = told_of(catalog_of(open_ways, grade("2", service("a", 12, "3")), grade("3", service("a", 12, "2"))))
    assert sentences_of(told, Measure.ENTRY) == ["People in no class may enter Class 1: 2 ways are open to everyone."]
    assert sentences_of(told, Measure.CYCLE) == ["These classes lead to one another: Class 2 and Class 3."]
    assert sentences_of(told, Measure.OPEN_INTERNAL) == [
        "Class 1: 1 year of work by the way open to everyone, 0 months for people who work there."
    ]
    for low, words in (("220", "$10 a year more"), ("40", "$5 a year less")):
        two = paid(graded("1"), (PayUnit.YEARLY, "100")), paid(graded("2", feeders=["1"]), (PayUnit.YEARLY, low))
        assert sentences_of(told_of(graded_catalog(*two)), Measure.PAY_PER_MONTH) == [
            f"From Class 1 to Class 2: {words} for each month waited, after 1 year."
        ]
