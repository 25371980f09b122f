"""Ways in are the routes that ask for no class and no standing; a dead end is left by no step."""

from dataclasses import replace

from ladder.catalog.loading import load_catalog
from ladder.measures.ends import DeadEnd, OneFeeder, find_dead_ends, find_degrees_asked, find_entries, find_one_feeder
from ladder.paths.ladders import NO_OTHERS, steps_used
from ladder.qualifications import (
    DegreeLevel,
    Education,
    Experience,
    Qualifications,
    Route,
    ServiceSubstitution,
    Standing,
    StandingHeld,
)
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


def test_classes_that_one_class_alone_leads_to_are_told_and_those_with_no_other_way_first() -> None:
    catalog = catalog_of(graded("1"), graded("2", feeders=["1"]), graded("3", feeders=["1", "2"]))
    steps = tuple(steps_used(catalog, NO_OTHERS))
    assert find_one_feeder(catalog.classes.values(), steps) == (OneFeeder("xx/2", "xx/1", is_open=False),)
    bundled = load_catalog()
    found = find_one_feeder(bundled.classes.values(), tuple(steps_used(bundled, NO_OTHERS)))
    assert [one.is_open for one in found] == sorted(one.is_open for one in found)
    assert OneFeeder("us-nd/0443", "us-nd/0442", is_open=True) in found


def studied(
    degree: DegreeLevel | None, *routes: tuple[str, ...], substitutions: tuple[ServiceSubstitution, ...] = ()
) -> ClassSpecification:
    """Return a class that asks for a degree by these routes."""
    hours = None if degree else 30
    education = Education(id="education", what="Study", degree=degree, semester_hours=hours, source=SOURCE)
    higher = replace(education, id="higher", degree=DegreeLevel.MASTER)
    found = tuple(Route(id=f"route-{number}", requires=one) for number, one in enumerate(routes))
    rules = Qualifications(requirements=(OPEN, education, higher), routes=found, substitutions=substitutions)
    return replace(graded("1"), qualifications=rules)


def test_a_degree_is_asked_where_every_route_asks_one_and_nothing_takes_its_place() -> None:
    every = studied(DegreeLevel.BACHELOR, ("education", "open"), ("higher",))
    assert find_degrees_asked([every]) == (("xx/1", DegreeLevel.BACHELOR),)
    assert find_degrees_asked([studied(DegreeLevel.BACHELOR, ("education",), ("open",))]) == ()
    assert find_degrees_asked([studied(DegreeLevel.HIGH_SCHOOL, ("education",))]) == ()
    assert find_degrees_asked([studied(None, ("education",))]) == ()
    instead = ServiceSubstitution(stands_for="education", months=24, what="Work", source=SOURCE)
    assert find_degrees_asked([studied(DegreeLevel.BACHELOR, ("education",), substitutions=(instead,))]) == ()
    assert find_degrees_asked([graded("2")]) == ()
