"""Processor time, which another program on the machine changes little; the clock on the wall decides nothing.

What benchmarks print is a report: figures and ratios of one run, beside the goals that
they are read against. No figure makes a benchmark fail.
"""

import compileall
import os
import resource
from collections.abc import Callable
from pathlib import Path
from time import process_time

import ladder

_COMPILES_ANEW = ("PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX")
"""Words of the environment with which a process looks for bytecode elsewhere or keeps none."""


def as_installed() -> dict[str, str]:
    """Compile the bytecode of ladder and return the environment for processes that are measured.

    A package that pip has installed has its bytecode; a checkout may not, and a shell can
    say that none is kept. Then each process would compile the package anew.
    """
    compileall.compile_dir(Path(ladder.__file__).parent, quiet=1)
    return {name: value for name, value in os.environ.items() if name not in _COMPILES_ANEW}


def cpu_seconds(action: Callable[[], object]) -> float:
    """Return the processor time of an action in this process and in the processes that it waits for.

    The time to throw away what it made is left out.
    """
    began = _spent()
    made = action()
    spent = _spent() - began
    del made
    return spent


def _spent() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return process_time() + children.ru_utime + children.ru_stime
