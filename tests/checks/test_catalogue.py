"""The catalogue of rules: every one documented, told by its code, and docs/checks.md made from it."""

import re

import pytest

from ladder.checks.catalogue import SEVERITIES, all_rules, describe_rules, explain_rule, find_rule, rule_groups
from ladder.errors import BadCallError
from ladder.sources import Severity
from tests.approving import approved_text
from tests.measure import ROOT

DOCUMENTATION = ROOT / "docs" / "checks.md"


def test_there_are_fifty_rules_and_more_of_every_severity() -> None:
    rules = all_rules()
    assert len(rules) >= 50
    assert len(rules) == sum(len(group.rules) for group in rule_groups())
    assert {rule.severity for rule in rules.values()} == set(Severity) == set(SEVERITIES)


@pytest.mark.parametrize("code", all_rules())
def test_every_rule_says_what_it_finds_why_it_matters_and_what_to_do(code: str) -> None:
    rule = find_rule(code.lower())
    assert rule.code == code
    assert re.fullmatch(r"[A-Z]+(_[A-Z]+)+", code)
    assert not rule.title.endswith(".")
    assert rule.title[0].isupper()
    for words in (rule.why, rule.do):
        assert words.endswith((".", "?"))
        assert len(words.split()) >= 3
    told = dict(explain_rule(rule))
    assert told["Severity"].startswith(f"{rule.severity}: ")
    assert (told["Why it matters"], told["What to do"]) == (rule.why, rule.do)


def test_no_two_rules_say_the_same() -> None:
    rules = all_rules().values()
    assert len({rule.title for rule in rules}) == len(rules)
    assert len({group.about for group in rule_groups()}) == len(rule_groups())
    assert all(group.about for group in rule_groups())


@pytest.mark.parametrize(
    ("typed", "remedy"), [("PAY_INVRTED", "did you mean PAY_INVERTED"), ("xyz", "see 'ladder check --list-rules'")]
)
def test_an_unknown_code_is_refused_with_near_ones(typed: str, remedy: str) -> None:
    with pytest.raises(BadCallError, match="there is no rule") as refused:
        find_rule(typed)
    assert remedy in refused.value.try_this


def test_golden_documentation_is_made_from_the_rules() -> None:
    assert approved_text(DOCUMENTATION, describe_rules()) == describe_rules(), "run 'make golden' and read the diff"


def test_the_documentation_holds_every_rule_in_one_row() -> None:
    rows = [line for line in describe_rules().splitlines() if line.startswith("| `")]
    assert [line.split("`")[1] for line in rows] == list(all_rules())
    assert all(line.count(" | ") == 4 for line in rows)
