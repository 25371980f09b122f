"""Records: frozen standard dataclasses of what files say, validated by pydantic where a foreign file comes in.

Making a record checks nothing, and imports nothing. ``validate_json`` validates what a file
holds, ``checked`` what a document was read to: strictly, unknown fields refused.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from inspect import cleandoc
from operator import attrgetter
from typing import Any, ClassVar, Generic, NamedTuple, TypeVar, dataclass_transform, get_args

KIND = "kind"
"""The field that tells groups of several kinds apart."""

_ALIAS = "alias"
_MOST_TOLD = 20
_SOUND = ContextVar("found sound", default=False)
AnyRecord = TypeVar("AnyRecord", bound="Record")
_Declared = TypeVar("_Declared")
_Value = TypeVar("_Value")


class RecordRefusedError(ValueError):
    """What was written is no record of its kind; ``details`` are pydantic's, one a fault."""

    def __init__(self, kind: str, details: Sequence[Mapping[str, Any]]) -> None:
        """Keep the faults, and tell them to a programmer."""
        told = "; ".join(f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in details[:_MOST_TOLD])
        super().__init__(f"no {kind}: {told}")
        self.details = details


class MisfitError(ValueError):
    """What a record holds does not fit together; ``place`` is the way from the record to the field that tells."""

    def __init__(self, words: str, place: tuple[str | int, ...]) -> None:
        """Keep the place."""
        super().__init__(words)
        self.place = place


class MadeOnce(dict[type, _Value], Generic[_Value]):
    """A value for each kind of record, made when it is first asked for."""

    def __init__(self, make: Callable[[type[Any]], _Value]) -> None:
        """Keep how a value is made."""
        super().__init__()
        self._make = make

    def __missing__(self, kind: type) -> _Value:
        """Make the value of a kind and keep it."""
        return self.setdefault(kind, self._make(kind))


class MadeForEach(Generic[_Value]):
    """A value for each record that is asked about, made once; told by the record itself, not by what it equals."""

    def __init__(self, make: Callable[[Any], _Value]) -> None:
        """Keep how a value is made."""
        self._make = make
        self._made: dict[int, tuple[object, _Value]] = {}

    def __call__(self, one: "Record") -> _Value:
        """Return the value of a record; the record is kept, so that no other takes its number."""
        made = self._made.get(id(one))
        if made is None:
            made = self._made[id(one)] = (one, self._make(one))
        return made[1]


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def record(declared: type[_Declared]) -> type[_Declared]:
    """Return the class as a dataclass with slots whose methods are those of ``Record``.

    The methods that the standard library would write for each class anew take five times as long.
    """
    return dataclass(init=False, repr=False, eq=False, match_args=False, kw_only=True, slots=True)(declared)


class Record:
    """The base of every record: frozen, equal to a record of its kind with the same values."""

    __slots__ = ()
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]
    __pydantic_config__: ClassVar[dict[str, Any]] = {"strict": True, "extra": "forbid", "populate_by_name": True}

    def __init__(self, **values: object) -> None:
        """Keep the values by the names of the fields.

        Raises:
            TypeError: a field without a default is missing, or there is no such field.

        """
        kind = type(self)
        for one in _PLANS[kind]:
            value = values.pop(one.name, MISSING)
            object.__setattr__(self, one.name, one.default() if value is MISSING else value)
        if values:
            message = f"{kind.__name__} has no field {', '.join(values)}"
            raise TypeError(message)

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse the change."""
        raise FrozenInstanceError(name)

    def __delattr__(self, name: str) -> None:
        """Refuse the change."""
        raise FrozenInstanceError(name)

    def __eq__(self, other: object) -> bool:
        """Return whether the other is a record of the same kind with the same values."""
        return _values_of(self) == _values_of(other) if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        """Return the hash of all values."""
        return hash(_values_of(self))

    def __repr__(self) -> str:
        """Return the call that would make the record."""
        told = ", ".join(f"{one.name}={getattr(self, one.name)!r}" for one in fields(self))
        return f"{type(self).__name__}({told})"

    def __reduce__(self) -> tuple[Callable[..., "Record"], tuple[object, ...]]:
        """Return what a copy is made of."""
        return make_unchecked, (type(self), {one.name: getattr(self, one.name) for one in fields(self)})


class CoherentRecord(Record):
    """A record whose fields must fit together, too, when each by itself is right."""

    __slots__ = ()

    def _fault(self) -> str:
        """Return what does not fit together; '' where all does."""
        return ""

    def _deep_fault(self) -> str:
        """Return the same of what need not be looked over again in a record found sound."""
        return ""

    def _place_of_fault(self) -> tuple[str | int, ...]:
        """Return the way to the field that a fault is about; nothing where it is about the whole record."""
        return ()

    def __post_init__(self) -> None:
        """Refuse what does not fit together, wherever the record stands: pydantic calls this, making a record does not.

        Raises:
            MisfitError: something does not fit.

        """
        fault = self._fault() or ("" if _SOUND.get() else self._deep_fault())
        if fault:
            raise MisfitError(fault, self._place_of_fault())


class _FieldPlan(NamedTuple):
    """A field's name, and what makes its value where none is given."""

    name: str
    default: Callable[[], object]


