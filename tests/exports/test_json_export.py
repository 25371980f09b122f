"""JSON read back: the same to the last letter."""

import json

import pytest
from hypothesis import given

from ladder.exports.json_export import FORM
from ladder.exports.ladder_sheets import LadderSheets
from tests.exports.ladders import any_ladders, bundled, hostile, mixed
from tests.exports.reading_back import check


def check_json(sheets: LadderSheets) -> None:
    (content,) = FORM.write(sheets).values()
    check(sheets, FORM, json.loads(content))
    assert content == FORM.write(sheets)["ladder.json"]


@pytest.mark.parametrize("sheets", [hostile(), mixed(), bundled("los-angeles")], ids=["hostile", "mixed", "city"])
def test_every_value_is_there(sheets: LadderSheets) -> None:
    check_json(sheets)
    assert list(FORM.losses(sheets)) == []


@given(any_ladders())
def test_any_ladder_is_there(sheets: LadderSheets) -> None:
    check_json(sheets)


def test_months_and_truths_have_their_types() -> None:
    steps = json.loads(FORM.write(mixed())["ladder.json"])["steps"]
    assert [(one["months"], one["promotion"]) for one in steps] == [(24, True), (14.5, False), (None, None)]
