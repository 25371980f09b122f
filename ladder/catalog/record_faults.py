"""Faults between the records of a catalog: what no single record can show."""

from collections.abc import Iterable, Iterator, Sequence

from ladder.catalog.jurisdictions import Jurisdiction
from ladder.catalog.mentions import find_mentions
from ladder.errors import Fault, FaultKind
from ladder.record_files import LocatedRecord, Place
from ladder.requirement_references import class_referred_to, requirement_referred_to
from ladder.specification import ClassSpecification

Classes = Sequence[LocatedRecord[ClassSpecification]]
Jurisdictions = Sequence[LocatedRecord[Jurisdiction]]
Located = LocatedRecord[ClassSpecification] | LocatedRecord[Jurisdiction]

_SUGGESTIONS = 3
_LONGEST_ID = 200
"""Characters that ids are compared by: comparing takes the square of them."""


def find_faults(
    classes: Classes, jurisdictions: Jurisdictions, *, unread: frozenset[str] = frozenset()
) -> tuple[Fault, ...]:
    """Return the faults between the records, in no order.

    ``unread`` are ids of classes whose files could not be read: naming them is no
    further fault. An empty catalog has none.
    """
    return (
        *_repeated_classes(classes),
        *_repeated_jurisdictions(jurisdictions),
        *_codes_of_others(classes),
        *_classes_nowhere(classes, jurisdictions, unread),
        *_requirements_nowhere(classes, jurisdictions),
    )


def find_misplaced(classes: Classes, jurisdiction: str) -> tuple[Fault, ...]:
    """Return a fault for each class that is not of the jurisdiction whose folder holds it."""
    return tuple(
        located.fault(
            ("jurisdiction",),
            what=f"the class is of {located.record.jurisdiction}, but the folder is that of {jurisdiction}",
            try_this="move the file, or correct the jurisdiction",
            kind=FaultKind.CLASS_MISPLACED,
        )
        for located in classes
        if located.record.jurisdiction != jurisdiction
    )


def _repeated_classes(classes: Classes) -> Iterator[Fault]:
    first: dict[str, LocatedRecord[ClassSpecification]] = {}
    for located in classes:
        spec = located.record
        other = first.setdefault(spec.class_id.casefold(), located)
        if other is not located:
            place: Place = ("code",) if spec.code else ("slug",)
            what = f"the class {spec.class_id} is given twice; the first is {_where(other, place, other.record.title)}"
            same = spec.class_id == other.record.class_id
            kind = FaultKind.CODE_DUPLICATE if same else FaultKind.CODE_DUPLICATE_BY_CASE
            yield located.fault(place, what=what, try_this="keep one of the two", kind=kind)


def _repeated_jurisdictions(jurisdictions: Jurisdictions) -> Iterator[Fault]:
    first: dict[str, LocatedRecord[Jurisdiction]] = {}
    for located in jurisdictions:
        other = first.setdefault(located.record.id, located)
        if other is not located:
            where = _where(other, ("id",), other.record.name)
            what = f"the jurisdiction {located.record.id} is given twice; the first is {where}"
            kind = FaultKind.JURISDICTION_DUPLICATE
            yield located.fault(("id",), what=what, try_this="keep one of the two", kind=kind)


def _where(located: Located, place: Place, title: str) -> str:
    if not located.tree.line_of:
        return f"{located.name} ({title})"
    return f"{located.file}:{located.tree.line_near(place)}"


def _codes_of_others(classes: Classes) -> Iterator[Fault]:
    owners = {located.record.class_id.casefold(): located.record for located in classes}
    for located in classes:
        for number, alias in enumerate(located.record.aliases):
            owner = owners.get(f"{located.record.jurisdiction}/{alias.code}".casefold()) if alias.code else None
            if owner is not None:
                what = f"the alias {alias.code} is also the code of {owner.class_id} ({owner.title})"
                place, remedy = ("aliases", number, "code"), "take out the alias, or the class"
                yield located.fault(place, what=what, try_this=remedy, kind=FaultKind.ALIAS_IS_A_CODE)


def _classes_nowhere(classes: Classes, jurisdictions: Jurisdictions, unread: frozenset[str]) -> Iterator[Fault]:
    known = {located.record.class_id for located in classes}
    for located in classes:
        for mention in find_mentions(located.record):
            if mention.class_id not in known and mention.class_id not in unread:
                yield _nowhere(located, mention.place, mention.class_id, known)
    for one in jurisdictions:
        for place, class_id in find_mentions_of_jurisdiction(one.record):
            if class_id not in known and class_id not in unread:
                yield _nowhere(one, place, class_id, known)


def _nowhere(
    located: Located,
    place: Place,
    class_id: str,
    known: Iterable[str],
) -> Fault:
    from difflib import get_close_matches  # noqa: PLC0415 - needed for a fault only

    near = get_close_matches(class_id[:_LONGEST_ID], sorted(known), n=_SUGGESTIONS)
    remedy = f"did you mean {' or '.join(near)}?" if near else "write a record for it, of completeness named-only"
    what = f"the class {class_id} is nowhere in the catalog"
    return located.fault(place, what=what, try_this=remedy, kind=FaultKind.REFERENCE_DANGLING)


def find_mentions_of_jurisdiction(jurisdiction: Jurisdiction) -> Iterator[tuple[Place, str]]:
    """Yield the classes that a jurisdiction's aliases and rulings name, each with its place in the record."""
    for number, alias in enumerate(jurisdiction.title_aliases):
        yield ("title_aliases", number, "class"), alias.class_id
    for number, ruling in enumerate(jurisdiction.rulings):
        yield ("rulings", number, "class"), ruling.class_id
        for place, requirement in enumerate(ruling.counts_toward):
            yield ("rulings", number, "counts_toward", place), class_referred_to(requirement)


def _requirements_nowhere(classes: Classes, jurisdictions: Jurisdictions) -> Iterator[Fault]:
    rules = {located.record.class_id: _requirement_ids(located.record) for located in classes}
    for one in jurisdictions:
        for number, ruling in enumerate(one.record.rulings):
            for place, reference in enumerate(ruling.counts_toward):
                class_id, requirement = class_referred_to(reference), requirement_referred_to(reference)
                known = rules.get(class_id)
                if known is not None and requirement not in known:
                    what = f"the class {class_id} has no requirement {requirement!r}"
                    remedy = f"it has {', '.join(known)}" if known else "its record holds no requirement at all"
                    at, kind = ("rulings", number, "counts_toward", place), FaultKind.RULING_NOWHERE
                    yield one.fault(at, what=what, try_this=remedy, kind=kind)


def _requirement_ids(spec: ClassSpecification) -> tuple[str, ...]:
    return tuple(rule.id for rule in spec.qualifications.requirements) if spec.qualifications else ()
