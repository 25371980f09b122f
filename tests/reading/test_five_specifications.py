"""The five specifications, read, are the records made of them by hand.

Our own wording (what a requirement is, a condition's text, notes, names of sections) and
quoted words are left out of the comparison; everything else must agree.
"""

import html
import re
import textwrap
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from types import ModuleType

import pytest

from ladder.catalog.loading import load_catalog
from ladder.reading.collation import Collation, collate
from ladder.reading.documents import read_document
from ladder.reading.jurisdictions import connecticut, north_dakota
from ladder.reading.named_classes import make_slug
from ladder.reading.passages import find_unread
from ladder.reading.readings import Reading
from ladder.reading.text.plain import read_plain
from ladder.records import json_tree_of
from ladder.specification import ClassSpecification
from tests.data.bundled import STEPS_OF_THE_DOCUMENTS
from tests.measure import SHARED
from tests.reading.corpora import collation_of, files_of, needs_corpora, readings_of
from tests.reading.text.opened import open_document

pytestmark = [needs_corpora, pytest.mark.untraced]

READ = ("0029MP", "5246SH", "5257MP", "6435CL", "0441", "0442", "0443", "0444")
NAMED = (
    "connecticut-careers-trainee",
    "customer-service-area-director",
    "customer-service-manager",
    "employment-security-intermittent-interviewer",
    "interpreter-clerk",
    "labor-department-programs-and-services-coordinator",
    "office-assistant",
    "social-services-trainee",
    "undersecretary-of-labor-relations",
)
OUR_OWN_WORDS = frozenset({"what", "text", "note", "notes", "section", "quote"})


def by_hand() -> dict[str, ClassSpecification]:
    """Return the bundled records by id."""
    return dict(load_catalog().classes)


def facts(value: object) -> object:
    """Return a record's facts, without our own words and what is empty."""
    if isinstance(value, dict):
        kept = {name: facts(one) for name, one in value.items() if name not in OUR_OWN_WORDS}
        return {name: one for name, one in kept.items() if one not in (None, (), False)}
    if isinstance(value, list | tuple):
        return tuple(facts(one) for one in value)
    return value


def facts_of(spec: ClassSpecification) -> object:
    """Return the facts of a record; a class that only the five name bears its slug.

    Fields of study are compared by name: the data keeps an order of its own, so as not to
    copy the sentence.
    """
    tree = json_tree_of(spec)
    tree["superiors"] = [{**one, "class": in_the_five(one["class"])} for one in tree["superiors"]]
    for rule in (tree["qualifications"] or {}).get("substitutions", ()):
        rule["fields"] = sorted(rule.get("fields", ()))
    return facts(tree)


def in_the_five(class_id: str) -> str:
    """Return the id that a class has where only the five documents are known: a slug where they only name it."""
    spec = by_hand().get(class_id)
    if spec is None or spec.code is None or spec.source.document.endswith(".txt"):
        return class_id
    return f"{spec.jurisdiction}/{make_slug(spec.title)}"


def read_records(collation: Collation) -> dict[str, ClassSpecification]:
    return {spec.code or spec.slug or "": spec for spec in collation.classes}


@pytest.mark.parametrize("code", READ)
def test_a_class_read_is_the_class_made_by_hand(code: str) -> None:
    """Code, title, pay, dates, requirements, routes, substitutions, conditions, superiors and citations agree."""
    spec = read_records(collation_of("specs"))[code]
    assert facts_of(spec) == facts_of(by_hand()[spec.class_id])


@pytest.mark.parametrize("slug", NAMED)
def test_a_class_only_named_is_the_class_made_by_hand(slug: str) -> None:
    """A class that the five only name has its title, and the lines that name it."""
    spec = read_records(collation_of("specs"))[slug]
    assert facts_of(spec) == facts_of(by_hand()[spec.class_id])


def test_nothing_else_is_read() -> None:
    """The five documents give eight classes and name ten, one of which has a record from elsewhere."""
    assert sorted(read_records(collation_of("specs"))) == sorted([*READ, *NAMED, "agency-labor-relations-manager"])


def test_the_eight_steps() -> None:
    """Exactly the eight steps of the contract are drawn."""
    collation = collation_of("specs")
    assert {
        (step.feeder_class, one.record.class_id, step.kind, step.months)
        for one in collation.readings
        if one.record
        for step in one.steps
    } == STEPS_OF_THE_DOCUMENTS
    assert sum(len(one.steps) for one in collation.readings) == len(STEPS_OF_THE_DOCUMENTS)


def test_no_note_and_no_requirement_unread() -> None:
    """Nothing that bears on what is asked is unread; only near titles are suggested, for information."""
    assert {note.code for one in collation_of("specs").readings for note in one.notes} <= {"NEAR_TITLE"}


def test_unread_lines_are_those_that_no_claim_covers() -> None:
    """Claims and unread lines together are the document, for every character that is no blank."""
    for one in collation_of("specs").readings:
        claims = [
            claim
            for other in collation_of("specs").readings
            if other.document == one.document
            for claim in other.claims
        ]
        assert one.unread == find_unread(one.document, claims)


def broken_at_80(text: str) -> str:
    """Return a text with its long lines broken, bullets hanging."""
    broken: list[str] = []
    for line in text.split("\n"):
        bullet = re.match(r"\s*(?:[\u2022-] )?", line)
        indent = " " * len(bullet.group()) if bullet else ""
        wrapper = textwrap.TextWrapper(
            80, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False, drop_whitespace=True
        )
        broken += wrapper.wrap(line) or [""]
    return "\n".join(broken)


