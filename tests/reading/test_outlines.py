import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder.reading.drafts import AnyOf, Role
from ladder.reading.outlines import read_outline
from ladder.reading.outlines.items import Item, lines_of, read_items
from ladder.reading.outlines.joins import (
    Group,
    Join,
    Strength,
    find_leading_join,
    find_trailing_join,
    group_by_joins,
    settle_joins,
    unsaid_join,
)
from ladder.reading.outlines.lead_ins import Manner, read_lead_in, split_substitution
from ladder.reading.outlines.markers import find_marker
from ladder.reading.passages import Document, Excerpt, Span
from tests.reading.outlining import outline, said, shape, whole

SHAPES = {
    "1. A year; or\n2. Two years.": "(1 | 2)",
    "1. A year; and\n2. A licence.": "(1 & 2)",
    "1. A year; and\n2. A degree; or\n3. A licence.": "(1 & (2 | 3))",
    "1. A year; or\n2. A degree, and\n3. A licence.": "(1 | (2 & 3))",
    "1. A year; or\n2. A degree; and\n3. A licence.": "(1 | (2 & 3))",
    "1. A year, and\n2. A degree; or\n3. A licence.": "((1 & 2) | 3)",
    "1. A year, and\n2. A degree, or\n3. A licence.": "(1 & (2 | 3))",
    "1. A year; or\n2. A degree.\n3. A licence is required.": "((1 | 2) & 3)",
    "1. A year; or\n2. A degree.\nA licence is required.": "((1 | 2) & .)",
    "1. A year; AND EITHER\n2. A degree; OR\n3. A licence.": "(1 & (2 | 3))",
    "1. A degree; and EITHER #2 or #3 below.\n2. A year; or\n3. Two years.": "(1 & (2 | 3))",
    "1. A year; or\n2. A degree; or\n3. A school, and\n4. A test; and\n5. A licence.": "(1 | 2 | (3 & 4 & 5))",
    "1. A year;\n2. A degree; and\n3. A licence.": "(1 & 2 & 3)",
    "1. A year;\n2. A degree;\nor 3. A licence.": "(1 | 2 | 3)",
    "1. A year; or\n2. A degree;\n3. A licence.": "((1 | 2) & 3)",
    "1. A year.\n2. A degree.": "(1 & 2)",
    "1. A year\nOR\n2. A degree": "(1 | 2)",
    "1. A year.\n2. Or a degree.": "(1 | 2)",
    "A year.\n\nOr\n\nA degree.": "(. | .)",
    "1. A year; or\n2. a. A degree; and\nb. A licence.": "(1 | (2a & 2b))",
    "1. A year; or\n2. a) A degree; and b) A licence; and (c) A test.": "(1 | (2a & 2b & 2c))",
    "1. A year; or\n2. a) A degree; and c) A licence; and b) A test.": "(1 | (2a & 2b))",
    "Work in:\na. a mill; or\nb. either:\n1) a yard\n2) a dock": "(a | (b1 | b2))",
    "1. A year, and\na. A degree; or\nb. A licence; or\n2. Two years.": "((1 & (1a | 1b)) | 2)",
    "1. A year, and one of the following:\na. A degree\nb. A licence": "(1 & (1a | 1b))",
    "1. A year; or:\na. A degree; and\nb. A licence": "(1 | (1a & 1b))",
    "Either:\nA. A year\nB. A degree": "(A | B)",
    "Applicants must meet one of the following:\n1. A year\n2. A degree": "(1 | 2)",
    "1. Work in one of the following:\na. A mill\nb. A yard\n2. A licence": "((1a | 1b) & 2)",
    "1. Work in one or more of the following:\na. A mill; or\nb. A yard; or\n2. A licence": "(1 | 2)",
    "Work in:\n* a mill; or\n* a yard": "(. | .)",
    "Work in:\n* a mill\n* a yard": ".",
    "I. A year; or\nII. A degree; or\nIII. A test; or\nIV. A licence": "(I | II | III | IV)",
    "1. A year:\ni. in a mill; or\nii. in a yard": "(1i | 1ii)",
    "1 A year; or\n2 A degree": "(1 | 2)",
    "2. A year; or\n3. A degree": "(2 | 3)",
    "(1) A year; or\n(2) A degree": "(1 | 2)",
    "1. A year; or\n1. A degree": "(1 | 1)",
    "": "nothing",
    "1.\n2.": "nothing",
    "A second language is desired.": ".",
    "1. A year; or\n2. A degree.\nA second language is desired but not required.": "((1 | 2) & .)",
}


