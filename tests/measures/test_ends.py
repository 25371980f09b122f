"""Ways in are the routes that ask for no class and no standing; a dead end is left by no step."""

from dataclasses import replace

from ladder.catalog.loading import load_catalog
from ladder.measures.ends import DeadEnd, find_dead_ends, find_entries
from ladder.paths.ladders import NO_OTHERS, steps_used
from ladder.qualifications import Experience, Qualifications, Route, Standing, StandingHeld
from ladder.specification import ClassSpecification
from tests.rendering.catalogs import SOURCE, catalog_of, graded, name

OPEN = Experience(id="open", months=12, what="Work", source=SOURCE)
NAMED = Experience(id="named", months=12, what="Work", classes=(name("xx/1"),), source=SOURCE)
IN_FIELD = replace(NAMED, id="in-field", or_in_field=True)
FOR_STAFF = replace(OPEN, id="for-staff", standing=Standing.INTERNAL)
STANDING = StandingHeld(id="standing", what="Permanent status", standing=Standing.PERMANENT, source=SOURCE)


def asking(*routes: tuple[str, ...]) -> ClassSpecification:
    """Return a class with these routes, each of the requirements named."""
    found = tuple(Route(id=f"route-{number}", requires=one) for number, one in enumerate(routes))
    rules = Qualifications(requirements=(OPEN, NAMED, IN_FIELD, FOR_STAFF, STANDING), routes=found)
    return replace(graded("1"), qualifications=rules)


def test_only_routes_that_ask_for_no_class_and_no_standing_are_ways_in() -> None:
    (entry,) = find_entries(
        [asking(("named",), ("open",), ("open", "standing"), ("for-staff",), ("in-field", "open"), ("open", "named"))]
    )
    assert entry == ("xx/1", ((OPEN,), (IN_FIELD, OPEN)))


def test_a_class_without_such_a_route_or_without_requirements_is_no_entry() -> None:
    assert find_entries([asking(("named",)), graded("2")]) == ()


def test_the_entry_classes_of_the_bundled_data() -> None:
    entries = {one.class_id: one.ways for one in find_entries(load_catalog().classes.values())}
    assert "us-nd/0441" in entries
    assert "us-nd/customer-service-manager" not in entries
    assert [[rule.id for rule in way] for way in entries["us-nd/0444"]] == [["general", "special"]]


def test_dead_ends_are_left_by_no_step_those_entered_first() -> None:
    catalog = catalog_of(graded("0"), graded("1"), graded("2", feeders=["1"]), graded("3", feeders=["2"]))
    ends = find_dead_ends(catalog.classes.values(), steps_used(catalog, NO_OTHERS))
    assert ends == (DeadEnd("xx/3", is_entered=True), DeadEnd("xx/0", is_entered=False))


def test_a_circle_has_no_dead_end() -> None:
    catalog = catalog_of(graded("1", feeders=["2"]), graded("2", feeders=["1"]))
    assert find_dead_ends(catalog.classes.values(), steps_used(catalog, NO_OTHERS)) == ()
