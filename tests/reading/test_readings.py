"""Drafts to readings: a record where there can be one, and what is noted where not."""

import pytest

from ladder.qualifications import Qualifications
from ladder.reading import readings
from ladder.reading.drafts import ClassDraft, NamedSuperior
from ladder.reading.passages import Claim, Document, Excerpt, Span
from ladder.reading.qualifying.assembling import Qualified
from ladder.reading.readings import make_reading, make_readings
from ladder.sources import Note, Severity
from ladder.specification import ShownCondition
from tests.reading.qualifying.said import Said, service

DOCUMENT = Document(
    "clerk.txt",
    "Clerk 9\nWorks under a Chief Clerk.\nFiles.\n",
    notes=(Note("ENCODING_CP1252", Severity.WARNING, 0, "x"),),
)
TITLE = Excerpt(DOCUMENT, (Span(0, 7),))
SUPERIOR = NamedSuperior("Chief Clerk", Excerpt(DOCUMENT, (Span(8, 34),)))


def qualified(rules: Qualifications | None, *, is_whole: bool = True) -> Qualified:
    return Qualified(rules, (), (), (), {"us-xx/guard": "Guard"}, is_whole=is_whole)


def asking_a_guard() -> Qualifications:
    said = Said()
    found = said.qualify(said.statement(service(24, "Guard")))
    assert found.rules is not None
    return found.rules


@pytest.fixture(autouse=True)
def _nothing_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readings, "qualify", lambda _draft: qualified(asking_a_guard()))


def codes_of(reading: readings.Reading) -> list[str]:
    return [note.code for note in reading.notes]


def test_a_draft_gives_a_record_with_its_source_and_the_steps_it_draws() -> None:
    draft = ClassDraft(
        "us-xx", code="09", title="Clerk 9", title_excerpt=TITLE, superiors=(SUPERIOR,), revision="2020-01"
    )
    reading = make_reading(DOCUMENT, draft)
    record = reading.record
    assert record is not None
    assert (record.class_id, record.completeness, record.source.lines) == ("us-xx/09", "whole", (1, 1))
    assert record.superiors[0].class_id == "us-xx/chief-clerk"
    assert reading.printed == {"us-xx/chief-clerk": "Chief Clerk", "us-xx/guard": "Guard"}
    (step,) = reading.steps
    assert (step.from_title, step.feeder_class, step.months, step.kind) == (
        "Guard",
        "us-xx/guard",
        24,
        "named_experience",
    )
    assert codes_of(reading) == ["ENCODING_CP1252"]


def test_a_class_without_a_code_has_a_slug() -> None:
    record = make_reading(DOCUMENT, ClassDraft("us-xx", title="Clerk 9")).record
    assert record is not None
    assert (record.class_id, record.source.section) == ("us-xx/clerk-9", "Heading")


def test_a_document_without_a_title_is_no_class() -> None:
    reading = make_reading(DOCUMENT, ClassDraft("us-xx", code="09"))
    assert reading.record is None
    assert codes_of(reading)[-1] == "TITLE_MISSING"


def test_what_no_record_can_hold_is_noted() -> None:
    reading = make_reading(DOCUMENT, ClassDraft("us-xx", code="no code", title="Clerk 9"))
    assert reading.record is None
    assert reading.notes[-1].code == "RECORD_REFUSED"
    assert "code" in reading.notes[-1].text
    long = make_reading(DOCUMENT, ClassDraft("us-xx", code="9", title="C" * 500))
    assert codes_of(long)[-1] == "RECORD_REFUSED"


def test_words_left_unread_make_the_record_partial(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readings, "qualify", lambda _draft: qualified(asking_a_guard(), is_whole=False))
    record = make_reading(DOCUMENT, ClassDraft("us-xx", code="9", title="Clerk 9")).record
    assert record is not None
    assert record.completeness == "partial"


def test_a_class_whose_requirements_were_not_found_is_only_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readings, "qualify", lambda _draft: qualified(None))
    shown = ShownCondition(code="TRAVEL", text="may travel", source=TITLE.document.cite("x", Span(0, 7)))
    reading = make_reading(DOCUMENT, ClassDraft("us-xx", code="9", title="Clerk 9", conditions=(shown,)))
    assert reading.record is not None
    assert reading.record.completeness == "named-only"
    assert reading.steps == ()
    assert codes_of(reading)[-1] == "NO_REQUIREMENTS"


def test_classes_of_one_document_share_the_lines_that_none_of_them_used() -> None:
    drafts = [
        ClassDraft("us-xx", code="1", title="A", claims=(Claim("title", Span(0, 7)),)),
        ClassDraft("us-xx", code="2", title="B", claims=(Claim("superior", Span(8, 34)),)),
    ]
    assert [one.unread for one in make_readings(DOCUMENT, drafts)] == [((3, 3),), ((3, 3),)]


def test_a_step_lists_what_its_route_asks_besides(monkeypatch: pytest.MonkeyPatch) -> None:
    said = Said()
    rules = said.qualify(said.statement(service(24, "Guard", within_last_months=60))).rules
    monkeypatch.setattr(readings, "qualify", lambda _draft: qualified(rules))
    (step,) = make_reading(DOCUMENT, ClassDraft("us-xx", code="9", title="Clerk 9")).steps
    assert step.joint_conditions == ("work",)


def test_a_sentence_that_says_no_field_of_service_adds_none(monkeypatch: pytest.MonkeyPatch) -> None:
    said = Said()
    rules = said.qualify(said.statement(service(24, "Guard", what=""))).rules
    monkeypatch.setattr(readings, "qualify", lambda _draft: qualified(rules))
    (step,) = make_reading(DOCUMENT, ClassDraft("us-xx", code="9", title="Clerk 9")).steps
    assert step.joint_conditions == ()
