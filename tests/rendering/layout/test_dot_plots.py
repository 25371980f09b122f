"""Dots over pay: each in its place, none on another, the scale in whole figures, whatever the pays are."""

from decimal import Decimal
from random import Random

import pytest

from ladder.rendering.layout.dot_plots import WIDTH, Dot, draw_dots


@pytest.mark.parametrize("seed", range(6))
def test_no_dot_lies_on_another_and_all_lie_over_the_foot(seed: int) -> None:
    chance = Random(seed)
    most = 10 ** chance.randint(2, 6)
    pays = [Decimal(chance.randint(0, most)) for _ in range(chance.choice([1, 2, 40, 700]))]
    plot = draw_dots([Dot(str(place), "", pay, 1, "told" if place == 0 else "") for place, pay in enumerate(pays)])
    places = {(one.x, one.y) for one in plot.dots}
    assert len(places) == len(plot.dots) == len(pays)
    assert all(0 < one.x < WIDTH and 0 < one.y < plot.foot < plot.height for one in plot.dots)
    assert 0 < len(plot.ticks) <= 13
    assert plot.told
    assert plot.told.dot.told == "told"


def test_the_words_about_a_dot_on_the_right_stand_to_its_left() -> None:
    plot = draw_dots([Dot("a", "", Decimal(1000), 1), Dot("b", "", Decimal(90_000), 1, "told")])
    assert plot.is_told_left
    assert not draw_dots([Dot("a", "", Decimal(1000), 1)]).is_told_left
