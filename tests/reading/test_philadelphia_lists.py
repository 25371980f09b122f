"""What stands beside the requirements of Philadelphia: notes, and lists of classes."""

import pytest

from ladder.reading.drafts import ClassDraft, Role, statements_in
from tests.reading.philadelphia_pages import (
    END,
    MINIMUM,
    TOP,
    codes_of,
    draft_of,
    shape,
)


class TestNotes:
    def test_notes_by_what_they_say(self) -> None:
        draft = draft_of(
            *TOP,
            MINIMUM,
            "EXPERIENCE:",
            "One year.",
            "NOTE: A degree may be substituted for the experience.",
            "NOTES:",
            "1. A certificate can replace one year.",
            "Candidates must show a rake.",
            "NOTE: Selective Factor Certification may be used with:",
            "Pond keeping",
            "NOTE: Selective Factor Certification may be used for",
            "Trees",
            "NOTE: This is told only for the information of readers, whoever they are today.",
            "NOTE:",
            "7",
            *END,
        )
        assert shape(draft.asked) == ("all", "One year.", "Candidates must show a rake.")
        assert [one.excerpt.text for one in draft.substitutions] == [
            "A degree may be substituted for the experience.",
            "A certificate can replace one year.",
        ]
        assert {one.role for one in draft.substitutions} == {Role.SUBSTITUTION}
        assert [one.text for one in draft.conditions if one.code == "NOTE"] == [
            "Selective Factor Certification may be used with: Pond keeping",
            "Selective Factor Certification may be used for Trees",
            "This is told only for the information of readers, whoever they are today.",
        ]

    def test_a_substitution_without_a_note_and_asides(self) -> None:
        draft = draft_of(
            *TOP,
            MINIMUM,
            "EXPERIENCE:",
            "One year.",
            "A course may be substituted for the year.",
            "* 500 or more employees are many:",
            "few",
            "OR",
            "Two.",
        )
        assert shape(draft.asked) == ("any", "One year.", "Two.")
        assert len(draft.substitutions) == 1
        assert [one.text for one in draft.conditions] == ["* 500 or more employees are many: few"]

    def test_or_inside_a_note_and_or_after_it(self) -> None:
        inside = draft_of(
            *TOP,
            MINIMUM,
            "EXPERIENCE:",
            "One.",
            "NOTE:",
            "The first certificate.",
            "OR",
            "The second can be substituted for it.",
        )
        assert [one.excerpt.text for one in inside.substitutions] == [
            "The first certificate. OR The second can be substituted for it."
        ]
        after = draft_of(
            *TOP,
            MINIMUM,
            "EDUCATION:",
            "A.",
            "NOTE: Service may substitute for it.",
            "OR",
            "B.",
            "AND",
            "EXPERIENCE:",
            "C.",
        )
        assert shape(after.asked) == ("all", ("any", "A.", "B."), "C.")
        joined = draft_of(*TOP, MINIMUM, "EXPERIENCE:", "One.", "NOTE:", "A certificate AND", "B may be substituted.")
        assert shape(joined.asked) == ("all", "One.", "B may be substituted.")
        trailing = draft_of(*TOP, MINIMUM, "EXPERIENCE:", "One.", "NOTE:", "A certificate OR", "B may be substituted.")
        assert [one.excerpt.text for one in trailing.substitutions] == ["A certificate OR B may be substituted."]

    def test_notes_for_specialties(self) -> None:
        draft = draft_of(
            "1X05",
            "PARK KEEPER",
            "(Ponds)",
            "(Woods)",
            MINIMUM,
            "Ponds Specialty",
            "EXPERIENCE:",
            "One year in:",
            "\u00b7 water",
            "\u00b7 NOTE: PONDS SPECIALTY ONLY",
            "A boat may be substituted for it.",
            "NOTES FOR WOODS SPECIALTY ONLY:",
            "An axe may be substituted for it.",
            "NOTE: For both specialties, a degree may be substituted.",
            "Woods Specialty",
            "EXPERIENCE:",
            "Two.",
            "Bring one.",
            "NOTE: You must bring a rake.",
        )
        assert [one.specialty for one in draft.substitutions] == ["Ponds", "Woods", ""]
        assert shape(draft.asked) == (
            "any",
            "One year in: \u00b7 water",
            ("all", ("all", "Two.", "Bring one."), "You must bring a rake."),
        )

    def test_a_note_says_itself_for_which_specialties_it_is(self) -> None:
        draft = draft_of(
            "1X05",
            "PARK KEEPER",
            "(Ponds)",
            "(Woods)",
            MINIMUM,
            "EXPERIENCE:",
            "One year.",
            "NOTE: For the Ponds Specialty, a boat may be substituted for it.",
            "NOTE: An axe may be substituted for it for the Woods specialty.",
            "NOTE: WOODS SPECIALTY ONLY: A degree may be substituted for it.",
        )
        told = [(one.specialty, one.excerpt.text) for one in draft.substitutions]
        assert told == [
            ("Ponds", "a boat may be substituted for it."),
            ("Woods", "An axe may be substituted for it"),
            ("Woods", "A degree may be substituted for it."),
        ]


