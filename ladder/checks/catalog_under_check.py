"""What the rules look at: the records that could be read, the faults of the others, the notes of reading."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeVar

from ladder.catalog.catalog import Catalog, CatalogRecord
from ladder.catalog.files import FilesRead
from ladder.catalog.jurisdictions import Jurisdiction
from ladder.catalog.mentions import find_mentions
from ladder.errors import Fault
from ladder.record_files import LocatedRecord
from ladder.service_time import Month
from ladder.sources import Note
from ladder.specification import ClassSpecification, Completeness
from ladder.titles import fold_title

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")

LocatedClass = LocatedRecord[ClassSpecification]
LocatedJurisdiction = LocatedRecord[Jurisdiction]


class DocumentNotes(NamedTuple):
    """What was noted while one document was read, and the classes that it became."""

    file: str
    classes: tuple[str, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class CatalogUnderCheck:
    """Records that need not fit together, faults of files, notes of reading, and the month of the check.

    Where it ``is_whole``, a class that is not among the records is nowhere; a single
    record file is not whole.
    """

    files: FilesRead
    as_of: Month
    documents: tuple[DocumentNotes, ...] = ()
    is_whole: bool = True

    @property
    def classes(self) -> tuple[LocatedClass, ...]:
        """Every class that could be read, one given twice both times."""
        return self.files.classes

    @property
    def jurisdictions(self) -> tuple[LocatedJurisdiction, ...]:
        """Every jurisdiction that could be read."""
        return self.files.jurisdictions

    @property
    def faults(self) -> tuple[Fault, ...]:
        """The faults of files, in order of file and line."""
        return self.files.faults

    @cached_property
    def catalog(self) -> Catalog:
        """The catalog of these records; of two with one id the first one read stands."""
        classes = {located.record.class_id: located.record for located in reversed(self.classes)}
        jurisdictions = {one.record.id: one.record for one in reversed(self.jurisdictions)}
        record = CatalogRecord(
            jurisdictions=tuple(jurisdictions.values()), classes=tuple(classes[one] for one in sorted(classes))
        )
        return Catalog(record)

    @cached_property
    def owners(self) -> Mapping[str, LocatedClass | LocatedJurisdiction]:
        """Class and jurisdiction records by their ids; class ids alone hold a slash."""
        found: dict[str, LocatedClass | LocatedJurisdiction] = {
            one.record.id: one for one in reversed(self.jurisdictions)
        }
        return found | {one.record.class_id: one for one in reversed(self.classes)}

    @cached_property
    def described(self) -> tuple[ClassSpecification, ...]:
        """The classes with a specification of their own, whole or in part, in order of id."""
        return tuple(spec for spec in self.catalog.classes.values() if is_described(spec))

    @cached_property
    def only_named(self) -> tuple[ClassSpecification, ...]:
        """The classes that others name and no document describes, in order of id."""
        return tuple(spec for spec in self.catalog.classes.values() if not is_described(spec))

    @cached_property
    def by_title(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """Described classes by jurisdiction and folded title, aliases of both kinds included."""
        pairs = [
            ((spec.jurisdiction, fold_title(title)), spec.class_id)
            for spec in self.described
            for title in (spec.title, *(alias.title for alias in spec.aliases if alias.title))
        ]
        described = {spec.class_id for spec in self.described}
        for one in self.catalog.jurisdictions.values():
            known = [alias for alias in one.title_aliases if alias.class_id in described]
            pairs += [((one.id, fold_title(alias.title)), alias.class_id) for alias in known]
        return {key: tuple(dict.fromkeys(ids)) for key, ids in group_by(pairs).items()}

    @cached_property
    def by_jurisdiction(self) -> Mapping[str, tuple[ClassSpecification, ...]]:
        """Described classes by jurisdiction, in order of id."""
        return group_by((spec.jurisdiction, spec) for spec in self.described)

    @cached_property
    def mentions(self) -> Mapping[str, tuple[str, ...]]:
        """For each class that is named somewhere, the ids of classes and jurisdictions that name it."""
        pairs = [
            (named.class_id, spec.class_id) for spec in self.catalog.classes.values() for named in find_mentions(spec)
        ]
        for one in self.catalog.jurisdictions.values():
            pairs += [(alias.class_id, one.id) for alias in one.title_aliases]
            pairs += [(ruling.class_id, one.id) for ruling in one.rulings]
        return group_by(pairs)

    def name_of(self, class_id: str) -> str:
        """Return the title of a class with its id; the bare id where it is nowhere."""
        spec = self.catalog.classes.get(class_id)
        return f"{spec.title} ({class_id})" if spec else class_id


def is_described(spec: ClassSpecification) -> bool:
    """Return whether a document describes the class, so that its record holds requirements."""
    return spec.completeness is not Completeness.NAMED_ONLY


def group_by(pairs: Iterable[tuple[Key, Value]]) -> Mapping[Key, tuple[Value, ...]]:
    """Return the values of each key, in the order given."""
    found: dict[Key, list[Value]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}
