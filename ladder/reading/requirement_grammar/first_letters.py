"""Which letters a match of a pattern can begin with: where others stand, the pattern need not be tried.

Where that is not known, any letter counts, and so does every letter that is not ASCII.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from re import _parser
from types import MappingProxyType
from typing import Any, NamedTuple

from ladder.figures import is_in_digits

_LETTERS = frozenset(map(chr, range(128)))
_NOTHING_TAKEN = frozenset({"AT", "ASSERT", "ASSERT_NOT"})
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
_CATEGORIES: Mapping[str, Callable[[str], bool]] = MappingProxyType(
    {"DIGIT": is_in_digits, "SPACE": str.isspace, "WORD": lambda letter: letter.isalnum() or letter == "_"}
)
"""What a class of letters in a pattern means for those of ASCII."""


class FirstLetters(NamedTuple):
    """The ASCII letters that a match can begin with, in order, and those that can follow where it begins with a blank.

    Many phrases may begin with a blank, and each word of a text stands behind one.
    """

    first: str
    after_blank: str

    def can_stand(self, letters: str) -> bool:
        """Return whether a match can begin with a letter, or with a blank and the letter behind it."""
        if not letters.isascii():
            return True
        return letters[:1] in self.first and (len(letters) == 1 or letters[1:] in self.after_blank)


class _Opening(NamedTuple):
    """How a part of a pattern can begin: its letters, whether it can be empty, and the same behind a blank."""

    first: frozenset[str]
    can_be_empty: bool
    after_blank: frozenset[str] = frozenset()
    can_end_at_blank: bool = False

    def then(self, other: "_Opening") -> "_Opening":
        """Return the opening of this part with another behind it."""
        return _Opening(
            self.first | (other.first if self.can_be_empty else _NONE),
            self.can_be_empty and other.can_be_empty,
            self.after_blank
            | (other.first if self.can_end_at_blank else _NONE)
            | (other.after_blank if self.can_be_empty else _NONE),
            (self.can_end_at_blank and other.can_be_empty) or (self.can_be_empty and other.can_end_at_blank),
        )

    def alternatively(self, other: "_Opening") -> "_Opening":
        """Return the opening of one part or the other."""
        return _Opening(
            self.first | other.first,
            self.can_be_empty or other.can_be_empty,
            self.after_blank | other.after_blank,
            self.can_end_at_blank or other.can_end_at_blank,
        )


_NONE: frozenset[str] = frozenset()
_EMPTY = _Opening(_NONE, can_be_empty=True)
_ANY = _Opening(_LETTERS, can_be_empty=True, after_blank=_LETTERS, can_end_at_blank=True)


def first_letters(pattern: str) -> FirstLetters:
    r"""Return the letters that a match of a pattern can begin with.

    >>> first_letters(r"(?i:of|in) (?:the )?x")
    FirstLetters(first='IOio', after_blank='')
    >>> first_letters(r"(?!1)[0-3]+| ?or"), len(first_letters("a?").first)
    (FirstLetters(first=' 0123o', after_blank='o'), 128)
    """
    opening = _of_items(_parser.parse(pattern), 0)
    first = _LETTERS if opening.can_be_empty else opening.first
    after_blank = _LETTERS if opening.can_be_empty or opening.can_end_at_blank else opening.after_blank
    return FirstLetters("".join(sorted(first)), "".join(sorted(after_blank)))


def _of_items(items: Iterable[tuple[Any, Any]], flags: int) -> _Opening:
    """Return the opening of parts one after another."""
    opening = _EMPTY
    for operation, argument in items:
        if not opening.can_be_empty and not opening.can_end_at_blank:
            break
        opening = opening.then(_of_part(str(operation), argument, flags))
    return opening


def _of_part(name: str, argument: Any, flags: int) -> _Opening:  # noqa: ANN401 - as re._parser has it
    if name in _NOTHING_TAKEN:
        return _EMPTY
    if name in _REPEATS:
        least, most, body = argument
        once = _of_items(body, flags)
        repeated = once if most == 1 else once.alternatively(once.then(once))
        return repeated if least else _EMPTY.alternatively(repeated)
    if name == "SUBPATTERN":
        _, added, taken, body = argument
        return _of_items(body, (flags | added) & ~taken)
    if name == "BRANCH":
        return reduce(_Opening.alternatively, (_of_items(one, flags) for one in argument[1]))
    return _of_letter(argument if name == "IN" else [(name, argument)], flags) if name in {"LITERAL", "IN"} else _ANY


def _of_letter(items: Iterable[tuple[Any, Any]], flags: int) -> _Opening:
    """Return the opening of a letter, or of a set of them."""
    taken = _is_one_of(items)
    letters = frozenset(filter(taken, _LETTERS))
    if flags & re.IGNORECASE:
        letters = frozenset(one for one in _LETTERS if any(map(taken, (one, one.lower(), one.upper()))))
    return _Opening(letters, can_be_empty=False, can_end_at_blank=" " in letters)


def _is_one_of(items: Iterable[tuple[Any, Any]]) -> Callable[[str], bool]:
    """Return whether a letter is one of a set, as the parser of patterns tells it."""
    told = [(str(operation), argument) for operation, argument in items]
    is_turned = any(name == "NEGATE" for name, _ in told)
    return lambda letter: any(_is_in(letter, *one) for one in told if one[0] != "NEGATE") != is_turned


def _is_in(letter: str, name: str, argument: Any) -> bool:  # noqa: ANN401 - as above
    if name == "LITERAL":
        return ord(letter) == int(argument)
    if name == "RANGE":
        return bool(argument[0] <= ord(letter) <= argument[1])
    kind = str(argument).removeprefix("CATEGORY_")
    return _CATEGORIES[kind.removeprefix("NOT_")](letter) != kind.startswith("NOT_")
