"""Ids of our own: safe in every format, and never the same for two classes."""

import re

from hypothesis import given
from hypothesis import strategies as st

from ladder.exports.safe_ids import safe_id, step_id

IDS = st.from_regex(r"[a-z0-9-]{1,6}/[A-Za-z0-9._-]{1,6}", fullmatch=True)


@given(IDS, IDS)
def test_ids_are_letters_digits_and_low_lines_and_never_shared(one: str, other: str) -> None:
    assert re.fullmatch("[A-Za-z][A-Za-z0-9_]*", safe_id(one))
    assert (safe_id(one) == safe_id(other)) == (one == other)


def test_a_step_is_called_by_its_number() -> None:
    assert step_id(3) == "s3"
