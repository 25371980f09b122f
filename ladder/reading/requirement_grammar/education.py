"""Education clauses: degrees, school grades, units and fields of study."""

import re
from collections.abc import Iterable, Sequence

from lark import Token

from ladder.qualifications import DegreeLevel
from ladder.reading.passages import Span
from ladder.reading.requirement_grammar.by_the_way import find_beside_study
from ladder.reading.requirement_grammar.faults import Findings
from ladder.reading.requirement_grammar.grammar import Parsed, blank_even, span_of
from ladder.reading.requirement_grammar.quantities import Study
from ladder.reading.requirement_grammar.tree import EducationClause

_LEVELS = (
    (re.compile(r"(?i:associate)"), DegreeLevel.ASSOCIATE),
    (re.compile(r"(?i:bachelor|baccalaureate|four-year|^(?:an? )?university degree)"), DegreeLevel.BACHELOR),
    (re.compile(r"(?i:\blaw|juris)"), DegreeLevel.LAW),
    (re.compile(r"(?i:master|graduate|advanced|\bm\.?l\.?i?\.?s\b)"), DegreeLevel.MASTER),
    (re.compile(r"(?i:doctor|ph\.?d)"), DegreeLevel.DOCTORATE),
)
_GRADES = ("fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth")
_FIRST_GRADE = 4
_LAST_GRADE = 12
_FIELDS = re.compile(r",? (?:and/or|or|and) |, ?")
_SLASH = re.compile(r" ?/ ?")
_JOINER_BEHIND = re.compile(r"(?i:,? (?:and/or|and|or|after|with|plus|including))$")
_COLLEGE = re.compile(r"\b(?:college|university|colleges|universities)\b")
_TWO_YEARS = re.compile(r"\b(?:community|junior|two[- ]year) college\b")
_NO_DEGREE = re.compile(r"\b(?:technical|trade|business|vocational|city college|barber)\b")
_COUNTS_UNITS = re.compile(r"(?i:\b(?:units?|credits?|hours?)\b)")
_BEGUN = re.compile(
    r"(?i:\b(?:(?:satisfactory |successful )?completion of|possession of"
    r"|an? (?:master|bachelor|doctor|associate)\w*'?s?\b)[^;.]{0,200})"
)
_ARTICLE = re.compile(r"(?i:^(?:an?|the|in) )")
_FIELD_BEFORE = re.compile(r"(?i:(?:either|the (?:areas?|fields?) of|one of the following(?: areas| fields)?:?) )")


def degree_level(words: str) -> DegreeLevel | None:
    """Return the least level of degree that the words name, or none.

    >>> degree_level("A Bachelor's or Master's degree")
    <DegreeLevel.BACHELOR: 'bachelor'>
    """
    return next((level for pattern, level in _LEVELS if pattern.search(words)), None)


def read_education(parsed: Parsed, text: str, findings: Findings) -> EducationClause | None:
    """Return the clause; none where its units are at odds.

    Production: ``education``. A degree's level is the least that is named; units named
    after the first, and what follows a seam such as "from", are its words.
    """
    gathered = _Gathered(parsed, text, findings)
    for child in parsed.children:
        gathered.take(child)
        if gathered.at_odds:
            return None
    gathered.find_lost()
    return gathered.clause()


