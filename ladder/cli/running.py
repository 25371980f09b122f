"""One run of the program: words in, exit status out, every fault one line on stderr."""

import errno
import os
import sys
from collections.abc import Sequence
from enum import IntEnum

import click

from ladder.cli.output import print_fault, print_line
from ladder.cli.plugins import leave_out_plugins
from ladder.cli.program import NAME, program
from ladder.errors import CannotWriteError, LadderError
from ladder.writing import one_run

COMPLETION_VARIABLE = "_LADDER_COMPLETE"
_DEBUG = "--debug"
_NO_MORE_OPTIONS = "--"
_PIPE_CLOSED = frozenset({errno.EPIPE, errno.EINVAL})


class ExitStatus(IntEnum):
    """What the program's exit status says (docs/contracts.md, section 4)."""

    ANSWERED = 0
    NOTHING_FOUND = 1
    BAD_CALL = 2
    CANNOT_WRITE = 3
    FAULT_OF_LADDER = 70
    INTERRUPTED = 130


def run(words: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; no fault of the caller shows a traceback.

    ``--debug`` anywhere among the options shows the traceback above the fault, and
    changes no exit status.
    """
    given, is_debugged = _take_debug(list(sys.argv[1:] if words is None else words))
    _prepare_streams()
    leave_out_plugins()
    try:
        return _run_told(given, with_trace=is_debugged)
    finally:
        _close_stdout_quietly()


def _take_debug(words: list[str]) -> tuple[list[str], bool]:
    """Return the words without ``--debug``, and whether it was among the options, which end at ``--``."""
    end = words.index(_NO_MORE_OPTIONS) if _NO_MORE_OPTIONS in words else len(words)
    return [word for word in words[:end] if word != _DEBUG] + words[end:], _DEBUG in words[:end]


def _run_told(words: list[str], *, with_trace: bool) -> int:
    """Run the command; tell what stopped it, after its trace if asked, and return the status that belongs to it."""
    try:
        return _run_command(words)
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the last resort, so that nobody meets a traceback
        if with_trace:
            _print_trace(error)
        return _tell(error)


def _tell(error: BaseException) -> int:
    """Tell what ended the run, in one line, and return the exit status of it."""
    match error:
        case KeyboardInterrupt() | click.Abort():
            return ExitStatus.INTERRUPTED
        case click.ClickException():
            return _tell_bad_call(error)
        case LadderError():
            print_fault(str(error))
            return ExitStatus.CANNOT_WRITE if isinstance(error, CannotWriteError) else ExitStatus.BAD_CALL
    return _tell_unforeseen(error)


def _print_trace(error: BaseException) -> None:
    import traceback  # noqa: PLC0415 - for --debug only

    print_fault("".join(traceback.format_exception(error)).rstrip("\n"))


def _run_command(words: list[str]) -> int:
    """Run the command in click's own context and return the exit status that it names."""
    if COMPLETION_VARIABLE in os.environ:
        return _complete()
    colour = False if os.environ.get("NO_COLOR") else None
    try:
        with one_run(), program.make_context(NAME, words, color=colour) as context:
            status = program.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as ended:
        return ended.exit_code
    return status if isinstance(status, int) else ExitStatus.ANSWERED


def _complete() -> int:
    from click.shell_completion import shell_complete  # noqa: PLC0415 - for the shell only

    return shell_complete(program, {}, NAME, COMPLETION_VARIABLE, os.environ[COMPLETION_VARIABLE])


def _tell_bad_call(error: click.ClickException) -> int:
    context = getattr(error, "ctx", None)
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        print_line(error.message, err=True)
        return ExitStatus.BAD_CALL
    command = context.command_path if context else NAME
    message = " ".join(error.format_message().split()).rstrip(".")
    print_fault(f"{command}: {message}; try '{command} --help'")
    return ExitStatus.BAD_CALL


def _tell_unforeseen(error: BaseException) -> int:
    if isinstance(error, OSError) and error.errno in _PIPE_CLOSED:
        return ExitStatus.ANSWERED
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        print_fault(str(CannotWriteError(file="standard output", reason=str(error.strerror))))
        return ExitStatus.CANNOT_WRITE
    told = " ".join(str(error).split())
    print_fault(f"{NAME}: a fault of ladder itself: {type(error).__name__}: {told}; run it again with {_DEBUG}")
    return ExitStatus.FAULT_OF_LADDER


def _prepare_streams() -> None:
    """Let text that the terminal's encoding lacks come out as codes instead of a crash."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")


def _close_stdout_quietly() -> None:
    """Flush; where nobody reads any more, leave nothing that the interpreter would complain of."""
    try:
        sys.stdout.flush()
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
