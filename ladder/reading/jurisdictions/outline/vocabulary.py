"""The words by which the general reader finds headings, labels and titles: ``headings.yaml``, and a user's own."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cached_property, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from ladder.reading.sections import fold_heading
from ladder.record_files import is_file, read_record, read_text_file
from ladder.records import Record, record

HEADINGS_FILE = "headings.yaml"
"""The name of the file of words, in the package and beside a user's documents."""

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
_KINDS = (
    "wished",
    "shown",
    "substitution",
    "internal",
    "general",
    "special",
    "note",
    "abilities",
    "other",
    "credential",
    "education",
    "open",
)
_STRONG = frozenset(map(str.upper, ("experience", "education", "qualification", "qualifications", "training")))
_MIXED = frozenset({"abilities", "other"})
_SINGLE = frozenset({"credential", "education"})
_MOST_WORDS = 12
_MOST_WORDS_OF_A_NAME = 6
_LONGEST_SENTENCE = 1_000
_Value = TypeVar("_Value")


@record
class KindWords(Record):
    """What decides on one kind of section: single words, and phrases that are the whole heading."""

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


@record
class LabelWords(Record):
    """The labels of facts, the one trusted most first."""

    title: tuple[str, ...] = ()
    job_title: tuple[str, ...] = ()
    code: tuple[str, ...] = ()
    pay: tuple[str, ...] = ()
    lowest_pay: tuple[str, ...] = ()
    highest_pay: tuple[str, ...] = ()
    pay_time: tuple[str, ...] = ()


@record
class NoTitleWords(Record):
    """Lines that are no title of a class, beginnings and ends of such lines, and words that no title holds."""

    lines: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()


@record
class HeadingWords(Record):
    """A file of words: what each means is said in the package's own ``headings.yaml``."""

    beside: tuple[str, ...] = ()
    wished: KindWords = KindWords()
    shown: KindWords = KindWords()
    substitution: KindWords = KindWords()
    internal: KindWords = KindWords()
    general: KindWords = KindWords()
    special: KindWords = KindWords()
    note: KindWords = KindWords()
    abilities: KindWords = KindWords()
    other: KindWords = KindWords()
    credential: KindWords = KindWords()
    education: KindWords = KindWords()
    open: KindWords = KindWords()
    joining: tuple[str, ...] = ()
    ending: tuple[str, ...] = ()
    ending_within: tuple[str, ...] = ()
    ending_words: tuple[str, ...] = ()
    labels: LabelWords = LabelWords()
    no_title: NoTitleWords = NoTitleWords()


@record
class LayoutDescription(Record):
    """A layout of one jurisdiction as its words: those that recognize it, and those that the package's do not have."""

    jurisdiction: str
    name: str
    recognized_by: tuple[str, ...]
    words: HeadingWords = HeadingWords()


def fold_label(text: str) -> str:
    """Return a label's letters and figures in capitals; words written as one are parted.

    >>> fold_label("PositionTitle:")
    'POSITION TITLE'
    """
    return fold_heading(_CAMEL.sub(" ", text))