@pytest.mark.parametrize(("text", "expected"), SHAPES.items(), ids=range(len(SHAPES)))
def test_items_are_joined_as_printed(text: str, expected: str) -> None:
    assert shape(outline(text).asked) == expected


def test_the_mixture_of_and_and_or_is_noted_with_the_reading_chosen() -> None:
    (note,) = outline("\n1. A year; and\n2. A degree; or\n3. A licence.").notes

    assert (note.code, note.severity.value, note.line) == ("AMBIGUOUS_JOIN", "WARNING", 2)
    assert note.text == '"and" and "or" are mixed: 1 and 2 or 3; read as 1 and (2 or 3)'


@pytest.mark.parametrize(
    "text",
    [
        "1. A year; and either\n2. A degree; or\n3. A licence.",
        "1. A year; or\n2. A degree.\n3. A licence is required.",
        "1. A year; or\n2. A degree.",
    ],
)
def test_what_leaves_no_doubt_is_not_noted(text: str) -> None:
    assert outline(text).notes == ()


def test_an_unjoined_last_item_that_does_not_say_it_is_asked_is_noted() -> None:
    (note,) = outline("1. A year; or\n2. A degree.\n\nService as a lamplighter.").notes

    assert "2 and (not printed) the paragraph; read as (1 or 2) and the paragraph" in note.text


def test_words_before_a_list_belong_to_each_alternative() -> None:
    found = outline("1. Two years of work as one of the following:\na. A lamplighter; or\nb. A ferryman, or his mate.")

    assert said(found.asked) == ["Two years of work as A lamplighter", "Two years of work as A ferryman, or his mate."]
    assert isinstance(found.asked, AnyOf)
    assert {claim.value for claim in found.claims if claim.field == "join"} == {"one of the following:", "; or"}


def test_words_before_a_list_of_parts_and_the_list_are_one_statement() -> None:
    found = outline("Four years of work, which includes:\na. One year afloat; and\nb. Two years ashore.")

    assert said(found.asked) == ["Four years of work, which includes: One year afloat and Two years ashore."]
    assert [claim.value for claim in found.claims] == ["a.", ";", "b."]


def test_nested_lists_below_a_list_that_belongs_together_are_part_of_it() -> None:
    found = outline("1. Work in all of the following:\na. One of:\ni. a mill\nii. a yard\nb. a boat; or\n2. A year")

    assert shape(found.asked) == "(1 | 2)"
    assert said(found.asked)[0] == "Work in all of the following: One of: a mill a yard a boat"


def test_all_of_a_list_that_says_nothing_else_are_asked_each_by_itself() -> None:
    found = outline("1. All of the following:\na. One of:\ni. a mill\nii. a yard\nb. a boat; or\n2. A year")

    assert shape(found.asked) == "(((1ai | 1aii) & 1b) | 2)"
    assert said(found.asked) == ["a mill", "a yard", "a boat", "A year"]


def test_a_substitution_is_set_aside_with_its_label() -> None:
    found = outline("1. Two years.\n2. A degree may be substituted for one year.")

    assert shape(found.asked) == "1"
    (substitution,) = found.substitutions
    assert (substitution.role, substitution.label) == (Role.SUBSTITUTION, "2")


def test_what_stands_before_a_substitution_in_the_same_paragraph_is_asked() -> None:
    found = outline("Two years of paid work. A degree may be    substituted for one year.")

    assert said(found.asked) == ["Two years of paid work."]
    assert said(found.substitutions[0]) == ["A degree may be substituted for one year."]


SUBSTITUTION_LISTS = {
    "The following may be substituted for a year of work:\n1. A degree; or\n2. A test.": [
        "A degree may be substituted for a year of work",
        "A test may be substituted for a year of work",
    ],
    "A badge in one of the following crafts may be substituted for a year:\na. Rope\nb. Sails": [
        "A badge in Rope may be substituted for a year",
        "A badge in Sails may be substituted for a year",
    ],
    "Applicants may substitute for a year:\na. A degree;\nb. A course in:\n* Rope\n* Sails": [
        "Applicants may substitute for a year A degree",
        "Applicants may substitute for a year A course in: Rope Sails",
    ],
}


