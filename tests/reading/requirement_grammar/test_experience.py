"""Experience: how much, of what, in which classes, and which part of it of which kind."""

import pytest

from ladder.qualifications import Standing
from ladder.reading.drafts import Role
from ladder.reading.requirement_grammar.printer import print_node
from ladder.reading.requirement_grammar.reader import read_statement
from ladder.reading.requirement_grammar.tree import Any, ExperienceClause, ExperiencePart, ProgrammeClause, Quantity
from tests.reading.requirement_grammar.written_statements import experience_in, named, unread_of


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Three years of paid work in tide gauging.", "work in tide gauging"),
        ("Three years of experience gauging tides.", "gauging tides"),
        ("Three years of full-time paid experience, gauging tides", "gauging tides"),
        ("Three years of full-time harbor clerical experience", "harbor clerical experience"),
        ("At least three years of work", ""),
        ("Requires three years of work experience that involved tides", "work experience that involved tides"),
        ("Completion of three years of experience in tide gauging", "in tide gauging"),
        ("Completion of the equivalent of three years of experience in tide gauging", "in tide gauging"),
        ("A minimum of three years in tide (and wind) gauging a) by hand", "in tide (and wind) gauging a) by hand"),
        ("3 years as an assistant to a Chief Gauger of the port", "as an assistant to a Chief Gauger of the port"),
    ],
)
def test_the_field_of_work_is_as_printed(text: str, what: str) -> None:
    clause = experience_in(text)
    assert (clause.quantity.months, clause.what, clause.classes) == (36, what, ())


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("as a Tide Gauger", [("Tide Gauger", "named")]),
        (
            "as a Tide Gauger, Wind Gauger or Rain Gauger",
            [(f"{one} Gauger", "named") for one in ("Tide", "Wind", "Rain")],
        ),
        ("as a Tide Gauger or as a Wind Gauger", [("Tide Gauger", "named"), ("Wind Gauger", "named")]),
        ("as a Tide Gauger and/or Wind Gauger", [("Tide Gauger", "named"), ("Wind Gauger", "named")]),
        ("as a journey-level Tide Gauger", [("Tide Gauger", "named")]),
        ("in the class of Tide Gauger", [("Tide Gauger", "named")]),
        ("as a Tide Gauger II or III", [("Tide Gauger II", "named"), ("Tide Gauger III", "named")]),
        (
            "as a Tide Gauger I, II, or III",
            [("Tide Gauger I", "named"), ("Tide Gauger II", "named"), ("Tide Gauger III", "named")],
        ),
        ("as a Chief of Tide and Wind Gauges", [("Chief of Tide and Wind Gauges", "named")]),
        ("in a class at the level of Tide Gauger 2", [("Tide Gauger 2", "level")]),
        ("in a position at least at the level of a Tide Gauger", [("Tide Gauger", "level")]),
        ("at or above the level of Tide Gauger", [("Tide Gauger", "level")]),
        ("at the Tide Gauger II level or above", [("Tide Gauger II", "level")]),
        (
            "in classes at the level of Tide Gauger, Wind Gauger or above",
            [("Tide Gauger", "level"), ("Wind Gauger", "level")],
        ),
        (
            "as a Wind Gauger or in a class at the level of Tide Gauger",
            [("Wind Gauger", "named"), ("Tide Gauger", "level")],
        ),
        ("as a Tide Gauger (formerly Wave Gauger)", [("Tide Gauger", "named")]),
        (
            "as a City Gauger, County Gauger or Office Gauger",
            [(f"{one} Gauger", "named") for one in ("City", "County", "Office")],
        ),
    ],
)
def test_classes_are_named_or_at_a_level(text: str, classes: list[tuple[str, str]]) -> None:
    clause = experience_in(f"Two years of experience {text}")
    assert named(*clause.classes) == classes
    assert clause.what == ""


