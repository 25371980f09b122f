"""Counts that hang together, worked on paper: which are printed, and which are hidden with them."""

import pytest

from ladder.roster.count_blocks import safe_block

FEW, GONE = "<5", "hidden"
CASES = {
    # The only feeder is the whole: what is hidden of one is hidden of the other.
    "one small count": ([[0, 0, 0, 0, 2], [0, 0, 0, 0, 2]], [[0, 0, 0, 0, FEW], [0, 0, 0, 0, FEW]]),
    # 8 - 4 would be the few who come within 24 months, so 8 is told and 4 is not.
    "no feeder": ([[0, 0, 4, 4, 8]], [[0, 0, FEW, FEW, 8]]),
    # 9 - 6 would be the 3 of the other feeder, so the 6 beside them is hidden as well.
    "the largest part beside a small one": (
        [[9, 9, 9, 9, 9], [6, 6, 6, 6, 6], [3, 3, 3, 3, 3]],
        [[9] * 5, [GONE] * 5, [FEW] * 5],
    ),
    # Of three feeders, the largest makes up for the small one; the third is printed.
    "a third feeder": (
        [[20] * 5, [11] * 5, [6] * 5, [3] * 5],
        [[20] * 5, [GONE] * 5, [6] * 5, [FEW] * 5],
    ),
    # 7 is 6 and 1: hiding 6 leaves nothing else that it could be, so 7 is hidden and 6 is told.
    "the whole": (
        [[1, 3, 3, 3, 7], [0, 2, 2, 2, 6], [1, 1, 1, 1, 1]],
        [[FEW, FEW, FEW, FEW, GONE], [0, FEW, FEW, FEW, 6], [FEW] * 5],
    ),
    # Nothing does: the feeders of the class are left out.
    "no feeders at all": ([[0, 1, 1, 5, 9], [0, 0, 0, 4, 4], [0, 1, 1, 1, 5]], [[0, FEW, FEW, 5, GONE]]),
}


@pytest.mark.parametrize("name", CASES)
def test_what_would_tell_of_few_people_is_hidden(name: str) -> None:
    true, printed = CASES[name]
    block = safe_block(true)
    assert [block.printed(row) for row in range(len(block.rows))] == printed
    assert block.is_safe()
