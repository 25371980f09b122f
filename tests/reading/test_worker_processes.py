"""Work shared out to processes: the same results in the same order, whatever becomes of a process."""

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import pytest

from ladder.reading import worker_processes
from ladder.reading.worker_processes import SharedWork, count_processors
from tests.measure import HANG_SECONDS


def square(number: int) -> int:
    """Return the square; a negative number kills the process that is asked."""
    if number < 0:
        os.kill(os.getpid(), signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    return number * number


def at_death(number: int) -> int:
    return number


def refuse(number: int) -> int:
    message = f"no {number}"
    raise ValueError(message)


def shared(tasks: list[int], processes: int) -> list[int]:
    return list(SharedWork(square, at_death, processes=processes).results(iter(tasks)))


@pytest.mark.parametrize("processes", [0, 1, 2])
def test_results_stand_in_the_order_of_their_tasks(processes: int) -> None:
    assert shared(list(range(40)), processes) == [number**2 for number in range(40)]
    assert shared([], processes) == []
    assert not multiprocessing.active_children()


def test_a_task_that_ends_its_process_is_told_and_no_other_is_lost() -> None:
    assert shared([1, 2, -3, 4, 5, *range(6, 30), -30, 31], 2) == [
        *(1, 4, -3, 16, 25),
        *(number**2 for number in range(6, 30)),
        *(-30, 961),
    ]


def test_what_the_work_raises_is_raised_here_and_ends_the_processes() -> None:
    with pytest.raises(ValueError, match="no 1"):
        list(SharedWork(refuse, at_death, processes=2).results([1, 2, 3]))
    assert not multiprocessing.active_children()


def test_where_no_process_can_be_started_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def none_here(*_: object, **__: object) -> ProcessPoolExecutor:
        raise OSError

    monkeypatch.setattr(worker_processes, "ProcessPoolExecutor", none_here)
    assert shared([1, 2, 3], 2) == [1, 4, 9]
    assert SharedWork(square, at_death, processes=2)._alone(-5) == -5


def test_who_stops_asking_ends_the_processes() -> None:
    def endless() -> Iterator[int]:
        while True:
            yield 1

    results = SharedWork(square, at_death, processes=2).results(endless())
    assert isinstance(results, Iterator)
    assert next(results) == 1
    results.close()  # type: ignore[attr-defined]  # a generator, as every function with a yield returns
    assert not multiprocessing.active_children()


_INTERRUPTED = """
import os, signal, sys, threading
from tests.reading.test_worker_processes import at_death, square
from ladder.reading.worker_processes import SharedWork

def endless():
    yield 1
    os.kill(os.getpid(), signal.{signal})
    while True:
        yield 1

if __name__ == "__main__":
    # Where the tests run in the background, interrupts are ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        for _ in SharedWork(square, at_death, processes=2).results(endless()):
            pass
    except KeyboardInterrupt:
        sys.exit(130)
"""


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize(("name", "status"), [("SIGINT", 130), ("SIGKILL", -9)])
def test_processes_end_with_the_one_that_started_them(name: str, status: int, tmp_path: Path) -> None:
    """The pipe of the processes' standard error closes when the last of them has ended."""
    script = tmp_path / "shared.py"
    script.write_text(_INTERRUPTED.format(signal=name), encoding="utf-8")
    path = os.pathsep.join(filter(None, sys.path))
    run = subprocess.run(
        [sys.executable, script],
        capture_output=True,
        timeout=HANG_SECONDS,
        env={**os.environ, "PYTHONPATH": path},
        check=False,
    )
    assert run.returncode == status
    assert not run.stderr or name == "SIGKILL", "a run that is killed leaves semaphores, of which Python warns"


def test_there_is_a_processor() -> None:
    assert count_processors() >= 1


def test_without_a_list_of_processors_all_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert count_processors() == 1


def test_a_process_takes_no_interrupts_and_ends_with_the_one_that_started_it(monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[tuple[object, ...]] = []
    ended, waited = threading.Event(), list[object]()
    monkeypatch.setattr(signal, "signal", lambda *words: taken.append(words))
    monkeypatch.setattr(os, "_exit", lambda _status: ended.set())
    monkeypatch.setattr("multiprocessing.connection.wait", waited.append)
    monkeypatch.setattr(multiprocessing, "parent_process", lambda: None)
    worker_processes._begin()
    assert taken == [(signal.SIGINT, signal.SIG_IGN)]
    assert not ended.is_set()
    monkeypatch.setattr(multiprocessing, "parent_process", lambda: SimpleNamespace(sentinel=7))
    worker_processes._begin()
    assert ended.wait(HANG_SECONDS)
    assert waited == [[7]]
