"""All real documents: what reading them gives is what was approved, and no character of them is lost.

``LADDER_GOLDEN=update`` takes today's reading as approved; the difference is then for a
person to look at in the approved file. It holds counts, codes and checksums, no sentence.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest
import yaml

from ladder.checks.catalogue import find_all
from ladder.checks.reading_in import put_together
from ladder.reading.drafts import Role
from ladder.reading.passages import Claim, Document, find_unread
from ladder.reading.readings import Reading
from ladder.reading.requirement_grammar.printer import print_node
from ladder.reading.requirement_grammar.reader import read_statement
from ladder.sources import Severity
from tests.approving import approved_text
from tests.checks.planted import AS_OF
from tests.reading.corpora import CORPORA, collation_of, files_of, needs_corpora, readings_of

pytestmark = pytest.mark.untraced

APPROVED = Path(__file__).parent / "approved"
ADJUDICATED = Path(__file__).parents[1] / "checks" / "adjudicated.yaml"


def _told(reading: Reading) -> dict[str, object]:
    """Return what a person compares of a reading: figures and a checksum, no words of the document."""
    record = reading.record
    rules = record.qualifications if record else None
    whole = json.dumps(
        [
            json.dumps(asdict(record), ensure_ascii=False, separators=(",", ":"), default=str) if record else None,
            [(step.feeder_class, step.months, step.kind) for step in reading.steps],
            [note.code for note in reading.notes],
            reading.unread,
        ]
    )
    return {
        "class": record.class_id if record else None,
        "completeness": record.completeness.value if record else None,
        "months": sorted(rule.months for rule in record.experience()) if record else [],
        "routes": len(rules.routes) if rules else 0,
        "substitutions": len(rules.substitutions) if rules else 0,
        "steps": len(reading.steps),
        "notes": dict(sorted(Counter(note.code for note in reading.notes).items())),
        "unread": sum(last - first + 1 for first, last in reading.unread),
        "sha256": hashlib.sha256(whole.encode()).hexdigest()[:16],
    }


def _summary(corpus: str) -> dict[str, object]:
    collation = collation_of(corpus)
    documents = [(one.document.name, _told(one)) for one in (*collation.readings, *collation.set_aside)]
    notes = Counter(note.code for one in collation.readings for note in one.notes)
    return {
        "documents": len(files_of(corpus)),
        "classes": sum(one.record is not None for one in collation.readings),
        "whole": sum(one.record is not None and one.record.completeness == "whole" for one in collation.readings),
        "named only": len(collation.named_only),
        "set aside": sorted(one.document.name for one in collation.set_aside),
        "steps": sum(len(one.steps) for one in collation.readings),
        "notes": dict(sorted(notes.items())),
        "readings": [
            {"file": name, **told} for name, told in sorted(documents, key=lambda pair: (pair[0], str(pair[1])))
        ],
    }


def _written(summary: dict[str, object]) -> str:
    head = {name: value for name, value in summary.items() if name != "readings"}
    lines = [json.dumps(one, ensure_ascii=False) for one in summary["readings"]]  # type: ignore[attr-defined]  # a list
    return json.dumps(head, indent=1, ensure_ascii=False) + "\n" + "\n".join(lines) + "\n"


@needs_corpora
@pytest.mark.parametrize("corpus", CORPORA)
def test_reading_all_documents_gives_what_was_approved(corpus: str) -> None:
    now = _written(_summary(corpus))
    then = approved_text(APPROVED / f"{corpus}.txt", now)
    changed = sorted(set(now.splitlines()) ^ set(then.splitlines()))
    assert now == then, "look at each line, then approve with LADDER_GOLDEN=update:\n" + "\n".join(changed[:60])


@needs_corpora
@pytest.mark.parametrize("corpus", CORPORA)
def test_every_character_is_claimed_or_on_a_line_listed_as_unread(corpus: str) -> None:
    for document, readings in _by_document(corpus):
        claims = [claim for one in readings for claim in one.claims]
        assert all(0 <= claim.span.start <= claim.span.end <= len(document.text) for claim in claims)
        covered = bytearray(len(document.text))
        for claim in claims:
            covered[claim.span.start : claim.span.end] = b"\1" * (claim.span.end - claim.span.start)
        listed = {line for first, last in readings[0].unread for line in range(first, last + 1)}
        assert readings[0].unread == find_unread(document, claims)
        for line, text in enumerate(document.text.split("\n"), start=1):
            start = document.line_starts[line - 1]
            held = all(covered[start + place] or letter.isspace() for place, letter in enumerate(text))
            assert held or line in listed, f"{document.name}:{line}"


@needs_corpora
@pytest.mark.parametrize("corpus", CORPORA)
def test_every_requirement_claimed_reads_again_to_the_same(corpus: str) -> None:
    for document, readings in _by_document(corpus):
        for claim in (claim for one in readings for claim in one.claims):
            if claim.field == "requirement" and claim.value:
                assert claim.value == _read_again(document, claim), f"{document.name}: {claim.value}"


def _read_again(document: Document, claim: Claim) -> str:
    role = Role(claim.value.partition(": ")[0])
    text = document.text[claim.span.start : claim.span.end].replace("\n", " ")
    node = read_statement(text, role=role).node
    return f"{role.value}: {print_node(node)}" if node is not None else ""


def _by_document(corpus: str) -> Iterator[tuple[Document, list[Reading]]]:
    found: dict[str, list[Reading]] = {}
    for one in readings_of(corpus):
        found.setdefault(one.document.name, []).append(one)
    yield from ((readings[0].document, readings) for readings in found.values())


@needs_corpora
def test_who_may_file_early_is_in_the_record_wherever_a_bulletin_says_it_of_experience() -> None:
    """The bulletins are counted here by their bare words; the four besides say it of training or of study."""
    says_it = re.compile(r"\black(?:ing)?\s+(?:six|two|[0-9]+)\s+months\b", re.IGNORECASE)
    lacking, held = set(), set()
    for document, readings in _by_document("los-angeles"):
        lacking |= {document.name} if says_it.search(document.text) else set()
        held |= {document.name for one in readings if one.record and one.record.early_filing}
        for one in readings:
            early = one.record.early_filing if one.record else None
            first, last = early.source.lines or (0, 0) if early else (0, 0)
            assert early is None or says_it.search("\n".join(document.text.split("\n")[first - 1 : last]))
    assert (len(files_of("los-angeles")), len(lacking), len(held), len(held - lacking)) == (408, 312, 308, 0)


@needs_corpora
def test_every_error_in_the_real_documents_was_adjudicated_by_hand_and_none_is_false() -> None:
    readings = [reading for corpus in CORPORA for reading in readings_of(corpus)]
    under = put_together(readings, as_of=AS_OF, paths={})
    errors = {(Path(one.file).name, one.code) for one in find_all(under) if one.severity is Severity.ERROR}
    adjudicated = yaml.safe_load(ADJUDICATED.read_text(encoding="utf-8"))
    assert errors - {(one["file"], one["code"]) for one in adjudicated} == set(), "look them up, and adjudicate"
    assert [one for one in adjudicated if not one["holds"] or not one["reason"]] == []
