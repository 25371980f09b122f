"""The minimum qualifications as blocks: what stands under one label, for which specialties, in which option.

Within a block one of the alternatives suffices; all blocks of a specialty and option are
asked together.
"""

from dataclasses import dataclass, field

from ladder.reading.drafts import ListedClass, Role
from ladder.reading.jurisdictions.philadelphia.layout import Line
from ladder.reading.passages import Claim, Span


@dataclass
class Words:
    """A statement as its layout sets it apart: its passages, role, heading and specialties.

    ``block`` is the one that a note stands in.
    """

    role: Role
    section: str
    pieces: list[Span]
    text: str
    specialties: tuple[str, ...] | None = None
    has_bullet: bool = False
    listed: list[ListedClass] = field(default_factory=list)
    block: "Block | None" = field(default=None, repr=False, compare=False)

    def add(self, line: Line) -> None:
        """Add a line that goes on with the statement."""
        self.pieces.append(line.span)
        self.text = f"{self.text} {line.text}"


@dataclass
class Block:
    """What stands under a label: alternatives, each a list of things asked, each with its choices.

    ``path`` leads to the option that it belongs to: scopes, and the choice in each.
    """

    label: str
    specialties: tuple[str, ...] | None
    path: tuple[tuple[int, str], ...]
    alternatives: list[list[list[Words]]]

    def words(self) -> list[Words]:
        """Return the statements of the block in the order printed."""
        return [one for alternative in self.alternatives for choices in alternative for one in choices]


@dataclass
class ClassList:
    """A list of classes that typically meet what is asked: the words of its heading, and its lines.

    ``is_marked`` says that a mark of its own names its specialties, or all of them (none);
    ``may_be_for_all`` that it stands behind the combination that ends what is asked of all,
    below the words for its specialties.
    """

    about: str
    specialties: tuple[str, ...] | None
    is_run_in: bool = False
    is_marked: bool = False
    may_be_for_all: bool = False
    lines: list[Line] = field(default_factory=list)


@dataclass
class Blocks:
    """All that the section says: blocks, and what stands beside them.

    ``equivalents`` are combinations that suffice instead, each with the number of blocks
    before it; ``strange_marks`` are marks of specialties that the top of the page does not list.
    """

    blocks: list[Block] = field(default_factory=list)
    equivalents: list[tuple[int, Words]] = field(default_factory=list)
    substitutions: list[Words] = field(default_factory=list)
    notes: list[Words] = field(default_factory=list)
    languages: list[Words] = field(default_factory=list)
    class_lists: list[ClassList] = field(default_factory=list)
    strange_marks: list[Words] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
