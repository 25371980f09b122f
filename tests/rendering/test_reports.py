"""Reports say what the engine says, with sources, conventions and what stays outside, and nothing of anybody else."""

import base64
import html
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from urllib.parse import quote

import pytest

from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.eligibility.answers import Status
from ladder.eligibility.plans import Plan, PlanKind
from ladder.errors import BadCallError
from ladder.paths.path_answers import find_paths
from ladder.paths.starts import on_day_one
from ladder.qualifications import Experience, Qualifications, Route
from ladder.rendering.reports.class_reports import render_class_report
from ladder.rendering.reports.path_reports import render_path_report
from ladder.telling.messages import say
from tests.rendering.catalogs import SOURCE, catalog_of, graded, hostile_catalog
from tests.rendering.report_pages import (
    AS_OF,
    PERSON,
    four_reports,
    history_of,
    hostile_reports,
    path_page,
    profile_page,
    words_of,
)

SORTS = ("class", "profile", "path", "catalog")


@pytest.fixture(scope="module")
def bundled() -> Catalog:
    return load_catalog()


@pytest.fixture(scope="module")
def reports(bundled: Catalog) -> dict[str, str]:
    return four_reports(bundled)


@pytest.fixture(scope="module")
def plain_reports(bundled: Catalog) -> dict[str, str]:
    return four_reports(bundled, with_map=False)


# ------------------------------------------------------------------ what every report says


@pytest.mark.parametrize("sort", SORTS)
def test_every_report_says_what_is_outside_and_never_promises(reports: dict[str, str], sort: str) -> None:
    words = words_of(reports[sort])
    assert say("page.outside") in words
    assert not re.search(r"\b(eligible|entitled|will be promoted)\b", words, re.IGNORECASE)
    assert "As of November 2026." in words or words.startswith("Progress report \u00b7 November 2026 \u00b7")


@pytest.mark.parametrize("sort", SORTS)
def test_every_report_prints_the_conventions_of_the_jurisdictions_it_speaks_of(
    bundled: Catalog, reports: dict[str, str], sort: str
) -> None:
    words = words_of(reports[sort])
    spoken_of = {"class": ["us-ct"], "path": ["us-nd"]}.get(sort, ["us-ct", "us-nd"])
    for one in bundled.jurisdictions.values():
        notes = [note for note in one.convention_notes if f"{note.question} {note.answer} {note.basis}" in words]
        assert (
            (len(notes) == len(one.convention_notes))
            is (f"Questions settled for {one.name}" in words)
            is (one.id in spoken_of)
        )


@pytest.mark.parametrize("sort", ["profile", "path", "catalog"])
def test_the_note_of_a_replaced_plan_is_told(reports: dict[str, str], sort: str) -> None:
    assert "on 2020-07-01 North Dakota put about 100 classes" in words_of(reports[sort])


@pytest.mark.parametrize("sort", SORTS)
def test_every_number_of_a_source_is_listed_and_every_source_is_used(reports: dict[str, str], sort: str) -> None:
    page = reports[sort]
    listed = re.findall(r'<li id="source-(\d+)"', page)
    assert listed == [str(number) for number in range(1, len(listed) + 1)]
    assert set(re.findall(r'href="#source-(\d+)"', page)) == set(listed)
    assert len(re.findall(r"lines? \d+", page)) >= 3


@pytest.mark.parametrize("sort", SORTS)
def test_pages_have_language_title_and_a_policy_without_scripts(reports: dict[str, str], sort: str) -> None:
    page = reports[sort]
    assert '<html lang="en">' in page
    assert re.search(r"<title>[^<]+</title>", page)
    assert "script-src 'none'" in page
    assert not re.search(r'(?:src|href)="(?!#)', page)
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))


@pytest.mark.untraced
@pytest.mark.parametrize("sort", SORTS)
def test_the_same_data_and_month_give_the_same_page(bundled: Catalog, reports: dict[str, str], sort: str) -> None:
    assert four_reports(load_catalog())[sort] == reports[sort]
    assert four_reports(bundled)[sort] == reports[sort]


