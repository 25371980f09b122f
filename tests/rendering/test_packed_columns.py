"""What the page holds as columns comes back as it was, in Python and in the page's own script."""

import json
import random
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from benchmarks.city import write_city
from ladder.catalog.catalog import Catalog, CatalogRecord
from ladder.catalog.loading import load_catalog
from ladder.paths.ladders import steps_used
from ladder.records import validate_json
from ladder.rendering.around import Around
from ladder.rendering.ladder_map import render_map
from ladder.rendering.packed_columns import to_columns
from ladder.rendering.short_sheets import short_sheets
from ladder.service_time import read_month
from ladder.telling.class_names import name_class
from tests.measure import ROOT, measure
from tests.rendering.packed import packed_texts, whole_data

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


def script_of(name: str) -> str:
    """Return a module of the page without its imports, as text that a page can run."""
    lines = Path(PAGES / name).read_text("utf-8").splitlines()
    return "\n".join(line.removeprefix("export ") for line in lines if not line.startswith("import "))


@pytest.mark.browser
@pytest.mark.untraced
def test_the_script_reads_back_what_was_made_columns_of(browser: Browser) -> None:
    rng = random.Random("columns")
    values = [random_value(rng) for _ in range(measure(2_000))]
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
    around = Around(catalog, tuple(steps_used(catalog, frozenset()))).data(list(catalog.classes))
    assert around
    sheets: Any = around["sheets"]
    page = browser.new_page()
    scripts = script_of("columns.js") + "\n" + script_of("short_sheets.js")
    told = page.evaluate(f"short => {{ {scripts}; return JSON.stringify(wholeSheets(short)); }}", short_sheets(sheets))
    assert json.loads(told) == json.loads(json.dumps(sheets))
    page.close()


def test_columns_name_each_field_once() -> None:
    specs = [{"title": spec.title, "code": spec.code} for spec in load_catalog().classes.values()]
    text = json.dumps(to_columns(specs))
    assert (text.count('"title"'), text.count('"code"')) == (2, 2)


@pytest.mark.browser
@pytest.mark.untraced
def test_the_script_tells_classes_and_steps_in_full(browser: Browser) -> None:
    catalog = Catalog(validate_json(CatalogRecord, write_city(130)))
    text = packed_texts(render_map(catalog, as_of=read_month("2026-11")))["data"]
    page = browser.new_page()
    scripts = script_of("columns.js") + "\n" + script_of("whole_classes.js")
    told = json.loads(
        page.evaluate(f"text => {{ {scripts}; return JSON.stringify(wholeData(JSON.parse(text))); }}", text)
    )
    assert told["classes"] == whole_data(json.loads(text))["classes"]
    assert [(one["from"], one["to"]) for one in told["steps"]] == [
        (step.feeder_class, step.target_class) for step in steps_used(catalog, frozenset())
    ]
    assert {one["id"]: one["name"] for one in told["classes"]} == {
        one: name_class(catalog, one) for one in catalog.classes
    }
    page.close()
