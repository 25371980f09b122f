"""Tables of rules are what a person works out of the text by hand; tests/agreement holds them to the whole engine."""

from typing import Any

from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.eligibility.cases import Case
from ladder.eligibility.plans import Plan
from ladder.histories import History
from ladder.rendering.page_catalog import PageCatalog
from ladder.rendering.rule_tables import rule_table
from ladder.service_time import Month
from tests.eligibility.small_catalogs import PLACE, catalog_of, grade, other, service, stands_for

Json = dict[str, Any]
A, B, C = range(3)
"""Places of the classes that feed others; they stand in the order of their codes."""

FEEDERS = (grade("A"), grade("B"), grade("C"))


def nobody_in(catalog: Catalog) -> Case:
    """Return the case of nobody."""
    return Case(catalog, History(as_of=Month(0)), Plan())


def table_of(target: Json, *more: Json, **place: Any) -> Json:  # noqa: ANN401 - fields of a record
    """Return the table of a class of a small catalog."""
    catalog = catalog_of(*FEEDERS, target, *more, **place)
    places = {class_id: number for number, class_id in enumerate(sorted(catalog.classes))}
    table = rule_table(nobody_in(catalog), f"{PLACE}/{target['code']}", places)
    assert table
    return table


def needs_of(target: Json, *more: Json, **place: Any) -> list[Json]:  # noqa: ANN401 - fields of a record
    """Return the needs of a table without their kind, which is service throughout."""
    needs = table_of(target, *more, **place)["needs"]
    assert {one.pop("kind") for one in needs} == {"service"}
    found: list[Json] = needs
    return found


def test_what_a_record_says_itself_is_left_out() -> None:
    table = table_of(grade("T", service("general", 24, "A", or_in_field=True), other("condition", "fit", code="FIT")))
    assert table == {
        "needs": [{"kind": "service", "rule": 0}, {"kind": "other", "rule": 1}],
        "routes": [{"id": "general-fit", "needs": [0, 1]}],
    }


def test_a_class_that_is_only_named_has_no_table() -> None:
    assert rule_table(nobody_in(catalog_of(*FEEDERS)), f"{PLACE}/A", {}) is None


def test_service_that_counts_on_a_condition_alone_is_not_sure() -> None:
    named = [{"class": f"{PLACE}/A"}, {"class": f"{PLACE}/B", "only_for": "internal"}]
    named.append({"class": f"{PLACE}/C", "certainty": "peer"})
    (need,) = needs_of(grade("T", service("general", 24, *named)))
    assert need == {"rule": 0, "sure": [A], "unsure": [B, C], "equivalent": True}


def test_what_is_within_another_counts_for_it_and_lead_duty_is_asked_of_the_series() -> None:
    above, below = {"name": "S", "rank": 2}, {"name": "S", "rank": 1}
    lead = service("special", 12, lead=True, within="general")
    needs = needs_of(grade("T", service("general", 48, "A"), lead, series=above), grade("U", series=below))
    inner = {"rule": 1, "unsure": [3, 4], "series": [3, 4], "lead": 12}
    assert needs == [{"rule": 0, "unsure": [3, 4], "equivalent": True, "contained": [inner]}, inner]


def test_months_are_told_as_rounded_where_half_a_month_is_enough() -> None:
    target = grade("T", service("general", 24), service("special", 12, lead=True))
    first, second = needs_of(target, conventions={"rounding": "nearest_month"})
    assert (first["asked"], second["asked"], second["lead"]) == ([47, 2], [23, 2], [23, 2])


def test_substitutions_for_a_whole_requirement_become_routes_of_their_own() -> None:
    subs = [stands_for("service", "general", feeder="A", months=30, standing="permanent")]
    subs.append(stands_for("programme", "general", programme=f"{PLACE}/B"))
    table = table_of(grade("T", service("general", 24), service("special", 6), substitutions=subs))
    assert [(one["id"], one["needs"]) for one in table["routes"]] == [
        ("general-special", [0, 1]),
        ("sub:us-xx/A", [2, 1]),
        ("program", [3, 1]),
    ]
    _, _, served, programme = table["needs"]
    what = "service in us-xx/A, in place of general experience"
    assert served == {"kind": "service", "rule": 2, "what": what, "equivalent": True}
    assert (programme["rule"]["id"], programme["rule"]["programme"]) == ("program", "us-xx/B")