@pytest.mark.parametrize(
    "text",
    [
        "as a tide gauger",
        "as a helper to a Tide Gauger",
        "as a United States Army Gauger",
        "as a Certified Tide Gauger",
        "as a Tide Gauger apprentice",
        "as a Tide Gauger with the County of Kings",
        "as a City employee's assistant",
        "as a Tide Manager I or II receiving the appropriate salary bonus",
        "in a position designated as a Tide Manager I, II or III",
        "at the Journey level",
        "working with a Tide Gauger",
    ],
)
def test_what_is_no_class_of_the_city_is_not_named(text: str) -> None:
    assert experience_in(f"Two years of experience {text}").classes == ()


def test_a_pay_designation_takes_no_class_before_or_after_it() -> None:
    clause = experience_in(
        "Two years of experience at the level of Tide Gauger or as a Tide Manager II receiving the appropriate bonus"
    )
    assert named(*clause.classes) == [("Tide Gauger", "level")]
    clause = experience_in("Two years of experience receiving the appropriate bonus as a Tide Gauger")
    assert named(*clause.classes) == [("Tide Gauger", "named")]


@pytest.mark.parametrize(
    "what", ["as a tide watcher or higher in tide work", "at or above the full level of tide work"]
)
def test_a_rank_or_a_higher_one_is_told_in_full(what: str) -> None:
    clause = experience_in(f"Two years of experience {what}")
    assert (clause.what, clause.classes) == (what, ())


def test_a_list_that_nothing_closes_is_one_title() -> None:
    clause = experience_in("Two years of experience as a Chief Gauger, Harbors in tide work")
    assert named(*clause.classes) == [("Chief Gauger", "named")]
    assert clause.what == "Harbors in tide work"


def test_its_equivalent_closes_a_list() -> None:
    clause = experience_in(
        "Two (2) years of the General Experience must have been as a Tide Gauger, Wind Gauger or its equivalent."
    )
    assert clause.of_general
    assert clause.or_equivalent
    assert named(*clause.classes) == [("Tide Gauger", "named"), ("Wind Gauger", "named")]


def test_a_class_at_that_level_is_no_second_mention() -> None:
    clause = experience_in(
        "One year of full-time paid experience with the City of Bay as a Tide Gauger "
        "or in a class which is at that level which provides experience in tides"
    )
    assert named(*clause.classes) == [("Tide Gauger", "named")]
    assert (clause.or_equivalent, clause.full_time, clause.employer) == (True, True, "City of Bay")
    assert clause.what == "which provides experience in tides"


def test_codes_are_kept() -> None:
    clause = experience_in("One year as a Tide Gauger (1A03) or Wind Gauger, Class Code 7280")
    assert [one.code for one in clause.classes] == ["1A03", "7280"]


def test_a_title_with_its_employer_in_brackets_is_named() -> None:
    clause = experience_in(
        "Six months of experience as a tide watcher, Tide Cadet (with the City of Bay), or wave watcher"
    )
    assert named(*clause.classes) == [("Tide Cadet", "named")]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("as a Tide Gauger or in tide work", "in tide work"),
        ("in tide work or as a Tide Gauger", "in tide work"),
        ("as a Tide Gauger or in the field", ""),
    ],
)
def test_service_in_the_field_may_serve_besides(text: str, what: str) -> None:
    clause = experience_in(f"Two years of experience {text}")
    assert clause.or_in_field
    assert clause.what == what
    assert experience_in(print_node(clause)).or_in_field
    assert named(*clause.classes) == [("Tide Gauger", "named")]


