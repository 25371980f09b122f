"""Text is broken so that it fits, and no letter of it is lost."""

from hypothesis import given
from hypothesis import strategies as st

from ladder.rendering.layout.wrapping import measure_text, wrap_text


def test_breaks_at_spaces_first() -> None:
    assert wrap_text("Agency Labor Relations Specialist", 156) == ("Agency Labor", "Relations Specialist")


def test_breaks_inside_a_word_that_is_too_long() -> None:
    lines = wrap_text("W" * 200, 156)
    assert "".join(lines) == "W" * 200
    assert all(measure_text(line) <= 156 for line in lines)


def test_empty_text_gives_no_line() -> None:
    assert wrap_text("  ", 156) == ()


def test_marks_that_show_nothing_take_no_room_and_wide_letters_take_more() -> None:
    assert measure_text("\u200fa\u0301") == measure_text("a")
    assert measure_text("\u7d1a") > measure_text("M") > measure_text("a") > measure_text("i")


@given(st.text(max_size=60), st.integers(20, 200))
def test_every_line_fits_and_every_letter_is_kept(text: str, width: int) -> None:
    lines = wrap_text(text, width)
    assert all(measure_text(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
