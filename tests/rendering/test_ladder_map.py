"""The map page: offline, named by hash, escaped, the same on every run, drawn through pyvis's own hooks."""

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from random import Random

import pytest

from benchmarks.city import write_city
from ladder.catalog.catalog import Catalog, CatalogRecord
from ladder.catalog.compiled import compile_catalog
from ladder.catalog.loading import load_catalog
from ladder.errors import CannotWriteError
from ladder.paths.ladders import steps_used
from ladder.qualifications import Certainty
from ladder.records import validate_json
from ladder.rendering.ladder_map import draw_map, draw_network, render_map
from ladder.rendering.ladder_panels import panels_of
from ladder.service_time import read_month
from ladder.telling.messages import messages_of
from tests.rendering.catalogs import HOSTILE, catalog_of, graded, hostile_catalog
from tests.rendering.packed import map_data, packed_texts

AS_OF = read_month("2026-11")
ELEMENT = re.compile(r"<(script|style)(?: type=\"module\")?>(.*?)</\1>", re.DOTALL)
PACKED = re.compile(r'<script type="text/plain"[^>]*>[^<]*</script>')


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog()


@pytest.fixture(scope="module")
def page(catalog: Catalog) -> str:
    return render_map(catalog, as_of=AS_OF)


def name_by_hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_the_policy_names_exactly_the_scripts_and_the_style_by_hash(page: str) -> None:
    found = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert found
    policy = {name: rest for name, _, rest in (part.strip().partition(" ") for part in found[1].split(";"))}
    hashes: dict[str, list[str]] = {"script": [], "style": []}
    for kind, text in ELEMENT.findall(page):
        hashes[kind].append(name_by_hash(text))
    packed = packed_texts(page)
    assert policy["default-src"] == "'none'"
    assert set(policy["script-src"].split()) == {
        *hashes["script"],
        name_by_hash(packed["vis"]),
        name_by_hash(packed["program"]),
    }
    assert policy["style-src"].split() == hashes["style"]
    assert len(hashes["script"]) == 1
    assert "unsafe" not in found[1]


@pytest.mark.untraced
def test_a_city_of_700_classes_is_at_most_0_55_times_what_it_was() -> None:
    city = Catalog(validate_json(CatalogRecord, write_city(700)))
    assert len(render_map(city, as_of=AS_OF).encode("utf-8")) <= 0.55 * 1_147_788


def test_only_messages_that_the_program_may_say_come_with_the_page(page: str) -> None:
    packed = packed_texts(page)
    told, known = set(json.loads(packed["data"])["messages"]), set(messages_of(("",)))
    named = set(re.findall(r"[\"'`]([a-z]\w*\.[\w.]*)", packed["program"]))
    assert known & named <= told
    assert {name for name in told if name.startswith(tuple(named))} == told
    assert len(told) < len(known) / 2


def test_nothing_is_loaded_from_anywhere(page: str) -> None:
    markup = PACKED.sub("", ELEMENT.sub("", page))
    assert not re.findall(r"\bsrc=|<link|<base|@import|<img|<iframe|<object|<embed", markup)
    assert not re.findall(r"https?://[^\s\"'<]+", markup)
    styles = page[page.index("<style>") : page.index("</style>")]
    assert set(re.findall(r"url\(([^)]*)\)", markup + styles)) == {"#arrow", "#hollow"}
    packed = packed_texts(page)
    assert all(one.startswith("#") for one in re.findall(r"url\(([^)]*)\)", packed["program"]))
    assert "sourceMappingURL" not in page + packed["vis"]
    assert set(re.findall(r"https?://[^\s\"'`<]+", packed["program"])) == {"http://www.w3.org/2000/svg"}


def test_no_element_carries_a_script_or_a_style_of_its_own(page: str) -> None:
    markup = ELEMENT.sub("", page)
    assert not re.findall(r"<[^>]*\s(?:on\w+|style)=", markup)


