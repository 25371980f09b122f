"""Findings for other programs: JSON with stable keys, SARIF 2.1.0 with what its schema asks for."""

from pathlib import Path
from typing import Any

import jsonschema
import pytest

from ladder.checks.catalogue import all_rules
from ladder.checks.finding_formats import findings_json, findings_sarif, in_one_line
from ladder.checks.findings import Finding
from ladder.errors import Fault
from ladder.sources import Severity
from tests.checks.planted import Edit, clean, find_in, plant
from tests.checks.plantings_texts import Noted

TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
RULE = {
    "type": "object",
    "required": ["id", "shortDescription", "fullDescription", "help", "defaultConfiguration"],
    "properties": {"id": {"type": "string"}, "shortDescription": TEXT, "fullDescription": TEXT, "help": TEXT},
}
PLACE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["artifactLocation"],
    "properties": {
        "artifactLocation": {
            "type": "object",
            "required": ["uri"],
            "properties": {"uri": {"type": "string", "pattern": "^[A-Za-z0-9/._~%:-]+$"}},
        },
        "region": {
            "type": "object",
            "required": ["startLine"],
            "properties": {"startLine": {"type": "integer", "minimum": 1}},
        },
    },
}
RESULT = {
    "type": "object",
    "required": ["ruleId", "ruleIndex", "level", "message", "locations"],
    "properties": {
        "level": {"enum": ["error", "warning", "note"]},
        "message": TEXT,
        "locations": {"type": "array", "items": {"type": "object", "properties": {"physicalLocation": PLACE}}},
    },
}
RUN = {
    "type": "object",
    "required": ["tool", "results"],
    "properties": {
        "tool": {
            "type": "object",
            "required": ["driver"],
            "properties": {
                "driver": {
                    "type": "object",
                    "required": ["name", "rules"],
                    "properties": {"rules": {"type": "array", "items": RULE}},
                }
            },
        },
        "results": {"type": "array", "items": RESULT},
    },
}
SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {"version": {"enum": ["2.1.0"]}, "runs": {"type": "array", "items": RUN, "minItems": 1}},
}


@pytest.fixture(scope="module")
def findings() -> tuple[Finding, ...]:
    raw = plant([Edit("2001/pay/ranges/0/low", "40001"), Edit("1001/source/lines", [4, 3])])
    notes = (*Noted("SCAN", Severity.ERROR, "b.pdf", "").documents(), *Noted("X", Severity.INFO).documents())
    return find_in(raw, notes)


def test_json_names_each_finding_and_counts_them(findings: tuple[Finding, ...]) -> None:
    fault = Fault("a.yaml", 3, "code", "this must be text", "write it in quotes")
    told: Any = findings_json(findings, [fault])
    assert told["counts"] == {"ERROR": 2, "WARNING": 1, "INFO": 1}
    assert told["faults"] == [fault._asdict()]
    first = next(one for one in told["findings"] if one["code"] == "PAY_INVERTED")
    assert list(first) == [
        "code", "severity", "class", "file", "line", "field", "what", "found", "beside", "do", "source",
    ]  # fmt: skip
    assert (first["severity"], first["class"], first["field"]) == ("ERROR", "us-yy/2001", "pay.ranges[0]")
    assert (first["found"], first["beside"]) == ("lowest $40,001.00 a year", "highest $40,000.00 a year")
    scan = next(one for one in told["findings"] if one["file"] == "b.pdf")
    assert (scan["class"], scan["source"], scan["line"]) == (None, None, 7)


def test_sarif_holds_what_its_schema_asks_for(findings: tuple[Finding, ...]) -> None:
    told: Any = findings_sarif(findings, base=Path("/somewhere"))
    jsonschema.validate(told, SARIF)
    (run,) = told["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(all_rules())
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])
    assert [one["level"] for one in run["results"]] == ["error", "error", "warning", "note"]
    assert told["$schema"].endswith("sarif-2.1.0.json")


def test_sarif_without_findings_is_a_run_without_results() -> None:
    told: Any = findings_sarif(find_in(clean()), base=Path("/somewhere"))
    jsonschema.validate(told, SARIF)
    assert told["runs"][0]["results"] == []


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("us-aa/1.yaml", "us-aa/1.yaml"),
        ("AIDE 12.txt", "AIDE%2012.txt"),
        ("base/us-aa/1.yaml", "us-aa/1.yaml"),
        ("elsewhere/1 2.yaml", "file://{root}/elsewhere/1%202.yaml"),
    ],
)
def test_files_are_named_relative_to_where_the_check_ran(
    file: str, uri: str, tmp_path: Path, findings: tuple[Finding, ...]
) -> None:
    root = tmp_path.as_posix()
    absolute = f"{root}/{file}" if file.startswith(("base", "elsewhere")) else file
    told: Any = findings_sarif([findings[0]._replace(file=absolute, line=0)], base=tmp_path / "base")
    place = told["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": uri.format(root=root)}}


def test_one_line_leaves_out_what_is_empty(findings: tuple[Finding, ...]) -> None:
    one = findings[0]._replace(what="Odd", field="", found="a", beside="", do="Look.")
    assert in_one_line(one) == "Odd: a. Look."
    assert in_one_line(one._replace(field="code", beside="b")) == "Odd (code): a; b. Look."
