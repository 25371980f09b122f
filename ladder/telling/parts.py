"""Sentences in parts, with the passages that they rest on: what terminal, pages and maps paint.

None is a data class, as an answer on the terminal must not pay for the making of those.
"""

from typing import NamedTuple

from ladder.sources import Source
from ladder.values import Value


class Part(NamedTuple):
    """A part of a sentence; ``class_id`` is set where it names a class."""

    text: str
    class_id: str = ""


Words = tuple[Part, ...]
"""A sentence, or a piece of one, in parts."""

Field = str | int | Part | Words
"""What may stand in a sentence."""


class Told(Value):
    """A sentence and the passages that it rests on; none where it is our own."""

    words: Words
    sources: tuple[Source, ...] = ()

    def __str__(self) -> str:
        """Return the sentence as plain text, without its sources."""
        return plain_text(self.words)


class Item(Value):
    """One thing that is told: what it is about, '' where the sentence says so itself, and the sentence."""

    told: Told
    label: str = ""


class Section(Value):
    """Things told under one heading; ``lead`` is the sentence before them, or the one that says that there are none."""

    name: str
    heading: str
    lead: str
    items: tuple[Item, ...]


def join_parts(*fields: Field) -> Words:
    """Return the fields as the parts of one sentence, empty ones left out."""
    found: list[Part] = []
    for one in fields:
        if isinstance(one, str | int):
            found += [Part(str(one))] if one != "" else []
        elif isinstance(one, Part):
            found.append(one)
        else:
            found.extend(one)
    return tuple(found)


def plain_text(field: Field) -> str:
    """Return what stands in a sentence as plain text: no part is made for it, as pages say things by the 100,000."""
    if isinstance(field, str):
        return field
    return "".join(part.text for part in join_parts(field))


def capital(words: Words) -> Words:
    """Return the sentence, of one part or more, with a capital letter at its beginning."""
    first, *rest = words
    return (Part(with_capital(first.text), first.class_id), *rest)


def with_capital(text: str) -> str:
    """Return the text with a capital letter at its beginning."""
    return text[:1].upper() + text[1:]


def without_capital(text: str) -> str:
    """Return the text as it stands within a sentence: with a small letter at its beginning."""
    return text[:1].lower() + text[1:]
