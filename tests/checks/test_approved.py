"""What is found in the bundled data and in the real documents is what a person has approved."""

from pathlib import Path

import pytest
import yaml

from ladder.checks.catalogue import find_all
from ladder.checks.checked_paths import open_all
from ladder.checks.reading_in import put_together
from ladder.sources import Severity
from tests.approving import approved_text
from tests.checks.planted import AS_OF
from tests.reading.corpora import CORPORA, needs_corpora, readings_of

BUNDLED = Path(__file__).parent / "approved" / "bundled.txt"
ADJUDICATED = Path(__file__).parent / "adjudicated.yaml"


def test_golden_findings_of_the_bundled_data() -> None:
    (under,) = open_all([], as_of=AS_OF)
    found = find_all(under)
    lines = (f"{one.severity} {one.code} {one.class_id} {one.field}: {one.found}; {one.beside}\n" for one in found)
    told = "".join(lines)
    assert told == approved_text(BUNDLED, told), "run 'make golden' and read the diff"
    assert [one for one in found if one.severity is Severity.ERROR] == []


@pytest.mark.untraced
@needs_corpora
def test_every_error_in_the_real_documents_was_adjudicated_by_hand_and_none_is_false() -> None:
    readings = [reading for corpus in CORPORA for reading in readings_of(corpus)]
    under = put_together(readings, as_of=AS_OF, paths={})
    errors = {(Path(one.file).name, one.code) for one in find_all(under) if one.severity is Severity.ERROR}
    adjudicated = yaml.safe_load(ADJUDICATED.read_text(encoding="utf-8"))
    assert errors - {(one["file"], one["code"]) for one in adjudicated} == set(), "look them up, and adjudicate"
    assert [one for one in adjudicated if not one["holds"] or not one["reason"]] == []
