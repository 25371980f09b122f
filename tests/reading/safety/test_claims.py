"""The measures have teeth: a record that asks less than its row is found out, each by the person it should be."""

from dataclasses import replace

import pytest

from ladder.qualifications import DegreeLevel
from tests.reading.safety.claims import Claimed, false_claims
from tests.reading.safety.hand_read_rows import Row, RowRoute, ServiceAsked, plain
from tests.reading.safety.people import JobHeld, Person, RecordAlone, record_of, routes_met
from tests.reading.safety.real_documents import opened, read
from tests.reading.safety.row_judging import meets_row
from tests.reading.safety.wholeness import wrong_in

HEAD = "Title: Weir Warden\nClass Code: 4410\n\nMinimum Qualifications\n\n"
TEXT = (
    "A bachelor's degree and three years of weir repair experience, one year of which as a Weir Fitter,"
    " and a valid diving license.\n"
)
FITTER = frozenset(["weir fitter"])
ASKED = RowRoute((ServiceAsked(36, frozenset()), ServiceAsked(12, FITTER, 36)), 3, held=1)


def row_of(*routes: RowRoute, credit: int = 0) -> Row:
    return Row("f", "n", frozenset(["weir warden"]), routes, credit, service_for_study=False, is_ambiguous=False)


def record_read(text: str, *, less: str = "") -> RecordAlone:
    """The record of a text, less one requirement in every route."""
    (reading,) = read(opened((HEAD + text).encode(), "w.txt"), "us-zz")
    assert reading.record
    assert reading.record.qualifications
    rules = reading.record.qualifications
    routes = tuple(replace(one, requires=tuple(name for name in one.requires if name != less)) for one in rules.routes)
    return record_of(reading.record, replace(rules, routes=routes), reading.printed)


def fitter(months: int) -> JobHeld:
    return JobHeld(months, "us-zz/weir-fitter", "Weir Fitter", frozenset())


def repairer(months: int) -> JobHeld:
    return JobHeld(months, None, "repairer", frozenset(["general"]))


PERFECT = Person((fitter(12), repairer(24)), DegreeLevel.BACHELOR, None, 0, (), ("valid diving license",))


def meets(person: Person, record: RecordAlone, row: Row) -> list[bool]:
    """Whether the person meets the row, by each route of the record that the engine finds met."""
    return [
        meets_row(person, one, row, record, credit=0, service_for_study=False) for one in routes_met(person, record)
    ]


def test_who_has_all_that_is_asked_meets_both() -> None:
    assert meets(PERFECT, record_read(TEXT), row_of(ASKED)) == [True]


@pytest.mark.parametrize(
    ("less", "person"),
    [
        ("education", PERFECT._replace(degree=DegreeLevel.ASSOCIATE)),
        ("general", PERFECT._replace(jobs=(fitter(12), repairer(23)))),
        ("special", PERFECT._replace(jobs=(fitter(11), repairer(25)))),
        ("special", PERFECT._replace(jobs=(repairer(36),))),
        ("credential", PERFECT._replace(licences=())),
    ],
)
def test_a_person_at_the_border_tells_what_a_record_lacks(less: str, person: Person) -> None:
    assert meets(person, record_read(TEXT), row_of(ASKED)) == []
    assert meets(person, record_read(TEXT, less=less), row_of(ASKED)) == [False]


@pytest.mark.parametrize("less", ["education", "general", "special", "credential"])
def test_people_drawn_at_random_tell_it_too(less: str) -> None:
    record = record_read(TEXT, less=less)
    claimed = Claimed(row_of(ASKED), record, record, is_whole=True)

    assert [found for seed in range(40) for found in false_claims(claimed, seed, [])]
    assert wrong_in(claimed)


def test_a_right_record_makes_no_false_claim() -> None:
    record, met = record_read(TEXT), list[bool]()
    claimed = Claimed(row_of(ASKED), record, record, is_whole=True)

    assert [found for seed in range(40) for found in false_claims(claimed, seed, met)] == []
    assert len(met) > 10
    assert wrong_in(claimed) is None


def test_service_in_a_class_that_the_row_does_not_name_counts_for_none_of_it() -> None:
    other = row_of(
        ASKED._replace(service=(ServiceAsked(36, frozenset()), ServiceAsked(12, frozenset(["dike fitter"]), 36)))
    )
    assert meets(PERFECT, record_read(TEXT), other) == [False]


def test_added_months_are_served_one_after_the_other() -> None:
    added = RowRoute((ServiceAsked(24, frozenset(), is_added=True), ServiceAsked(12, FITTER, is_added=True)), 3, held=1)
    assert meets(PERFECT, record_read(TEXT), row_of(added)) == [True]
    more = added._replace(service=(added.service[0]._replace(months=25), added.service[1]))
    assert meets(PERFECT, record_read(TEXT), row_of(more)) == [False]


def test_a_degree_that_names_no_field_is_none_in_a_field() -> None:
    in_field = row_of(ASKED._replace(in_field=True))
    assert meets(PERFECT, record_read(TEXT), in_field) == [False]
    hydraulics = PERFECT._replace(field="hydraulics")
    assert meets(hydraulics, record_read(TEXT.replace("degree", "degree in hydraulics")), in_field) == [True]


def test_a_judged_route_is_met_by_nobody() -> None:
    assert meets(PERFECT, record_read(TEXT), row_of(RowRoute(is_judged=True))) == [False]


def test_what_stands_for_months_is_taken_off_where_the_row_has_it() -> None:
    record = record_read(TEXT)
    (met,) = routes_met(PERFECT, record)
    more = row_of(ASKED._replace(service=(ServiceAsked(48, frozenset()), ASKED.service[1])))

    assert not meets_row(PERFECT, met, more, record, credit=11, service_for_study=False)
    assert meets_row(PERFECT, met, more, record, credit=12, service_for_study=False)


def test_a_route_with_an_undecided_part_is_met_by_nobody() -> None:
    text = "Three years of weir repair experience, or an equivalent combination of training and experience.\n"
    nobody = Person((), None, None, 0, (), ())
    assert list(routes_met(nobody, record_read(text))) == []


def test_titles_are_compared_without_the_figure_of_their_level() -> None:
    assert plain("Weir Fitter II") == plain("WEIR FITTER 2 (see note)") == "weir fitter"
