"""The pages of the site: every one linked, none alike, nothing from elsewhere, the same bytes however they are made."""

import base64
import hashlib
import html
import json
import os
import posixpath
import random
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from benchmarks.synthetic import make_catalog
from ladder.catalog.catalog import Catalog, CatalogRecord
from ladder.catalog.jurisdictions import Jurisdiction
from ladder.catalog.loading import load_catalog
from ladder.records import print_json, validate_json
from ladder.rendering.layout.mini_ladders import MOST_FEEDERS
from ladder.rendering.site.addresses import class_page
from ladder.rendering.site.manifest import MANIFEST
from ladder.service_time import Month
from tests.measure import FULL, ROOT
from tests.rendering.catalogs import HOSTILE, catalog_of, graded, hostile_catalog
from tests.rendering.sites import AS_OF, Page, build_site, files_of, linked_data_of, pages_of

TITLE = re.compile(r"<title>(.*?)</title>")
ELEMENT = re.compile(r"<(script|style)(?: type=\"module\")?>(.*?)</\1>", re.DOTALL)
DATA = re.compile(r'<script type="application/(?:ld\+)?json"[^>]*>.*?</script>', re.DOTALL)
LARGEST_CLASS_PAGE = 100_000


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of the bundled catalog."""
    made = tmp_path_factory.mktemp("site")
    build_site(load_catalog(), made)
    return made


@pytest.fixture(scope="module")
def pages(folder: Path) -> dict[str, str]:
    return pages_of(folder)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    made = tmp_path_factory.mktemp("hostile")
    build_site(hostile_catalog(), made)
    return pages_of(made)


# ------------------------------------------------------------------ what is there


def test_there_is_a_page_a_class_a_series_and_a_group(pages: dict[str, str]) -> None:
    expected = {class_page(class_id) for class_id in load_catalog().classes}
    assert {path for path in pages if path.startswith("classes/")} == expected
    assert "series/us-nd/customer-service.html" in pages
    assert len([path for path in pages if path.startswith("groups/us-ct/")]) == 3
    assert {"index.html", "map.html", "glossary.html", "about.html"} <= pages.keys()


def test_every_link_leads_to_a_page_and_a_place_in_it(pages: dict[str, str]) -> None:
    read = {path: Page(text) for path, text in pages.items()}
    broken = []
    for path, page in read.items():
        for link in page.links:
            target, _, mark = link.partition("#")
            if "=" in mark:
                assert target.endswith("map.html")
                assert unquote(mark.partition("=")[2]) in load_catalog().classes
                mark = ""
            where = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
            if where not in read or (mark and mark not in read[where].marks):
                broken.append((path, link))
    assert broken == []


def test_every_page_can_be_reached_from_the_index_and_has_a_title_of_its_own(pages: dict[str, str]) -> None:
    reached, waiting = {"index.html"}, ["index.html"]
    while waiting:
        path = waiting.pop()
        for link in Page(pages[path]).links:
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), link.partition("#")[0] or "."))
            if target in pages and target not in reached:
                reached.add(target)
                waiting.append(target)
    assert reached == set(pages)
    titles = [TITLE.findall(text)[0] for text in pages.values()]
    assert len(set(titles)) == len(pages)


def test_every_page_has_the_same_bar_and_knows_where_it_is(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        up = "../" * path.count("/")
        map_page = "" if path == "map.html" else f"{up}map.html"
        ways = [f"{map_page}#map", f"{map_page}#my-path", f"{up}index.html", f"{up}about.html"]
        expected = ["#words", *ways] if path == "map.html" else ["#content", f"{up}index.html", *ways]
        assert Page(text).links[: len(expected)] == expected, path
        here = [(one["aria-current"], one["href"]) for one in Page(text).find("a") if one.get("aria-current")]
        assert here == {
            "map.html": [("page", "#map")],
            "index.html": [("page", "index.html")],
            "about.html": [("page", "about.html")],
            "glossary.html": [("true", "about.html")],
        }.get(path, [("true", f"{up}index.html")]), path
        assert '<html lang="en">' in text


def test_every_page_but_map_and_index_leads_to_the_search(pages: dict[str, str]) -> None:
    found = {path for path, text in pages.items() if any(link.endswith("index.html#find") for link in Page(text).links)}
    assert found == pages.keys() - {"index.html", "map.html"}


def test_class_pages_tell_their_way_their_steps_and_their_sources(pages: dict[str, str]) -> None:
    page = pages["classes/us-nd/0443.html"]
    assert '<nav class="crumbs" aria-label="Where this page stands">' in page
    assert '<a href="../../series/us-nd/customer-service.html" dir="auto">Customer Service</a>' in page
    assert '<a href="../../classes/us-nd/0442.html"><bdi>Customer Service Specialist</bdi></a>' in page
    assert '<svg class="mini-ladder"' in page
    assert 'id="source-1"' in page
    assert "on 2020-07-01 North Dakota put about 100" in page


def test_a_superior_tells_whom_it_is_over(pages: dict[str, str]) -> None:
    page = pages["classes/us-nd/customer-service-manager.html"]
    assert ">Works over</dt>" in page
    assert '<a href="../../classes/us-nd/0444.html"><bdi>Customer Service Senior Consultant (0444, grade K)' in page


def test_the_map_leads_to_the_page_of_each_class_and_the_page_back_to_the_map(pages: dict[str, str]) -> None:
    links = set(Page(pages["map.html"]).links)
    assert {class_page(class_id) for class_id in load_catalog().classes} <= links
    back = Page(pages["classes/us-nd/0443.html"]).links
    for name in ("class", "aim", "from"):
        assert f"../../map.html#{name}=us-nd%2F0443" in back


def test_about_says_what_is_left_out_and_the_glossary_speaks_of_the_catalog_alone(pages: dict[str, str]) -> None:
    assert re.search(r"\d+ steps? that no text names (is|are) left out of the map", pages["about.html"])
    assert "the four Connecticut specifications" in pages["glossary.html"]


def test_what_is_outside_the_model_is_told_on_every_page(pages: dict[str, str]) -> None:
    assert [
        path for path, text in pages.items() if "Exams, openings and the choice are up to the agency." not in text
    ] == []


def test_the_pages_that_tell_what_figures_mean_name_month_and_conventions(pages: dict[str, str]) -> None:
    about = html.unescape(pages["about.html"])
    assert "The map counts from November 2026" in about
    for one in load_catalog().jurisdictions.values():
        assert one.convention_notes
        assert all(note.basis in about for note in one.convention_notes)


def test_an_index_of_no_class_says_so(tmp_path: Path) -> None:
    build_site(catalog_of(), tmp_path)
    assert sorted(pages_of(tmp_path)) == ["about.html", "glossary.html", "index.html", "map.html"]
    assert "There is no class in the data." in (tmp_path / "index.html").read_text("utf-8")


def test_a_class_of_many_feeders_draws_some_and_names_all_and_one_of_none_says_so(tmp_path: Path) -> None:
    feeders = [f"{number:03d}" for number in range(30)]
    classes = [*(graded(code) for code in feeders), graded("900", feeders=feeders), graded("999")]
    build_site(catalog_of(*classes), tmp_path)
    crowded, alone = ((tmp_path / class_page(f"xx/{code}")).read_text("utf-8") for code in ("900", "999"))
    assert crowded.count('<g class="feeder') == MOST_FEEDERS
    assert f"and {len(feeders) - MOST_FEEDERS} more, named below" in crowded
    assert [code for code in feeders if f'<li><a href="../../{class_page(f"xx/{code}")}"' not in crowded] == []
    assert "mini-ladder" not in ELEMENT.sub("", alone)
    assert "No class leads here" in alone


# ------------------------------------------------------------------ what is not there


def test_policies_name_scripts_and_styles_by_hash_and_forbid_all_else(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        found = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
        assert found
        policy = {name: rest for name, _, rest in (part.strip().partition(" ") for part in found[1].split(";"))}
        assert (policy["default-src"], policy["base-uri"], policy["form-action"]) == ("'none'",) * 3
        if path == "map.html":
            continue
        hashes: dict[str, list[str]] = {"script": [], "style": []}
        for kind, body in ELEMENT.findall(text):
            hashes[kind].append(f"'sha256-{base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()}'")
        assert policy["script-src"].split() == (hashes["script"] or ["'none'"])
        assert policy["style-src"].split() == hashes["style"]
        assert len(hashes["script"]) == (path == "index.html")


def test_nothing_is_loaded_and_no_element_has_a_script_or_style_of_its_own(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        if path == "map.html":
            continue
        markup = DATA.sub("", ELEMENT.sub("", text))
        assert not re.findall(r"\bsrc=|<link|<base|@import|<img|<iframe|<object|<embed|https?:", markup), path
        assert not re.findall(r"<[^>]*\s(?:on\w+|style)=", markup), path


def test_only_the_map_carries_the_drawing_script(pages: dict[str, str]) -> None:
    largest = max(len(text.encode()) for path, text in pages.items() if path != "map.html")
    assert largest < LARGEST_CLASS_PAGE
    assert "vis-network" not in "".join(text for path, text in pages.items() if path != "map.html")


def test_hostile_words_become_no_element_and_are_shown_as_typed(hostile: dict[str, str], pages: dict[str, str]) -> None:
    plain = {tag for path, text in pages.items() if path != "map.html" for tag, _ in Page(text).tags} | {"q"}
    for path, text in hostile.items():
        if path != "map.html":
            assert {tag for tag, _ in Page(text).tags} <= plain, path
    for place, words in enumerate(HOSTILE):
        data = linked_data_of(hostile[class_page(f"xx/c{place}")])
        assert [one.get("name", one.get("ceterms:name")) for one in data] == [words, {"en": words}]


# ------------------------------------------------------------------ the same however it is made


BUILD = """
import sys
from pathlib import Path
from urllib.parse import unquote
from tests.rendering.sites import build_site
from ladder.catalog.loading import load_catalog
build_site(load_catalog(Path(sys.argv[1])), Path(sys.argv[2]))
"""


def test_the_site_is_the_same_over_hash_seeds_time_zones_locales_and_order(folder: Path, tmp_path: Path) -> None:
    record = load_catalog().record
    turned = CatalogRecord(jurisdictions=record.jurisdictions[::-1], classes=record.classes[::-1])
    (tmp_path / "turned.json").write_text(print_json(turned), "utf-8")
    settings = [
        {"PYTHONHASHSEED": "0", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONUTF8": "0"},
        {"PYTHONHASHSEED": "7", "TZ": "America/Adak", "LC_ALL": "C.UTF-8"},
    ]
    expected = files_of(folder)
    for number, one in enumerate(settings):
        subprocess.run(
            [sys.executable, "-c", BUILD, str(tmp_path / "turned.json"), str(tmp_path / str(number))],
            env={**os.environ, "PYTHONPATH": str(ROOT), **one},
            check=True,
        )
        found = files_of(tmp_path / str(number))
        assert found.keys() == expected.keys()
        assert [path for path in found if found[path] != expected[path]] == []


Raw = dict[str, Any]


def map_in_brief(catalog: Catalog, **said: object) -> str:
    """Return all that a map is drawn from; the best plans of forty classes take too long for a test."""
    pages = said.pop("pages")
    assert isinstance(pages, Mapping)
    return f"{print_json(catalog.record)} {said} {dict(pages)}"


def change(raw: Raw, chance: random.Random) -> Raw:
    """Return the catalog with one random change."""
    raw = json.loads(json.dumps(raw))
    classes: list[Raw] = raw["classes"]
    one = chance.choice(classes)
    kind = chance.randrange(7)
    if kind == 0:
        one["title"] = f"Title {chance.randrange(1000)}"
    elif kind == 1:
        rule = one["qualifications"]["requirements"][0]
        lower = [other for other in classes if int(other["code"]) < int(one["code"])]
        if lower:
            rule["classes"] = [{"class": f"us-zz/{chance.choice(lower)['code']}"}]
    elif kind == 2:
        named = json.dumps([other["qualifications"] for other in classes])
        unnamed = [other for other in classes if f"us-zz/{other['code']}" not in named]
        classes.remove(chance.choice(unnamed)) if unnamed else None
    elif kind == 3:
        classes.append({**one, "code": str(chance.randrange(5000, 9000)), "aliases": []})
    elif kind == 4:
        raw["jurisdictions"][0]["notes"] = [{"text": f"Note {chance.randrange(1000)}"}]
    elif kind == 5:
        one["series"] = {"name": f"Series {chance.randrange(3)}", "rank": chance.randint(1, 9)}
    else:
        one["pay"] = {**one["pay"], "grade": str(chance.randint(10, 21))}
    return raw


@pytest.mark.untraced
@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.full) for seed in (1, 2))])
def test_a_site_brought_up_to_date_is_the_site_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setattr("ladder.rendering.site.all_pages.render_map", map_in_brief)
    chance = random.Random(seed)
    raw: Raw = make_catalog(40, seed=seed + 1)
    for turn in range(7 if FULL else 4):
        month = Month(AS_OF + turn // 3)
        catalog = Catalog(validate_json(CatalogRecord, json.dumps(raw)))
        outcome = build_site(catalog, tmp_path / "kept", as_of=month)
        build_site(catalog, tmp_path / f"new{turn}", as_of=month)
        kept, new = files_of(tmp_path / "kept"), files_of(tmp_path / f"new{turn}")
        assert kept.keys() == new.keys()
        assert [path for path in kept if kept[path] != new[path]] == []
        assert turn == 0 or outcome.unchanged
        raw = change(raw, chance)


@pytest.mark.untraced
def test_a_change_of_one_title_leaves_most_pages_as_they_are(tmp_path: Path) -> None:
    catalog = load_catalog()
    build_site(catalog, tmp_path)
    classes = tuple(replace(spec, title="Changed") if spec.code == "0441" else spec for spec in catalog.record.classes)
    outcome = build_site(Catalog(replace(catalog.record, classes=classes)), tmp_path)
    assert set(outcome.written) == {
        "index.html", "map.html", "series/us-nd/customer-service.html",
        "classes/us-nd/0441.html", "classes/us-nd/0442.html", "classes/us-nd/0443.html", "classes/us-nd/0444.html",
    }  # fmt: skip
    assert (tmp_path / "classes/us-nd/0441.html").read_text("utf-8").count("Changed") > 1


@pytest.mark.untraced
def test_another_month_changes_only_the_pages_that_tell_it(tmp_path: Path) -> None:
    build_site(load_catalog(), tmp_path)
    older = [one.class_id for one in load_catalog().classes.values() if (one.revision_month or "").endswith("-12")]
    told = {"about.html", "map.html", *map(class_page, older)}
    assert set(build_site(load_catalog(), tmp_path, as_of=Month(AS_OF + 1)).written) == told
    assert "Rules of December 15, 2023, 3 years old." in (tmp_path / class_page("us-ct/5246SH")).read_text("utf-8")


def test_codes_that_a_disk_could_not_hold_side_by_side_have_pages_of_their_own(tmp_path: Path) -> None:
    codes = ["..", ".", "CON", "con", "aux", "Aux", "index", "a.", "A", "a", "AB-C", "ab-c", "-", "1", "1."]
    jurisdictions = [Jurisdiction(id=name, name=name) for name in ("xx", "con", "-")]
    classes = [graded(code, jurisdiction=one.id, title=f"{one.id} {code}") for one in jurisdictions for code in codes]
    build_site(catalog_of(*classes, jurisdictions=jurisdictions), tmp_path)
    listed = json.loads((tmp_path / MANIFEST).read_bytes())["files"]
    made = [path for path in files_of(tmp_path) if path.startswith("classes/")]
    assert len({path.casefold() for path in made}) == len(classes) == len(made)
    assert {*made, "index.html"} <= listed.keys()
    for spec in classes:
        assert spec.title in (tmp_path / class_page(spec.class_id)).read_text("utf-8")
