"""Values of the engine and of what is told: frozen, and cheap to declare, as one answer declares dozens of kinds.

A kind is a class that lists its fields with their types, as a data class does. See
docs/decisions/0005-engine-values.md.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, ClassVar, Self, dataclass_transform


@dataclass_transform(frozen_default=True)
class Value:
    """The base of values: made by place or by name, equal to a value of its kind with the same fields.

    Every annotation of a kind is a field, and what is assigned to it is its default. Kinds
    that are made by the thousand are named tuples: it takes a quarter of the time to make one.
    """

    _fields: ClassVar[tuple[str, ...]] = ()
    _defaults: ClassVar[Mapping[str, object]] = MappingProxyType({})

    def __init_subclass__(cls) -> None:
        """Take down the fields and their defaults."""
        super().__init_subclass__()
        cls._fields = (*cls._fields, *cls.__annotations__)
        cls._defaults = {name: getattr(cls, name) for name in cls._fields if hasattr(cls, name)}

    def __init__(self, *given: object, **named: object) -> None:
        """Keep the values of the fields.

        Raises:
            TypeError: a field without a default is missing, one is given twice, or there is no such field.

        """
        fields, values = self._fields, vars(self)
        values |= self._defaults
        values |= zip(fields, given, strict=False)
        values |= named
        if len(values) != len(fields) or len(given) > len(fields) or not named.keys() <= {*fields[len(given) :]}:
            message = f"{type(self).__name__} takes {', '.join(fields)}"
            raise TypeError(message)

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse the change."""
        del value
        message = f"{type(self).__name__} is frozen: its field {name} stays as it is"
        raise AttributeError(message)

    def __delattr__(self, name: str) -> None:
        """Refuse the change."""
        self.__setattr__(name, None)

    def __eq__(self, other: object) -> bool:
        """Return whether the other is a value of the same kind with the same fields."""
        return vars(self) == vars(other) if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        """Return the hash of all fields."""
        return hash(tuple(map(vars(self).__getitem__, self._fields)))

    def __repr__(self) -> str:
        """Return the call that would make the value."""
        told = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._fields)
        return f"{type(self).__name__}({told})"

    def _replace(self, **changes: Any) -> Self:  # noqa: ANN401 - of any field
        """Return the value with some fields changed."""
        return type(self)(**{**vars(self), **changes})
