"""Reports speak the language that is spoken: no sentence stands in their templates or views."""

import re
from pathlib import Path

import pytest

import ladder.rendering
from ladder.telling.messages import spoken_in
from tests.rendering.report_pages import four_reports, words_of
from tests.telling.test_messages import INVENTED, left_in_english, translated

PAGES = Path(ladder.rendering.__file__).parent / "pages"
TEMPLATES = sorted(PAGES.glob("report_*.html"))
FEW_WORDS = 2
TYPED = {"Front", "desk", "C"}
"""What the person typed, and the letter of the numbers of conventions."""


@pytest.fixture(scope="module")
def reports() -> dict[str, str]:
    with spoken_in(INVENTED):
        return four_reports(translated())


@pytest.mark.parametrize("sort", ["class", "profile", "path", "catalog"])
def test_every_sentence_of_a_report_changes_with_the_language(reports: dict[str, str], sort: str) -> None:
    assert [one for one in left_in_english(words_of(reports[sort])) if one not in TYPED] == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: one.name)
def test_no_template_of_a_report_holds_a_sentence(template: Path) -> None:
    text = re.sub(r"{#.*?#}|{%.*?%}|{{.*?}}|<[^>]*>", "|", template.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert [one.strip() for one in text.split("|") if len(re.findall("[A-Za-z]+", one)) > FEW_WORDS] == []
