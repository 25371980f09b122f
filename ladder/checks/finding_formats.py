"""Findings for other programs: as JSON with stable keys, and as SARIF 2.1.0."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePath
from urllib.parse import quote

from ladder.checks.catalogue import SEVERITIES, all_rules
from ladder.checks.findings import Finding, Rule
from ladder.errors import Fault
from ladder.release import VERSION
from ladder.sources import Severity

Json = dict[str, object]

SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Mapping[Severity, str] = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


FINDING_KEYS = ("code", "severity", "class", "file", "line", "field", "what", "found", "beside", "do", "source")
"""The keys of one finding in JSON, in their order."""


def findings_json(findings: Sequence[Finding], faults: Iterable[Fault]) -> Json:
    """Return the findings, how many there are of each severity, and the faults of files as before."""
    counts = Counter(one.severity for one in findings)
    return {
        "faults": [fault._asdict() for fault in faults],
        "findings": [_finding_json(one) for one in findings],
        "counts": {str(severity): counts[severity] for severity in SEVERITIES},
    }


def _finding_json(one: Finding) -> Json:
    return {
        "code": one.code,
        "severity": str(one.severity),
        "class": one.class_id or None,
        "file": one.file,
        "line": one.line,
        "field": one.field,
        "what": one.what,
        "found": one.found,
        "beside": one.beside,
        "do": one.do,
        "source": one.passage or None,
    }


def findings_sarif(findings: Sequence[Finding], *, base: Path) -> Json:
    """Return the findings as one run of SARIF 2.1.0, with every rule and its help.

    Files below ``base`` are named relative to it.
    """
    rules = list(all_rules().values())
    numbers = {rule.code: number for number, rule in enumerate(rules)}
    driver: Json = {"name": "ladder", "version": VERSION, "rules": [_rule_sarif(rule) for rule in rules]}
    run: Json = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result_sarif(one, numbers[one.code], base) for one in findings],
    }
    return {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule_sarif(rule: Rule) -> Json:
    return {
        "id": rule.code,
        "shortDescription": {"text": f"{rule.title}."},
        "fullDescription": {"text": rule.why},
        "help": {"text": f"{rule.why} {rule.do}", "markdown": f"{rule.why}\n\n**What to do:** {rule.do}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result_sarif(one: Finding, number: int, base: Path) -> Json:
    place: Json = {"artifactLocation": {"uri": _uri(one.file, base)}}
    if one.line:
        place["region"] = {"startLine": one.line}
    location: Json = {"physicalLocation": place}
    if one.class_id:
        location["logicalLocations"] = [{"name": one.class_id, "kind": "object"}]
    return {
        "ruleId": one.code,
        "ruleIndex": number,
        "level": _LEVELS[one.severity],
        "message": {"text": in_one_line(one)},
        "locations": [location],
    }


def _uri(file: str, base: Path) -> str:
    path = PurePath(file)
    if path.is_absolute():
        try:
            path = path.relative_to(base)
        except ValueError:
            return Path(file).as_uri()
    return quote(path.as_posix())


def in_one_line(one: Finding) -> str:
    """Return what was found in one sentence: the rule, both values, and what to do."""
    values = "; ".join(filter(None, (one.found, one.beside)))
    field = f" ({one.field})" if one.field else ""
    return f"{one.what}{field}: {values}. {one.do}"
