"""Corrections by hand stay when a document is read again, field by field, and every conflict is told."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder.catalog.jurisdictions import Jurisdiction
from ladder.reading.corrections import KEPT, keep_corrections
from ladder.records import tree_of, validate_json
from ladder.sources import Severity
from ladder.specification import ClassSpecification

SOURCE = {"document": "clerk.txt", "section": "Experience", "lines": [7, 9]}


def general(**more: Any) -> dict[str, Any]:  # noqa: ANN401 - any field
    return {"kind": "experience", "id": "general", "months": 24, "what": "Clerical work", "source": SOURCE, **more}


def special(**more: Any) -> dict[str, Any]:  # noqa: ANN401 - any field
    return {**general(months=12, what="Lead work", id="special"), "within": "general", **more}


def study(hours: int, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - any field
    study = {"kind": "study", "stands_for": "general", "months": 6, "at_most_months": 12, "source": SOURCE}
    return {**study, "semester_hours": hours, **more}


def clerk(*requirements: dict[str, Any], **more: Any) -> ClassSpecification:  # noqa: ANN401 - any field
    rules = list(requirements) or [general()]
    asked = {
        "requirements": rules,
        "routes": [{"id": "general", "requires": [one["id"] for one in rules]}],
        "substitutions": more.pop("substitutions", []),
    }
    record = {"jurisdiction": "xx", "code": "1", "title": "Clerk", "completeness": "whole", "source": SOURCE, **more}
    return validate_json(ClassSpecification, _json({"qualifications": asked, **record}))


def _json(value: object) -> str:
    """Return the value as JSON: records are strict, and take lists for tuples only from there."""
    return json.dumps(value)


def rules_of(record: ClassSpecification) -> dict[str, Any]:
    rules: dict[str, Any] = tree_of(record)["qualifications"]
    return rules


def test_without_corrections_the_new_reading_stands() -> None:
    read = clerk(general(months=36), special())
    assert keep_corrections(base=clerk(), hand=clerk(), read=read)[:2] == (read, ())


def test_without_a_new_reading_the_file_stands() -> None:
    hand = clerk(general(months=36), special())
    kept = keep_corrections(base=clerk(), hand=hand, read=clerk())
    assert kept.record is hand
    assert kept.notes == ()


def test_a_corrected_field_stays_and_the_others_follow_the_reading() -> None:
    moved = {**SOURCE, "lines": [17, 19]}
    kept = keep_corrections(
        base=clerk(),
        hand=clerk(general(months=36), title="Clerk I"),
        read=clerk(general(what="Office work", source=moved), designation="Classified"),
    )
    assert kept.record == clerk(
        general(months=36, what="Office work", source=moved), title="Clerk I", designation="Classified"
    )
    assert kept.notes == ()


def test_where_both_changed_a_field_the_hand_stays_and_both_values_are_told() -> None:
    kept = keep_corrections(base=clerk(), hand=clerk(general(months=36)), read=clerk(general(months=30)))
    assert kept.record == clerk(general(months=36))
    (note,) = kept.notes
    assert (note.code, note.severity, note.line) == (KEPT, Severity.WARNING, 7)
    assert note.text == (
        "qualifications.requirements[general].months: the file says 36, the document is now read as 30; "
        "the file's stays"
    )


def test_both_coming_to_the_same_value_is_no_conflict() -> None:
    kept = keep_corrections(base=clerk(), hand=clerk(general(months=36)), read=clerk(general(months=36), notes=["A"]))
    assert kept[:2] == (clerk(general(months=36), notes=["A"]), ())


def test_requirements_are_matched_by_their_ids() -> None:
    kept = keep_corrections(
        base=clerk(general(), special()), hand=clerk(special(months=18), general()), read=clerk(general(), special())
    )
    assert [one["id"] for one in rules_of(kept.record)["requirements"]] == ["special", "general"]
    assert kept.notes == ()


def test_what_is_newly_read_stands_where_the_document_prints_it() -> None:
    licence = {"kind": "credential", "id": "licence", "what": "A licence", "name": "Driver", "source": SOURCE}
    first = {**licence, "id": "first"}
    kept = keep_corrections(
        base=clerk(general(), special()),
        hand=clerk(general(months=36), special()),
        read=clerk(first, general(), licence, special()),
    )
    assert [one["id"] for one in rules_of(kept.record)["requirements"]] == ["first", "general", "licence", "special"]
    assert kept.record.experience()[0].months == 36


def test_what_the_hand_took_out_stays_out_and_what_it_added_stays_in() -> None:
    base = clerk(substitutions=[study(15), study(30)], notes=["Old"])
    kept = keep_corrections(
        base=base,
        hand=clerk(substitutions=[study(15)], notes=["Old", "Mine"]),
        read=clerk(substitutions=[study(15), study(30)], notes=["Old", "New"]),
    )
    assert [one["semester_hours"] for one in rules_of(kept.record)["substitutions"]] == [15]
    assert kept.record.notes == ("Old", "New", "Mine")
    assert kept.notes == ()


def test_what_the_hand_took_out_stays_out_though_it_is_read_differently_and_that_is_told() -> None:
    kept = keep_corrections(
        base=clerk(substitutions=[study(15)]), hand=clerk(), read=clerk(substitutions=[study(20)], notes=["x"])
    )
    assert "substitutions" not in rules_of(kept.record)
    (note,) = kept.notes
    assert "the file says nothing, the document is now read as" in note.text


def test_what_the_reading_no_longer_has_goes_unless_the_hand_corrected_it() -> None:
    base = clerk(substitutions=[study(15), study(30, stands_for="general")])
    kept = keep_corrections(
        base=base, hand=clerk(substitutions=[study(15), study(30, months=9)]), read=clerk(substitutions=[])
    )
    assert [one["months"] for one in rules_of(kept.record)["substitutions"]] == [6, 9]
    assert len(kept.notes) == 1
    other = keep_corrections(base=base, hand=clerk(substitutions=base_of(base), notes=["Mine"]), read=clerk())
    assert other.record == clerk(notes=["Mine"])


def base_of(record: ClassSpecification) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = rules_of(record)["substitutions"]
    return found


def early(months: int, line: int) -> dict[str, Any]:
    return {"early_filing": {"lacking_months": months, "source": {**SOURCE, "lines": [line, line]}}}


def test_early_filing_is_corrected_field_by_field() -> None:
    base, hand, read = clerk(**early(6, 20)), clerk(**early(3, 20)), clerk(**early(6, 24))
    kept = keep_corrections(base=base, hand=hand, read=read)
    filing = kept.record.early_filing
    assert filing is not None
    assert (filing.lacking_months, filing.source.lines) == (3, (24, 24))
    assert kept.notes == ()

    both = keep_corrections(base=base, hand=hand, read=clerk(**early(2, 24)))
    assert both.record.early_filing is not None
    assert (both.record.early_filing.lacking_months, [note.line for note in both.notes]) == (3, [24])


def test_a_requirement_of_another_kind_is_one_value() -> None:
    licence = {"kind": "credential", "id": "general", "what": "A licence", "name": "Driver", "source": SOURCE}
    kept = keep_corrections(base=clerk(), hand=clerk(licence), read=clerk(general(months=30)))
    assert kept.record == clerk(licence)
    (note,) = kept.notes
    assert note.text.startswith("qualifications.requirements[general]: the file says {")
    assert len(note.text) < 400


def test_records_that_do_not_fit_together_leave_the_file_as_it_is() -> None:
    hand = clerk(general(id="work"))
    kept = keep_corrections(base=clerk(), hand=hand, read=clerk(general(), special()))
    assert kept.record is hand
    assert not kept.fits
    (note,) = kept.notes
    assert note.code == KEPT
    assert "there is no requirement 'general'" in note.text


def test_a_field_that_is_no_group_in_one_of_them_is_one_value() -> None:
    kept = keep_corrections(
        base=clerk(),
        hand=clerk(series={"name": "Clerk", "rank": 2}),
        read=clerk(series={"name": "Clerk", "rank": 1}, pay={"plan": "A", "grade": "1", "source": SOURCE}),
    )
    assert kept.record.series is not None
    assert kept.record.series.rank == 2
    assert kept.record.pay is not None
    assert [note.text for note in kept.notes] == [
        "series.rank: the file says 2, the document is now read as 1; the file's stays"
    ]
    kept = keep_corrections(base=clerk(designation="A"), hand=clerk(), read=clerk(designation="B"))
    assert "designation: the file says nothing, the document is now read as B" in kept.notes[0].text


def test_a_jurisdiction_is_merged_alike() -> None:
    def place(*titles: str, **more: Any) -> Jurisdiction:  # noqa: ANN401 - any field
        aliases = [{"title": one, "class": "xx/1", "source": SOURCE} for one in titles]
        return validate_json(Jurisdiction, _json({"id": "xx", "name": "Place", "title_aliases": aliases, **more}))

    hand = place("Clerk", "Mine", conventions={"part_time": "whole"})
    kept = keep_corrections(base=place("Clerk"), hand=hand, read=place("Clerk", "Clerks"))
    assert [one.title for one in kept.record.title_aliases] == ["Clerk", "Clerks", "Mine"]
    assert kept.record.conventions == hand.conventions


RECORDS = st.builds(
    lambda months, hours, notes, title: clerk(
        general(months=months), special(), substitutions=[study(one) for one in hours], notes=notes, title=title
    ),
    st.integers(1, 4),
    st.lists(st.integers(1, 3), max_size=3),
    st.lists(st.sampled_from("abc"), max_size=3),
    st.sampled_from(["Clerk", "Clerk I", "Clerk II"]),
)


@given(RECORDS, RECORDS, RECORDS)
def test_corrections_merge_soundly(
    base: ClassSpecification, hand: ClassSpecification, read: ClassSpecification
) -> None:
    assert keep_corrections(base=base, hand=base, read=read)[:2] == (read, ())
    assert keep_corrections(base=base, hand=hand, read=base)[:2] == (hand, ())
    assert keep_corrections(base=base, hand=hand, read=hand)[:2] == (hand, ())
    kept = keep_corrections(base=base, hand=hand, read=read)
    again = keep_corrections(base=read, hand=kept.record, read=read)
    assert again[:2] == (kept.record, ())
    if hand.title != base.title:
        assert kept.record.title == hand.title


@pytest.mark.parametrize("value", ["x" * 300, "two\nlines"])
def test_long_values_are_shortened_in_the_note(value: str) -> None:
    kept = keep_corrections(base=clerk(), hand=clerk(designation="Mine"), read=clerk(designation=value))
    assert len(kept.notes[0].text) < 250
    assert "\n" not in kept.notes[0].text
