"""Work shared out to other processes of this interpreter, and its results in the order of the tasks.

A process that dies takes nothing with it but the task that it was at, which is told. The
processes end with this one, however it ends. Where none can be started, the work is done here.
"""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing import connection
from typing import Generic, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

MOST_PROCESSES = 8
_TASKS_AHEAD = 4
"""Tasks for each process that are handed out and not yet told: what waits is held in memory."""


def count_processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class SharedWork(Generic[Task, Result]):
    """A function over many tasks, in so many processes; ``at_death`` is the result of a task that ends its process."""

    def __init__(self, work: Callable[[Task], Result], at_death: Callable[[Task], Result], *, processes: int) -> None:
        """Take what is to be done: a function of a module, which another process finds by its name."""
        self._work, self._at_death = work, at_death
        self._processes = min(processes, MOST_PROCESSES)

    def results(self, tasks: Iterable[Task]) -> Iterator[Result]:
        """Yield the result of each task, in their order."""
        left = iter(tasks)
        waiting: deque[Task] = deque()
        while self._processes > 1:
            try:
                with _started(self._processes) as pool:
                    yield from self._shared(pool, waiting, left)
                    return
            except _CannotStartError:
                break
            except BrokenProcessPool:
                # One of those that were handed out has ended its process: each is done in one of its own.
                for _ in range(len(waiting)):
                    yield self._alone(waiting.popleft())
        yield from map(self._work, (*waiting, *left) if waiting else left)

    def _shared(self, pool: Executor, waiting: deque[Task], left: Iterator[Task]) -> Iterator[Result]:
        """Yield results while the processes live; ``waiting`` are the tasks handed out and not yet told."""
        handed: deque[Future[Result]] = deque(pool.submit(self._work, one) for one in waiting)
        while True:
            for task in islice(left, self._processes * _TASKS_AHEAD - len(handed)):
                waiting.append(task)
                handed.append(pool.submit(self._work, task))
            if not handed:
                return
            result = handed[0].result()
            handed.popleft()
            waiting.popleft()
            yield result

    def _alone(self, task: Task) -> Result:
        try:
            with _started(1) as pool:
                return pool.submit(self._work, task).result()
        except (BrokenProcessPool, _CannotStartError):
            return self._at_death(task)


class _CannotStartError(Exception):
    """No process can be started here."""


@contextmanager
def _started(count: int) -> Iterator[Executor]:
    """Start processes and wait until they run; whatever ends the work ends them.

    Each imports what it works with from the beginning (``spawn``): a copy of this process
    would hold locks of threads that it has not.
    """
    try:
        pool = ProcessPoolExecutor(count, multiprocessing.get_context("spawn"), initializer=_begin)
        _wait_until_started(pool, count)
    except (OSError, ImportError, NotImplementedError, BrokenProcessPool) as error:
        raise _CannotStartError from error
    try:
        yield pool
    except BaseException:
        _end_all()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _wait_until_started(pool: Executor, count: int) -> None:
    for one in [pool.submit(os.getpid) for _ in range(count)]:
        one.result()


def _end_all() -> None:
    for child in multiprocessing.active_children():
        child.terminate()


def _begin() -> None:
    """Begin in a process that was started: it takes no interrupts, and ends where this one is no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
