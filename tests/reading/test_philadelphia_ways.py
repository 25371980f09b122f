"""The minimum qualifications of Philadelphia as ways: blocks, specialties, options."""

import pytest

from ladder.reading.drafts import Role, statements_in
from tests.reading.philadelphia_pages import (
    END,
    MINIMUM,
    SCHOOL,
    TOP,
    asked_of,
    draft_of,
    shape,
)


class TestRequirements:
    def test_blocks_are_asked_together_and_a_combination_instead(self) -> None:
        asked = asked_of(
            "EDUCATION:",
            SCHOOL,
            "AND",
            "GENERAL EXPERIENCE:",
            "Two years.",
            "AND",
            "SPECIFIC EXPERIENCE:",
            "One year.",
            "OR",
            "Any equivalent combination of education and experience.",
        )
        assert asked == (
            "any",
            ("all", SCHOOL, "Two years.", "One year."),
            "Any equivalent combination of education and experience.",
        )

    def test_roles_and_sections_of_statements(self) -> None:
        draft = draft_of(
            *TOP, MINIMUM, "EDUCATION", SCHOOL, "AND SPECIFIC EXPEIENCE:", "One year.", "ANDEXPERIENCE:", "Two.", *END
        )
        told = [(one.role, one.section.rpartition(", ")[2]) for one in statements_in(draft.asked)]
        assert told == [(Role.EDUCATION, "education"), (Role.SPECIAL, "specific experience"), (Role.OPEN, "experience")]

    def test_an_old_page_has_no_labels(self) -> None:
        asked = asked_of(SCHOOL, "And three months of raking.", "Or any equivalent combination.")
        assert asked == ("any", ("all", SCHOOL, "three months of raking."), "any equivalent combination.")

    def test_or_inside_a_block_and_trailing_joins(self) -> None:
        asked = asked_of(
            "EDUCATION:", "Completion of school; AND", "EXPERIENCE:", "One year; or", "Two years.", "OR", "Three."
        )
        assert asked == ("all", "Completion of school", ("any", "One year", "Two years.", "Three."))

    def test_a_label_after_or_is_a_choice_or_another_way(self) -> None:
        choice = asked_of(
            "EDUCATION:", "A degree.", "OR", "CERTIFICATION:", "A licence.", "AND", "EXPERIENCE:", "One year."
        )
        assert choice == ("all", ("any", "A degree.", "A licence."), "One year.")
        same = asked_of("SPECIFIC EXPERIENCE:", "One.", "OR", "SPECIFIC EXPERIENCE:", "Two.")
        assert same == ("any", "One.", "Two.")
        way = asked_of(
            "EDUCATION:", "A.", "AND", "EXPERIENCE:", "One.", "OR", "EDUCATION:", "B.", "AND", "EXPERIENCE:", "Two."
        )
        assert way == ("any", ("all", "A.", "One."), ("all", "B.", "Two."))
        assert asked_of("OR", "EDUCATION:", "A.") == "A."

    def test_bullets_joined_by_or_are_choices_of_one_thing(self) -> None:
        asked = asked_of("EXPERIENCE:", "Six months.", "AND", "\u00b7 A licence. OR", "\u00b7 A certificate.")
        assert asked == ("all", "Six months.", ("any", "A licence.", "A certificate."))

    def test_a_list_belongs_to_the_statement_that_opens_it(self) -> None:
        asked = asked_of("EXPERIENCE:", "One year in:", "\u00b7 ponds; or", "\u00b7 woods", "AND", "Two years.")
        assert asked == ("all", "One year in: \u00b7 ponds; or \u00b7 woods", "Two years.")
        either = asked_of(
            "EXPERIENCE:", "Two years as either", "a Keeper of ponds.", "or", "a Keeper of woods.", "Three years."
        )
        ways = ("any", "Two years as either a Keeper of ponds.", "Two years as either a Keeper of woods.")
        assert either == ("all", ways, "Three years.")
        plain = asked_of("EXPERIENCE:", "One of the following:", "Raking;", "Sweeping", "Two years.")
        assert plain == ("all", "One of the following: Raking; Sweeping", "Two years.")
        heads = asked_of(
            "EXPERIENCE:", "A year in:", "Pond Assignment:", "1. fish", "Wood Assignment:", "1. trees", "OR", "Two."
        )
        assert heads == ("any", "A year in: Pond Assignment: 1. fish Wood Assignment: 1. trees", "Two.")

    def test_a_list_goes_on_over_or_and_over_specialties(self) -> None:
        asked = asked_of("EXPERIENCE:", "A year in:", "A) ponds", "OR", "B) woods", "OR", "Two years.")
        assert asked == ("any", ("any", "A year in ponds", "A year in woods"), "Two years.")
        of_specialties = asked_of("EXPERIENCE:", "A year in:", "Pond Specialty: water", "Wood Specialty: trees")
        assert of_specialties == "A year in: Pond Specialty: water Wood Specialty: trees"

    def test_a_sentence_broken_over_lines_is_one(self) -> None:
        long = "One year of experience in the care of public parks in the area of"
        assert asked_of("EXPERIENCE:", long, "Ponds and woods.") == f"{long} Ponds and woods."
        assert asked_of("EXPERIENCE:", long, "specialization.") == f"{long} specialization."
        cited = "One year of experience as required by the Code of the City Chapter"
        assert asked_of("EXPERIENCE:", cited, "252.3 in force.") == f"{cited} 252.3 in force."
        assert asked_of("EXPERIENCE:", long, "OR", "Two years.") == ("any", long, "Two years.")

    def test_a_heading_broken_over_lines_lost_or_misspelt(self) -> None:
        broken = draft_of(*TOP, "GENERAL DEFINITION", "MINIMUM ACCEPTABLE TRAINING", "AND EXPERIENCE", "One year.")
        assert shape(broken.asked) == "One year."
        lost = draft_of(*TOP, "GENERAL DEFINITION", "(The following statement represents the minimum.)", "One year.")
        assert shape(lost.asked) == "One year."
        misspelt = draft_of(*TOP, "MINUMUM ACCEPTABLE TRAINNG AND EXPERIENCE: One year.", "PAY RANGE: EP16")
        assert shape(misspelt.asked) == "One year."
        half = draft_of(*TOP, "MINIMUM ACCEPTABLE TRAINING", "GENERAL DEFINITION", "MINIMUM ACCEPTABLE TRAINING")
        assert half.asked is None

    def test_a_registration_asked_before_all_else(self) -> None:
        asked = asked_of(
            "REGISTRATION AND/OR CERTIFICATES:", "Registration as a keeper.", "AND", "EXPERIENCE:", "One year."
        )
        assert asked == ("all", "Registration as a keeper.", "One year.")

    def test_furniture_among_the_requirements(self) -> None:
        assert asked_of("EXPERIENCE:", "(The following statements represents tests.)", "One year.") == "One year."

    def test_what_is_preferred_is_not_asked(self) -> None:
        asked = asked_of(
            "EDUCATION:",
            "A.",
            "PREFERRED MAJOR: ponds",
            "AND",
            "EXPERIENCE:",
            "One.",
            "PREFERRED EDUCATION:",
            "EXPERIENCE:",
            "Ten years.",
        )
        assert asked == ("all", "A.", "One.")


