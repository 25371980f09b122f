import re
from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any, get_args, get_origin

import pytest

from ladder.catalog.jurisdictions import Jurisdiction
from ladder.facts_only.retelling import FACTS, NAMES, TOLD, facts_of, place_of
from ladder.qualifications import (
    Credential,
    DegreeLevel,
    Education,
    Experience,
    Judgement,
    NamedClass,
    Qualifications,
    Route,
)
from ladder.records import Record, json_tree_of, kinds_in
from ladder.sources import Source
from ladder.specification import ClassSpecification, Completeness, ShownCondition

KINDS = kinds_in(ClassSpecification) | kinds_in(Jurisdiction)
WORDS = "the keeper winds every clock of the harbor office once a week"
SOURCE = Source(document="clocks.txt", section="MINIMUM", lines=(4, 5), revision="2024-03", quote=WORDS)


def is_text(annotation: Any) -> bool:  # noqa: ANN401 - a type as written
    """Return whether a field holds text, or texts in a row, at any depth."""
    if annotation is str:
        return True
    return get_origin(annotation) is not None and any(map(is_text, get_args(annotation)))


def holds_text(kind: type[Record]) -> Iterator[str]:
    for about in fields(kind):
        named = str(about.type)
        if is_text(about.type) and "Literal" not in named and not any(one.__name__ in named for one in KINDS):
            yield about.name


@pytest.mark.parametrize("kind", sorted(KINDS, key=repr))
def test_every_text_of_a_record_is_a_fact_a_name_or_told_anew(kind: type[Record]) -> None:
    lists = [table.get(kind.__name__, frozenset()) for table in (FACTS, NAMES, TOLD)]
    assert sorted(holds_text(kind)) == sorted(name for names in lists for name in names)


def spec() -> ClassSpecification:
    return ClassSpecification(
        jurisdiction="us-xx",
        code="77",
        title="Clock Keeper",
        completeness=Completeness.WHOLE,
        notes=(WORDS, WORDS),
        conditions=(
            ShownCondition(code="LICENCE", text=WORDS, source=SOURCE),
            ShownCondition(code="OF_NO_READER", text=WORDS, source=SOURCE),
        ),
        qualifications=Qualifications(
            requirements=(
                Experience(id="general", months=24, what=WORDS, source=SOURCE),
                Experience(
                    id="special", months=12, what=WORDS, classes=(NamedClass(class_id="us-xx/7"),), source=SOURCE
                ),
                Credential(id="credential", what=WORDS, name="Clock Winder's License", source=SOURCE),
                Judgement(id="part", what=WORDS, code="PART", source=replace(SOURCE, lines=(6, 6))),
            ),
            routes=(Route(id="general", requires=("general", "special", "credential", "part")),),
        ),
        source=SOURCE,
    )


def test_no_words_of_the_document_stay_and_no_figure_changes() -> None:
    before = spec()
    after = facts_of([before]).of(before)
    told = json_tree_of(after)
    assert not re.search("winds|harbor office|once a week", str(told))
    rules = after.qualifications.requirements if after.qualifications else ()
    assert [one.what for one in rules] == [
        "work described in lines 4 to 5",
        "service as described in lines 4 to 5",
        "what lines 4 to 5 names",
        "A part of the experience: see line 6 of the document.",
    ]
    assert [one.text for one in after.conditions] == [
        "A license, certificate or registration: see lines 4 to 5 of the document.",
        "What the agency says besides: see lines 4 to 5 of the document.",
    ]
    assert after.notes == ("Remarks of the document that are not repeated here: 2.",)
    assert [(one.id, getattr(one, "months", None)) for one in rules] == [
        ("general", 24),
        ("special", 12),
        ("credential", None),
        ("part", None),
    ]
    assert after.source == replace(SOURCE, quote=None)


def test_a_record_without_words_stays_as_it_is() -> None:
    bare = replace(spec(), notes=(), conditions=(), qualifications=None, completeness=Completeness.NAMED_ONLY)
    assert facts_of([bare]).of(bare) == replace(bare, source=replace(SOURCE, quote=None))


@pytest.mark.parametrize(
    ("source", "place"),
    [
        (SOURCE, "lines 4 to 5"),
        (replace(SOURCE, lines=(9, 9)), "line 9"),
        (replace(SOURCE, page=2), "page 2, lines 4 to 5"),
        (replace(SOURCE, lines=None, page=3), "page 3, MINIMUM"),
        (replace(SOURCE, lines=None), "MINIMUM"),
    ],
)
def test_a_passage_is_told_by_its_lines_its_page_or_its_heading(source: Source, place: str) -> None:
    assert place_of(source) == place


def test_a_designation_that_says_who_may_take_the_examination_is_told_by_the_document() -> None:
    marked, said = (replace(spec(), designation=words) for words in ("Competitive", "Open to all who keep clocks here"))
    told = facts_of([marked, said])
    assert told.of(marked).designation == "Competitive"
    assert told.of(said).designation == "as the document prints it"


def test_names_of_which_any_will_do_stand_in_the_order_of_their_letters() -> None:
    asked = Education(
        id="education", what=WORDS, degree=DegreeLevel.BACHELOR, fields=("tides", "clocks"), source=SOURCE
    )
    assert facts_of([asked]).of(asked).fields == ("clocks", "tides")
