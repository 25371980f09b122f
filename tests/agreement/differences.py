"""Where two answers differ: the first place, in the order of the Python answer."""

from collections.abc import Iterator

from tests.agreement.subjects import Json

FIRST = ("refused", "status", "months", "proved_months", "best", "routes", "steps", "missing", "conditions")
"""Fields looked at before others, so that the report names what matters most."""


def first_difference(python: object, page: object) -> str | None:
    """Return the first differing field and both values, null where the answers are the same."""
    return next(_differences("", python, page), None)


def _differences(place: str, python: object, page: object) -> Iterator[str]:
    if isinstance(python, dict) and isinstance(page, dict):
        for key in sorted(python.keys() | page.keys(), key=lambda key: (_rank(key), key)):
            yield from _differences(f"{place}.{key}", _field(python, key), _field(page, key))
    elif isinstance(python, list) and isinstance(page, list) and len(python) == len(page):
        for number, (one, other) in enumerate(zip(python, page, strict=True)):
            yield from _differences(f"{place}[{number}]", one, other)
    elif python != page or isinstance(python, bool) != isinstance(page, bool):
        yield f"{place.removeprefix('.') or 'answer'}: Python {_told(python)}, page {_told(page)}"


def _rank(key: str) -> int:
    return FIRST.index(key) if key in FIRST else len(FIRST)


def _field(answer: Json, key: str) -> object:
    return answer.get(key, "(no such field)")


def _told(value: object) -> str:
    told = repr(value)
    return told if len(told) <= 300 else f"{told[:300]}..."
