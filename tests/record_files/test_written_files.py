"""Where things stand in a record file: the lines of each place, also where a person has written into it."""

from hypothesis import given
from hypothesis import strategies as st

from ladder.record_files.written_files import WrittenFile, read_written
from ladder.record_files.yaml_writing import print_list_item, print_yaml

TEXT = """# a file
title: Clerk

rules:
  asked:
    - kind: a
      what: >-
        words over
        two lines

    # of a person
    - {kind: b, what: c}
  ways: [x]

"""


def written(text: str = TEXT) -> WrittenFile:
    return read_written(text, "clerk.yaml")


def test_a_place_has_the_lines_from_its_name_to_its_last_word() -> None:
    file = written()
    assert file.lines_of("title") == (2, 2)
    assert file.lines_of("rules") == (4, 13)
    assert file.lines_of("rules", "asked") == (5, 12)
    assert file.lines_of("rules", "asked", 0) == (6, 9)
    assert file.lines_of("rules", "asked", 0, "what") == (7, 9)
    assert file.lines_of("rules", "asked", 1) == (12, 12)
    assert file.lines_of("rules", "asked", 1, "what") == (12, 12)
    assert file.lines_of("rules", "ways") == (13, 13)


def test_a_place_that_is_not_there_has_the_lines_of_what_would_hold_it() -> None:
    file = written()
    assert file.lines_of("rules", "none", 0) == file.lines_of("rules")
    assert file.value("rules", "none", 0) is None
    assert file.value("rules", "asked", 7) is None
    assert file.value("rules", "asked", 1) == {"kind": "b", "what": "c"}


def test_a_line_is_indented_as_it_stands() -> None:
    assert written().indent_of(6) == "    "
    assert written().indent_of(2) == ""


@given(st.lists(st.text("abc: #-", min_size=1, max_size=200).filter(lambda words: words.strip() == words), min_size=1))
def test_an_item_written_anew_at_its_lines_leaves_all_others(words: list[str]) -> None:
    items = [{"kind": "a", "what": one, "more": [{"kind": "b", "words": one}]} for one in words]
    file = written(print_yaml({"asked": items, "title": "t"}))
    for number in range(len(items)):
        first, last = file.lines_of("asked", number)
        lines = file.text.split("\n")
        lines[first - 1 : last] = print_list_item({"kind": "new"}, indent="  ", spread=True).split("\n")
        expected = [{"kind": "new"} if place == number else one for place, one in enumerate(items)]
        assert written("\n".join(lines)).tree.tree == {"asked": expected, "title": "t"}
