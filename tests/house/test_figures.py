"""Each figure of the documents is what is counted today."""

import ast
import re
from collections.abc import Callable
from functools import partial

import pytest

from ladder.checks.catalogue import all_rules
from ladder.exports.mermaid_export import MOST_STEPS
from tests.house.figures import compared_in, documents, wrong_figures
from tests.house.tracked import ROOT

pytestmark = pytest.mark.untraced


def measured(file: str, function: str) -> int:
    """Return how long a measure is as a whole: the largest that a test, or a constant of its module, names."""
    tree = ast.parse((ROOT / "tests" / file).read_text("utf-8"))
    places = [
        node
        for node in ast.walk(tree)
        if (isinstance(node, ast.FunctionDef) and node.name == function)
        or (isinstance(node, ast.Assign) and function in {one.id for one in node.targets if isinstance(one, ast.Name)})
    ]
    return max(
        int(str(ast.literal_eval(call.args[0])))
        for place in places
        for call in ast.walk(place)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "measure"
    )


def fuzzed() -> int:
    """Return how many documents ``make fuzz`` damages."""
    found = re.search(r"tests\.fuzz --count (\d+)", (ROOT / "Makefile").read_text("utf-8"))
    return int(found[1]) if found else 0


def of_connecticut() -> int:
    """Return how many documents of Connecticut the records cite."""
    texts = (file.read_text("utf-8") for file in (ROOT / "data" / "us-ct").glob("*.yaml"))
    return len({name for text in texts for name in re.findall(r"\b[0-9]{3}_[0-9a-f]{16}\b", text)})


def competitive() -> int:
    """Return how many classes of Connecticut an examination comes before."""
    texts = (file.read_text("utf-8") for file in (ROOT / "data" / "us-ct").glob("*.yaml"))
    return sum(re.search("^designation: Classified/Competitive$", text, re.MULTILINE) is not None for text in texts)


TRUTH: dict[str, Callable[[], int]] = {
    "rules": lambda: len(all_rules()),
    "damaged documents": fuzzed,
    "assessments": lambda: measured("agreement/test_agreement.py", PAIRS),
    "best plans": lambda: measured("agreement/test_agreement.py", "LADDERS"),
    "questions": lambda: measured("doors/test_one_answer.py", "share_of"),
    "requirements": lambda: measured("reading/requirement_grammar/test_round_trip.py", ROUND_TRIP),
    "connecticut specifications": of_connecticut,
    "connecticut classes": competitive,
    "steps": lambda: MOST_STEPS,
}
"""How each is counted."""
SAID = {"commands": 2, "classes": 2, "words": 3}
"""Figures of the language: two commands set everything up, ladders between two classes, three words in a row."""
PAIRS = "test_random_pairs_of_a_profile_and_a_class_are_answered_alike"
ROUND_TRIP = "test_a_printed_tree_reads_back_as_the_same_tree"


def known() -> dict[str, Callable[[], int]]:
    return TRUTH | {noun: partial(int, figure) for noun, figure in SAID.items()}


def test_every_figure_is_counted() -> None:
    assert wrong_figures(documents(ROOT), known(), TRUTH) == []


def test_every_way_to_count_is_used() -> None:
    nouns = {noun for name, text in documents(ROOT).items() for _, noun in compared_in(name, text, TRUTH)}
    assert nouns == set(known())


@pytest.mark.parametrize(
    "text",
    [
        "there are 133 rules, as text",
        "with 134 new rules",
        "more than 9 checks of records",
        "its twelve commands",
        "1,000 worked cases",
        "**12** rules and 135 rules",
    ],
)
def test_bites(text: str) -> None:
    assert wrong_figures({"a.md": text}, known())


@pytest.mark.parametrize("name", ["semantics.md", "contracts.md"])
def test_a_document_of_rules_is_held_to_what_is_counted_of_the_product(name: str) -> None:
    text = "24 routes of 700 classes, 3 rows; 135 rules"
    truth = known() | {"rules": lambda: 134}
    assert wrong_figures({name: text}, truth, TRUTH) == [f"{name}: 135 rules: there are 134"]
    assert len(wrong_figures({"a.md": text}, truth, TRUTH)) == 4


@pytest.mark.parametrize(
    "text",
    [
        "there are 134 rules",
        "30 semester hours, 6 months, two thirds of 3 years",
        "us-nd/0441 is 0442 has",
        "```console\n$ ladder check\n12 rules\n```\n",
        "of July 2012 and its figures",
        "exit status 2 says",
    ],
)
def test_lets_what_is_so_and_what_counts_nothing_pass(text: str) -> None:
    assert wrong_figures({"a.md": text}, known() | {"rules": lambda: 134}) == []