@dataclass(frozen=True)
class Vocabulary:
    """The words of one or several files, the first asked first."""

    files: tuple[HeadingWords, ...]

    def with_words(self, words: HeadingWords) -> "Vocabulary":
        """Return the vocabulary with words of one more file, which are asked before these."""
        return Vocabulary((words, *self.files))

    def kind_of(self, heading: str) -> str | None:
        """Return the kind of section that a heading opens; none where a word of it is not known, or none decides."""
        folded = fold_label(heading)
        if folded.endswith((" MUST", " MUST HAVE", " SHALL", " WILL HAVE")):
            return None  # "At the time of application, applicants must": a list of what is asked follows
        phrase = self._phrase_in(folded)
        if phrase is not None:
            return self._phrases[phrase]
        halves = {self._phrases.get(half) for half in folded.split(" AND ")}
        if len(halves) == 1 and halves != {None}:
            return halves.pop()  # "Physical Requirements and Working Conditions"
        words = frozenset(folded.split())
        is_known = words and len(folded.split()) <= _MOST_WORDS and words <= self._known
        return self._decide(words) if is_known else None

    def _phrase_in(self, folded: str) -> str | None:
        """Return the phrase that a heading is, or else begins or ends with, words beside it apart."""
        words = folded.split()
        if folded in self._phrases or len(words) > _MOST_WORDS:
            return folded if folded in self._phrases else None
        for count in range(len(words) - 1, 1, -1):
            for inner, outer in ((words[:count], words[count:]), (words[-count:], words[:-count])):
                if " ".join(inner) in self._phrases and self._beside.issuperset(outer):
                    return " ".join(inner)
        return None

    def _decide(self, words: frozenset[str]) -> str | None:
        """Return the kind that known words decide on; what is mixed with study or service is asked as these are."""
        kinds = frozenset(kind for word in words for kind in self._words.get(word, ()))
        kind = next((kind for kind in _KINDS if kind in kinds), None)
        if kind in _MIXED:
            return "open" if words & _STRONG else kind
        if kind in _SINGLE:
            return "open" if words & _STRONG - {"EDUCATION"} or kinds >= _SINGLE else kind
        return kind

    @cached_property
    def _known(self) -> frozenset[str]:
        return self._beside | frozenset(self._words)

    def joins(self, line: str) -> bool:
        """Return whether a line only says how what stands around it is joined, as ``OR`` and ``Option II`` do."""
        words = fold_label(line).split()
        return bool(words) and words[0] in self._joining and all(map(self._is_joining, words[1:]))

    def opens_alternatives(self, line: str) -> bool:
        """Return whether a line is the first of those that join alternatives, as ``Either I`` and ``Option A`` are."""
        words = fold_label(line).split()
        return (
            self.joins(line)
            and words[0] not in {"OR", "AND"}
            and (words[0] == "EITHER" or words[-1] in {"I", "1", "A"})
        )

    def _is_joining(self, word: str) -> bool:
        return word in self._joining or len(word) == 1 or not set(word) - set("IVX0123456789")

    def ends(self, line: str) -> bool:
        """Return whether a sentence is one that ends the qualifications."""
        folded = fold_label(line[:_LONGEST_SENTENCE])
        begins = f"{folded} ".startswith(self._endings) or self.kind_of(line) == "other"
        return begins or any(words in folded for words in self._endings_within)

    def heads_an_end(self, heading: str) -> bool:
        """Return whether a heading with words that nobody knows ends the qualifications by another of its words."""
        words = frozenset(fold_label(heading).split())
        asks = any("open" in kinds or kinds & _SINGLE for kinds in map(self._words.get, words) if kinds)
        return not asks and not words.isdisjoint(self._ending_words)

    def label_of(self, label: str) -> tuple[str, int] | None:
        """Return the fact that a label announces, and how far down the label stands among those of that fact."""
        return self._labels.get(fold_label(label))

    def is_no_title(self, line: str) -> bool:
        """Return whether a line is known to be no title of a class."""
        folded = fold_label(line)
        is_known = folded in self._no_titles or f"{folded} ".startswith(self._no_title_beginnings)
        is_short = "," not in line and len(folded.split()) <= _MOST_WORDS_OF_A_NAME
        has_end = is_short and f" {folded}".endswith(self._no_title_endings)
        return is_known or has_end or not self._no_title_words.isdisjoint(folded.split())

    @cached_property
    def _phrases(self) -> Mapping[str, str]:
        pairs = ((fold_heading(phrase), kind) for kind, words in self._kinds() for phrase in words.phrases)
        return _first_of(pairs)

    @cached_property
    def _words(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, frozenset[str]] = {}
        for kind, words in self._kinds():
            for word in map(fold_heading, words.words):
                found[word] = found.get(word, frozenset()) | {kind}
        return MappingProxyType(found)

    def _kinds(self) -> Iterator[tuple[str, KindWords]]:
        for file in self.files:
            yield from ((kind, getattr(file, kind)) for kind in _KINDS)

    @cached_property
    def _beside(self) -> frozenset[str]:
        return _folded(word for file in self.files for word in file.beside)

    @cached_property
    def _joining(self) -> frozenset[str]:
        return frozenset(word for file in self.files for line in file.joining for word in fold_heading(line).split())

    @cached_property
    def _endings(self) -> tuple[str, ...]:
        return tuple(f"{fold_heading(line)} " for file in self.files for line in file.ending)

    @cached_property
    def _endings_within(self) -> frozenset[str]:
        return _folded(line for file in self.files for line in file.ending_within)

    @cached_property
    def _ending_words(self) -> frozenset[str]:
        return _folded(word for file in self.files for word in file.ending_words)

    @cached_property
    def _labels(self) -> Mapping[str, tuple[str, int]]:
        pairs = (
            (fold_heading(label), (fact.name, rank))
            for file in self.files
            for fact in fields(LabelWords)
            for rank, label in enumerate(getattr(file.labels, fact.name))
        )
        return _first_of(pairs)

    @cached_property
    def _no_titles(self) -> frozenset[str]:
        return _folded(line for file in self.files for line in file.no_title.lines)

    @cached_property
    def _no_title_words(self) -> frozenset[str]:
        return _folded(word for file in self.files for word in file.no_title.words)

    @cached_property
    def _no_title_endings(self) -> tuple[str, ...]:
        return tuple(f" {fold_heading(line)}" for file in self.files for line in file.no_title.endings)

    @cached_property
    def _no_title_beginnings(self) -> tuple[str, ...]:
        return tuple(f"{fold_heading(line)} " for file in self.files for line in file.no_title.beginnings)


def _first_of(pairs: Iterable[tuple[str, _Value]]) -> Mapping[str, _Value]:
    return MappingProxyType(dict(reversed(list(pairs))))


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold_heading, words))


def words_for(path: Path, *, named: Path | None = None) -> HeadingWords | None:
    """Return the words of the file named, else of the one beside a document; none where there is neither.

    Raises:
        BadFileError: as :func:`load_words`.

    """
    return _words_of(named) if named is not None else _words_of(path.parent / HEADINGS_FILE, must_be=False)


@lru_cache(maxsize=64)
def _words_of(file: Path, *, must_be: bool = True) -> HeadingWords | None:
    return load_words(file) if must_be or is_file(file) else None


@lru_cache(maxsize=1)
def load_vocabulary() -> Vocabulary:
    """Return the vocabulary of the package."""
    return Vocabulary((load_words(Path(__file__).parents[2] / HEADINGS_FILE),))


def load_description(path: Path) -> LayoutDescription:
    """Return the description of a layout.

    Raises:
        BadFileError: the file cannot be read, or describes no layout.

    """
    return read_record(LayoutDescription, read_text_file(path), file=path)


def load_words(path: Path) -> HeadingWords:
    """Return the words of a file.

    Raises:
        BadFileError: the file cannot be read, or holds what a file of words does not.

    """
    return read_record(HeadingWords, read_text_file(path), file=path)
