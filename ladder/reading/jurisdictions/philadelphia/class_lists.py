"""Lists of classes that meet what is asked: each line to titles and codes, each class to its statements."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ladder.reading.drafts import ListedClass, Role
from ladder.reading.jurisdictions.philadelphia.blocks import Blocks, ClassList, Words
from ladder.reading.jurisdictions.philadelphia.identity import Identity, read_title
from ladder.reading.jurisdictions.philadelphia.layout import Line, bullet_length, read_heading
from ladder.reading.jurisdictions.philadelphia.specialties import Specialties
from ladder.reading.passages import Claim, Document, Span
from ladder.sources import Note, Severity
from ladder.titles import fold_title

_CODE = r"[0-9][A-Z][0-9]{2}"
_CODED = re.compile(
    rf"(?P<title>[A-Z][^()]{{2,80}}?(?: \([A-Z][^()0-9]{{2,40}}\))?) ?\((?P<codes>{_CODE}(?:(?:, ?|/){_CODE}){{0,3}})\)"
)
_CODE_FIRST = re.compile(rf"^(?P<codes>{_CODE}) ?-? ?(?P<title>[A-Z][^()]{{2,80}})$")
_CODE_LAST = re.compile(rf"^(?P<title>[A-Z][^()]{{2,80}}?) (?P<codes>{_CODE})$")
_PLAIN = re.compile(
    r"^(?P<title>[A-Z][^().:;]{2,80}?)(?: \((?:(?:EP|N|CP|H)? ?[0-9]{1,2}[A-Z]?|[a-z -]{5,40} level)\))?$"
)
_TWO_LEVELS = re.compile(
    r"^(?P<name>.{3,60}) (?P<first>[0-9]|[IVX]{1,4}) (?:or|and|&) (?P<second>[0-9]|[IVX]{1,4})"
    r"(?P<rest>(?: - .{1,40})?)$"
)
_JOINED = re.compile(r" and (?=[A-Z])|, (?=[A-Z])")
_LIMIT = re.compile(r"\b(?:only|if)\b", re.IGNORECASE)
_FOR_SPECIALTY = re.compile(r" for the (?P<name>[A-Z][A-Za-z &/,'-]{1,60}) Specialt(?:y|ies)(?: only)?$", re.IGNORECASE)
_LEVEL = re.compile(r"\(([a-z -]{5,40}) level\)")
_BETWEEN_CODES = re.compile(r", ?|/")
_LENGTH = re.compile(r"\b([A-Za-z0-9]{1,12})(?: \([0-9]{1,2}\))? (years?|months?)\b", re.IGNORECASE)
_FOLLOWING = re.compile(
    r",? ?(?:in|as|in the class of)? ?(?:one|any)? ?(?:or more )?(?:of )?the following "
    r"(?:City )?class(?:es|ifications)?:$"
)
_LEADING_WORDS = re.compile(r"^(?:including )?(?:formerly )?", re.IGNORECASE)
_NUMERAL_BEHIND = re.compile(r" (?:[0-9]|[IVX]{1,4})$| - .{1,40}$")
_NUMERAL = re.compile(r" (?:[0-9]|[IVX]{1,4})(?!\w)")
_EXPERIENCE = frozenset({"", "EXPERIENCE", "GENERAL EXPERIENCE", "SPECIFIC EXPERIENCE", "SPECIAL EXPERIENCE"})


class Item(NamedTuple):
    """A class in a list: title as printed, code, and the level that it is said to be at."""

    title: str
    code: str | None
    level: str = ""


def read_items(words: str) -> tuple[Item, ...]:
    """Return the classes that a line of a list names; none where it is not sure what it names.

    >>> [item.code for item in read_items("Park Keeper 1 or 2 (1X06, 1X07)")]
    ['1X06', '1X07']
    """
    words = _FOR_SPECIALTY.sub("", words)
    if _LIMIT.search(words):
        return ()
    coded = list(_CODED.finditer(words))
    if coded:
        return tuple(item for found in coded for item in _expand(found["title"], found["codes"]))
    for pattern in (_CODE_FIRST, _CODE_LAST):
        if found := pattern.match(words):
            return tuple(_expand(found["title"], found["codes"]))
    return tuple(item for part in _JOINED.split(words.rstrip(".")) for item in _read_plain(part)) if words else ()


def _read_plain(words: str) -> Iterator[Item]:
    if found := _PLAIN.match(words):
        level = _LEVEL.search(words)
        yield Item(found["title"].strip(), None, level[1] if level else "")


def _expand(title: str, codes: str) -> Iterator[Item]:
    """Yield a class for each code: one title, or one with two numerals for two codes."""
    numbers = _BETWEEN_CODES.split(codes)
    name = _LEADING_WORDS.sub("", title).strip(" ,-")
    both = _TWO_LEVELS.match(name)
    if both and len(numbers) == 2:  # noqa: PLR2004 - "1 or 2" is two
        for number, code in zip((both["first"], both["second"]), numbers, strict=True):
            yield Item(f"{both['name']} {number}{both['rest']}", code)
    elif len(numbers) == 1:
        yield Item(name, numbers[0])


class ListReader:
    """Gives the classes of lists to the statements that the lists are for."""

    def __init__(self, document: Document, identity: Identity, specialties: Specialties) -> None:
        """Begin with the class whose page it is."""
        self._document = document
        self._own = (identity.code, fold_title(identity.title or ""))
        self._specialties = specialties
        self.claims: list[Claim] = []
        self.notes: list[Note] = []
        self._titles: dict[str, str] = {}

    def give(self, found: Blocks, lists: Sequence[ClassList]) -> None:
        """Give each list's classes to its statements; a list that may mean several is left unread, with a note."""
        for words in _words_of(found):
            self._take_own_list(words)
        for one in lists:
            anyone = _for_role(one, _words_of(found))
            candidates = [words for words in anyone if _shares_specialty(one, words)]
            limited = [self._give_line(line, one, candidates, anyone) for line in one.lines]
            if one.may_be_for_all and one.specialties is not None and not all(limited):
                said = ", ".join(one.specialties)
                text = f"whether this list is for other specialties than {said} too is not sure"
                self._note("LISTED_CLASS_UNCLEAR", one.lines[0].span, text)

    def _give_line(self, line: Line, one: ClassList, candidates: list[Words], anyone: list[Words]) -> bool:
        """Give the classes of a line; return whether the line itself names the specialty that they are for."""
        bullet = bullet_length(line.text)
        inner = line.tail(bullet) if bullet else line
        if limit := _FOR_SPECIALTY.search(inner.text):
            candidates = self._of_specialty(limit["name"], anyone)
        items = read_items(inner.text)
        chosen = [(item, self._for_whom(item, one, candidates, line.span)) for item in items]
        if not items or any(not words for _, words in chosen):
            self._note("LISTED_CLASS_UNCLEAR", line.span, f"whom this is listed for is not sure: {line.text}")
            return limit is not None
        if bullet:
            self.claims.append(Claim("furniture", line.part(0, bullet)))
        self.claims.append(Claim("listed_class", inner.span, read_listed(inner.text)))
        self._note_shared_codes(items, line.span)
        for item, statements in chosen:
            self._list_for(item, statements, line.span)
        return limit is not None

    def _of_specialty(self, name: str, anyone: list[Words]) -> list[Words]:
        names = set(self._specialties.meant_by(name) or ())
        return [words for words in anyone if names & set(words.specialties or ())]

    def _list_for(self, item: Item, statements: list[Words], span: Span) -> None:
        listed = ListedClass(read_title(item.title), self._code_of(item, span))
        for words in statements:
            # A sentence that names the class itself says how much service in it is asked.
            if not _names(words, listed.title):
                words.listed.append(listed)

    def _note_shared_codes(self, items: Sequence[Item], span: Span) -> None:
        """Note a code printed with two titles: each is named by its title; the code can be that of one only."""
        for item in items:
            first = self._titles.setdefault(item.code or item.title, item.title)
            is_own = item.code == self._own[0]
            if item.code and not is_own and fold_title(first) != fold_title(item.title):
                self._note("LISTED_CODE_SHARED", span, f"{item.code} is printed with {first} and with {item.title}")

    def _for_whom(self, item: Item, one: ClassList, candidates: list[Words], span: Span) -> list[Words]:
        """Return the statements that a class meets: those that name it, else those of one length.

        A list said to be for all specialties is for each on its own: what is not sure in
        one of them is noted for it.
        """
        if naming := _naming(item, candidates):
            return naming
        if not (one.is_marked and one.specialties is None):
            return _at_level(item, candidates)
        found: list[Words] = []
        for names in dict.fromkeys(words.specialties for words in candidates):
            mine = _at_level(item, [words for words in candidates if words.specialties == names])
            found += mine
            if not mine:
                said = ", ".join(names or ()) or "all"
                text = f"whom in the specialty this is listed for is not sure: {said}: {item.title}"
                self._note("LISTED_CLASS_UNCLEAR", span, text)
        return found

    def _take_own_list(self, words: Words) -> None:
        """Read the list that a statement ends with, where it is one of classes."""
        first, *others = words.pieces
        text = self._document.text
        found = _FOLLOWING.search(text[first.start : first.end])
        lines = [Line(span, text[span.start : span.end]) for span in others]
        inner = [line.tail(bullet_length(line.text)) for line in lines]
        items = [read_items(line.text.rstrip(";,.")) for line in inner]
        if not found or not lines or not all(items):
            return
        cut = first.start + found.start()
        words.pieces = [Span(first.start, cut)]
        words.text = text[first.start : cut]
        self.claims.append(Claim("heading", Span(cut, first.end), read_heading(found[0])))
        for line, within, named in zip(lines, inner, items, strict=True):
            self.claims.append(Claim("furniture", Span(line.span.start, within.span.start)))
            self.claims.append(Claim("listed_class", within.span, read_listed(within.text)))
            for item in named:
                words.listed.append(ListedClass(item.title, self._code_of(item, line.span), typically=False))

    def _code_of(self, item: Item, span: Span) -> str | None:
        """Return the code printed for a class, unless it is the code of the class that the page is of."""
        own_code, own_title = self._own
        if item.code is None or item.code != own_code or fold_title(item.title) == own_title:
            return item.code
        self._note("OWN_CODE_CITED", span, f"{item.title} is given the code {item.code}, which is this class's own")
        return None

    def _note(self, code: str, span: Span, text: str) -> None:
        self.notes.append(Note(code, Severity.WARNING, self._document.line_at(span.start), text))


