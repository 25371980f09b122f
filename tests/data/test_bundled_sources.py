"""Every fact of the bundled data is cited where it stands, and in our own words."""

import re
from calendar import month_name
from pathlib import Path

import pytest

from ladder.qualifications import Certainty, DegreeSubstitution, ServiceSubstitution, StudySubstitution
from ladder.records import Record
from ladder.titles import fold_title
from tests.data.bundled import (
    DATA,
    ROOT,
    SEEN_IN_PART,
    SERIES,
    SPECS,
    WHOLE,
    all_sources,
    bundled,
    cited_words,
    needs_specs,
    paid_classes,
    printed_lines,
    rules_of,
    specification,
)

SPELLED = {12: "one", 24: "two", 36: "three", 48: "four", 60: "five", 72: "six", 84: "seven", 96: "eight"}
RUN = 8


def test_every_source_has_lines_and_a_revision_unless_seen_in_part() -> None:
    for source in all_sources():
        assert (source.lines is None) is (source.document in SEEN_IN_PART), source
        assert (source.revision is None) is (source.document in SEEN_IN_PART), source
        assert source.quote is None


@needs_specs
def test_every_cited_line_exists_and_holds_words() -> None:
    for source in all_sources():
        if source.document in SEEN_IN_PART:
            continue
        assert source.lines is not None
        first, last = source.lines
        assert 1 <= first <= last <= len(printed_lines(source.document)), source
        assert re.search(r"\w", cited_words(source)), source


@needs_specs
@pytest.mark.parametrize("class_id", [*WHOLE, *SERIES])
def test_cited_lines_spell_the_months_asked(class_id: str) -> None:
    for rule in specification(class_id).experience():
        assert f"{SPELLED[rule.months]} " in cited_words(rule.source), rule.source
        assert "year" in cited_words(rule.source)


@needs_specs
@pytest.mark.parametrize("class_id", [*WHOLE, *SERIES])
def test_cited_lines_speak_of_the_substitution(class_id: str) -> None:
    for rule in rules_of(class_id).substitutions:
        assert "substituted" in cited_words(rule.source)
        assert word_of(rule) in cited_words(rule.source)


def word_of(rule: Record) -> str:
    match rule:
        case StudySubstitution(related_field=True):
            return "year-for-year"
        case StudySubstitution():
            return f"({rule.at_most_months // 12}) years"
        case DegreeSubstitution():
            return f"{SPELLED[rule.months]} ({rule.months // 12}) additional year"
        case ServiceSubstitution():
            return f"{SPELLED[rule.months]} ({rule.months // 12}) years of experience as"
        case _:
            return "successful completion"


@needs_specs
def test_cited_lines_name_the_feeder_class_of_every_step() -> None:
    named = [step for step in bundled().steps if step.certainty is Certainty.NAMED and not step.partial]
    assert len(named) == 8
    for step in named:
        assert fold_title(specification(step.feeder_class).title) in fold_title(cited_words(step.source)), step


@needs_specs
def test_cited_lines_carry_the_class_title_or_code() -> None:
    for spec in bundled().record.classes:
        if spec.source.document in SEEN_IN_PART:
            continue
        assert spec.title.casefold() in cited_words(spec.source), spec.class_id
        assert spec.code is None or spec.code.casefold() in cited_words(spec.source), spec.class_id


@needs_specs
def test_cited_lines_carry_every_pay_figure() -> None:
    for spec in paid_classes():
        assert spec.pay is not None
        words = cited_words(spec.pay.source).replace(",", "")
        for one in spec.pay.ranges:
            assert f"${one.low:.2f}-${one.high:.2f} {one.unit.value}" in words


@needs_specs
@pytest.mark.parametrize("class_id", ["us-ct/6435CL", *SERIES])
def test_cited_lines_carry_the_grade_where_no_figure_is_printed(class_id: str) -> None:
    pay = specification(class_id).pay
    assert pay is not None
    heading = "grade" if class_id in SERIES else pay.plan.casefold()
    assert f"{heading} {pay.grade.casefold()}" in cited_words(pay.source)


@needs_specs
@pytest.mark.parametrize(
    ("code", "word"),
    [
        ("TITLE38", "title 38"),
        ("LANGUAGE", "foreign language"),
        ("TRAVEL", "travel"),
        ("LICENCE", "operator's license"),
        ("SELECTION", "core competencies"),
        ("HIRING_AUTHORITY", "hiring authority may define"),
    ],
)
def test_cited_lines_speak_of_the_condition(code: str, word: str) -> None:
    conditions = [one for spec in bundled().record.classes for one in spec.conditions if one.code == code]
    assert conditions
    assert all(word in cited_words(one.source) for one in conditions)


@needs_specs
def test_cited_lines_name_the_superior_and_the_aliases() -> None:
    for spec in bundled().record.classes:
        for superior in spec.superiors:
            assert specification(superior.class_id).title.casefold() in cited_words(superior.source)
        for alias in spec.aliases:
            assert f"{alias.code} " in cited_words(alias.source)
    for jurisdiction in bundled().record.jurisdictions:
        for title in jurisdiction.title_aliases:
            assert title.title.casefold() in cited_words(title.source)


@needs_specs
@pytest.mark.parametrize("class_id", [*WHOLE, *SERIES])
def test_cited_lines_carry_the_dates(class_id: str) -> None:
    dates = specification(class_id).dates
    assert dates.source is not None
    words = cited_words(dates.source)
    for date in filter(None, (dates.effective, dates.established, dates.revised, dates.replaces)):
        year = date[:4] if class_id in WHOLE else f"/{date[2:4]}"
        assert year in words
        assert any(form in words for form in printed_forms(date)), date


def printed_forms(date: str) -> list[str]:
    year, month, *day = date.split("-")
    if not day:
        return [f"{month}/{year[2:]}", f"{int(month)}/{year[2:]}"]
    number = int(day[0])
    written = [f"{month_name[int(month)].casefold()} {one}, {year}" for one in (day[0], str(number))]
    return [f"{month}/{day[0]}/{year}", f"{int(month)}/{number}/{year}", *written]


@needs_specs
def test_no_sentence_is_copied() -> None:
    printed = {run for path in SPECS.glob("*.txt") for run in runs_of(path.read_text(encoding="utf-8"))}
    ours = [*DATA.glob("us-*/*.yaml"), ROOT / "docs" / "glossary.md", *Path(__file__).parent.glob("*.py")]
    copied = {path.name: runs_of(path.read_text(encoding="utf-8")) & printed for path in ours}
    assert {name: runs for name, runs in copied.items() if runs} == {}


def runs_of(text: str) -> set[tuple[str, ...]]:
    folded = [re.findall(pattern, text.casefold()) for pattern in (r"[a-z]+", r"[a-z0-9]+")]
    return {tuple(words[at : at + RUN]) for words in folded for at in range(len(words) - RUN + 1)}


@pytest.mark.parametrize("path", sorted(DATA.glob("us-*/*.yaml")), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_file_is_named_after_its_class_and_names_its_schema(path: Path) -> None:
    kind = "jurisdiction" if path.stem == "jurisdiction" else "class"
    first_line = path.read_text(encoding="utf-8").splitlines()[0]
    assert first_line == f"# yaml-language-server: $schema=../schema/{kind}.schema.json"
    if kind == "class":
        assert f"{path.parent.name}/{path.stem}" in bundled().classes