# ------------------------------------------------------------------ plain HTML


@pytest.mark.parametrize("sort", SORTS)
def test_without_the_map_the_page_is_plain_and_says_all_the_same(
    reports: dict[str, str], plain_reports: dict[str, str], sort: str
) -> None:
    plain = plain_reports[sort]
    assert not re.search(r"<(style|script|svg|link|div)|\b(class|style|role|data-[a-z]+)=", plain)
    told = words_of(
        re.sub(
            r'<(p|span)[^>]* aria-hidden="true">.*?</\1>|<fieldset>.*?</fieldset>',
            "",
            reports[sort],
            flags=re.DOTALL,
        )
    )
    told = told.replace("The classes on steps, drawn ", "")
    assert words_of(plain) == told
    tables = re.findall(r"<table>.*?</table>", plain, re.DOTALL)
    assert all("<caption" in one and 'scope="col"' in one and 'scope="row"' in one for one in tables)


# ------------------------------------------------------------------ the progress report


def test_a_progress_report_shows_each_requirement_with_its_sum(reports: dict[str, str]) -> None:
    words = words_of(reports["profile"])
    assert re.search(r"1\.1 General experience \[\d+\] 0\.5 months to go 23\.5 worked 12: study 0\.5 to go", words)
    assert "Job 3, Office Assistant (September 2025 until June 2026, 9 months), counts 9 months" in words
    assert "Study counts as 12 months, from 34 college credits." in words
    assert "36 asked, 23.5 held, 12 credited: 0.5 left." in words
    assert "12 asked, 9 held, 0 credited: 3 left." in words


def test_a_progress_report_tells_what_was_declared(reports: dict[str, str]) -> None:
    words = words_of(reports["profile"])
    assert "Job 1: Customer Service Representative (0441, grade H), 20 months at 70% of full time" in words
    assert "You work for the agency now: yes, in North Dakota" in words
    assert "You are a state employee now: not told" in words
    assert "together 34 college credits as Connecticut counts them" in words
    assert "Your job goes on as it is." in words


def test_everything_that_can_be_declared_is_told(bundled: Catalog) -> None:
    profile = {
        "standing": {"internal": ["us-nd"], "state_employee": False, "permanent": ["xx"]},
        "jobs": [{"class": "us-ct/social-services-trainee", "start": "2024-03", "target_class": "No such class"}],
        "education": {"degrees": [{"level": "law"}, {"level": "master", "field": "history"}]},
        "events": [
            {"month": "2027-06", "degree": {"level": "bachelor"}},
            {"month": "2027-01", "fte": 0.5},
            {"month": "2028-01", "leave_months": 6},
        ],
        "programs": [
            {"name": "us-ct/connecticut-careers-trainee", "approved": False},
        ],
        "licences": ["A licence"],
    }
    plan = Plan(study_hours_a_year=history_of(bundled, PERSON).semester_hours, lead_in=frozenset(["us-nd/0443"]))
    words = words_of(profile_page(bundled, profile, "us-ct/5246SH", plan=plan))
    for told in (
        "You work for the agency now: yes, in North Dakota",
        "You are a state employee now: no, in Connecticut",
        "You have permanent status: yes, in xx",
        "March 2024 until November 2026, 32 months",
        "a class that is not in our data",
        "a law degree, no field told, held now",
        "master's degree in history, held now",
        "bachelor's degree, no field told, from June 2027 on",
        "not approved, not completed, time left not told",
        "Licenses, certificates A licence",
        "from January 2027 on, 50% of full time",
        "on leave from January 2028 until July 2028",
        "Besides, you study 14 college credits each year.",
        "is lead work: Customer Service Consultant (0443, grade J).",
    ):
        assert told in words


