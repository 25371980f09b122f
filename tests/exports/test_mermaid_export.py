"""Mermaid: one class and its neighbors, every sign spelled, at most 60 steps; read by Mermaid itself where it is."""

import re
from typing import TYPE_CHECKING

import pytest

from ladder.csv_text import write_in_one_line
from ladder.errors import BadCallError
from ladder.exports.held_text import Reason
from ladder.exports.ladder_sheets import LadderSheets, neighborhood
from ladder.exports.mermaid_export import FORM, MOST_STEPS
from ladder.exports.safe_ids import safe_id
from tests.exports.ladders import about, bundled, hostile, many_steps
from tests.measure import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

BUNDLE = ROOT / "out" / "export-tools" / "package" / "dist" / "mermaid.min.js"
LONGEST_PAGE = 50_000
"""Characters of a page that Mermaid takes unless it is told otherwise."""


def page_of(sheets: LadderSheets) -> str:
    return FORM.write(sheets)["ladder.mmd"].decode()


def test_a_class_is_asked_for() -> None:
    with pytest.raises(BadCallError, match="--class"):
        FORM.write(bundled("los-angeles"))


def test_every_sign_of_a_title_is_spelled() -> None:
    for row in hostile().classes.rows:
        page = page_of(neighborhood(hostile(), str(row[0])))
        head, *lines, last = page.splitlines()
        assert head == "flowchart BT"
        assert last == f"  style {safe_id(str(row[0]))} stroke-width:4px"
        for line in lines:
            assert re.fullmatch(r'  c_\w+(\["[\w #;]*"\]| -->\|"[\w #;]*"\| c_\w+)', line, re.ASCII), line
        assert len(page) < LONGEST_PAGE


def test_sixty_steps_are_shown_and_the_others_listed() -> None:
    sheets, top = many_steps(MOST_STEPS + 5)
    near = neighborhood(sheets, top)
    assert page_of(near).count("-->") == MOST_STEPS
    left = [one for one in FORM.losses(near) if one.reason is Reason.LEFT_OUT]
    assert [(one.sheet, one.record) for one in left] == [
        *(("classes", f"xx/b{number}") for number in range(60, 65)),
        *(("steps", str(number)) for number in range(61, 66)),
    ]


def test_what_a_drawing_has_no_place_for_is_listed() -> None:
    near = neighborhood(bundled("los-angeles"), "us-ca-los-angeles/1117")
    lost = {(one.sheet, one.record, one.column) for one in FORM.losses(near)}
    assert ("classes", "*", "pay_low") in lost
    assert ("steps", "*", "kind") in lost
    assert ("steps", "*", "months") not in lost
    assert ("classes", "*", "series") not in lost


@pytest.fixture(scope="module")
def mermaid(browser: "Browser") -> "Iterator[Page]":
    if not BUNDLE.exists():
        pytest.skip("Mermaid is not there: 'make export-tools' fetches it")
    page = browser.new_page()
    page.set_content("<div id=there></div>")
    page.add_script_tag(content=BUNDLE.read_text("utf-8"))
    page.evaluate("mermaid.initialize({startOnLoad: false})")
    yield page
    page.close()


DRAW = """async (text) => {
  const {svg} = await mermaid.render('drawn', text);
  document.getElementById('there').innerHTML = svg;
  const told = (kind) => [...document.querySelectorAll('#there ' + kind)].map((one) => one.textContent.trim());
  const ends = [...document.querySelectorAll('#there path.flowchart-link')].map((one) => one.id);
  return {classes: told('.node'), steps: told('.edgeLabel .label'), ends, alive: Boolean(window.canary)};
}"""


@pytest.mark.browser
def test_mermaid_draws_the_same(mermaid: "Page") -> None:
    ladders = [(hostile(), str(row[0])) for row in hostile().classes.rows]
    ladders += [many_steps(MOST_STEPS), (bundled("los-angeles"), about(bundled("los-angeles")))]
    for sheets, class_id in ladders:
        near = neighborhood(sheets, class_id)
        drawn = mermaid.evaluate(DRAW, page_of(near))
        titles = [f"{one['title']} ({one['code']})" for one in near.classes.records()]
        short = [one if len(one) < 200 else one[:100] + one[one.rindex(" (") :] for one in titles]
        assert sorted(map(seen, drawn["classes"])) == sorted(map(seen, short))
        months = [one["months"] for one in near.steps.records()]
        told = ["length not in our data" if one is None else f"{one} months" for one in months]
        assert sorted(filter(None, drawn["steps"])) == sorted(told)
        ends = [(safe_id(str(one["from"])), safe_id(str(one["to"]))) for one in near.steps.records()]
        assert all(any(f"L_{lower}_{upper}_" in one for one in drawn["ends"]) for lower, upper in ends)
        assert len(drawn["ends"]) == len(ends)
        assert not drawn["alive"]


def seen(text: str) -> str:
    """Return the text as a page shows it: blanks and line ends as one blank."""
    return " ".join(write_in_one_line(text).split())
