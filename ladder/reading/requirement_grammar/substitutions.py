"""Substitution sentences: what is brought, and what it stands for, at which rate and up to which maximum."""

import re
from dataclasses import dataclass, field, replace

from lark import Token

from ladder.reading.passages import Span
from ladder.reading.rare_words import may_hold
from ladder.reading.requirement_grammar.faults import Findings
from ladder.reading.requirement_grammar.grammar import (
    Parsed,
    blank_even,
    outer_tokens,
    parse_passage,
    phrase,
    span_of,
)
from ladder.reading.requirement_grammar.quantities import MONTHS_A_YEAR, is_additional
from ladder.reading.requirement_grammar.tree import (
    EducationClause,
    ExperienceClause,
    Node,
    StandsFor,
    StudyRate,
    SubstitutionClause,
)

SEMESTER_HOURS_A_YEAR = 30
"""A year of study, where study counts year for year (docs/semantics.md, C4)."""

_KINDS = {
    "EVERYTHING": StandsFor.ALL,
    "GENERAL": StandsFor.GENERAL,
    "SPECIAL": StandsFor.SPECIAL,
    "SERVICE": StandsFor.EXPERIENCE,
    "SCHOOLING": StandsFor.EDUCATION,
}
_ITEM = re.compile(r"\b(one|two|three|four|five|i{1,3}|iv|v|[1-9]|[a-d])\b")
_ITEMS = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5"}
_EXPERIENCE_AFTER = re.compile(r"(?i: (?:level )?experience(?: requirements?)?(?: lacking)?)$")
_EXPERIENCE_AS = re.compile(r"(?i:^.{0,60}?\b(?:as|at the level of)(?: an?)? )")


@dataclass
class _Stands:
    """What is gathered of the words after "may be substituted", in the order printed."""

    kinds: list[StandsFor] = field(default_factory=list)
    months: int | None = None
    at_most_months: int | None = None
    each_months: int | None = None
    rate: StudyRate | None = None
    additional: bool = False
    year_for_year: bool = False
    instead_of: str | None = None
    items: list[str] = field(default_factory=list)
    words: str = ""


_ASKED_BEFORE = re.compile(
    r"(?i:(?P<asked>[^.;]{0,80}\b(?:years?|months?) (?:of|as|in) (?!college|education|study|universit)[^.;]{2,200})"
    r"(?:;(?! ?(?:or|and) ) ?|, (?:or|but) (?=(?:an? |the )?(?:bachelor|master|associate|doctor|college|degree"
    r"|education|graduation|completion|high school|[0-9]+ semester))))"
)


_STUDY_BEFORE = re.compile(
    r"(?i:(?P<asked>[^.;]{0,200}\b(?:degree|diploma|high school|college|graduat\w+)\b[^.;]{0,200}?)"
    r"(?:[;,] ?(?:however|but|although|provided(?:,? (?:that|however))?|except that),? ))"
)
"""A degree with its full words, before "; however," and what may be brought instead."""
_ASKS = re.compile(
    r"(?i:\b(?:(?P<of_brought>which|general\sexperience)\s)?(?:(?:is|are)\srequired|must|minimum\sof)\b"
    r"|\b(?:years?|months?)\s(?:of|as|in)\s[^.;]{2,80}(?:;(?!\s?or\b)|\((?=[^)]{0,120}$)|,\sfor\s\w+\sof\swhich))"
)


STANDS_FOR_WORDS = (
    *(
        "stand for",
        "stands for",
        "stand in",
        " equal to",
        " equivalent to",
        "credit",
        "count as",
        "counts ",
        "count for",
    ),
    *("count to", "count in", "counted ", "considered", "accepted", "applied", "take the place", "serve in", "be used"),
    *("substitut", "lieu", "replace", "equate", "satisf"),
)
"""Words of which one stands in what says that something may be substituted."""


def find_stands_for(text: str, span: Span) -> re.Match[str] | None:
    """Return the words of a sentence that say that something stands for something else; none where it has none.

    Production: ``MAY_BE_SUBSTITUTED``.

    >>> find_stands_for("A degree may be substituted for it", Span(0, 34)).group()
    'may be substituted'
    """
    if not may_hold(text[slice(*span)], STANDS_FOR_WORDS):
        return None
    return phrase("MAY_BE_SUBSTITUTED").search(text, span.start, span.end)