@pytest.mark.parametrize(
    ("text", "months", "what"),
    [
        ("one year of which must have been at sea", 12, "at sea"),
        ("one of which must have been at sea", 12, "at sea"),
        ("of which one year was at sea", 12, "at sea"),
        ("one (1) year of which has included tides", 12, "tides"),
        ("including one year of experience at sea", 12, "at sea"),
        ("which must include at least six months at sea", 6, "at sea"),
        ("with at least 18 months of the three years being at sea", 18, "at sea"),
        ("with two of the three years at sea", 24, "at sea"),
        ("with one year of tide work", 12, "tide work"),
        ("one year of which must have been within the last two years", 12, "within the last two years"),
        ("including one year of which was with the City of Bay", 12, "with the City of Bay"),
    ],
)
def test_a_part_is_no_more_service(text: str, months: int, what: str) -> None:
    clause = experience_in(f"Three years of harbor work, {text}")
    assert clause.quantity.months == 36
    assert clause.what == "harbor work"
    assert clause.parts == (ExperiencePart(Quantity(months=months), what),)


def test_parts_one_after_another() -> None:
    clause = experience_in("Four years of work including one year of tide work and two years of wind work")
    assert [(part.quantity.months, part.what) for part in clause.parts] == [(12, "tide work"), (24, "wind work")]


def test_a_list_of_parts_behind_a_colon() -> None:
    clause = experience_in("Four years of work, which includes: One year of tide work; and Two years of wind work")
    assert [(part.quantity.months, part.what) for part in clause.parts] == [(12, "tide work"), (24, "wind work")]


def test_a_part_in_brackets_ends_with_them() -> None:
    clause = experience_in("Five years of work (two years of which at sea) in tide gauging")
    assert [(part.quantity.months, part.what) for part in clause.parts] == [(24, "at sea")]
    assert clause.what == "work in tide gauging"


def test_a_part_has_classes_of_its_own() -> None:
    clause = experience_in("Five years of work, one year of which was as a Tide Gauger or its equivalent")
    assert named(*clause.parts[0].classes) == [("Tide Gauger", "named")]
    assert clause.parts[0].or_equivalent
    clause = experience_in("Five years as a Wind Gauger, one year of which must be as a Tide Gauger on a boat")
    assert named(*clause.parts[0].classes) == [("Tide Gauger", "named")]
    assert clause.parts[0].what == "on a boat"


def test_hours_may_be_a_part_of_years_and_of_more_hours() -> None:
    assert experience_in("Two years of work, 500 hours of which was at sea").parts[0].quantity.hours == 500
    assert experience_in("600 hours of work, 500 hours of which was at sea").parts[0].quantity.hours == 500
    assert [words.strip(" ,") for words in unread_of("40 hours of work, 500 hours of which was at sea")] == [
        "500 hours of which"
    ]


def test_lead_duty_is_told() -> None:
    clause = experience_in(
        "Seven years of work that included at least one year of team leader, lead worker or supervisory duty"
    )
    assert clause.parts[0].lead
    assert not clause.lead
    assert experience_in("Two years as a lead worker of a crew").lead


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("Six months of work, one year of which was at sea", ["one year of which"]),
        ("Six months of work, one of which must be at sea", [" one of which"]),
        (
            (
                "Three years of work, one year of which was at sea, or one year of which was ashore, "
                "one year of which was aloft"
            ),
            ["one year of which was ashore"],
        ),
        ("Two years of work at least 3 months at sea", ["3 months at sea"]),
        ("Five years of work, one (2) year of which was at sea", []),
        ("Two years of work, one-half month of which was at sea", ["one-half month of which"]),
    ],
)
def test_parts_that_cannot_be_held_stay_unread(text: str, unread: list[str]) -> None:
    assert [words.strip(" ,") for words in unread_of(text)] == [words.strip(" ,") for words in unread]


def test_parts_of_which_one_suffices_are_ways() -> None:
    text = "Two years of work, one year of which was at sea, or one year of which was ashore"
    reading = read_statement(text)
    assert isinstance(reading.node, Any)
    assert [[part.what for part in way.parts] for way in reading.node.parts if isinstance(way, ExperienceClause)] == [
        ["at sea"],
        ["ashore"],
    ]
    assert reading.unread == ()
    inside = read_statement(text, role=Role.INTERNAL).node
    assert isinstance(inside, Any)
    assert all(isinstance(way, ExperienceClause) and way.standing is Standing.INTERNAL for way in inside.parts)