def read_listed(words: str) -> str:
    """Return the titles and codes that a line of a list names, with a comma between them."""
    return ", ".join(
        f"{item.title} {item.code}" if item.code else item.title for item in read_items(words.rstrip(";,."))
    )


def _words_of(found: Blocks) -> list[Words]:
    return [words for block in found.blocks if block.label in _EXPERIENCE for words in block.words()]


def _for_role(one: ClassList, statements: list[Words]) -> list[Words]:
    """Return the statements of experience that a list is for: special ones where it says so and there are any."""
    lasting = [words for words in statements if _LENGTH.search(words.text)]
    special = [words for words in lasting if words.role is Role.SPECIAL]
    return special if special and "SPECIFIC" in one.about.upper() else lasting


def _shares_specialty(one: ClassList, words: Words) -> bool:
    return one.specialties is None or words.specialties is None or bool(set(one.specialties) & set(words.specialties))


def _names(words: Words, title: str) -> bool:
    return f" {fold_title(title)} " in f" {fold_title(words.text)} "


def _names_stem(words: Words, title: str) -> bool:
    """Return whether the words name a class, in capitals, whose title a list prints with a numeral or more behind it.

    Capitals tell the class from the work: "Sewer Crew Chief", not "sewer crew chief work".
    """
    whole = read_title(title)
    stem = _NUMERAL_BEHIND.sub("", whole, count=1)
    if stem == whole or " " not in stem:
        return False
    return any(not _NUMERAL.match(behind) for behind in words.text.split(stem)[1:])


def _at_level(item: Item, candidates: Iterable[Words]) -> list[Words]:
    """Return the statements that a class meets; none where they ask different lengths and no level tells."""
    chosen = list(candidates)
    if item.level:
        named = [words for words in chosen if f"{item.level.split('-')[0]}" in words.text.casefold()]
        chosen = named or chosen
    for role in {words.role for words in chosen}:
        if len({_length_of(words) for words in chosen if words.role is role}) > 1:
            return []
    return chosen


def _length_of(words: Words) -> str:
    found = _LENGTH.search(words.text)
    return found[0].casefold() if found else ""


def _naming(item: Item, candidates: list[Words]) -> list[Words]:
    """Return the statements that name a class: by its title, else by the stem of it."""
    naming = [words for words in candidates if _names(words, item.title)]
    return naming or [words for words in candidates if _names_stem(words, item.title)]