class _Gathered:
    """What the parts of an education clause have told so far."""

    def __init__(self, parsed: Parsed, text: str, findings: Findings) -> None:
        """Begin with nothing told."""
        self.parsed, self.text, self.findings = parsed, text, findings
        self.study: Study = Study(None, None)
        self.degree: DegreeLevel | None = None
        self.school: int | None = None
        self.fields: tuple[str, ...] = ()
        self.words: list[tuple[int, int]] = []
        self.related = self.at_odds = False
        self.begins = span_of(parsed).start
        # "One year of study with 12 semester units in it": the units are not what is asked.
        self.in_years = any(isinstance(child, Token) and child.type == "OF_STUDY" for child in parsed.children)

    def take(self, child: Parsed | Token) -> None:
        """Take the next part of the clause."""
        if not isinstance(child, Token):
            self._take_major(child)
        elif child.type == "QUANTITY" and self.in_years:
            self.findings.held.append(span_of(child))
            self._take_words(child)
        elif child.type == "STUDY_UNITS" and self._awaits_units():
            self._take_units(child)
        elif not self._is_told(child):
            self._take_words(child)

    def _take_major(self, child: Parsed) -> None:
        another = find_beside_study(self.text, span_of(child))
        if another is not None:
            self.findings.unread.append(another)
        self.fields = self.fields or _fields(child, self.text, another.start if another else span_of(child).end)

    def _is_told(self, child: Token) -> bool:
        """Return whether a token tells a degree, a school or a related field, or only opens the clause."""
        if child.type == "DEGREE" and self.degree is None:
            self.degree = degree_level(child)
        elif child.type in _SCHOOLS:
            self.school = _school(child)
        elif child.type == "OR_RELATED":
            self.related = True
        else:
            return child.type in _OPENINGS
        return True

    def _awaits_units(self) -> bool:
        return self.study == Study(None, None) and not self.in_years

    def _take_units(self, child: Token) -> None:
        found = None if _is_twice(child) else self.findings.study(str(child), span_of(child))
        if found is None:
            self.at_odds = True
            return
        self.study = found
        # "An associate degree or 60 credits": the credits suffice, and a degree is as many at least.
        if _is_after_or(self.words, span_of(child), self.text):
            self.degree = None

    def _take_words(self, child: Token) -> None:
        if child.type == "GRADUATION":
            named = [*_DEGREE_NAMED.finditer(self.text, span_of(child).start, span_of(self.parsed).end)]
            levels = {degree_level(found["level"]) for found in named}
            self.degree = next((level for _, level in _LEVELS if level in levels), None) or _graduation(child)
            # "Graduation from a university with a Ph.D. in chemistry": the field is that of the degree named.
            self.begins = named[0].start() if named else self.begins
        self.words.append(span_of(child))

    def find_lost(self) -> None:
        """List as unread what is asked among the words left over, and a field that is named elsewhere."""
        whole = span_of(self.parsed)
        elsewhere = None if self.fields else _ELSEWHERE.search(self.text, whole.start, whole.end)
        if elsewhere is not None:
            self.findings.unread.append(Span(*elsewhere.span()))
        if self.words:
            tokens = [child for child in self.parsed.children if isinstance(child, Token)]
            self._list_second(tokens)
            another = find_beside_study(self.text, Span(self.words[0][0], self.words[-1][1]))
            if another is None or another in self.findings.unread:
                return
            if not _counts_alone(self.text, tokens, another):
                self.findings.unread.append(another)

    def _list_second(self, tokens: Sequence[Token]) -> None:
        """List as unread a second study behind the degree."""
        first = next((token for token in tokens if token.type == "DEGREE"), None)
        if first is None or any(token.type == "GRADUATION" for token in tokens):
            return
        second = _find_second(self.text, Span(span_of(first).end, max(span_of(first).end, self.words[-1][1])))
        if second is not None:
            self.findings.unread.append(second)

    def _fields_within(self) -> tuple[str, ...]:
        return _fields_within(self.text, Span(self.begins, span_of(self.parsed).end))

    def clause(self) -> EducationClause:
        """Return the clause that the parts make."""
        named = self.fields or (self._fields_within() if self.degree else ())
        is_any = any(map(_ANY_OF_THEM.fullmatch, named))
        fields = () if is_any else tuple(one for one in named if not _JUDGED.fullmatch(one))
        return EducationClause(
            degree=self.degree,
            school=self.school,
            semester_hours=self.study.semester_hours,
            quarter_hours=self.study.quarter_hours,
            fields=fields,
            or_closely_related=self.related or (not is_any and fields != named),
            what=_what(self.words, self.text),
            span=span_of(self.parsed),
        )