def test_a_trainee_class_leads_to_the_class_that_it_names() -> None:
    source = {"document": "d.txt", "section": "s"}
    targets = [{"class": f"{PLACE}/T", "months": 9, "at_most_months": 12, "source": source}]
    table = table_of(grade("T", service("general", 24)), grade("V", trainee_targets=targets))
    _, training = table["needs"]
    rule = training["rule"]
    assert (rule["id"], rule["months"], rule["classes"][0]["class"]) == ("sub:us-xx/V", 12, "us-xx/V")
    assert (training["sure"], training["unsure"], training["equivalent"]) == ([], [4], True)
    del targets[0]["months"], targets[0]["at_most_months"]
    _, training = table_of(grade("T", service("general", 24)), grade("V", trainee_targets=targets))["needs"]
    assert (training["kind"], training["feeder"], training["rule"]["id"]) == ("trainee", 4, "sub:us-xx/V")


def test_requirements_that_are_added_to_one_another_must_reach_their_sum() -> None:
    parts = (service("general", 24, "A"), service("special", 12, "B", additional_to="general"))
    first, second, both = needs_of(grade("T", *parts))
    assert (first["rule"], second["rule"]) == (0, 1)
    assert both == {"parts": [0, 1], "months": 36}


def test_service_for_study_is_told_by_its_rate_and_its_sums_in_months_of_service() -> None:
    sub = stands_for("service", "school", what="work of the kind", months=24, gives_years=1, at_most_months=48)
    school = other("education", "school", degree="bachelor")
    general, study, both = needs_of(grade("T", service("general", 24), school, substitutions=[sub]))
    assert general == {"rule": 0}
    assert (study["months"], study["rate"]) == (48, [1, 2])
    assert study["capped"] == [{"rule": 2, "rate": [1, 2], "equivalent": True}]
    (block,) = study["studies"]
    assert (block["semester_hours"], block["months"], block["at_most_months"]) == (30, 12, 48)
    assert (both["parts"], both["months"]) == ([0, 1], 24 + 96)
    assert both["capped"] == [{"rule": 2, "most": 96, "equivalent": True}]


def test_experience_that_must_be_recent_or_come_after_something_says_so() -> None:
    card = other("credential", "card", name="card")
    asked = grade("T", service("general", 24, "A", after="card", within_last_months=60), card)
    assert table_of(asked)["needs"][0]["limits"] == [[1], 60]


def test_early_filing_tells_what_may_lack_and_which_needs_share_months() -> None:
    source = {"document": "d.txt", "section": "s"}
    asked = (service("general", 48), service("special", 12, within="general"), service("other", 6))
    early = {"lacking_months": 3, "routes": ["general-special-other"], "source": source}
    routes = [["general", "special", "other"], ["other"]]
    table = table_of(grade("T", *asked, routes=routes, early_filing=early))
    assert table["routes"] == [
        {"id": "general-special-other", "needs": [0, 1, 2], "mayLack": 3, "groups": [[0, 1], [2]]},
        {"id": "other", "needs": [2]},
    ]


def test_peers_are_the_other_classes_of_a_level_that_the_text_names() -> None:
    pay = {"plan": "P", "grade": "7", "source": {"document": "d.txt", "section": "s"}}
    named = {"class": f"{PLACE}/U", "certainty": "level"}
    table = table_of(grade("T", service("general", 24, named)), grade("U", pay=pay), grade("V", pay=pay))
    assert table["peers"] == [[5, [4]]]


def test_rulings_count_service_that_the_text_does_not_name() -> None:
    told = PageCatalog(load_catalog()).told()
    places = {f"{one['jurisdiction']}/{one['code'] or one['slug']}": place for place, one in enumerate(told["classes"])}
    second = told["classes"][places["us-nd/0442"]]
    ladder = [places[f"us-nd/044{number}"] for number in (1, 2, 3, 4)]
    general, _ = told["tables"]["rules"][places["us-nd/0442"]]["needs"]
    assert (general["sure"], general["rulings"]) == (ladder, [[one, "PROGRESSIVE"] for one in ladder])
    assert set(second["ruledWords"]) == {"PROGRESSIVE"}
