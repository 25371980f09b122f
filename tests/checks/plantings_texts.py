"""What is planted for the rules on texts and documents, and the notes of reading."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ladder.checks.catalog_under_check import DocumentNotes
from ladder.sources import Note, Severity
from tests.checks.planted import DROP, OWN, Edit, Planting, source
from tests.checks.plantings_identity import like_2004, one_each

E = Edit
WHAT = "qualifications/requirements/0/what"
QUOTE = "qualifications/requirements/0/source/quote"
ALIAS = {"title": "Old Gardener", "note": "old", "source": source(OWN)}


def in_many_places(*texts: str) -> list[Planting]:
    """Return plantings of the texts in five kinds of place: words, quotes, a condition, an alias, a licence."""
    first, second, third, fourth, fifth = texts
    edits = (
        E(f"1001/{WHAT}", first),
        E(f"2001/{QUOTE}", second),
        E("1004/conditions/0/text", third),
        E("2001/aliases", [{**ALIAS, "title": fourth}]),
        E("1004/qualifications/requirements/2/name", fifth),
    )
    return [[edit] for edit in edits]


TEXTS: Mapping[str, Sequence[Planting]] = {
    "TEXT_MOJIBAKE": [
        *in_many_places("Work in a cafÃ©", "the clerkâ€™s work", "AÂ\u00a0post", "Ã\u2030cole clerk", "ï»¿Records"),
        [E("2004/title", "Park WÃ¡rden")],
    ],
    "TEXT_UNPRINTED": in_many_places(
        "Work \ufffd records", "a\u200bb", "A post\u0007", "Old \ue000ardener", "Records\u202e"
    ),
    "TEXT_MARKUP": in_many_places(
        "Work &amp; play", "five<br>years", "Posts &#39;here&#39;", "Old&nbsp;Gardener", "<b>Records</b>"
    ),
    "TEXT_FURNITURE": in_many_places(
        "Work Page 3 of 7 on records",
        "years, continued on next page, of work",
        "A post. www.records.example asks",
        "Old Gardener - 12 -",
        "See reverse: records",
    ),
    "TEXT_CUT_OFF": [
        *in_many_places("Work in the", "of records work with", "A post may ask for", "Old Gardener of", "Records ("),
        [E(f"2002/{WHAT}", "Work in record-")],
    ],
    "TEXT_EMPTY": in_many_places("-", "...", "TBD", "N/A", " "),
    "TEXT_DOUBLE_BLANKS": in_many_places(
        "Work  on records", " years of work", "A\tpost", "Old Gardener ", "Records\nkeeper"
    ),
    "TEXT_UNBALANCED": in_many_places(
        "Work (of any kind", "the [first year", "A (post (small) asks", "Old (Head Gardener", "Records [A) keeper"
    ),
    "TEXT_BROKEN_WORD": in_many_places(
        "Work on experi- ence", "super- vision of others", "A po- sition", "Old Gar- dener", "Re- cords"
    ),
    "TEXT_WORD_TWICE": in_many_places(
        "Work of of any kind", "the the year", "A post may may ask", "Old Old Gardener", "Records records keeper"
    ),
}

DOCUMENTS: Mapping[str, Sequence[Planting]] = {
    "SOURCE_WITHOUT_LINES": one_each(
        E("1001/source/lines", DROP),
        E("1004/pay/source/lines", DROP),
        E("2001/dates/source/lines", DROP),
        E("1003/qualifications/requirements/1/source/lines", DROP),
        E("1001/qualifications/substitutions/0/source/lines", DROP),
    ),
    "SOURCE_LINES_OUT_OF_ORDER": one_each(
        E("1001/source/lines", [4, 3]),
        E("filing-aide/source/lines", [100, 1]),
        E("1004/conditions/0/source/lines", [22, 21]),
        E("1005/trainee_targets/0/source/lines", [18, 8]),
        E("2002/qualifications/requirements/1/source/lines", [9, 2]),
    ),
    "SOURCE_OF_OTHER_DOCUMENT": one_each(
        E("1001/pay/source/document", "pay plan.txt"),
        E("2004/dates/source/document", "notice.txt"),
        E("1004/aliases/0/source/document", "list of titles.txt"),
        E("1003/superiors/0/source/document", "chart.pdf"),
        E("1003/qualifications/substitutions/1/source/document", "rules.html"),
    ),
    "DOCUMENT_NAME_OF_OTHER_CODE": [
        [like_2004("2005", source=source(name))]
        for name in (
            "2001 BOATMAN.txt",
            "Boatman_2002_2024.pdf",
            "boatman-2003.html",
            "2004.txt",
            "class 2001 (2).docx",
        )
    ],
    "DOCUMENT_NAME_OF_OTHER_TITLE": [
        [like_2004("2005", source=source(name))]
        for name in (
            "GARDENER 2005.txt",
            "Tree Surgeon.pdf",
            "park_rangers_2005.html",
            "Park Warden 030124 REV.txt",
            "gardener (2).docx",
        )
    ],
}


class Noted(NamedTuple):
    """Notes of one document, and the class that it became."""

    code: str
    severity: Severity
    file: str = "boatman.txt"
    class_id: str = "us-xx/1001"

    def documents(self) -> tuple[DocumentNotes, ...]:
        note = Note(self.code, self.severity, 7, "as the reader says")
        return (DocumentNotes(self.file, (self.class_id,) if self.class_id else (), (note,)),)


def noted(*codes: str, severity: Severity = Severity.WARNING) -> Sequence[Noted]:
    """Return five cases at least: every code, in documents of one class, of another, and of none."""
    files = (
        ("a.txt", "us-xx/1001"),
        ("b.pdf", "us-yy/2001"),
        ("c.html", ""),
        ("d.docx", "us-xx/1005"),
        ("e.txt", "us-yy/9"),
    )
    return [Noted(code, severity, file, class_id) for code in codes for file, class_id in files]


NOTES: Mapping[str, Sequence[Noted]] = {
    "NOTE_FILE_NAME": noted("FILE_NAME_CODE", "FILE_NAME_TITLE"),
    "NOTE_CODES_AT_ODDS": noted("CODE_AT_ODDS", severity=Severity.ERROR),
    "NOTE_FOOTER_CODE": noted("FOOTER_CODE", "END_MARK_AT_ODDS"),
    "NOTE_OWN_CODE_CITED": noted("OWN_CODE_CITED"),
    "NOTE_PAY_AT_ODDS": noted("PAY_GRADE_AT_ODDS", "PAY_RANGE_AT_ODDS", "PAY_WITHOUT_GRADE"),
    "NOTE_DATE_NOT_READ": noted("DATE_AT_ODDS", "DATE_UNREAD"),
    "NOTE_CORRECTION_KEPT": noted("CORRECTION_KEPT", "CLASS_GONE"),
    "NOTE_DUPLICATE_CODE": noted("DUPLICATE_CODE", severity=Severity.ERROR),
    "NOTE_NO_CLASS": noted("NO_CLASS", "UNRECOGNISED", "TITLE_MISSING", "RECORD_REFUSED", "SCAN"),
    "NOTE_FIGURES_AT_ODDS": noted("FIGURES_AT_ODDS", severity=Severity.ERROR),
    "NOTE_UNREAD_REQUIREMENT": noted("UNREAD_REQUIREMENT", "NO_REQUIREMENTS", "TOO_MANY_ROUTES", "AMBIGUOUS_JOIN"),
    "NOTE_TITLE_NOT_LINKED": noted("AMBIGUOUS_TITLE", "NEAR_TITLE", severity=Severity.INFO),
    "NOTE_ERROR": noted("SOMETHING", severity=Severity.ERROR),
    "NOTE_WARNING": noted("ENCODING_CP1252", "STRUCK_OUT"),
    "NOTE_INFO": noted("ENCODING_UTF16", "HEADING_MISSPELT", severity=Severity.INFO),
}
