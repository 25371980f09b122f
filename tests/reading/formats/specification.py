"""A class specification of our own wording: what every format of it says."""

from typing import NamedTuple


class Section(NamedTuple):
    """A heading and what stands below it: paragraphs, or the items of a list."""

    heading: str
    lines: tuple[str, ...]
    is_list: bool = False

    def printed(self) -> tuple[str, ...]:
        """Return the lines as they are printed, items with their numbers."""
        return tuple(f"{number}. {line}" for number, line in enumerate(self.lines, 1)) if self.is_list else self.lines


class Specification(NamedTuple):
    """The labeled facts of a class and its sections, in the order printed."""

    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    posting: tuple[tuple[str, object], ...] = ()

    @property
    def title(self) -> str:
        """The title of the class."""
        return self.facts[0][1]

    @property
    def code(self) -> str:
        """The code of the class."""
        return self.facts[1][1]
