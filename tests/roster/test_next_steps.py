"""What one step would ready most people, in small catalogs of our own."""

from fractions import Fraction

from ladder.catalog.catalog import Catalog
from ladder.histories import History
from ladder.roster.cells import case_of
from ladder.roster.planner_tables import evaluate_roster
from tests.eligibility.small_catalogs import catalog_of, grade, other, person, service
from tests.roster.made_people import roster_of


def steps(catalog: Catalog, *people: History) -> list[tuple[object, ...]]:
    roster = roster_of([(one, Fraction(0)) for one in people])
    return list(evaluate_roster(roster, case_of(roster, catalog))["next_step"][1])


def holder(catalog: Catalog, since: str, **more: object) -> History:
    job = {"class": "us-xx/1"}
    return person(catalog, jobs=[{**job, "start": since}], present=job, **more)


def test_a_license_readies_who_has_the_work_and_lists_none() -> None:
    catalog = catalog_of(grade("1"), grade("2", service("work", 12, "1"), other("credential", "card", name="notary")))
    months_held = ("2024-11", "2024-11", "2026-05")
    people = [holder(catalog, since, licences=[]) for since in months_held]
    # Two have the 12 months and one has 6 of them; of each, the list of licenses is given, and empty.
    assert steps(catalog, *people) == [("us-xx/2", "licence notary", 3, 0)]
    # Who says nothing of licenses may have it: then it is a condition as well.
    told = steps(catalog, holder(catalog, "2024-11"))
    assert told == [("us-xx/2", "condition CREDENTIAL", 1, 0), ("us-xx/2", "licence notary", 1, 0)]


def test_no_ruling_is_tried_where_the_text_names_the_classes_that_count() -> None:
    below = grade("1", series={"name": "S", "rank": 1})
    named = grade("2", service("work", 12, "1"), series={"name": "S", "rank": 2})
    open_to_rule = grade("2", service("work", 12), series={"name": "S", "rank": 2})
    catalog = catalog_of(below, named)
    assert steps(catalog, holder(catalog, "2026-05")) == []
    catalog = catalog_of(below, open_to_rule)
    ruled = [row for row in steps(catalog, holder(catalog, "2026-05")) if str(row[1]).startswith("ruling")]
    assert ruled == [("us-xx/2", "ruling us-xx/1", 1, 0)]
