"""The site of a city of 545 classes: every link resolves, and no code or id stands in what a person reads.

``make test`` renders one class page of forty and all pages besides; LADDER_FULL renders every one.
"""

import os
import posixpath
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl

import pytest

from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.rendering.site.all_pages import site_pages
from tests.rendering.sites import AS_OF, Page
from tests.rendering.test_no_ids import IDS, text_of

pytestmark = pytest.mark.untraced
SHARE = 1 if os.environ.get("LADDER_FULL") else 40
DRAWN = re.compile(r"<(?:text|tspan|title)\b[^>]*>([^<]+)|aria-label=\"([^\"]+)\"")
MAP = "map.html"
VIEWS = {"map", "my-path"}


@pytest.fixture(scope="module")
def city() -> Catalog:
    return load_catalog(Path("los-angeles"))


@pytest.fixture(scope="module")
def paths(city: Catalog) -> frozenset[str]:
    return frozenset(page.path for page in site_pages(city, as_of=AS_OF))


@pytest.fixture(scope="module")
def rendered(city: Catalog) -> dict[str, str]:
    """Return the pages that are looked at, by their paths; the map, whose links have tests of their own, is none."""
    pages = [page for page in site_pages(city, as_of=AS_OF) if page.path != MAP]
    classes = [page for page in pages if page.path.startswith("classes/")]
    chosen = [*(page for page in pages if page not in classes), *classes[::SHARE]]
    return {page.path: page.prepare().render() for page in chosen}


def test_the_city_has_a_page_for_each_class(city: Catalog, paths: frozenset[str], rendered: dict[str, str]) -> None:
    assert len(city.classes) == len([one for one in paths if one.startswith("classes/")]) == 545
    assert len([one for one in rendered if one.startswith("classes/")]) == -(-545 // SHARE)


def test_every_link_resolves(city: Catalog, paths: frozenset[str], rendered: dict[str, str]) -> None:
    read = {path: Page(text) for path, text in rendered.items()}
    broken, followed = [], 0
    for path, page in read.items():
        for link in page.links:
            followed += 1
            target, _, mark = link.partition("#")
            where = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
            if where == MAP:
                is_there = not mark or mark in VIEWS or all(name in city.classes for _, name in parse_qsl(mark))
            else:
                is_there = not mark or where not in read or mark in read[where].marks
            if where not in paths or not is_there:
                broken.append((path, link))
    assert broken == []
    assert followed > 10 * len(read)


def told(text: str) -> Iterator[str]:
    """Yield what a person reads or hears of a page: its words, those of its drawings, the names of its parts."""
    yield text_of(text)
    yield from (unescape(drawn or name) for drawn, name in DRAWN.findall(text.partition("<body")[2]))


def test_no_code_and_no_id_stands_in_what_is_read(rendered: dict[str, str]) -> None:
    found = [(path, hit[0]) for path, text in rendered.items() for one in told(text) for hit in IDS.finditer(one)]
    assert found == []


def test_an_id_in_words_or_in_a_drawing_would_be_seen() -> None:
    page = (
        '<body><p>As requirement-2 says</p><svg><text x="1">TARGET_CLASS</text></svg><a aria-label="us-nd/0441">x</a>'
    )
    assert [hit[0] for one in told(page) for hit in IDS.finditer(one)] == ["requirement-2", "TARGET_CLASS", "us-nd/"]
