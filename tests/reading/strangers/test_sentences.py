"""Of small documents of our own wording nothing is read wrongly, and what is not read is told."""

from pathlib import Path

import pytest

from tests.reading.strangers import sentences
from tests.reading.strangers.sentences import FILES, are_here, figures, judged, main

pytestmark = pytest.mark.untraced

LEAST_RIGHT = {"sentences.jsonl": (59, 63), "own_sentences.jsonl": (48, 64)}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_nothing_is_wrong_nothing_silent_and_most_is_right(file: Path) -> None:
    if not are_here():
        pytest.skip("the tool that judges them is not beside this checkout")
    several = judged(file)
    told = [(one.name, one.verdict, one.reasons) for one in several if one.verdict in {"wrong", "silent"}]
    least, of = LEAST_RIGHT[file.name]

    assert told == []
    assert len(several) == of
    assert figures(several)["right"] >= least


def test_what_is_not_right_is_printed_and_the_figures(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seen = (sentences.Judged("a", "right", ()), sentences.Judged("b", "told", ("routes", "(partial)")))
    monkeypatch.setattr(sentences, "are_here", lambda: True)
    monkeypatch.setattr(sentences, "judged", lambda _: seen)

    assert main() == 0
    assert capsys.readouterr().out.splitlines()[:2] == [
        f"told    {'b':40} routes | (partial)",
        "sentences.jsonl: 2 cases: right 1, told 1, told* 0, silent 0, wrong 0",
    ]


def test_without_the_tool_it_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sentences, "are_here", lambda: False)

    assert main() == 0
    assert "skipped" in capsys.readouterr().out
