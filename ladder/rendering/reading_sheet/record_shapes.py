"""The shapes that a record may give to what a person settles; what stands in capitals is for them to fill in.

A blank that is left as it is keeps the file from loading, so that no figure comes from here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import count
from types import MappingProxyType
from typing import Any

MONTHS, HOURS, MOST, LEVEL, CLASS = "MONTHS", "HOURS", "MOST_MONTHS", "LEVEL", "CLASS_ID"


@dataclass(frozen=True, slots=True)
class Shape:
    """Fields that a record gives to one kind of thing: when it is the right one, the fields in order, those to fill in.

    A field without a value is taken from what is known of the place.
    """

    when: str
    order: Mapping[str, Any]
    blanks: tuple[str, ...] = ()

    def fields(self, known: Mapping[str, str]) -> dict[str, Any]:
        """Return the fields in order, with what is known of the place."""
        return {name: known[value[1:]] if _is_known(value) else value for name, value in self.order.items()}


def _is_known(value: object) -> bool:
    return isinstance(value, str) and value.startswith("=")


ASKED = (
    Shape(
        "sheet.when.service",
        MappingProxyType({"kind": "experience", "id": "=id", "months": MONTHS, "what": "=what"}),
        (MONTHS,),
    ),
    Shape(
        "sheet.when.school",
        MappingProxyType({"kind": "education", "id": "=id", "what": "=what", "degree": LEVEL}),
        (LEVEL,),
    ),
    Shape(
        "sheet.when.hours",
        MappingProxyType({"kind": "education", "id": "=id", "what": "=what", "semester_hours": HOURS}),
        (HOURS,),
    ),
    Shape(
        "sheet.when.license",
        MappingProxyType({"kind": "credential", "id": "=id", "what": "=what", "name": "=what"}),
    ),
    Shape(
        "sheet.when.judged",
        MappingProxyType({"kind": "condition", "id": "=id", "what": "=what", "code": "JUDGED"}),
    ),
)
"""What a requirement may be."""

STANDS_FOR = (
    Shape(
        "sheet.when.study_for",
        MappingProxyType(
            {
                "kind": "study",
                "stands_for": "=stands_for",
                "semester_hours": HOURS,
                "months": MONTHS,
                "at_most_months": MOST,
            }
        ),
        (HOURS, MONTHS, MOST),
    ),
    Shape(
        "sheet.when.class_for",
        MappingProxyType(
            {
                "kind": "service",
                "stands_for": "=stands_for",
                "named": {"class": CLASS},
                "months": MONTHS,
                "at_most_months": MOST,
            }
        ),
        (CLASS, MONTHS, MOST),
    ),
)
"""What a substitution may be."""


def free_name(taken: Iterable[str]) -> str:
    """Return a name for a requirement that is added, one that none has yet.

    >>> free_name(["general", "asked"])
    'asked-2'
    """
    known = set(taken)
    names = (f"asked-{number}" if number > 1 else "asked" for number in count(1))
    return next(name for name in names if name not in known)
