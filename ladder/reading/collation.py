"""Many readings together: titles resolved to classes, named-only classes made, duplicates set aside.

A title is linked only where it is exactly that of one class after folding, or an alias;
what is near is suggested in a note. Of several documents with one code the newest is kept,
and the first read where their dates do not tell; the others are set aside, and both sides
name each other in a note.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from ladder.catalog.catalog import Catalog
from ladder.qualifications import Programme, ProgrammeSubstitution
from ladder.reading.named_classes import (
    KnownTitles,
    fold_class_title,
    has_pay_grade,
    know_titles,
    make_slug,
    without_pay_grade,
)
from ladder.reading.readings import Reading, draw_steps
from ladder.record_files.located_records import print_tree
from ladder.records import tree_of, validate_json
from ladder.sources import Note, Severity, Source
from ladder.specification import ClassSpecification, Completeness

_NAMING = ("class", "programme")
"""The fields of a record that hold the id of a class."""

_LONGEST_TITLE = 400
"""Characters of the longest title that a record holds."""


@dataclass(frozen=True)
class Collation:
    """Readings that fit together, classes that are only named, and readings set aside."""

    readings: tuple[Reading, ...]
    named_only: tuple[ClassSpecification, ...]
    set_aside: tuple[Reading, ...]

    @property
    def classes(self) -> tuple[ClassSpecification, ...]:
        """The records of a catalog: those read, then those only named."""
        return (*(one.record for one in self.readings if one.record), *self.named_only)


def collate(readings: Sequence[Reading], known: Catalog | None = None) -> Collation:
    """Return the readings with every title resolved that is known, in the order they came.

    ``known`` is a catalog whose classes and aliases of titles count as known besides.
    """
    kept, set_aside = _without_repeats(readings)
    titles = {name: _titles_of(name, kept, known) for name in _jurisdictions_of(kept)}
    naming = {name: _Naming(one) for name, one in titles.items()}
    owners = {(one.record.jurisdiction, one.record.code): one.record for one in kept if one.record}
    resolved = tuple(_resolved(one, naming, owners) for one in kept)
    named_only = tuple(spec for one in naming.values() for spec in one.named_only())
    return Collation(resolved, named_only, set_aside)


def _without_repeats(readings: Sequence[Reading]) -> tuple[tuple[Reading, ...], tuple[Reading, ...]]:
    of_class: dict[str, list[Reading]] = {}
    for one in readings:
        if one.record:
            of_class.setdefault(one.record.class_id.casefold(), []).append(one)
    newest = {class_id: _newest(several) for class_id, several in of_class.items()}
    kept, set_aside = [], []
    for one in readings:
        rivals = of_class[one.record.class_id.casefold()] if one.record else [one]
        stays = newest[one.record.class_id.casefold()] if one.record else one
        if one is stays:
            kept.append(_told_of(one, [rival for rival in rivals if rival is not one]))
        else:
            set_aside.append(_set_aside(one, stays))
    return tuple(kept), tuple(set_aside)


def _newest(readings: Sequence[Reading]) -> Reading:
    """Return the reading with the latest date; the first where dates are equal or missing."""
    newest = readings[0]
    for one in readings[1:]:
        if _is_newer(_date_of(one), _date_of(newest)):
            newest = one
    return newest


def _date_of(reading: Reading) -> str:
    """Return the latest date that a document prints of itself, empty without one."""
    dates = reading.record.dates if reading.record else None
    return max(dates.effective or "", dates.revised or "", dates.established or "") if dates else ""


def _is_newer(date: str, other: str) -> bool:
    """Return whether a date is later than another, a month standing before no day of its own."""
    length = min(len(date), len(other))
    return bool(length) and date[:length] > other[:length]


def _told_of(reading: Reading, others: Iterable[Reading]) -> Reading:
    """Return the reading that stays, with a note on each that is set aside for it."""
    notes = tuple(
        Note("OTHER_SET_ASIDE", Severity.INFO, 0, f"{_named(one)} specifies the same class and is set aside")
        for one in others
    )
    return replace(reading, notes=(*reading.notes, *notes)) if notes else reading


def _set_aside(reading: Reading, stays: Reading) -> Reading:
    is_older = _is_newer(_date_of(stays), _date_of(reading))
    why = "which is newer" if is_older else "and no date tells which is newer"
    class_id = reading.record.class_id if reading.record else ""
    text = f"{class_id} is read from {_named(stays)}, {why}; this document is set aside"
    return replace(reading, notes=(*reading.notes, Note("DUPLICATE_CODE", Severity.ERROR, 0, text)))


def _named(reading: Reading) -> str:
    date = _date_of(reading)
    return f"{reading.document.name} of {date}" if date else reading.document.name


def _jurisdictions_of(readings: Iterable[Reading]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.jurisdiction for one in readings if one.jurisdiction))


def _titles_of(name: str, readings: Iterable[Reading], known: Catalog | None) -> KnownTitles:
    own = [one for one in readings if one.jurisdiction == name]
    specs = [one.record for one in own if one.record]
    titles = [pair for spec in specs for pair in _titles_of_class(spec)]
    if known is not None:
        titles += _titles_known(name, known)
    return know_titles(titles, numerals_are_pay_grades=any(one.numerals_are_pay_grades for one in own))


def _titles_known(name: str, known: Catalog) -> list[tuple[str, str]]:
    specs = [spec for spec in known.classes.values() if spec.jurisdiction == name]
    jurisdiction = known.jurisdictions.get(name)
    aliases = jurisdiction.title_aliases if jurisdiction else ()
    return [
        *(pair for spec in specs for pair in _titles_of_class(spec)),
        *((alias.title, alias.class_id) for alias in aliases),
    ]


def _titles_of_class(spec: ClassSpecification) -> Iterator[tuple[str, str]]:
    yield spec.title, spec.class_id
    yield from ((alias.title, spec.class_id) for alias in spec.aliases if alias.title)


class _Naming:
    """The classes that one jurisdiction's documents name: resolved, or given one id a title."""

    def __init__(self, titles: KnownTitles) -> None:
        self._titles = titles
        self._only_named: dict[str, ClassSpecification] = {}

    def class_of(self, title: str, reading: Reading) -> tuple[str, Note | None]:
        """Return the id of the class that a title stands for, and a note where it is only named."""
        found = self._titles.resolve(title)
        if found.class_id is not None:
            return found.class_id, None
        spec = self._name(title, reading)
        if found.is_ambiguous:
            return spec.class_id, _note("AMBIGUOUS_TITLE", f"{title}: more than one class is called so", found.may_mean)
        near = self._titles.find_near(title)
        return spec.class_id, _note("NEAR_TITLE", f"{title}: no class is called so; near", near) if near else None

    def named_only(self) -> tuple[ClassSpecification, ...]:
        """Return the records of the classes that are only named, in order of id."""
        return tuple(sorted(self._only_named.values(), key=lambda spec: spec.class_id))

    def _name(self, title: str, reading: Reading) -> ClassSpecification:
        folded = fold_class_title(title)
        bare = without_pay_grade(folded) if self._titles.numerals_are_pay_grades else folded
        if bare not in self._only_named:
            self._only_named[bare] = _named_only(title if bare == folded else title.rpartition(" ")[0], reading)
        return self._only_named[bare]


