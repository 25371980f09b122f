"""No float in the engine, and each way to make one is seen."""

from pathlib import Path

import pytest

from tests.house.exactness import floats_in, floats_in_engine
from tests.house.tracked import ROOT

pytestmark = pytest.mark.untraced

FLOATS = [
    "x = 0.5",
    "x = 1j",
    "x = float('0.5')",
    "def f(months: float) -> None: ...",
    "x = list(map(float, y))",
    "x = months / 12",
    "x /= 2",
    "x = 12 ** -1",
    "import math\nx = math.sqrt(2)",
    "from math import ceil, inf",
    "import time\nx = time.monotonic()",
    "from time import perf_counter",
]
EXACT = """
import math
from math import ceil
from time import monotonic_ns
from fractions import Fraction
half = Fraction(months) / 2
third = 1 / Fraction(3)
half /= Fraction(2)
whole = months // 12
blocks = math.floor(half) ** 2
refused = isinstance(value, bool | float)
"""


@pytest.mark.parametrize("text", FLOATS)
def test_bites(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(text, "utf-8")
    assert floats_in(tmp_path)


def test_lets_exact_arithmetic_pass(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(EXACT, "utf-8")
    assert floats_in(tmp_path) == []


@pytest.mark.parametrize("name", ["eligibility/rates.py", "paths/search.py", "service_time.py", "qualifications.py"])
def test_looks_into_each_part_of_the_engine(name: str, tmp_path: Path) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("x = 0.5\n", "utf-8")
    assert floats_in_engine(tmp_path)


def test_the_engine_has_no_float() -> None:
    assert floats_in_engine(ROOT / "ladder") == []
