"""Choices within a statement, options over labels, and lists of classes for one alternative of several."""

from ladder.reading.drafts import Role, statements_in
from tests.reading.philadelphia_pages import END, MINIMUM, TOP, asked_of, codes_of, draft_of

SPECIALTIES = ("1X05", "PAY RANGE: EP16", "PARK KEEPER 2", "(Ponds)", "(Woods)")


def _given(*lines: str, top: tuple[str, ...] = TOP) -> dict[str, list[str]]:
    draft = draft_of(*top, MINIMUM, *lines, *END)
    return {one.excerpt.text: [listed.title for listed in one.listed] for one in statements_in(draft.asked)}


class TestChoices:
    def test_lettered_items_with_or_between_them_are_statements_with_the_amount(self) -> None:
        asked = asked_of(
            "EXPERIENCE:",
            "Four years of experience in:",
            "A) Keeping ponds.",
            "OR",
            "B) Keeping woods.",
            "OR",
            "C) Bogs.",
        )
        assert asked == (
            "any",
            "Four years of experience in Keeping ponds.",
            "Four years of experience in Keeping woods.",
            "Four years of experience in Bogs.",
        )

    def test_classes_behind_either(self) -> None:
        asked = asked_of("EXPERIENCE", "Two years experience as either", "a Pond Keeper.", "or", "a Wood Keeper.")
        assert asked == (
            "any",
            "Two years experience as either a Pond Keeper.",
            "Two years experience as either a Wood Keeper.",
        )

    def test_what_is_no_list_of_choices_stays_whole(self) -> None:
        own_amounts = ("Two years of experience in:", "A) One year of ponds.", "OR", "B) Woods.")
        assert asked_of("EXPERIENCE", *own_amounts) == " ".join(own_amounts)
        no_amount = ("Experience in:", "A) Ponds.", "OR", "B) Woods.")
        assert asked_of("EXPERIENCE", *no_amount) == " ".join(no_amount)
        no_joins = ("Two years of experience in:", "A) Ponds.", "B) Woods.", "C) Bogs.")
        assert asked_of("EXPERIENCE", *no_joins) == " ".join(no_joins)


class TestOptionsOverLabels:
    def test_the_second_option_shows_that_the_labels_stood_within_the_first(self) -> None:
        asked = asked_of(
            "EDUCATION:",
            "Option 1",
            "A.",
            "AND",
            "EXPERIENCE:",
            "B.",
            "OR",
            "Option 2",
            "EDUCATION:",
            "C.",
            "AND",
            "D.",
        )
        assert asked == ("any", ("all", "A.", "B."), ("all", "C.", "D."))

    def test_a_second_option_of_no_first_is_a_set_of_its_own(self) -> None:
        assert asked_of("EDUCATION:", "A.", "OR", "Option 2", "B.") == ("all", "A.", "B.")
        asked = asked_of("EDUCATION:", "Option 1", "A.", "EXPERIENCE:", "B.", "OR", "Option 3", "C.")
        assert asked == ("all", "A.", "B.", "C.")


class TestListsForOneAlternative:
    def test_a_class_that_a_statement_names_is_for_it_alone(self) -> None:
        given = _given(
            "SPECIFIC EXPERIENCE",
            "Two years as a Pond Crew Chief keeping ponds.",
            "OR",
            "SPECIFIC EXPERIENCE",
            "Two years of wood crew chief work.",
            "OR",
            "Two years as a Pond Crew Chief 3.",
            "Classes that typically meet the experience:",
            "Pond Crew Chief 1 (1X06)",
            "POND CREW CHIEF 3 (1X08)",
            "Wood Crew Chief 1 (1X07)",
        )
        assert given == {
            "Two years as a Pond Crew Chief keeping ponds.": ["Pond Crew Chief 1", "Wood Crew Chief 1"],
            "Two years of wood crew chief work.": ["Wood Crew Chief 1"],
            "Two years as a Pond Crew Chief 3.": ["Wood Crew Chief 1"],
        }

    def test_a_list_for_all_specialties_is_for_each_of_which_it_is_sure(self) -> None:
        lines = (
            "EXPERIENCE",
            "Ponds Specialty",
            "Two years of ponds.",
            "Woods Specialty",
            "OPTION 1:",
            "One year of woods.",
            "OPTION 2:",
            "Three years of bogs.",
            "Classes that typically meet the experience:",
            "ALL SPECIALTIES",
            "Office Clerk 2 (1A03)",
            "WOODS SPECIALTY",
            "Wood Clerk (1A04)",
        )
        given = _given(*lines, top=SPECIALTIES)
        assert given["Two years of ponds."] == ["Office Clerk 2"]
        assert given["One year of woods."] == []
        draft = draft_of(*SPECIALTIES, MINIMUM, *lines, *END)
        assert [note.text for note in draft.notes] == [
            "whom in the specialty this is listed for is not sure: Woods: Office Clerk 2",
            "whom this is listed for is not sure: Wood Clerk (1A04)",
        ]

    def test_a_list_behind_the_end_of_all_may_be_for_all(self) -> None:
        lines = (
            "Ponds Specialty",
            "EXPERIENCE:",
            "Two years of ponds.",
            "Woods Specialty",
            "EXPERIENCE:",
            "Two years of woods.",
            "OR",
            "Any equivalent combination.",
            "Classes that typically meet the experience:",
        )
        given = _given(*lines, "Office Clerk 2 (1A03)", top=SPECIALTIES)
        assert (given["Two years of ponds."], given["Two years of woods."]) == ([], ["Office Clerk 2"])
        draft = draft_of(*SPECIALTIES, MINIMUM, *lines, "Office Clerk 2 (1A03)", *END)
        assert codes_of(draft) == ["LISTED_CLASS_UNCLEAR"]

    def test_a_line_that_names_its_specialty_is_for_it_wherever_the_list_stands(self) -> None:
        lines = (
            "Ponds Specialty",
            "EXPERIENCE:",
            "Two years of ponds.",
            "Woods Specialty",
            "EXPERIENCE:",
            "Two years of woods.",
            "OR",
            "Any equivalent combination.",
            "Classes that typically meet the experience:",
            "Pond Clerk (1A03) for the Ponds Specialty",
        )
        assert _given(*lines, top=SPECIALTIES)["Two years of ponds."] == ["Pond Clerk"]
        assert codes_of(draft_of(*SPECIALTIES, MINIMUM, *lines, *END)) == []

    def test_a_list_for_specific_experience_where_there_is_none_is_for_what_there_is(self) -> None:
        given = _given(
            "EXPERIENCE:", "One year of ponds.", "Classes that typically meet the specific experience:", "Clerk (1X09)"
        )
        assert given == {"One year of ponds.": ["Clerk"]}

    def test_a_code_printed_with_two_titles_is_noted_and_the_titles_stay(self) -> None:
        lines = ("EXPERIENCE:", "One year of ponds.", "Classes that typically meet the experience:")
        shared = (*lines, "Office Clerk 2 (1X09) (including formerly Clerk Typist 2 (1X11) and Clerk 2 (1X09))")
        assert _given(*shared) == {"One year of ponds.": ["Office Clerk 2", "Clerk Typist 2", "Clerk 2"]}
        assert [note.text for note in draft_of(*TOP, MINIMUM, *shared, *END).notes] == [
            "1X09 is printed with Office Clerk 2 and with Clerk 2"
        ]