LAYOUTS: dict[str, Callable[[str], str]] = {
    "lines broken at 80": broken_at_80,
    "no blank lines": lambda text: re.sub(r"\n\s*\n", "\n", text),
    "a blank line after each": lambda text: text.replace("\n", "\n\n"),
    "page headers on one line": lambda text: re.sub(r"(?<=044\d)\s+(?=044\d\s|ND Class)|(?<=Description)\n", " ", text),
    "lines broken, no blank lines": lambda text: re.sub(r"\n\s*\n", "\n", broken_at_80(text)),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_document_laid_out_otherwise_says_the_same(layout: str) -> None:
    """Where lines break and blank lines stand changes citations, and nothing else."""
    documents = [read_plain(LAYOUTS[layout](printed_text(name)).encode(), name=name) for name in DOCUMENTS]
    collation = collate([one for document in documents for one in read_document(document)])
    said = {one.class_id: without_lines(facts_of(one)) for one in collation.classes}
    assert said == {one.class_id: without_lines(facts_of(one)) for one in collation_of("specs").classes}
    assert {note.code for one in collation.readings for note in one.notes} <= {"NEAR_TITLE"}


def as_page(text: str) -> str:
    """Return a text as an HTML page: a paragraph a line, bullets as lists."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    bullets = ("\u2022 ", "- ")
    body = "".join(
        f"<ul><li>{html.escape(line[2:])}</li></ul>" if line.startswith(bullets) else f"<p>{html.escape(line)}</p>"
        for line in lines
    )
    return f"<!doctype html><html><head><meta charset='utf-8'><title>Page</title></head><body>{body}</body></html>"


def test_the_five_as_pages_say_the_same(tmp_path: Path) -> None:
    """Saved as HTML pages, without bullets and blank lines, the documents give the same facts."""
    readings: list[Reading] = []
    for name in DOCUMENTS:
        page = tmp_path / f"{name}.html"
        page.write_text(as_page(printed_text(name)), encoding="utf-8")
        readings += read_document(open_document(page))
    said = {one.class_id: without_lines(facts_of(one)) for one in collate(readings).classes}
    printed = {one.class_id: without_lines(facts_of(one)) for one in collation_of("specs").classes}
    assert said == printed


def without_lines(value: object) -> object:
    if isinstance(value, dict):
        return {name: without_lines(one) for name, one in value.items() if name not in {"lines", "document"}}
    return tuple(without_lines(one) for one in value) if isinstance(value, tuple) else value


def test_beside_the_bundled_data_a_superior_is_the_class_that_it_holds() -> None:
    """A title that only the catalog at hand knows is linked to its class, and the record is then the same."""
    collation = collate(readings_of("specs"), known=load_catalog())
    spec = read_records(collation)["5257MP"]
    assert [one.class_id for one in spec.superiors] == [one.class_id for one in by_hand()["us-ct/5257MP"].superiors]
    assert "agency-labor-relations-manager" not in read_records(collation)


@pytest.mark.parametrize("reader", [connecticut, north_dakota])
def test_every_claimed_passage_reads_again_to_its_value(reader: ModuleType) -> None:
    """A passage that the layout's reader claimed, read again as its field, gives the value claimed."""
    readings = [one for one in readings_of("specs") if one.jurisdiction == reader.READER.jurisdiction]
    claims = [(one.document, claim) for one in readings for claim in one.claims if claim.field in reader.FIELD_READERS]
    assert len(claims) > 50
    for document, claim in claims:
        words = document.text[claim.span.start : claim.span.end]
        assert reader.FIELD_READERS[claim.field](words) == claim.value


ENCODINGS = {
    "utf-8": set(),
    "utf-8-sig": set(),
    "utf-16": set(),
    "utf-16-le": {"ENCODING_UTF16"},
    "cp1252": {"ENCODING_CP1252"},
}
DOCUMENTS = [path.name for path in files_of("specs")] if SHARED.is_dir() else []
LINE_ENDS = ("\n", "\r\n", "\r")
LETTERS: dict[str, Callable[[str], str]] = {
    "as printed": lambda text: text,
    "no-break spaces": lambda text: text.replace("the ", "the\u00a0"),
    "soft hyphens": lambda text: text.replace("tion", "\u00adtion"),
    "ligatures": lambda text: text.replace("fi", "\ufb01").replace("fl", "\ufb02"),
    "smart quotes": lambda text: text.replace("'", "\u2019").replace(' "', " \u201c").replace('"', "\u201d"),
}


def printed_text(name: str) -> str:
    (path,) = (one for one in files_of("specs") if one.name == name)
    return path.read_bytes().decode()


@lru_cache(maxsize=8)
def read_once(name: str) -> tuple[str, tuple[Reading, ...]]:
    document = read_plain(printed_text(name).encode(), name=name)
    return document.text, read_document(document)


def re_encoded(name: str, encoding: str) -> Iterator[bytes]:
    """Yield the document in an encoding, in all line ends and letters that the encoding has."""
    for spell in LETTERS.values():
        for end in LINE_ENDS:
            try:
                yield spell(printed_text(name)).replace("\n", end).encode(encoding)
            except UnicodeEncodeError:
                continue


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_encoded_otherwise_is_the_same(name: str, encoding: str) -> None:
    """Every encoding, line end and spelling of letters gives the same text; a note names the encoding if it must."""
    text, readings = read_once(name)
    contents = list(re_encoded(name, encoding))
    assert len(contents) >= 12
    for content in contents:
        document = read_plain(content, name=name)
        assert document.text == text
        assert {note.code for note in document.notes} == ENCODINGS[encoding]
    again = read_document(read_plain(contents[-1], name=name))
    assert [one.record for one in again] == [one.record for one in readings]
    assert [one.unread for one in again] == [one.unread for one in readings]
