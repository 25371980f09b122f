"""What a record tells of a text, each entry with the words it stands on and their place in the text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ladder.qualifications import Experience, Judgement, Qualifications, Requirement, Substitution
from ladder.reading.passages import Span
from ladder.specification import EarlyFiling, ShownCondition

Told = Requirement | Substitution | ShownCondition | EarlyFiling
ALLOWED = "allowed"
SHOWN = "shown"
JUDGED = "judged"
PERSON = "person"
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
    """
    found = tuple(_all_entries(text, told))
    return tuple(one for one in found if not (_is_in_another(one, found) and _stands_elsewhere(one, found)))


def _all_entries(text: str, told: Iterable[tuple[str, Told]]) -> Iterator[Entry]:
    for kind, one in told:
        quote = plain(one.source.quote or "")
        places = tuple(_places_of(quote, text)) if quote else ()
        yield from (Entry(kind, one, place) for place in places)
        if isinstance(one, Experience) and one.within:
            own = _part_of_its_own(one, text)
            if own is not None and not any(place.start <= own.start < place.end for place in places):
                yield Entry(kind, one, own)


def _places_of(words: str, text: str) -> Iterator[Span]:
    start = text.find(words)
    while start >= 0:
        yield Span(start, start + len(words))
        start = text.find(words, start + len(words))


def _is_in_another(entry: Entry, found: Iterable[Entry]) -> bool:
    start, end = entry.place
    return any(
        one.place.start <= start and end <= one.place.end and one.place != entry.place
        for one in found
        if one.kind not in {ALLOWED, SHOWN}
    )


def _stands_elsewhere(entry: Entry, found: Iterable[Entry]) -> bool:
    others = [one for one in found if one.told is entry.told and one.place != entry.place]
    return any(not _is_in_another(one, found) for one in others)


def _part_of_its_own(part: Experience, text: str) -> Span | None:
    """Return the sentence of a part that stands behind the service it is a part of."""
    words = plain(part.what)
    start = text.find(words)
    before = text.rfind(". ", 0, max(0, start))
    return Span(before + 2 if before >= 0 else 0, start + len(words)) if start >= 0 else None
