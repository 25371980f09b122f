"""Paths that a data file may name."""

import pytest

from ladder.writing import fault_of_path


@pytest.mark.parametrize("path", ["a", "a/b.yaml", "us-ct/_CON.yaml", "é/ß.yaml", "a..b", "x" * 255, "console/nulls"])
def test_paths_that_stay_in_the_folder(path: str) -> None:
    assert fault_of_path(path) == ""


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("", "empty"),
        ("/a", "out of the folder"),
        ("a/../../b", "out of the folder"),
        ("..", "out of the folder"),
        ("a\\b", "character"),
        ("C:a", "character"),
        ("a\0", "character"),
        ("a\x7f", "character"),
        ("a//b", "plain"),
        ("a/./b", "plain"),
        ("a/", "plain"),
        (".", "hidden"),
        (".a/b", "hidden"),
        ("a./b", "full stop"),
        ("a /b", "blank"),
        ("a/NUL.txt", "devices"),
        ("com1/a", "devices"),
        ("x" * 256, "too long"),
        ("é" * 128, "too long"),
        ("a\ud800", "no text"),
    ],
)
def test_paths_that_do_not_or_not_on_every_disk(path: str, fault: str) -> None:
    assert fault in fault_of_path(path)