def test_a_sum_that_is_no_plain_sum_says_why(bundled: Catalog) -> None:
    at_once = [{"class": "us-ct/office-assistant", "start": "2025-01", "end": "2026-01"} for _ in range(2)]
    profile = {
        "jobs": at_once,
        "present": {"class": "us-ct/office-assistant"},
        "events": [{"month": "2027-01", "fte": 0.5}],
    }
    words = words_of(profile_page(bundled, profile, "us-ct/6435CL"))
    assert "Together they count 12 months, as a month is counted once." in words
    assert "From now on your job adds to it, by the changes of hours and leave to come." in words
    spec = graded("1", feeders=["0"])
    rules = spec.qualifications
    assert rules is not None
    special = Experience(id="special", months=12, what="Other work", additional_to="general", source=SOURCE)
    both = Qualifications(
        requirements=(*rules.requirements, special), routes=(Route(id="general", requires=("general", "special")),)
    )
    catalog = catalog_of(graded("0"), replace(spec, qualifications=both))
    jobs = [{"class": "xx/0", "months": 12, "counts_toward": ["xx/1#special"]}]
    words = words_of(profile_page(catalog, {"jobs": jobs, "present": {"class": "xx/0", "fte": 0.5}}, "xx/1"))
    assert "12 left. A month that another requirement has used is not counted again." in words
    assert "in addition to the general experience" in words_of(render_class_report(catalog, "xx/1", as_of=AS_OF))
    assert "From now on your job adds 0.5 of a month to it each month." in words


def test_a_condition_that_is_asked_leaves_room_for_a_judgement(reports: dict[str, str]) -> None:
    page = reports["profile"]
    assert page.count('class="judgement"') == 2
    asked = page.partition("Not settled; if these held")[2].partition("</ul>")[0]
    assert "Some service is taken as equal" in asked
    assert "Name and signature" in asked
    assert "Name and signature" not in page.partition("For HR to decide, or good to know")[2].partition("</ul>")[0]


def test_without_targets_the_classes_one_step_on_are_told(bundled: Catalog) -> None:
    words = words_of(profile_page(bundled, PERSON))
    assert "What Customer Service Consultant asks, and what you have" in words
    assert words.count("asks, and what you have") == 1


def test_without_a_step_on_the_soonest_classes_are_told(bundled: Catalog) -> None:
    profile = {
        "jobs": [{"title": "Clerk", "months": 40, "counts_toward": ["us-nd/0441#general"]}],
        "present": {"title": "Clerk", "counts_toward": ["us-nd/0441#general"]},
    }
    words = words_of(profile_page(bundled, profile))
    assert "What Customer Service Representative asks, and what you have 8 months, to July 2027" in words


def test_a_profile_that_nothing_is_near_for_says_so(bundled: Catalog) -> None:
    words = words_of(profile_page(bundled, {}))
    assert "No class in our data comes next for you. Ask about a class by name to see what it would take." in words
    assert "Now none Before none" in words


def test_what_is_met_now_needs_no_step(bundled: Catalog) -> None:
    profile = {"jobs": [{"title": "Clerk", "months": 48, "counts_toward": ["us-nd/0441#general"]}]}
    words = words_of(profile_page(bundled, profile, "us-nd/0441"))
    assert "Nothing is needed. You meet the minimum of every class told here now." in words


def test_a_climb_that_cannot_start_is_a_bad_call(bundled: Catalog) -> None:
    with pytest.raises(BadCallError):
        profile_page(bundled, {}, "us-nd/0443", plan=Plan(kind=PlanKind.CLIMB))


def test_a_climb_tells_the_classes_on_the_way(bundled: Catalog) -> None:
    words = words_of(profile_page(bundled, PERSON, "us-nd/0443", plan=Plan(kind=PlanKind.CLIMB)))
    assert "The classes on the way" in words
    assert "Customer Service Consultant (0443, grade J) November 2027 moves up, for people who work here now" in words
    assert "You take one class after the other, by the quickest path." in words


