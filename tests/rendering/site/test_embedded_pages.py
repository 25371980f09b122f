"""Cards and pictures for other pages: small, without script, loading nothing, kept in the list of the site."""

import json
import re
from pathlib import Path
from xml.parsers import expat

import pytest

from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.rendering.site.all_pages import site_pages
from ladder.rendering.site.manifest import MANIFEST
from ladder.rendering.site.site_folder import update_folder
from tests.rendering.catalogs import HOSTILE, hostile_catalog
from tests.rendering.sites import AS_OF, Page

LARGEST = 12_000


def embedded(catalog: Catalog) -> dict[str, str]:
    pages = site_pages(catalog, as_of=AS_OF, embed=True)
    return {one.path: one.prepare().render() for one in pages if one.path.startswith("embed/")}


@pytest.fixture(scope="module")
def bundled() -> dict[str, str]:
    return embedded(load_catalog())


def test_each_class_has_a_card_and_each_that_is_led_to_a_picture(bundled: dict[str, str]) -> None:
    catalog = load_catalog()
    assert sum(path.endswith(".html") for path in bundled) == len(catalog.classes)
    assert "embed/us-nd/0444.svg" in bundled
    assert "embed/us-nd/0441.svg" not in bundled
    card = bundled["embed/us-ct/5246SH.html"]
    assert "Four ways to meet the minimum. Any one of these is enough." in card
    assert "$57,625 to $72,787 a year" in card
    assert "../../classes/us-ct/5246SH.html" in Page(card).links


def test_they_are_small_and_load_and_run_nothing(bundled: dict[str, str]) -> None:
    for path, text in bundled.items():
        assert len(text.encode()) < LARGEST, path
        assert "<script" not in text
        assert not re.findall(r"\bsrc=|<link|@import|url\((?!#)|<[^>]*\s(?:on\w+|style)=", text), path
        if path.endswith(".html"):
            assert "script-src 'none'" in text


def test_pictures_are_xml_whatever_a_class_is_called() -> None:
    for path, text in embedded(hostile_catalog()).items():
        if path.endswith(".svg"):
            expat.ParserCreate().Parse(text.encode(), True)  # noqa: FBT003 - as expat takes it
        else:
            assert not {"img", "iframe", "script", "object", "form"} & {tag for tag, _ in Page(text).tags}
    assert HOSTILE


def test_they_come_only_where_asked_for_and_go_with_the_site(tmp_path: Path) -> None:
    update_folder(tmp_path, site_pages(load_catalog(), as_of=AS_OF, embed=True))
    assert (tmp_path / "embed/us-nd/0444.svg").exists()
    assert "embed/us-nd/0444.svg" in json.loads((tmp_path / MANIFEST).read_bytes())["files"]
    again = update_folder(tmp_path, site_pages(load_catalog(), as_of=AS_OF))
    assert not (tmp_path / "embed/us-nd/0444.svg").exists()
    assert again.written == []
