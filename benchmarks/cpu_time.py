"""Processor time, which another program on the machine changes little; the clock on the wall decides nothing.

What benchmarks print is a report: figures and ratios of one run, beside the goals that
they are read against. No figure makes a benchmark fail.
"""

import resource
from collections.abc import Callable
from time import process_time


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
