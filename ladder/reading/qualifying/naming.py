"""Ids of requirements and routes: the words of the contract, numbered where one serves twice."""

from ladder.qualifications import Standing
from ladder.reading.drafts import Role, Statement
from ladder.reading.qualifying.statements import Ask
from ladder.reading.requirement_grammar import tree


class Names:
    """Names given out so far; a name asked for again is numbered."""

    def __init__(self) -> None:
        """Begin with no name given."""
        self._given: set[str] = set()
        self._last: dict[str, int] = {}

    def give(self, wanted: str) -> str:
        """Return the name, or the name with the first number from 2 that is free."""
        name, number = wanted, self._last.get(wanted, 1)
        while name in self._given:
            number += 1
            name = f"{wanted}-{number}"
        self._given.add(name)
        self._last[wanted] = number
        return name


def name_requirement(ask: Ask) -> str:
    """Return the name of what is asked: by its role where it is experience, else by its kind."""
    clause, statement = ask.clause, ask.statement
    if clause is None:
        return "unread"
    if isinstance(clause, tree.ExperienceClause):
        return _name_experience(clause, statement)
    if isinstance(clause, tree.ConditionClause):
        return clause.code.casefold().replace("_", "-")
    return _NAMES.get(type(clause), "condition")


def _name_experience(clause: tree.ExperienceClause, statement: Statement) -> str:
    if clause.standing is Standing.INTERNAL or statement.role is Role.INTERNAL:
        return "internal"
    if is_special(clause, statement):
        return "special"
    label = label_of(statement)
    return f"requirement-{label}" if label else "general"


def is_special(clause: tree.ExperienceClause, statement: Statement) -> bool:
    """Return whether the layout or the sentence makes it special experience."""
    return clause.of_general or statement.role is Role.SPECIAL


def label_of(statement: Statement) -> str:
    """Return the printed number or letter as an id may hold it."""
    return "".join(letter for letter in statement.label.casefold() if letter.isalnum())


def name_route(alternative: tuple[Ask, ...], *, alone: bool) -> str:
    """Return the name of a route: internal, by the labels of its statements, or general."""
    standings = {ask.clause.standing for ask in alternative if isinstance(ask.clause, tree.ExperienceClause)}
    if Standing.INTERNAL in standings or any(ask.statement.role is Role.INTERNAL for ask in alternative):
        return "internal"
    labels = list(dict.fromkeys(label for ask in alternative if (label := label_of(ask.statement))))
    return "general" if alone or not labels else "route-" + "-".join(labels)


_NAMES = {
    tree.EducationClause: "education",
    tree.CredentialClause: "credential",
    tree.ProgrammeClause: "program",
    tree.StandingClause: "standing",
    tree.SubstitutionClause: "instead-of-education",
}
