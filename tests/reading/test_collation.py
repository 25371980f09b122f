"""Many readings together: titles resolved, classes only named, repeats set aside."""

from dataclasses import replace

import pytest

from ladder.catalog.catalog import Catalog, CatalogRecord
from ladder.catalog.jurisdictions import Jurisdiction, TitleAlias
from ladder.qualifications import ProgrammeSubstitution
from ladder.reading.collation import _with_ids, collate
from ladder.reading.passages import Claim, Document, Span
from ladder.reading.readings import Reading, draw_steps
from ladder.records import tree_of
from ladder.sources import Source
from ladder.specification import Alias, ClassSpecification, Completeness, Dates, Superior
from tests.reading.qualifying.said import Said, service

SOURCE = Source(document="d.txt", section="Heading")


def reading_of(code: str, title: str, *named: str, file: str = "d.txt", **more: object) -> Reading:
    """Return a reading of a class that asks service in the classes named."""
    said = Said()
    found = said.qualify(said.statement(service(24, *named)))
    record = ClassSpecification(
        jurisdiction="us-xx",
        code=code,
        title=title,
        completeness=Completeness.WHOLE,
        qualifications=found.rules,
        source=SOURCE,
    )
    reading = Reading(
        Document(file, "words"),
        "us-xx",
        record=record,
        steps=tuple(draw_steps(record, found.printed)),
        claims=(Claim("title", Span(0, 5)),),
        printed=found.printed,
    )
    return replace(reading, **more)  # type: ignore[arg-type]  # fields of a reading, named by the test


def feeders_of(reading: Reading) -> list[str | None]:
    return [step.feeder_class for step in reading.steps]


def codes_of(reading: Reading) -> list[str]:
    return [note.code for note in reading.notes]


def test_titles_are_linked_across_documents_whatever_their_order() -> None:
    for order in (1, -1):
        readings = [reading_of("1", "Office Clerk 2"), reading_of("2", "Office Clerk 3", "OFFICE CLERKS II")][::order]
        together = collate(readings)
        last = next(one for one in together.readings if one.record and one.record.code == "2")
        assert feeders_of(last) == ["us-xx/1"]
        assert last.steps[0].from_title == "OFFICE CLERKS II"
        assert together.named_only == ()


def test_a_class_without_a_specification_is_only_named_once_and_near_titles_are_told() -> None:
    together = collate([reading_of("1", "Office Clerk", "Offise Clerk"), reading_of("2", "Guard", "OFFISE CLERKS")])
    assert [(spec.class_id, spec.title) for spec in together.named_only] == [("us-xx/offise-clerk", "Offise Clerk")]
    assert [feeders_of(one) for one in together.readings] == [["us-xx/offise-clerk"], ["us-xx/offise-clerk"]]
    assert codes_of(together.readings[0]) == ["NEAR_TITLE"]
    assert "us-xx/1" in together.readings[0].notes[0].text
    assert len(together.classes) == 3


def test_a_title_far_from_all_others_is_named_without_a_note() -> None:
    together = collate([reading_of("1", "Guard", "Zoologist")])
    assert codes_of(together.readings[0]) == []
    assert together.named_only[0].source == together.readings[0].steps[0].source


def test_a_title_too_long_for_a_record_ends_in_dots() -> None:
    together = collate([reading_of("1", "Guard", "Weaver " * 100)])
    assert [(len(spec.title), spec.title[-3:]) for spec in together.named_only] == [(400, "...")]


def test_a_class_named_at_several_pay_grades_is_printed_without_one() -> None:
    reading = reading_of("1", "Guard", "Associate II", "Associate III", "Clerk II", "CLERKS II")
    grades = replace(reading, numerals_are_pay_grades=True)
    (graded,), (plain,) = collate([grades]).readings, collate([reading]).readings
    assert [step.from_title for step in graded.steps] == ["Associate", "Clerk II"]
    assert [step.from_title for step in plain.steps] == ["Associate II", "Associate III", "Clerk II"]


def test_pay_grades_are_no_classes_where_the_jurisdiction_says_so() -> None:
    reading = reading_of("1", "Guard", "Associate II", "Associate III", numerals_are_pay_grades=True)
    together = collate([reading])
    assert [spec.title for spec in together.named_only] == ["Associate"]
    assert feeders_of(together.readings[0]) == ["us-xx/associate"]


def test_a_title_that_the_record_does_not_hold_makes_no_class() -> None:
    reading = reading_of("1", "Guard", "Aide")
    together = collate([replace(reading, printed={**reading.printed, "us-xx/academy": "Academy"})])
    assert [spec.class_id for spec in together.named_only] == ["us-xx/aide"]


def test_a_title_borne_by_two_classes_is_not_linked() -> None:
    together = collate([reading_of("1", "Guard"), reading_of("2", "Guards"), reading_of("3", "Chief", "Guard")])
    assert feeders_of(together.readings[2]) == ["us-xx/guard"]
    assert codes_of(together.readings[2]) == ["AMBIGUOUS_TITLE"]


