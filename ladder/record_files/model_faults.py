"""What a model refuses, in plain words, with the line and what to try."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from ladder.errors import Fault, FaultKind, shorten
from ladder.record_files.trees import LONGEST_NAME, MOST_FAULTS, Place, RecordTree, Tree, spell_place
from ladder.records import KIND, MisfitError, Record, RecordRefusedError, keys_of, kinds_in

MUST_BE_TEXT = "this must be text"
"""How a fault begins where a number, or anything else, stands in place of text."""

Words = tuple[str, str]
"""What is wrong, and what to try."""


def find_model_faults(
    error: RecordRefusedError, model: type[Record], tree: RecordTree, *, file: str
) -> Iterable[tuple[Place, Fault]]:
    """Yield each fault that the model found, with its place in the tree."""
    for detail in error.details[:MOST_FAULTS]:
        place = find_place((*detail["loc"], *_inside(detail)), tree.tree, missing=detail["type"] == "missing")
        what, try_this = map(shorten, _in_words(detail, place, model))
        line, field = tree.line_near(place), shorten(spell_place(place))
        kind = FaultKind.REQUIREMENTS_UNSOUND if _inside(detail) else _kind_of(detail["type"], place)
        yield place, Fault(file=file, line=line, field=field, what=what, try_this=try_this, kind=kind)
    if len(error.details) > MOST_FAULTS:
        what = f"there are {len(error.details) - MOST_FAULTS:,} more faults"
        unreadable = FaultKind.FILE_UNREADABLE
        yield (), Fault(file=file, line=0, field="", what=what, try_this="mend the others first", kind=unreadable)


def _inside(detail: Mapping[str, Any]) -> Place:
    """Return the way from a record to the field that its misfit is about."""
    error = detail.get("ctx", {}).get("error")
    return error.place if isinstance(error, MisfitError) else ()


def _kind_of(refused_as: str, place: Place) -> FaultKind:
    """Return the kind of fault, from the name that pydantic gives it and the place it stands at."""
    if refused_as == "string_type" and place[-1:] == ("code",):
        return FaultKind.CODE_COERCED
    if refused_as in _KINDS:
        return _KINDS[refused_as]
    return _KINDS_BY_PLACE.get(place[-1:], FaultKind.FIELD_REFUSED)


_KINDS = {
    "unexpected_keyword_argument": FaultKind.FIELD_UNKNOWN,
    "missing": FaultKind.FIELD_MISSING,
    "union_tag_not_found": FaultKind.FIELD_MISSING,
}
_KINDS_BY_PLACE: dict[Place, FaultKind] = {
    (): FaultKind.FILE_UNREADABLE,
    ("qualifications",): FaultKind.REQUIREMENTS_UNSOUND,
}


def find_place(loc: tuple[int | str, ...], tree: Tree, *, missing: bool = False) -> Place:
    """Return the place in the tree that pydantic's ``loc`` means.

    Pydantic puts the names of union members between the fields; the tree has none. A
    member's name is told from a field of the same name by the group's own ``kind``.
    """
    place: list[int | str] = []
    here: object = tree
    kind_passed = False
    for part in loc[:-1] if missing else loc:
        if not kind_passed and isinstance(here, dict) and part == here.get(KIND):
            kind_passed = True
        elif (inner := _inner(here, part)) is not _NOTHING:
            here, kind_passed = inner, False
            place.append(part)
    return (*place, loc[-1]) if missing else tuple(place)


_NOTHING: Final = object()
"""What stands where no field or item is."""


def _inner(here: object, part: int | str) -> object:
    """Return the field of a group by its name, or the item of a list by its number; else ``_NOTHING``."""
    if isinstance(here, dict) and isinstance(part, str):
        return here.get(part, _NOTHING)
    if isinstance(here, list) and isinstance(part, int) and part < len(here):
        return here[part]
    return _NOTHING


def _in_words(detail: Mapping[str, Any], place: Place, model: type[Record]) -> Words:
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "missing":
        return "the field is missing", "add it"
    if kind == "unexpected_keyword_argument":
        return "there is no such field", _near_fields(str(place[-1]), model)
    if kind == "string_type":
        return _not_text(detail["input"])
    if kind in _WORDS:
        return _WORDS[kind](context)
    what, _, try_this = str(detail["msg"]).removeprefix("Value error, ").partition("; ")
    return _one_line(what), _one_line(try_this) or "see 'ladder schema' for what the field holds"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _not_text(value: object) -> Words:
    if isinstance(value, dict | list):
        return f"{MUST_BE_TEXT}, not a group or a list", "write one text"
    if value is None:
        return "there is no text", "write it, or take the field out"
    shown = str(value).lower() if isinstance(value, bool) else str(value)
    return f"{MUST_BE_TEXT}, and {shown} without quotes is none", f"write it in quotes: '{shown}'"


def _near_fields(name: str, model: type[Record]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - needed for a fault only

    near = get_close_matches(
        name[:LONGEST_NAME], sorted({key for kind in kinds_in(model) for key in keys_of(kind)}), n=2
    )
    return f"did you mean {' or '.join(near)}?" if near else "remove it"


def _whole_number(_context: Mapping[str, Any]) -> Words:
    return "this must be a whole number", "write digits without quotes, such as 24"


def _number(_context: Mapping[str, Any]) -> Words:
    return "this must be a number", "write digits without quotes, such as 31.5"


def _truth(_context: Mapping[str, Any]) -> Words:
    return "this must be true or false", "write true or false, without quotes"


def _list(_context: Mapping[str, Any]) -> Words:
    return "this must be a list", "write each item on a line of its own that begins with '- '"


def _group(_context: Mapping[str, Any]) -> Words:
    return "this must be a group of fields", "write 'name: value' lines below it"


def _choice(context: Mapping[str, Any]) -> Words:
    return "this is none of the words that may stand here", f"write {context['expected']}"


def _kind_of_group(context: Mapping[str, Any]) -> Words:
    return f"there is no kind {context['tag']!r}", f"write {context['expected_tags']}"


def _no_kind(_context: Mapping[str, Any]) -> Words:
    return "the field 'kind' is missing", "add it; 'ladder schema' lists the kinds"


def _bound(words: str, name: str) -> Callable[[Mapping[str, Any]], Words]:
    def compose(context: Mapping[str, Any]) -> Words:
        return f"the number must be {words} {context[name]}", "look at the number"

    return compose


def _too_few(context: Mapping[str, Any]) -> Words:
    return "there is too little here", f"write at least {context['min_length']}"


def _too_many(context: Mapping[str, Any]) -> Words:
    return "there is too much here", f"write at most {context['max_length']}"


_EXAMPLES = {
    r"^[0-9]{4}-": "a date such as 2026-11 or 2026-11-30",
    r"^[a-z0-9-]+/[A-Za-z0-9._-]+#": "a requirement such as us-nd/0444#special",
    r"^[a-z0-9-]+/": "a class id such as us-nd/0441",
    r"^[A-Za-z0-9._-]+$": "a code such as 5246SH, of letters, digits, '.', '-' and '_'",
    r"^[A-Z][A-Z0-9_]*$": "a condition code such as EXAM, in capitals",
    r"^C[0-9]": "a convention such as C4",
    r"^[a-z]": "a name such as general, in small letters, digits and '-'",
}
"""What is meant, by how the pattern begins; the first that fits."""


def _pattern(context: Mapping[str, Any]) -> Words:
    pattern = context["pattern"]
    meant = next((words for start, words in _EXAMPLES.items() if pattern.startswith(start)), f"it like {pattern}")
    return "the text is not written as it must be", f"write {meant}"


_WORDS: dict[str, Callable[[Mapping[str, Any]], Words]] = {
    "bool_type": _truth,
    "decimal_parsing": _number,
    "decimal_type": _number,
    "dataclass_type": _group,
    "dict_type": _group,
    "enum": _choice,
    "finite_number": _number,
    "greater_than": _bound("more than", "gt"),
    "greater_than_equal": _bound("at least", "ge"),
    "int_from_float": _whole_number,
    "is_instance_of": _number,
    "int_type": _whole_number,
    "less_than": _bound("less than", "lt"),
    "less_than_equal": _bound("at most", "le"),
    "list_type": _list,
    "literal_error": _choice,
    "string_pattern_mismatch": _pattern,
    "string_too_long": _too_many,
    "string_too_short": _too_few,
    "too_long": _too_many,
    "too_short": _too_few,
    "tuple_type": _list,
    "union_tag_invalid": _kind_of_group,
    "union_tag_not_found": _no_kind,
}
