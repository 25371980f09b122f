"""The rules about files tell faults apart by their kind, never by the words of a message."""

import pytest

from ladder.catalog.files import FilesRead
from ladder.checks.catalog_under_check import CatalogUnderCheck
from ladder.checks.file_faults import FILE_RULES
from ladder.errors import Fault, FaultKind
from ladder.service_time import Month


def test_each_kind_of_fault_is_told_by_one_rule() -> None:
    assert sorted(rule.code for rule in FILE_RULES) == sorted(FaultKind)


@pytest.mark.parametrize("kind", list(FaultKind))
def test_a_fault_is_told_by_its_kind_however_it_is_worded(kind: FaultKind) -> None:
    fault = Fault("a.yaml", 3, "code", "other words than today's", "look at it", kind)
    under = CatalogUnderCheck(FilesRead((), (), (fault,), frozenset()), Month(24322))
    told = [(rule.code, one.line, one.found) for rule in FILE_RULES for one in rule.look(rule, under)]
    assert told == [(kind, 3, "other words than today's")]
