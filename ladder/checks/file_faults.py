"""Files: what keeps a record, or a whole catalog, from being read. One rule for each kind of fault."""

from collections.abc import Iterator

from ladder.checks.catalog_under_check import CatalogUnderCheck
from ladder.checks.findings import Finding, Rule
from ladder.errors import Fault, FaultKind
from ladder.sources import Severity


def _look(rule: Rule, under: CatalogUnderCheck) -> Iterator[Finding]:
    for fault in under.faults:
        class_id, field = _owner_of(fault, under)
        if fault.kind == rule.code:
            yield Finding(
                code=rule.code,
                severity=rule.severity,
                class_id=class_id,
                file=fault.file,
                line=fault.line,
                field=field,
                what=rule.title,
                found=fault.what,
                beside="",
                do=fault.try_this or rule.do,
            )


def _owner_of(fault: Fault, under: CatalogUnderCheck) -> tuple[str, str]:
    """Return the class that a fault is of, as far as it can be told, and its field.

    In a file of many records the field begins with the id of the record.
    """
    first, _, rest = fault.field.partition(" ")
    if first in under.owners:
        return (first if "/" in first else ""), rest
    of_file = (one.record.class_id for one in under.classes if one.file == fault.file and not one.name)
    return next(of_file, ""), fault.field


def _rule(code: FaultKind, title: str, *, why: str, do: str) -> Rule:
    return Rule(code, Severity.ERROR, title, why, do, _look, of_one_record=True)


FILE_RULES = (
    _rule(
        FaultKind.FILE_UNREADABLE,
        "A file cannot be read",
        why="Nothing in it is known, and every class that leans on it is answered without it.",
        do="Look at the file's name, permissions and encoding; mend it at the line named.",
    ),
    _rule(
        FaultKind.FIELD_UNKNOWN,
        "There is no such field",
        why="A misspelt field is a fact that no answer uses.",
        do="Correct the name of the field, or take it out; 'ladder schema class' lists them all.",
    ),
    _rule(
        FaultKind.FIELD_MISSING,
        "A field is missing",
        why="Without it the record says nothing that could be relied on.",
        do="Add the field from the document.",
    ),
    _rule(
        FaultKind.FIELD_REPEATED,
        "A field is given twice",
        why="Programs take one of the two in silence, some the first, some the last.",
        do="Keep the one that the document prints.",
    ),
    _rule(
        FaultKind.FIELD_REFUSED,
        "A field holds what it cannot hold",
        why="The value is not of the kind, or not within the bounds, that the field is for.",
        do="Write the value as the message says.",
    ),
    _rule(
        FaultKind.CODE_COERCED,
        "A class code is written as a number",
        why="0441 written without quotes is 441 to some programs and 289 to others: another class, or none.",
        do="Write the code in quotes.",
    ),
    _rule(
        FaultKind.VALUE_COERCED,
        "A value means different things to different programs",
        why="yes, 1e3 or 12:30 without quotes is a truth value, a thousand or 750 to some programs.",
        do="Write the value in quotes.",
    ),
    _rule(
        FaultKind.YAML_MARKS,
        "YAML tags, anchors or aliases are used",
        why="They can make a small file huge, or make a program run; no record needs them.",
        do="Write the value out in full.",
    ),
    _rule(
        FaultKind.REQUIREMENTS_UNSOUND,
        "The requirements of a class do not fit together",
        why="A route or substitution that names no requirement, or a requirement within itself, can never be met.",
        do="Name only requirements of the same class, each once, none within itself.",
    ),
    _rule(
        FaultKind.JURISDICTION_FILE_MISSING,
        "A folder has no jurisdiction.yaml",
        why="Its conventions, pay basis and rulings are unknown, and classes in the wrong folder are not found.",
        do="Add one with at least 'id' and 'name'.",
    ),
    _rule(
        FaultKind.JURISDICTION_DUPLICATE,
        "A jurisdiction is given twice",
        why="Two sets of conventions and rulings cannot both hold.",
        do="Keep one of the two.",
    ),
    _rule(
        FaultKind.CODE_DUPLICATE,
        "A class code is borne by two records",
        why="Which of the two answers would depend on the order in which files are read.",
        do="Find the right code in the documents, or keep the later revision only.",
    ),
    _rule(
        FaultKind.CODE_DUPLICATE_BY_CASE,
        "Two class codes differ only in capitals",
        why="People and spreadsheets type codes in either case; the two cannot be told apart.",
        do="Find the right code in the documents, or keep one of the two.",
    ),
    _rule(
        FaultKind.CLASS_MISPLACED,
        "A class lies in the folder of another jurisdiction",
        why="Its id, its conventions and its rulings are those of a jurisdiction that it may not belong to.",
        do="Move the file, or correct its jurisdiction.",
    ),
    _rule(
        FaultKind.ALIAS_IS_A_CODE,
        "The alias of one class is the code of another",
        why="Who looks for that code finds two classes, and service in one is taken for the other.",
        do="Take out the alias, or the other class if it is the same one.",
    ),
    _rule(
        FaultKind.REFERENCE_DANGLING,
        "A class is named that is nowhere in the catalog",
        why="The step that the text draws is lost, and everything beyond it looks out of reach.",
        do="Correct the class id, or write a record of completeness named-only.",
    ),
    _rule(
        FaultKind.RULING_NOWHERE,
        "A ruling counts toward a requirement that is nowhere",
        why="The ruling credits nobody, though somebody decided that it should.",
        do="Name a requirement that the class has.",
    ),
)
"""The rules of this module, in the order of the documentation."""
