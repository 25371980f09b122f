"""Substitution clauses to a record's substitutions, or to a note where a record cannot hold them."""

import pytest

from ladder.qualifications import (
    DegreeLevel,
    DegreeSubstitution,
    ProgrammeSubstitution,
    ServiceSubstitution,
    Standing,
    StudySubstitution,
    Substitution,
)
from ladder.reading.drafts import AllOf, AnyOf, Role
from ladder.reading.passages import Span
from ladder.reading.qualifying.assembling import Qualified
from ladder.reading.requirement_grammar import tree
from ladder.reading.requirement_grammar.tree import StandsFor
from tests.reading.qualifying.said import Said, judged, part, routes_of, service


def substituted(clause: tree.SubstitutionClause, **layout: object) -> Qualified:
    said = Said()
    general = said.statement(service(48, "Inspector"), role=Role.GENERAL)
    special = said.statement(service(12), role=Role.SPECIAL)
    return said.qualify(AllOf((general, special)), said.statement(clause, role=Role.SUBSTITUTION), **layout)


def substitutions_of(found: Qualified) -> tuple[Substitution, ...]:
    assert found.rules is not None
    return found.rules.substitutions


def test_study_by_the_block_up_to_a_maximum() -> None:
    clause = tree.SubstitutionClause(None, StandsFor.GENERAL, rate=tree.StudyRate(15, 6), at_most_months=24)
    (one,) = substitutions_of(substituted(clause))
    assert isinstance(one, StudySubstitution)
    assert (one.stands_for, one.semester_hours, one.months, one.at_most_months) == ("general", 15, 6, 24)


def test_study_without_a_maximum_stands_for_the_whole_at_most() -> None:
    clause = tree.SubstitutionClause(None, StandsFor.EXPERIENCE, rate=tree.StudyRate(30, 12), related_field=True)
    (one,) = substitutions_of(substituted(clause))
    assert isinstance(one, StudySubstitution)
    assert (one.at_most_months, one.related_field) == (48, True)


def test_a_degree_stands_for_its_months() -> None:
    law = tree.EducationClause(degree=DegreeLevel.LAW)
    (one,) = substitutions_of(substituted(tree.SubstitutionClause(law, StandsFor.GENERAL, months=24)))
    assert isinstance(one, DegreeSubstitution)
    assert (one.degree, one.months) == (DegreeLevel.LAW, 24)


def test_service_stands_for_the_whole_where_no_months_are_named() -> None:
    by = service(24, "Trainee", target_class="Clerk 9")
    clause = tree.SubstitutionClause(by, StandsFor.GENERAL, standing=Standing.STATE_EMPLOYEE)
    (one,) = substitutions_of(substituted(clause))
    assert isinstance(one, ServiceSubstitution)
    assert one.named is not None
    assert (one.named.class_id, one.months, one.at_most_months) == ("us-xx/trainee", 24, None)
    assert one.standing is Standing.STATE_EMPLOYEE
    assert one.named.target_class_required


def test_service_for_another_target_class_is_not_held() -> None:
    by = service(24, "Trainee", target_class="Guard")
    found = substituted(tree.SubstitutionClause(by, StandsFor.GENERAL))
    assert substitutions_of(found) == ()
    assert [note.code for note in found.notes] == ["SUBSTITUTION_NOT_HELD"]


def test_credit_toward_general_experience_that_was_not_read_is_no_credit_toward_special_experience() -> None:
    said = Said()
    degree = tree.EducationClause(degree=DegreeLevel.MASTER)
    credit = said.statement(tree.SubstitutionClause(degree, StandsFor.GENERAL, months=12))
    special = said.statement(service(24), role=Role.SPECIAL)
    found = said.qualify(AllOf((said.statement(None, role=Role.GENERAL), special)), credit)
    assert substitutions_of(found) == ()
    assert "SUBSTITUTION_NOT_HELD" in [note.code for note in found.notes]


