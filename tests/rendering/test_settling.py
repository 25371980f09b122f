"""What a person settles by the review sheet: the file edited at the lines said holds what was said, and loads."""

import re
from html import unescape
from pathlib import Path
from typing import NamedTuple

import pytest

from ladder.catalog.loading import load_catalog
from ladder.qualifications import Education, Experience, Judgement
from ladder.rendering.reading_sheet.record_shapes import ASKED, STANDS_FOR
from ladder.specification import ClassSpecification, Completeness
from ladder.telling.messages import is_known
from tests.cli.running import run_here

CLERK = """WHARF CLERK
Class Code: 77

MINIMUM QUALIFICATIONS
A diploma in baking or a certificate in rowing and two years of experience as a Rope Hand.
Substitution:
Tides of the harbor stand for whatever the warden likes.
COMPENSATION
$20.00 - $30.00 hourly
"""
KEEPER = (
    "<html><body><h1>Wharf Keeper</h1><p>Class Code: 78</p><h2>Minimum Qualifications</h2>"
    "<p>Two<sup>1</sup> years of clerical experience.</p><h2>Our Odd Heading</h2>"
    "<p>Nothing clear at all is meant here.</p><h2>Salary</h2><p>$20.00 - $30.00 hourly</p></body></html>"
)
FILLED = {"MOST_MONTHS": "24", "MONTHS": "12", "HOURS": "30", "LEVEL": "associate", "CLASS_ID": "us-xx/rope-hand"}
EDIT = re.compile(
    r'<p class="where">(?:(Behind )?[Ll]ines? (\d+)(?: to (\d+))?, )?<code>(.*?)</code>(.*?)</p>\s*'
    r"(?:<pre[^>]*>(.*?)</pre>)?",
    re.DOTALL,
)


class Said(NamedTuple):
    """Lines of a file that the page says to write anew, and what."""

    is_behind: bool
    first: int
    last: int
    field: str
    how: str
    text: str


class Settled(NamedTuple):
    """A folder that was read, and its review page."""

    folder: Path
    page: str

    def file(self, code: str) -> Path:
        return self.folder / "us-xx" / f"{code}.yaml"

    def load(self, code: str) -> ClassSpecification:
        return load_catalog(self.folder).classes[f"us-xx/{code}"]


def read_into(folder: Path, name: str, text: str, *, with_folder: bool = True) -> Settled:
    (folder / name).write_text(text, "utf-8")
    target = ("-o", str(folder / "catalog")) if with_folder else ()
    sheet = folder / "sheet.html"
    run = run_here("read", str(folder / name), "--jurisdiction", "us-xx", *target, "--sheet", str(sheet))
    assert run.status == 0, run.err
    return Settled(folder / "catalog", sheet.read_text("utf-8"))


def remedies(page: str) -> list[tuple[str, list[Said]]]:
    """Return what the page says to do, case by case, in its order."""
    found = re.findall(r"<details>\s*<summary>(.*?)</summary>(.*?)</details>", page, re.DOTALL)
    return [(unescape(when), edits_in(body)) for when, body in found]


def edits_in(body: str) -> list[Said]:
    return [
        Said(bool(behind), int(first or 0), int(last or first or 0), field, how, unescape(text))
        for behind, first, last, field, how, text in EDIT.findall(body)
    ]


def edited(text: str, edits: list[Said]) -> str:
    """Return a file's text with the edits made in the order said, blanks filled in."""
    lines = text.split("\n")
    for one in edits:
        new = one.text
        for blank, value in FILLED.items():
            new = new.replace(f": {blank}", f": {value}")
        assert re.search(r": [A-Z_]{4,}$", new.replace(": JUDGED", ""), re.MULTILINE) is None
        first = one.last if one.is_behind else one.first - 1
        lines[first : one.last] = new.split("\n") if new else []
    return "\n".join(lines)


def test_each_remedy_at_its_lines_gives_a_catalog_that_loads_and_holds_it(tmp_path: Path) -> None:
    read = read_into(tmp_path, "clerk.txt", CLERK)
    file, before = read.file("77"), read.file("77").read_text("utf-8")
    kinds: set[str] = set()
    for when, edits in remedies(read.page):
        file.write_text(edited(before, edits), "utf-8")
        found = read.load("77").qualifications
        assert found is not None
        assert all(one.first > 0 for one in edits)
        if edits[-1].field.startswith("qualifications.requirements[0]"):
            assert found.requirements[0].id == "unread"
            assert found.requirements[0].source.lines == (5, 5)
            assert getattr(found.requirements[0], "code", "") != "UNREAD"
            kinds.add(found.requirements[0].kind)
        elif "substitutions" in edits[0].field:
            (instead,) = found.substitutions
            assert (instead.stands_for, instead.source.lines) == ("general", (7, 7))
            kinds.add(instead.kind)
        else:
            added = found.requirements[3]
            assert (added.id, added.source.lines) == ("asked", (7, 7))
            assert all("asked" in route.requires for route in found.routes), when
            kinds.add(f"added {added.kind}")
    assert kinds == {
        *("experience", "education", "credential", "condition", "study", "service"),
        *(f"added {one}" for one in ("experience", "education", "credential", "condition")),
    }


