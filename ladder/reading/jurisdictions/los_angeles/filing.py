"""A bulletin against the name of its file and the feet of its pages: what is filed under another class.

The head of the bulletin decides; a file's name and a foot prove nothing, and every
difference is noted.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from ladder.reading.jurisdictions.facts import Gathered, even_blanks
from ladder.reading.jurisdictions.los_angeles.fields import FOOTER, PAGE_NUMBER
from ladder.reading.jurisdictions.los_angeles.header import Header
from ladder.reading.passages import Span
from ladder.sources import Severity
from ladder.titles import fold_title

_NAME_END = re.compile(r"\s[0-9]{4,}|\(|\s(?:REV|Bulletin|FINAL|DRAFT)\b", re.IGNORECASE)
_CODE_IN_NAME = re.compile(r"\s(?P<code>[0-9]{4})(?![0-9])")
_PAGE = "Page"
"""The word of a page's number; nearly every bulletin lacks it, which is quickly seen."""


def claim_furniture(gathered: Gathered) -> tuple[Span, ...]:
    """Claim the feet of the pages, and page numbers with the running heads above them; return their places."""
    text = gathered.document.text
    patterns = (FOOTER, PAGE_NUMBER) if _PAGE in text else (FOOTER,)
    spans = [Span(*found.span()) for pattern in patterns for found in pattern.finditer(text)]
    for span in spans:
        gathered.claim("furniture", span)
    return tuple(sorted(spans))


def compare_filing(gathered: Gathered, header: Header, furniture: Iterable[Span]) -> None:
    """Note where the file's name or the foot of a page names another class than the head of the bulletin."""
    name = PurePath(gathered.document.name).stem.replace("_", "'")
    _compare_name_code(gathered, header, name)
    _compare_name_title(gathered, header, name)
    _compare_feet(gathered, header, furniture)


def _compare_name_code(gathered: Gathered, header: Header, name: str) -> None:
    found = _CODE_IN_NAME.search(name)
    if found is None or header.code is None or found["code"] == header.code:
        return
    text = f"the file is named for the class code {found['code']}, the bulletin prints {header.code}"
    gathered.note("FILE_NAME_CODE", Severity.WARNING, 0, text)


def _compare_name_title(gathered: Gathered, header: Header, name: str) -> None:
    end = _NAME_END.search(name)
    named = even_blanks(name[: end.start()] if end else name)
    if not named or header.title_excerpt is None:
        return
    printed = even_blanks(header.title_excerpt.text)
    if not named.isupper() or fold_title(named) == fold_title(printed):
        return
    text = f"the file is named for {named!r}, the bulletin is titled {printed!r}"
    gathered.note("FILE_NAME_TITLE", Severity.WARNING, 0, text)


def _compare_feet(gathered: Gathered, header: Header, furniture: Iterable[Span]) -> None:
    for code, place in _other_feet(gathered, header, furniture):
        text = f"the foot of a page has the class code {code}, the head of the bulletin {header.code}"
        gathered.note("FOOTER_CODE", Severity.WARNING, place, text)


def _other_feet(gathered: Gathered, header: Header, furniture: Iterable[Span]) -> Iterator[tuple[str, int]]:
    """Yield each other code that a foot bears, once, where it stands first."""
    seen: set[str] = set()
    for span in furniture:
        found = FOOTER.match(gathered.document.text, span.start)
        if found and header.code is not None and found["code"] not in {header.code, *seen}:
            seen.add(found["code"])
            yield found["code"], found.start("code")
