"""The index: exact counts, rows by doors, pay as printed and as bars, search over titles, numbers and other names."""

from decimal import Decimal
from pathlib import Path

import pytest

from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.rendering.site.index_views import IndexView, SiteIndex, search_data
from ladder.rendering.views.pay_bars import PayScales
from tests.rendering.catalogs import catalog_of, graded


def index_of(catalog: Catalog) -> IndexView:
    return SiteIndex(catalog, PayScales(catalog.classes.values())).view()


@pytest.fixture(scope="module")
def city() -> tuple[Catalog, IndexView]:
    catalog = load_catalog(Path("los-angeles"))
    return catalog, index_of(catalog)


def test_every_class_is_a_row_and_every_yearly_pay_a_dot(city: tuple[Catalog, IndexView]) -> None:
    catalog, view = city
    assert view.heading == f"{len(catalog.classes)} job classes, one city"
    (place,) = view.places
    assert sorted(one.class_id for one in place.rows) == sorted(catalog.classes)
    paid = sum(
        any(one.unit.value == "yearly" for one in spec.pay.ranges) for spec in catalog.classes.values() if spec.pay
    )
    assert view.plot
    assert len(view.plot.dots) == paid == sum(bool(one.amount) for one in place.rows)
    assert view.plot_heading.startswith(f"{paid} classes")
    assert f"{len(catalog.classes) - paid} more have no yearly pay" in view.plot_note


def test_rows_are_ordered_by_doors_and_each_count_is_that_of_the_steps(city: tuple[Catalog, IndexView]) -> None:
    catalog, view = city
    rows = view.places[0].rows
    assert [one.leads_to for one in rows] == sorted((one.leads_to for one in rows), reverse=True)
    for one in rows[:20]:
        steps = catalog.steps_from(one.class_id), catalog.steps_into(one.class_id)
        assert one.leads_to == len({step.target_class for step in steps[0]})
        assert one.fed_by == len({step.feeder_class for step in steps[1]})


def test_the_words_of_a_pay_plan_find_nothing_and_stand_in_no_row(city: tuple[Catalog, IndexView]) -> None:
    _, view = city
    told = str(search_data(view.places)).casefold() + str(view.places[0].rows).casefold()
    assert "annual salary" not in told
    assert "city of los angeles" not in told


def test_a_city_without_groups_has_no_chips_and_the_bundled_classes_have(city: tuple[Catalog, IndexView]) -> None:
    assert city[1].chips == ()
    bundled = index_of(load_catalog())
    assert bundled.heading == "22 job classes, 2 jurisdictions"
    assert (bundled.chips[0].name, bundled.chips[0].count) == ("Customer Service", "4")
    assert bundled.plot is None
    assert sum(int(one.count) for one in bundled.chips) == sum(
        row.group is not None for place in bundled.places for row in place.rows
    )


def test_a_class_by_itself_is_told_in_the_singular() -> None:
    assert index_of(catalog_of(graded("1"))).heading == "1 job class"
    assert index_of(catalog_of()).places == ()


def test_dots_stand_over_their_pay_and_none_on_another(city: tuple[Catalog, IndexView]) -> None:
    plot = city[1].plot
    assert plot
    places = [(one.x, one.y) for one in plot.dots]
    assert len(set(places)) == len(places)
    ordered = sorted(plot.dots, key=lambda one: one.x)
    assert [one.dot.pay // Decimal(2000) for one in ordered] == sorted(one.dot.pay // Decimal(2000) for one in ordered)
    assert all(0 < one.x < plot.width and 0 < one.y < plot.foot for one in plot.dots)
    assert plot.told
    assert not any(one.x == plot.told.x and one.y < plot.told.y for one in plot.dots)
