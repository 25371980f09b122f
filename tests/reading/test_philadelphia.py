"""Philadelphia's layout, on pages of our own: code, title, pay range, dates, and what is shown."""

import pytest

from ladder.reading.jurisdictions.philadelphia import READER
from ladder.reading.passages import Document
from tests.reading.philadelphia_pages import (
    END,
    TOP,
    codes_of,
    draft_of,
)


class TestIdentity:
    def test_a_new_page_begins_with_code_and_pay_range(self) -> None:
        draft = draft_of(*TOP, "GENERAL DEFINITION", "Keeps parks.")
        assert (draft.code, draft.title) == ("1X05", "Park Keeper 2")
        assert draft.pay is not None
        assert (draft.pay.plan, draft.pay.grade, draft.pay.source.lines) == ("EP", "16", (2, 2))
        assert codes_of(draft) == []
        assert draft.asked is None

    def test_an_old_page_ends_with_pay_range_and_code(self) -> None:
        draft = draft_of(
            "CITY OF PHILADELPHIA PERSONNEL DEPARTMENT",
            "1X05",
            "PARK KEEPER OF THE CITY II",
            "GENERAL DEFINITION",
            "Keeps parks.",
            "PAY RANGE:",
            "7",
            "END OF JOB CLASS SPECIFICATION - 1X05",
        )
        assert (draft.code, draft.title) == ("1X05", "Park Keeper of the City II")
        assert draft.pay is not None
        assert (draft.pay.plan, draft.pay.grade) == ("Pay range", "7")

    @pytest.mark.parametrize(
        ("printed", "plan", "grade"),
        [
            ("PAY RANGE: EP17**", "EP", "17"),
            ("Pay Range CP08-19", "CP", "08-19"),
            ("PAY RANGE: CP10-13-A", "CP", "10-13-A"),
            ("PAY RANGE: CPM 25-27", "CPM", "25-27"),
            ("PAY RANGE: 49A", "Pay range", "49A"),
            ("PAY RANGE: EP 22", "EP", "22"),
        ],
    )
    def test_pay_ranges(self, printed: str, plan: str, grade: str) -> None:
        draft = draft_of("1X05", printed, "PARK KEEPER", "GENERAL DEFINITION")
        assert draft.pay is not None
        assert (draft.pay.plan, draft.pay.grade) == (plan, grade)

    def test_a_pay_range_that_is_none_and_two_at_odds(self) -> None:
        history = (
            "!NEW: PAY RANGE: RANGE",
            "PAY RANGE:",
            "JH",
            "PAY RANGE: EP25",
            "PAY RANGE: EP26",
            "PAY RANGE: EP25",
        )
        draft = draft_of("1X05", "PARK KEEPER", "GENERAL DEFINITION", *history)
        assert draft.pay is not None
        assert draft.pay.grade == "25"
        assert codes_of(draft) == ["PAY_RANGE_AT_ODDS"]
        assert codes_of(draft_of("1X05", "PARK KEEPER", "GENERAL DEFINITION", "PAY RANGE:")) == ["PAY_RANGE_MISSING"]

    def test_a_title_over_lines_and_names_of_specialties(self) -> None:
        draft = draft_of("1X05", "PARK", "KEEPER I", "( Ponds ) ( Woods )", "GENERAL DEFINITION", "PAY RANGE: 3")
        assert draft.title == "Park Keeper I"
        listed = draft_of("1X05", "PARK KEEPER", "Specialties", "Ponds", "Woods", "FLSA: 2E", "GENERAL DEFINITION")
        assert listed.title == "Park Keeper"

    def test_a_title_in_small_letters_stays_and_one_partly_in_capitals_does_not(self) -> None:
        assert draft_of("1X05", "Keeper of the Parks (EMS)", "GENERAL DEFINITION").title == "Keeper of the Parks (EMS)"
        assert (
            draft_of("1X05", "L and I PARK KEEPER - Bilingual", "GENERAL DEFINITION").title
            == "L and I Park Keeper - Bilingual"
        )

    def test_what_is_no_title(self) -> None:
        lines = (
            "<saved from the web>",
            "1X05",
            "PARK KEEPER",
            "Ponds",
            "<junk",
            "A long sentence says what the class does.",
            "WORK",
        )
        draft = draft_of(*lines, "GENERAL DEFINITION")
        assert draft.title == "Park Keeper"
        assert draft_of("Gone > gone", "1X05", "GENERAL DEFINITION").title is None

    def test_codes_missing_and_at_odds(self) -> None:
        assert codes_of(draft_of("GENERAL DEFINITION", "Keeps parks.")) == ["CODE_MISSING", "PAY_RANGE_MISSING"]
        assert "CODE_MISSING" in codes_of(draft_of("GENERAL DEFINITION", name="notes.htm"))
        other = draft_of(*TOP, "GENERAL DEFINITION", "END OF JOB CLASS SPECIFICATION - 1X06", name="1x07.htm")
        assert codes_of(other) == ["CODE_AT_ODDS", "FILE_NAME_AT_ODDS"]
        only_at_the_end = draft_of("PARK KEEPER", "GENERAL DEFINITION", "End of Job Class Specification -1X06")
        assert only_at_the_end.code == "1X06"
        assert codes_of(only_at_the_end) == ["FILE_NAME_AT_ODDS", "PAY_RANGE_MISSING"]

    def test_an_end_mark_that_holds_no_code(self) -> None:
        draft = draft_of(*TOP, "GENERAL DEFINITION", "END OF JOB CLASS SPECIFICATION - EP21")
        assert [(note.code, note.severity.value) for note in draft.notes] == [("END_MARK_AT_ODDS", "WARNING")]
        without = draft_of("PARK KEEPER", "GENERAL DEFINITION", "END OF JOB CLASS SPECIFICATION")
        assert without.code is None


