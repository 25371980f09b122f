"""The catalogue of all rules, in the order of their documentation, and what they find together."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import ModuleType
from typing import NamedTuple

from ladder.checks import (
    date_rules,
    document_rules,
    file_faults,
    grade_rules,
    identity_rules,
    jurisdiction_rules,
    naming_rules,
    pay_rules,
    quote_rules,
    reference_rules,
    requirement_rules,
    route_rules,
    substitution_rules,
    text_rules,
)
from ladder.checks.catalog_under_check import CatalogUnderCheck
from ladder.checks.findings import Finding, Rule
from ladder.errors import BadCallError
from ladder.sources import Severity

SEVERITIES: tuple[Severity, ...] = (Severity.ERROR, Severity.WARNING, Severity.INFO)
"""The severities, gravest first."""

_MEANING = {
    Severity.ERROR: "the answer cannot be trusted",
    Severity.WARNING: "something is likely wrong",
    Severity.INFO: "for information",
}


class RuleGroup(NamedTuple):
    """Rules about one thing: what it is, in words, and the rules."""

    name: str
    about: str
    rules: tuple[Rule, ...]


@cache
def rule_groups() -> tuple[RuleGroup, ...]:
    """Return all rules by what they are about."""
    groups = (
        (file_faults, file_faults.FILE_RULES),
        (identity_rules, ()),
        (naming_rules, ()),
        (reference_rules, ()),
        (requirement_rules, ()),
        (route_rules, ()),
        (substitution_rules, ()),
        (quote_rules, ()),
        (pay_rules, ()),
        (grade_rules, ()),
        (date_rules, ()),
        (text_rules, ()),
        (document_rules, document_rules.NOTE_RULES),
        (jurisdiction_rules, ()),
    )
    return tuple(_group(module, listed) for module, listed in groups)


def _group(module: ModuleType, listed: tuple[Rule, ...]) -> RuleGroup:
    name, _, about = (module.__doc__ or "").partition("\n")[0].partition(": ")
    return RuleGroup(name, about, (*(one for one in vars(module).values() if isinstance(one, Rule)), *listed))


@cache
def all_rules() -> Mapping[str, Rule]:
    """Return all rules by their codes, in the order of the documentation."""
    return {rule.code: rule for group in rule_groups() for rule in group.rules}


def find_rule(code: str) -> Rule:
    """Return the rule of a code, in any case.

    Raises:
        BadCallError: there is no such rule; near ones are named.

    """
    found = all_rules().get(code.strip().upper())
    if found is not None:
        return found
    from difflib import get_close_matches  # noqa: PLC0415 - needed for a fault only

    near = get_close_matches(code.upper(), all_rules(), n=3)
    remedy = f"did you mean {' or '.join(near)}?" if near else "see 'ladder check --list-rules'"
    raise BadCallError(what=f"there is no rule {code!r}", try_this=remedy)


def find_all(under: CatalogUnderCheck) -> tuple[Finding, ...]:
    """Return what all rules find, gravest first, then by file and line.

    Of records that are no whole catalog only the rules speak that need no other record.
    """
    rules = [rule for rule in all_rules().values() if under.is_whole or rule.of_one_record]
    return in_order(finding for rule in rules for finding in rule.find(under))


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings, each once, gravest first, then by file, line, class and code."""
    return tuple(sorted(dict.fromkeys(findings), key=_rank))


def _rank(one: Finding) -> tuple[int, str, int, str, str, str]:
    return SEVERITIES.index(one.severity), one.file, one.line, one.class_id, one.code, one.field


def describe_rules() -> str:
    """Return the documentation of all rules as Markdown, ending its last line."""
    return "\n".join([*_opening(), *(line for group in rule_groups() for line in _described(group))]) + "\n"


def _opening() -> Iterator[str]:
    yield "# What `ladder check` looks for"
    yield ""
    yield "Made from the rules themselves (`ladder check --list-rules`); change them there, in `ladder/checks/`."
    yield ""
    yield f"There are {len(all_rules())} rules. Each has a severity:"
    yield ""
    yield from (f"- **{severity}**: {_MEANING[severity]} ({_count(severity)} rules)" for severity in SEVERITIES)
    yield ""


def _count(severity: Severity) -> int:
    return sum(rule.severity is severity for rule in all_rules().values())


def _described(group: RuleGroup) -> Iterator[str]:
    yield f"## {group.name}"
    yield ""
    yield f"{group.about[:1].upper()}{group.about[1:]}"
    yield ""
    yield "| code | severity | what is found | why it matters | what to do |"
    yield "|---|---|---|---|---|"
    for rule in group.rules:
        cells = (f"`{rule.code}`", str(rule.severity), rule.title, rule.why, rule.do)
        yield f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"
    yield ""


def explain_rule(rule: Rule) -> tuple[tuple[str, str], ...]:
    """Return what is to be said of one rule: headings and their words."""
    return (
        ("Severity", f"{rule.severity}: {_MEANING[rule.severity]}"),
        ("Why it matters", rule.why),
        ("What to do", rule.do),
    )
