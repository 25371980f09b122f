"""Every class stands in one group that a person can read: by series, by group, by its steps."""

from benchmarks.city import write_city
from ladder.catalog.catalog import Catalog, CatalogRecord
from ladder.catalog.loading import load_catalog
from ladder.records import validate_json
from ladder.rendering.views.groups import MOST_CLASSES, MOST_WITH_OUTSIDE, ClassGroup, group_classes, unjoined
from ladder.specification import Series
from tests.rendering.catalogs import catalog_of, graded, random_catalog


def groups(catalog: Catalog) -> dict[str, ClassGroup]:
    return {one.heading: one for one in group_classes(catalog, catalog.steps)}


def test_the_bundled_classes_go_by_series_and_group_and_along_their_steps() -> None:
    found = groups(load_catalog())
    assert found["Customer Service"].classes == ("us-nd/0441", "us-nd/0442", "us-nd/0443", "us-nd/0444")
    assert found["(05)-Clerical/Secretarial"].classes[-1] == "us-ct/6435CL"
    assert "us-ct/social-services-trainee" in found["(10)-Employment Security"].classes
    assert {"us-ct/5258MP", "us-ct/5989VR", "us-ct/6163MP"} <= set(found["(27)-Personnel"].classes)


def test_every_class_is_in_exactly_one_group_of_its_own_jurisdiction() -> None:
    for catalog in (load_catalog(), *map(random_catalog, range(60)), city(700)):
        found = group_classes(catalog, catalog.steps)
        assert sorted(one for group in found for one in group.classes) == sorted(catalog.classes)
        for group in found:
            assert {catalog.classes[one].jurisdiction for one in group.classes} == {group.jurisdiction}
            assert not set(group.outside) & set(group.classes)
            assert len(group.classes) + len(group.outside) <= max(MOST_CLASSES, MOST_WITH_OUTSIDE)


def city(count: int) -> Catalog:
    return Catalog(validate_json(CatalogRecord, write_city(count)))


def test_classes_without_series_or_group_make_ladders_of_their_own_and_those_alone_stand_last() -> None:
    catalog = catalog_of(graded("2", feeders=["1"]), graded("1"), graded("3", feeders=["2"]), graded("9"), graded("8"))
    found = group_classes(catalog, catalog.steps)
    assert [group.heading for group in found] == ["Class 1 to Class 3", unjoined()]
    assert found[0].classes == ("xx/1", "xx/2", "xx/3")
    assert found[1].classes == ("xx/8", "xx/9")


def test_a_group_too_large_to_read_is_cut_in_parts() -> None:
    catalog = catalog_of(*(graded(f"{code:03d}", series=Series(name="S", rank=code + 1)) for code in range(250)))
    found = group_classes(catalog, catalog.steps)
    assert [group.heading for group in found] == ["S, part 1 of 3", "S, part 2 of 3", "S, part 3 of 3"]
    assert [len(group.classes) for group in found] == [83, 83, 84]


def test_classes_of_other_groups_one_step_away_are_drawn_where_there_is_room() -> None:
    first, second = Series(name="One", rank=1), Series(name="Two", rank=1)
    joined = groups(catalog_of(graded("1", series=first), graded("2", series=second, feeders=["1"])))
    assert joined["One"].outside == ("xx/2",)
    assert joined["Two"].outside == ("xx/1",)
    many = [graded(f"{code}", series=Series(name=f"{code}", rank=1)) for code in range(100, 160)]
    crowded = groups(catalog_of(*many, graded("2", series=second, feeders=[f"{code}" for code in range(100, 160)])))
    assert crowded["Two"].outside == ()
    assert crowded["Two"].not_drawn == 60


def test_a_circle_of_steps_and_no_class_at_all_are_grouped_too() -> None:
    assert group_classes(catalog_of(), ()) == ()
    circle = catalog_of(graded("1", feeders=["2"]), graded("2", feeders=["1"]))
    assert groups(circle)["Class 1 to Class 2"].classes == ("xx/1", "xx/2")


def test_classes_that_no_step_touches_are_parted_by_their_titles() -> None:
    found = groups(catalog_of(*(graded(f"{place:03d}") for place in range(200))))
    assert list(found) == [f"{unjoined()}, Class 000 to Class 099", f"{unjoined()}, Class 100 to Class 199"]
