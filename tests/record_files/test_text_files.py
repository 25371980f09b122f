"""Files that people name: missing, folders, devices, too large, not text."""

import io
import os
import sys
from pathlib import Path

import pytest

from ladder.errors import BadFileError
from ladder.record_files import read_text_file


def refused(path: Path | str, *, at_most: int = 1000) -> str:
    with pytest.raises(BadFileError) as caught:
        read_text_file(path, at_most=at_most)
    (fault,) = str(caught.value).splitlines()
    return fault


def test_text_is_read_without_its_byte_order_mark(tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_bytes(b"\xef\xbb\xbfa: \xc3\xa9\n")
    assert read_text_file(file) == "a: é\n"


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"a: 1\n")))
    assert read_text_file("-") == "a: 1\n"


def test_too_much_standard_input_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"a" * 11)))
    assert refused("-", at_most=10).startswith("standard input: the file is larger than 10 bytes; ")


def test_a_missing_file(tmp_path: Path) -> None:
    assert refused(tmp_path / "x") == f"{tmp_path / 'x'}: there is no such file; look at the name and the folder"


def test_a_folder(tmp_path: Path) -> None:
    assert refused(tmp_path) == f"{tmp_path}: this is a folder; name a file in it"


def test_a_device() -> None:
    assert refused("/dev/null").startswith("/dev/null: this is not a regular file; ")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "this is not a regular file" in refused(tmp_path / "pipe")


def test_a_file_as_a_folder(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("", encoding="utf-8")
    assert "the file cannot be read: " in refused(tmp_path / "x" / "y")


def test_a_name_that_no_file_can_have() -> None:
    assert refused("a\0b") == "a?b: this is not the name of a file; look at the name"


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"a" * 1001)
    assert "the file is larger than 1,000 bytes" in refused(tmp_path / "x")


@pytest.mark.parametrize(("content", "line"), [(b"\xff\xfea\0", 1), (b"a: 1\nb: 2\nc: \xe9", 3)])
def test_text_that_is_not_utf8_is_named_with_its_line(tmp_path: Path, content: bytes, line: int) -> None:
    file = tmp_path / "x"
    file.write_bytes(content)
    assert refused(file) == f"{file}:{line}: the text is not UTF-8; save the file as UTF-8"