def _plan_of(kind: type[Record]) -> tuple[_FieldPlan, ...]:
    return tuple(_FieldPlan(one.name, _maker_of_default(one, kind.__name__)) for one in fields(kind))


def _maker_of_default(one: Field[Any], kind: str) -> Callable[[], object]:
    def default() -> object:
        if one.default_factory is not MISSING:
            return one.default_factory()
        if one.default is MISSING:
            message = f"{kind} needs {one.name}"
            raise TypeError(message)
        return one.default

    return default


def _getter_of(kind: type[Record]) -> Callable[[object], tuple[object, ...]]:
    return attrgetter("__class__", *(one.name for one in fields(kind)))


_PLANS = MadeOnce(_plan_of)
_GETTERS = MadeOnce(_getter_of)


def _values_of(one: Any) -> tuple[object, ...]:  # noqa: ANN401 - a record
    return _GETTERS[type(one)](one)


def make_unchecked(kind: type[AnyRecord], values: Mapping[str, object]) -> AnyRecord:
    """Return the record that holds exactly these values, one for each of its fields."""
    made = object.__new__(kind)
    for name, value in values.items():
        object.__setattr__(made, name, value)
    return made


def key_of(one: Field[Any]) -> str:
    """Return the name that a file gives the field."""
    return str(one.metadata.get(_ALIAS, one.name))


def keys_of(kind: type[Record]) -> tuple[str, ...]:
    """Return the names that a file gives the fields of a record, in order."""
    return tuple(map(key_of, fields(kind)))


def tree_of(one: Record, *, with_defaults: bool = False) -> dict[str, Any]:
    """Return the record as plain values by the names of a file; decimals and fractions stay numbers.

    Defaults are left out unless asked for, but for the ``kind`` that tells groups apart.
    """
    return _tree_of(one, _as_it_is, with_defaults=with_defaults)


def json_tree_of(one: Record, *, with_defaults: bool = True) -> dict[str, Any]:
    """Return the record as JSON holds it: as ``tree_of``, with decimals and fractions as text."""
    return _tree_of(one, str, with_defaults=with_defaults)


def print_json(one: Record) -> str:
    """Return the record as compact JSON, defaults and all."""
    return json.dumps(json_tree_of(one), ensure_ascii=False, separators=(",", ":"))


_Number = Callable[[Any], Any]


def _as_it_is(number: Any) -> Any:  # noqa: ANN401 - a number
    return number


class _FieldPrinted(NamedTuple):
    """A field's name, the name that a file gives it, and the value that a file leaves out; none for ``kind``."""

    name: str
    key: str
    default: object


def _printed_of(kind: type[Record]) -> tuple[_FieldPrinted, ...]:
    told = zip(fields(kind), _PLANS[kind], strict=True)
    return tuple(_FieldPrinted(one.name, key_of(one), _default_of(one, plan)) for one, plan in told)


