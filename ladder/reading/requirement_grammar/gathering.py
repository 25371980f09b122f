"""What the sentences of a statement ask together: parts of service before them, alternatives, later licenses."""

import re
from dataclasses import dataclass, field, replace

from ladder.reading.drafts import Role
from ladder.reading.requirement_grammar.asides import LICENSE
from ladder.reading.requirement_grammar.faults import Findings
from ladder.reading.requirement_grammar.tree import (
    Any,
    ConditionClause,
    CredentialClause,
    EducationClause,
    ExperienceClause,
    Node,
    ProgrammeClause,
    UnreadClause,
    leaves_of,
)
from ladder.reading.requirement_grammar.tree_parts import all_of, any_of, asked_together, is_internal, with_clause

_WITHOUT = re.compile(r"(?i:\b(?:without|lack(?:ing)?|(?:do|does) not (?:yet )?(?:possess|have|hold))\b)")


_EQUAL = re.compile(
    r"(?i:(?:an?y?|other|the) (?:other |satisfactory |suitable |acceptable |appropriate )*"
    r"equivalent (?:combination|education|training|experience)"
    r"|(?:other )?equivalent combinations? of"
    r"|(?:an?y? )?combinations? of (?:related |relevant )?(?:education|training|experience|college)\b)"
)


def says_equal_way(text: str) -> bool:
    """Return whether a text says of a combination that it is as good as what is asked before it.

    >>> says_equal_way("Any equivalent combination"), says_equal_way("A combination of temporary service")
    (True, False)
    """
    return _EQUAL.match(text) is not None


def _is_an_equal_way(node: Node) -> bool:
    return isinstance(node, ConditionClause) and node.code == "EQUIVALENT_COMBINATION" and says_equal_way(node.text)


def _is_study_or_service(node: Node) -> bool:
    kinds = (EducationClause, ExperienceClause, ProgrammeClause)
    return all(isinstance(leaf, kinds) for leaf in leaves_of(node))


@dataclass
class Together:
    """The sentences taken so far: what they ask together, and what internal candidates may bring instead."""

    findings: Findings
    role: Role
    asked: list[Node] = field(default_factory=list)
    internal: list[Node] = field(default_factory=list)

    def take(self, node: Node, *, is_alternative: bool) -> None:
        """Take the next sentence; one that begins with "or" is an alternative to those before it."""
        if self._is_part_of_previous(node) or self._is_choice_after_a_part(node):
            return
        self._free_the_last(node)
        node = self._within_what_is_asked_above(node)
        if is_alternative and self.asked:
            self.asked = [any_of([all_of(self.asked), node])]
        elif is_internal(node):
            self.internal.append(node)
        elif not self._is_as_good(node):
            self.asked.append(node)

    def result(self) -> Node | None:
        """Return what all the sentences ask; none where they ask nothing."""
        ways = [*([all_of(self.asked)] if self.asked else []), *self.internal]
        return any_of(ways) if ways else None

    def _is_as_good(self, node: Node) -> bool:
        """Return whether a sentence is as good as the study and service asked so far, beside which it then stands.

        "A degree and two years of work. Any equivalent combination." frees nobody from a license.
        """
        ways = [one for one in self.asked if _is_study_or_service(one)]
        if not ways or not _is_an_equal_way(node) or any(map(_is_an_equal_way, self.asked)):
            return False
        self.asked = [any_of([all_of(ways), node]), *(one for one in self.asked if one not in ways)]
        return True

    def _is_part_of_previous(self, node: Node) -> bool:
        """Return whether a sentence asks a part of the service asked before it, which then has the part.

        "Five years of warehouse experience. One year of this experience must have been in charge of a crew."
        """
        if not isinstance(node, ExperienceClause) or not node.of_previous or not self.asked:
            return False
        wholes = [one for given in self.asked for one in asked_together(given) if isinstance(one, ExperienceClause)]
        if len(wholes) == 1 and wholes[0].holds(node.quantity):
            whole = replace(wholes[0], parts=(*wholes[0].parts, node.as_part()))
            self.asked = [with_clause(given, wholes[0], whole) for given in self.asked]
        else:
            self.findings.unread.append(node.span)
            self.asked.append(UnreadClause(node.span))
        return True

    def _is_choice_after_a_part(self, node: Node) -> bool:
        """Return whether a sentence asks a part of the service before it, "or" something instead of all before it."""
        if not isinstance(node, Any) or not self._is_part_of_previous(node.parts[0]):
            return False
        self.asked = [any_of([all_of(self.asked), *node.parts[1:]])]
        return True

    def _free_the_last(self, node: Node) -> None:
        """Keep a license until appointment where a sentence lets people without it in.

        "Applicants who do not possess the license must secure it prior to appointment."
        """
        last = self.asked[-1] if self.asked else None
        frees = isinstance(node, ConditionClause) and node.code == LICENSE and _WITHOUT.search(node.text)
        if frees and isinstance(last, CredentialClause):
            self.asked[-1] = ConditionClause(LICENSE, last.name, last.span)

    def _within_what_is_asked_above(self, node: Node) -> Node:
        """Return "two years of the above experience" as a part of the general experience.

        Under a heading of special experience the layout says whether that is a part or added.
        """
        if isinstance(node, ExperienceClause) and node.of_previous:
            return replace(node, of_previous=False, of_general=self.role is not Role.SPECIAL)
        return node
