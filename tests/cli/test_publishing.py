"""HR's options of ``ladder site`` and ``ladder map``: shown on every page, harmless, and in a language of one's own."""

import re
import shutil
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from ladder.catalog.compiled import compile_catalog
from ladder.catalog.jurisdictions import PageWords
from ladder.catalog.loading import load_catalog
from ladder.cli.publishing import Published
from ladder.rendering.site.all_pages import site_pages
from ladder.rendering.views.letterhead import NO_LETTERHEAD, Letterhead
from ladder.telling.messages import ENGLISH, LANGUAGES
from tests.cli.running import run_here
from tests.measure import ROOT
from tests.rendering.catalogs import HOSTILE
from tests.rendering.sites import AS_OF, Page, pages_of

SAID = (
    "--title",
    "Careers & pay",
    "--agency",
    "Harbor <City>",
    "--contact",
    "HR, 555-0100",
    "--notice",
    "Ask HR first.",
)
TOLD = ("Careers &amp; pay", "Harbor &lt;City&gt;", "HR, 555-0100", "Ask HR first.")


@pytest.fixture(scope="module")
def logo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("logo") / "logo.svg"
    file.write_text('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>', "utf-8")
    return file


def test_every_page_of_a_site_tells_what_hr_says_and_holds_the_logo(tmp_path: Path, logo: Path) -> None:
    assert run_here("site", "-o", str(tmp_path / "site"), *SAID, "--logo", str(logo)).status == 0
    pages = pages_of(tmp_path / "site")
    assert pages
    for path, text in pages.items():
        assert [one for one in TOLD if one not in text] == [], path
        assert "img-src data:;" in text
        assert [(one["src"] or "").partition(",")[0] for one in Page(text).find("img")] == ["data:image/svg+xml;base64"]
    again = run_here("site", "-o", str(tmp_path / "site"), *SAID, "--logo", str(logo))
    assert " 0 written" in again.out


def test_a_site_without_a_logo_holds_no_picture_and_no_leave_for_one() -> None:
    texts = [page.prepare().render() for page in site_pages(load_catalog(), as_of=AS_OF) if page.path != "map.html"]
    assert not any("<img" in text or "img-src" in text for text in texts)


def test_the_map_tells_it_too(tmp_path: Path, logo: Path) -> None:
    file = tmp_path / "map.html"
    assert run_here("map", "-o", str(file), *SAID, "--logo", str(logo)).status == 0
    text = file.read_text("utf-8")
    assert [one for one in TOLD if one not in text] == []


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_shown_as_typed_and_become_no_element(words: str) -> None:
    head = Letterhead(title=words, agency=words, contact=words, notice=words)
    for path, tags in tags_of_pages(head).items():
        assert tags <= tags_of_pages(NO_LETTERHEAD)[path] | {"p"}


@cache
def tags_of_pages(letterhead: Letterhead) -> Mapping[str, set[str]]:
    """Return the names of the elements of two pages of the site."""
    pages = site_pages(load_catalog(), as_of=AS_OF, letterhead=letterhead)
    of_two = (page for page in pages if page.path in {"index.html", "about.html"})
    return {page.path: {tag for tag, _ in Page(page.prepare().render()).tags} for page in of_two}


def test_the_jurisdiction_file_says_it_and_an_option_wins(tmp_path: Path) -> None:
    record = load_catalog().record
    said = PageWords(title="Of the file", agency="Agency of the file")
    changed = replace(record, jurisdictions=tuple(replace(one, pages=said) for one in record.jurisdictions))
    (tmp_path / "catalog.json").write_bytes(compile_catalog(changed))
    run_here("site", "--catalog", str(tmp_path / "catalog.json"), "-o", str(tmp_path / "site"), "--agency", "Typed")
    index = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert "Of the file" in index
    assert "Typed" in index
    assert "Agency of the file" not in index


def test_a_language_that_does_not_ship_is_a_bad_call(tmp_path: Path) -> None:
    done = run_here("site", "-o", str(tmp_path / "site"), "--language", "xx")
    assert (done.status, (tmp_path / "site").exists()) == (2, False)
    assert "no pages in the language 'xx'; one of: en" in done.err


def test_a_language_of_ones_own_is_spoken_on_every_page(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fields = re.compile(r"(\{[a-z_]+\})")
    turned = {
        name: "".join(one if fields.fullmatch(one) else one.swapcase() for one in fields.split(text))
        for name, text in ENGLISH.items()
    }
    monkeypatch.setitem(LANGUAGES, "xx", {**turned, "page.language": "xx"})
    assert run_here("site", "-o", str(tmp_path / "site"), "--language", "xx").status == 0
    for path, text in pages_of(tmp_path / "site").items():
        assert '<html lang="xx">' in text, path
        assert "eXPLORE" in text
    page = (tmp_path / "site/classes/us-nd/0444.html").read_text("utf-8")
    assert "tWO WAYS TO MEET THE MINIMUM. aNY ONE OF THESE IS ENOUGH." in page
    assert "Who can move here" not in page


def test_the_document_names_every_option_and_its_file_is_one_that_ladder_reads(tmp_path: Path) -> None:
    text = (ROOT / "docs" / "publishing.md").read_text("utf-8")
    for name in Published._fields:
        assert f"`--{name} " in text, name
    yaml = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    assert len(yaml) == 1
    folder = shutil.copytree(ROOT / "data" / "us-nd", tmp_path / "us-nd")
    file = folder / "jurisdiction.yaml"
    file.write_text(file.read_text("utf-8") + yaml[0][yaml[0].index("pages:") :], "utf-8")
    pages = load_catalog(folder).jurisdiction("us-nd").pages
    assert pages
    assert [name for name in PageWords.__annotations__ if not getattr(pages, name)] == []


def test_the_files_that_the_document_embeds_are_written(tmp_path: Path) -> None:
    text = (ROOT / "docs" / "publishing.md").read_text("utf-8")
    named = re.findall(r'src="https://intranet.example/ladders/(embed/[^"]+)"', text)
    assert len(named) == 2
    assert run_here("site", "--embed", "-o", str(tmp_path / "site")).status == 0
    assert [one for one in named if not (tmp_path / "site" / one).is_file()] == []
