"""The patterns in the JavaScript of the pages, as patterns of Python, so that the same judge reads them."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.measure import ROOT

PAGES = ROOT / "ladder" / "rendering" / "pages"
LITERAL = re.compile(
    r"""(?:[=(,:;!?&|{}\[]|\breturn|=>)[ ]?/(?![/*])
        (?P<words>(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)/(?P<flags>[a-z]*)""",
    re.VERBOSE,
)
"""A literal stands where a value may begin; elsewhere a slash divides."""
PROPERTIES = {"L": "a-zA-Z", "Nd": "0-9", "M": "\\u0300-\\u036f", "Surrogate": "\\ud800-\\udfff"}
"""Letters that stand for those of a property: how trials grow is the same."""
FLAGS = {"i": re.IGNORECASE, "m": re.MULTILINE, "s": re.DOTALL}


def scripts() -> list[Path]:
    """Return the files of the pages that hold JavaScript."""
    return sorted([*PAGES.rglob("*.js"), *PAGES.rglob("*.html")])


def patterns_of(script: str) -> Iterator[re.Pattern[str]]:
    """Yield the patterns that a script spells out."""
    for found in LITERAL.finditer(script):
        yield as_python(found["words"], found["flags"])


def as_python(words: str, flags: str) -> re.Pattern[str]:
    """Return the pattern of Python that does what a literal of JavaScript does."""
    words = re.sub(r"\[[^\]]*\]|\\p\{\w+\}", lambda found: _with_properties(found[0]), words)
    words = words.replace("(?<", "(?P<").replace("(?P<=", "(?<=").replace("(?P<!", "(?<!").replace("\\/", "/")
    if "m" not in flags:
        words = re.sub(r"(?<!\\)\$(?=$|[|)])", r"\\Z", words)
    kinds = re.NOFLAG
    for flag in flags:
        kinds |= FLAGS.get(flag, re.NOFLAG)
    return re.compile(words, kinds)


def _with_properties(words: str) -> str:
    inside = words.startswith("[")
    return re.sub(r"\\p\{(\w+)\}", lambda one: PROPERTIES[one[1]] if inside else f"[{PROPERTIES[one[1]]}]", words)