def test_what_is_no_substitution_among_substitutions_is_noted() -> None:
    said = Said()
    stray = said.statement(tree.All((service(12, "Guard"), tree.ConditionClause("SELECTION", "shown"))))
    found = said.qualify(said.statement(service(24)), stray)
    assert [note.code for note in found.notes] == ["SUBSTITUTION_NOT_HELD"]
    assert not found.is_whole


def test_service_in_each_of_several_classes_up_to_its_months() -> None:
    clause = tree.SubstitutionClause(service(12, "Guard", "Aide"), StandsFor.EXPERIENCE, months=12)
    read = substituted(clause)
    found = substitutions_of(read)
    assert [one.at_most_months for one in found if isinstance(one, ServiceSubstitution)] == [12, 12]
    # Together they stand for 12 months at most, which no record says.
    assert [note.code for note in read.notes] == ["MAXIMUM_SHARED"]
    assert not read.is_whole


def test_service_for_as_much_as_is_asked_stands_for_the_whole() -> None:
    clause = tree.SubstitutionClause(service(12, "Guard"), StandsFor.SPECIAL, months=12)
    (one,) = substitutions_of(substituted(clause))
    assert isinstance(one, ServiceSubstitution)
    assert (one.stands_for, one.at_most_months) == ("special", None)


def test_the_class_replaced_tells_which_experience_is_meant() -> None:
    clause = tree.SubstitutionClause(service(12, "Guard"), StandsFor.EXPERIENCE, months=12, instead_of="Inspector")
    assert [one.stands_for for one in substitutions_of(substituted(clause))] == ["general"]


def test_a_programme_kept_as_a_class_stands_for_the_whole() -> None:
    clause = tree.SubstitutionClause(tree.ProgrammeClause("Careers Trainee", "the state"), StandsFor.GENERAL)
    (one,) = substitutions_of(substituted(clause, programmes_are_classes=True))
    assert isinstance(one, ProgrammeSubstitution)
    assert one.approval_required


def test_either_of_two_may_stand_for_it() -> None:
    either = tree.Any((service(12, "Guard"), tree.EducationClause(degree=DegreeLevel.BACHELOR)))
    found = substitutions_of(substituted(tree.SubstitutionClause(either, StandsFor.GENERAL, months=12)))
    assert [one.kind for one in found] == ["service", "degree"]


UNITS = tree.EducationClause(quarter_hours=7)
IN_A_FIELD = tree.EducationClause(semester_hours=6, what="in bookkeeping")
IN_NO_PLAIN_FIELD = tree.EducationClause(semester_hours=6, what="including some of the subjects of the trade")
ELLIPTIC = tree.EducationClause(semester_hours=6, fields=("design", "care of lamps"))
YEAR = tree.EducationClause(semester_hours=12, what="One year of study of which 12 units are in physics")


def test_units_in_whatever_field_stand_for_the_months_named() -> None:
    units = tree.EducationClause(semester_hours=6, quarter_hours=9, what="from an accredited college")
    (one,) = substitutions_of(substituted(tree.SubstitutionClause(units, StandsFor.GENERAL, at_most_months=6)))
    assert isinstance(one, StudySubstitution)
    assert (one.semester_hours, one.months, one.at_most_months, one.related_field) == (6, 6, 6, False)


def test_units_for_each_year_lacking_are_blocks() -> None:
    units = tree.EducationClause(semester_hours=15)
    clause = tree.SubstitutionClause(units, StandsFor.GENERAL, rate=tree.StudyRate(15, 12), at_most_months=24)
    (one,) = substitutions_of(substituted(clause))
    assert isinstance(one, StudySubstitution)
    assert (one.months, one.at_most_months, one.related_field) == (12, 24, False)


