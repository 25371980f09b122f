"""The check report: every finding, gravest first and class by class, the same text on every run, words escaped."""

import re

from ladder.checks.findings import Finding
from ladder.rendering.reports.check_report import render_check_report
from ladder.sources import Severity
from tests.checks.planted import Edit, clean, find_in, plant
from tests.checks.plantings_texts import Noted

HARM = "<script>alert(1)</script>\"'&"


def a_finding(severity: Severity = Severity.WARNING, line: int = 3) -> Finding:
    return Finding("PAY_INVERTED", severity, "us-yy/2001", "a.yaml", line, "pay", "What", "found", "beside", "Do.")


def test_the_page_has_a_policy_a_language_and_a_title() -> None:
    page = render_check_report([], checked="cat")
    assert "Content-Security-Policy" in page
    assert "script-src 'none'" in page
    assert '<html lang="en">' in page
    assert "<title>What the check found</title>" in page
    assert "Nothing was found." in page
    assert "http://" not in page.replace("http://www.w3.org", "")


def test_findings_stand_by_severity_and_class_with_their_rule() -> None:
    raw = plant([Edit("2001/pay/ranges/0/low", "40001"), Edit("1001/completeness", "partial")])
    found = find_in(raw, Noted("SCAN", Severity.ERROR, "b.pdf", "").documents())
    page = render_check_report(found, checked="cat", titles={"us-yy/2001": "Gardener"})
    headings = re.findall(r"<h[23][^>]*>([^<]+)", page)
    assert headings == [
        "Errors",
        "Gardener (us-yy/2001)",
        "Files and jurisdictions",
        "For information",
        "us-xx/1001",
        "The rules that found something",
    ]
    assert all(one.found in page.replace("&#39;", "'") for one in found)
    assert page.count('href="#rule-PAY_INVERTED"') == page.count('id="rule-PAY_INVERTED"') == 1
    assert page == render_check_report(found, checked="cat", titles={"us-yy/2001": "Gardener"})


def test_counts_are_those_of_the_findings() -> None:
    page = render_check_report([a_finding(Severity.ERROR), *map(a_finding, [Severity.WARNING] * 3)], checked="cat")
    counts = re.findall(r"<dt>(\w[\w ]+)</dt>\n<dd>(\d+)", page)
    assert counts == [("Errors", "1"), ("Warnings", "3"), ("For information", "0")]


def test_hostile_words_are_only_shown() -> None:
    hostile = Finding("PAY_INVERTED", Severity.ERROR, HARM, HARM, 3, HARM, HARM, HARM, HARM, HARM, HARM)
    page = render_check_report([hostile], checked=HARM, titles={HARM: HARM})
    assert HARM not in page
    assert "<script" not in page
    assert page.count("&lt;script&gt;") >= 8


def test_a_clean_catalog_gives_an_empty_report() -> None:
    assert "<table" not in render_check_report(find_in(clean()), checked="cat")
