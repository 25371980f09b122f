"""Faults and errors in words: what happened, where, what to try."""

import pytest

from ladder.errors import BadCallError, BadFileError, CannotWriteError, Fault, LadderError, UnknownClassError


@pytest.mark.parametrize(
    ("fault", "line"),
    [
        (Fault("a.yaml", 3, "jobs[0]", "it is wrong", "mend it"), "a.yaml:3: jobs[0]: it is wrong; mend it"),
        (Fault("a.yaml", 0, "", "it is wrong", ""), "a.yaml: it is wrong"),
        (Fault("a.yaml", 7, "", "it is wrong", "mend it"), "a.yaml:7: it is wrong; mend it"),
    ],
)
def test_a_fault_is_one_line(fault: Fault, line: str) -> None:
    assert str(fault) == line


def test_a_bad_file_tells_each_fault_once_in_order() -> None:
    late, early = Fault("a", 9, "", "late", ""), Fault("a", 2, "", "early", "")
    error = BadFileError([late, early, late])
    assert error.faults == (early, late)
    assert str(error) == "a:2: early\na:9: late"


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (BadCallError(what="no", try_this="yes"), "no; yes"),
        (
            UnknownClassError(text="x", candidates=(), ambiguous=False),
            "no class is called 'x'; try 'ladder classes' for a list",
        ),
        (
            UnknownClassError(text="x", candidates=("a", "b"), ambiguous=False),
            "no class is called 'x'; did you mean a, b?",
        ),
        (
            UnknownClassError(text="x", candidates=("a", "b"), ambiguous=True),
            "'x' names more than one class; did you mean a, b?",
        ),
        (
            CannotWriteError(file="f", reason="no space"),
            "cannot write f: no space; the old file, if any, is untouched",
        ),
    ],
)
def test_an_error_says_what_to_try(error: LadderError, message: str) -> None:
    assert isinstance(error, LadderError)
    assert str(error) == message


def test_errors_keep_their_parts() -> None:
    unknown = UnknownClassError(text="x", candidates=("a",), ambiguous=True)
    assert (unknown.text, unknown.candidates, unknown.ambiguous) == ("x", ("a",), True)
    call = BadCallError(what="no", try_this="yes")
    assert (call.what, call.try_this) == ("no", "yes")
    writing = CannotWriteError(file="f", reason="r")
    assert (writing.file, writing.reason) == ("f", "r")