def _default_of(about: Field[Any], plan: _FieldPlan) -> object:
    is_always_printed = about.name == KIND or (about.default is MISSING and about.default_factory is MISSING)
    return MISSING if is_always_printed else plan.default()


_PRINTED = MadeOnce(_printed_of)
_AS_PRINTED = frozenset({str, int, bool, type(None)})
"""The kinds of most values, which a tree holds as they are: those of other kinds are looked at."""


def _tree_of(one: Record, number: _Number, *, with_defaults: bool) -> dict[str, Any]:
    tree = {}
    for name, key, default in _PRINTED[type(one)]:
        value = getattr(one, name)
        if with_defaults or (value is not default and value != default):
            tree[key] = _plain_value(value, number, with_defaults=with_defaults)
    return tree


def _plain_value(value: Any, number: _Number, *, with_defaults: bool) -> Any:  # noqa: ANN401 - whatever a field holds
    is_plain = type(value) in _AS_PRINTED
    return value if is_plain else _plain_part(value, number, with_defaults=with_defaults)


def _plain_part(value: Any, number: _Number, *, with_defaults: bool) -> Any:  # noqa: ANN401 - as above
    match value:
        case Record():
            return _tree_of(value, number, with_defaults=with_defaults)
        case tuple():
            return [_plain_value(one, number, with_defaults=with_defaults) for one in value]
        case Mapping():
            return {key: _plain_value(one, number, with_defaults=with_defaults) for key, one in value.items()}
        case Enum():
            return value.value
        case Decimal() | Fraction():
            return number(value)
    return value


def validate_json(kind: type[AnyRecord], content: str | bytes, *, found_sound: bool = False) -> AnyRecord:
    """Return the record that a JSON text holds; one found sound is not looked over again as a whole.

    Raises:
        RecordRefusedError: pydantic refuses it; every fault is listed.

    """
    from pydantic import ValidationError  # noqa: PLC0415 - this is the door

    sound = _SOUND.set(found_sound)
    try:
        made: AnyRecord = _VALIDATORS[kind].validate_json(content)
    except ValidationError as error:
        raise RecordRefusedError(kind.__name__, error.errors(include_url=False)) from None
    finally:
        _SOUND.reset(sound)
    return made


def checked(one: AnyRecord) -> AnyRecord:
    """Return the record, validated as if a file held it.

    Raises:
        RecordRefusedError: as :func:`validate_json`.

    """
    return validate_json(type(one), json.dumps(json_tree_of(one, with_defaults=False)))


def _validator_of(kind: type[Record]) -> Any:  # noqa: ANN401 - pydantic's, which is not imported for its type
    from pydantic import TypeAdapter  # noqa: PLC0415 - as above

    return TypeAdapter(kind)


_VALIDATORS = MadeOnce(_validator_of)


def json_schema_of(kind: type[Record]) -> dict[str, Any]:
    """Return the JSON Schema of a record's file."""
    schema: dict[str, Any] = _VALIDATORS[kind].json_schema(by_alias=True)
    told = {one.__name__: cleandoc(one.__doc__ or "") for one in kinds_in(kind)}
    parts = {name: _described(part, told.get(name)) for name, part in schema.pop("$defs", {}).items()}
    return {**({"$defs": parts} if parts else {}), **_described(schema, told[kind.__name__])}


def _described(schema: dict[str, Any], words: str | None) -> dict[str, Any]:
    """Return the schema of a record with its own words, which older pydantics leave out, in the order of all others."""
    is_told = words is None or "description" in schema
    return schema if is_told else dict(sorted({**schema, "description": words}.items()))


def kinds_in(kind: type[Record]) -> frozenset[type[Record]]:
    """Return the kind and every kind of record that it holds, at any depth."""
    waiting: list[Any] = [kind]
    seen = set[type[Record]]()
    while waiting:
        one = waiting.pop()
        if isinstance(one, type) and issubclass(one, Record) and one not in seen:
            seen.add(one)
            waiting += [about.type for about in fields(one)]
        waiting += get_args(one)
    return frozenset(seen)
