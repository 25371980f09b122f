"""Every door says the same of the way from one class to another (docs/semantics.md, C20 and C28).

The same questions are put to ``path``, ``reach``, ``feeders``, ``show``, the report about two
classes, the class's own page and the map page, of a small made-up catalog and of a folder read
from a few bulletins.
"""

import json
import re
from collections.abc import Iterator, Mapping
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from ladder.catalog.catalog import Catalog
from ladder.catalog.compiled import compile_catalog
from ladder.catalog.loading import load_catalog
from ladder.paths.starts import ASSUMED_WITHOUT_PROFILE
from ladder.qualifications import Certainty
from ladder.rendering.ladder_map import render_map
from ladder.service_time import read_month
from ladder.telling.class_record import class_record
from tests.agreement.page_engine import PageEngine
from tests.agreement.subjects import subject_of
from tests.agreement.tasks import Task
from tests.browser.finding import choose_ends
from tests.browsing import patient
from tests.cli.running import run_here
from tests.doors.bulletins import read_bulletins
from tests.eligibility.small_catalogs import SOURCE, catalog_of, grade, service
from tests.rendering.report_pages import path_page, words_of

pytestmark = pytest.mark.untraced

AS_OF = "2026-11"
BY_WAY = re.compile(r" \([^()]*\bway\b[^()]*\)")
"""By which way a month is reached, which the map tells under its sentence."""
Json = dict[str, Any]


def made_up() -> Catalog:
    """Return a ladder by name and by level, a class at that level, and classes that no rule joins; a ruling counts."""
    ruling = {"class": "us-xx/open", "counts_toward": ["us-xx/ruled#e0"], "reason": "r", "by": "b"}
    level: Json = {"pay": {"plan": "P", "grade": "2", "source": SOURCE}}
    return catalog_of(
        grade("clerk"),
        grade("senior", service("e0", 12, "clerk"), **level),
        grade("peer", service("e0", 6, or_in_field=True), **level),
        grade("chief", service("e0", 24, {"class": "us-xx/senior", "certainty": "level"})),
        grade("open", service("e0", 0, or_in_field=True)),
        grade("ruled", service("e0", 18, or_in_field=True)),
        rulings=[ruling],
    )


