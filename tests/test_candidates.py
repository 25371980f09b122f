"""Profiles as written: what is taken exactly, and what is refused."""

import json
from fractions import Fraction
from typing import Any

import pytest

from ladder.candidates import Profile
from ladder.records import RecordRefusedError, print_json, validate_json

Json = dict[str, Any]
JOB: Json = {"class": "us-xx/1", "months": 12}


def read(profile: Json) -> Profile:
    return validate_json(Profile, json.dumps(profile))


@pytest.mark.parametrize(
    ("profile", "words"),
    [
        ({"jobs": [{"months": 12}]}, "a job needs a class, a title or what it counts toward"),
        ({"jobs": [{"class": "x"}]}, "a job has either months or a start"),
        ({"jobs": [{**JOB, "start": "2020-01"}]}, "a job has either months or a start"),
        ({"jobs": [{**JOB, "end": "2020-01"}]}, "a job with an end needs a start"),
        (
            {"jobs": [{"class": "x", "start": "2020-05", "end": "2019-05"}]},
            "the job ends (2019-05) before it starts (2020-05)",
        ),
        ({"jobs": [{**JOB, "months": -1}]}, "months of service are 0 to 1,200, not -1"),
        ({"jobs": [{**JOB, "months": 1201}]}, "months of service are 0 to 1,200, not 1201"),
        ({"jobs": [{**JOB, "months": "many"}]}, "'many' is not a number"),
        ({"jobs": [{**JOB, "fte": 0}]}, "a share of full time is more than 0 and at most 1, not 0"),
        ({"jobs": [{**JOB, "fte": "1.2"}]}, "a share of full time is more than 0 and at most 1, not 1.2"),
        ({"jobs": [{**JOB, "fte": "-0.5"}]}, "more than 0 and at most 1"),
        ({"jobs": [{**JOB, "start": "2020-13", "months": None}]}, "'2020-13' is not a month"),
        ({"jobs": [{**JOB, "class": 441}]}, "valid string"),
        ({"jobs": [{**JOB, "class": ""}]}, "at least 1 character"),
        ({"jobs": [{**JOB, "grade": "H"}]}, "Unexpected keyword argument"),
        ({"as_of": 2026}, "valid string"),
        ({"education": {"semester_hours": "2000.5"}}, "credit hours are 0 to 2,000, not 2000.5"),
        ({"education": {"quarter_hours": "-1"}}, "credit hours are 0 to 2,000, not -1"),
        ({"education": {"degrees": [{"level": "diploma"}]}}, "'high_school', 'associate', 'bachelor'"),
        ({"events": [{"month": "2027-01"}]}, "an event is one of: degree, fte, leave_months, program_completed"),
        ({"events": [{"month": "2027-01", "fte": "0.5", "leave_months": 3}]}, "an event is one of"),
        ({"events": [{"month": "2027-01", "leave_months": 0}]}, "greater than or equal to 1"),
        ({"events": [{"fte": "0.5"}]}, "Field required"),
        ({"events": [{"month": "2027-01", "licence": "A", "license": "A"}]}, "an event is one of"),
        ({"events": [{"month": "2027-01", "degree": {"level": "law", "month": "2027-02"}}]}, "Unexpected keyword"),
        ({"licences": [{"month": "2027-01"}]}, "Field required"),
        ({"licences": [7]}, "valid string"),
        ({"programs": [{"name": "p", "months_remaining": -1}]}, "greater than or equal to 0"),
        ({"standing": {"internal": "yes"}}, "valid"),
        ({"standing": {"member": True}}, "Unexpected keyword argument"),
    ],
)
def test_a_bad_profile_is_refused_in_words(profile: Json, words: str) -> None:
    with pytest.raises(RecordRefusedError) as caught:
        read(profile)
    assert words in str(caught.value)


def test_an_empty_profile_declares_nothing() -> None:
    profile = read({})
    assert profile == Profile()
    assert profile.as_of is None
    assert profile.present_jobs == ()
    assert profile.education.semester_hours == 0
    assert profile.licences is None
    assert profile.standing.internal is None


def test_numbers_are_exact_and_full_time_is_the_default() -> None:
    job = read({"jobs": [{**JOB, "months": "31.5", "fte": "0.7"}]}).jobs[0]
    assert (job.months, job.fte) == (Fraction(63, 2), Fraction(7, 10))
    assert read({"jobs": [JOB]}).jobs[0].fte == 1


def test_a_job_may_end_in_the_month_it_starts() -> None:
    assert read({"jobs": [{"class": "x", "start": "2020-05-10", "end": "2020-05-12"}]}).jobs[0].end == "2020-05-12"


@pytest.mark.parametrize(("present", "count"), [({"class": "a"}, 1), ([{"class": "a"}, {"class": "b"}], 2), ([], 0)])
def test_one_present_job_or_several(present: object, count: int) -> None:
    assert len(read({"present": present}).present_jobs) == count


def test_bounds_are_taken() -> None:
    profile = read({"jobs": [{**JOB, "months": 1200, "fte": 1}], "education": {"semester_hours": 2000}})
    assert profile.jobs[0].months == 1200
    assert profile.education.semester_hours == 2000


def test_a_profile_prints_its_numbers_as_text() -> None:
    told = json.loads(print_json(read({"jobs": [{**JOB, "months": "31.5"}]})))
    assert told["jobs"][0]["months"] == "63/2"