@pytest.mark.parametrize(("text", "expected"), SUBSTITUTION_LISTS.items(), ids=range(len(SUBSTITUTION_LISTS)))
def test_a_list_of_substitutions_is_one_each(text: str, expected: list[str]) -> None:
    found = outline(text)

    assert found.asked is None
    assert [said(one)[0] for one in found.substitutions] == expected


def test_a_branch_of_nothing_but_substitutions_asks_nothing() -> None:
    found = outline("1. Two years; or\n2. a. A degree may be substituted; or\nb. A test may be substituted.\n3. A year")

    assert shape(found.asked) == "(1 & 3)"
    assert [one.label for one in found.substitutions] == ["2a", "2b"]


def test_a_lead_in_whose_list_only_substitutes_is_asked_alone() -> None:
    found = outline("1. Two years of work; and\na. A degree may be substituted for one year.")

    assert said(found.asked) == ["Two years of work"]


def test_hard_wrapped_lines_go_on_and_hanging_ones_stay_in_their_item() -> None:
    first = "1. Two years of work in a mill,\nYard or dock; or\n"
    text = f"{first}2. A licence of the\n   Harbor Office.\n   It must be valid."

    assert said(outline(text).asked) == [
        "Two years of work in a mill, Yard or dock",
        ("A licence of the Harbor Office. It must be valid."),
    ]


def test_page_furniture_between_the_pieces_leaves_a_sentence_whole() -> None:
    text = "1. Two years in\nPage 2\na mill; or\n2. A year"
    excerpt = Excerpt(Document("made.txt", text), (Span(0, 15), Span(22, len(text))))

    found = read_outline(excerpt)

    assert said(found.asked) == ["Two years in a mill", "A year"]
    assert isinstance(found.asked, AnyOf)
    assert shape(found.asked) == "(1 | 2)"


def test_a_paragraph_below_a_numbered_list_closes_the_lists_inside_it() -> None:
    text = "1. Work in:\na. a mill; or\nb. a yard; and\nA test.\n2. A year.\n"

    assert shape(outline(text).asked) == "((1a | 1b) & . & 2)"


def test_every_claim_is_of_the_words_it_says() -> None:
    text = "Either:\n1. A year as one of the following:\n(a) A clerk; or\n(b) A page; or\n2. A degree."
    found = outline(text)

    assert [text[slice(*claim.span)].strip() for claim in found.claims] == [claim.value for claim in found.claims]
    assert [claim.value for claim in found.claims if claim.field == "label"] == ["1.", "(a)", "(b)", "2."]


@pytest.mark.parametrize(
    ("line", "label", "styles"),
    [
        ("1. A year", "1", ["1."]),
        ("12) A year", "12", ["1)"]),
        ("(i) A year", "i", ["(a)", "(i)"]),
        ("iv. A year", "iv", ["i."]),
        ("A. A year", "A", ["A."]),
        ("* A year", "", ["**"]),
        ("\u2022 A year", "", ["*\u2022"]),
    ],
)
def test_a_marker_reads_in_each_way_it_can(line: str, label: str, styles: list[str]) -> None:
    marker = find_marker(line)

    assert marker is not None
    assert (marker.label, [reading.style for reading in marker.readings]) == (label, styles)


@pytest.mark.parametrize("line", ["A year", "4.5 years", "U.S. citizenship", "1,040 hours", "1 year", "-5 degrees"])
def test_words_are_no_marker(line: str) -> None:
    assert find_marker(line) is None


def test_a_letter_that_continues_nothing_is_no_marker() -> None:
    assert shape(outline("1. Work under\nC. Smith; or\n2. A year").asked) == "(1 | 2)"


def test_a_number_within_a_sentence_is_no_marker() -> None:
    assert said(outline("1. Work in the city's Ward\n15. Or near it; or\n2. A year").asked)[0].endswith(
        "15. Or near it"
    )


