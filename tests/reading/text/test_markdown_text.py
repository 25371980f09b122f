"""Markdown to text: its lines stay the file's own, its marks go, its headings and its front matter are known."""

import pytest

from ladder.errors import BadFileError
from ladder.reading.passages import Document
from ladder.reading.text.front_matter import read_front_matter
from ladder.reading.text.markdown_text import read_markdown, read_text


def read(text: str) -> Document:
    return read_markdown(text.encode(), name="a.md")


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("**Two** years *of* __work__ and _care_ of `boats`", "Two years of work and care of boats"),
        ("***Two*** years, class_code_no, 2 * 3 * 4, a*b*c", "Two years, class_code_no, 2 * 3 * 4, a*b*c"),
        ("* one\n- two\n1. three", "* one\n- two\n1. three"),
        ("1\\. one \\*two\\*", "1. one *two*"),
        ("[County code](https://x.example/a) ![seal](seal.png)two", "County code two"),
        ("> quoted\n> > deeper", "quoted\ndeeper"),
        ("2<sup>1</sup> H<sub>2</sub>O x^3^ y[^4] z^12, 3^ 2^10", "2\xb9 H\u2082O x\xb3 y\u2074 z^12, 3^ 2^10"),
        ("[^1]: of work", "\xb9 of work"),
        ("one<br>two <b>three</b> &amp; four&nbsp;five", "one two  three  & four five"),
        ("one <!-- not\nsaid --> two\nthree <!-- left open", "one \n two\nthree <!-- left open"),
        ("| Code | 0441 |\n|---|:-:|\n| a \\| b | **c** |  |\n\nx", "Code\t0441\n\na | b\tc\n\nx"),
        ("Step | Pay\n--- | ---\n1 | $2\nafter", "Step\tPay\n\n1\t$2\nafter"),
        ("either|or stays", "either|or stays"),
        ("```\n# no | heading **x**\n```\nx", "\n# no | heading **x**\n\nx"),
        ("**Minimum Qualifications:**", "**Minimum Qualifications:**"),
    ],
)
def test_marks_go_and_lines_stay(said: str, text: str) -> None:
    document = read(said)
    assert document.text == text
    assert said.count("\n") == document.text.count("\n")


def test_headings_of_both_forms_are_known() -> None:
    document = read("# One #\n\nTwo\n===\n\nThree\n---\n\ntext\n\n---\n###none\n- item\n---\n### Four **bold**")
    assert document.headings == ((1, 1), (3, 1), (6, 2), (15, 3))
    assert document.text.split("\n")[:7] == ["One", "", "Two", "", "", "Three", ""]
    assert document.text.endswith("\nFour bold")


def test_words_struck_out_are_left_out_and_told() -> None:
    document = read("Two ~~or three~~ years <del>or</del> more, ~ 2~3")
    assert document.text == "Two  years  more, ~ 2~3"
    assert [(note.code, note.line, note.text[-10:]) for note in document.notes] == [
        ("STRUCK_OUT", 1, ": or three"),
        ("STRUCK_OUT", 1, "ft out: or"),
    ]


def test_a_file_without_words_is_refused() -> None:
    with pytest.raises(BadFileError, match="no text"):
        read("<!-- nothing -->\n---\n")


FRONT = """---
title: Clerk II
class_code: "0441" # as text
exempt: no
revised: 2024-01-01
note: 'it''s'
quote: "a \\"b\\""
odd: "a" b
qualifications: |
  Two years of work # not a comment

  - "as it stands"
education:
- "A degree"
-
  - nested
empty:
...
# Duties
"""


def test_front_matter_is_labels_and_values_and_nothing_in_it_is_typed() -> None:
    document = read(FRONT)
    lines = document.text.split("\n")
    assert lines[1:8] == [
        "title: Clerk II",
        "class code: 0441",
        "exempt: no",
        "revised: 2024-01-01",
        "note: it's",
        'quote: a "b"',
        'odd: "a" b',
    ]
    assert lines[8:12] == ["qualifications", "Two years of work # not a comment", "", '- "as it stands"']
    assert lines[12:] == ["education", "- A degree", "-", "- nested", "empty", "", "Duties", ""]
    assert document.headings == ((9, 2), (13, 2), (17, 2), (19, 1))


def test_front_matter_stands_above_plain_text_too() -> None:
    document = read_text(b"---\ntitle: Clerk\nlist:\n---\n# stays", name="a.txt")
    assert (document.text, document.headings) == ("\ntitle: Clerk\nlist\n\n# stays", ((3, 2),))
    assert read_text(b"one\ntwo", name="a.txt").text == "one\ntwo"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "one",
        "---\ntitle: Clerk",
        "---\n---",
        "---\nno field\n---",
        "---\ntitle: Clerk\nand prose\n---",
        "---\n# x\n---",
    ],
)
def test_what_is_no_front_matter_is_left(text: str) -> None:
    assert read_front_matter(text.split("\n")) is None