def asks_besides(text: str, span: Span) -> bool:
    """Return whether words before "may be substituted" ask something of everybody.

    What a part of the service brought "must have been" is asked of whoever brings it.

    >>> asks_besides("A degree is required and may be substituted", Span(0, 24))
    True
    >>> asks_besides("Two years, one of which must have been at sea, may be substituted", Span(0, 46))
    False
    """
    return any(found["of_brought"] is None for found in _ASKS.finditer(text, span.start, span.end))


def find_asked_before(text: str, span: Span) -> tuple[Span, int] | None:
    """Return what a sentence asks before what it allows, and where that begins: "Two years of work, or a degree may".

    >>> find_asked_before("Two years of rigging, or a degree may be substituted", Span(0, 33))
    (Span(start=0, end=20), 25)
    """
    found = _ASKED_BEFORE.match(text, span.start, span.end) or _STUDY_BEFORE.match(text, span.start, span.end)
    return None if found is None else (Span(*found.span("asked")), found.end())


def read_substitution(
    text: str, sentence: Span, marker: Span, by: Node | None, findings: Findings
) -> SubstitutionClause | None:
    """Return the clause; none where the words after "may be substituted" are not covered.

    Production: ``stands_for``. ``by`` is what the words before it say.
    """
    parsed = parse_passage(text, Span(marker.start, sentence.end), "stands_for")
    if parsed is None:
        return None
    stands, unread = _Stands(), len(findings.unread)
    _Reader(findings).gather(stands, parsed)
    kind = _kind(stands)
    if kind is None:
        return None
    by_the_year = kind is StandsFor.EDUCATION and _is_by_the_year(stands, by)
    stands.each_months = None if by_the_year else stands.each_months
    # Words not read may tell another rate: "on a two for one basis for each year".
    return replace(_clause(stands, kind, by, sentence), by_the_year=by_the_year and len(findings.unread) == unread)


def _kind(stands: _Stands) -> StandsFor | None:
    """Return what is stood for; none where the words name nothing, or two things that differ."""
    if stands.instead_of is not None:
        return StandsFor.EXPERIENCE
    kinds = set(stands.kinds)
    if StandsFor.ALL in kinds:
        return StandsFor.ALL
    of_experience = kinds & {StandsFor.GENERAL, StandsFor.SPECIAL}
    if StandsFor.EDUCATION in kinds and of_experience:
        return None
    if len(of_experience) > 1:
        return StandsFor.EXPERIENCE
    counted = stands.months or stands.at_most_months or stands.each_months or stands.items
    return next(iter((*of_experience, *stands.kinds)), StandsFor.EXPERIENCE if counted else None)


def _clause(stands: _Stands, kind: StandsFor, by: Node | None, sentence: Span) -> SubstitutionClause:
    months, at_most, rate = stands.months, stands.at_most_months, stands.rate
    study = by if isinstance(by, EducationClause) else None
    if stands.each_months is not None:
        if study is not None and study.semester_hours is not None:
            rate = StudyRate(study.semester_hours, stands.each_months)
        else:
            months = stands.each_months
    if stands.year_for_year and study is not None and kind is not StandsFor.EDUCATION:
        rate = StudyRate(SEMESTER_HOURS_A_YEAR, MONTHS_A_YEAR)
        months, at_most = None, at_most if at_most is not None else months
    return SubstitutionClause(
        by=by,
        stands_for=kind,
        rate=rate,
        months=months,
        at_most_months=at_most,
        additional=stands.additional,
        related_field=study is not None and study.what.casefold().startswith("related"),
        standing=by.standing if isinstance(by, ExperienceClause) else None,
        instead_of=stands.instead_of,
        items=tuple(dict.fromkeys(stands.items)),
        of_what=stands.words,
        span=sentence,
    )


