"""Profiles resolved against a catalog: names to ids, dates to months, every fault told."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from ladder.candidates import MOST_NAMED
from ladder.catalog.jurisdictions import DayRule
from ladder.errors import BadFileError
from ladder.histories import (
    ANOTHER_CLASS,
    Change,
    DegreeHeld,
    History,
    HoursInField,
    LicenceHeld,
    ProgrammeState,
    StandingDeclared,
)
from ladder.profiles import load_profile, read_profile
from ladder.qualifications import DegreeLevel, Standing
from ladder.service_rows import months_of
from ladder.service_time import MOST_JOBS, print_month, read_month
from tests.eligibility.small_catalogs import catalog_of, grade, service, work

CATALOG = catalog_of(
    grade("1", service("general", 12)),
    grade("2", service("general", 24), service("special", 6, "1", within="general")),
    grade("7", title="Clerk"),
    grade("8", title="Clerk"),
)
TODAY = read_month("2026-11")


def resolved(**profile: Any) -> History:  # noqa: ANN401 - fields of a record
    return read_profile(json.dumps(profile), file="p.json", catalog=CATALOG, as_of=None, today=TODAY)


def refused(**profile: Any) -> list[str]:  # noqa: ANN401 - fields of a record
    with pytest.raises(BadFileError) as caught:
        resolved(**profile)
    return str(caught.value).splitlines()


@pytest.mark.parametrize(
    ("own", "given", "month"),
    [
        (None, None, "2026-11"),
        ("2025-03", None, "2025-03"),
        ("2025-03", "2024-01", "2024-01"),
        (None, "2030-01", "2030-01"),
    ],
)
def test_the_as_of_month(own: str | None, given: str | None, month: str, tmp_path: Path) -> None:
    file = tmp_path / "p.yaml"
    file.write_text(f"as_of: {own}\n" if own else "{}\n", encoding="utf-8")
    as_of = read_month(given) if given else None
    assert print_month(load_profile(file, CATALOG, as_of=as_of, today=TODAY).as_of) == month


def test_a_job_is_resolved() -> None:
    job = resolved(jobs=[work("1", "31.5", fte="0.5", counts_toward=["us-xx/2#special"], target_class="us-xx/2")]).past[
        0
    ]
    assert job.number == 1
    assert job.title == "Class 1"
    assert job.class_id == "us-xx/1"
    assert job.target_class == "us-xx/2"
    assert job.declared == {"us-xx/2#special"}
    assert (job.months, job.fte, job.row, job.future) == (Fraction(63, 2), Fraction(1, 2), None, False)


@pytest.mark.parametrize(
    ("job", "title"),
    [
        ({"title": "Baker", "months": 1}, "Baker"),
        ({"class": "us-xx/1", "title": "Baker", "months": 1}, "Baker"),
        ({"counts_toward": ["us-xx/1#general"], "months": 1}, "a job"),
    ],
)
def test_how_a_job_is_called(job: dict[str, object], title: str) -> None:
    assert resolved(jobs=[job]).past[0].title == title


@pytest.mark.parametrize(
    ("start", "end", "held"),
    [
        ("2020-01", "2021-01", 12),
        ("2020-01-02", "2021-01-31", 11),
        ("2020-01-15", "2020-01-20", 0),
        ("2025-11", None, 12),
        ("2026-11", None, 0),
        ("2026-11-15", None, 0),
        ("2026-11", "2026-11", 0),
    ],
)
def test_dates_become_months(start: str, end: str | None, held: int) -> None:
    job = resolved(jobs=[{"class": "us-xx/1", "start": start, **({"end": end} if end else {})}]).past[0]
    assert job.row is not None
    assert sum(until - since for since, until, _ in months_of(job.row, DayRule.FIRST_DAY)) == held


@pytest.mark.parametrize(
    ("job", "told"),
    [
        ({"start": "2026-01", "end": "2026-12"}, "2026-12"),
        ({"start": "2027-02"}, "2027-02"),
        ({"start": "2027-02", "end": "2027-05"}, "2027-02"),
    ],
)
def test_service_after_the_as_of_month_is_refused(job: dict[str, object], told: str) -> None:
    (line,) = refused(jobs=[{"class": "us-xx/1", "months": 3}, {"class": "us-xx/1", **job}])
    assert line == (
        f"p.json:1: jobs[1]: the job has service after the as-of month 2026-11: {told}; "
        "end it by then, or give a later --as-of"
    )


def test_present_jobs_go_on() -> None:
    one = resolved(present=work("1", fte="0.5")).present
    assert [(job.class_id, job.number, job.future, job.fte) for job in one] == [("us-xx/1", 0, True, Fraction(1, 2))]
    assert len(resolved(present=[work("1"), work("2")]).present) == 2
    assert resolved(present=[]).present == ()


def test_an_open_job_is_the_present_one_unless_another_is_declared() -> None:
    opened = {"class": "us-xx/1", "start": "2020-01"}
    closed = {"class": "us-xx/2", "start": "2019-01", "end": "2020-01"}
    assert [job.class_id for job in resolved(jobs=[closed, opened]).present] == ["us-xx/1"]
    assert [job.class_id for job in resolved(jobs=[opened], present=work("2")).present] == ["us-xx/2"]
    assert resolved(jobs=[opened], present=[]).present == ()


@pytest.mark.parametrize(
    ("text", "target"),
    [("us-xx/2", "us-xx/2"), ("class 2", "us-xx/2"), ("Astronaut", ANOTHER_CLASS), ("clerk", ANOTHER_CLASS)],
)
def test_a_target_class_may_be_any_title(text: str, target: str) -> None:
    assert resolved(jobs=[work("1", 1, target_class=text)]).past[0].target_class == target


def test_every_fault_is_told_once_with_its_place() -> None:
    lines = refused(
        jobs=[work("9", 1), work("1", 1, counts_toward=["us-xx/2#specal", "us-xx/9#general"])],
        present=work("9"),
        programs=[{"name": "us-xx/9"}],
        events=[{"month": "2027-01", "program_completed": "us-xx/9"}],
    )
    assert [line.split(": ")[1] for line in lines] == [
        "events[0].program_completed",
        "jobs[0].class",
        "jobs[1].counts_toward[0]",
        "jobs[1].counts_toward[1]",
        "present.class",
        "programs[0].name",
    ]
    assert lines[1].endswith("write a class id, such as us-nd/0441")
    assert lines[2].endswith(
        "service cannot count toward 'us-xx/2#specal': there is no such experience requirement; "
        "known: us-xx/2#general, us-xx/2#special"
    )
    assert lines[3].endswith("known: 'ladder profile new' lists them")


NEAR = "us-xx/8 (Clerk), us-xx/7 (Clerk), us-xx/2 (Class 2), us-xx/1 (Class 1)"
NO_CLASS = f"no class is called 'us-xx/9'; did you mean {NEAR}?; write a class id, such as us-nd/0441"
DONE = {"month": "2027-01", "program_completed": "us-xx/7"}


@pytest.mark.parametrize(
    ("profile", "line"),
    [
        ({"jobs": [work("1", 1), work("9", 1)]}, f"jobs[1].class: {NO_CLASS}"),
        ({"present": work("9")}, f"present.class: {NO_CLASS}"),
        (
            {"present": [work("1"), {"fte": "0.5"}]},
            (
                "present[1]: a job needs a class, a title or what it counts toward; "
                "see 'ladder schema' for what the field holds"
            ),
        ),
        ({"programs": [{"name": "us-xx/7"}, {"name": "us-xx/9"}]}, f"programs[1].name: {NO_CLASS}"),
        (
            {"events": [{"month": "2027-01", "program_completed": "us-xx/9"}]},
            f"events[0].program_completed: {NO_CLASS}",
        ),
        (
            {"present": [work("1"), {"counts_toward": ["us-xx/1#general", "us-xx/1#x"]}]},
            (
                "present[1].counts_toward[1]: service cannot count toward 'us-xx/1#x': there is no such experience "
                "requirement; known: us-xx/1#general"
            ),
        ),
        (
            {"programs": [{"name": "us-xx/7"}, {"name": "us-xx/7", "completed": True}]},
            "programs[1].name: us-xx/7 is listed twice; list each program once, as it stands now",
        ),
        (
            {"programs": [{"name": "us-xx/7", "completed": True}], "events": [{"month": "2027-01", "fte": 1}, DONE]},
            (
                "events[1].program_completed: us-xx/7 is completed already: the list of programs says so; "
                "take the event out, or write completed: false in the list"
            ),
        ),
        (
            {"present": [work("1"), work("2")], "events": [DONE, {"month": "2027-05", "fte": "0.5"}]},
            "events[1].fte: a change of fte does not say which of several jobs changes",
        ),
    ],
)
def test_a_fault_is_one_line_with_its_place_and_what_to_try(profile: dict[str, Any], line: str) -> None:
    assert refused(**profile) == [f"p.json:1: {line}"]


def test_a_file_of_another_kind_is_told_by_its_name() -> None:
    assert refused(completeness="whole", jurisdiction="us-xx", title="Clerk") == [
        (
            "p.json: this is the specification of one class, and no profile; "
            "give the folder that it is in with --catalog, or the file to 'ladder check'"
        )
    ]


def test_a_fault_of_one_of_several_present_jobs_is_told_with_its_number() -> None:
    (line,) = refused(present=[work("1"), work("9")])
    assert line.split(": ")[1] == "present[1].class"


def test_an_open_job_with_a_fault_is_told_once() -> None:
    assert len(refused(jobs=[{"class": "us-xx/9", "start": "2020-01"}])) == 1


@pytest.mark.parametrize(
    ("present", "value", "declared"),
    [
        (None, True, StandingDeclared(value=True, jurisdictions=None)),
        (None, False, StandingDeclared(value=False, jurisdictions=None)),
        (work("1"), True, StandingDeclared(value=True, jurisdictions=frozenset(["us-xx"]))),
        (work("1"), ["us-yy"], StandingDeclared(value=True, jurisdictions=frozenset(["us-yy"]))),
        (None, [], StandingDeclared(value=True, jurisdictions=frozenset())),
    ],
)
def test_a_standing_goes_with_the_present_class(present: object, value: object, declared: StandingDeclared) -> None:
    history = resolved(standing={"internal": value}, **({"present": present} if present else {}))
    assert history.standing == {Standing.INTERNAL: declared}


def test_degrees_held_and_to_come() -> None:
    history = resolved(
        education={"semester_hours": "60.5", "quarter_hours": 3, "degrees": [{"level": "law"}]},
        events=[
            {"month": "2027-06", "degree": {"level": "bachelor", "field": "history"}},
            {"month": "2020-06", "degree": {"level": "master"}},
        ],
    )
    assert history.degrees == (
        DegreeHeld(DegreeLevel.LAW, None, 0),
        DegreeHeld(DegreeLevel.BACHELOR, "history", 7, is_dated=True),
        DegreeHeld(DegreeLevel.MASTER, None, -77, is_dated=True),
    )
    assert (history.semester_hours, history.quarter_hours) == (Fraction(121, 2), Fraction(3))


@pytest.mark.parametrize(
    ("programs", "events", "state"),
    [
        ([{"name": "us-xx/7"}], [], ProgrammeState(None, completed=False, completed_at=None)),
        ([{"name": "us-xx/7", "completed": True}], [], ProgrammeState(None, completed=True, completed_at=0)),
        (
            [{"name": "us-xx/7", "approved": False, "months_remaining": 9}],
            [],
            ProgrammeState(approved=False, completed=False, completed_at=9),
        ),
        (
            [{"name": "us-xx/7", "approved": True, "months_remaining": 9}],
            [{"month": "2027-01", "program_completed": "us-xx/7"}],
            ProgrammeState(approved=True, completed=False, completed_at=2),
        ),
        (
            [],
            [{"month": "2027-01", "program_completed": "us-xx/7"}],
            ProgrammeState(approved=None, completed=False, completed_at=2),
        ),
        (
            [{"name": "us-xx/7", "months_remaining": 1}],
            [{"month": "2027-01", "program_completed": "us-xx/7"}],
            ProgrammeState(approved=None, completed=False, completed_at=1),
        ),
        (
            [],
            [{"month": month, "program_completed": "us-xx/7"} for month in ("2027-05", "2027-01", "2027-03")],
            ProgrammeState(approved=None, completed=False, completed_at=2),
        ),
    ],
)
def test_programmes(programs: list[object], events: list[object], state: ProgrammeState) -> None:
    assert resolved(programs=programs, events=events).programmes == {"us-xx/7": state}


def test_a_program_completed_already_is_not_completed_again() -> None:
    event = {"month": "2027-01", "program_completed": "us-xx/7"}
    (line,) = refused(programs=[{"name": "us-xx/7", "completed": True}], events=[event])
    assert "events[0].program_completed" in line
    assert "us-xx/7 is completed already" in line


def test_a_program_is_listed_once() -> None:
    (line,) = refused(programs=[{"name": "us-xx/7", "completed": True}, {"name": "us-xx/7"}])
    assert "programs[1].name" in line
    assert "us-xx/7 is listed twice" in line


def test_faults_of_programs_count_toward_the_most_that_are_told() -> None:
    done = [{"name": "us-xx/7", "completed": True}]
    told = refused(programs=done, events=[{"month": "2027-01", "program_completed": "us-xx/7"}] * 300)
    assert len(told) == 101


def test_changes_in_the_order_of_their_months() -> None:
    history = resolved(
        present=work("1"),
        events=[
            {"month": "2027-05", "fte": "0.5"},
            {"month": "2027-01", "leave_months": 6},
            {"month": "2026-09", "leave_months": 3},
            {"month": "2026-01", "leave_months": 3},
            {"month": "2026-08", "leave_months": 3},
            {"month": "2026-05", "fte": "0.25"},
        ],
    )
    assert history.changes == (
        Change(0, fte=Fraction(1, 4)),
        Change(0, leave_until=1),
        Change(2, leave_until=8),
        Change(6, fte=Fraction(1, 2)),
    )


def test_a_change_of_hours_must_say_which_job_changes() -> None:
    (line,) = refused(present=[work("1"), work("2")], events=[{"month": "2027-05", "fte": "0.5"}])
    assert "events[0].fte" in line
    assert "does not say which of several jobs changes" in line
    leave = resolved(present=[work("1"), work("2")], events=[{"month": "2027-05", "leave_months": 2}])
    assert leave.changes == (Change(6, leave_until=8),)


@pytest.mark.parametrize(
    ("month", "since"),
    [("2026-11", 0), ("2026-11-20", 0), ("2026-10", -1), ("2025-11-02", -11), ("2025-11-01", -12)],
)
def test_what_is_held_is_held_since_a_month(month: str, since: int) -> None:
    history = resolved(
        education={"degrees": [{"level": "high_school", "month": month}]}, licences=[{"name": "A", "month": month}]
    )
    assert history.degrees == (DegreeHeld(DegreeLevel.HIGH_SCHOOL, None, since, is_dated=True),)
    assert history.licences == (LicenceHeld("A", since, is_dated=True),)


@pytest.mark.parametrize("key", ["licence", "license"])
def test_a_license_to_come(key: str) -> None:
    history = resolved(events=[{"month": "2027-01", key: "A"}])
    assert history.licences is None
    assert history.licences_to_come == (LicenceHeld("A", 2, is_dated=True),)


@pytest.mark.parametrize("key", ["licences", "licenses"])
def test_what_is_held_is_not_held_from_a_later_month_on(key: str) -> None:
    first, second = refused(
        **{key: ["B", {"name": "A", "month": "2026-12"}]},
        education={"degrees": [{"level": "bachelor", "month": "2027-06"}]},
    )
    remedy = "plan it as one of the events, or give a later --as-of"
    told = f"education.degrees[0].month: it is held from 2027-06 on, after the as-of month 2026-11; {remedy}"
    assert first == f"p.json:1: {told}"
    assert second == f"p.json:1: {key}[1].month: it is held from 2026-12 on, after the as-of month 2026-11; {remedy}"


@pytest.mark.parametrize(
    ("declared", "held"),
    [
        ({}, None),
        ({"licences": []}, ()),
        ({"licences": ["A"]}, ("A",)),
        ({"licenses": []}, ()),
        ({"licenses": ["A"]}, ("A",)),
        ({"licences": None, "licenses": ["A"]}, ("A",)),
        ({"licences": ["A"], "licenses": None}, ("A",)),
    ],
)
def test_licences_are_kept_as_declared(declared: dict[str, object], held: object) -> None:
    licences = resolved(**declared).licences
    assert (licences if licences is None else tuple(one.name for one in licences)) == held


@pytest.mark.parametrize(("listed", "all_done"), [(0, 72), (60, 72), (72, 72), (90, 90)])
def test_hours_in_a_field_are_part_of_all_that_were_done(listed: int, all_done: int) -> None:
    courses = [{"field": "Law", "semester_hours": 60}, {"field": "Art", "semester_hours": "12"}]
    history = resolved(education={"semester_hours": listed, "courses": courses, "quarter_hours": 3})
    assert (history.semester_hours, history.quarter_hours) == (Fraction(all_done), Fraction(3))
    assert history.courses == (HoursInField("Law", Fraction(60)), HoursInField("Art", Fraction(12)))


def test_licenses_are_not_given_by_two_spellings() -> None:
    (line,) = refused(licences=["A"], licenses=["B"])
    assert "licenses and licences are one list" in line


def test_after_a_hundred_faults_no_further_class_is_looked_for() -> None:
    told = refused(jobs=[{"class": f"Nobody {number}", "months": 1} for number in range(300)])
    assert len(told) == 101
    assert told[0] == "p.json:1: there are 100 faults or more; mend these first"
    few = refused(jobs=[{"class": f"Nobody {number}", "months": 1} for number in range(99)])
    assert len(few) == 99


@pytest.mark.parametrize(
    ("profile", "place", "most"),
    [
        ({"jobs": [{"title": "x", "months": 0.1}] * (MOST_JOBS + 1)}, "jobs", MOST_JOBS),
        ({"events": [{"month": "2030-01", "fte": 1}] * (MOST_JOBS + 1)}, "events", MOST_JOBS),
        ({"present": [{"title": "x"}] * (MOST_NAMED + 1)}, "present", MOST_NAMED),
        ({"licences": ["A"] * (MOST_NAMED + 1)}, "licences", MOST_NAMED),
    ],
)
def test_lists_longer_than_any_history_are_refused(profile: dict[str, Any], place: str, most: int) -> None:
    (fault,) = refused(**profile)
    assert fault == f"p.json:1: {place}: there is too much here; write at most {most}"


def test_forty_years_by_the_fortnight_are_taken() -> None:
    assert len(resolved(jobs=[{"class": "us-xx/1", "months": 0.46}] * 1_040).past) == 1_040
