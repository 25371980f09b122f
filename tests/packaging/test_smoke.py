"""The comparison of two installations bites: on a status, a traceback, words, bytes, a file that is missing."""

from pathlib import Path

import pytest

from tests.packaging import smoke
from tests.packaging.smoke import CALLS, Answer, differences, wrong_answers

GOOD = {
    name: Answer(call.status, call.says, "", {f"{made}/file": "1" for made in call.makes})
    for name, call in CALLS.items()
}


def test_good_answers_pass() -> None:
    assert wrong_answers(GOOD) == []
    assert differences(GOOD, GOOD) == []


@pytest.mark.parametrize(
    ("name", "answer", "told"),
    [
        ("classes", Answer(1, "us-nd/0441", "oh", {}), "classes: exit status 1, not 0: oh"),
        ("classes", Answer(0, "us-nd/0441", "Traceback (most recent", {}), "classes: a traceback"),
        ("classes", Answer(0, "nothing", "", {}), "classes: does not say 'us-nd/0441'"),
        ("site", Answer(0, "", "", {"sites/a": "1"}), "site: did not make site"),
    ],
)
def test_wrong_answers_bite(name: str, answer: Answer, told: str) -> None:
    (found,) = wrong_answers({**GOOD, name: answer})
    assert found.startswith(told)


@pytest.mark.parametrize(
    ("name", "answer", "told"),
    [
        ("classes", GOOD["classes"]._replace(status=3), "classes: status differs"),
        ("classes", GOOD["classes"]._replace(out="us-nd/0441 "), "classes: out differs"),
        ("classes", GOOD["classes"]._replace(err="a warning"), "classes: err differs"),
        ("site", GOOD["site"]._replace(written={"site/file": "2", "site/more": "1"}), "site: 2 files differ"),
    ],
)
def test_differences_bite(name: str, answer: Answer, told: str) -> None:
    (found,) = differences({**GOOD, name: answer}, GOOD)
    assert found.startswith(told)


def test_words_of_click_may_differ() -> None:
    other = GOOD["a bad option"]._replace(err="in other words")
    assert CALLS["a bad option"].in_words_of_click
    assert differences({**GOOD, "a bad option": other}, GOOD) == []


def test_every_command_is_called() -> None:
    from ladder.cli.program import SECTIONS  # noqa: PLC0415

    called = {call.words[0] for call in CALLS.values() if call.words and call.status == 0}
    assert {entry.name for _, entries in SECTIONS for entry in entries} - {"feeders"} <= called


def test_what_was_made_is_told_by_digests(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    for name in ("a.html", "ladder-site.json"):
        (tmp_path / "site" / name).write_bytes(b"x")
    assert [name for name, _ in smoke._digests(tmp_path, tmp_path / "site")] == ["site/a.html"]
    assert list(smoke._digests(tmp_path, tmp_path / "gone")) == []
