"""No code and no reference stands in a sentence that people read: JSON keeps them."""

import re

import pytest

from ladder.catalog.loading import load_catalog
from ladder.condition_codes import GENERAL_WORDS
from tests.telling.many_answers import answers
from tests.telling.surfaces import SURFACES

CODES = [*GENERAL_WORDS, "SELECTION", "HIRING_AUTHORITY", "TITLE38", "LANGUAGE"]
IN_SENTENCES = re.compile(rf"\b(?:{'|'.join(CODES)})\b|requirement-\d|route-\d|sub:|[a-z0-9]#[a-z]+")
CATALOG = load_catalog()


@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("class_id", list(CATALOG.classes))
def test_records_hold_no_code(class_id: str, surface: str) -> None:
    assert IN_SENTENCES.findall(SURFACES[surface](CATALOG, class_id)) == []


def test_answers_hold_no_code() -> None:
    assert [found for page in answers(CATALOG) for found in IN_SENTENCES.findall(page)] == []