def _named_only(title: str, reading: Reading) -> ClassSpecification:
    slug = make_slug(title)
    class_id = f"{reading.jurisdiction or ''}/{slug}"
    return ClassSpecification(
        jurisdiction=reading.jurisdiction or "",
        slug=slug,
        title=_cut(title),
        is_programme=class_id in _programmes_of(reading),
        completeness=Completeness.NAMED_ONLY,
        source=next(_sources_of(class_id, title, reading)),
    )


def _cut(title: str) -> str:
    """Return a title that a record can hold; words of more than its length are no title, and end in dots."""
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 3]}..."


def _sources_of(class_id: str, title: str, reading: Reading) -> Iterator[Source]:
    """Yield the passages that name a class: of a step, of a superior, else where reading begins."""
    yield from (step.source for step in reading.steps if step.from_title.startswith(title))
    superiors = reading.record.superiors if reading.record else ()
    yield from (one.source for one in superiors if one.class_id == class_id)
    yield reading.document.cite("Named", *(claim.span for claim in reading.claims[:1]), quoted=False)


def _programmes_of(reading: Reading) -> frozenset[str]:
    """Return the ids of what the minimum qualifications name as a training programme."""
    rules = reading.record.qualifications if reading.record else None
    asked = (*rules.requirements, *rules.substitutions) if rules else ()
    return frozenset(one.programme for one in asked if isinstance(one, Programme | ProgrammeSubstitution))


