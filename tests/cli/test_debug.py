"""``--debug`` changes what is printed, never the status."""

import errno
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from ladder.cli import running
from ladder.cli.running import ExitStatus, run
from ladder.errors import BadCallError, BadFileError, CannotWriteError, Fault, LadderError, UnknownClassError

ERRORS: dict[str, tuple[Callable[[], BaseException], ExitStatus]] = {
    "a bad call": (lambda: BadCallError(what="no", try_this="so"), ExitStatus.BAD_CALL),
    "a bad file": (lambda: BadFileError([Fault("f", 1, "", "no", "so")]), ExitStatus.BAD_CALL),
    "an unknown class": (lambda: UnknownClassError(text="x", candidates=(), ambiguous=False), ExitStatus.BAD_CALL),
    "any error of ladder's": (lambda: LadderError("no"), ExitStatus.BAD_CALL),
    "a file that cannot be written": (lambda: CannotWriteError(file="f", reason="no"), ExitStatus.CANNOT_WRITE),
    "a full disk": (lambda: OSError(errno.ENOSPC, "No space left on device"), ExitStatus.CANNOT_WRITE),
    "a pipe that nobody reads": (lambda: BrokenPipeError(errno.EPIPE, "Broken pipe"), ExitStatus.ANSWERED),
    "another fault of the system": (lambda: OSError(errno.EIO, "no"), ExitStatus.FAULT_OF_LADDER),
    "a usage error": (lambda: click.UsageError("no"), ExitStatus.BAD_CALL),
    "a bad parameter": (lambda: click.BadParameter("no"), ExitStatus.BAD_CALL),
    "a file of click's": (lambda: click.FileError("f"), ExitStatus.BAD_CALL),
    "an interruption": (KeyboardInterrupt, ExitStatus.INTERRUPTED),
    "an interruption of click's": (click.Abort, ExitStatus.INTERRUPTED),
    "a fault of ladder": (lambda: KeyError("no"), ExitStatus.FAULT_OF_LADDER),
    "no memory": (MemoryError, ExitStatus.FAULT_OF_LADDER),
    "too deep": (RecursionError, ExitStatus.FAULT_OF_LADDER),
}


@pytest.mark.parametrize(("made", "status"), ERRORS.values(), ids=ERRORS)
def test_each_error_has_its_status_either_way(
    made: Callable[[], BaseException],
    status: ExitStatus,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def stop(_words: list[str]) -> int:
        raise made()

    monkeypatch.setattr(running, "_run_command", stop)
    assert run(["classes"]) == status
    quiet = capsys.readouterr()
    assert "Traceback" not in quiet.err
    assert len(quiet.err.splitlines()) <= 1
    for words in (["--debug", "classes"], ["classes", "--debug"]):
        assert run(words) == status
        told = capsys.readouterr()
        assert told.err.startswith("Traceback (most recent call last):")
        assert told.err.endswith(quiet.err)
        assert told.out == quiet.out


@pytest.mark.parametrize(
    "words",
    [
        ["classes"],
        ["classes", "no such class"],
        ["classes", "--no-such-option"],
        ["no-such-command"],
        ["show", "9999"],
        ["show"],
        ["classes", "--catalog", "gone"],
        ["assess", "gone"],
        ["check", "gone"],
        ["read", "gone"],
        ["classes", "-o", "gone/x"],
        ["map", "-o", "gone/x"],
        ["site", "-o", "/dev/null/x"],
        ["report", "class", "9999"],
        ["profile", "new", "-o", "gone/x"],
        ["catalog", "build", "-o", "gone/x"],
        ["schema", "-o", "/dev/null/x"],
        ["path", "0443", "0441"],
        ["--version"],
        ["--help"],
        [],
    ],
    ids=" ".join,
)
def test_each_command_ends_alike(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    status = run(words)
    out = capsys.readouterr().out
    assert run(["--debug", *words]) == status
    assert capsys.readouterr().out == out


def test_a_word_after_two_dashes_is_no_option(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["classes", "--", "--debug"]) == ExitStatus.NOTHING_FOUND
    assert "no class matches '--debug'" in capsys.readouterr().err
