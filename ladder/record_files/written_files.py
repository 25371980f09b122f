"""A record file as it stands on the disk: its text, and the lines that each of its places takes."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ladder.record_files.located_records import read_tree
from ladder.record_files.trees import Place, RecordTree


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """The path of a record file, its text, and the tree that it holds."""

    path: str
    text: str
    tree: RecordTree

    def value(self, *place: str | int) -> Any:  # noqa: ANN401 - a plain value
        """Return the value at a place; ``None`` where the file has nothing there."""
        here: Any = self.tree.tree
        for part in place:
            known = range(len(here)) if isinstance(here, list) else here if isinstance(here, dict) else ()
            if part not in known:
                return None
            here = here[part]
        return here

    def lines_of(self, *place: str | int) -> tuple[int, int]:
        """Return the first and the last line of what stands at a place, from 1.

        Blank lines and comments behind it are none of it. A place that the file has not gives the
        lines of the nearest group that would hold it.
        """
        while place and place not in self.tree.line_of:
            place = place[:-1]
        lines = self.text.split("\n")
        first = self.tree.line_near(place)
        last = max(first, self._next_line(place, len(lines) + 1) - 1)
        while last > first and _says_nothing(lines[last - 1]):
            last -= 1
        return first, last

    def _next_line(self, place: Place, end: int) -> int:
        """Return the line of what stands behind a place; ``end`` where nothing does."""
        places = list(self.tree.line_of)
        behind = (one for one in places[places.index(place) :] if one[: len(place)] != place)
        return next((self.tree.line_of[one] for one in behind), end)

    def indent_of(self, line: int) -> str:
        """Return the blanks that a line begins with."""
        words = self.text.split("\n")[line - 1]
        return words[: len(words) - len(words.lstrip(" "))]


def _says_nothing(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def read_written(text: str, path: Path | str) -> WrittenFile:
    """Return a record file by its text.

    Raises:
        BadFileError: the text is no YAML or JSON that a record file may hold.

    """
    return WrittenFile(str(path), text, read_tree(text, file=path))
