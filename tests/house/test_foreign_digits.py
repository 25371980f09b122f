"""No figure is read in the digits of another script, and each way to do so is seen."""

from pathlib import Path

import pytest

from tests.house.foreign_digits import foreign_digits_in
from tests.house.tracked import ROOT

pytestmark = pytest.mark.untraced


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.py", 'import re\nx = re.compile(r"\\d{4}")\n'),
        ("a.py", 'x = rf"{y}[^\\d,]"\n'),
        ("a.py", 'x = rb"\\d"\n'),
        ("a.py", 'x = "^\\\\D$"\n'),
        ("a.py", "x = y.isdigit()\n"),
        ("a.py", "x = filter(str.isdecimal, y)\n"),
        ("a.py", "x = y.isnumeric()\n"),
        ("deep/a.lark", "A: /[0-9]\\d/\n"),
        ("deep/a.js", "const a = /^\\p{Nd}+$/u;\n"),
        ("a.js", "const a = /\\d/;\n"),
    ],
)
def test_bites(name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text(text, "utf-8")
    assert len(foreign_digits_in(tmp_path)) == 1


def test_lets_the_digits_0_to_9_pass(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text('x = r"[0-9]{4}\\b"\n"d"\n', "utf-8")
    (tmp_path / "figures.py").write_text("x = y.isascii() and y.isdigit()\n", "utf-8")
    assert foreign_digits_in(tmp_path) == []


def test_nothing_reads_digits_of_other_scripts() -> None:
    assert foreign_digits_in(ROOT / "ladder") == []
