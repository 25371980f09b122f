"""Sentences about an answer: from when one may file early, and where that is told."""

import pytest

from ladder.catalog.loading import load_catalog
from ladder.eligibility.answers import Assessment, Status
from ladder.eligibility.cases import Case
from ladder.eligibility.plans import Plan, PlanKind
from ladder.paths.path_answers import find_paths
from ladder.paths.starts import day_one, without_profile
from ladder.rendering.reports.path_reports import render_path_report
from ladder.service_time import read_month
from ladder.telling.class_record import class_record
from ladder.telling.verdicts import appointment_in_words, filing_in_words
from tests.cases.run_cases import CATALOGS

AS_OF = read_month("2026-11")
HARBOR = CATALOGS / "harbor"


@pytest.mark.parametrize(
    ("months", "file_months", "words"),
    [
        (7, 4, "You can apply from March 2027, 3 months earlier, if an exam is open then."),
        (14, 2, "You can apply from January 2027, 1 year earlier, if an exam is open then."),
        (3, 0, "You can apply now, 3 months earlier, if an exam is open."),
        (7, 7, ""),
        (0, 0, ""),
        (7, None, ""),
        (None, None, ""),
    ],
)
def test_from_when_one_may_file_is_told_where_that_is_sooner(
    months: int | None, file_months: int | None, words: str
) -> None:
    answer = Assessment("us-xx/1", Status.AFTER, AS_OF, months=months, file_months=file_months)
    assert filing_in_words(answer) == words


@pytest.mark.parametrize(
    ("appoint_months", "words"),
    [
        (None, ""),
        (12, "Appointment from November 2027, with the license or certificate that is asked by then."),
    ],
)
def test_from_when_one_may_be_appointed_is_told_where_that_is_later(appoint_months: int | None, words: str) -> None:
    answer = Assessment("us-xx/1", Status.AFTER, AS_OF, months=7, appoint_months=appoint_months)
    assert appointment_in_words(answer) == words


def test_a_report_tells_it_with_its_source() -> None:
    catalog = load_catalog(HARBOR)
    plan = without_profile(Plan(PlanKind.CLIMB))
    answer = find_paths(Case(catalog, day_one(AS_OF), plan), start="us-xx/10", target="us-xx/70")
    page = " ".join(render_path_report(Case(catalog, day_one(AS_OF), plan), answer, with_map=False).split())

    assert "You can apply from September 2029, 6 months earlier, if an exam is open then." in page
    assert "70.txt, Notes, line 9" in page


def test_a_class_page_tells_who_may_file_early() -> None:
    catalog = load_catalog(HARBOR)
    told = {
        class_id: [
            str(fact.told) for fact in class_record(catalog, class_id).facts.items if fact.label == "Applying early"
        ]
        for class_id in ("us-xx/10", "us-xx/30", "us-xx/60")
    }

    lacking = "Whoever lacks 6 months or less of the experience asked can apply early"
    assert told == {
        "us-xx/10": [],
        "us-xx/30": [f"{lacking}; appointment waits for all of it."],
        "us-xx/60": [f"{lacking} (way 2); appointment waits for all of it."],
    }
