"""Record files to records: the tree first, then the model, every fault at its line."""

import json
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Generic, TypeVar

from ladder.errors import BadFileError, Fault, FaultKind, shorten
from ladder.record_files.json_text import read_json
from ladder.record_files.model_faults import MUST_BE_TEXT, find_model_faults
from ladder.record_files.text_files import LARGEST_FILE, name_file
from ladder.record_files.trees import NO_TREE, Place, RecordTree, Tree, TreeBuilder, spell_place
from ladder.record_files.yaml_text import read_yaml
from ladder.records import Record, RecordRefusedError, validate_json

Model = TypeVar("Model", bound=Record)
Model_co = TypeVar("Model_co", bound=Record, covariant=True)


@dataclass(frozen=True, slots=True)
class LocatedRecord(Generic[Model_co]):
    """A record, the file it was read from, and the line of each of its places.

    ``name`` names the record in a file of many; a file of one record needs none.
    """

    record: Model_co
    file: str
    tree: RecordTree = NO_TREE
    name: str = ""

    def fault(self, place: Place, *, what: str, try_this: str, kind: FaultKind = FaultKind.FIELD_REFUSED) -> Fault:
        """Return a fault at a place of this record."""
        line = self.tree.line_near(place) if self.tree.line_of else 0
        field = " ".join(part for part in (self.name, spell_place(place)) if part)
        what, try_this = shorten(what), shorten(try_this)
        return Fault(file=self.file, line=line, field=shorten(field), what=what, try_this=try_this, kind=kind)


def read_tree(text: str, *, file: Path | str) -> RecordTree:
    """Return the plain values of a YAML or JSON text, with their lines.

    JSON is a file whose name ends in ``.json``, or a text that begins with a brace.
    Numbers with a point are exact decimals.

    Raises:
        BadFileError: the text is empty, too large, not YAML or JSON, or holds what
            record files may not hold; every fault is listed.

    """
    builder = _grown(text, file)
    if builder.faults:
        raise BadFileError(builder.faults)
    return RecordTree(builder.tree, builder.line_of)


def read_record(model: type[Model], text: str, *, file: Path | str) -> Model:
    """Return the record that a YAML or JSON text holds.

    Raises:
        BadFileError: as :func:`read_tree`, or the model refuses a field; every fault is
            listed with the line of its field.

    """
    return locate_record(model, text, file=file).record


def locate_record(model: type[Model], text: str, *, file: Path | str) -> LocatedRecord[Model]:
    """Return the record that a text holds, with the line of each of its places.

    Raises:
        BadFileError: as :func:`read_record`.

    """
    builder = _grown(text, file)
    tree = RecordTree(builder.tree, builder.line_of)
    record, found = _validated(model, tree, builder.file)
    further = [fault for place, fault in found if not _is_below(place, builder.faulty_places)]
    if record is None or builder.faults or further:
        raise BadFileError([*builder.faults, *further])
    return LocatedRecord(record, builder.file, tree)


def print_tree(tree: Tree, *, mark: str = '"') -> str:
    """Return the tree as JSON; decimals are written digit by digit between marks."""
    return json.dumps(tree, separators=(",", ":"), default=_digits) if mark == '"' else _print_bare(tree, mark)


def _digits(number: object) -> str:
    if isinstance(number, Decimal):
        return f"{number:f}"
    message = f"no tree holds {type(number).__name__}"
    raise TypeError(message)


def _print_bare(tree: Tree, mark: str) -> str:
    if isinstance(tree, dict):
        fields = (f"{json.dumps(name)}:{_print_bare(value, mark)}" for name, value in tree.items())
        return "{" + ",".join(fields) + "}"
    if isinstance(tree, list):
        return "[" + ",".join(_print_bare(value, mark) for value in tree) + "]"
    return f"{mark}{tree:f}{mark}" if isinstance(tree, Decimal) else json.dumps(tree)


Found = list[tuple[Place, Fault]]


def _validated(model: type[Model], tree: RecordTree, file: str) -> tuple[Model | None, Found]:
    """Return the record, or none, and the faults.

    Decimals go to the model as text, so that no binary fraction ever stands for them;
    whether one stands where text belongs, only a second look with bare digits tells.
    """
    record, found = _looked_at(model, tree, file, mark='"')
    if any(isinstance(tree.value_at(place), Decimal) for place in tree.line_of):
        _, bare = _looked_at(model, tree, file, mark="")
        found += [(place, fault) for place, fault in bare if fault.what.startswith(MUST_BE_TEXT)]
    return record, found


def _looked_at(model: type[Model], tree: RecordTree, file: str, *, mark: str) -> tuple[Model | None, Found]:
    try:
        return validate_json(model, print_tree(tree.tree, mark=mark)), []
    except RecordRefusedError as error:
        return None, list(find_model_faults(error, model, tree, file=file))


def _grown(text: str, file: Path | str) -> TreeBuilder:
    builder = TreeBuilder(name_file(file))
    text = text.removeprefix("\ufeff")
    _refuse_text(text, builder)
    is_json = str(file).casefold().endswith(".json") or text.lstrip().startswith("{")
    (read_json if is_json else read_yaml)(text, builder)
    if not builder.line_of:
        builder.stop(0, "the file is empty", "write a record into it")
    return builder


def _refuse_text(text: str, builder: TreeBuilder) -> None:
    if not text.strip():
        builder.stop(0, "the file is empty", "write a record into it")
    if len(text) > LARGEST_FILE:
        builder.stop(0, f"the text is longer than {LARGEST_FILE:,} characters", "split it into several files")
    if "\0" in text:
        builder.stop(text.count("\n", 0, text.index("\0")) + 1, "the text holds a NUL character", "remove it")


def _is_below(place: Place, faulty: set[Place]) -> bool:
    return any(place[:end] in faulty for end in range(1, len(place) + 1))
