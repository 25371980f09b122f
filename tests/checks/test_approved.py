"""What is found in the bundled data is what a person has approved (tests/reading/test_corpora.py: the documents)."""

from pathlib import Path

from ladder.checks.catalogue import find_all
from ladder.checks.checked_paths import open_all
from ladder.sources import Severity
from tests.approving import approved_text
from tests.checks.planted import AS_OF

BUNDLED = Path(__file__).parent / "approved" / "bundled.txt"


def test_golden_findings_of_the_bundled_data() -> None:
    (under,) = open_all([], as_of=AS_OF)
    found = find_all(under)
    lines = (f"{one.severity} {one.code} {one.class_id} {one.field}: {one.found}; {one.beside}\n" for one in found)
    told = "".join(lines)
    assert told == approved_text(BUNDLED, told), "run 'make golden' and read the diff"
    assert [one for one in found if one.severity is Severity.ERROR] == []
