"""Process notes: the statements that bear on who may be appointed, each where it is certain."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from ladder.condition_codes import ConditionCode
from ladder.reading.drafts import Role, Statement
from ladder.reading.jurisdictions.facts import Gathered, even_blanks
from ladder.reading.jurisdictions.los_angeles.early_filing import EARLY_FILING
from ladder.reading.outlines.items import Item, excerpt_of, read_items
from ladder.reading.passages import Excerpt, Span
from ladder.reading.rare_words import may_hold
from ladder.specification import ShownCondition

_SENTENCE = re.compile(r"(?<=[a-z0-9)\"][.;])\s{1,6}(?=[A-Z*\"])")
_LICENSE = r"driver'?s?'?\s{1,3}licen[sc]e"
_CREDENTIAL = r"(?:[Cc]ertificat(?:e|ion)|[Rr]egistration|[Ll]icen[sc]e|[Pp]ermit|[Dd]esignation|[Aa]uthority\sto\suse)"
_THEN = r"(?:[Pp]rior\sto|[Bb]efore|[Aa]t\s(?:the\s)?time\sof|[Uu]pon)\s(?:the\s)?(?:appointment|filing|hire)\b"


class _Kind(NamedTuple):
    """A kind of condition: its code, words of the sentence that states it, that sentence, what may go on with it."""

    code: str
    words: tuple[str, ...]
    states: re.Pattern[str]
    goes_on: re.Pattern[str] | None = None


KINDS = (
    _Kind(
        EARLY_FILING,
        ("may file", "may apply"),
        re.compile(
            r"(?:Applicants?|Candidates?|Persons|Anyone|Whoever|Those|College\sseniors)\s(?:(?:[^.;]|(?<=\bNo)\.){0,80}?\s)?"
            r"(?:(?:who\s)?(?:lacks?|(?:is|are)\swithin)|within|lacking)\s(?:[^.]|(?<=\bNo)\.){1,240}?\bmay\s(?:file|apply)\b"
        ),
        re.compile(r"However,\s(?:they|you|candidates|applicants)\scannot\sbe\sappointed\b"),
    ),
    _Kind(
        ConditionCode.LICENCE,
        ("licen",),
        re.compile(
            rf"(?:(?:Some|All|Certain|Most)\spositions\s(?:may\s|will\s)?require|A\s(?:valid|current)|Possession\sof)\b"
            rf"[^.;]{{0,120}}{_LICENSE}",
            re.IGNORECASE,
        ),
        re.compile(r"(?:Candidates|Applicants)\s(?:may\snot|will)\sbe\s(?:eligible\sfor\sappointment|disqualified)\b"),
    ),
    _Kind(
        "EXCLUSION",
        ("not meet", "not qualify", "not be "),
        re.compile(
            r"(?:(?:[A-Z][a-z]+\s){0,3}[Ee]xperience\s|[A-Z][^.;]{0,150}?)(?:will|does|do)\snot\s"
            r"(?:meet|qualify\sas|be\s(?:considered|accepted|counted)\sas\s(?:qualifying|meeting))"
            r"[^.;]{0,80}\b(?:requirements?|experience)\b"
        ),
    ),
    _Kind(
        ConditionCode.RECENCY,
        ("must have been",),
        re.compile(
            r"[A-Z][^.;]{0,160}\bexperience\s[^.;]{0,60}must\shave\sbeen\s(?:gained|obtained|acquired)\s"
            r"[^.;]{0,60}\b(?:last|past)\s[a-z0-9() ]{1,20}(?:years|months)\b"
        ),
    ),
    _Kind(
        ConditionCode.BEFORE_APPOINTMENT,
        ("appointment", "filing", "hire"),
        re.compile(
            rf"(?=[A-Z\"])[^;]{{0,160}}?\b{_CREDENTIAL}\b[^;]{{0,160}}?\b(?:is|are|may\sbe|will\sbe)\srequired\b[^;]{{0,60}}?\b{_THEN}"
            rf"|Some\spositions\s(?:may|will)\srequire\b[^;]{{0,160}}?\b{_CREDENTIAL}\b[^;]{{0,60}}?\b{_THEN}"
            rf"|Candidates\smust\s(?:possess|hold|obtain|complete|pass)\b[^;]{{0,160}}?\b{_THEN}"
            rf"|{_THEN},\s(?:all\s)?candidates\s(?:must|will\sbe\srequired\sto)\s(?!submit\b)"
        ),
    ),
    _Kind(
        "EQUIVALENT_COMBINATION",
        ("equivalent combination",),
        re.compile(
            r"(?:An?y?\s)?[Ee]quivalent\scombinations?\sof\s[^.;]{1,160}\b(?:accepted|considered|substituted)\b"
        ),
    ),
    _Kind("ACCREDITED", ("note that",), re.compile(r"Please\snote\sthat\squalifying\seducation\smust\sbe\sfrom\b")),
    _Kind(
        "PROFESSIONAL",
        ("the term",),
        re.compile(
            r"(?:[A-Z](?:[^.]|(?<=\bNo)\.){0,120}\bt|T)he\sterm\s\"professional\b[^\"]{0,30}(?:\"|'')\sappli(?:es|ed)\b"
        ),
        re.compile(r"Therefore,\sto\sbe\sconsidered\b"),
    ),
)
"""What makes each kind of condition certain; a note that none of them fits stays unread."""

_SUBSTITUTION = re.compile(
    r"[A-Z0-9\[][^;]{1,400}?\bmay\sbe\ssubstituted\b[^;]{0,200}\b(?:experience|education|degree|units|year)\b"
)
_SUBSTITUTED = "substituted"
"""Its rarest word, looked for first: it is quickly found missing."""


class ProcessNotes(NamedTuple):
    """What the process notes say that bears on eligibility."""

    conditions: tuple[ShownCondition, ...]
    substitutions: tuple[Statement, ...]


def read_process_notes(gathered: Gathered, excerpt: Excerpt, section: str, revision: str | None) -> ProcessNotes:
    """Return the conditions and substitutions among the notes; their passages are claimed."""
    conditions: list[ShownCondition] = []
    substitutions: list[Statement] = []
    for item in _all_items(read_items(excerpt)):
        words = excerpt_of(gathered.document, item.lines)
        sentences = list(_sentences(words))
        conditions += _conditions(gathered, sentences, section, revision)
        substitutions += (
            Statement(one, role=Role.SUBSTITUTION, section=section)
            for one in sentences
            if _SUBSTITUTED in one.text and _SUBSTITUTION.match(even_blanks(one.text))
        )
    return ProcessNotes(tuple(conditions), tuple(substitutions))


def _all_items(items: Iterable[Item]) -> Iterator[Item]:
    for item in items:
        yield item
        yield from _all_items(item.children)


def _sentences(words: Excerpt) -> Iterator[Excerpt]:
    text, start = words.text, 0
    for found in _SENTENCE.finditer(text):
        yield words.part(Span(start, found.start()))
        start = found.end()
    if text[start:].strip():
        yield words.part(Span(start, len(text)))


def _conditions(
    gathered: Gathered, sentences: list[Excerpt], section: str, revision: str | None
) -> Iterator[ShownCondition]:
    """Yield the conditions that the sentences of one note state, each with the sentence that goes on with it."""
    place = 0
    while place < len(sentences):
        kind = _kind_of(sentences[place])
        if kind is None:
            place += 1
            continue
        end = place + 1
        while end < len(sentences) and kind.goes_on and kind.goes_on.match(even_blanks(sentences[end].text)):
            end += 1
        spans = [piece for one in sentences[place:end] for piece in one.pieces]
        words = even_blanks(" ".join(one.text for one in sentences[place:end]))
        for span in spans:
            gathered.claim("condition", span)
        source = gathered.document.cite(section, *spans, revision=revision)
        yield ShownCondition(code=kind.code, text=words, source=source)
        place = end


def _kind_of(sentence: Excerpt) -> _Kind | None:
    return _kind_of_words(even_blanks(sentence.text))


@lru_cache(maxsize=4096)
def _kind_of_words(words: str) -> _Kind | None:
    """Return the kind of a sentence; many bulletins print the same ones."""
    return next((kind for kind in KINDS if may_hold(words, kind.words) and kind.states.match(words)), None)