def test_what_asks_nothing_is_taken_out_of_the_record_and_of_its_routes(tmp_path: Path) -> None:
    read = read_into(tmp_path, "keeper.html", KEEPER)
    file, before = read.file("78"), read.file("78").read_text("utf-8")
    (edits,) = [edits for when, edits in remedies(read.page) if when.startswith("If it asks nothing")]
    assert [one.how for one in edits] == [", write instead:", ": delete."]
    file.write_text(edited(before, edits), "utf-8")
    found = read.load("78").qualifications
    assert found is not None
    assert [one.id for one in found.requirements] == ["general"]
    assert found.routes[0].requires == ("general",)


def test_what_is_in_doubt_is_said_where_it_stands_now(tmp_path: Path) -> None:
    read = read_into(tmp_path, "keeper.html", KEEPER)
    lines = read.file("78").read_text("utf-8").split("\n")
    doubts = [edits for when, edits in remedies(read.page) if when.startswith(("If another length", "If other things"))]
    fields = [one.field for edits in doubts for one in edits]
    assert fields == ["qualifications.requirements[0].months", "qualifications.routes[0]"]
    for one in (each for edits in doubts for each in edits):
        assert "\n".join(lines[one.first - 1 : one.last]) == one.text
    assert "      months: 24" in [one.text for one in doubts[0]]


def test_a_record_is_marked_as_whole_on_the_line_said(tmp_path: Path) -> None:
    read = read_into(tmp_path, "keeper.html", KEEPER)
    (said,) = edits_in(read.page.partition("Once nothing is left to settle")[2])
    assert said.field == "completeness"
    file = read.file("78")
    file.write_text(edited(file.read_text("utf-8"), [said]), "utf-8")
    assert read.load("78").completeness is Completeness.WHOLE


def test_a_blank_that_is_left_keeps_the_file_from_loading(tmp_path: Path) -> None:
    read = read_into(tmp_path, "clerk.txt", CLERK)
    when, edits = remedies(read.page)[0]
    assert when == "If it asks for service:"
    lines = read.file("77").read_text("utf-8").split("\n")
    lines[edits[0].first - 1 : edits[0].last] = edits[0].text.split("\n")
    read.file("77").write_text("\n".join(lines), "utf-8")
    shown = run_here("show", "77", "--catalog", str(read.folder))
    assert shown.status == 2
    assert "months" in shown.err


def test_a_correction_stays_and_the_page_says_that_it_is_settled(tmp_path: Path) -> None:
    read = read_into(tmp_path, "clerk.txt", CLERK)
    file = read.file("77")
    credential = next(edits for when, edits in remedies(read.page) if "license" in when)
    file.write_text(edited(file.read_text("utf-8"), credential), "utf-8")
    again = read_into(tmp_path, "clerk.txt", CLERK)
    assert "The file has this place no more: a person has settled it there." in again.page
    rules = again.load("77").qualifications
    assert rules is not None
    assert rules.requirements[0].kind == "credential"


def test_lines_are_those_of_the_file_as_a_person_keeps_it(tmp_path: Path) -> None:
    read = read_into(tmp_path, "clerk.txt", CLERK)
    file = read.file("77")
    file.write_text("# looked at\n\n# twice\n" + file.read_text("utf-8"), "utf-8")
    again = read_into(tmp_path, "clerk.txt", CLERK)
    _, edits = remedies(again.page)[0]
    lines = again.file("77").read_text("utf-8").split("\n")
    assert lines[edits[0].first - 1].strip() == "- kind: condition"
    assert lines[edits[0].last].strip().startswith("source:")


def test_without_a_folder_fields_are_named_and_no_lines(tmp_path: Path) -> None:
    read = read_into(tmp_path, "clerk.txt", CLERK, with_folder=False)
    assert "This run wrote no file of this record" in read.page
    said = [one for _, edits in remedies(read.page) for one in edits]
    assert said
    assert {one.first for one in said} == {0}
    assert said[0].field == "qualifications.requirements[0]"


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("clerk.txt", CLERK, "The way in called general waits for it; the other ways in do not hang on it."),
        ("clerk.txt", CLERK, "The record does not hold these words."),
        ("clerk.txt", CLERK, "not read, or not held by the record: 5, 7."),
        ("keeper.html", KEEPER, "Every way in waits for it: nobody is told that the qualifications are met"),
        ("keeper.html", KEEPER, "The footnote may say that these lines ask more"),
    ],
)
def test_what_it_may_change_is_said(name: str, text: str, words: str, tmp_path: Path) -> None:
    assert words in read_into(tmp_path, name, text).page


def test_every_shape_names_real_fields_and_its_blanks_are_explained() -> None:
    for shape in (*ASKED, *STANDS_FOR):
        assert [one for one in shape.blanks if not is_known(f"sheet.blank.{one}")] == []
        assert [one for one in shape.blanks if one not in str(shape.order.values())] == []
    assert {shape.order["kind"] for shape in ASKED} == {"experience", "education", "credential", "condition"}
    assert all(kind.__dataclass_fields__["what"] for kind in (Experience, Education, Judgement))
