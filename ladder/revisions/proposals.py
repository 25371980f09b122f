"""What may be changed to see what it would do: as a file says it, and as the words of an option do."""

from collections.abc import Iterable
from dataclasses import field, replace
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.errors import BadCallError, shorten
from ladder.field_limits import Limits, ToldApartBy
from ladder.figures import read_whole_number
from ladder.qualifications import Months, Substitution
from ladder.record_files import read_record, read_text_file
from ladder.records import Record, record
from ladder.requirement_references import class_referred_to, reference_to, requirement_referred_to
from ladder.revisions.differences import substitution_name
from ladder.sources import Words
from ladder.specification import ClassSpecification

MOST_MONTHS = 1200
"""Months that a requirement may ask (``ladder.qualifications.Months``)."""


@record
class SetMonths(Record):
    """A requirement asks another number of months: ``us-nd/0444#special``, or a service that stands for one."""

    kind: Literal["set"] = "set"
    requirement: Words
    months: Months


@record
class TakeOut(Record):
    """A requirement is asked no more, or something no longer counts instead of one."""

    kind: Literal["drop"] = "drop"
    requirement: Words


@record
class AddSubstitution(Record):
    """Something more counts instead of a requirement of a class; one of the same name is replaced."""

    kind: Literal["substitution"] = "substitution"
    class_text: Words = field(metadata={"alias": "class"})
    substitution: Substitution


@record
class MergeClass(Record):
    """A class becomes part of another: who holds it holds the other, and texts that name it mean the other."""

    kind: Literal["merge"] = "merge"
    class_text: Words = field(metadata={"alias": "class"})
    into: Words


@record
class AbolishClass(Record):
    """Nobody enters a class any more; service in it counts on where rules name it."""

    kind: Literal["abolish"] = "abolish"
    class_text: Words = field(metadata={"alias": "class"})


@record
class AddClass(Record):
    """A new class, as a file of a catalog describes it."""

    kind: Literal["new_class"] = "new_class"
    record: ClassSpecification


Change = SetMonths | TakeOut | AddSubstitution | MergeClass | AbolishClass | AddClass


@record
class ChangesFile(Record):
    """Changes to look at, each alone and all together, in this order."""

    changes: Annotated[
        tuple[Annotated[Change, ToldApartBy("kind")], ...],
        Limits(max_length=50),
    ]


def read_changes(path: Path) -> tuple[Change, ...]:
    """Return the changes of a file, YAML or JSON; their classes are not looked up yet.

    Raises:
        BadFileError: the file cannot be read, or has faults; all are named.

    """
    return read_record(ChangesFile, read_text_file(path), file=path).changes


def read_setting(text: str) -> SetMonths:
    """Return the change of ``CLASS#REQ=MONTHS``.

    Raises:
        BadCallError: it is not written so.

    """
    reference, _, months = text.rpartition("=")
    number = read_whole_number(months.strip())
    if "#" not in reference or number is None or number > MOST_MONTHS:
        what = f"{shorten(text)!r} sets no months of a requirement"
        raise BadCallError(what=what, try_this="write CLASS#REQUIREMENT=MONTHS, such as us-nd/0444#special=6")
    return SetMonths(requirement=reference.strip(), months=number)


def read_taking_out(text: str) -> TakeOut:
    """Return the change of ``CLASS#REQ``.

    Raises:
        BadCallError: it is not written so.

    """
    if "#" not in text:
        what = f"{shorten(text)!r} names no requirement"
        raise BadCallError(what=what, try_this="write CLASS#REQUIREMENT, such as us-nd/0444#special")
    return TakeOut(requirement=text.strip())


def read_all(
    file: Path | None, settings: Iterable[str], taken_out: Iterable[str], catalog: Catalog
) -> tuple[Change, ...]:
    """Return the changes of a file, then those in words, ``CLASS#REQ=MONTHS`` and ``CLASS#REQ``, by ids.

    Raises:
        LadderError: there is none, a class or requirement is not there, or the file has faults.

    """
    listed = read_changes(file) if file is not None else ()
    given = (*listed, *map(read_setting, settings), *map(read_taking_out, taken_out))
    if not given and file is None:
        what = "nothing is changed"
        raise BadCallError(what=what, try_this="give --set CLASS#REQ=MONTHS, --drop CLASS#REQ, or a file of changes")
    return Names(catalog).found(given)


class Names(NamedTuple):
    """The names that changes may use: classes by id, code or title, requirements as their class calls them."""

    catalog: Catalog

    def found(self, changes: Iterable[Change]) -> tuple[Change, ...]:
        """Return the changes with every class by its id.

        A class that one of them adds is known to those after it.

        Raises:
            LadderError: there is no such class or requirement; the near ones are named.

        """
        names, found = self, []
        for one in changes:
            found.append(names.one(one))
            if isinstance(one, AddClass):
                known = names.catalog.record
                names = Names(Catalog(replace(known, classes=(*known.classes, one.record))))
        return tuple(found)

    def one(self, change: Change) -> Change:
        """Return one change with its classes by their ids."""
        match change:
            case SetMonths() | TakeOut():
                return replace(change, requirement=self._reference(change.requirement))
            case MergeClass():
                return self._merging(change)
            case AddSubstitution() | AbolishClass():
                return replace(change, class_text=self._id(change.class_text))
        if change.record.class_id in self.catalog.classes:
            what = f"the class {change.record.class_id} is there already"
            raise BadCallError(what=what, try_this="give the new class another code")
        return change

    def _id(self, text: str) -> str:
        return self.catalog.find_class(text).class_id

    def _merging(self, change: MergeClass) -> MergeClass:
        gone, into = self._id(change.class_text), self._id(change.into)
        if gone == into:
            raise BadCallError(what="a class is merged into itself", try_this="name another class")
        return replace(change, class_text=gone, into=into)

    def _reference(self, text: str) -> str:
        spec = self.catalog.find_class(class_referred_to(text).strip())
        name, known = requirement_referred_to(text).strip(), requirement_names(spec)
        if name not in known:
            what = f"{spec.title} ({spec.class_id}) has no requirement {shorten(name)!r}"
            told = f"it has {', '.join(known)}" if known else "its rules are not in the data"
            raise BadCallError(what=what, try_this=told)
        return reference_to(spec.class_id, name)


def requirement_names(spec: ClassSpecification) -> tuple[str, ...]:
    """Return what of a class may be taken out: its requirements, then what counts instead of them."""
    rules = spec.qualifications
    if rules is None:
        return ()
    named = (*(rule.id for rule in rules.requirements), *map(substitution_name, rules.substitutions))
    return tuple(dict.fromkeys(named))
