"""The plain words of pay on the terminal: one figure for the whole class, its grade where there is one."""

from decimal import Decimal

import pytest

from ladder.cli.numbered_sources import Citations
from ladder.cli.page_text import NO_BREAK
from ladder.cli.wording import grade_or_range, pay_in_words
from ladder.sources import Source
from ladder.specification import Pay, PayRange, PayUnit

SOURCE = Source(document="d.txt", section="s")


def pay(grade: str, *ranges: tuple[PayUnit, int, int]) -> Pay:
    found = tuple(PayRange(unit=unit, low=Decimal(low), high=Decimal(high)) for unit, low, high in ranges)
    return Pay(plan="Plan", grade=grade, ranges=found, source=SOURCE)


@pytest.mark.parametrize(
    ("told", "in_a_list", "in_words"),
    [
        (pay("7"), "Plan 7", "Plan 7 [1]"),
        (pay("7", (PayUnit.HOURLY, 20, 30)), "Plan 7", "Plan 7: $20 to $30 an hour [1]"),
        (pay("salary"), "Plan salary", "Plan salary [1]"),
        (pay("salary", (PayUnit.YEARLY, 900, 1500)), "$900 to $1,500 a year", "$900 to $1,500 a year [1]"),
        (pay("salary", (PayUnit.YEARLY, 900, 900)), "$900 a year", "$900 a year [1]"),
        (
            pay("salary", (PayUnit.YEARLY, 900, 1500), (PayUnit.HOURLY, 1, 2), (PayUnit.YEARLY, 800, 1200)),
            "$800 to $1,500 a year",
            "$800 to $1,500 a year [1]",
        ),
    ],
)
def test_pay_is_told_by_its_grade_and_from_the_lowest_to_the_highest_figure(
    told: Pay, in_a_list: str, in_words: str
) -> None:
    assert grade_or_range(told).replace(NO_BREAK, " ") == in_a_list
    assert pay_in_words(told, Citations()).replace(NO_BREAK, " ") == in_words


def test_without_sources_no_number_is_told_and_no_pay_is_said() -> None:
    silent = Citations(told=False)
    assert pay_in_words(pay("7"), silent).replace(NO_BREAK, " ") == "Plan 7"
    assert (silent.mark(SOURCE), silent.beside("a", SOURCE)) == ("", "a")
    assert silent.listed() == "Add --sources to see where each figure was printed.\n"
    assert pay_in_words(None, Citations()) == ""
