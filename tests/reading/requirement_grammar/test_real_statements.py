"""The statements of the real documents: how many are read whole, and that they are said back as the same tree."""

from functools import lru_cache

import pytest

from ladder.reading.documents import find_reader
from ladder.reading.drafts import Statement, statements_in
from ladder.reading.requirement_grammar.printer import print_node
from ladder.reading.requirement_grammar.reader import read_statement
from tests.measure import FULL
from tests.reading.corpora import CORPORA, files_of, needs_corpora
from tests.reading.text.opened import open_document

pytestmark = [needs_corpora, pytest.mark.untraced]

_SHARE_OF_FILES = 1 if FULL else 4


@lru_cache(maxsize=3)
def _statements(corpus: str) -> tuple[Statement, ...]:
    found: list[Statement] = []
    for path in files_of(corpus)[::_SHARE_OF_FILES]:
        document = open_document(path)
        reader = find_reader(document, jurisdiction=CORPORA[corpus][1])
        assert reader is not None
        for draft in reader.read(document):
            found += [*statements_in(draft.asked), *draft.substitutions]
    return tuple(found)


@pytest.mark.untraced
@pytest.mark.parametrize(("corpus", "least"), [("specs", 1.0), ("los-angeles", 0.97), ("philadelphia", 0.96)])
def test_nearly_every_statement_is_read_whole(corpus: str, least: float) -> None:
    readings = [read_statement(one.excerpt.text, role=one.role) for one in _statements(corpus)]
    whole = sum(one.node is not None and not one.unread and not one.faults for one in readings)
    assert whole / len(readings) >= least


@pytest.mark.parametrize(("corpus", "least"), [("specs", 1.0), ("los-angeles", 0.98), ("philadelphia", 0.99)])
def test_nearly_every_tree_is_said_back(corpus: str, least: float) -> None:
    readings = [(one.role, read_statement(one.excerpt.text, role=one.role)) for one in _statements(corpus)]
    told = [
        read_statement(print_node(reading.node), role=role).node == reading.node
        for role, reading in readings
        if reading.node is not None and not reading.unread
    ]
    assert sum(told) / len(told) >= least
