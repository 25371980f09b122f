"""Citations in one line."""

import json
from dataclasses import FrozenInstanceError

import pytest

from ladder.records import RecordRefusedError, validate_json
from ladder.sources import Source


@pytest.mark.parametrize(
    ("source", "line"),
    [
        (Source(document="d.txt", section="Heading"), "d.txt, Heading"),
        (Source(document="d.txt", section="Heading", lines=(3, 3)), "d.txt, Heading, line 3"),
        (
            Source(document="d.txt", section="Heading", lines=(3, 5), revision="2012-07"),
            "d.txt, Heading, lines 3-5, revision 2012-07",
        ),
        (Source(document="d.txt", section="Heading", revision="2012-07-31"), "d.txt, Heading, revision 2012-07-31"),
    ],
)
def test_a_citation_in_one_line(source: Source, line: str) -> None:
    assert str(source) == line


@pytest.mark.parametrize(
    "fields",
    [
        {"document": "", "section": "s"},
        {"document": "d", "section": ""},
        {"document": "d", "section": "s", "lines": (0, 1)},
        {"document": "d", "section": "s", "revision": "2012-13"},
        {"document": "d", "section": "s", "revision": "July 2012"},
        {"document": "d", "section": "s", "page": 0},
        {"document": 1, "section": "s"},
        {"document": "d", "section": "s", "quotation": "x"},
    ],
)
def test_a_loose_citation_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(RecordRefusedError):
        validate_json(Source, json.dumps(fields))


def test_a_record_never_changes() -> None:
    source = Source(document="d.txt", section="Heading")
    with pytest.raises(FrozenInstanceError):
        source.document = "e.txt"  # type: ignore[misc]  # what the test is about
