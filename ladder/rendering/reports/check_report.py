"""The report of a check: what was found, gravest first, class by class, and what each rule means."""

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from ladder.checks.catalogue import SEVERITIES, all_rules
from ladder.checks.findings import Finding, Rule
from ladder.rendering.templates import fill_page
from ladder.sources import Severity
from ladder.telling.messages import say

NO_TITLES: Mapping[str, str] = MappingProxyType({})


class _ClassFindings(NamedTuple):
    """The findings about one class, or about files and jurisdictions."""

    name: str
    findings: tuple[Finding, ...]


class _SeverityPart(NamedTuple):
    """The findings of one severity, by class."""

    id: str
    heading: str
    told: str
    classes: tuple[_ClassFindings, ...]


class _RuleCount(NamedTuple):
    """A rule that found something, and how often."""

    rule: Rule
    number: int


def render_check_report(findings: Sequence[Finding], *, checked: str, titles: Mapping[str, str] = NO_TITLES) -> str:
    """Return the page of these findings; ``checked`` says in words what was looked at.

    ``titles`` are the class titles by class id. The same findings give the same text.
    """
    times = Counter(one.code for one in findings)
    rules = [_RuleCount(rule, times[code]) for code, rule in all_rules().items() if times[code]]
    return fill_page(
        "check_report.html",
        title=say("check.heading"),
        styles=("house.css", "report.css", "check_report.css"),
        checked=checked,
        counts=[
            (say(f"check.{one.lower()}"), sum(finding.severity is one for finding in findings)) for one in SEVERITIES
        ],
        parts=[part for severity in SEVERITIES for part in _part(severity, findings, titles)],
        rules=sorted(rules, key=lambda one: (SEVERITIES.index(one.rule.severity), -one.number, one.rule.code)),
        all_rules=len(all_rules()),
    )


def _part(severity: Severity, findings: Sequence[Finding], titles: Mapping[str, str]) -> Sequence[_SeverityPart]:
    """Return the part of one severity, none where nothing was found."""
    own = [one for one in findings if one.severity is severity]
    names = sorted({one.class_id for one in own}, key=lambda name: (name == "", name))
    classes = tuple(
        _ClassFindings(_heading(name, titles), tuple(one for one in own if one.class_id == name)) for name in names
    )
    name = severity.lower()
    return [_SeverityPart(name, say(f"check.{name}"), say(f"check.{name}_means"), classes)] if own else []


def _heading(class_id: str, titles: Mapping[str, str]) -> str:
    title = titles.get(class_id)
    return f"{title} ({class_id})" if title else class_id or say("check.others")
