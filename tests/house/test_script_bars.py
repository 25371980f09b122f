"""The pages' scripts keep the bars of the house, as Python does; and each bar finds what breaks it."""

from pathlib import Path

from tests.house.script_bars import functions_of, script_breaches
from tests.house.tracked import ROOT

PAGES = ROOT / "ladder" / "rendering" / "pages"

SCRIPT = """// if && ||
import { add } from "./exact.js";

const short = (one) => (one ? add(one, "if (a && b)") : 0);

export function long({ first, second }) {
  if (first && /[?&|]+/.test(second)) {
    return `${first ?? second} if`;
  }
  return [first].map((one) => one || second);
}

class Held {
  get now() {
    return this.#now?.later;
  }

  async *each(places) {
    for (const place of places) {
      yield place;
    }
  }
}
"""


def test_every_script_of_the_pages_keeps_the_bars() -> None:
    assert list(script_breaches(PAGES)) == []


def test_functions_and_methods_are_found_with_their_branches() -> None:
    assert [(one.name, one.lines, one.branches) for one in functions_of(SCRIPT)] == [
        ("short", 0, 1),
        ("long", 4, 4),
        ("now", 1, 0),
        ("each", 3, 1),
    ]


def test_what_breaks_a_bar_is_told(tmp_path: Path) -> None:
    branches = " && ".join("abcdefghijkl")
    (tmp_path / "utils.js").write_text(
        f"const wide = () => {branches};\n\nfunction tall() {{\n{'  call();' + chr(10)}{'  call();' + chr(10) * 1}"
        + "  call();\n" * 50
        + "}\n"
        + "// more\n" * 400,
        "utf-8",
    )
    assert list(script_breaches(tmp_path)) == [
        "utils.js: 456 lines, over 400",
        "utils.js: says nothing of what is in it",
        "utils.js:wide: 11 branches, over 10",
        "utils.js:tall: 52 lines, over 50",
    ]
