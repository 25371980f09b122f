"""Damaged documents through the whole of the reading; what must never happen is told, with its seed."""

import re
import signal
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from types import FrameType
from typing import NamedTuple
from unittest.mock import patch

from ladder.cli.read_pages import reading_lines
from ladder.errors import LadderError
from ladder.reading.class_rows import documents_of_rows
from ladder.reading.collation import collate
from ladder.reading.documents import find_readers, read_document
from ladder.reading.passages import Document, find_unread
from ladder.reading.readings import Reading
from ladder.reading.text import opening
from ladder.reading.text.child import answer
from ladder.reading.text.confined import extract_text, read_answer
from ladder.reading.text.extracts import Extract
from ladder.reading.text.kinds import Kind
from ladder.reading.text.opening import open_content
from tests.fuzz.damage import DAMAGES, splice
from tests.fuzz.sources import own_documents, packed_documents, real_documents

HANGS_AFTER = 60
"""Seconds of processor time after which a reading has hung. How much work a reading may be is counted elsewhere
(tests/reading/test_extent.py); how long one takes is told, and decides nothing."""

MOST_MEMORY = 512 * 1024
_MOST_DAMAGES = 6
_PACKED_EVERY = 100
# Lines of much repetition, repeated, would measure the length alone; the largest real document has 82 kB.
_LARGEST = 150_000


class Case(NamedTuple):
    """One damaged document; ``seed`` and ``number`` make it again."""

    seed: int
    number: int
    name: str
    content: bytes
    jurisdiction: str | None


class Failure(NamedTuple):
    """What must not happen, and the case in which it did."""

    case: Case
    what: str

    def __str__(self) -> str:
        """Return the failure with the command that shows it again."""
        again = f"python -m tests.fuzz --seed {self.case.seed} --only {self.case.number}"
        return f"{self.case.name} ({again}):\n{self.what}"


_READ_HERE = frozenset({Kind.HTML.value, Kind.RTF.value, Kind.JSON.value})


class HungError(Exception):
    """A reading did not come to its end."""


def make_case(seed: int, number: int) -> Case:
    """Return a case by its number; the same seed and number give the same case wherever the same documents are."""
    chance = Random(f"{seed}/{number}")
    ours, real = own_documents(), real_documents()
    if number % _PACKED_EVERY == 0:
        return _packed_case(seed, number, chance)
    sound = chance.choice(real if real and chance.random() < 0.5 else ours)
    content = sound.content
    if chance.random() < 0.05:
        content = splice(content, chance.choice(ours).content, chance)
    for damage in chance.choices(DAMAGES, k=chance.randint(1, _MOST_DAMAGES)):
        content = damage(content, chance) if content else content
    jurisdiction = chance.choice((None, None, None, "xx-lakes", *find_readers()))
    return Case(seed, number, sound.name, content[:_LARGEST], jurisdiction)


def _packed_case(seed: int, number: int, chance: Random) -> Case:
    sound = chance.choice(packed_documents())
    content = sound.content
    for damage in chance.choices(DAMAGES[:3], k=chance.randint(1, 2)):
        content = damage(content, chance) if content else content
    return Case(seed, number, sound.name, content, None)


def run_case(case: Case) -> Failure | None:
    """Return what must not happen and did, if anything did."""
    try:
        with _stopped_after(HANGS_AFTER):
            _read(case)
    except LadderError:
        pass
    except HungError:
        return Failure(case, f"it hangs:\n{_shortened(traceback.format_exc())}")
    except Exception:  # noqa: BLE001 - any other exception is what is looked for
        return Failure(case, _shortened(traceback.format_exc()))
    return None


def extract_here(content: bytes, kind: str, *, name: str) -> Extract:
    """Return what the process that opens pages answers, without a process for each of thousands."""
    if kind not in _READ_HERE:
        return extract_text(content, kind, name=name)
    return read_answer(answer(kind, content), kind, name=name)


def _read(case: Case) -> None:
    with patch.object(opening, "extract_text", extract_here):
        opened = open_content(case.content, name=case.name)
    documents = (opened,) if isinstance(opened, Document) else documents_of_rows(opened)
    assert documents, "at least one document is promised"
    readings = [read_document(document, jurisdiction=case.jurisdiction) for document in documents]
    assert all(readings), "at least one reading is promised"
    together = collate([one for each in readings for one in each])
    list(reading_lines((*together.readings, *together.set_aside), set()))
    for document, each in zip(documents, readings, strict=True):
        _check(document, each)


def _check(document: Document, readings: tuple[Reading, ...]) -> None:
    """Hold the promises that any document may test: lines as promised, claims inside it, the sum its whole."""
    assert document.text.splitlines() == document.text.removesuffix("\n").split("\n") or not document.text
    claims = [claim for reading in readings for claim in reading.claims]
    assert all(0 <= claim.span.start <= claim.span.end <= len(document.text) for claim in claims), "a claim outside"
    unread = {reading.unread for reading in readings}
    assert unread == {find_unread(document, claims)}, "what no claim covers is not what is listed as unread"
    lines = document.text.count("\n") + 1
    assert all(0 <= note.line <= lines for reading in readings for note in reading.notes), "a note outside"


@contextmanager
def _stopped_after(seconds: float) -> Iterator[None]:
    if not hasattr(signal, "SIGVTALRM"):
        yield
        return

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise HungError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _shortened(trace: str) -> str:
    lines = trace.splitlines()
    return "\n".join(lines[:2] + lines[-12:])


def most_memory() -> int:
    """Return the most memory that this program has held, in kilobytes; 0 where the system does not tell.

    Linux's own figure for the program is taken: the one for the process counts what the
    process that started it held, too.
    """
    status = Path("/proc/self/status")
    peak = re.search(r"VmHWM:\s+(\d+) kB", status.read_text()) if status.exists() else None
    if peak:
        return int(peak[1])
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return 0
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held // 1024 if sys.platform == "darwin" else held