# "With major course work as indicated above", "in any of the fields listed above": no field of a tree says which.
_ELSEWHERE = re.compile(
    r"(?i:\b(?:course ?work|majors?|fields?|areas?|disciplines?) (?:of study )?(?:as )?"
    r"(?:indicated|described|listed|specified|stated|noted|named|mentioned|required|shown)?[^.;,]{0,60}?\b(?:above|below)\b"
    r"|\b(?:above|above[- ](?:listed|mentioned|named)) (?:course ?work|majors?|fields?|areas?|disciplines?)\b)"
)
_SCHOOLS = frozenset({"SCHOOL_GRADE", "HIGH_SCHOOL"})
_OPENINGS = frozenset({"COMPLETION_OF", "POSSESSION_OF", "MINIMUM"})


def _is_twice(token: Token) -> bool:
    """Return whether units are asked twice, "60 semester hours and 12 semester hours": a clause holds one number."""
    words = token.casefold()
    return " and " in words and (words.count("semester") > 1 or words.count("quarter") > 1)


def _graduation(token: Token) -> DegreeLevel | None:
    """Return the degree of a graduation: a college gives a bachelor's, a law school a law degree.

    A college of two years gives an associate degree; a trade school or an academy none that a record holds.
    """
    words = token.casefold()
    if "law school" in words:
        return DegreeLevel.LAW
    if _TWO_YEARS.search(words):
        return DegreeLevel.ASSOCIATE
    if _NO_DEGREE.search(words):
        return None
    return DegreeLevel.BACHELOR if _COLLEGE.search(words) else None


_DEGREE_NAMED = re.compile(
    r"(?i:\b(?P<level>(?:associate|bachelor|baccalaureate|master|doctor|juris doctor)\w*['\u2019]?s?"
    r"(?= (?:level|degree|of \w|(?:or|and/or) [\w'\u2019]+ degree|[\w/]+ degree))"
    r"|(?:advanced|graduate|postgraduate)(?= (?:level|degree))|ph\.? ?d\b))"
)
"""A degree that a graduation names: "from a university with a master's degree" asks a master's."""


def _school(token: Token) -> int:
    """Return the school grade whose completion is asked; a high school ends with the twelfth."""
    words = token.casefold()
    for grade, name in enumerate(_GRADES, start=_FIRST_GRADE):
        if name in words or f"{grade}th" in words:
            return grade
    return _LAST_GRADE


_HOLDING = re.compile(r"(?i:,? ?(?:which )?(?:with|includ(?:ing|es))\b|, ?(?=[0-9]))")


def _counts_alone(text: str, tokens: Iterable[Token], found: Span) -> bool:
    """Return whether a passage is units that the grammar knows, which a person judges within a degree."""
    units = [span_of(one) for one in tokens if one.type == "STUDY_UNITS"]
    return bool(_HOLDING.match(text, found.start)) and any(
        found.start <= one.start and one.end <= found.end for one in units
    )


def _find_second(text: str, span: Span) -> Span | None:
    """Return a second study among the words of a degree: "a bachelor's degree a master's degree in law"."""
    begun = _BEGUN.search(text, span.start, span.end)
    return Span(*begun.span()) if begun and not _COUNTS_UNITS.search(begun.group()) else None


def _fields(major: Parsed, text: str, end: int) -> tuple[str, ...]:
    """Return the fields of study of a list, as printed, without articles.

    Production: ``major``.
    """
    first = span_of(major.children[1])
    words = blank_even(text[first.start : max(first.start, end)])
    words = _JOINER_BEHIND.sub("", _FIELD_BEFORE.sub("", words, count=1))
    return _without_articles(part for whole in _FIELDS.split(words) for part in _halves(whole))


def _without_articles(names: Iterable[str]) -> tuple[str, ...]:
    fields = (_ARTICLE.sub("", blank_even(name), count=1) for name in names)
    return tuple(field for field in fields if field)


