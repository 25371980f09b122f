"""Classes in JSON: a list of objects, or one, or JobPostings of schema.org, as rows below the names of their fields.

A number stays the figures that are written, and a text is never taken for one.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from ladder.reading.text.decoding import decode_text
from ladder.reading.text.extracts import Extract, UnfitDocumentError
from ladder.reading.text.job_postings import is_posting, posting_fields
from ladder.reading.text.sheet_rows import Sheet, pack_sheets, rows_of

Json = object
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>|&[a-z#0-9]{2,8};")
_HOLDERS = ("@graph", "itemListElement", "item", "mainEntity", "classes", "items", "results", "data", "records", "jobs")
_DEEPEST = 40


def read_json_rows(content: bytes) -> Extract:
    """Return the classes of a JSON text, packed as rows.

    Raises:
        UnfitDocumentError: it is no JSON, or holds no object with fields of text.
        BadFileError: NUL bytes, or bytes that their own mark belies.

    """
    text = decode_text(content, name="JSON").text
    try:
        tree = load_json(text)
    except ValueError as error:
        message = f"it is no sound JSON: {error}"
        raise UnfitDocumentError(message) from error
    fields = [fields_of(one) for one in entries_of(tree)]
    if not any(fields):
        message = "it holds no class: a list of objects, or one, with fields such as title and qualifications"
        raise UnfitDocumentError(message)
    return pack_entries(fields)


def load_json(text: str) -> Json:
    """Return the values of a JSON text, numbers as they are written.

    Raises:
        ValueError: it is no JSON, a name stands twice in an object, or values lie too deep.

    """
    try:
        return json.loads(text, parse_int=str, parse_float=str, parse_constant=str, object_pairs_hook=_once_each)
    except RecursionError:
        message = "values lie too deep in one another"
        raise ValueError(message) from None


def _once_each(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    named = dict(pairs)
    if len(named) < len(pairs):
        message = f"a name stands twice in an object, one of {', '.join(list(named)[:8])}"
        raise ValueError(message)
    return named


def pack_entries(entries: Iterable[Mapping[str, str]]) -> Extract:
    """Return fields by their names as the rows of a sheet, the names above them."""
    entries = list(entries)
    names = tuple(dict.fromkeys(name for one in entries for name in one))
    rows = ((number, [one.get(name, "") for name in names]) for number, one in enumerate(entries, start=1))
    return Extract(pack_sheets([Sheet("", (*rows_of([(0, names)]), *rows_of(rows)))]), is_table=True)


def entries_of(tree: Json, depth: int = 0) -> Iterator[Mapping[str, Json]]:
    """Yield the objects that may each be a class: those of a list, or of the list that an object only holds."""
    if depth > _DEEPEST:
        return
    if isinstance(tree, list):
        for one in tree:
            yield from entries_of(one, depth + 1)
    elif isinstance(tree, dict):
        held = [tree[name] for name in _HOLDERS if isinstance(tree.get(name), list | dict)]
        if held and not is_posting(tree):
            yield from (found for one in held for found in entries_of(one, depth + 1))
        else:
            yield tree


def fields_of(entry: Mapping[str, Json]) -> Mapping[str, str]:
    """Return the fields of an object as texts: lists line by line, objects within it by both names."""
    texts: dict[str, list[str]] = {}
    for name, value in posting_fields(entry) if is_posting(entry) else _flat(entry):
        texts.setdefault(name, []).extend(filter(None, [_plain(value)]))
    return {name: "\n".join(several) for name, several in texts.items() if several}


def _flat(entry: Mapping[str, Json], before: str = "") -> Iterator[tuple[str, Json]]:
    for name, value in entry.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{name} ")
        else:
            yield f"{before}{name}", value


def _plain(value: Json) -> str:
    """Return a value as lines of text; marks of HTML in it are read as such."""
    match value:
        case None:
            return ""
        case str() if _TAG.search(value):
            return _without_tags(value)
        case list():
            return "\n".join(filter(None, map(_plain, value)))
        case dict():
            return "\n".join(f"{name}: {text}" for name, one in value.items() if (text := _plain(one)))
        case _:
            return str(value).strip()


def _without_tags(words: str) -> str:
    from ladder.errors import BadFileError  # noqa: PLC0415 - an extra, and dear to import, for few texts
    from ladder.reading.text.html import read_html  # noqa: PLC0415 - as above

    try:
        return read_html(words.encode(), name="JSON").text.strip()
    except BadFileError:
        return ""
