"""Sources as numbered notes: a number beside each figure, the passages at the page's end.

A list of many classes tells them only where they are asked for (``--sources``).
"""

from ladder.cli.page_text import INDENT, print_section, wrap_text
from ladder.sources import Source
from ladder.telling.citing import cite_source
from ladder.telling.messages import say

_HOW_TO_SEE_THEM = "Add --sources to see where each figure was printed."


class Citations:
    """The sources that a page rests on, numbered in the order in which it names them."""

    def __init__(self, *, told: bool = True) -> None:
        """Begin a page that cites nothing yet; one whose sources are not ``told`` says how to see them."""
        self.are_told = told
        self._numbers: dict[str, int] = {}

    def mark(self, source: Source | None) -> str:
        """Return the number of a source, ``[3]``, the same each time; nothing for none."""
        return (
            ""
            if source is None or not self.are_told
            else f"[{self._numbers.setdefault(cite_source(source), len(self._numbers) + 1)}]"
        )

    def beside(self, words: str, source: Source | None) -> str:
        """Return the words with the number of their source, on the line of the last word."""
        return f"{words}\u00a0{self.mark(source)}" if source and self.are_told else words

    def listed(self) -> str:
        """Return the section that tells each number's document, section, lines and revision."""
        if not self.are_told:
            return wrap_text(_HOW_TO_SEE_THEM) + "\n"
        wide = len(f"[{len(self._numbers)}]")
        lines = [
            wrap_text(text, first=f"{INDENT}{f'[{number}]'.ljust(wide)} ", indent=INDENT + " " * (wide + 1))
            for text, number in self._numbers.items()
        ]
        return print_section(say("page.sources"), "\n".join(lines))