@pytest.fixture(scope="module", params=["made up", "bulletins"])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the catalog as people hold it: a compiled file, or a folder read from documents."""
    place = tmp_path_factory.mktemp("doors") / "catalog"
    if request.param == "made up":
        place.with_suffix(".json").write_bytes(compile_catalog(made_up().record))
        return place.with_suffix(".json")
    return read_bulletins(place)


@pytest.fixture(scope="module")
def catalog(folder: Path) -> Catalog:
    return load_catalog(folder)


def asked(command: str, *words: str, folder: Path) -> Json:
    done = run_here(command, *words, "--json", "--catalog", str(folder))
    found: Json = json.loads(done.out) if done.out else {"classes": []}
    return found | {"exit": done.status}


def pairs(catalog: Catalog) -> list[tuple[str, str]]:
    known = [one.class_id for one in catalog.classes.values() if one.qualifications]
    return list(permutations(known, 2))


@pytest.fixture(scope="module")
def paths(catalog: Catalog, folder: Path) -> Mapping[tuple[str, str], Json]:
    return {(one, other): asked("path", one, other, "--as-of", AS_OF, folder=folder) for one, other in pairs(catalog)}


def month_by_class(answers: Json, key: str) -> dict[str, object]:
    return {one[key]: one["months"] for one in answers["classes"]}


def test_reach_and_feeders_lead_where_path_leads(folder: Path, paths: Mapping[tuple[str, str], Json]) -> None:
    known = {class_id for pair in paths for class_id in pair}
    for one in known:
        joined = {
            other: found["best"]["months"] for (start, other), found in paths.items() if start == one and found["best"]
        }
        assert month_by_class(asked("reach", one, "--as-of", AS_OF, folder=folder), "target") == joined
        led = {
            start: found["best"]["months"] for (start, other), found in paths.items() if other == one and found["best"]
        }
        feeders = month_by_class(asked("feeders", one, "--as-of", AS_OF, folder=folder), "from")
        assert {class_id: months for class_id, months in feeders.items() if class_id in known} == led
    assert {found["exit"] for found in paths.values()} == {0, 1}
    assert all((found["best"] is None) == (found["exit"] == 1) for found in paths.values())


def test_what_a_class_page_and_show_list_is_one_step_of_a_path(
    catalog: Catalog, folder: Path, paths: Mapping[tuple[str, str], Json]
) -> None:
    for one in {start for start, _ in paths}:
        shown = [step["to"] for step in asked("show", one, folder=folder)["targets"]]
        linked = [step.told.words[0].class_id for step in class_record(catalog, one).steps_from.items]
        assert shown == linked
        assert all(paths[one, target]["best"] for target in shown)


def test_where_no_ladder_is_the_answer_has_the_open_route_in_every_form(paths: Mapping[tuple[str, str], Json]) -> None:
    found = [paths[pair] for pair in unjoined(paths, len(paths))]
    assert {(one["status"], one["exit"], len(one["alternatives"])) for one in found} == {("no_path", 1, 0)}
    assert all(one["open_route"]["target"] == one["to"] for one in found)
    assert {"status", "months", "requirements"} <= found[0]["open_route"].keys()


def test_service_that_a_ruling_counts_is_told_though_no_rule_names_a_step(tmp_path: Path) -> None:
    folder = tmp_path / "made.json"
    folder.write_bytes(compile_catalog(made_up().record))
    found = asked("path", "open", "ruled", "--as-of", AS_OF, folder=folder)
    assert (found["exit"], found["best"], found["service_counts"], found["open_route"]["months"]) == (1, None, True, 18)
    assert sentence_of(folder, "open", "ruled") == (
        "No rule names Class open as a step to Class ruled, but your service counts. "
        "If you go on as Class open: 1 year 6 months, to May 2028 (way e0)."
    )


def unjoined(paths: Mapping[tuple[str, str], Json], most: int) -> list[tuple[str, str]]:
    """Return some pairs that no ladder joins: those whose service counts come first."""
    found = [pair for pair, one in paths.items() if not one["best"]]
    return sorted(found, key=lambda pair: not paths[pair]["service_counts"])[:most]


def sentence_of(folder: Path, start: str, target: str) -> str:
    """Return what ``path`` says of a missing ladder, with the time where there is one, before it goes on."""
    told = " ".join(run_here("path", start, target, "--as-of", AS_OF, "--catalog", str(folder)).out.split())
    begins = next(told.index(words) for words in ("No rule names", "No path in our data joins") if words in told)
    said, going_on, _ = told[begins:].partition(" Without a path")
    assert going_on
    return said


def test_the_report_about_two_classes_says_what_path_says(
    catalog: Catalog, folder: Path, paths: Mapping[tuple[str, str], Json]
) -> None:
    for start, target in unjoined(paths, 8):
        assert sentence_of(folder, start, target) in words_of(path_page(catalog, start, target))


@pytest.fixture(scope="module")
def engine(browser: Browser) -> Iterator[PageEngine]:
    context = patient(browser.new_context(offline=True))
    yield PageEngine(context.new_page())
    context.close()


@pytest.mark.browser
def test_the_page_says_what_path_says(
    catalog: Catalog, paths: Mapping[tuple[str, str], Json], engine: PageEngine
) -> None:
    subject = subject_of(f"doors {id(catalog)}", catalog, longest=24)
    plan = {"kind": "climb", "assumed": sorted(ASSUMED_WITHOUT_PROFILE), "study": "0", "via": [], "lead_in": []}
    question = {"kind": "path", "profile": {}, "as_of": AS_OF, "today": AS_OF, "plan": plan | {"include": []}}
    tasks = [Task("door", subject, question | {"from": start, "target": target}) for start, target in paths]
    for found, page in zip(paths.values(), engine.answers_of(tasks), strict=True):
        assert (page["best"] and page["best"]["months"]) == (found["best"] and found["best"]["months"])
        assert page.get("service_counts") == found.get("service_counts")
        assert page.get("open_route", {}).get("months") == found.get("open_route", {}).get("months")


@pytest.mark.browser
def test_the_map_tells_a_missing_rung_in_the_same_sentence(
    catalog: Catalog, folder: Path, paths: Mapping[tuple[str, str], Json], browser: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "map.html"
    file.write_text(render_map(catalog, as_of=read_month(AS_OF)), "utf-8")
    context = patient(browser.new_context(offline=True))
    page = context.new_page()
    page.goto(file.as_uri())
    page.locator("html[data-settled]").wait_for(state="attached")
    for start, target in unjoined(paths, 4):
        choose_ends(page, *(catalog.classes[one].code or catalog.classes[one].title for one in (start, target)))
        expect(page.get_by_role("status")).to_have_text(BY_WAY.sub("", sentence_of(folder, start, target)))
    context.close()


def test_the_rung_by_level_is_there_at_once(catalog: Catalog, paths: Mapping[tuple[str, str], Json]) -> None:
    by_level = {step[:2] for step in catalog.steps if step.certainty is Certainty.LEVEL}
    found = [paths[pair]["best"] for pair in by_level if pair in paths]
    assert found
    assert all(one["steps"] for one in found)