class TestHistory:
    LATEST = "Latest Spec. Revision: CSC - 1/23; Ad. Board - 2/23"

    def test_the_board_s_date_counts_and_the_latest_revision(self) -> None:
        draft = draft_of(
            *TOP,
            "GENERAL DEFINITION",
            "Class Established 1/53",
            "Spec. Revision:",
            "CSC - 3/19",
            "Ad. Board - 4/19",
            self.LATEST,
            "Change in pay rate:",
            "CSC - 3/24",
            "JL",
        )
        assert (draft.dates.established, draft.dates.revised, draft.revision) == ("1953-01", "2023-02", "2023-02")
        assert draft.dates.source is not None
        assert draft.dates.source.lines == (5, 9)

    def test_a_month_in_words_a_date_alone_and_none(self) -> None:
        draft = draft_of(*TOP, "GENERAL DEFINITION", "Class Established: Feb. 1966", "Spec. Revision:", "JL")
        assert (draft.dates.established, draft.dates.revised, draft.revision) == ("1966-02", None, "1966-02")
        assert draft_of(*TOP, "GENERAL DEFINITION").dates.source is None

    def test_dates_of_the_commission_alone_and_a_month_that_there_is_not(self) -> None:
        draft = draft_of(*TOP, "GENERAL DEFINITION", "Spec. Revision: 8/90, CSC - 7/90", "Spec. Revision: 13/95")
        assert draft.dates.revised == "1990-07"
        assert codes_of(draft) == ["DATE_UNKNOWN"]

    def test_a_class_without_a_revision_after_its_pay_changed(self) -> None:
        draft = draft_of(*TOP, "GENERAL DEFINITION", "Class Established - 2/66", "Change in Pay Rate: 5/70")
        assert (draft.dates.established, draft.dates.revised) == ("1966-02", None)
        assert draft_of(*TOP, "GENERAL DEFINITION", "Spec. Revised: 5/70").dates.revised == "1970-05"

    def test_dates_before_anything_is_said_are_left(self) -> None:
        draft = draft_of(*TOP, "GENERAL DEFINITION", "PAY RANGE: EP16", "3/24")
        assert draft.dates.source is None


class TestConditions:
    def test_licences_and_fitness_are_shown(self) -> None:
        draft = draft_of(
            *TOP,
            *END,
            "LICENSES, REGISTRATIONS AND/OR CERTIFICATES",
            "PONDS SPECIALTY:",
            "One of these:",
            "\u00b7 A boat licence.",
            "\u00b7 A raft licence.",
            "ADDITIONAL REQUIREMENTS",
            "A rake of one's own.",
            "LICENSE, REGISTRATION AND/OR CERTIFICATES",
        )
        assert [(one.code, one.text) for one in draft.conditions] == [
            ("PHYSICAL", "Ability to lift a rake."),
            ("LICENCE", "PONDS SPECIALTY: One of these: \u00b7 A boat licence. \u00b7 A raft licence."),
            ("ADDITIONAL", "A rake of one's own."),
        ]


def test_the_city_s_own_words_are_recognised() -> None:
    assert READER.recognises(Document("a", "used to admit or reject applicants for tests"))
    assert READER.recognises(Document("a", "END OF JOB CLASS SPECIFICATION - 1X05"))
    assert not READER.recognises(Document("a", "CLASS SPECIFICATION OF ANOTHER CITY"))
