"""Notes beside the minimum qualifications: those that stand for something asked, ask more, or are only shown."""

import re
from collections.abc import Iterable, Iterator

from ladder.reading.drafts import Role
from ladder.reading.jurisdictions.philadelphia.blocks import Words
from ladder.reading.jurisdictions.philadelphia.layout import read_heading
from ladder.reading.jurisdictions.philadelphia.specialties import Specialties
from ladder.reading.passages import Claim, Span

_STANDS_FOR = re.compile(
    r"\bsubstitut|\bconsidered (?:as |to be )?(?:the )?equivalent|\bequat(?:e|es|ed)\b|\bin lieu of\b"
    r"|\bsatisf(?:y|ies)\b|\b(?:meets?|fulfills?) (?:both |all |the |minimum )|\bmay (?:also )?qualify\b"
    r"|\b(?:may|can) (?:be )?replaced?\b|\bwill be (?:considered|deemed|eligible)\b"
    r"|\bmay be (?:acceptable|credited|counted)\b",
    re.IGNORECASE,
)
_DEMANDS = re.compile(r"\b(?:must|shall|required to|will be required)\b", re.IGNORECASE)
_SHOWN = re.compile(
    r"^(?:Selective Factor|In accordance with Civil Service|\*|ADDITIONAL REQUIREMENT)|\bspecific positions\b"
    # Who qualifies only by meeting what is asked anyway is asked no less and no more by the note.
    r"|\bif they meet the above\b"
)
_FOR_SOME = re.compile(
    r"^(?:for )?(?:the )?(?P<name>[A-Za-z][A-Za-z ,&/'-]{1,60}?) specialt(?:y|ies)(?: only)?[:,] {1,3}", re.IGNORECASE
)
_SOME_ONLY = re.compile(r" for the (?P<name>[A-Za-z][A-Za-z ,&/'-]{1,60}) specialt(?:y|ies)[.]?$", re.IGNORECASE)
_SHORTEST_NOTE = 60


def stands_for_something(words: Words) -> bool:
    """Return whether a note says that something may stand for what is asked."""
    return bool(_STANDS_FOR.search(words.text))


def is_only_shown(words: Words) -> bool:
    """Return whether a note is for some positions, or about the examination: it asks nothing of the class."""
    return bool(_SHOWN.search(words.text))


def limit_note(words: Words, specialties: Specialties) -> Iterator[Claim]:
    """Limit a note to the specialties that its first or last words name; they are left out, and their claim yielded."""
    first = words.pieces[0]
    if found := _FOR_SOME.match(words.text):
        named = Span(first.start, first.start + found.end())
        words.pieces[0], words.text = Span(named.end, first.end), words.text[found.end() :]
    elif found := _SOME_ONLY.search(words.text):
        named = Span(first.start + found.start(), first.end)
        words.pieces[0], words.text = Span(first.start, named.start), words.text[: found.start()]
    else:
        return
    words.specialties = specialties.meant_by(found["name"])
    yield Claim("heading", named, read_heading(found[0]))


def sort_notes(notes: Iterable[Words]) -> tuple[list[Words], list[Words], list[Words]]:
    """Return the notes by what they say: substitutions, demands, and what is only shown."""
    stand: list[Words] = []
    demand: list[Words] = []
    shown: list[Words] = []
    for words in notes:
        if is_only_shown(words):
            shown.append(words)
        elif stands_for_something(words):
            words.role = Role.SUBSTITUTION
            stand.append(words)
        elif _DEMANDS.search(words.text):
            demand.append(words)
        elif len(words.text) >= _SHORTEST_NOTE or words.text.endswith("."):
            shown.append(words)
    return stand, demand, shown