@pytest.mark.parametrize(
    "what",
    [
        "in bookkeeping or accounting",
        "in bookkeeping or accounting at an approved college, university or trade school",
        "from a two-year or four-year college in bookkeeping, or accounting",
        "at an accredited college, in bookkeeping or accounting",
    ],
)
def test_units_in_fields_stand_for_months_in_these_fields_alone(what: str) -> None:
    units = tree.EducationClause(semester_hours=6, what=what)
    (one,) = substitutions_of(substituted(tree.SubstitutionClause(units, StandsFor.GENERAL, at_most_months=6)))
    assert isinstance(one, StudySubstitution)
    assert (one.semester_hours, one.months, one.fields) == (6, 6, ("bookkeeping", "accounting"))


def test_study_called_related_counts_and_that_is_shown() -> None:
    course_work = tree.EducationClause(what="Related course work in a college")
    rate = tree.StudyRate(30, 12)
    (one,) = substitutions_of(
        substituted(tree.SubstitutionClause(course_work, StandsFor.GENERAL, rate=rate, related_field=True))
    )
    assert isinstance(one, StudySubstitution)
    assert one.related_field


@pytest.mark.parametrize(
    "clause",
    [
        tree.SubstitutionClause(UNITS, StandsFor.GENERAL, months=6),
        tree.SubstitutionClause(YEAR, StandsFor.GENERAL, months=12),
        tree.SubstitutionClause(IN_NO_PLAIN_FIELD, StandsFor.GENERAL, months=6),
        tree.SubstitutionClause(IN_NO_PLAIN_FIELD, StandsFor.GENERAL, rate=tree.StudyRate(6, 12)),
        tree.SubstitutionClause(ELLIPTIC, StandsFor.GENERAL, months=6),
        tree.SubstitutionClause(YEAR, StandsFor.GENERAL, rate=tree.StudyRate(12, 12)),
        tree.SubstitutionClause(
            tree.EducationClause(degree=DegreeLevel.BACHELOR, semester_hours=12), StandsFor.GENERAL, months=6
        ),
        tree.SubstitutionClause(tree.EducationClause(school=12), StandsFor.GENERAL, months=6),
        tree.SubstitutionClause(service(12), StandsFor.EDUCATION, months=12),
        tree.SubstitutionClause(service(24, "Guard"), StandsFor.GENERAL, months=12),
        tree.SubstitutionClause(service(None, "Guard", hours=100), StandsFor.GENERAL),
        tree.SubstitutionClause(service(12, "Guard", parts=(part(6),)), StandsFor.GENERAL),
        tree.SubstitutionClause(service(12), StandsFor.GENERAL, months=12),
        tree.SubstitutionClause(service(12, "Guard"), StandsFor.GENERAL, months=12, instead_of="Painter"),
        tree.SubstitutionClause(tree.ProgrammeClause("Academy"), StandsFor.GENERAL),
        tree.SubstitutionClause(tree.CredentialClause("Licence"), StandsFor.GENERAL),
        tree.SubstitutionClause(tree.Any((UNITS, service(12, "Guard"))), StandsFor.GENERAL, months=12),
        tree.SubstitutionClause(None, StandsFor.GENERAL, months=12),
    ],
)
def test_what_a_record_cannot_hold_exactly_is_noted_and_left_unread(clause: tree.SubstitutionClause) -> None:
    found = substituted(clause)
    assert not substitutions_of(found)
    assert [note.code for note in found.notes] == ["SUBSTITUTION_NOT_HELD"]
    assert not found.is_whole
    assert len(found.claims) == 2


def test_units_without_an_amount_stand_for_all_the_months() -> None:
    (one,) = substitutions_of(
        substituted(tree.SubstitutionClause(tree.EducationClause(semester_hours=60), StandsFor.GENERAL))
    )
    assert isinstance(one, StudySubstitution)
    assert (one.semester_hours, one.months, one.at_most_months) == (60, 48, 48)


