"""Documents: what they are called, where they are cited, and what was noted when they were read."""

import re
from collections.abc import Collection, Iterator
from itertools import dropwhile
from pathlib import PurePath

from ladder.checks.catalog_under_check import CatalogUnderCheck, DocumentNotes, is_described
from ladder.checks.findings import Finding, Rule, Spot, catalog_rule, class_rule
from ladder.checks.places import sources_of
from ladder.figures import is_in_digits
from ladder.sources import Note, Severity
from ladder.specification import ClassSpecification
from ladder.titles import fold_title

_BETWEEN_WORDS = re.compile(r"[^A-Za-z0-9]+")
_SHORTEST_TITLE = 8


@class_rule(
    "SOURCE_WITHOUT_LINES",
    Severity.INFO,
    "A fact is cited without line or page",
    why="Whoever wants to look it up has to read the whole document.",
    do="Add the lines, or the page, of the passage.",
)
def source_without_lines(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield the first source of a described class that has neither lines nor page."""
    without = [(place, source) for place, source in sources_of(spec) if source.lines is None and source.page is None]
    if is_described(spec) and without:
        place, source = without[0]
        yield Spot(place, source.document, f"{len(without)} of {len(list(sources_of(spec)))} citations", source)


@class_rule(
    "SOURCE_LINES_OUT_OF_ORDER",
    Severity.WARNING,
    "A passage ends before it begins",
    why="The citation leads nowhere.",
    do="Write the first line, then the last.",
)
def source_lines_out_of_order(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield sources whose last line is before their first."""
    for place, source in sources_of(spec):
        if source.lines and source.lines[0] > source.lines[1]:
            first, last = source.lines
            yield Spot((*place, "lines"), f"from line {first}", f"to line {last}", source)


@class_rule(
    "SOURCE_OF_OTHER_DOCUMENT",
    Severity.INFO,
    "A fact is cited from another document than the class's own",
    why="Facts of another class, or of another revision, get into a record so.",
    do="Make sure that the other document says it of this class.",
)
def source_of_other_document(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield the first source of a described class that is of another document than its own."""
    for place, source in sources_of(spec):
        if is_described(spec) and source.document != spec.source.document:
            yield Spot((*place, "document"), source.document, f"the class's own {spec.source.document}", source)
            return


@catalog_rule(
    "DOCUMENT_NAME_OF_OTHER_CODE",
    Severity.WARNING,
    "The document's name holds the code of another class",
    why="The file holds another class's text, or the code was misread; either way one class is missing.",
    do="Open the document, and compare its heading with its name.",
)
def document_name_of_other_code(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield classes whose document is named after the code of another class of the catalog, not after theirs."""
    codes = {(spec.jurisdiction, spec.code.upper()): spec for spec in under.described if spec.code}
    noted = _noted_for(under, "FILE_NAME_CODE")
    for spec in under.described:
        words = [word.upper() for word in _BETWEEN_WORDS.split(PurePath(spec.source.document).stem)]
        others = [codes[spec.jurisdiction, word] for word in words if (spec.jurisdiction, word) in codes]
        is_own = spec.code is None or spec.code.upper() in words
        if not is_own and others and spec.class_id not in noted:
            beside = f"code of {under.name_of(others[0].class_id)}"
            yield Spot(("source", "document"), spec.source.document, beside, owner=spec.class_id)


def _starts_of_name(document: str) -> list[str]:
    """Return the words that a document's name begins with, the most first, numbers and codes before them left out."""
    words = fold_title(PurePath(document).stem.replace("_", " ")).split()
    words = list(dropwhile(lambda word: any(map(is_in_digits, word)), words))
    return [" ".join(words[:count]) for count in range(len(words), 0, -1)]


def _is_named_for(spec: ClassSpecification, starts: Collection[str]) -> bool:
    own = fold_title(spec.title)
    return own in starts or own in {fold_title(alias.title or "") for alias in spec.aliases}


@catalog_rule(
    "DOCUMENT_NAME_OF_OTHER_TITLE",
    Severity.WARNING,
    "The document's name is the title of another class",
    why="The file holds another class's text, or the title was misread; either way one class is missing.",
    do="Open the document, and compare its heading with its name.",
)
def document_name_of_other_title(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield classes whose document's name begins with another class's title, and not with theirs.

    Numbers and codes before the title are passed over.
    """
    noted = _noted_for(under, "FILE_NAME_TITLE")
    titles = {fold_title(spec.title): spec for spec in under.described if len(spec.title) >= _SHORTEST_TITLE}
    for spec in under.described:
        starts = _starts_of_name(spec.source.document)
        named = next((titles[start] for start in starts if start in titles), None)
        if named is None or _is_named_for(spec, starts):
            continue
        if named.jurisdiction == spec.jurisdiction and spec.class_id not in noted:
            beside = f"title of {under.name_of(named.class_id)}"
            yield Spot(("source", "document"), spec.source.document, beside, owner=spec.class_id)


def _noted_for(under: CatalogUnderCheck, code: str) -> frozenset[str]:
    """Return the classes whose documents already bear a note of this code: they are told of once."""
    return frozenset(
        class_id
        for document in under.documents
        for class_id in document.classes
        if any(note.code == code for note in document.notes)
    )


# ------------------------------------------------------------------ notes of reading

_HOLDS = {
    "NOTE_FILE_NAME": ("FILE_NAME_CODE", "FILE_NAME_TITLE", "FILE_NAME_AT_ODDS"),
    "NOTE_CODES_AT_ODDS": ("CODE_AT_ODDS",),
    "NOTE_FOOTER_CODE": ("FOOTER_CODE", "END_MARK_AT_ODDS"),
    "NOTE_OWN_CODE_CITED": ("OWN_CODE_CITED",),
    "NOTE_PAY_AT_ODDS": ("PAY_GRADE_AT_ODDS", "PAY_RANGE_AT_ODDS", "PAY_WITHOUT_GRADE"),
    "NOTE_DATE_NOT_READ": ("DATE_AT_ODDS", "DATE_UNREAD", "DATE_FORM", "DATE_UNKNOWN"),
    "NOTE_CORRECTION_KEPT": ("CORRECTION_KEPT", "CLASS_GONE"),
    "NOTE_DUPLICATE_CODE": ("DUPLICATE_CODE",),
    "NOTE_NO_CLASS": ("NO_CLASS", "UNRECOGNISED", "TITLE_MISSING", "RECORD_REFUSED", "RECORD_TOO_LARGE", "SCAN"),
    "NOTE_FIGURES_AT_ODDS": ("FIGURES_AT_ODDS",),
    "NOTE_UNREAD_REQUIREMENT": (
        "UNREAD_REQUIREMENT",
        "NO_REQUIREMENTS",
        "TOO_MANY_ROUTES",
        "SUBSTITUTION_NOT_HELD",
        "MAXIMUM_SHARED",
        "AMBIGUOUS_JOIN",
        "LISTED_CLASS_UNCLEAR",
        "WORDS_NOT_USED",
        "FOOTNOTE_UNREAD",
        "ROUTE_NEVER_NEEDED",
        "WORDS_NOT_ACCOUNTED_FOR",
    ),
    "NOTE_TITLE_NOT_LINKED": ("AMBIGUOUS_TITLE", "NEAR_TITLE"),
}
"""The codes of notes that each rule takes; others go to the last two rules by their severity."""

_TAKEN = frozenset(code for codes in _HOLDS.values() for code in codes)


def _takes(rule: Rule, note: Note) -> bool:
    if note.code in _TAKEN:
        return note.code in _HOLDS.get(rule.code, ())
    return rule.code not in _HOLDS and rule.severity == note.severity


def _look(rule: Rule, under: CatalogUnderCheck) -> Iterator[Finding]:
    for document in under.documents:
        for note in document.notes:
            if _takes(rule, note):
                yield _finding(rule, document, note)


def _finding(rule: Rule, document: DocumentNotes, note: Note) -> Finding:
    return Finding(
        code=rule.code,
        severity=rule.severity,
        class_id=next(iter(document.classes), ""),
        file=document.file,
        line=note.line,
        field="",
        what=rule.title,
        found=note.text,
        beside=f"note {note.code}",
        do=rule.do,
    )


def _rule(code: str, severity: Severity, title: str, *, why: str, do: str) -> Rule:
    return Rule(code, severity, title, why, do, _look)


NOTE_RULES = (
    _rule(
        "NOTE_FILE_NAME",
        Severity.WARNING,
        "A document is of another class than its file name says",
        why="Files are saved under the wrong name; the class of the name then has no document, and nobody notices.",
        do="Open the document; rename it, and look for the one that the name promises.",
    ),
    _rule(
        "NOTE_CODES_AT_ODDS",
        Severity.ERROR,
        "Header and footer of a document print different codes",
        why="Which class the document specifies cannot be told from it.",
        do="Ask the office that issued the document.",
    ),
    _rule(
        "NOTE_FOOTER_CODE",
        Severity.WARNING,
        "The foot of a page bears another code than the head of the document",
        why="The page was made from another class's document, or belongs to it; what it says may be of that class.",
        do="Look whether the page belongs to the document; if only the footer is old, nothing else is to be done.",
    ),
    _rule(
        "NOTE_OWN_CODE_CITED",
        Severity.WARNING,
        "A document gives its own code to another class that it names",
        why="The code was typed without thought; which class the passage means only its title tells.",
        do="Look for the code of the class named in its own document.",
    ),
    _rule(
        "NOTE_PAY_AT_ODDS",
        Severity.WARNING,
        "A document prints pay or grade in two ways, or only one of them",
        why="Which of the two holds cannot be told; the record has the one that the reader took first, or none.",
        do="Compare the passages; take the pay from the plan in force.",
    ),
    _rule(
        "NOTE_DATE_NOT_READ",
        Severity.WARNING,
        "A date of a document was not read, or is printed in two ways",
        why="Which revision the record is of, and whether a newer one is in force, cannot be told for sure.",
        do="Write the date into the record as the document prints it.",
    ),
    _rule(
        "NOTE_CORRECTION_KEPT",
        Severity.WARNING,
        "A correction by hand and the document have parted",
        why="The record was corrected, and the document has changed since; one of the two is out of date.",
        do="Compare the correction with the document as it is now.",
    ),
    _rule(
        "NOTE_DUPLICATE_CODE",
        Severity.ERROR,
        "Two documents bear one class code",
        why="One of them was set aside; which of the two holds must be decided by a person.",
        do="Keep the document in force in the folder, and the other outside it.",
    ),
    _rule(
        "NOTE_NO_CLASS",
        Severity.ERROR,
        "No class was read from a document",
        why="The class that it specifies is not in the catalog.",
        do="Look at the document: is it a scan, of another layout, or no specification? Name its jurisdiction.",
    ),
    _rule(
        "NOTE_FIGURES_AT_ODDS",
        Severity.ERROR,
        "A document prints a number in words and another in figures",
        why="Which of the two holds cannot be told; the sentence was left unread.",
        do="Ask the office that issued the document, then write the requirement by hand.",
    ),
    _rule(
        "NOTE_UNREAD_REQUIREMENT",
        Severity.WARNING,
        "A part of the minimum qualifications was not read",
        why="It may ask for more, or open another way; the record is partial until somebody has looked.",
        do="Read the lines in the document, and write what they ask into the record.",
    ),
    _rule(
        "NOTE_TITLE_NOT_LINKED",
        Severity.INFO,
        "A printed title could not be linked to a class",
        why="No class is called so exactly, or several are; nothing is linked by guess.",
        do="Add a title alias to the jurisdiction where the class is sure.",
    ),
    _rule(
        "NOTE_ERROR",
        Severity.ERROR,
        "A document could not be read as it should",
        why="What was read of it cannot be trusted.",
        do="Look at the document at the line named.",
    ),
    _rule(
        "NOTE_WARNING",
        Severity.WARNING,
        "Something in a document is likely wrong",
        why="It was read, but perhaps not as it was meant.",
        do="Look at the document at the line named.",
    ),
    _rule(
        "NOTE_INFO",
        Severity.INFO,
        "Something was noted while a document was read",
        why="It tells how the document was read.",
        do="Nothing, unless it surprises.",
    ),
)
"""The rules over notes of reading, in the order of the documentation."""