def encodings(canary: str) -> list[str]:
    whole = base64.b64encode(canary.encode()).decode()
    return [canary, html.escape(canary), json.dumps(canary)[1:-1], quote(canary), whole[: len(whole) // 4 * 4 - 4]]


def test_a_report_of_one_person_holds_nothing_of_another(bundled: Catalog) -> None:
    canaries = ["Canary <title> & 'text'", "Field of canaries", 'Licence "canary"', "1031.75", "713.25"]
    other = {
        "jobs": [{"title": canaries[0], "months": 1031.75, "counts_toward": ["us-ct/6435CL#general"]}],
        "present": {"class": "us-nd/0442", "fte": 0.5},
        "education": {"semester_hours": 713.25, "degrees": [{"level": "master", "field": canaries[1]}]},
        "licences": [canaries[2]],
    }
    of_the_other = profile_page(bundled, other, "us-ct/6435CL", "us-nd/0444")
    assert all(
        html.escape(one).replace("&#x27;", "&#39;").replace("&quot;", "&#34;") in of_the_other for one in canaries
    )
    mine = profile_page(bundled, PERSON, "us-ct/6435CL", "us-nd/0444")
    for canary in canaries:
        assert [one for one in encodings(canary) if one in mine] == []
    assert mine == profile_page(load_catalog(), PERSON, "us-ct/6435CL", "us-nd/0444")


# ------------------------------------------------------------------ paths and classes


def test_a_path_report_tells_the_quickest_ladder_and_the_next(reports: dict[str, str]) -> None:
    words = words_of(reports["path"])
    assert "3 years, to November 2029 (for people who work here now)." in words.replace(" [1]", "")
    assert "Times are for someone who starts in the first class today" in words
    assert "Taken as true here, as nothing you told us says otherwise: One way is open only" in words


def test_a_path_report_takes_a_trainee_goal_as_given_only_where_a_path_hangs_on_it(bundled: Catalog) -> None:
    for start, target, is_trainee in (
        ("us-nd/0441", "us-nd/0443", False),
        ("us-nd/0441", "us-nd/0444", False),
        ("us-ct/social-services-trainee", "us-ct/5246SH", True),
    ):
        words = words_of(path_page(bundled, start, target))
        assert ("this person works here, has permanent status, and has the right trainee goal." in words) is is_trainee
        assert ("this person works here and has permanent status. You take" in words) is not is_trainee
        # The times of its steps are how long each class is held: they do add up.
        assert "do not add up" not in words


def test_a_path_without_a_ladder_says_so_and_tells_the_open_route(bundled: Catalog) -> None:
    words = words_of(path_page(bundled, "us-nd/0441", "us-ct/6435CL"))
    assert "No path in our data joins Customer Service Representative and Processing Technician." in words
    assert "Without a path, staying as Customer Service Representative" in words


def test_other_ladders_are_listed_with_their_time() -> None:
    catalog = catalog_of(
        graded("1"), graded("2", feeders=["1"]), graded("3", feeders=["1"]), graded("4", feeders=["2", "3"])
    )
    words = words_of(path_page(catalog, "xx/1", "xx/4"))
    assert "Other paths, soonest first" in words
    assert re.search(r"2 years Same time Class 3 \(3\), then Class 4 \(4\) \[1\] November 2028", words)


def test_other_ladders_are_told_with_their_price_in_time() -> None:
    steps: dict[str, list[str]] = {"1": [], "2": ["1"], "3": ["1"], "4": ["3"], "5": ["2", "4"]}
    words = words_of(path_page(catalog_of(*(graded(one, feeders=steps[one]) for one in steps)), "xx/1", "xx/5"))
    way = r"Class 3 \(3\), then Class 4 \(4\), then Class 5 \(5\) \[1\]"
    assert re.search(rf"3 years 1 year longer {way} November 2029", words)


def test_another_ladder_without_a_month_is_told_without_a_price() -> None:
    catalog = catalog_of(graded("1"), graded("2", feeders=["1"]))
    case = on_day_one(catalog, AS_OF)
    found = find_paths(case, start="xx/1", target="xx/2")
    assert found.best
    stuck = found.best._replace(status=Status.UNREACHABLE, months=None)
    words = words_of(render_path_report(case, found._replace(alternatives=(stuck,))))
    assert re.search(r"Month needs something else Class 2 \(2\) \[\d+\] As of", words)


def test_a_path_report_begins_with_the_answer_and_draws_it_to_scale(reports: dict[str, str]) -> None:
    page = reports["path"]
    told = "You could meet the minimum for Customer Service Consultant in 3 years: November 2029."
    assert f'<h1 dir="auto">{told}</h1>' in page
    label = (
        "Drawing of the path. Each step up is one move. Width is time. Customer Service Representative from November "
        "2026 for 2 years, Grade H; Customer Service Specialist from November 2028 for 1 year, Grade I; Customer "
        "Service Consultant in November 2029, Grade J."
    )
    assert re.findall(r'<svg class="(\w+)" viewBox="[\d ]+" role="img" aria-label="([^"]+)"', page) == [
        ("flights", label),
        ("upright", label),
    ]


def test_a_path_that_hangs_on_a_condition_is_drawn_as_it_would_be(bundled: Catalog) -> None:
    page = path_page(bundled, "us-nd/0441", "us-nd/0444")
    words = words_of(page)
    assert "in 4 years, if 12 of those months are lead work (your supervisor must confirm it)." in words
    assert "This is the path if enough of your work is lead work (your supervisor must confirm it)." in words
    assert "Customer Service Senior Consultant (0444, grade K) November 2030" in words
    assert "Customer Service Senior Consultant in November 2030, Grade K" in page


def test_a_path_without_a_month_or_without_time_is_not_drawn(bundled: Catalog) -> None:
    unknown = path_page(bundled, "us-nd/0443", "us-nd/customer-service-manager")
    assert "<svg" not in unknown
    unsaid = path_page(bundled, "us-ct/connecticut-careers-trainee", "us-ct/5246SH")
    assert "<svg" not in unsaid
    assert "We cannot say when you meet the minimum for Labor Department Community Services Representative" in unsaid
    never = path_page(bundled, "us-nd/0441", "us-ct/6435CL")
    assert "<svg" not in never
    assert '<h1 dir="auto">No path in our data joins' in never


def test_a_class_report_draws_who_can_move_there_where_anyone_can(bundled: Catalog) -> None:
    page = render_class_report(bundled, "us-nd/0442", as_of=AS_OF)
    assert page.count('<svg class="mini-ladder"') == 1
    assert '<svg class="mini-ladder"' not in render_class_report(bundled, "us-ct/0029MP", as_of=AS_OF)


def test_a_class_report_links_no_class_and_begins_as_the_page_of_the_site(bundled: Catalog) -> None:
    page = render_class_report(bundled, "us-nd/0443", as_of=AS_OF)
    assert set(re.findall(r'href="(.)', page)) == {"#"}
    words = words_of(page)
    assert words.startswith(
        "Class 0443, grade J, North Dakota Customer Service Consultant Rules of July 2012, 14 years old. "
        "As of November 2026."
    )
    assert "Leads to Customer Service Senior Consultant" in words


# ------------------------------------------------------------------ words meant to do harm


class TagReader(HTMLParser):
    """Collects the names of all tags and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)


@pytest.mark.untraced
@pytest.mark.parametrize("with_map", [True, False], ids=["page", "plain"])
@pytest.mark.parametrize("sort", SORTS)
def test_hostile_words_end_no_tag_and_no_attribute(sort: str, *, with_map: bool) -> None:
    page = hostile_reports(hostile_catalog(), with_map=with_map)[sort]
    reader = TagReader()
    reader.feed(page)
    allowed = {"html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p", "strong", "bdi"}
    allowed |= {"ul", "ol", "li", "dl", "dt", "dd", "a", "br", "q", "div", "section", "details", "summary"}
    allowed |= {"span", "em", "header", "fieldset", "legend", "label", "input", "circle"}
    allowed |= {"table", "caption", "thead", "tbody", "tr", "th", "td"}
    allowed |= {"svg", "defs", "marker", "path", "rect", "text", "tspan", "g"}
    assert reader.tags <= allowed
    assert not [name for name in reader.attributes if name.startswith("on")]
