"""The specialties of a class: those its top lists, and those that a mark among the requirements means."""

import re

from ladder.titles import fold_title

_APART = re.compile(r"[,/&;]| and ", re.IGNORECASE)
_EVERY = frozenset({"all", "both", "all assignment", "both assignment"})
_OTHERS = frozenset({"all other", "other"})
LANGUAGE = "bilingual"


class Specialties:
    """Names of specialties, as a page grows them: its list first, then marks that mean none of it."""

    def __init__(self, listed: tuple[str, ...]) -> None:
        """Begin with the names that the top of the page lists."""
        self.names = list(listed)
        self._meant: set[str] = set()

    def meant_by(self, words: str) -> tuple[str, ...] | None:
        """Return the specialties that the words of a mark mean; none stands for all of them."""
        folded = fold_title(words)
        if folded in _EVERY:
            return None
        if folded in _OTHERS:
            return tuple(name for name in self.names if name not in self._meant and fold_title(name) != LANGUAGE)
        found = tuple(name for name in self.names if _is_meant(name, words))
        if not found:
            self.names.append(words.strip())
            found = (words.strip(),)
        self._meant.update(found)
        return found

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


def _words_of(words: str) -> set[str]:
    """Return the words of a name; "services" tells no specialty from another where other words do."""
    found = set(fold_title(words).split())
    return found - {"service"} or found