class TestSpecialties:
    TOP = ("1X05", "PARK KEEPER", "(Bilingual)", "(Ponds)", "(Woods and Trees)")

    def test_each_specialty_is_a_way_with_what_all_are_asked(self) -> None:
        asked = asked_of(
            "ALL SPECIALTIES",
            "EDUCATION:",
            "A.",
            "PONDS SPECIALTY",
            "AND",
            "EXPERIENCE:",
            "One.",
            "FOR THE WOODS SPECIALTY ONLY:",
            "EXPERIENCE:",
            "Two.",
            "ALL SPECIALTIES",
            "Or any equivalent combination.",
            top=self.TOP,
        )
        assert asked == ("any", ("all", "A.", "One."), ("all", "A.", "Two."), "any equivalent combination.")

    def test_a_specialty_of_which_nothing_is_said_has_what_all_have(self) -> None:
        asked = asked_of("EDUCATION:", "A.", "Ponds Specialty", "AND", "EXPERIENCE:", "One.", top=self.TOP)
        assert asked == ("any", ("all", "A.", "One."), "A.")

    def test_marks_under_a_label_part_its_words_and_end_with_it(self) -> None:
        asked = asked_of(
            "EDUCATION:",
            "Ponds Specialty:",
            "A.",
            "All Other Specialties",
            "B.",
            "AND",
            "EXPERIENCE:",
            "One.",
            top=self.TOP,
        )
        assert asked == ("any", ("all", "A.", "One."), ("all", "B.", "One."))

    def test_one_mark_under_a_label_opens_the_specialty_s_own_section(self) -> None:
        asked = asked_of(
            "GENERAL EXPERIENCE:",
            "Ponds Specialty",
            "A.",
            "SPECIFIC EXPERIENCE:",
            "B.",
            "Woods Specialty",
            "GENERAL EXPERIENCE:",
            "C.",
            "SPECIFIC EXPERIENCE:",
            "D.",
            top=self.TOP,
        )
        assert asked == ("any", ("all", "A.", "B."), ("all", "C.", "D."))

    def test_labels_within_experience_stay_with_the_specialty(self) -> None:
        asked = asked_of(
            "EXPERIENCE:",
            "Ponds Specialty",
            "A.",
            "OR",
            "B.",
            "Woods Specialty",
            "GENERAL EXPERIENCE:",
            "C.",
            "AND",
            "SPECIFIC EXPERIENCE:",
            "D.",
            top=self.TOP,
        )
        assert asked == ("any", ("any", "A.", "B."), ("all", "C.", "D."))

    def test_a_specialty_named_again_has_another_way(self) -> None:
        asked = asked_of(
            "Ponds Specialty",
            "EDUCATION:",
            "A.",
            "EXPERIENCE:",
            "B.",
            "OR",
            "Ponds Specialty",
            "EXPERIENCE:",
            "C.",
            "OR",
            "Ponds Specialty",
            "EXPERIENCE:",
            "D.",
            top=self.TOP[:4],
        )
        assert asked == ("any", ("all", "A.", "B."), "C.", "D.")
        again = asked_of(
            "Ponds Specialty",
            "EDUCATION:",
            "A.",
            "Ponds Specialty",
            "EDUCATION:",
            "B.",
            "EXPERIENCE:",
            "C.",
            top=self.TOP[:4],
        )
        assert again == ("any", "A.", ("all", "B.", "C."))

    def test_or_between_two_specialties(self) -> None:
        asked = asked_of("Ponds Specialty", "A.", "OR", "Woods Specialty", "B.", top=self.TOP)
        assert asked == ("any", "A.", "B.")

    def test_a_specialty_of_which_nothing_at_all_is_said_is_no_way(self) -> None:
        assert asked_of("Ponds Specialty", "A.", top=(*self.TOP, "(-)")) == "A."

    def test_a_combination_for_one_specialty(self) -> None:
        asked = asked_of(
            "Ponds Specialty",
            "EXPERIENCE:",
            "A.",
            "OR",
            "Any equivalent combination for ponds.",
            "Woods Specialty",
            "EXPERIENCE:",
            "B.",
            top=self.TOP,
        )
        assert asked == ("any", ("any", "A.", "Any equivalent combination for ponds."), "B.")

    def test_a_label_for_one_specialty_only(self) -> None:
        asked = asked_of(
            "OPTION 1:",
            "EDUCATION:",
            "A.",
            "AND LICENSE FOR THE PONDS SPECIALTY ONLY:",
            "B.",
            "BOTH SPECIALTIES:",
            "EXPERIENCE:",
            "C.",
            "OPTION 2:",
            "D.",
            top=self.TOP,
        )
        assert asked == ("any", ("any", ("all", "A.", "B.", "C."), "D."), ("any", ("all", "A.", "C."), "D."))

    def test_names_that_the_top_does_not_list_and_names_alone(self) -> None:
        asked = asked_of("EXPERIENCE:", "Rivers Specialty", "A.", "Lakes Specialty", "B.", "Rivers", "C.")
        assert asked == ("any", ("all", "A.", "C."), "B.")

    def test_a_language_is_a_condition_and_ends_its_specialty(self) -> None:
        draft = draft_of(
            *self.TOP,
            MINIMUM,
            "EDUCATION:",
            "A.",
            "Bilingual Specialty",
            "Sufficient training to speak Lenape.",
            "AND",
            "EXPERIENCE:",
            "One.",
        )
        assert shape(draft.asked) == ("all", "A.", "One.")
        assert [(one.code, one.text) for one in draft.conditions] == [
            ("LANGUAGE", "Bilingual: Sufficient training to speak Lenape.")
        ]
        own = asked_of("Bilingual Specialty", "EXPERIENCE:", "A.", "Ponds Specialty", "B.", top=self.TOP[:4])
        assert own == ("any", "A.", "B.")