def test_a_class_in_time_of_another_unit_is_not_where_all_of_it_was() -> None:
    clause = experience_in("Three years of tide work which has included two terms as a Tide Gauger")
    assert (clause.classes, clause.parts) == ((), ())
    assert clause.what.endswith("which has included two terms as a Tide Gauger")
    work = experience_in("Three years of tide work which has included reading gauges as a Tide Gauger")
    assert named(*work.classes) == [("Tide Gauger", "named")]


def test_classes_above_are_for_a_person_to_say() -> None:
    assert experience_in("Two years of work as a Tide Gauger 2 or above").or_equivalent
    assert not experience_in("Two years of work as a Tide Gauger at an advanced grade or above").or_equivalent


def test_training_on_the_job_is_a_programme() -> None:
    text = "One year receiving on-the-job training in the City's tide program"
    assert read_statement(text).node == ProgrammeClause(text)


def test_the_city_s_work_is_no_employer() -> None:
    clause = experience_in("Two years of work in the City's tide office")
    assert (clause.employer, clause.what) == (None, "work in the City's tide office")


def test_figures_at_odds_are_a_fault_and_no_amount() -> None:
    text = "Five (6) years of tide work"
    reading = read_statement(text)
    assert reading.node is None
    assert [(fault.code, text[fault.span.start : fault.span.end]) for fault in reading.faults] == [
        ("FIGURES_AT_ODDS", "Five (6) years")
    ]
    part = read_statement("Five years of work, one (2) year of which was at sea")
    assert [fault.code for fault in part.faults] == ["FIGURES_AT_ODDS"]


def test_recency_and_restated_hours() -> None:
    clause = experience_in(
        "Six months, within the last two years, of experience (or 1,040 cumulative work hours) in tide work"
    )
    assert clause.within_last_months == 24
    assert clause.what == "in tide work"
    assert unread_of("Six months of work within the last two (3) years") == []
    assert experience_in("Two years of work within the last ten fiscal years").within_last_months is None


def test_only_the_first_employer_is_the_employer() -> None:
    clause = experience_in("Two years with the City of Bay in the Harbor Department in tide work")
    assert clause.employer == "City of Bay"
    assert clause.what == "in the Harbor Department in tide work"


@pytest.mark.parametrize(
    ("text", "standing", "months"),
    [
        (
            (
                "Internal candidates meet the minimum qualifications "
                "if they have completed two years of work as a Tide Gauger"
            ),
            Standing.INTERNAL,
            24,
        ),
        ("For state employees two (2) years of experience as a Tide Gauger", Standing.STATE_EMPLOYEE, 24),
        ("One year of permanent civil service status as a Tide Gauger", Standing.PERMANENT, 12),
    ],
)
def test_a_standing_may_be_asked_with_it(text: str, standing: Standing, months: int) -> None:
    clause = experience_in(text)
    assert (clause.standing, clause.quantity.months) == (standing, months)
    assert named(*clause.classes) == [("Tide Gauger", "named")]


def test_under_the_heading_of_internal_candidates_the_standing_is_theirs() -> None:
    assert experience_in("One year as a Tide Gauger", Role.INTERNAL).standing is Standing.INTERNAL
    assert (
        experience_in("For state employees one year as a Tide Gauger", Role.INTERNAL).standing
        is Standing.STATE_EMPLOYEE
    )
    assert read_statement("Five (6) years of work", role=Role.INTERNAL).node is None


def test_a_target_class_is_kept_with_the_trainee() -> None:
    clause = experience_in("Two years of experience as a Harbor Trainee with the target class of Harbor Services Guide")
    assert clause.target_class == "Harbor Services Guide"
    assert named(*clause.classes) == [("Harbor Trainee", "named")]