@pytest.mark.parametrize(
    ("by", "routes"),
    [
        (tree.EducationClause(degree=DegreeLevel.MASTER), {"general-2": ("education",)}),
        (
            tree.Any((tree.CredentialClause("A"), tree.CredentialClause("B"))),
            {"general-2": ("credential",), "general-3": ("credential-2",)},
        ),
        (None, {}),
    ],
)
def test_what_stands_for_everything_is_a_route_of_its_own(by: tree.Node, routes: dict[str, tuple[str, ...]]) -> None:
    found = substituted(tree.SubstitutionClause(by, StandsFor.ALL))
    assert routes_of(found) == {"general": ("general", "special"), **routes}


def test_substitutions_without_anything_asked_are_no_rules() -> None:
    said = Said()
    clause = tree.SubstitutionClause(service(12, "Guard"), StandsFor.ALL)
    assert said.qualify(None, said.statement(clause)).rules is None


def test_a_substitution_among_the_statements_is_no_route() -> None:
    said = Said()
    clause = tree.SubstitutionClause(service(12, "Guard"), StandsFor.EXPERIENCE, months=12)
    found = said.qualify(AllOf((said.statement(service(24), label="1"), said.statement(clause, label="2"))))
    assert routes_of(found) == {"general": ("requirement-1",)}
    assert len(substitutions_of(found)) == 1
    assert found.printed == {"us-xx/guard": "Guard"}


def test_nothing_read_is_judged_under_its_own_name() -> None:
    said = Said()
    assert judged(said.qualify(said.statement(None, label="2(a)")), "unread").code == "UNREAD"


def test_a_substitution_for_a_specialty_stands_for_nothing_asked_of_others() -> None:
    said = Said()
    shared, ponds = said.statement(service(36)), said.statement(service(24), specialty="Ponds")
    woods = said.statement(service(12), specialty="Woods, Ponds")
    degree = tree.SubstitutionClause(
        by=tree.EducationClause(degree=DegreeLevel.MASTER), stands_for=StandsFor.EXPERIENCE, months=12
    )
    asked = AllOf((shared, AnyOf((ponds, woods))))
    found = said.qualify(asked, said.statement(degree, role=Role.SUBSTITUTION, specialty="Ponds"))
    assert [one.stands_for for one in substitutions_of(found)] == ["general-2"]
    both = said.qualify(asked, said.statement(degree, role=Role.SUBSTITUTION, specialty="Woods, Ponds, Lakes"))
    assert [one.stands_for for one in substitutions_of(both)] == ["general-2", "general-3"]


def test_what_a_layout_puts_beside_education_is_another_way_that_a_person_judges() -> None:
    said = Said()
    degree = said.statement(tree.EducationClause(degree=DegreeLevel.BACHELOR))
    clause = tree.SubstitutionClause(service(24), StandsFor.EDUCATION)
    instead = said.statement(clause, role=Role.SUBSTITUTION)
    found = said.qualify(AllOf((AnyOf((degree, instead)), said.statement(service(12)))))
    assert list(routes_of(found).values()) == [("education", "general"), ("instead-of-education", "general")]
    assert judged(found, "instead-of-education").code == "INSTEAD_OF_EDUCATION"
    assert found.notes == ()
    assert found.is_whole


@pytest.mark.parametrize(
    "clause",
    [
        tree.SubstitutionClause(service(24), StandsFor.EDUCATION, months=24),
        tree.SubstitutionClause(service(24), StandsFor.EDUCATION, at_most_months=24),
        service(24),
    ],
)
def test_what_stands_for_a_part_of_education_or_for_nothing_is_no_way(clause: tree.Leaf) -> None:
    said = Said()
    degree = said.statement(tree.EducationClause(degree=DegreeLevel.BACHELOR))
    found = said.qualify(AnyOf((degree, said.statement(clause, role=Role.SUBSTITUTION))))
    assert list(routes_of(found).values()) == [("education",)]
    assert [note.code for note in found.notes] == ["SUBSTITUTION_NOT_HELD"]