class TestWays:
    def test_experience_joined_by_and_is_added(self) -> None:
        draft = draft_of(
            *TOP, MINIMUM, "EXPERIENCE:", "One year of ponds.", "AND", "Two years of woods.", "AND", "A boat.", *END
        )
        assert [one.role for one in statements_in(draft.asked)] == [Role.OPEN, Role.SPECIAL, Role.OPEN]

    def test_education_of_fewer_specialties_begins_their_requirements_anew(self) -> None:
        asked = asked_of(
            "Ponds and Woods Specialties",
            "EDUCATION:",
            "A.",
            "Woods Specialty only",
            "EDUCATION:",
            "B.",
            "AND",
            "EXPERIENCE:",
            "C.",
            top=SPECIALTIES,
        )
        assert asked == ("any", "A.", ("any", "A.", ("all", "B.", "C.")))

    def test_experience_of_a_specialty_s_own_stands_in_place_of_that_for_all(self) -> None:
        lines = ("EDUCATION:", "A.", "AND", "GENERAL EXPERIENCE:", "B.")
        own = ("EXPERIENCE REQUIREMENT FOR THE PONDS SPECIALTY", "GENERAL EXPERIENCE:", "C.")
        assert asked_of(*lines, *own, top=SPECIALTIES) == ("any", ("all", "A.", "C."), ("all", "A.", "B."))

    def test_a_note_that_asks_what_is_asked_anyway_is_shown(self) -> None:
        note = "Employees of the park may qualify if they meet the above listed experience."
        draft = draft_of(*TOP, MINIMUM, "EXPERIENCE:", "One year.", f"NOTE: {note}", *END)
        assert [one.text for one in draft.conditions if one.code == "NOTE"] == [note]
        assert draft.substitutions == ()


class TestInsteadOfEducation:
    NOTE = "Additional raking experience may substitute for required education on a year-for-year basis."

    def test_a_note_for_education_stands_beside_it(self) -> None:
        lines = ("EDUCATION:", "A degree.", f"NOTE: {self.NOTE}", "AND", "EXPERIENCE:", "One year.")
        assert asked_of(*lines) == ("all", ("any", "A degree.", self.NOTE), "One year.")
        behind = ("EDUCATION:", "A degree.", "AND", "EXPERIENCE:", "One year.", self.NOTE)
        assert asked_of(*behind) == ("all", ("any", "A degree.", self.NOTE), "One year.")

    def test_in_an_option_it_is_for_that_option(self) -> None:
        lines = ("OPTION 1:", "EDUCATION:", "A degree.", f"NOTE: {self.NOTE}", "OPTION 2:", "EDUCATION:", "A school.")
        assert asked_of(*lines) == ("any", ("any", "A degree.", self.NOTE), "A school.")

    def test_where_it_is_not_sure_for_which_it_stays_a_note(self) -> None:
        options = ("OPTION 1:", "EDUCATION:", "A.", "OPTION 2:", "EDUCATION:", "B.", "AND", "EXPERIENCE:", "C.")
        together = ("EDUCATION:", "A.", "AND", "B.")
        for lines in (options, together):
            draft = draft_of(*TOP, MINIMUM, *lines, f"NOTE: {self.NOTE}", *END)
            assert [one.excerpt.text for one in draft.substitutions] == [self.NOTE]
        some = ("EDUCATION:", "A.", "Ponds Specialty", "EXPERIENCE:", "B.", "Woods Specialty", "EXPERIENCE:", "C.")
        draft = draft_of(*SPECIALTIES, MINIMUM, *some, f"NOTES FOR WOODS SPECIALTY ONLY: {self.NOTE}", *END)
        assert [one.excerpt.text for one in draft.substitutions] == [self.NOTE]