def test_a_second_document_with_a_code_is_set_aside() -> None:
    first, second = reading_of("A1", "Guard", file="a.txt"), reading_of("a1", "Guard (revised)", file="b.txt")
    together = collate([first, second, Reading(Document("c.txt", ""), None)])
    assert [one.document.name for one in together.readings] == ["a.txt", "c.txt"]
    (aside,) = together.set_aside
    assert (aside.document.name, codes_of(aside)) == ("b.txt", ["DUPLICATE_CODE"])
    assert "a.txt" in aside.notes[0].text


def dated(name: str, dates: Dates) -> Reading:
    reading = reading_of("7", "Guard", file=name)
    assert reading.record is not None
    return replace(reading, record=replace(reading.record, dates=dates))


@pytest.mark.parametrize(
    ("first", "second", "stays"),
    [
        (Dates(effective="2014-05-02"), Dates(effective="2018-07-13"), "b.txt"),
        (Dates(effective="2018-07-13"), Dates(effective="2014-05-02"), "a.txt"),
        (Dates(effective="2018-07-13"), Dates(effective="2014-05-02", revised="2018-08"), "b.txt"),
        # The month of a day is not before it, and a date is not before none.
        (Dates(revised="2018-07"), Dates(effective="2018-07-13"), "a.txt"),
        (Dates(), Dates(effective="2018-07-13"), "a.txt"),
        (Dates(established="1999-01"), Dates(), "a.txt"),
    ],
)
def test_the_newest_document_of_a_class_stays_and_both_are_named(first: Dates, second: Dates, stays: str) -> None:
    together = collate([dated("a.txt", first), dated("b.txt", second)])
    (kept,), (aside,) = together.readings, together.set_aside
    assert kept.document.name == stays
    assert aside.document.name != stays
    assert [note.code for note in kept.notes] == ["OTHER_SET_ASIDE"]
    assert aside.document.name in kept.notes[0].text
    assert stays in aside.notes[-1].text


def test_of_three_documents_of_a_class_two_are_set_aside() -> None:
    three = [dated(name, Dates(effective=f"{year}-01-01")) for name, year in (("a", 2014), ("b", 2019), ("c", 2016))]
    together = collate(three)
    assert [one.document.name for one in together.readings] == ["b"]
    assert [one.document.name for one in together.set_aside] == ["a", "c"]
    assert "b of 2019-01-01, which is newer" in together.set_aside[1].notes[-1].text


def known_catalog() -> Catalog:
    alias = Alias(title="Watchman", note="formerly", source=SOURCE)
    guard = ClassSpecification(
        jurisdiction="us-xx",
        slug="guard",
        title="Guard",
        completeness=Completeness.NAMED_ONLY,
        aliases=(alias,),
        source=SOURCE,
    )
    named = TitleAlias(title="Sentry", class_id="us-xx/guard", source=SOURCE)
    jurisdiction = Jurisdiction(id="us-xx", name="X", title_aliases=(named,))
    return Catalog(CatalogRecord(jurisdictions=(jurisdiction,), classes=(guard,)))


def test_a_known_catalog_and_its_aliases_resolve_titles() -> None:
    together = collate([reading_of("1", "Chief", "Guards"), reading_of("2", "Aide", "Sentry")], known_catalog())
    assert [feeders_of(one) for one in together.readings] == [["us-xx/guard"], ["us-xx/guard"]]
    assert together.named_only == ()


def test_a_known_catalog_of_another_jurisdiction_resolves_nothing() -> None:
    other = reading_of("1", "Chief", "Watchman", jurisdiction="us-yy")
    assert feeders_of(collate([other], known_catalog()).readings[0]) == ["us-yy/watchman"]


def test_superiors_and_programmes_are_renamed_too() -> None:
    superior = Superior(class_id="us-xx/chief", source=SOURCE)
    record = reading_of("1", "Guard").record
    assert record is not None
    renamed = _with_ids(tree_of(replace(record, superiors=(superior,)), with_defaults=True), {"us-xx/chief": "us-xx/9"})
    assert renamed.superiors[0].class_id == "us-xx/9"


def test_a_reading_without_a_record_is_kept_as_it_is() -> None:
    nothing = Reading(Document("c.txt", ""), "us-xx", printed={"us-xx/a": "A"})
    assert collate([nothing]).readings == (nothing,)
    assert collate([]).classes == ()


def test_a_superior_and_a_programme_only_named_are_cited_where_they_are_named() -> None:
    reading = reading_of("1", "Office Clerk")
    assert reading.record is not None
    where = Source(document="d.txt", section="Supervision received", lines=(7, 7))
    superior = Superior(class_id="us-xx/office-chief", source=where)
    rules = reading.record.qualifications
    assert rules is not None
    course = ProgrammeSubstitution(stands_for="general", programme="us-xx/clerk-course", source=SOURCE)
    rules = replace(rules, substitutions=(course,))
    record = replace(reading.record, superiors=(superior,), qualifications=rules)
    printed = {"us-xx/office-chief": "Office Chief", "us-xx/clerk-course": "Clerk Course"}
    course_spec, chief = collate([replace(reading, record=record, printed=printed)]).named_only
    assert (chief.class_id, chief.source, chief.is_programme) == ("us-xx/office-chief", where, False)
    assert (course_spec.class_id, course_spec.is_programme) == ("us-xx/clerk-course", True)