@pytest.mark.parametrize(
    ("text", "word", "strength"),
    [
        ("A year; or", "or", Strength.SEMICOLON),
        ("A year: or", "or", Strength.SEMICOLON),
        ("A year, and/or", "or", Strength.COMMA),
        ("A year and", "and", Strength.COMMA),
        ("A year. AND", "and", Strength.FULL_STOP),
        ("A year; and either", "and", Strength.FULL_STOP),
        ("A year; or;", "or", Strength.SEMICOLON),
    ],
)
def test_a_text_ends_with_a_join(text: str, word: str, strength: Strength) -> None:
    found = find_trailing_join(text)

    assert found is not None
    assert (found[0].word, found[0].strength) == (word, strength)
    assert text[: found[1].start] == "A year"


@pytest.mark.parametrize("text", ["Band", "A year of brand", "and more"])
def test_a_word_that_holds_and_is_no_join(text: str) -> None:
    assert find_trailing_join(text) is None


def test_a_text_begins_with_a_join() -> None:
    assert find_leading_join("Or, a year") == (Join("or", Strength.SEMICOLON), Span(0, 4))
    assert find_leading_join("Oregon") is None


def test_a_mark_without_a_word_takes_the_next_word_or_an_and_before_and_behind_an_or_asks_besides() -> None:
    semicolon, full_stop = unsaid_join("A year;"), unsaid_join("A year.")
    said_or = Join("or", Strength.SEMICOLON)

    assert [join.word for join in settle_joins([semicolon, said_or, semicolon], "and")] == ["or", "or", "and"]
    assert [join.word for join in settle_joins([full_stop, said_or, full_stop], "and")] == ["and", "or", "and"]
    assert [join.word for join in settle_joins([semicolon, full_stop], "or")] == ["or", "or"]
    assert [join.word for join in settle_joins([said_or, semicolon], "or")] == ["or", "or"]
    assert [join.word for join in settle_joins([Join("and", Strength.COMMA), semicolon], "or")] == ["and", "and"]
    assert settle_joins([said_or, semicolon], "and")[1].strength is Strength.FULL_STOP
    assert unsaid_join("").strength is Strength.FULL_STOP


_JOINS = st.builds(Join, st.sampled_from(["and", "or"]), st.sampled_from(list(Strength)))


@given(st.lists(_JOINS, max_size=8))
def test_grouping_keeps_every_item_once_and_in_order(joins: list[Join]) -> None:
    def leaves(group: int | Group) -> list[int]:
        return [group] if isinstance(group, int) else [one for part in group.parts for one in leaves(part)]

    assert leaves(group_by_joins(joins)) == list(range(len(joins) + 1))


def test_how_words_before_a_list_belong_to_it() -> None:
    texts = {
        "Either:": Manner.NOTHING,
        "Licensed as a:": Manner.EACH,
        "Work in any of the following trades:": Manner.TOGETHER,
        "Two years, and": Manner.BESIDES,
        "Work": Manner.EACH,
    }

    assert {text: read_lead_in(text).manner for text in texts} == texts


def test_a_substitution_without_the_word_following_keeps_its_order() -> None:
    text = "Applicants may substitute:"
    before, after = split_substitution(text)

    assert (text[slice(*before)], text[slice(*after)]) == ("Applicants may substitute", "")


def test_lines_know_how_far_they_are_set_in() -> None:
    lines = lines_of(whole("a\n\n\tb\n  c"))

    assert [(line.indent, line.after_blank) for line in lines] == [(0, False), (8, True), (2, False)]


def test_an_item_knows_where_it_starts() -> None:
    (item,) = read_items(whole("  1. A year"))

    assert item.start == 2
    assert isinstance(item, Item)


def test_lists_in_lists_end_at_a_depth_that_nobody_prints() -> None:
    assert shape(outline("1. A year:\n" * 500 + "1. A degree").asked).count("1") > 0


def test_joins_that_change_too_often_ask_for_everything() -> None:
    text = "".join(f"{number}. A year; {'and' if number % 2 else 'or'}\n" for number in range(1, 61)) + "61. A year."
    found = outline(text)

    assert shape(found.asked).count("&") == 60
    assert [note.code for note in found.notes] == ["TOO_MANY_JOINS"]