class TestClassLists:
    def listed(self, *lines: str, experience: tuple[str, ...] = ("EXPERIENCE:", "Two years of raking.")) -> ClassDraft:
        return draft_of(*TOP, MINIMUM, *experience, *lines, *END)

    @pytest.mark.parametrize(
        ("line", "classes"),
        [
            ("Pond Clerk 1 (1X01)", [("Pond Clerk 1", "1X01")]),
            ("\u00b7 Pond Clerk (Lakes) (1X01)", [("Pond Clerk (Lakes)", "1X01")]),
            ("Pond Clerk 1 or 2 - Wet (1X01, 1X02)", [("Pond Clerk 1 - Wet", "1X01"), ("Pond Clerk 2 - Wet", "1X02")]),
            ("1X01 Pond Clerk", [("Pond Clerk", "1X01")]),
            ("1X01- Pond Clerk", [("Pond Clerk", "1X01")]),
            ("Pond Clerk II 1X02", [("Pond Clerk II", "1X02")]),
            ("Pond Clerk (EP 9)", [("Pond Clerk", None)]),
            ("POND CLERK", [("Pond Clerk", None)]),
            (
                "POND CLERK 2 (1X03) (including formerly Pool Clerk 2 (1X11) and Lake Clerk 2 (1X12))",
                [("Pond Clerk 2", "1X03"), ("Pool Clerk 2", "1X11"), ("Lake Clerk 2", "1X12")],
            ),
        ],
    )
    def test_lines_of_a_list(self, line: str, classes: list[tuple[str, str | None]]) -> None:
        draft = self.listed("CITY OF PHILADELPHIA CLASSES THAT TYPICALLY MEET THE EXPERIENCE REQUIREMENTS:", line)
        (statement,) = statements_in(draft.asked)
        assert [(one.title, one.code) for one in statement.listed] == classes
        assert all(one.typically for one in statement.listed)
        assert codes_of(draft) == []

    @pytest.mark.parametrize(
        "line", ["Pond Clerk (Lakes only) (1X01)", "Pond Clerk series (1X01/1X02)", "of ponds: many"]
    )
    def test_lines_that_are_not_sure(self, line: str) -> None:
        draft = self.listed("Classes that typically meet the experience requirements:", line)
        (statement,) = statements_in(draft.asked)
        assert statement.listed == ()

    def test_a_list_is_for_the_experience_it_names(self) -> None:
        labels = ("EDUCATION:", "A.", "GENERAL EXPERIENCE:", "Two years.", "SPECIFIC EXPERIENCE:", "One year.")
        draft = self.listed(
            "City classes which meet the specific experience requirements are Pond Clerk 1 and Pond Clerk 2.",
            experience=labels,
        )
        told = [(one.excerpt.text, [listed.title for listed in one.listed]) for one in statements_in(draft.asked)]
        assert told == [("A.", []), ("Two years.", []), ("One year.", ["Pond Clerk 1", "Pond Clerk 2"])]
        both = self.listed(
            "Classes that typically meet the requirements include:", "Pond Clerk (1X01)", experience=labels
        )
        assert [len(one.listed) for one in statements_in(both.asked)] == [0, 1, 1]

    def test_different_lengths_need_a_level(self) -> None:
        experience = ("EXPERIENCE:", "Three years at the full level.", "OR", "One year at the advanced level.")
        head = "Classes that typically meet the experience requirements:"
        unclear = self.listed(head, "Pond Clerk (1X01)", experience=experience)
        assert codes_of(unclear) == ["LISTED_CLASS_UNCLEAR"]
        by_level = self.listed(
            head,
            "Pond Clerk 1 (full-performance level)",
            "Pond Clerk 2 (advanced-performance level)",
            experience=experience,
        )
        assert [[one.title for one in words.listed] for words in statements_in(by_level.asked)] == [
            ["Pond Clerk 1"],
            ["Pond Clerk 2"],
        ]

    def test_a_class_that_the_sentence_names_itself_is_not_listed_again(self) -> None:
        experience = ("EXPERIENCE:", "Two years as a Pond Clerk or one year as a Lake Clerk.")
        draft = self.listed(
            "Classes that typically meet the requirements are:", "Pond Clerk (1X01)", experience=experience
        )
        assert statements_in(draft.asked)[0].listed == ()

    def test_a_class_with_this_class_s_own_code(self) -> None:
        head = "Classes that typically meet the requirements are:"
        draft = self.listed(head, "Pond Clerk (1X05)", "Park Keeper 2 (1X05)")
        (statement,) = statements_in(draft.asked)
        assert [one.code for one in statement.listed] == [None, "1X05"]
        assert codes_of(draft) == ["OWN_CODE_CITED"]

    def test_lists_for_specialties(self) -> None:
        draft = draft_of(
            "1X05",
            "PARK KEEPER",
            "(Ponds)",
            "(Woods)",
            MINIMUM,
            "Ponds Specialty",
            "EXPERIENCE:",
            "One year.",
            "Woods Specialty",
            "EXPERIENCE:",
            "One year.",
            "Classes that typically meet the requirements:",
            "Both Specialties",
            "Gate Clerk (1X01)",
            "Ponds Specialty:",
            "Pond Clerk (1X02)",
            "Rake Clerk (1X03) for the Woods Specialty",
            "ADDITIONAL REQUIREMENT FOR THE WOODS SPECIALTY",
            "An axe.",
        )
        told = [(one.excerpt.text, [listed.title for listed in one.listed]) for one in statements_in(draft.asked)]
        assert (
            told == [("One year.", ["Gate Clerk", "Pond Clerk"]), ("One year.", ["Gate Clerk"]), ("An axe.", [])]
            or told
        )

    def test_a_list_ends_where_sentences_go_on(self) -> None:
        draft = self.listed(
            "Classes that typically meet the experience",
            "REQUIREMENT:",
            "Pond Clerk (1X01)",
            "Bring a rake to work.",
            "Lake Clerk (1X02)",
        )
        assert [one.title for one in statements_in(draft.asked)[0].listed] == ["Pond Clerk"]
        assert shape(draft.asked) == ("all", "Two years of raking.", "Bring a rake to work.", "Lake Clerk (1X02)")

    def test_a_long_line_with_a_code_is_of_the_list(self) -> None:
        long = f"Lake Clerk (1X02) (if the service was in the care of {'lakes, ponds, rivers, ' * 5}waters)."
        draft = self.listed("Classes that typically meet the experience requirements:", long)
        assert shape(draft.asked) == "Two years of raking."
        assert codes_of(draft) == ["LISTED_CLASS_UNCLEAR"]

    def test_a_list_behind_the_requirements(self) -> None:
        draft = draft_of(
            *TOP,
            MINIMUM,
            "EXPERIENCE:",
            "Two years.",
            *END,
            "Classes which typically meet the requirements include:",
            "Pond Clerk",
            "It ends here.",
        )
        (statement,) = statements_in(draft.asked)
        assert [one.title for one in statement.listed] == ["Pond Clerk"]
        assert [one.text for one in draft.conditions] == ["Ability to lift a rake.", "It ends here."]

    def test_a_list_that_a_statement_ends_with(self) -> None:
        draft = self.listed(
            experience=(
                "EXPERIENCE:",
                "One year of raking in one of the following classes:",
                "\u00b7 Pond Clerk (1X01)",
                "\u00b7 Lake Clerk (1X02)",
            )
        )
        (statement,) = statements_in(draft.asked)
        assert statement.excerpt.text == "One year of raking"
        assert [(one.title, one.code, one.typically) for one in statement.listed] == [
            ("Pond Clerk", "1X01", False),
            ("Lake Clerk", "1X02", False),
        ]
