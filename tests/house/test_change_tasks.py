"""What CONTRIBUTING.md says of a change is so: the files are there, they are all that it takes, and three at most.

Files of code are modules of ladder. The page's JavaScript and style sheets are told beside the
steps and not counted: they hold the same rules a second time, and other tests lay both beside
one another.
"""

import ast
import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import get_type_hints

import pytest

from ladder.catalog.jurisdictions import Conventions, DayRule, Equivalents, Overlap, PartTime, Rounding, StudyBlocks
from ladder.catalog.steps import StepKind
from ladder.condition_codes import ConditionCode
from ladder.reading.documents import find_readers
from ladder.telling.messages import is_known
from tests.house.bars import read_modules
from tests.house.tracked import ROOT

pytestmark = pytest.mark.untraced

LADDER = ROOT / "ladder"
PAGE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
MOST_FILES = 3
TASKS = {
    "jurisdiction": 2,
    "condition code": 3,
    "kind of step": 3,
    "convention": 3,
    "form that answers are exported in": 3,
    "report": 3,
}
"""What is added, and how many files of code that takes."""
SWITCHES: tuple[type[StrEnum], ...] = (PartTime, Overlap, Rounding, DayRule, StudyBlocks, Equivalents)
IN_MORE_FILES = {
    *(ConditionCode.INTERNAL, ConditionCode.STATE_EMPLOYEE, ConditionCode.PERMANENT, ConditionCode.TARGET_CLASS),
    *(ConditionCode.EQUIVALENT, ConditionCode.LEAD, ConditionCode.DAS_APPROVED, ConditionCode.RELATED_FIELD),
}
"""Codes that a plan assumes or a step carries as well, or that two modules find out; a new one need not be."""


def section(task: str) -> str:
    """Return what CONTRIBUTING.md says of a change."""
    assert f"\n## Add a {task}\n" in PAGE
    return PAGE.partition(f"\n## Add a {task}\n")[2].partition("\n## ")[0]


def code_named(task: str) -> list[list[str]]:
    """Return the modules that each step names, one of which it touches; a star is what the writer is to name."""
    steps = re.findall(r"^\d\. .+(?:\n   .+)*", section(task), re.MULTILINE)
    named = [re.findall(r"`(ladder/[^`]+\.py)`", step) for step in steps]
    return [[re.sub(r"<\w+>", "*", path) for path in paths] for paths in named if paths]


@pytest.mark.parametrize("task", TASKS)
def test_no_change_takes_more_than_three_files(task: str) -> None:
    assert len(code_named(task)) == TASKS[task] <= MOST_FILES


@pytest.mark.parametrize("task", TASKS)
def test_what_is_named_is_there(task: str) -> None:
    named = [re.sub(r"<\w+>", "*", path) for path in re.findall(r"`((?:ladder|tests)/[^`]+)`", section(task))]
    assert [path for path in named if not any(ROOT.glob(path)) and "/test_" not in path] == []


@cache
def attributes() -> Mapping[tuple[str, str], set[str]]:
    """Return the modules in which ``name.attribute`` stands, by both."""
    found: dict[tuple[str, str], set[str]] = {}
    for file, tree in read_modules(LADDER):
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                found.setdefault((node.value.id, node.attr), set()).add(file.relative_to(ROOT).as_posix())
    return found


def naming(owner: type[StrEnum], *members: str, alias: str = "") -> set[str]:
    """Return the modules that name a member of an enumeration (one of these)."""
    named = ((name, member) for name in (owner.__name__, alias) for member in members or owner.__members__)
    return set().union(*(attributes().get(one, set()) for one in named))


def allowed(task: str, found: set[str]) -> bool:
    """Return whether each module found is named by a step of the change, of which each takes one."""
    steps = code_named(task)
    taken = [{path for path in found if any((ROOT / path).match(one) for one in step)} for step in steps]
    return set().union(*taken) == found and all(len(paths) <= 1 for paths in taken)


def test_a_kind_of_step_is_in_the_modules_named() -> None:
    """The third holds its words."""
    assert naming(StepKind) == {"ladder/catalog/steps.py", "ladder/telling/step_words.py"}
    assert [kind for kind in StepKind if not is_known(f"kind.{kind}") or not is_known(f"word.{kind}")] == []
    assert "kind." in (ROOT / "ladder/telling/english.py").read_text("utf-8")


@pytest.mark.parametrize("switch", SWITCHES)
def test_a_convention_is_in_the_modules_named(switch: type[StrEnum]) -> None:
    (field,) = (one for one, kind in get_type_hints(Conventions).items() if kind is switch)
    assert all(is_known(f"convention.{field}.{answer}") for answer in switch)
    found = naming(switch) | {"ladder/telling/english_reports.py"}
    assert len(found) == MOST_FILES
    assert allowed("convention", found), found


@pytest.mark.parametrize("code", sorted(set(ConditionCode) - IN_MORE_FILES))
def test_a_condition_code_is_in_the_modules_named(code: ConditionCode) -> None:
    """Besides what reads it in a document, or measures how far records reach."""
    found = {"ladder/condition_codes.py"}
    found |= {"ladder/telling/english_answers.py"} if is_known(f"if.{code}") else set()
    found |= {one for one in naming(ConditionCode, code.name, alias="Code") if "/reading/" not in one}
    assert len(found) <= MOST_FILES, found


def test_a_code_in_more_files_is_in_more() -> None:
    few = [one for one in IN_MORE_FILES if len(naming(ConditionCode, one.name, alias="Code")) < MOST_FILES - 1]
    assert few == []


def test_each_jurisdiction_with_a_layout_has_its_module() -> None:
    files = [
        file
        for file, tree in read_modules(LADDER / "reading" / "jurisdictions")
        if any(isinstance(node, ast.Assign | ast.AnnAssign) and _is_reader(node) for node in tree.body)
    ]
    assert len(files) == len(find_readers())


def _is_reader(node: ast.Assign | ast.AnnAssign) -> bool:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return any(isinstance(one, ast.Name) and one.id == "READER" for one in targets)


def test_each_report_has_its_module_and_its_page() -> None:
    command = (ROOT / "ladder/cli/report.py").read_text("utf-8")
    asked = set(re.findall(r"from ladder\.rendering\.reports\.(\w+) import", command))
    there = {file.stem for file in (LADDER / "rendering" / "reports").glob("*_reports.py")}
    assert asked == there
    pages = [LADDER / "rendering" / "pages" / f"report_{name.removesuffix('_reports')}.html" for name in there]
    assert [page.name for page in pages if not page.is_file()] == []
