"""Order, recency, courses and appointment, as the terminal and a report tell them."""

import json
from pathlib import Path

import pytest

from tests.cases.made_up import Json, write_catalog
from tests.cli.running import run_here

CARD: Json = {"kind": "credential", "id": "card", "name": "driver's license", "by": "appointment"}
LAW: Json = {"kind": "study", "stands_for": "general", "semester_hours": 30, "months": 12, "at_most_months": 24}


def asking(folder: Path, *requirements: Json, **more: object) -> list[str]:
    return ["--catalog", str(write_catalog({"10": {"requirements": list(requirements), **more}}, folder))]


def profile(folder: Path, **told: object) -> str:
    file = folder / "profile.json"
    file.write_text(json.dumps({"as_of": "2026-11", **told}), encoding="utf-8")
    return str(file)


def general(months: int, **more: object) -> Json:
    return {"kind": "experience", "id": "general", "months": months, **more}


def told(folder: Path, catalog: list[str], *command: str, **declared: object) -> str:
    run = run_here(*command, profile(folder, **declared), "--target", "us-xx/10", *catalog)
    assert (run.status, run.err) == (0, "")
    return " ".join(run.out.split())


WORK: Json = {"title": "Work", "counts_toward": ["us-xx/10#general"]}


def test_the_terminal_tells_from_when_one_may_be_appointed(tmp_path: Path) -> None:
    catalog = asking(tmp_path, general(12), CARD)
    later = [{"month": "2028-05", "license": "driver's license"}]
    words = "Appointment from May 2028, with the license or certificate that is asked by then."
    assert words in told(tmp_path, catalog, "assess", present=WORK, events=later)
    assert "Appointment from" not in told(tmp_path, catalog, "assess", present=WORK, licenses=["driver's license"])
    silent = told(tmp_path, catalog, "assess", present=WORK)
    assert "A license or certificate must be held by the day of appointment." in silent


@pytest.mark.parametrize(
    ("limit", "declared", "words"),
    [
        (
            {"after": "degree"},
            {"education": {"degrees": [{"level": "bachelor"}]}},
            "Now, if the service came after the degree or license that it must follow.",
        ),
        ({"within_last_months": 60}, {}, "Now, if the service is recent enough."),
    ],
)
def test_the_terminal_tells_what_a_date_would_change(limit: Json, declared: Json, words: str, tmp_path: Path) -> None:
    degree: Json = {"kind": "education", "id": "degree", "degree": "bachelor"}
    catalog = asking(tmp_path, general(24, **limit), degree, routes=[{"id": "general", "requires": ["general"]}])
    assert words in told(tmp_path, catalog, "assess", jobs=[{**WORK, "months": 24}], **declared)


def test_a_report_works_out_what_is_limited_in_time(tmp_path: Path) -> None:
    catalog = asking(tmp_path, general(24, within_last_months=30), CARD)
    page = told(
        tmp_path,
        catalog,
        "report",
        "profile",
        "-o",
        "-",
        present=WORK,
        events=[{"month": "2029-05", "license": "card"}],
    )
    assert "From now on your job adds to it, for the time that counts." in page


def test_a_report_tells_no_hours_of_all_fields_where_some_fields_are_asked(tmp_path: Path) -> None:
    catalog = asking(tmp_path, general(36), substitutions=[{**LAW, "fields": ["law"]}])
    courses = [{"field": "law", "semester_hours": 30}, {"field": "art", "semester_hours": 60}]
    page = told(tmp_path, catalog, "report", "profile", "-o", "-", present=WORK, education={"courses": courses})
    assert "Study counts as 12 months." in page
    assert "Hold a bachelor&#39;s degree in law in November 2026" in page
    assert "more college credits done" not in page
