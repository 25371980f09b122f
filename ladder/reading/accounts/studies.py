"""Study that is asked: every word of it is a word of study, or one of the fields that the record names."""

import re
from collections.abc import Iterable, Iterator

from ladder.qualifications import DegreeLevel, Education
from ladder.reading.accounts.entries import JUDGED, Entry
from ladder.reading.passages import Span

_WORD = re.compile(r"[A-Za-z][A-Za-z'.-]*")
_WORDS_OF_STUDY = """
    a an the this one of in at from with by for to and or and/or as its on who has have having had must shall be been is
    are that which include includes included including any other such another either following both all each
    graduation graduate graduates graduated graduating completion complete completed completing successful successfully
    satisfactory satisfactorily possession possess possessing hold holding attainment earned awarded obtained received
    equivalent equivalency equal equivalence education educational academic formal course courses coursework work study
    studies training program programs curriculum credit credits hour hours semester quarter unit units year
    years month months two three four five six twelve fifteen eighteen twenty thirty sixty ninety least minimum more
    full-time full higher standard recognized accredited approved acceptable determined regionally nationally licensed
    registered chartered authorized standing good college colleges university universities school schools institution
    institutions institute academy technical vocational trade business community junior senior public private state
    two-year four-year five-year college-level university-level undergraduate postgraduate professional
    degree degrees bachelor bachelors bachelor's bachelors' baccalaureate associate associates associate's master
    masters master's doctorate doctoral doctor ph d ph.d ph.d. phd b.a b.a. b.s b.s. a.a a.a. a.s a.s. m.a m.a. m.s m.s.
    mls mlis m.l.s m.l.s. m.l.i.s m.l.i.s.
    mis law juris j.d j.d. arts science sciences diploma diplomas high ged g.e.d g.e.d. g e certificate
    certification general development test twelfth eleventh tenth ninth eighth seventh sixth grade th
    major majors majoring minor concentration concentrations emphasis specialization specialized core specialty area
    areas field fields subject subjects discipline disciplines related closely closely-related directly similar
    relevant appropriate qualifying accreditation ala american library bar association department personnel board
    regents grant degree-granting toward towards foreign certified scientific may
    ala-accredited applicants applicants' candidates candidate employees required
    requires requirement requirements preferred united states u.s u.s. city county commission national regional
    i ii iii iv v x b c s secondary level levels advanced
"""
_OF_STUDY = frozenset(_WORDS_OF_STUDY.split())
"""Words that say that something is studied, where, how long and to what end, but not in what."""
_LEVELS = (
    (DegreeLevel.HIGH_SCHOOL, re.compile(r"\bhigh school\b|\btwelfth\b|\b12th\b|\bg\.?e\.?d\b", re.IGNORECASE)),
    (DegreeLevel.ASSOCIATE, re.compile(r"\bassociate'?s?'?\b(?! (?:with|planner|engineer))", re.IGNORECASE)),
    (DegreeLevel.BACHELOR, re.compile(r"\bbachelor'?s?'?\b|\bbaccalaureate\b", re.IGNORECASE)),
    (DegreeLevel.MASTER, re.compile(r"\bmaster'?s?'?(?= |$|,|;|\.)|\badvanced degree\b", re.IGNORECASE)),
    (DegreeLevel.DOCTORATE, re.compile(r"\bdoctorate\b|\bdoctoral\b|\bph\.?d\b", re.IGNORECASE)),
)
_OF_A_COLLEGE = re.compile(
    r"[a-z ]{0,20}graduation from (?:an? )?"
    r"(?:(?!community|junior|two)[a-z]{1,15},? ){0,2}(?:four[- ]year )?(?:college|university)\b",
    re.IGNORECASE,
)
_INSTEAD = re.compile(r"\bmay (?:be substituted|substitute)\b.{0,2000}", re.IGNORECASE)
_SUCH_AS = re.compile(r"\bsuch as\b.{0,2000}", re.IGNORECASE)
_BY_WHOM = re.compile(
    r"\b(?:accredited|recognized|approved|registered)(?: or [a-z]{1,12})? by (?:the |an? )?"
    r"[A-Z][\w.'-]{0,20}(?: (?:of (?:the )?|and |for )?[A-Z][\w.'-]{0,20}){0,7}"
    r"|\b(?:[A-Z][a-z]{1,20} ){1,4}(?:accredited|recognized|approved|registered)\b"
)


_ARTS_OR_ANOTHER = re.compile(
    r"\b(?:bachelor|master)s? of (?:arts|science)s? or (?:bachelor|master)s? of [A-Za-z ]{1,40}? degree\b",
    re.IGNORECASE,
)
"""A degree of arts or of science may be in any field, so that the one named beside it adds none."""


def find_foreign_study(text: str, entries: Iterable[Entry]) -> Iterator[Span]:
    """Yield each word of study asked that names neither study nor a field of the record, and a level that differs."""
    known = tuple(entries)
    judged = {one.place for one in known if one.kind == JUDGED}
    for entry in known:
        rule = entry.told
        if not isinstance(rule, Education) or entry.place in judged:
            continue
        words = text[slice(*entry.place)]
        words = _BY_WHOM.sub(lambda found: " " * len(found.group()), words)
        words = _ARTS_OR_ANOTHER.sub(lambda found: " " * len(found.group()), words)
        words = _INSTEAD.sub("", words)
        words = _SUCH_AS.sub("", words) if rule.or_closely_related else words
        yield from _foreign_words(words, entry.place.start, _OF_STUDY | _words_of_fields(rule))
        if rule.degree is not None and not _is_lowest(rule.degree, words):
            yield entry.place


def _words_of_fields(rule: Education) -> frozenset[str]:
    fields = (*rule.fields, *(field for course in rule.courses for field in course.fields))
    return frozenset(word for field in fields for word in _folded(field))


def _folded(words: str) -> Iterator[str]:
    yield from (part for one in _WORD.findall(words.casefold()) for part in (one, one.strip(".-'")))


def _foreign_words(words: str, start: int, known: frozenset[str]) -> Iterator[Span]:
    for found in _WORD.finditer(words):
        if not known.intersection(_folded(found.group())) and not _is_compound(found.group(), known):
            yield Span(start + found.start(), start + found.end())
            return


def _is_compound(word: str, known: frozenset[str]) -> bool:
    parts = [one for one in word.casefold().split("-") if one]
    return len(parts) > 1 and all(one in known for one in parts)


def _is_lowest(degree: DegreeLevel, words: str) -> bool:
    """Return whether no level named in the words differs from the degree asked, but for a higher one beside it."""
    named = [level for level, sign in _LEVELS if sign.search(words)]
    if not named and _OF_A_COLLEGE.match(words):
        named = [DegreeLevel.BACHELOR]
    return not named or degree is DegreeLevel.LAW or degree in named[:1]