def _note(code: str, text: str, classes: Iterable[str]) -> Note:
    return Note(code, Severity.INFO, 0, f"{text}: {', '.join(classes)}")


_Owners = Mapping[tuple[str, str | None], ClassSpecification]
"""The classes of the documents by jurisdiction and code."""


def _note_codes(reading: Reading, ids: Mapping[str, str], owners: _Owners) -> Iterator[Note]:
    """Yield a note where the code printed with a title is another class's; the title is the link."""
    for old, code in reading.codes.items():
        owner = owners.get((reading.jurisdiction or "", code))
        title = reading.printed.get(old, "")
        if owner is not None and old in ids and fold_class_title(owner.title) != fold_class_title(title):
            text = f"{title} is given the code {code}, which is that of {owner.title}"
            yield Note("CODE_OF_ANOTHER", Severity.WARNING, 0, text)


def _resolved(reading: Reading, naming: Mapping[str, _Naming], owners: _Owners) -> Reading:
    if reading.record is None or reading.jurisdiction is None or not reading.printed:
        return reading
    tree = tree_of(reading.record, with_defaults=True)
    named = frozenset(_ids_in(tree))
    titles = {old: title for old, title in reading.printed.items() if old in named}
    found = {old: naming[reading.jurisdiction].class_of(title, reading) for old, title in titles.items()}
    ids = {old: class_id for old, (class_id, _) in found.items()}
    notes = tuple(note for _, note in found.values() if note)
    printed = _printed_as(((ids[old], title) for old, title in titles.items()), graded=reading.numerals_are_pay_grades)
    record = _with_ids(tree, ids)
    return replace(
        reading,
        record=record,
        printed=MappingProxyType(printed),
        steps=tuple(draw_steps(record, printed)),
        notes=(*reading.notes, *notes, *_note_codes(reading, ids, owners)),
    )


def _printed_as(named: Iterable[tuple[str, str]], *, graded: bool) -> dict[str, str]:
    """Return each class's title as first printed; without its pay grade where it is printed with another or none."""
    printed: dict[str, str] = {}
    for class_id, title in named:
        first = printed.setdefault(class_id, title)
        if graded and has_pay_grade(first) and fold_class_title(title) != fold_class_title(first):
            printed[class_id] = first.rpartition(" ")[0]
    return printed


def _with_ids(tree: dict[str, object], ids: Mapping[str, str]) -> ClassSpecification:
    """Return the record of a tree with each class it names under its new id; ids not given stay."""
    renamed = {name: _renamed(tree[name], ids) for name in ("qualifications", "superiors", "trainee_targets")}
    return validate_json(ClassSpecification, print_tree({**tree, **renamed}))


def _ids_in(tree: object) -> Iterator[str]:
    """Yield every id of a class or programme that a record names."""
    if isinstance(tree, dict):
        yield from (value for name, value in tree.items() if name in _NAMING and isinstance(value, str))
    below = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
    for value in below:
        if isinstance(value, dict | list | tuple):
            yield from _ids_in(value)


def _renamed(tree: object, ids: Mapping[str, str]) -> object:
    if isinstance(tree, dict):
        return {
            name: ids.get(value, value) if name in _NAMING and isinstance(value, str) else _renamed(value, ids)
            for name, value in tree.items()
        }
    if isinstance(tree, list):
        return _each_once([_renamed(value, ids) for value in tree])
    return tree


def _each_once(values: list[object]) -> list[object]:
    """Return the values without a class that stands among them before, under another printed title."""
    seen: list[object] = []
    for value in values:
        same = isinstance(value, dict) and "class" in value and value in seen
        if not same:
            seen.append(value)
    return seen
