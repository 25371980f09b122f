"""The compiled catalog: all records as one JSON file, quick to load, always the same bytes."""

import gc
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from ladder.catalog.catalog import CatalogRecord
from ladder.digests import digest_of
from ladder.errors import BadFileError, Fault, FaultKind
from ladder.figures import read_whole_number
from ladder.records import RecordRefusedError, json_tree_of, validate_json

LARGEST_COMPILED = 200_000_000
"""Bytes of the largest compiled catalog that is read."""

_STAMP, _STAMP_END, _DIGITS = b'{"checksum":"', b'",', 64
_INVALID_JSON = "json_invalid"
_BYTE_ORDER_MARK, _OTHER_LINE_END = b"\xef\xbb\xbf", b"\r\n"
_TOUCHED = "the file was changed or cut after it was compiled: its checksum does not fit"
_MAKE_AGAIN = "make it again with 'ladder catalog build'; to have it read as it stands, take its field 'checksum' out"


def compile_catalog(record: CatalogRecord, *, found_sound: bool = False) -> bytes:
    """Return the catalog as compact JSON: records in order of id, defaults left out.

    Records that were ``found_sound``, free of the faults that ``catalog.faults`` finds,
    get a checksum: whoever reads the file and finds it right does not look for them
    again. The same records give the same bytes, in whatever order they were read.
    """
    compiled = {
        "format": record.format,
        "jurisdictions": [
            json_tree_of(one, with_defaults=False) for one in sorted(record.jurisdictions, key=lambda one: one.id)
        ],
        "classes": [
            json_tree_of(spec, with_defaults=False) for spec in sorted(record.classes, key=lambda spec: spec.class_id)
        ],
    }
    body = (json.dumps(compiled, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n").encode()
    if not found_sound:
        return body
    body = body[1:]
    return _STAMP + digest_of(body).encode() + _STAMP_END + body


def is_as_compiled(content: bytes) -> bool:
    """Return whether the content is a compiled catalog that nobody has touched since.

    A byte-order mark before it, or another line end behind it, changes nothing.
    """
    stamp, body = _parted(content)
    return stamp == _STAMP + digest_of(body).encode() + _STAMP_END


def _parted(content: bytes) -> tuple[bytes, bytes]:
    """Return the stamp at the beginning of a compiled catalog, empty if it has none, and the rest."""
    content = content.removeprefix(_BYTE_ORDER_MARK)
    if not content.startswith(_STAMP):
        return b"", content
    if content.endswith(_OTHER_LINE_END):
        content = content.removesuffix(_OTHER_LINE_END) + b"\n"
    length = len(_STAMP) + _DIGITS + len(_STAMP_END)
    return content[:length], content[length:]


def without_stamp(content: bytes) -> bytes:
    """Return the JSON of a compiled catalog, without its stamp."""
    stamp, body = _parted(content)
    return b"{" + body if stamp else body


def read_compiled(content: bytes, *, file: str, found_sound: bool = False) -> CatalogRecord:
    """Return the catalog that a compiled file holds.

    Requirements of one ``found_sound`` are not looked over again. A file without a
    checksum is validated like any other; one whose checksum no longer fits is refused,
    since nobody can say which of its figures was changed.

    Raises:
        BadFileError: the content is not JSON (the line is named), it is not as it was
            compiled, or a record is refused (its class id and field are named).

    """
    if _parted(content)[0] and not found_sound and not is_as_compiled(content):
        raise BadFileError([Fault(file, 0, "", _TOUCHED, _MAKE_AGAIN, FaultKind.FILE_UNREADABLE)])
    try:
        with collector_at_rest():
            return validate_json(CatalogRecord, without_stamp(content), found_sound=found_sound)
    except RecordRefusedError as error:
        raise BadFileError(_faults_in_words(error, content, file)) from None


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Keep the garbage collector from walking records that all stay.

    What was made meanwhile is filed with the oldest objects instead of being walked at
    once, which would take as long as the loading itself.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()


def _faults_in_words(error: RecordRefusedError, content: bytes, file: str) -> Iterator[Fault]:
    from ladder.record_files.model_faults import find_model_faults  # noqa: PLC0415 - needed for a fault only
    from ladder.record_files.trees import RecordTree, spell_place  # noqa: PLC0415

    first = error.details[0]
    if first["type"] == _INVALID_JSON:
        yield _not_json(first["msg"], file)
        return
    raw = json.loads(without_stamp(content), parse_int=str, parse_float=str)
    for place, fault in find_model_faults(error, CatalogRecord, RecordTree(raw, {}), file=file):
        depth = 2 if len(place) > 1 and isinstance(place[1], int) else 0
        name = _name_of(raw, place) if depth else ""
        yield fault._replace(line=0, field=" ".join(filter(None, (name, spell_place(place[depth:])))))


def _not_json(message: str, file: str) -> Fault:
    what, _, where = message.removeprefix("Invalid JSON: ").partition(" at line ")
    line = where.partition(" ")[0]
    remedy = "make it again with 'ladder catalog build'"
    what = f"this is not a compiled catalog: {what}"
    return Fault(file, read_whole_number(line) or 0, "", what, remedy, FaultKind.FILE_UNREADABLE)


def _name_of(raw: dict[str, Any], place: tuple[str | int, ...]) -> str:
    """Return the class id, or the jurisdiction's id, of the record at a place."""
    record = raw[str(place[0])][place[1]]
    fallback = f"{place[0]}[{place[1]}]"
    if not isinstance(record, dict):
        return fallback
    if "jurisdiction" in record:
        return f"{record['jurisdiction']}/{record.get('code') or record.get('slug') or fallback}"
    return str(record.get("id", fallback))
