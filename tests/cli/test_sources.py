"""Every figure that the program gives has a source: on the terminal, in JSON, in CSV."""

import csv
import io
import json
import re
from collections.abc import Iterator

import pytest

from tests.golden.commands import COMMANDS, FOLDER

FIGURES = {
    "months",
    "proved_months",
    "asked",
    "held",
    "left",
    "hold_months",
    "at_month",
    "at_most_months",
    "met_in_months",
    "low",
    "high",
    "grade",
    "semester_hours",
    "value",
    "ladders",
    "before",
    "after",
    "before_if",
    "after_if",
}
NUMBERS = {"line", "rank", "job", "format", "lines", "page", "classes", "ladders_joined", "ladders_timed"}
"""Numbers that are no figures of an answer: where a source stands, which job it is, how many were looked at."""


def of_kind(ending: str) -> list[str]:
    return [name for name in COMMANDS if name.endswith(ending) and not name.startswith(("help", "profile"))]


def is_short_list(name: str) -> bool:
    """Say whether an approved page is a list that was not asked for its sources."""
    is_list = name.startswith(("classes", "reach", "feeders", "assess-all", "assess-two", "analyse", "diff", "whatif"))
    return is_list and "--sources" not in COMMANDS[name]


LISTED = {"classes", "reach", "feeders", "assess", "analyse", "diff", "whatif"}
PAGES = of_kind(".txt")
CITED = [name for name in PAGES if not is_short_list(name)]
LISTS = [name for name in PAGES if is_short_list(name)]


@pytest.mark.parametrize("name", LISTS)
def test_a_list_says_how_its_sources_are_seen_and_names_none(name: str) -> None:
    page = (FOLDER / name).read_text(encoding="utf-8")
    assert "\nAdd --sources to see where each figure was printed.\n" in page
    assert re.search(r"\[\d+\]|^Sources$", page, re.MULTILINE) is None


def test_each_kind_of_list_is_approved_with_its_sources_too() -> None:
    with_sources = {COMMANDS[name][0] for name in CITED if "--sources" in COMMANDS[name]}
    assert with_sources == {COMMANDS[name][0] for name in LISTS} == LISTED


def unsourced(tree: object, place: str = "", *, sources: int = 0, key: str = "") -> Iterator[str]:
    """Yield the figures without a source in their own record or at most two records above.

    ``sources`` counts down from the record that had one.
    """
    if isinstance(tree, dict):
        own = 3 if tree.get("source") else sources - 1
        for name, value in tree.items():
            yield from unsourced(value, f"{place}.{name}", sources=own, key=name)
    elif isinstance(tree, list):
        for number, value in enumerate(tree):
            yield from unsourced(value, f"{place}[{number}]", sources=sources, key=key)
    elif tree is not None and key in FIGURES and sources <= 0:
        yield place
    elif isinstance(tree, int | float) and not isinstance(tree, bool) and key not in FIGURES | NUMBERS:
        yield f"{place}: a number of a kind that this test does not know"


MEASURES = frozenset({"report-catalog.json", "report-profile.json"})
"""Counts over many classes; the sources of each class are in its own answer."""


@pytest.mark.parametrize("name", sorted(set(of_kind(".json")) - MEASURES))
def test_no_figure_in_json_lacks_a_source(name: str) -> None:
    assert list(unsourced(json.loads((FOLDER / name).read_text(encoding="utf-8")))) == []


def test_figures_without_a_source_are_found() -> None:
    assert list(unsourced({"a": [{"months": 3}]})) == [".a[0].months"]
    assert list(unsourced({"source": {"document": "d"}, "a": {"b": {"c": {"months": 3}}}})) == [".a.b.c.months"]
    assert list(unsourced({"source": None, "months": 3})) == [".months"]
    assert list(unsourced({"source": "d", "years": 3})) == [".years: a number of a kind that this test does not know"]
    assert list(unsourced({"source": "d", "months": 3, "a": {"asked": 4}})) == []


@pytest.mark.parametrize("name", of_kind(".csv"))
def test_no_row_of_csv_lacks_a_source(name: str) -> None:
    rows = list(csv.DictReader(io.StringIO((FOLDER / name).read_text(encoding="utf-8"))))
    assert rows
    assert [row for row in rows if not row["source"]] == []


FIGURE = re.compile(r"\b\d+ (?:year|month|semester hour)s?\b|\$\d|\bSH \d|\bMP \d|\bCL \d|\bHay [A-Z]\b")
OWN_WORDS = ("This is arithmetic", "North Dakota:", "Notes", "Sources", "What is missing")


def statements(page: str) -> Iterator[str]:
    """Yield what a page says: paragraphs, list items, table rows; not its closing words."""
    for block in re.split(r"\n\n", page.partition("\nThis is arithmetic")[0]):
        if not block.startswith(("Sources", "Notes")):
            yield from map(flat, re.split(r"\n(?=  - )", block)) if "\n  - " in block else rows_of(block)


def rows_of(block: str) -> Iterator[str]:
    """Yield the rows of a table, cells of several lines joined; any other block as one."""
    lines = block.split("\n")
    rule = next((number for number, line in enumerate(lines) if re.fullmatch(r" *-[- ]*", line)), None)
    if rule is None:
        yield flat(block)
        return
    first = len(lines[rule]) - len(lines[rule].lstrip())
    row = ""
    for line in lines[rule + 1 :]:
        if row and re.match(rf" {{{first}}}\S", line) and MARK.search(row):
            yield flat(row)
            row = ""
        row += "\n" + line
    yield flat(row)


MARK = re.compile(r"\[\d+\]")


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", CITED)
def test_no_statement_with_a_figure_lacks_the_number_of_its_source(name: str) -> None:
    page = (FOLDER / name).read_text(encoding="utf-8")
    assert [one for one in statements(page) if FIGURE.search(one) and not MARK.search(one)] == []


@pytest.mark.parametrize("name", CITED)
def test_each_number_is_listed_once_and_each_listed_one_is_used(name: str) -> None:
    page, _, notes = (FOLDER / name).read_text(encoding="utf-8").partition("\nSources\n")
    listed = re.findall(r"^  \[(\d+)\]", notes, re.MULTILINE)
    assert listed == [str(number) for number in range(1, len(listed) + 1)]
    assert listed
    closing = notes.partition("\nThis is arithmetic")[2]
    assert set(listed) == set(re.findall(r"\[(\d+)\]", page + closing))


@pytest.mark.parametrize("name", [name for name in CITED if name.startswith(("path", "assess", "show"))])
def test_every_requirement_pay_and_step_line_is_cited(name: str) -> None:
    page = (FOLDER / name).read_text(encoding="utf-8")
    items = [flat(one) for one in re.findall(r"^  - (?:.|\n(?!  - |\n|\w))*", page, re.MULTILINE)]
    cited = [one for one in items if re.match(r"- .*\(us-[a-z]+/\S+#\S+\)|- (General|Special) experience, ", one)]
    steps = [one for one in items if re.search(r"as an internal candidate|in place of the experience", one)]
    assert [one for one in cited + steps if not MARK.search(one)] == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_ends_with_what_is_outside_of_it(name: str) -> None:
    page = (FOLDER / name).read_text(encoding="utf-8")
    if not name.startswith("classes"):
        assert "This is arithmetic on what you told us and on the rules shown." in page
    if "us-nd/" in page.partition("Sources")[0] and name != "path-none.txt":
        assert "North Dakota: This series belongs to a class plan that is no longer in force" in page
