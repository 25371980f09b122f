"""What a run reads and what it is asked to write."""

import os
from pathlib import Path

import pytest

from ladder.errors import BadCallError
from ladder.writing import note_input, note_output, note_person, one_run, own_files, refuse_inputs
from ladder.writing.runs import refuse_named, tells_of_person


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "a").write_bytes(b"a")
    return tmp_path / "a"


def test_outside_a_run_nothing_is_noted(file: Path) -> None:
    note_input(file)
    note_output(file)
    note_person()
    refuse_inputs([file])
    refuse_named([file])
    with own_files():
        note_input(file)
    assert not tells_of_person()


def test_a_run_forgets_when_it_ends(file: Path) -> None:
    with one_run():
        note_input(file)
        note_person()
        assert tells_of_person()
    with one_run():
        note_output(file)
        assert not tells_of_person()


def test_input_and_output_clash_whichever_comes_first(file: Path) -> None:
    with one_run():
        note_input(file)
        with pytest.raises(BadCallError, match="is read here"):
            note_output(file)
        with pytest.raises(BadCallError, match="is read here"):
            refuse_inputs([file.parent, file])
    with one_run():
        note_output(file)
        os.link(file, file.with_name("b"))
        with pytest.raises(BadCallError, match=r"a, which is .*b, is read here"):
            note_input(file.with_name("b"))


def test_what_the_run_keeps_is_no_input_but_no_output_either(file: Path) -> None:
    with one_run():
        with own_files():
            note_input(file)
        note_output(file)
        with own_files(), pytest.raises(BadCallError):
            note_input(file)


def test_pipes_devices_and_standard_streams_are_both(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with one_run():
        for path in (tmp_path / "pipe", Path(os.devnull), "-", "x\0", tmp_path / "gone"):
            note_input(path)
            note_output(path)


def test_one_file_is_named_by_one_option(file: Path) -> None:
    with one_run():
        note_output(file, option="-o")
        note_output(file, option="-o")
        with pytest.raises(BadCallError, match="is named twice, by -o and by --sheet"):
            note_output(file, option="--sheet")
        refuse_named([file])
        note_output(file.parent, option="--sheet")
        with pytest.raises(BadCallError, match="-o names it, too"):
            refuse_named([file.with_name("b"), file])
