"""Damaged documents: no traceback, no hang, no flood of memory; ``make fuzz`` runs the whole of them."""

import subprocess
import sys
from random import Random

import pytest

from ladder.errors import BadCallError
from tests.fuzz import running
from tests.fuzz.damage import DAMAGES, Damage
from tests.fuzz.running import Case, make_case, run_case
from tests.fuzz.sources import own_documents, packed_documents
from tests.measure import FULL, ROOT

SOUND = Case(0, 0, "a.txt", b"CLERK\nTwo years.\n", None)


@pytest.mark.untraced
def test_damaged_documents_end_in_no_traceback() -> None:
    command = [sys.executable, "-m", "tests.fuzz", "--count", "50000" if FULL else "600"]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert " 0 failures" in ended.stdout


def test_the_same_seed_gives_the_same_case() -> None:
    assert make_case(1, 7) == make_case(1, 7)
    assert make_case(1, 7).content != make_case(2, 7).content
    assert make_case(1, 100).name.endswith((".docx", ".pdf"))


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_every_damage_changes_documents(damage: Damage) -> None:
    content = {one.content for one in own_documents()}
    changed = {damage(one, Random(number)) for one in content for number in range(20)}
    assert changed - content


def test_the_sound_documents_are_read() -> None:
    for sound in (*own_documents(), *packed_documents()):
        assert run_case(Case(0, 0, sound.name, sound.content, None)) is None


def test_what_the_caller_did_wrong_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    _fail_with(monkeypatch, BadCallError(what="this", try_this="that"))
    assert run_case(SOUND) is None


@pytest.mark.parametrize("error", [ValueError("odd"), RecursionError(), AssertionError("a claim outside")])
def test_any_other_exception_is_one(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    _fail_with(monkeypatch, error)
    failure = run_case(SOUND)
    assert failure is not None
    assert type(error).__name__ in failure.what
    assert "--seed 0 --only 0" in str(failure)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no timer that interrupts")
def test_a_hang_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "HANGS_AFTER", 0.05)
    monkeypatch.setattr(running, "_read", lambda _case: _spin())
    failure = run_case(SOUND)
    assert failure is not None
    assert failure.what.startswith("it hangs:")


def _spin() -> None:
    while True:
        pass


def _fail_with(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def fail(_case: Case) -> None:
        raise error

    monkeypatch.setattr(running, "_read", fail)
