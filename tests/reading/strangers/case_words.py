"""Names, fields, joining words, headings and blank lines of a small document, changed without a change of meaning."""

import re
from collections.abc import Callable, Mapping

from tests.reading.strangers.case_amounts import AMOUNT
from tests.reading.strangers.case_reading import Case, atoms_of, class_names, said_otherwise

JOINED = re.compile(
    r"(?P<comma>,?) (?:plus|and|as well as|together with|along with)(?= (?:at least |a minimum of )?"
    + AMOUNT.pattern.replace("?P<", "?P<of_")
    + r"(?! of (?:which|them|those|these|it|this)))",
)
SEGMENT = re.compile(r"[^.;\n<]+")
OTHER_JOINS = re.compile(r"(?i)\b(?:or|either|each|both|combin\w*|between|besides)\b")
FIELD_OF = re.compile(r"\bof ([a-z]+(?:[- ][a-z]+){0,2}) experience\b")
FIELD_IN = re.compile(r"\bexperience in ([a-z]+(?: [a-z]+)?)(?=[.,;<\n])")
PLAIN = re.compile(r"[a-z]+(?:[- ][a-z]+){0,2}")
BINDING = re.compile(
    r"\b(?:a|an|any|all|in|of|as|the|this|that|such|required|above|paid|full|time|post|degree|supervisory|work|related"
    r"|continuous|combined|charge|level|law|school|college|professional|general|special|equivalent|education|office|training|and)\b"
)
HEADING = re.compile(r"(?<=\n\n)(?P<marks>#* ?)(?P<words>[A-Z][A-Za-z/',& -]*:?)(?=\n\n)")
HTML_HEADING = re.compile(r"(?<=<(?:h[1-4]|th|dt)>)[^<]+(?=</(?:h[1-4]|th|dt)>)")
SMALL_WORDS = frozenset(("a", "an", "and", "at", "by", "for", "in", "of", "on", "the", "to", "with", "you"))


def renamed(case: Case, names: Mapping[str, str]) -> Case:
    """Return the case with classes renamed, the longer names first, in the document and in its reading."""
    for old in sorted(names, key=len, reverse=True):
        case = said_otherwise(case, _replacing(old, names[old]))
    return case


def names_that_stand(case: Case) -> list[str]:
    """Return the classes of the reading, or none where one of them does not stand in the document as it is named."""
    names = class_names(case)
    return names if all(re.search(rf"\b{re.escape(name)}", case["document"]) for name in names) else []


def fields_that_stand(case: Case) -> list[str]:
    """Return the fields of experience and study that a variant may change: plain words, inside no other field."""
    document = case["document"]
    fields = {field for atom in atoms_of(case) for field in (atom.get("field") or "", *atom.get("fields", ()))}
    fields |= {*FIELD_OF.findall(document), *FIELD_IN.findall(document)}
    plain = {field.replace("-", " ") for field in fields if PLAIN.fullmatch(field) and not BINDING.search(field)}
    alone = [field for field in plain if not any(field in other for other in plain - {field})]
    return sorted(field for field in alone if re.search(rf"\b{_pattern(field)}\b", document))


def studies_of(case: Case) -> set[str]:
    """Return the fields of study of the reading, subjects of courses among them."""
    courses = {atom["field"] for atom in atoms_of(case) if atom["type"] == "course"}
    return courses | {field for atom in atoms_of(case) for field in atom.get("fields", ())}


def rejoined(document: str, word: str) -> str:
    """Return the document with another word of the same meaning before an amount that is asked besides.

    A sentence with alternatives keeps its words: there another joining word may bind otherwise.
    """
    return SEGMENT.sub(lambda segment: _rejoined(segment.group(), word), document)


def with_loud_headings(document: str) -> str:
    """Return the document with its headings in capitals."""
    document = HTML_HEADING.sub(lambda found: found.group().upper(), document)
    return HEADING.sub(lambda found: found.group("marks") + _loud(found.group("words")), document)


def with_blank_lines(document: str, *, is_html: bool) -> str:
    """Return the document with more blank lines: between its paragraphs, or between the lines of HTML."""
    return (
        document.replace("\n", "\n\n") if is_html else re.sub(r"\n{2,}", lambda found: found.group() + "\n", document)
    )


def _replacing(old: str, new: str) -> Callable[[str], str]:
    """Return what replaces a phrase, also in capitals and with a hyphen for a space, its article with it."""
    pattern = _pattern(old)
    find = re.compile(rf"\b(?P<article>[Aa]n? )?(?P<old>{pattern}|{pattern.upper()})(?=s?\b)")

    def put(found: re.Match[str]) -> str:
        written = new.upper() if found.group("old").isupper() else new
        article = found.group("article")
        return written if not article else article[0] + ("n " if new[0] in "AEIOaeio" else " ") + written

    return lambda text: find.sub(put, text)


def _pattern(phrase: str) -> str:
    """Return what finds a phrase, a hyphen for a space and a space for a hyphen."""
    return re.sub(r"\\[ -]", "[- ]", re.escape(phrase))


def _rejoined(segment: str, word: str) -> str:
    """Change the joining words of one sentence without alternatives."""
    return (
        segment if OTHER_JOINS.search(segment) else JOINED.sub(lambda found: f"{found.group('comma')} {word}", segment)
    )


def _loud(words: str) -> str:
    """Put a heading into capitals; a line whose words are not all capitalized is none."""
    capital = all(word[0].isupper() or word in SMALL_WORDS for word in re.findall(r"[A-Za-z']+", words))
    return words.upper() if capital else words
