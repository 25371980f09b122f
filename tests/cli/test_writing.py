"""Files that answers go to: whole or untouched, exit 3 where they cannot be written."""

import os
from pathlib import Path

import pytest

from ladder.cli.output import AnswerForm, deliver, print_json
from ladder.errors import BadCallError, CannotWriteError
from ladder.present import present_month
from ladder.service_time import read_month
from ladder.writing import make_folder, write_file
from tests.cli.running import run_here


def test_a_file_is_written_as_it_was_made(tmp_path: Path) -> None:
    file = tmp_path / "a"
    write_file(file, "é\n".encode())
    assert file.read_bytes() == b"\xc3\xa9\n"
    assert [one.name for one in tmp_path.iterdir()] == ["a"]


def test_an_old_file_keeps_its_mode_and_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old", encoding="utf-8")
    (tmp_path / "a").chmod(0o640)
    (tmp_path / "link").symlink_to("a")
    write_file(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "a").read_bytes() == b"new"
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640


def test_a_failure_midway_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"old")

    def fail(_number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(CannotWriteError, match="No space left on device"):
        write_file(file, b"new")
    assert file.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["a"]


def test_a_protected_file_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(CannotWriteError, match="protected"):
        write_file(tmp_path / "a", b"new")


@pytest.mark.parametrize("target", ["", "gone/x", "file/x", "x\0y"])
def test_places_that_cannot_be_written(tmp_path: Path, target: str) -> None:
    (tmp_path / "file").write_bytes(b"old")
    with pytest.raises(CannotWriteError):
        write_file(tmp_path / target, b"new")


def test_a_folder_is_made_once(tmp_path: Path) -> None:
    make_folder(tmp_path / "a")
    make_folder(tmp_path / "a")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(CannotWriteError):
        make_folder(tmp_path / "file")


@pytest.mark.parametrize(
    "words", [["classes", "-o"], ["classes", "--json", "-o"], ["classes", "--csv", "-o"], ["catalog", "build", "-o"]]
)
def test_commands_that_cannot_write_exit_with_3(words: list[str], tmp_path: Path) -> None:
    for target in (tmp_path, tmp_path / "gone" / "x", Path("/dev/full")):
        run = run_here(*words, str(target))
        assert (run.status, run.out) == (3, "")
        assert run.err.startswith(f"cannot write {target}: ")
        assert len(run.err.splitlines()) == 1


def test_commands_save_what_they_would_print(tmp_path: Path) -> None:
    for words in (["classes"], ["classes", "--json"], ["classes", "--csv"]):
        run = run_here(*words, "-o", str(tmp_path / "x"))
        assert (run.status, run.out, run.err) == (0, "", "")
        assert (tmp_path / "x").read_text(encoding="utf-8") == run_here(*words).out


def test_schemas_are_saved_in_a_folder(tmp_path: Path) -> None:
    assert run_here("schema", "-o", str(tmp_path / "s")).status == 0
    assert sorted(one.name for one in (tmp_path / "s").iterdir()) == [
        "class.schema.json",
        "jurisdiction.schema.json",
        "layout.schema.json",
        "profile.schema.json",
    ]
    (tmp_path / "f").write_bytes(b"")
    assert run_here("schema", "-o", str(tmp_path / "f")).status == 3


def test_json_is_readable_and_has_no_number_that_is_none() -> None:
    assert print_json({"a": "é"}) == '{\n  "a": "é"\n}\n'
    assert print_json({"a": "é"}, ascii_only=True) == '{\n  "a": "\\u00e9"\n}\n'
    with pytest.raises(ValueError, match="Out of range"):
        print_json(float("nan"))


def test_an_answer_that_is_no_table_has_no_csv() -> None:
    with pytest.raises(BadCallError, match="ask for --json"):
        deliver(AnswerForm(as_csv=True), text=str, answer=dict)


def test_the_month_of_an_answer_can_be_fixed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1793404800")
    assert present_month() == read_month("2026-10")
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert present_month() > read_month("2026-01")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    with pytest.raises(BadCallError, match="SOURCE_DATE_EPOCH is 'soon'"):
        present_month()
