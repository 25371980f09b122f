"""What a value may be, said on the types of records; pydantic is asked to hold it only where a file is validated.

Each mark stands in ``Annotated`` and yields pydantic's own marks when a validator is built,
so that declaring a record imports nothing.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal

Json = Mapping[str, Any]


class _Mark:
    """The base of marks: by this name pydantic knows that a mark yields others."""

    __slots__ = ()
    __is_annotated_types_grouped_metadata__: Literal[True] = True


class Limits(_Mark):
    """Bounds of a number, length of a text or list, pattern of a text."""

    __slots__ = ("_limits",)

    def __init__(self, **limits: float | str) -> None:
        """Keep the limits by the names that ``pydantic.Field`` gives them: ``ge``, ``min_length``, ``pattern``."""
        self._limits = limits

    def __iter__(self) -> Iterator[object]:
        """Yield the limits as pydantic has them."""
        from pydantic import Field  # noqa: PLC0415 - only where a validator is built

        limits: dict[str, Any] = {**self._limits}
        yield from Field(**limits).metadata


class ReadBy(_Mark):
    """The value is what a function makes of the written one; the function raises ValueError where that is none.

    ``written`` is the JSON Schema of what may be written.
    """

    __slots__ = ("_read", "_written")

    def __init__(self, read: Callable[[object], object], written: Json) -> None:
        """Keep the function and the schema."""
        self._read, self._written = read, written

    def __iter__(self) -> Iterator[object]:
        """Yield the function and the schema as pydantic has them."""
        from pydantic import PlainValidator, WithJsonSchema  # noqa: PLC0415 - as above

        yield PlainValidator(self._read)
        yield WithJsonSchema(dict(self._written))


class SeenFirstBy(_Mark):
    """A function sees the written value first, and hands on what is to be validated."""

    __slots__ = ("_see",)

    def __init__(self, see: Callable[[object], object]) -> None:
        """Keep the function."""
        self._see = see

    def __iter__(self) -> Iterator[object]:
        """Yield the function as pydantic has it."""
        from pydantic import BeforeValidator  # noqa: PLC0415 - as above

        yield BeforeValidator(self._see)


class ToldApartBy(_Mark):
    """Kinds of value are told apart by a field of their own, or by a function that returns the ``Tagged`` name."""

    __slots__ = ("_by",)

    def __init__(self, by: str | Callable[[object], str]) -> None:
        """Keep the field's name or the function."""
        self._by = by

    def __iter__(self) -> Iterator[object]:
        """Yield the field or function as pydantic has it."""
        from pydantic import Discriminator  # noqa: PLC0415 - as above

        yield Discriminator(self._by)


class Tagged(_Mark):
    """The name of one kind among those that a function tells apart."""

    __slots__ = ("_name",)

    def __init__(self, name: str) -> None:
        """Keep the name."""
        self._name = name

    def __iter__(self) -> Iterator[object]:
        """Yield the name as pydantic has it."""
        from pydantic import Tag  # noqa: PLC0415 - as above

        yield Tag(self._name)
