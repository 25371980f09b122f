"""Education: degrees, schools, units and fields of study."""

import pytest

from ladder.qualifications import DegreeLevel
from ladder.reading.requirement_grammar.reader import read_statement
from ladder.reading.requirement_grammar.tree import EducationClause
from tests.reading.requirement_grammar.written_statements import education_in, unread_of


@pytest.mark.parametrize(
    ("text", "degree"),
    [
        ("An associate's degree", DegreeLevel.ASSOCIATE),
        ("Completion of an Associate of Arts degree", DegreeLevel.ASSOCIATE),
        ("A Bachelor's or Master's degree in botany", DegreeLevel.BACHELOR),
        ("Completion of a bachelor's degree program at a college", DegreeLevel.BACHELOR),
        ("Graduation from an accredited four-year college or university", DegreeLevel.BACHELOR),
        ("Graduation from a recognized four year college or university", DegreeLevel.BACHELOR),
        ("A master's degree", DegreeLevel.MASTER),
        ("A graduate degree in botany", DegreeLevel.MASTER),
        ("A law degree", DegreeLevel.LAW),
        ("Graduation from an accredited law school", DegreeLevel.LAW),
        ("Completion of a Juris Doctor degree", DegreeLevel.LAW),
        ("A Ph.D. degree in botany", DegreeLevel.DOCTORATE),
        ("Completion of a doctoral degree", DegreeLevel.DOCTORATE),
        ("Completion of a doctoral program at a college", DegreeLevel.DOCTORATE),
        ("Graduation from an accredited college or university", DegreeLevel.BACHELOR),
        ("Graduation from a barber college", None),
        ("Graduation from an accredited college with a bachelor's degree in botany", DegreeLevel.BACHELOR),
    ],
)
def test_the_least_degree_that_serves(text: str, degree: DegreeLevel | None) -> None:
    clause = education_in(text)
    assert clause.degree is degree
    assert clause.semester_hours is None


@pytest.mark.parametrize(
    ("text", "fields", "related"),
    [
        ("with a major in tides, wind engineering or botany", ("tides", "wind engineering", "botany"), False),
        ("in tides, botany, or a closely related field", ("tides", "botany"), True),
        ("with major course work in one of the following areas: tides and/or botany", ("tides", "botany"), False),
        ("with a major in either tides/botany from an accredited college", ("tides", "botany"), False),
        ("in wind science/tide engineering", ("wind science", "tide engineering"), False),
        (
            "in botany, public tides/winds or wind/tide science",
            ("botany", "public tides/winds", "wind/tide science"),
            False,
        ),
        ("with any major", (), False),
        ("with course work in tides and/or related fields", ("tides",), True),
        ("from an accredited college or university in tides, botany, or a related field", ("tides", "botany"), True),
        ("from an accredited college in the fields of tides and botany", ("tides", "botany"), False),
        ("from a college or university in the United States", (), False),
        ("with a major in a natural science or the arts", ("natural science", "arts"), False),
    ],
)
def test_fields_of_study(text: str, fields: tuple[str, ...], related: bool) -> None:  # noqa: FBT001 - a table's column
    clause = education_in(f"A bachelor's degree {text}")
    assert (clause.fields, clause.or_closely_related) == (fields, related)


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("Education equivalent to completion of the twelfth school grade", 12),
        ("Equivalent to completion of the tenth school grade", 10),
        ("Completion of the 8th grade", 8),
        ("Education equivalent to the completion of the equivalent of the twelfth school grade", 12),
        ("Graduation from a high school or the equivalent", 12),
        ("Education equivalent to a standard high school", 12),
        ("A high school diploma", 12),
        ("Successful completion of high school or equivalent", 12),
        ("Completion of education equivalent to the eighth school grade", 8),
    ],
)
def test_school_grades(text: str, grade: int) -> None:
    assert education_in(text).school == grade


@pytest.mark.parametrize(
    ("text", "semester", "quarter"),
    [
        ("Completion of 12 semester or 18 quarter units in tides", 12, 18),
        ("Successful completion of at least 24 semester units or 36 quarter units", 24, 36),
        ("60 college credits at an accredited college", 60, None),
        (
            "A bachelor's degree with 24 semester or 36 quarter units in tides, including 3 semester units of waves",
            24,
            36,
        ),
    ],
)
def test_units(text: str, semester: int, quarter: int | None) -> None:
    clause = education_in(text)
    assert (clause.semester_hours, clause.quarter_hours) == (semester, quarter)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Completion of two years of study at an accredited college", "two years of study at an accredited college"),
        ("College training", "College training"),
        (
            "Education equivalent to completion of a trade program diploma",
            "Education equivalent to completion of a trade program diploma",
        ),
        ("A bachelor's degree in tides from a college which is accredited", "from a college which is accredited"),
    ],
)
def test_other_words_are_kept(text: str, what: str) -> None:
    assert education_in(text).what == what


def test_units_at_odds_are_a_fault() -> None:
    reading = read_statement("Completion of fifteen (30) semester hours in tides")
    assert reading.node is None
    assert [fault.code for fault in reading.faults] == ["FIGURES_AT_ODDS"]
    assert unread_of("Completion of fifteen (1.5) semester hours") == ["Completion of fifteen (1.5) semester hours"]


@pytest.mark.parametrize(
    ("text", "degree", "hours"),
    [
        ("Completion of an associate degree or 60 credits in tide tables.", None, 60),
        ("60 credits in tide tables.", None, 60),
        ("A bachelor's degree with 24 semester units in tides.", DegreeLevel.BACHELOR, 24),
        ("Graduation from a four-year college with 24 semester units in tides.", DegreeLevel.BACHELOR, 24),
    ],
)
def test_units_beside_a_degree_by_or_suffice(text: str, degree: DegreeLevel | None, hours: int) -> None:
    clause = read_statement(text).node
    assert isinstance(clause, EducationClause)
    assert (clause.degree, clause.semester_hours) == (degree, hours)
