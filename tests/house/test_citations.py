"""Every rule and section that is cited exists, once, in a document of the repository."""

from pathlib import Path

import pytest

from tests.house import citations, tracked
from tests.house.citations import RULES
from tests.house.tracked import ROOT

pytestmark = pytest.mark.untraced

SEMANTICS = (ROOT / "docs" / "semantics.md").read_text("utf-8")
CONTRACTS = (ROOT / "docs" / "contracts.md").read_text("utf-8")
THIS = "tests/house/test_citations.py"
DOCUMENT = (
    '<a id="section-1"></a>\n\n## 1. One\n\n<a id="c4"></a>\n\n### C4. Blocks\n\n<a id="c5"></a>\n\n### C5. Degrees\n'
)


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return citations.texts_of(file for file in tracked.tracked_or_skip(ROOT) if file != Path(__file__).resolve())


def test_every_rule_and_section_cited_exists(texts: dict[str, str]) -> None:
    assert citations.leads_nowhere(texts, ROOT) == []


def test_every_link_between_documents_leads_to_one(texts: dict[str, str]) -> None:
    assert citations.dead_links(texts, ROOT) == []


def test_dead_links_bites(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / RULES).write_text("", "utf-8")
    wrong = {"README.md": "[a](semantics.md)", "docs/b.md": "[a](semantics.md#c4) and [c](c.md)"}
    assert citations.dead_links(wrong, tmp_path) == ["README.md: semantics.md", "docs/b.md: c.md"]


def test_nothing_is_cited_that_is_not_in_the_repository(texts: dict[str, str]) -> None:
    assert citations.cites_from_outside(texts) == []


def test_a_rule_cited_by_its_id_alone_has_its_document_named_in_the_file(texts: dict[str, str]) -> None:
    assert citations.bare_without_document(texts) == []


def test_the_rules_are_those_from_1_to_32_each_once() -> None:
    rules = {name: count for name, count in citations.ids_in(SEMANTICS).items() if name.startswith("C")}
    assert rules == {f"C{number}": 1 for number in range(1, 33)}


@pytest.mark.parametrize("text", [SEMANTICS, CONTRACTS], ids=["semantics", "contracts"])
def test_every_heading_has_its_anchor_and_none_is_doubled(text: str) -> None:
    assert citations.without_anchor(text) == []
    assert citations.doubled(text) == []


def test_many_citations_are_found(texts: dict[str, str]) -> None:
    cited = [(name, place) for text in texts.values() for name, place in citations.cited_in(text) if place]
    assert len(cited) > 100
    assert {"docs/semantics.md", "docs/contracts.md"} <= {name for name, _ in cited}


@pytest.mark.parametrize(
    "words",
    [
        "see docs/semantics.md, C6",
        "see docs/semantics.md, C4, C6",
        "see docs/semantics.md, C4 to C6",
        "see docs/semantics.md,\n// C6",
        "# see docs/semantics.md, C4 to\n# C8 and C14; the rest",
        "see docs/semantics.md, section 2",
        "see docs/semantics.md, sections 1 to 3",
        "see docs/other.md",
        "it is so (C4, C6)",
        "basis: convention:C4+C6",
        "by: The project, convention C6",
    ],
)
def test_leads_nowhere_bites(words: str, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / RULES).write_text(DOCUMENT, "utf-8")
    assert citations.leads_nowhere({"a.py": words}, tmp_path)


@pytest.mark.parametrize(
    "words",
    [
        "see docs/semantics.md",
        "see docs/semantics.md, C4 and C5. Of 6 and C9 nothing is said",
        "see docs/semantics.md, section 1",
        "see (docs/semantics.md, C4 to\n// C5); more",
        "basis: convention:C4+C5",
        "basis: cited:OPM",
        "the clause (CT) of C9",
    ],
)
def test_leads_nowhere_lets_what_is_there_pass(words: str, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / RULES).write_text(DOCUMENT, "utf-8")
    assert citations.leads_nowhere({"a.py": words}, tmp_path) == []


@pytest.mark.parametrize(
    "words",
    [
        "SEMANTICS C4",
        "(CONTRACTS section 5)",
        "as ../shared/design says",
        "../shared's README",
        "see shared/design/PAGES.md",
        "asked for by issue 10",
        "issue #7 wants it",
    ],
)
def test_cites_from_outside_bites(words: str) -> None:
    assert citations.cites_from_outside({"a.py": f"First.\n{words}"})[0].startswith("a.py:2: ")


@pytest.mark.parametrize(
    "words", ["../shared/corpora/los-angeles", "../shared/cases", "pypa/pip issue 11664", "months of issue"]
)
def test_cites_from_outside_lets_folders_of_tests_and_other_projects_pass(words: str) -> None:
    assert citations.cites_from_outside({"a.py": words}) == []


def test_bare_without_document_bites() -> None:
    assert citations.bare_without_document({"a.py": "so it is (C4)", "b.py": "docs/semantics.md, C5; (C4)"}) == [
        "a.py: says (C4) and never docs/semantics.md"
    ]


def test_doubled_and_without_anchor_bite() -> None:
    assert citations.doubled(DOCUMENT) == citations.without_anchor(DOCUMENT) == []
    assert citations.doubled(f"{DOCUMENT}\n### C4. Again\n\n## 1. Again\n") == ["C4", "section 1"]
    assert citations.without_anchor(DOCUMENT.replace('"c4"', '"c6"')) == [
        "c4: heading and anchor do not match",
        "c6: heading and anchor do not match",
    ]
