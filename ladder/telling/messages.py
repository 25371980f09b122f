"""The catalog of messages: every sentence by its name, in the language that is spoken.

English alone ships. Another language is a mapping with the same names and fields, which stands
beside it for as long as :func:`spoken_in` lasts.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from ladder.condition_codes import GENERAL_WORDS
from ladder.telling.english import RECORDS
from ladder.telling.english_answers import ANSWERS
from ladder.telling.parts import Field, Words, join_parts, plain_text


class _English(Mapping[str, str]):
    """What records and answers are told by, and what pages say besides: that is read once a page asks for it."""

    def __init__(self) -> None:
        """Begin with the words of records and answers."""
        self._read = {**RECORDS, **ANSWERS, **{f"condition.{code}": text for code, text in GENERAL_WORDS.items()}}

    def __getitem__(self, message: str) -> str:
        """Return the pattern of a message."""
        found = self._read.get(message)
        return self._whole()[message] if found is None else found

    def __iter__(self) -> Iterator[str]:
        """Return the names of all messages."""
        return iter(self._whole())

    def __len__(self) -> int:
        """Return how many messages there are."""
        return len(self._whole())

    def _whole(self) -> Mapping[str, str]:
        """Return all patterns by name."""
        from ladder.telling.pages_in_english import PAGES_AND_REPORTS  # noqa: PLC0415 - a question on the terminal does without

        self._read |= PAGES_AND_REPORTS
        return self._read


ENGLISH: Mapping[str, str] = _English()
"""Every pattern in English by its name; a name in braces is a field."""

LANGUAGES: dict[str, Mapping[str, str]] = {"en": ENGLISH}
"""Languages that pages can be written in, by code; English alone ships."""

_SPOKEN: ContextVar[Mapping[str, str]] = ContextVar("spoken", default=ENGLISH)


@contextmanager
def spoken_in(patterns: Mapping[str, str]) -> Iterator[None]:
    """Tell everything by these patterns for as long as the block lasts."""
    before = _SPOKEN.set(patterns)
    try:
        yield
    finally:
        _SPOKEN.reset(before)


def is_known(message: str) -> bool:
    """Return whether the catalog has a message of this name."""
    return message in ENGLISH


def messages_of(beginnings: tuple[str, ...]) -> dict[str, str]:
    """Return the patterns, in the language that is spoken, whose names begin so: for a page's own script."""
    return {name: pattern for name, pattern in _SPOKEN.get().items() if name.startswith(beginnings)}


def tell(message: str, **fields: Field) -> Words:
    """Return the message with its fields filled, in parts, so that the classes in it can be linked.

    >>> plain_text(tell("list.and", first="study", last="service"))
    'study and service'
    """
    found: list[Field] = []
    for before, name in _pieces(_SPOKEN.get()[message]):
        found += [before, fields[name] if name else ""]
    return join_parts(*found)


def say(message: str, **fields: Field) -> str:
    """Return the message with its fields filled, as plain text."""
    found: list[str] = []
    for before, name in _pieces(_SPOKEN.get()[message]):
        found += (before, plain_text(fields[name])) if name else (before,)
    return "".join(found)


def sentences(*told: Field) -> Words:
    """Return the sentences one after the other, empty ones left out."""
    return _joined("list.sentences", [one for one in told if one])


def clauses(*told: Field) -> Words:
    """Return the clauses of one sentence, empty ones left out."""
    return _joined("list.clauses", [one for one in told if one])


def clauses_of_all(*told: Field) -> Words:
    """Return clauses all of which must hold."""
    return _joined("list.clauses_all", [one for one in told if one])


def listed(items: Sequence[Field]) -> Words:
    """Return the items in a row, to which another may be added: ``a, b``."""
    return _joined("list.more", items)


def all_of(items: Sequence[Field]) -> Words:
    """Return the items as one must have all of them: ``a, b and c``."""
    return _ended("list.and", items)


def any_of(items: Sequence[Field]) -> Words:
    """Return the items as one will do: ``a, b or c``."""
    return _ended("list.or", items)


def _ended(message: str, items: Sequence[Field]) -> Words:
    if len(items) <= 1:
        return join_parts(*items)
    return tell(message, first=listed(items[:-1]), last=items[-1])


def _joined(message: str, items: Sequence[Field]) -> Words:
    told: Words = ()
    for one in items:
        told = tell(message, first=told, last=one) if told else join_parts(one)
    return told


@cache
def _pieces(pattern: str) -> tuple[tuple[str, str], ...]:
    """Return the words of the pattern, each with the field that follows it; '' where none does."""
    first, *others = pattern.split("{")
    pieces = [one.partition("}") for one in others]
    words = [first, *(after for _, _, after in pieces)]
    return tuple(zip(words, [*(name for name, _, _ in pieces), ""], strict=True))
