"""Readings made by hand, for the tests of what is made of readings."""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from ladder.reading.passages import Claim, Document, Span
from ladder.reading.readings import Reading, draw_steps
from ladder.records import json_tree_of, validate_json
from ladder.sources import Note, Source
from ladder.specification import ClassSpecification

Feeders = Mapping[str, str]
"""Ids of feeder classes, and their titles as printed."""


def source_of(document: str = "d.txt", line: int = 3) -> Source:
    """Return a passage of a document."""
    return Source(document=document, section="Experience", lines=(line, line), quote="Two years")


def record_of(
    code: str,
    *,
    title: str = "",
    feeders: Feeders | None = None,
    months: int = 24,
    document: str = "d.txt",
    jurisdiction: str = "xx",
    **more: Any,  # noqa: ANN401 - any field of a record
) -> ClassSpecification:
    """Return a class that asks for months as one of its feeder classes."""
    source = json_tree_of(source_of(document))
    rule = {
        "kind": "experience",
        "id": "general",
        "months": months,
        "what": "Work",
        "classes": [{"class": one} for one in feeders or {}],
        "source": source,
    }
    named: dict[str, Any] = {"code": code} if code[0].isdigit() or code[0].isupper() else {"slug": code}
    tree = {
        "jurisdiction": jurisdiction,
        **named,
        "title": title or f"Class {code}",
        "completeness": "whole",
        "qualifications": {"requirements": [rule], "routes": [{"id": "general", "requires": ["general"]}]},
        "source": source,
        **more,
    }
    return validate_json(ClassSpecification, json.dumps(tree))


def reading_of(
    code: str,
    *,
    document: str = "d.txt",
    text: str = "Title\n\nTwo years as Helper\n",
    feeders: Feeders | None = None,
    notes: tuple[Note, ...] = (),
    **more: Any,  # noqa: ANN401 - any field of a record
) -> Reading:
    """Return the reading of a document of one class."""
    record = record_of(code, document=document, feeders=feeders, **more)
    return Reading(
        document=Document(document, text),
        jurisdiction=record.jurisdiction,
        record=record,
        steps=tuple(draw_steps(record, feeders or {})),
        notes=notes,
        claims=(Claim("title", Span(0, 5), "Title"),),
        unread=((3, 3),),
        printed=MappingProxyType(dict(feeders or {})),
    )


def nothing_read(document: str = "n.txt") -> Reading:
    """Return the reading of a document in which no class was found."""
    return Reading(document=Document(document, "words"), jurisdiction=None)
