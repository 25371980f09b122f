"""What a class is called: its title with code, grade, and how much of its record there is."""

from collections.abc import Collection

from ladder.catalog.catalog import Catalog
from ladder.specification import ClassSpecification, Completeness, Pay
from ladder.telling.messages import say
from ladder.telling.parts import Part


def class_part(catalog: Catalog, class_id: str) -> Part:
    """Return the part of a sentence that names a class: title, code and grade."""
    return Part(name_class(catalog, class_id), class_id)


def name_class(catalog: Catalog, class_id: str) -> str:
    """Return title, code and grade: ``Customer Service Specialist (0442, grade I)``."""
    spec = catalog.classes[class_id]
    marks = marks_of(catalog, spec)
    return say("class.name", title=spec.title, marks=", ".join(marks)) if marks else spec.title


def marks_of(catalog: Catalog, spec: ClassSpecification) -> tuple[str, ...]:
    """Return what stands beside a title: code, grade, and how much of the record is there."""
    found = [
        spec.code,
        spell_grade_of(catalog, spec),
        say("class.program") if spec.is_programme else None,
    ]
    if spec.completeness is not Completeness.WHOLE:
        found.append(spell_completeness(spec.completeness))
    return tuple(filter(None, found))


def spell_completeness(completeness: Completeness) -> str:
    """Return in few words how much of a record there is."""
    return say(f"completeness.{completeness.value}")


def spell_grade_of(catalog: Catalog, spec: ClassSpecification) -> str:
    """Return the grade of a class as its jurisdiction speaks of it; '' where none is known."""
    if not (spec.pay and spec.pay.is_graded):
        return ""
    return _spell_grade(spec.pay, catalog.jurisdiction_of(spec.class_id).grades_lowest_first)


def _spell_grade(pay: Pay, listed: Collection[str]) -> str:
    """Return the grade as its jurisdiction speaks of it, which lists some."""
    if pay.grade in listed:
        return say("class.grade", grade=pay.grade)
    return say("class.plan_grade", plan=pay.plan, grade=pay.grade)


def count_classes(count: int) -> str:
    """Return a number of classes: ``1 class``, ``24 classes``."""
    return say("classes.one") if count == 1 else say("classes.several", count=f"{count:,}")