class TestOptions:
    def test_options_of_everything(self) -> None:
        asked = asked_of(
            "OPTION 1:",
            "EDUCATION:",
            "A.",
            "AND",
            "EXPERIENCE:",
            "B.",
            "OR",
            "OPTION 2: Ponds",
            "EDUCATION:",
            "C.",
            "OPTION 3: A long sentence.",
        )
        assert asked == ("any", ("all", "A.", "B."), "C.", "A long sentence.")

    def test_options_under_a_label_end_with_it(self) -> None:
        asked = asked_of(
            "EDUCATION:", "OPTION 1:", "A.", "OR", "OPTION 2:", "B.", "AND", "EXPERIENCE (for all positions):", "C."
        )
        assert asked == ("all", ("any", "A.", "B."), "C.")

    def test_options_after_what_is_asked_of_all(self) -> None:
        asked = asked_of(
            "EDUCATION:",
            "A.",
            "AND",
            "OPTION 1:",
            "GENERAL EXPERIENCE:",
            "B.",
            "OPTION 2:",
            "GENERAL EXPERIENCE:",
            "C.",
        )
        assert asked == ("all", "A.", ("any", "B.", "C."))

    def test_the_same_number_again_begins_another_set(self) -> None:
        asked = asked_of(
            "EDUCATION:", "OPTION 1:", "A.", "OPTION 2:", "B.", "EXPERIENCE:", "OPTION 1:", "C.", "OPTION 2:", "D."
        )
        assert asked == ("all", ("any", "A.", "B."), ("any", "C.", "D."))

    def test_levels_are_ways_and_hold_options(self) -> None:
        asked = asked_of(
            "Entry level:",
            "A.",
            "Intermediate level:",
            "Option 1",
            "B.",
            "Option 2",
            "C.",
            "Full Performance Level:",
            "D.",
        )
        assert asked == ("any", "A.", ("any", "B.", "C."), "D.")


