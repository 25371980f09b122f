"""The catalog of messages holds every sentence once, and another language can stand beside English."""

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

import ladder
from ladder.catalog.catalog import Catalog, CatalogRecord
from ladder.catalog.loading import load_catalog
from ladder.cli.answer_page import AnswerPage, closing_words
from ladder.cli.numbered_sources import Citations
from ladder.cli.show import class_in_words
from ladder.condition_codes import GENERAL_WORDS
from ladder.eligibility.cases import Case
from ladder.eligibility.plans import Plan, PlanKind
from ladder.paths import asking
from ladder.paths.asking import OneClass, Question
from ladder.records import json_tree_of, validate_json
from ladder.rendering.ladder_map import render_map
from ladder.telling.english import RECORDS
from ladder.telling.english_answers import ANSWERS
from ladder.telling.messages import ENGLISH, spoken_in
from ladder.telling.pages_in_english import PAGES_AND_REPORTS
from tests.rendering.report_pages import history_of, words_of
from tests.telling.surfaces import AS_OF

CODE = [*Path(ladder.__file__).parent.rglob("*.py")]
TELLERS = {"say", "tell"}


def fields_of(pattern: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(pattern) if name}


def calls() -> Iterator[tuple[str, ast.Call]]:
    for file in CODE:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TELLERS and node.args:
                yield f"{file.name}:{node.lineno}", node


def constants(node: ast.expr) -> Iterator[str]:
    """Yield the names that the first argument of a call may come to, as far as they stand there."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from constants(node.body)
        yield from constants(node.orelse)


PERSON: dict[str, object] = {
    "jobs": [
        {"title": "\u03b2", "months": 6, "counts_toward": ["us-ct/5246SH#general"]},
        {"class": "us-nd/0441", "start": "2020-01", "end": "2022-07"},
    ],
    "present": {"class": "us-nd/0442"},
    "education": {"semester_hours": 40, "degrees": [{"level": "master", "field": "\u03b3"}]},
}


def test_every_message_named_in_the_code_is_there_with_its_fields() -> None:
    seen = 0
    for place, call in calls():
        given = {one.arg for one in call.keywords}
        for name in constants(call.args[0]):
            seen += 1
            assert name in ENGLISH, f"{place}: {name}"
            assert None in given or fields_of(ENGLISH[name]) <= given, f"{place}: {name}"
    assert seen > 100


def test_every_message_is_used() -> None:
    text = "\n".join(file.read_text(encoding="utf-8") for file in CODE if not file.name.startswith("english"))
    text += "\n".join(file.read_text(encoding="utf-8") for file in Path(ladder.__file__).parent.rglob("*.html"))
    text += "\n".join(file.read_text(encoding="utf-8") for file in Path(ladder.__file__).parent.rglob("*.js"))
    built = re.findall(r'f"((?:[a-z_]+\.)+[a-z_]*)\{', text) + re.findall(r"`([a-z_]+\.)\$", text)
    built += re.findall(r'"([a-z_]+\.)" ~', text)
    assert [one for one in ENGLISH if f'"{one}"' not in text and not one.startswith(tuple(built))] == []


def invented(pattern: str) -> str:
    """Return a pattern in a language that has one letter."""
    return "".join(
        re.sub("[A-Za-z]", "\u0436", before) + (f"{{{name}}}" if name else "")
        for before, name, _, _ in Formatter().parse(pattern)
    )


INVENTED = {name: invented(pattern) for name, pattern in ENGLISH.items()}
PROSE = frozenset(
    [
        *("title", "what", "text", "note", "notes", "name", "reason", "by", "section", "document", "plan", "grade"),
        *("bargaining_unit", "occupational_group", "designation", "fields", "grades_lowest_first"),
        *("exam_designations", "question", "answer", "basis"),
    ]
)
"""Keys of records under which documents' own words stand."""


def in_greek(record: object, *, is_prose: bool = False) -> object:
    """Return the record with its own words in another alphabet, so that each Latin letter left is our English."""
    if isinstance(record, dict):
        return {key: in_greek(value, is_prose=key in PROSE) for key, value in record.items()}
    if isinstance(record, list):
        return [in_greek(one, is_prose=is_prose) for one in record]
    return re.sub("[A-Za-z]", "\u03c9", record) if is_prose and isinstance(record, str) else record


@cache
def translated() -> Catalog:
    """Return the bundled catalog in another alphabet."""
    record = json_tree_of(load_catalog().record, with_defaults=False)
    return Catalog(validate_json(CatalogRecord, json.dumps(in_greek(record))))


def left_in_english(text: str) -> list[str]:
    """Return the Latin letters of a text, ids and codes of classes apart: those are words of no language."""
    known = translated().classes.values()
    marks = sorted([one.class_id for one in known] + [one.code for one in known if one.code], key=len, reverse=True)
    return re.findall("[A-Za-z]+", re.sub("|".join(map(re.escape, marks)), " ", text))


@pytest.mark.parametrize("class_id", list(load_catalog().classes))
def test_every_sentence_of_a_record_changes_with_the_language(class_id: str) -> None:
    catalog = translated()
    with spoken_in(INVENTED):
        told = class_in_words(catalog, catalog.classes[class_id])
    assert left_in_english(told) == []


def test_every_sentence_of_a_card_changes_with_the_language() -> None:
    catalog = translated()
    with spoken_in(INVENTED):
        page = render_map(catalog, as_of=AS_OF)
    cards = re.findall("<article id=.*?</article>", page, re.DOTALL)
    letters = re.compile(r"<i>[a-z ]+</i>|\b[a-z]{1,2}: ")
    told = [words_of("<body>" + letters.sub(" ", one)) for one in cards]
    assert len(told) == len(catalog.classes)
    assert {word for one in told for word in left_in_english(one)} == set()


@pytest.mark.parametrize("target", [one.class_id for one in load_catalog().classes.values()])
@pytest.mark.parametrize("plan", [PlanKind.STAY, PlanKind.CLIMB])
def test_every_sentence_of_an_answer_changes_with_the_language(target: str, plan: PlanKind) -> None:
    catalog = translated()
    history = history_of(catalog, PERSON)
    answer = asking.answer(Question(Case(catalog, history, Plan(kind=plan)), OneClass(target)))
    with spoken_in(INVENTED):
        citations = Citations()
        page = AnswerPage(catalog, answer, citations).text() + closing_words(catalog, [target], citations)
    assert left_in_english(page) == []


def test_every_message_of_pages_is_found_by_its_name() -> None:
    assert len(ENGLISH) == len({*ENGLISH}) == sum(map(len, (RECORDS, ANSWERS, PAGES_AND_REPORTS, GENERAL_WORDS)))
    assert ENGLISH["face.my_path"] == "My path"
    with pytest.raises(KeyError, match=r"no\.message"):
        ENGLISH["no.message"]