_LIBRARY = re.compile(r"\bM\.?L\.?I?\.?S\b|\bA\.?L\.?A\b|\b(?i:american library association)\b")
_IN_FIELD = re.compile(
    r"(?i:(?:(?!\b(?:and|plus|with|including|supplemented by|after)\b)[^;])*?"
    r"\bin (?!an?\b|the\b|which\b|lieu\b|addition\b)(?P<fields>[^.;()]+?)"
    r"(?= from\b| at\b|,? (?:with|including|plus|supplemented by|after"
    r"|and (?:an?|at least|[0-9]+|\w+ (?:years|months)))\b"
    r"|[.;()]|$))"
)


# "..., accredited by agencies recognized by the U. S. Secretary of Education and by a council (CHEA), in law".
_BY_AN_AGENCY = re.compile(
    r"(?i:,? accredited by [^;]{1,250}?(?:\([A-Z]{2,6}\)|Secretary of Education),?(?= (?:in|with) ))"
)


_LEVEL_NAMES = "associate|bachelor|master|doctor"
_DEGREE_OF = re.compile(
    rf"\b(?i:{_LEVEL_NAMES})(?:['\u2019]?s)? of (?P<field>"
    rf"[A-Z][\w-]{{1,30}}(?:,? (?:and |or |of |& )?(?!(?i:{_LEVEL_NAMES})\b)[A-Z][\w-]{{1,30}}){{0,4}}"
    r"|[a-z][a-z ]{2,50}?(?= degree\b))"
)
"""A degree named with what it is in: "Master of Social Work"."""
_FIELD_WORD = r"(?:academic |study )?(?:fields?|disciplines?|areas?|subjects?|majors?)(?: of study| of specialization)?"
_ANY_OF_THEM = re.compile(rf"(?i:any (?:other )?{_FIELD_WORD})")
"""A field that is each field: "a bachelor's degree in any discipline"."""
_JUDGED = re.compile(
    rf"(?i:(?:(?:another|other|appropriate|suitable|relevant|applicable|acceptable|approved) ){{1,3}}{_FIELD_WORD})"
)
"""A field that no word names: a person judges it, as one closely related."""
_ANY_FIELD = re.compile(r"(?i:(?:applied |liberal )?(?:arts?|sciences?|philosophy|letters)\b)")
"""A degree of arts or of science tells no field."""


def _fields_within(text: str, span: Span) -> tuple[str, ...]:
    """Return the fields that a degree's own words tell: "a Master's in library science from ...", "MLS".

    The American Library Association accredits programs of library science alone.
    """
    words = _BY_AN_AGENCY.sub("", text[span.start : span.end])
    found = _IN_FIELD.match(words)
    if found is not None:
        return _without_articles(_FIELDS.split(blank_even(found["fields"])))
    if _LIBRARY.search(words):
        return ("library science",)
    named = [one for found in _DEGREE_OF.finditer(words) for one in blank_even(found["field"]).split(" or ")]
    return () if any(_ANY_FIELD.match(name) for name in named) else tuple(named)


def _halves(field: str) -> list[str]:
    """Return what a slash parts; "public policy/administration" stays whole: its halves share a word."""
    halves = _SLASH.split(field)
    return halves if len({" " in blank_even(half) for half in halves}) == 1 else [field]


def _is_after_or(words: list[tuple[int, int]], span: tuple[int, int], text: str) -> bool:
    """Return whether the word right before the units is "or"."""
    if not words:
        return False
    start, end = words[-1]
    return text[start:end].casefold().strip() == "or" and not text[end : span[0]].strip()


def _what(words: list[tuple[int, int]], text: str) -> str:
    """Return the words left over, runs that stood apart joined by a blank."""
    runs: list[Span] = []
    for start, end in words:
        if runs and not text[runs[-1].end : start].strip():
            runs[-1] = Span(runs[-1].start, end)
        else:
            runs.append(Span(start, end))
    return blank_even(" ".join(part for part in (blank_even(text[one.start : one.end]) for one in runs) if part))
