"""What a record tells of a text, each entry with the words it stands on and their place in the text."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, islice

from ladder.qualifications import Experience, Judgement, Qualifications, Requirement, Substitution
from ladder.reading.passages import Span
from ladder.specification import EarlyFiling, ShownCondition

Told = Requirement | Substitution | ShownCondition | EarlyFiling
ALLOWED = "allowed"
SHOWN = "shown"
JUDGED = "judged"
PERSON = "person"
MOST_ENTRIES = 400
"""Places of a record's words in a text that are looked at, some ten times as many as any document has."""
_BORDER = "\n"
"""What parts texts: no plain text holds it."""
_OF_PERSONS = frozenset({"AGE", "CITIZENSHIP"})
_CURLY = str.maketrans({"\u2019": "'", "\u2018": "'", "\u2013": "-", "\u2014": "-", "\u2011": "-"})


def plain(text: str) -> str:
    """Return the words of a text with single blanks and straight marks."""
    return " ".join(text.translate(_CURLY).split())


@dataclass(frozen=True)
class Entry:
    """One thing that a record tells, of what kind it is, and where its words stand in the text."""

    kind: str
    told: Told
    place: Span

    @property
    def code(self) -> str:
        """The code of what a person judges or is shown; empty for anything else."""
        return self.told.code if isinstance(self.told, Judgement | ShownCondition) else ""

    def holds(self, offset: int) -> bool:
        """Return whether the words that stand at an offset are those of this entry."""
        return self.place.start <= offset < self.place.end


def tell_all(
    rules: Qualifications, conditions: Iterable[ShownCondition] = (), early_filing: EarlyFiling | None = None
) -> tuple[tuple[str, Told], ...]:
    """Return everything that a record tells of its qualifications, each with its kind."""
    told: list[tuple[str, Told]] = [(_kind_of(rule), rule) for rule in rules.requirements]
    told += [(ALLOWED, one) for one in rules.substitutions]
    told += [(SHOWN, one) for one in conditions]
    return (*told, (ALLOWED, early_filing)) if early_filing else tuple(told)


def _kind_of(rule: Requirement) -> str:
    if isinstance(rule, Judgement):
        return PERSON if rule.code in _OF_PERSONS else JUDGED
    return rule.kind


def find_entries(text: str, told: Iterable[tuple[str, Told]]) -> tuple[Entry, ...]:
    """Return the entries whose words stand in a plain text; one that is said several times, several times.

    Words that stand in those of a longer requirement are left to that one, if they stand elsewhere too.
    So many as ``MOST_ENTRIES`` are returned where there are as many or more: the work is bound.
    """
    found = tuple(islice(_all_entries(text, told), MOST_ENTRIES))
    return found if len(found) == MOST_ENTRIES else _left_to_longer(found)


def find_in_each(texts: Sequence[str], told: Iterable[tuple[str, Told]]) -> tuple[tuple[Entry, ...], ...]:
    """Return the entries of each of several plain texts, as ``find_entries`` does; they are looked through once."""
    starts = tuple(accumulate((len(one) + len(_BORDER) for one in texts), initial=0))
    found: tuple[list[Entry], ...] = tuple([] for _ in texts)
    for entry in islice(_all_entries(_BORDER.join(texts), told), MOST_ENTRIES):
        number = bisect_right(starts, entry.place.start) - 1
        place = Span(entry.place.start - starts[number], entry.place.end - starts[number])
        found[number].append(replace(entry, place=place))
    return tuple(_left_to_longer(tuple(one)) for one in found)


def _left_to_longer(found: Sequence[Entry]) -> tuple[Entry, ...]:
    inner = _inner_places(found)
    elsewhere = {id(one.told) for one in found if one.place not in inner}
    return tuple(one for one in found if one.place not in inner or id(one.told) not in elsewhere)


def _inner_places(found: Iterable[Entry]) -> frozenset[Span]:
    """Return the places that lie within the longer place of a requirement."""
    places = {one.place: False for one in found} | {
        one.place: True for one in found if one.kind not in {ALLOWED, SHOWN}
    }
    inner, reached = set[Span](), -1
    for place in sorted(places, key=lambda one: (one.start, -one.end)):
        if place.end <= reached:
            inner.add(place)
        if places[place]:
            reached = max(reached, place.end)
    return frozenset(inner)


def _all_entries(text: str, told: Iterable[tuple[str, Told]]) -> Iterator[Entry]:
    for kind, one in told:
        quote = plain(one.source.quote or "")
        places = tuple(islice(_places_of(quote, text), MOST_ENTRIES)) if quote else ()
        yield from (Entry(kind, one, place) for place in places)
        if isinstance(one, Experience) and one.within:
            starts = [place.start for place in places]
            yield from (
                Entry(kind, one, own) for own in _parts_of_their_own(one, text) if not _is_in(own, starts, places)
            )


def _is_in(own: Span, starts: Sequence[int], places: Sequence[Span]) -> bool:
    number = bisect_right(starts, own.start) - 1
    return number >= 0 and own.start < places[number].end


def _places_of(words: str, text: str) -> Iterator[Span]:
    start = text.find(words)
    while start >= 0:
        yield Span(start, start + len(words))
        start = text.find(words, start + len(words))


def _parts_of_their_own(part: Experience, text: str) -> Iterator[Span]:
    """Yield the sentence of a part that stands behind the service it is a part of, the first of each text."""
    words, begin = plain(part.what), 0
    for each in text.split(_BORDER):
        start = each.find(words) if words else -1
        if start >= 0:
            sentence = each.rfind(". ", 0, start)
            yield Span(begin + (sentence + 2 if sentence >= 0 else 0), begin + start + len(words))
        begin += len(each) + len(_BORDER)
