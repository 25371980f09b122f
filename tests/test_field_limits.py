"""Limits on the types of records hold as pydantic's own would."""

from typing import Annotated

import pytest

from ladder.field_limits import Limits, ReadBy, SeenFirstBy, Tagged, ToldApartBy
from ladder.records import Record, RecordRefusedError, json_schema_of, record, validate_json


def _doubled(value: object) -> object:
    text = str(value)
    if not text.isdecimal():
        message = f"{value!r} is no number"
        raise ValueError(message)
    return int(text) * 2


def _many(value: object) -> str:
    return "many" if isinstance(value, list) else "one"


@record
class Marked(Record):
    """One field a mark."""

    few: Annotated[int, Limits(ge=1, lt=9)] = 1
    short: Annotated[str, Limits(pattern="^[a-z]+$", max_length=3)] = "a"
    read: Annotated[int, ReadBy(_doubled, {"type": "integer", "title": "A number"})] = 2
    seen: Annotated[int, Limits(le=8), SeenFirstBy(_doubled)] = 2
    told: Annotated[Annotated[int, Tagged("one")] | Annotated[tuple[int, ...], Tagged("many")], ToldApartBy(_many)] = 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"few": 0}', "few: Input should be greater than or equal to 1"),
        ('{"few": 9}', "few: Input should be less than 9"),
        ('{"short": "A"}', "short: String should match pattern"),
        ('{"short": "abcd"}', "short: String should have at most 3"),
        ('{"read": "x"}', "read: Value error, 'x' is no number"),
        ('{"seen": 5}', "seen: Input should be less than or equal to 8"),
        ('{"told": ["x"]}', "told.many.0: Input should be a valid integer"),
    ],
)
def test_each_limit_holds(text: str, words: str) -> None:
    with pytest.raises(RecordRefusedError) as caught:
        validate_json(Marked, text)
    assert words in str(caught.value)


def test_what_keeps_the_limits_is_taken() -> None:
    found = validate_json(Marked, '{"few": 8, "short": "abc", "read": 3, "seen": 4, "told": [1, 2]}')
    assert found == Marked(few=8, short="abc", read=6, seen=8, told=(1, 2))


def test_a_schema_tells_the_limits() -> None:
    told = json_schema_of(Marked)["properties"]
    assert (told["few"]["minimum"], told["few"]["exclusiveMaximum"]) == (1, 9)
    assert told["short"]["pattern"] == "^[a-z]+$"
    assert told["read"]["type"] == "integer"
