"""Layouts: those shipped with the package by their names, and a planner's own by their files."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ladder.errors import BadCallError
from ladder.record_files import is_file, read_record, read_text_file
from ladder.roster_layouts import Layout

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

SHIPPED = ("peoplesoft-job", "los-angeles", "philadelphia", "connecticut", "new-york-city", "chicago", "texas")
"""The layouts that are asked for by name."""
_FOLDERS = ("data/layouts", "../data/layouts")


def load_layout(named: Path | str | None) -> Layout:
    """Return the layout of a file, or a shipped one by its name; that of the template where none is named.

    A file of that name comes first.

    Raises:
        BadFileError: the file cannot be read, or has faults; all are named.
        BadCallError: neither a file nor a layout is called so.

    """
    if named is None:
        return Layout()
    path = Path(named)
    if is_file(path):
        return read_record(Layout, read_text_file(path), file=path)
    if str(named) in SHIPPED:
        return _shipped(str(named))
    raise BadCallError(what=f"there is no layout {named}", try_this=f"name a file, or one of {', '.join(SHIPPED)}")


def layout_of(said: Mapping[str, Any] | Path | str | None) -> Layout:
    """Return a layout that is said as a dictionary, or named as in :func:`load_layout`.

    Raises:
        BadFileError: it has faults; all are named.

    """
    if isinstance(said, Mapping):
        return read_record(Layout, json.dumps(said, default=str), file="layout.json")
    return load_layout(said)


def shipped_layouts() -> Iterator[tuple[str, Layout]]:
    """Yield the shipped layouts with their names."""
    for name in SHIPPED:
        yield name, _shipped(name)


def _shipped(name: str, package: "Traversable | None" = None) -> Layout:
    """Return a layout of the package: in the wheel, or beside it in a checkout."""
    home = Path(__file__).parents[1] if package is None else package
    for folder in _FOLDERS:
        try:
            text = home.joinpath(folder, f"{name}.yaml").read_text("utf-8")
        except OSError:
            continue
        return read_record(Layout, text, file=f"layout {name}")
    raise BadCallError(what=f"the layout {name} is not there", try_this="install career-ladder again")