class _Elements(HTMLParser):
    """The names of all elements and of all their attributes, and all text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.text: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def test_hostile_words_become_no_element_and_no_attribute(page: str) -> None:
    hostile, plain = _Elements(render_map(hostile_catalog(), as_of=AS_OF)), _Elements(page)
    assert hostile.elements <= plain.elements
    assert hostile.attributes <= plain.attributes
    assert all(any(words in text for text in hostile.text) for words in HOSTILE)


def test_a_title_with_href_changes_nothing_in_how_the_page_is_made() -> None:
    plain = render_map(catalog_of(graded("1", title="href")), as_of=AS_OF)
    assert "tooltip" not in ELEMENT.sub("", plain).replace("tooltipDelay", "")


SURROUNDINGS = [
    {"PYTHONHASHSEED": "0", "TZ": "UTC"},
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "POSIX"},
    {"PYTHONHASHSEED": "3", "LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE"},
    # As on a machine of old: what names no encoding is written in one byte a letter, and fails.
    {"PYTHONHASHSEED": "4", "PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "cp1252"},
]


def test_the_page_is_the_same_bytes_over_hash_seeds_time_zones_and_locales(tmp_path: Path) -> None:
    pages = set()
    for place, surroundings in enumerate(SURROUNDINGS):
        file = tmp_path / f"{place}.html"
        subprocess.run(
            [sys.executable, "-m", "ladder", "map", "--as-of", "2026-11", "-o", str(file)],
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), **surroundings},
            cwd=tmp_path,
            capture_output=True,
            check=True,
        )
        pages.add(file.read_bytes())
    assert len(pages) == 1


def test_the_page_of_other_letters_is_written_where_the_locale_has_none(tmp_path: Path) -> None:
    titles = ("Zürich \u2013 Rōjūsha", "職員", "معلم", "\U0001f985 Ranger")
    catalog = catalog_of(*(graded(str(code), title=title) for code, title in enumerate(titles)))
    (tmp_path / "catalog.json").write_bytes(compile_catalog(catalog.record))
    subprocess.run(
        [sys.executable, "-m", "ladder", "map", "--catalog", "catalog.json", "-o", "map.html"],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), **SURROUNDINGS[-1]},
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    text = (tmp_path / "map.html").read_bytes().decode("utf-8")
    assert all(title in text for title in titles)


@pytest.mark.untraced
def test_the_order_in_which_records_were_read_does_not_show(catalog: Catalog, tmp_path: Path) -> None:
    pages = set()
    for seed in range(3):
        classes = list(catalog.record.classes)
        Random(seed).shuffle(classes)
        jurisdictions = catalog.record.jurisdictions[:: -1 if seed else 1]
        mixed = CatalogRecord(jurisdictions=jurisdictions, classes=tuple(classes))
        (tmp_path / "catalog.json").write_bytes(compile_catalog(mixed))
        pages.add(render_map(load_catalog(tmp_path / "catalog.json"), as_of=AS_OF))
    assert len(pages) == 1


def test_an_interrupted_write_leaves_the_old_page(tmp_path: Path) -> None:
    file = tmp_path / "map.html"
    file.write_text("the old page", "utf-8")
    try:
        done = subprocess.run(
            ["prlimit", "--fsize=1000", sys.executable, "-m", "ladder", "map", "-o", str(file)],
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        pytest.skip("no prlimit on this machine")
    assert done.returncode == 3
    assert file.read_text("utf-8") == "the old page"
    assert [one.name for one in tmp_path.iterdir()] == ["map.html"]


def test_the_bar_of_a_page_that_stands_alone_leads_within_it(page: str) -> None:
    bar = page[page.index('<header class="bar">') : page.index("</header>")]
    links = re.findall(r'href="([^"]*)"', bar)
    assert links == ["#map", "#my-path", "#words", "#about"]
    assert [link for link in links if f'id="{link[1:]}"' not in page] == []
    assert "Connecticut, North Dakota" in bar


def test_the_month_is_told(page: str) -> None:
    assert "as of 2026-11" in page


def test_the_network_has_a_node_a_class_and_leads_each_step_from_its_feeder_to_its_target(catalog: Catalog) -> None:
    steps = tuple(steps_used(catalog, frozenset()))
    places = {step: place for place, step in enumerate(steps)}
    network = draw_network(panels_of(catalog, catalog.classes, steps), places)
    assert set(network.node_ids) == set(catalog.classes)
    assert network.options["physics"] == {"enabled": False}
    told = {place: (edge["from"], edge["to"]) for edge in network.edges for place in edge["steps"]}
    assert told == {place: (step.feeder_class, step.target_class) for place, step in enumerate(steps)}


def test_every_view_holds_its_classes_and_steps_in_its_network(catalog: Catalog, page: str) -> None:
    data = map_data(page)
    drawn = []
    for view in data["views"]:
        network = json.loads(view["network"])
        boxes = {node["id"] for node in network["nodes"]}
        for edge in network["edges"]:
            assert {edge["from"], edge["to"]} <= boxes
            ends = {(data["steps"][place]["from"], data["steps"][place]["to"]) for place in edge["steps"]}
            assert ends == {(edge["from"], edge["to"])}
        drawn.append((view["name"], len(boxes)))
    assert dict(drawn)["whole"] == len(catalog.classes)
    assert sum(count for name, count in drawn if name != "whole") >= len(catalog.classes)


def test_the_whole_map_is_in_panels_that_stand_on_an_opening_page(catalog: Catalog, page: str) -> None:
    data = map_data(page)
    whole = next(view for view in data["views"] if view["name"] == "whole")
    nodes = json.loads(whole["network"])["nodes"]
    assert {node["id"] for node in nodes} == set(catalog.classes)
    assert whole["width"] <= 1200
    assert whole["height"] <= 750
    assert [frame["heading"] for frame in whole["frames"]] == [
        "Customer Service, North Dakota",
        "Personnel, Connecticut",
        "No step in our data, Connecticut",
        "Employment Security, Connecticut",
        "Clerical/Secretarial, Connecticut",
        "No step in our data, North Dakota",
    ]
    for node in nodes:
        inside = [
            frame
            for frame in whole["frames"]
            if frame["left"] < node["x"] < frame["left"] + frame["width"]
            and frame["top"] < node["y"] < frame["top"] + frame["height"]
        ]
        assert len(inside) == 1, "every box stands in one panel"


def test_inferred_steps_are_drawn_only_where_asked(catalog: Catalog, page: str) -> None:
    offered = render_map(catalog, as_of=AS_OF, include=frozenset([Certainty.INFERRED]))
    assert ": our own reading, in no text." not in page
    assert ": our own reading, in no text." in offered


def test_an_empty_catalog_gives_a_page_that_says_so() -> None:
    assert "0 classes, 0 steps" in render_map(catalog_of(), as_of=AS_OF)


def test_a_notebook_shows_the_page_in_a_frame_of_its_own(catalog: Catalog) -> None:
    shown = draw_map(catalog, as_of=AS_OF)._repr_html_()
    assert shown.startswith('<iframe title="Career ladders" sandbox="allow-scripts"')
    assert shown.count("<") == 2


@pytest.mark.untraced
@pytest.mark.parametrize("place", [None, "los-angeles", "philadelphia"])
def test_a_notebook_cell_opens_on_a_drawing_and_keeps_little(place: str | None) -> None:
    shown = draw_map(load_catalog(Path(place) if place else None), as_of=AS_OF)
    html, plain = shown._repr_html_(), repr(shown)
    assert "&lt;svg" in html
    assert "&lt;form" not in html
    assert "&lt;input" not in html
    assert len(html.encode()) < 60_000
    assert len(plain) < 200
    assert len(shown.page) > 100_000


def test_a_notebook_cell_of_many_classes_that_no_step_joins_says_so() -> None:
    many = catalog_of(*(graded(str(number)) for number in range(200)))
    html = draw_map(many, as_of=AS_OF)._repr_html_()
    assert "No step joins two of these classes." in html
    assert "&lt;svg" not in html


def test_a_map_is_saved_whole_as_utf_8(catalog: Catalog, tmp_path: Path, page: str) -> None:
    saved = draw_map(catalog, as_of=AS_OF).write(tmp_path / "map.html")
    assert saved.read_bytes() == page.encode("utf-8")
    assert [file.name for file in tmp_path.iterdir()] == ["map.html"]


def test_a_map_that_cannot_be_saved_leaves_the_old_file(catalog: Catalog, tmp_path: Path) -> None:
    (tmp_path / "map.html").mkdir()
    with pytest.raises(CannotWriteError, match="map"):
        draw_map(catalog, as_of=AS_OF).write(tmp_path / "map.html")
    assert [file.name for file in tmp_path.iterdir()] == ["map.html"]


def test_importing_the_map_imports_no_pyvis() -> None:
    ask = "import sys, ladder.rendering.ladder_map; sys.exit('pyvis' in sys.modules or 'IPython' in sys.modules)"
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", ask], env={**os.environ, "PYTHONPATH": str(root)}, check=True)
