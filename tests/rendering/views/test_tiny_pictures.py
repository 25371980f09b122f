"""Tiny pictures hold one shape for each thing counted, within their frame."""

import pytest

from ladder.rendering.views.tiny_pictures import (
    HEIGHT,
    WIDTH,
    Counted,
    Picture,
    draw_columns,
    draw_gate,
    draw_rows,
    draw_stairs,
)

COUNTED = [Counted("1 class", 159, is_marked=True), Counted("2 classes", 48), Counted("3 or more", 0)]


@pytest.mark.parametrize("picture", [draw_rows(COUNTED), draw_columns(COUNTED), draw_stairs("1234")])
def test_shapes_stay_within_the_frame_and_one_is_marked(picture: Picture) -> None:
    for bar in picture.bars:
        assert 0 <= bar.x <= bar.x + bar.width <= WIDTH
        assert 0 <= bar.y <= bar.y + bar.height <= HEIGHT
    assert [bar.is_marked for bar in picture.bars].count(True) == 1


def test_bars_are_as_long_as_their_counts() -> None:
    rows, columns = draw_rows(COUNTED), draw_columns(COUNTED)
    assert [bar.width for bar in rows.bars] == sorted((bar.width for bar in rows.bars), reverse=True)
    assert columns.bars[0].height * 48 // 159 == columns.bars[1].height
    assert {text.words for text in rows.texts} == {"1 class", "2 classes", "3 or more", "159", "48", "0"}


def test_a_gate_bears_its_name_and_a_long_one_is_cut() -> None:
    named, cut = (draw_gate(title, 2, 14) for title in ("Senior Clerk", "Water Utility " * 4))
    assert [text.words for text in named.texts] == ["Senior Clerk"]
    assert cut.texts[0].words == "Water Utility Water Utility Water\u2026"
    assert len(named.bars) == 1 + 2 + 12


def test_nothing_to_count_is_an_empty_picture() -> None:
    assert draw_rows([]) == draw_columns([]) == draw_stairs([]) == Picture((), ())
