"""The page of a changed requirement: the sentence, counts that fit their list, two bars a ladder, people by horizon."""

from ladder.catalog.loading import load_catalog
from ladder.rendering.reports.what_if_report import render_what_if_report
from ladder.revision_tables import Scenario
from tests.rendering.report_pages import words_of
from tests.telling.test_told_what_if import LEAD, Json, scenarios_of, small


def page_of(*found: Scenario) -> str:
    return render_what_if_report(found)


def test_a_page_tells_people_ladders_and_ways() -> None:
    page = page_of(*scenarios_of(load_catalog(), LEAD, with_people=True))
    words = words_of(page)
    assert "What if Customer Service Senior Consultant asked no special experience" in words
    assert "2 people are ready now for Customer Service Senior Consultant, 1 without the change." in words
    assert "4 ladders get a date that nobody has to confirm" in words
    assert "1 class asks something else" in words
    assert "before: 4 years, if 12 of those months are lead work" in words
    assert "1 before and 3 after, 24 months" in page
    assert "1 person has service toward the special experience" in words
    assert page.count('<rect class="after"') == 4 + 4 + 1
    assert "style=" not in page


def test_bars_stand_to_one_scale() -> None:
    page = page_of(*scenarios_of(small(), {"kind": "set", "requirement": "2#general", "months": 12}))
    assert page.count('<rect class="before" x="1" y="1" width="598"') == 1
    assert '<rect class="after" width="400" height="20"/>' in page
    assert "1 year sooner" in words_of(page)


def test_several_changes_nobody_moved_and_ladders_gone() -> None:
    changes: list[Json] = [{"kind": "abolish", "class": "2"}, {"kind": "set", "requirement": "3#open", "months": 48}]
    words = words_of(page_of(*scenarios_of(small(), *changes)))
    assert "What if Class 2 were abolished? 1 class asks something else" in words
    assert "after: no ladder gone" in words
    moved = scenarios_of(load_catalog(), {"kind": "set", "requirement": "0441#general", "months": 49}, with_people=True)
    assert "Nobody of the roster is ready sooner or later." in words_of(page_of(*moved))
    assert "Nothing changes." in words_of(page_of(*scenarios_of(small())))