def for_study(clause: tree.SubstitutionClause, *asked: tree.EducationClause) -> Qualified:
    """Return a class that asks study and two years of work, where a clause lets something stand for the study."""
    said = Said()
    studies = [said.statement(one, label=str(number)) for number, one in enumerate(asked, start=1)]
    first = studies[0] if len(studies) == 1 else AnyOf(tuple(studies))
    return said.qualify(AllOf((first, said.statement(service(24)))), said.statement(clause, role=Role.SUBSTITUTION))


BACHELOR = tree.EducationClause(degree=DegreeLevel.BACHELOR)
ADDITIONAL = tree.ConditionClause("EXPERIENCE", "additional experience", Span(0, 9))


@pytest.mark.parametrize(
    ("clause", "terms"),
    [
        (tree.SubstitutionClause(ADDITIONAL, StandsFor.EDUCATION, by_the_year=True), (12, None, 1, None)),
        (
            tree.SubstitutionClause(ADDITIONAL, StandsFor.EDUCATION, by_the_year=True, at_most_months=24),
            (12, None, 1, 24),
        ),
        (
            tree.SubstitutionClause(service(24, span=Span(0, 9)), StandsFor.EDUCATION, by_the_year=True),
            (24, None, 1, None),
        ),
        (tree.SubstitutionClause(service(24, span=Span(0, 9)), StandsFor.EDUCATION, months=12), (24, 12, None, 12)),
        (
            tree.SubstitutionClause(service(24, "Guard", "Aide", span=Span(0, 9)), StandsFor.EDUCATION, months=12),
            (24, 12, None, 12),
        ),
    ],
)
def test_service_stands_for_study_at_the_rate_printed(
    clause: tree.SubstitutionClause, terms: tuple[int, int | None, int | None, int | None]
) -> None:
    found = for_study(clause, BACHELOR)
    (one,) = substitutions_of(found)
    assert isinstance(one, ServiceSubstitution)
    assert (one.stands_for, one.named) == ("education", None)
    assert one.what == "Statement"
    assert (one.months, one.gives_months, one.gives_years, one.at_most_months) == terms
    assert found.is_whole


def test_service_in_one_class_that_stands_for_study_names_it() -> None:
    clause = tree.SubstitutionClause(service(12, "Guard"), StandsFor.EDUCATION, by_the_year=True, items=("2",))
    (one,) = substitutions_of(for_study(clause, tree.EducationClause(school=12), BACHELOR))
    assert isinstance(one, ServiceSubstitution)
    assert (one.named and one.named.class_id, one.what, one.stands_for) == ("us-xx/guard", None, "education-2")


@pytest.mark.parametrize(
    "clause",
    [
        tree.SubstitutionClause(ADDITIONAL, StandsFor.EDUCATION, at_most_months=24),
        tree.SubstitutionClause(service(48), StandsFor.EDUCATION),
        tree.SubstitutionClause(tree.CredentialClause("certificate"), StandsFor.EDUCATION, by_the_year=True),
        tree.SubstitutionClause(service(None, hours=100), StandsFor.EDUCATION, months=12),
        tree.SubstitutionClause(service(12, "Guard", parts=(part(6),)), StandsFor.EDUCATION, months=12),
        tree.SubstitutionClause(service(12, "Guard", target_class="Aide"), StandsFor.EDUCATION, months=12),
    ],
)
def test_what_stands_for_study_at_no_plain_rate_is_told(clause: tree.SubstitutionClause) -> None:
    found = for_study(clause, BACHELOR)
    assert substitutions_of(found) == ()
    assert [note.code for note in found.notes] == ["SUBSTITUTION_NOT_HELD"]


def test_service_for_study_that_cannot_be_worked_out_is_told() -> None:
    clause = tree.SubstitutionClause(ADDITIONAL, StandsFor.EDUCATION, by_the_year=True)
    found = for_study(clause, tree.EducationClause(school=12))
    assert substitutions_of(found) == ()
    assert [note.code for note in found.notes] == ["SUBSTITUTION_NOT_HELD"]
