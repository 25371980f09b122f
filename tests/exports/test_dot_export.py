"""DOT read back by Graphviz: every class and step by its own id, its title drawn as it is."""

import json
import re
import shutil
import subprocess
from html import unescape
from typing import Any

import pytest

from ladder.exports.dot_export import FORM
from ladder.exports.held_text import Reason
from ladder.exports.ladder_sheets import LadderSheets
from tests.exports.ladders import CODES, TITLES, bundled, hostile, made, mixed
from tests.exports.reading_back import Read, check
from tests.measure import HANG_SECONDS

DOT = shutil.which("dot")
needs_dot = pytest.mark.skipif(DOT is None, reason="Graphviz is not on this machine")


def told_by_dot(sheets: LadderSheets) -> dict[str, Any]:
    """Return the graph as Graphviz read it, the one title that it would take long to draw left short."""
    page = FORM.write(sheets)["ladder.dot"]
    words = [str(DOT), "-Tdot_json"]
    done = subprocess.run(words, input=page, check=True, capture_output=True, timeout=HANG_SECONDS)
    assert done.stderr == b""
    told: dict[str, Any] = json.loads(done.stdout, strict=False)
    return told


def read_dot(sheets: LadderSheets) -> Read:
    told = told_by_dot(sheets)
    classes = [_own(one) for one in told["objects"]]
    steps = [
        {**_own(one), "from": classes[one["tail"]]["class"], "to": classes[one["head"]]["class"]}
        for one in told.get("edges", [])
    ]
    return {"classes": classes, "steps": steps}


def _own(record: dict[str, Any]) -> dict[str, Any]:
    return {name.removeprefix("ladder_"): value for name, value in record.items() if name.startswith("ladder_")}


@needs_dot
@pytest.mark.parametrize(
    "sheets", [hostile(), mixed(), made(1), bundled("los-angeles")], ids=["hostile", "mixed", "made", "city"]
)
def test_graphviz_reads_the_same(sheets: LadderSheets) -> None:
    check(sheets, FORM, read_dot(sheets))
    assert FORM.write(sheets) == FORM.write(sheets)


@needs_dot
def test_titles_are_drawn_as_they_are() -> None:
    words = [str(DOT), "-Tsvg"]
    page = FORM.write(hostile())["ladder.dot"]
    drawn = subprocess.run(words, input=page, check=True, capture_output=True, timeout=HANG_SECONDS).stdout.decode()
    texts = [unescape(one) for one in re.findall("<text[^>]*>([^<]*)</text>", drawn)]
    for title in (
        "Clerk: Records",
        "end",
        "1. Clerk",
        "back\\slash \\N \\",
        "<script>alert(1)</script>",
        "AT&amp;T & Co",
    ):
        assert title in texts
    assert {"24 months", "0 months", "x" * 200 + "...", *CODES} <= set(texts)


def test_every_id_and_text_is_quoted() -> None:
    page = FORM.write(hostile())["ladder.dot"].decode()
    assert '"c_xx_2f_441A"' in page
    bare = re.sub(r'"(?:[^"\\]|\\.)*"', "", page, flags=re.DOTALL)
    assert not re.search("[0-9:<>&#]", bare.replace("->", ""))
    assert "ladder_title" in bare
    assert "ladder_months" in bare


def test_backslashes_are_listed() -> None:
    lost = [one for one in FORM.losses(hostile()) if one.reason is Reason.BACKSLASH]
    assert len(lost) == sum("\\" in one for one in TITLES) == 2
