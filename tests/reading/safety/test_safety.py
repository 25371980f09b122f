"""Nobody is told of a way that their documents do not have: the short forms of ``make safety``."""

from collections import Counter
from random import Random

import pytest

from tests.reading.safety import real_documents, verdicts
from tests.reading.safety.claims import all_claimed, false_claims
from tests.reading.safety.real_documents import CITIES, names_of, opened, printed
from tests.reading.safety.shortening import breaches_in
from tests.reading.safety.wholeness import wrong_in
from tests.reading.strangers import sentences

pytestmark = pytest.mark.untraced

needs_corpora = pytest.mark.skipif(not real_documents.are_here(), reason="the real documents are not here")
needs_tool = pytest.mark.skipif(not sentences.are_here(), reason="the tool that judges small documents is not here")

A_DIPLOMA_HELD_AS_A_CREDENTIAL = "ottawa-job-inventory-food-service-supervisor-peter-d-clark.txt"
"""Its row counts the diploma as schooling; the record asks for it by its name as a credential, and nothing less."""
TOLD_LESS_OFTEN = frozenset({"o15-to-include", "o54-options-in-the-city", "o63-three-ways-in-the-city"})
"""Cases whose variants may be told instead of read: months in rare words, and roman marks in a city's page."""


@needs_corpora
def test_whoever_meets_a_record_meets_its_row() -> None:
    met: list[bool] = []
    clear = [
        one for one in all_claimed() if not one.row.is_ambiguous and one.row.name != A_DIPLOMA_HELD_AS_A_CREDENTIAL
    ]

    assert len(clear) > 300
    assert [claim for one in clear for seed in range(4) for claim in false_claims(one, seed, met)] == []
    assert len(met) > len(clear)


@needs_corpora
def test_no_whole_record_is_wrong() -> None:
    assert [found for one in all_claimed() if (found := wrong_in(one))] == []


@needs_corpora
def test_a_real_document_with_a_piece_cut_out_asks_no_less_than_the_rest() -> None:
    names = [one for corpus in (*CITIES, "strangers") for one in names_of(corpus)]
    count: Counter[str] = Counter()
    for folder, name in Random(12).sample(names, 100):
        one = printed(folder, name)
        assert list(breaches_in(name, one.document, one.jurisdiction, 2, count)) == []
    assert count["whole after it"] > 60


@needs_tool
def test_a_small_document_with_a_piece_cut_out_asks_no_less_than_the_rest() -> None:
    count: Counter[str] = Counter()
    for case in verdicts.all_cases():
        document = opened(case["document"].encode(), f"{case['id']}.{case['format']}")
        assert list(breaches_in(case["id"], document, case["layout"], 1, count)) == []
    assert count["cut"] > 100


@needs_tool
def test_variants_of_small_documents_keep_their_reading() -> None:
    count: Counter[str] = Counter()
    worse = [one for case in verdicts.all_cases() for one in verdicts.worse_variants(case, range(2), count)]

    assert [one for one in worse if one.verdicts[1] not in {"told", "told*"}] == []
    assert {one.name.rpartition("-v")[0] for one in worse} <= TOLD_LESS_OFTEN
    assert count["right"] > 200
