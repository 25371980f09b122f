"""What the page holds as columns comes back as it was, in Python and in the page's own script."""

import json
import random
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from benchmarks.city import write_city
from ladder.catalog.catalog import Catalog, CatalogRecord
from ladder.catalog.loading import load_catalog
from ladder.paths.ladders import steps_used
from ladder.records import validate_json
from ladder.rendering.around import Around
from ladder.rendering.class_data import class_facts
from ladder.rendering.ladder_map import render_map
from ladder.rendering.packed_columns import to_columns
from ladder.rendering.page_catalog import PageCatalog
from ladder.rendering.short_classes import short_labels
from ladder.rendering.short_sheets import short_sheets
from ladder.rendering.views.map_words import map_view
from ladder.service_time import read_month
from ladder.telling.class_names import name_class
from tests.measure import ROOT, measure
from tests.rendering.packed import packed_texts, titles_in_words, whole_data

PAGES = ROOT / "ladder" / "rendering" / "pages" / "ladder_map"
SCALARS: tuple[object, ...] = (0, -3, 7.5, True, False, None, "", "a", "__proto__", "</script>", [], {})


def random_value(rng: random.Random, depth: int = 4) -> object:
    """Return some JSON: records of a few forms, lists of one kind and of several."""
    kind = rng.randrange(4) if depth else 0
    if kind == 0:
        return rng.choice(SCALARS)
    if kind == 1:
        return [random_value(rng, depth - 1) for _ in range(rng.randrange(5))]
    if kind == 2:
        return {name: random_value(rng, depth - 1) for name in rng.sample("abcdef", rng.randrange(4))}
    fields = rng.sample("abcdef", 3)
    return [
        {name: random_value(rng, depth - 1) for name in fields if rng.random() < 0.8} for _ in range(rng.randrange(6))
    ]


def random_texts(rng: random.Random) -> list[object]:
    """Return texts that come again, with numbers that may begin with 0 or be long, or whole numbers that rise."""
    if rng.random() < 0.3:
        return [rng.randrange(-5, 10**12) for _ in range(rng.randrange(40))]
    words = ("line ", "", "0", "007-", "99999999999", "\x7f", "\x80", "{", "\ud7ff", "\u2028")
    patterns = [rng.sample(words, 3) for _ in range(rng.randrange(1, 4))]
    return [str(rng.choice((0, 7, 1234567890))).join(rng.choice(patterns)) for _ in range(rng.randrange(60))]


def script_of(name: str) -> str:
    """Return a module of the page without its imports, as text that a page can run."""
    lines = Path(PAGES / name).read_text("utf-8").splitlines()
    return "\n".join(line.removeprefix("export ") for line in lines if not line.startswith("import "))


@pytest.mark.browser
@pytest.mark.untraced
def test_the_script_reads_back_what_was_made_columns_of(browser: Browser) -> None:
    rng = random.Random("columns")
    values = [random_value(rng) for _ in range(measure(2_000))]
    values += [random_texts(rng) for _ in range(measure(300))]
    values.append(json.loads((ROOT / "data" / "catalog.json").read_text("utf-8")))
    page = browser.new_page()
    ask = f"all => {{ {script_of('columns.js')}; return all.map(one => JSON.stringify(fromColumns(one))); }}"
    told = page.evaluate(ask, [to_columns(one) for one in values])
    assert [json.loads(one) for one in told] == values
    page.close()


@pytest.mark.browser
@pytest.mark.untraced
@pytest.mark.parametrize("count", [130, 300])
def test_the_script_tells_the_drawings_of_a_city_in_full(browser: Browser, count: int) -> None:
    catalog = Catalog(validate_json(CatalogRecord, write_city(count)))
    check_sheets(browser, catalog)


@pytest.mark.browser
@pytest.mark.untraced
@pytest.mark.parametrize("place", ["los-angeles", "philadelphia"])
def test_the_script_tells_the_drawings_of_a_real_place_in_full(browser: Browser, place: str) -> None:
    check_sheets(browser, load_catalog(Path(place)))


def check_sheets(browser: Browser, catalog: Catalog) -> None:
    """Hold that the script makes of the short sheets of a catalog what Python has drawn, and its labels."""
    order, steps = list(catalog.classes), tuple(steps_used(catalog, frozenset()))
    around = Around(catalog, steps).data(order)
    assert around
    scripts = "\n".join(map(script_of, ("columns.js", "short_sheets.js", "whole_classes.js")))
    ask = """({ sheets, further, labels, steps, classes, box }) => {
      const placeOf = new Map(classes.map((one, place) => [one.id, place]));
      const whole = (short) => wholeSheets(short, neighborsBy(steps, placeOf), box[1]);
      return JSON.stringify([whole(sheets), whole(further), wholeLabels(labels, classes)]);
    }"""
    classes = [{"id": one, "title": spec.title} for one, spec in catalog.classes.items()]
    short = {
        "sheets": short_sheets(around["sheets"]),
        "further": short_sheets(around["further"]),
        "labels": short_labels(around["labels"], classes),
        "steps": [{"from": step.feeder_class, "to": step.target_class} for step in steps],
        "classes": classes,
        "box": around["box"],
    }
    page = browser.new_page()
    told = page.evaluate(f"short => {{ {scripts}; return ({ask})(short); }}", short)
    page.close()
    assert json.loads(told) == json.loads(json.dumps([around["sheets"], around["further"], around["labels"]]))


def test_columns_name_each_field_once() -> None:
    specs = [{"title": spec.title, "code": spec.code} for spec in load_catalog().classes.values()]
    text = json.dumps(to_columns(specs))
    assert (text.count('"title"'), text.count('"code"')) == (2, 2)


@pytest.mark.browser
@pytest.mark.untraced
def test_the_script_tells_classes_and_steps_in_full(browser: Browser) -> None:
    catalog = Catalog(validate_json(CatalogRecord, write_city(130)))
    written = render_map(catalog, as_of=read_month("2026-11"))
    text, titles = packed_texts(written)["data"], titles_in_words(written)
    page = browser.new_page()
    scripts = script_of("columns.js") + "\n" + script_of("whole_classes.js")
    ask = """([text, titles]) => {
      const data = wholeData(JSON.parse(text), titles);
      const records = [...wholeRecords(JSON.parse(data.records), data.classes)];
      const catalog = wholeCatalog(data.catalog, data.classes);
      return JSON.stringify({ ...data, records, catalog: { ...catalog, tables: catalog.tables() } });
    }"""
    told = json.loads(page.evaluate(f"given => {{ {scripts}; return ({ask})(given); }}", [text, titles]))
    assert told["classes"] == whole_data(json.loads(text), titles)["classes"]
    assert told["catalog"] == PageCatalog(catalog).told()
    steps = tuple(steps_used(catalog, frozenset()))
    cards = map_view(catalog, steps, title="", as_of=read_month("2026-11")).cards
    facts = {card.class_id: {"facts": class_facts(card), "sources": list(card.sources)} for card in cards}
    assert dict(told["records"]) == facts
    assert [(one["from"], one["to"]) for one in told["steps"]] == [
        (step.feeder_class, step.target_class) for step in steps_used(catalog, frozenset())
    ]
    assert {one["id"]: one["name"] for one in told["classes"]} == {
        one: name_class(catalog, one) for one in catalog.classes
    }
    page.close()
