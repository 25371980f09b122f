"""Words that a lost word leaves behind, in clauses that took them as they came: what they said is unread.

"Or two years have been at sea" was "or two years of which"; "included two, at night"
counted something once; a list's third mark without its second begins an item that nobody
read. A record that passes over them would ask less than its document.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import chain

from ladder.reading.passages import Span
from ladder.reading.requirement_grammar.seams import NUMBER
from ladder.reading.requirement_grammar.tree import (
    ConditionClause,
    CredentialClause,
    EducationClause,
    ExperienceClause,
    Node,
    ProgrammeClause,
    leaves_of,
)

_UNITS = "years?|months?|weeks?|days?|hours?|credits?|units?|courses?|semesters?|quarters?"
_COUNTS_NOTHING = re.compile(
    rf"(?i:\b(?:includ(?:es|ed|ing|e)|at least) (?:{NUMBER})(?= ?[,;.](?![0-9])| and\b| ?$)[^;]{{0,80}}"
    rf"|\bincluding (?:at least )?(?:{NUMBER}) (?:as|in|at|on|with|supervis\w+) [^;]{{1,80}}"
    rf"|\((?:at least )?(?:{NUMBER}) of (?:which|them|these|those)\b[^()]{{1,120}}\))"
)
_IS_ITS_OWN_SUBJECT = re.compile(
    rf"(?i:(?:(?:at least )?(?:{NUMBER}) (?:\([0-9]{{1,2}}\) )?(?:years?|months?) "
    r"(?:has|have|having|had|was|were|must have|shall have|must be|shall be)\b)[^;]{0,80})"
)
"""Time at the front of a clause that does something: "two years have been at sea"."""
_MARK = re.compile(
    r"(?: \(?(?P<letter>[b-h]|[2-9])\)| (?P<roman>II|III|IV|V|VI)\.)(?= [A-Za-z0-9])"
    rf"(?! (?:or more )?(?:{_UNITS}))[^;]{{0,80}}"
)
_BEFORE = {"II": "I", "III": "II", "IV": "III", "V": "IV", "VI": "V"}
_IS_A_FIGURE = re.compile(rf"(?i:\b(?:{NUMBER})$)")
_LONGEST_NUMBER = len("a fifteen")
_EITHER = re.compile(r"(?i:[,;] ?and either (?:with|in|at|for|from|of)\b[^;]{0,80})")
_STUDY_IN_A_LICENSE = re.compile(
    rf"(?i:(?:or )?completion of (?:at least )?(?:{NUMBER}|[0-9]{{1,3}}) (?:[a-z]{{1,12}} )?(?:{_UNITS})\b"
    r"[^;]{0,80})"
)
_CERTIFIED = re.compile(r"(?i:(?:\bor )?\bcertifi(?:cation|ed) (?:as|from|by) [^;]{1,80})")
_COUNTED_BEHIND = re.compile(
    rf"(?i:[.;] ?(?:at least )?(?:{NUMBER}) (?:\([0-9]{{1,2}}\) )?(?:years?|months?) of [^;]{{1,80}})"
)

_UNDER_A_CONDITION = re.compile(
    r"(?i:\b(?:unless|except (?:that|when|where|if|in cases?)|provided,? (?:that|however)|waive[ds]?\b)[^.;]{0,120})"
)
"""What frees some from a requirement, or binds it: "unless the board waives it" says of whom something is asked."""
_MORE_BEHIND_OR = re.compile(
    rf"(?i:(?:at least |an? )?(?:{NUMBER})?(?: ?\([0-9]{{1,2}}\))? ?(?:additional|further|extra) (?:(?:{NUMBER}) )?"
    r"(?:years?|months?)\b[^.;]{0,80})"
)
"""Service behind "or" that is more than some other: it stands for what "or" follows, not for all before it."""
_FOR_EACH = re.compile(
    r"(?i:\b(?:for each|for every|per|each) (?:lacking |missing )?(?:years?|months?) (?:of )?"
    r"(?:college|university|education|study|school\w*|degree|lacking|missing)\b[^.;]{0,80})"
)
_TWO_DEGREES = re.compile(
    r"(?i:\b(?:bachelor|associate|baccalaureate)'?s?'?(?: degree)? and (?:an? )?(?:master|doctor)[^.;]{0,80})"
)
_MAJOR_OF = re.compile(r"(?i:\bmajor (?:title |subject )?of (?!study\b)[^.;,]{1,60})")
_LICENSE_BEHIND = re.compile(
    r"(?i:[;,] ?(?:and )?(?:an? |the )?(?:(?:current|valid|active) )?(?:[\w'-]+ ){0,3}"
    r"(?:licen[cs]e|registration)\b[^;.]*)"
)
_ASKED_BEHIND = re.compile(
    r"(?i:(?:[,;] ?| (?=and\b))(?:and )?[^,;]{0,60}\b"
    r"(?:diploma|degree|licen[cs]e|certificate|experience|(?:years?|months?) (?:of(?! age)|as|in))\b.*)"
)
_OF_PERSONS = frozenset({"AGE", "CITIZENSHIP"})
_SOME_OTHER_WAY = re.compile(
    r"(?i:,? ?\(?or (?:the |an? )?(?:equivalent|comparable|related|relevant) (?:work |job |professional |paid ){0,2}"
    r"(?:experience|training)\b[^.;]{0,80})"
)
"""Experience that is as good as study, in how much of it nobody says: one more way that no field holds."""
_PREFERRED_FIELD = re.compile(
    r"(?i:\((?:strongly |highly )?(?:preferred|desired|desirable)[^()]*\)"
    r"|\bpreferred (?:majors?|fields?|concentration|emphasis|area)\b[^.;,]{0,60})"
)
_GRADES = re.compile(
    r"(?i:(?:[,;] ?|\b(?:with|and) )?(?:an? )?(?:minimum |cumulative |overall ){0,2}"
    r"(?:gpa|grade[- ]point|class rank)\b[^.;]{0,80}(?:\.[0-9]+)?)"
)

_SIGNS: Mapping[type, tuple[re.Pattern[str], ...]] = {
    ExperienceClause: (_COUNTS_NOTHING, _EITHER, _UNDER_A_CONDITION, _FOR_EACH),
    EducationClause: (
        _COUNTS_NOTHING,
        _EITHER,
        _CERTIFIED,
        _UNDER_A_CONDITION,
        _TWO_DEGREES,
        _GRADES,
        _PREFERRED_FIELD,
        _MAJOR_OF,
    ),
    ProgrammeClause: (_LICENSE_BEHIND,),
    CredentialClause: (_EITHER, _STUDY_IN_A_LICENSE, _UNDER_A_CONDITION),
    ConditionClause: (_COUNTED_BEHIND,),
}
_WITH_ITEMS = ExperienceClause | EducationClause | CredentialClause


def find_loose_words(text: str, node: Node | None) -> Iterator[Span]:
    """Yield what a clause of the tree took with it that a lost word left behind.

    >>> from ladder.reading.requirement_grammar.tree import CredentialClause
    >>> text = "A forklift license completion of 60 credits"
    >>> [text[slice(*one)] for one in find_loose_words(text, CredentialClause(text, Span(0, len(text))))]
    ['completion of 60 credits']
    """
    words = text.rstrip()
    if words.endswith(","):
        yield Span(len(words) - 1, len(words))
    for leaf in leaves_of(node):
        start, end = leaf.span
        found = chain.from_iterable(sign.finditer(text, start, end) for sign in _SIGNS.get(type(leaf), ()))
        yield from (Span(*one.span()) for one in found if not one.group().casefold().startswith("or "))
        yield from _of_a_kind(text, leaf)
        if isinstance(leaf, _WITH_ITEMS):
            yield from _items_alone(text, leaf.span)
        if isinstance(leaf, ExperienceClause) and text[:start].rstrip().endswith((" or", " OR")):
            alone = _IS_ITS_OWN_SUBJECT.match(text, start, end) or _MORE_BEHIND_OR.match(text, start, end)
            yield from [Span(*alone.span())] if alone else []


def _of_a_kind(text: str, leaf: Node) -> Iterator[Span]:
    """Yield what a kind of clause alone took along: another way beside study, what is asked behind an age."""
    sign = None
    if isinstance(leaf, EducationClause):
        sign = _SOME_OTHER_WAY
    elif isinstance(leaf, ConditionClause) and leaf.code in _OF_PERSONS:
        sign = _ASKED_BEHIND
    found = sign.search(text, *leaf.span) if sign is not None else None
    if found is not None:
        yield Span(*found.span())


def _items_alone(text: str, span: Span) -> Iterator[Span]:
    """Yield an item behind a mark, where the mark before it stands nowhere in the same clause."""
    for found in _MARK.finditer(text, *span):
        mark = found["letter"] or found["roman"]
        before = _BEFORE.get(mark) or chr(ord(mark) - 1)
        closed = "." if found["roman"] else ")"
        if _IS_A_FIGURE.search(text, max(0, found.start() - _LONGEST_NUMBER), found.start()):
            continue  # "two (2) of these years"
        if f"{before}{closed}" not in text[span.start : found.start()]:
            yield Span(*found.span())
