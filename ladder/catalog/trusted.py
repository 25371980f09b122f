"""Records made of the bundled catalog without validating it again.

The catalog shipped with the package is validated when it is compiled, and a test holds
the records made here equal to validated ones. Any other file is validated whenever it
is read. See docs/decisions/0003-trusted-bundled-catalog.md.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, fields
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, NamedTuple, TypeVar, Union, get_args, get_origin

from ladder.records import KIND, MadeOnce, Record, key_of, make_unchecked

RecordType = TypeVar("RecordType", bound=Record)
_Convert = Callable[[Any], Any]


class _FieldPlan(NamedTuple):
    """How one field is made: its key in the tree, its name, and what it is when absent."""

    key: str
    name: str
    convert: _Convert
    absent: Any


def make_record(model: type[RecordType], raw: dict[str, Any]) -> RecordType:
    """Return the record that a trusted tree holds; nothing is checked."""
    plan = _PLANS[model]
    values = {one.name: one.convert(raw[one.key]) if one.key in raw else one.absent for one in plan}
    return make_unchecked(model, values)


def _plan_of(model: type[Record]) -> list[_FieldPlan]:
    return [
        _FieldPlan(key_of(field), field.name, _converter(field.type), _when_absent(field)) for field in fields(model)
    ]


_PLANS = MadeOnce(_plan_of)


def _when_absent(field: Field[Any]) -> Any:  # noqa: ANN401 - whatever the field's default is
    return field.default if field.default_factory is MISSING else field.default_factory()


def _parts(annotation: Any, *, but: object) -> list[Any]:  # noqa: ANN401 - as above
    return [one for one in get_args(annotation) if one is not but]


def _converter(annotation: Any) -> _Convert:  # noqa: ANN401 - a type as written
    origin = get_origin(annotation)
    if origin is Annotated:
        return _converter(get_args(annotation)[0])
    if origin is tuple:
        return _tuple_of([_converter(one) for one in _parts(annotation, but=Ellipsis)])
    if origin in (Union, UnionType):
        return _one_of(_parts(annotation, but=NoneType))
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return lambda raw: make_record(annotation, raw)
    if isinstance(annotation, type) and issubclass(annotation, Enum | Decimal):
        return annotation
    return _as_it_is


def _as_it_is(raw: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    return raw


def _tuple_of(converters: list[_Convert]) -> _Convert:
    convert = converters[0]
    return lambda raw: tuple([convert(one) for one in raw])


def _one_of(kinds: list[Any]) -> _Convert:
    """Return how a value of one kind, or of several told apart by their field ``kind``, is made."""
    if len(kinds) == 1:
        convert = _converter(kinds[0])
        return lambda raw: None if raw is None else convert(raw)
    by_kind = {_kind_of(kind): kind for kind in kinds}
    return lambda raw: make_record(by_kind[raw["kind"]], raw)


def _kind_of(model: type[Record]) -> str:
    return next(str(field.default) for field in fields(model) if field.name == KIND)
