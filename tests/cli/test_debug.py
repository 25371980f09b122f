"""``--debug`` changes what is printed, never the exit status."""

from collections.abc import Callable
from pathlib import Path

import click
import pytest

from ladder.cli import running
from ladder.cli.running import run

CALLS: tuple[tuple[tuple[str, ...], int], ...] = (
    (("classes", "0441"), 0),
    (("classes", "--help"), 0),
    (("--version",), 0),
    (("classes", "no such thing"), 1),
    ((), 2),
    (("clases",), 2),
    (("classes", "--bogus"), 2),
    (("classes", "--catalog", "gone"), 2),
    (("classes", "0441", "-o", "gone/answer.txt"), 3),
)
FAULTS: tuple[tuple[BaseException, int], ...] = (
    (ZeroDivisionError("so\nit is"), 70),
    (KeyboardInterrupt(), 130),
    (click.Abort(), 130),
    (BrokenPipeError(32, "Broken pipe"), 0),
    (OSError(28, "No space left on device"), 3),
)


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("place", [lambda words: ["--debug", *words], lambda words: [*words, "--debug"]])
@pytest.mark.parametrize(("words", "status"), CALLS)
def test_the_status_is_that_without_it(
    words: tuple[str, ...], status: int, place: Callable[[tuple[str, ...]], list[str]]
) -> None:
    assert run(words) == status
    assert run(place(words)) == status


@pytest.mark.parametrize(("fault", "status"), FAULTS)
def test_a_fault_has_one_status(
    fault: BaseException, status: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: object) -> int:
        raise fault

    monkeypatch.setattr(running, "_run_command", fail)
    assert run(["classes"]) == status
    told = capsys.readouterr()
    assert "Traceback" not in told.err
    assert run(["--debug", "classes"]) == status
    debugged = capsys.readouterr()
    assert "Traceback" in debugged.err
    assert debugged.err.endswith(told.err)
    assert debugged.out == told.out


def test_a_word_after_two_dashes_is_no_option(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["classes", "--", "--debug"]) == 1
    assert "no class matches '--debug'" in capsys.readouterr().err
