"""The specialties of a class: those its top lists, and those that a mark among the requirements means."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from ladder.sources import Note, Severity
from ladder.titles import fold_title

_APART = re.compile(r"[,/&;]| and ", re.IGNORECASE)
_EVERY = frozenset({"all", "both", "all assignment", "both assignment"})
_OTHERS = frozenset({"all other", "other"})
LANGUAGE = "bilingual"
_NEAR_ENOUGH = 0.85
_LEVEL = re.compile(r"[0-9]|\b[ivx]{1,4}\b")


class Specialties:
    """Names of specialties, as a page grows them: its list first, then marks that mean none of it."""

    def __init__(self, listed: tuple[str, ...]) -> None:
        """Begin with the names that the top of the page lists."""
        self.names = list(listed)
        self._listed = listed
        self._meant: set[str] = set()
        self._slips: dict[str, str] = {}

    def meant_by(self, words: str) -> tuple[str, ...] | None:
        """Return the specialties that the words of a mark mean; none stands for all of them."""
        folded = fold_title(words)
        if folded in _EVERY:
            return None
        if folded in _OTHERS:
            return tuple(name for name in self.names if name not in self._meant and fold_title(name) != LANGUAGE)
        found = tuple(name for name in self.names if _is_meant(name, words)) or self._misspelt(words)
        if not found:
            self.names.append(words.strip())
            found = (words.strip(),)
        self._meant.update(found)
        return found

    def _misspelt(self, words: str) -> tuple[str, ...]:
        """Return the one listed name that the words are a slip of, if there is one; levels are no slips."""
        letters = words.casefold().strip()
        if _LEVEL.search(letters):
            return ()
        near = tuple(name for name in self._listed if _are_alike(name.casefold(), letters))
        if len(near) != 1:
            return ()
        self._slips[words] = near[0]
        return near

    def is_listed(self, name: str) -> bool:
        """Return whether the top of the page lists this name."""
        return name in self._listed

    def without_mark(self) -> tuple[str, ...]:
        """Return the listed names, languages aside, that no mark meant so far."""
        return tuple(name for name in self._listed if name not in self._meant and fold_title(name) != LANGUAGE)

    def notes(self) -> Iterator[Note]:
        """Yield a note for each mark that was read as a listed name of another spelling."""
        for words, name in self._slips.items():
            what = f"{words}: no specialty is called so; it is read as {name}"
            yield Note("SPECIALTY_MISSPELT", Severity.INFO, 0, what)

    def is_name(self, words: str) -> bool:
        """Return whether the words are the name of a specialty that is known."""
        folded = fold_title(words)
        return bool(folded) and any(fold_title(name) == folded for name in self.names)


def _is_meant(name: str, words: str) -> bool:
    """Return whether a name is the words, is among them, or is a part of them longer than printed there."""
    wanted = _words_of(name)
    if not wanted:
        return False
    if wanted <= _words_of(words):
        return True
    return any(part and part <= wanted for part in map(_words_of, _APART.split(words)))


def _are_alike(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= _NEAR_ENOUGH and matcher.ratio() >= _NEAR_ENOUGH


def _words_of(words: str) -> set[str]:
    """Return the words of a name; "services" tells no specialty from another where other words do."""
    found = set(fold_title(words).split())
    return found - {"service"} or found