def _is_by_the_year(stands: _Stands, by: Node | None) -> bool:
    """Return whether it stands for each year, or year for year; of two years that do, two are the most."""
    amount = by.quantity.months if isinstance(by, ExperienceClause) else MONTHS_A_YEAR
    return stands.each_months == MONTHS_A_YEAR or (stands.year_for_year and amount == MONTHS_A_YEAR)


def with_rate_said(text: str, sentence: Span, clause: SubstitutionClause, findings: Findings) -> Node | None:
    """Return a substitution with the rate that the sentence after it says; none where it says none.

    Production: ``rate_said``.
    """
    parsed = parse_passage(text, sentence, "rate_said")
    rate = _study_rate(parsed, findings) if parsed is not None else None
    return replace(clause, rate=rate) if rate is not None else None


def _study_rate(parsed: Parsed, findings: Findings) -> StudyRate | None:
    """Return the rate of "fifteen semester hours equalling one-half year".

    Production: ``rate``.
    """
    tokens = {token.type: token for token in outer_tokens(parsed)}
    study = findings.study(str(tokens["STUDY_UNITS"]), span_of(tokens["STUDY_UNITS"]))
    quantity = findings.quantity(str(tokens["QUANTITY"]), span_of(tokens["QUANTITY"]))
    if study is None or study.semester_hours is None or quantity is None or quantity.months is None:
        return None
    return StudyRate(study.semester_hours, quantity.months, span_of(parsed))


def _is_experience(child: Parsed | Token) -> bool:
    return isinstance(child, Token) and child.type == "SERVICE" and "experience" in child.casefold()


class _Reader:
    """The words after "may be substituted"."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._productions = {
            "at_most": self._at_most,
            "rate": self._rate,
            "each": self._each,
            "replaced": self._replaced,
        }

    def gather(self, stands: _Stands, parsed: Parsed) -> None:
        words: list[Token] = []
        for child in parsed.children:
            if isinstance(child, Token) and child.type == "WORD":
                words.append(child)
                continue
            if words and _is_experience(child) and not stands.words:
                # "The record-keeping experience": which service is meant, the requirements say.
                stands.words = blank_even(" ".join(words))
            else:
                self._leave(words)
            words = []
            self._take(stands, child)
        self._leave(words)

    def _leave(self, words: list[Token]) -> None:
        """List as unread the words that are not the common ones of a substitution."""
        if words:
            self._findings.unread.append(Span(span_of(words[0]).start, span_of(words[-1]).end))

    def _take(self, stands: _Stands, child: Parsed | Token) -> None:
        if not isinstance(child, Token):
            self._productions[child.data](stands, child)
        elif child.type == "QUANTITY":
            quantity = self._findings.quantity(str(child), span_of(child))
            stands.additional = stands.additional or is_additional(child)
            stands.months = stands.months if quantity is None or stands.months is not None else quantity.months
        elif child.type == "YEAR_FOR_YEAR":
            stands.year_for_year = True
        elif child.type == "EITHER_OF_TWO":
            stands.kinds += [StandsFor.GENERAL, StandsFor.SPECIAL]
        elif child.type == "NUMBERED":
            stands.items += [_ITEMS.get(name, name) for name in _ITEM.findall(child.casefold())]
        elif child.type in _KINDS:
            stands.kinds.append(_KINDS[child.type])

    def _at_most(self, stands: _Stands, parsed: Parsed) -> None:
        token = outer_tokens(parsed)[-1]
        quantity = self._findings.quantity(str(token), span_of(token))
        stands.at_most_months = quantity.months if quantity is not None else None

    def _rate(self, stands: _Stands, parsed: Parsed) -> None:
        stands.rate = _study_rate(parsed, self._findings)

    def _each(self, stands: _Stands, parsed: Parsed) -> None:
        words = outer_tokens(parsed)[0].casefold()
        stands.each_months = 6 if "six-month" in words else 1 if "month" in words else MONTHS_A_YEAR

    def _replaced(self, stands: _Stands, parsed: Parsed) -> None:
        words = blank_even(outer_tokens(parsed)[0])
        stands.instead_of = _EXPERIENCE_AFTER.sub("", _EXPERIENCE_AS.sub("", words, count=1))