class TestMisspeltMarks:
    TOP = (*TOP, "(Ponds)", "(Woodlands)", "(Bilingual)")

    def ways(self, mark: str) -> object:
        lines = (
            "EDUCATION:",
            SCHOOL,
            "AND",
            "SPECIFIC EXPERIENCE:",
            "PONDS SPECIALTY",
            "One year.",
            mark,
            "Two years.",
        )
        return asked_of(*lines, top=self.TOP)

    @pytest.mark.parametrize(
        "mark", ["WOODLANDS SPECIALTY", "WODOLANDS SPECIALTY", "WOODLANDS SPECALTY:", "WOODLANDS SPECIATLY ONLY"]
    )
    def test_a_slip_in_a_mark_is_read_as_the_specialty_that_it_is_nearest_to(self, mark: str) -> None:
        assert self.ways(mark) == ("any", ("all", SCHOOL, "One year."), ("all", SCHOOL, "Two years."))

    def test_a_slip_in_a_name_is_noted(self) -> None:
        draft = draft_of(*self.TOP, MINIMUM, "WODOLANDS SPECIALTY", "One year.", *END)
        (note,) = [note for note in draft.notes if note.code == "SPECIALTY_MISSPELT"]
        assert note.text == "WODOLANDS: no specialty is called so; it is read as Woodlands"

    def test_what_a_mark_of_no_listed_specialty_may_ask_stays_open_for_one_without_a_mark(self) -> None:
        ways = ("all", SCHOOL, "One year."), ("all", SCHOOL, "FOREST SPECIALTY"), ("all", SCHOOL, "Two years.")
        assert self.ways("FOREST SPECIALTY") == ("any", *ways)

    def test_a_mark_of_another_level_is_no_slip(self) -> None:
        top = (*TOP, "(Northern Ponds II)", "(Bays)")
        lines = ("NORTHERN PONDS III SPECIALTY", "One year.", "BAYS SPECIALTY", "Two years.")
        asked = asked_of("EXPERIENCE:", *lines, top=top)
        assert asked == ("any", "Two years.", "One year.")

    def test_a_strange_mark_changes_nothing_where_every_specialty_has_its_own(self) -> None:
        lines = ("WOODLANDS SPECIALTY", "One.", "PONDS SPECIALTY", "Two.", "FOREST SPECIALTY", "Three.")
        assert asked_of("EXPERIENCE:", *lines, top=self.TOP) == ("any", "Two.", "One.", "Three.")
