"""Titles as printed to class ids: exact after folding, by alias, near misses suggested and never linked.

Case, plural, spacing, punctuation, ``Sr.`` for Senior and the spelling of a final
numeral (``II`` or ``2``) do not tell titles apart. Where a jurisdiction's numerals are
pay grades, a title with one stands for the class without.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from ladder.titles import find_near_titles, fold_title

_NUMERALS = MappingProxyType(
    {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9"}
)
_ABBREVIATIONS = MappingProxyType({"sr": "senior", "jr": "junior", "asst": "assistant"})
_GRADES = frozenset({*_NUMERALS.values(), "a", "b"})
_NOT_IN_SLUGS = re.compile(r"[^a-z0-9]+")


class Resolved(NamedTuple):
    """The class a printed title stands for: its id, or none and what it may have meant."""

    class_id: str | None
    may_mean: tuple[str, ...] = ()
    is_ambiguous: bool = False


@lru_cache(maxsize=65536)
def fold_class_title(title: str) -> str:
    """Return the title without case, plural, punctuation and spacing, its final numeral in figures.

    Abbreviations that stand for one word of rank alone are written out.

    >>> fold_class_title("Sr. Office  Clerks II")
    'senior office clerk 2'
    """
    words = [_ABBREVIATIONS.get(word, word) for word in fold_title(title).split()]
    if len(words) > 1:
        words[-1] = _NUMERALS.get(words[-1], words[-1])
    return " ".join(words)


def without_pay_grade(folded: str) -> str:
    """Return the folded title without a pay grade behind it.

    >>> without_pay_grade("engineering associate 3")
    'engineering associate'
    """
    words = folded.split()
    return " ".join(words[:-1]) if len(words) > 1 and words[-1] in _GRADES else folded


def has_pay_grade(title: str) -> bool:
    """Return whether a title ends in what would be a pay grade, where numerals are pay grades.

    >>> has_pay_grade("Engineering Associate III")
    True
    """
    folded = fold_class_title(title)
    return without_pay_grade(folded) != folded


def make_slug(title: str) -> str:
    """Return the name in an id of a class that is only named.

    >>> make_slug("Social Services Trainee")
    'social-services-trainee'
    """
    slug = _NOT_IN_SLUGS.sub("-", title.casefold().replace("'", "")).strip("-")
    return slug if slug[:1].isalpha() else f"class-{slug}".rstrip("-")


@dataclass(frozen=True)
class KnownTitles:
    """The titles of one jurisdiction's classes, folded, and the ids that bear them."""

    ids_of: Mapping[str, tuple[str, ...]]
    numerals_are_pay_grades: bool = False

    def resolve(self, title: str) -> Resolved:
        """Return the class of a printed title; a near miss or a title borne twice is no link."""
        folded = fold_class_title(title)
        found = self.ids_of.get(folded, ())
        if not found and self.numerals_are_pay_grades:
            found = self.ids_of.get(without_pay_grade(folded), ())
        if len(found) == 1:
            return Resolved(found[0])
        if found:
            return Resolved(None, found, is_ambiguous=True)
        return Resolved(None)

    @cached_property
    def _places_of_words(self) -> Mapping[str, list[int]]:
        """The places, among the titles in order, of those that hold each word."""
        places: dict[str, list[int]] = {}
        for place, name in enumerate(self.ids_of):
            for word in dict.fromkeys(name.split()):
                places.setdefault(word, []).append(place)
        return places

    @cached_property
    def _names(self) -> tuple[str, ...]:
        return tuple(self.ids_of)

    def find_near(self, title: str) -> tuple[str, ...]:
        """Return ids of classes whose titles share a word with this one and are near it; never a link."""
        words = fold_class_title(title).split()
        places = sorted({place for word in words for place in self._places_of_words.get(word, ())})
        return find_near_titles(title, {name: self.ids_of[name][0] for name in map(self._names.__getitem__, places)})


def know_titles(titles: Iterable[tuple[str, str]], *, numerals_are_pay_grades: bool = False) -> KnownTitles:
    """Return the known titles of pairs of a title and the id of the class that bears it."""
    ids_of: dict[str, tuple[str, ...]] = {}
    for title, class_id in titles:
        folded = fold_class_title(title)
        if class_id not in ids_of.get(folded, ()):
            ids_of[folded] = (*ids_of.get(folded, ()), class_id)
    return KnownTitles(MappingProxyType(ids_of), numerals_are_pay_grades)
