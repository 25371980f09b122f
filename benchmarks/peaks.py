"""What a command costs with all its processes: processor seconds of all, and the most memory that each one held."""

import resource
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

_OFTEN = 0.2
"""Seconds between two looks; the highest memory of a process is kept by the system itself."""


def run_and_peaks(words: Sequence[str]) -> tuple[float, list[int]]:
    """Run a command to its end; return the processor seconds, and the megabytes of each process, the most first."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    peaks: dict[int, int] = {}
    with subprocess.Popen(words, stdout=subprocess.DEVNULL) as run:
        while run.poll() is None:
            for process in _with_children(run.pid):
                peaks[process] = max(peaks.get(process, 0), _peak_of(process))
            time.sleep(_OFTEN)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if run.returncode:
        raise subprocess.CalledProcessError(run.returncode, list(words))
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, sorted(filter(None, peaks.values()), reverse=True)


def _with_children(process: int) -> list[int]:
    found = [process]
    for one in found:
        tasks = Path("/proc", str(one), "task")
        for task in tasks.iterdir() if tasks.is_dir() else ():
            found += map(int, _text_of(task / "children").split())
    return found


def _peak_of(process: int) -> int:
    """Return the most megabytes that a process has held, 0 of one that is no more."""
    for line in _text_of(Path("/proc", str(process), "status")).splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) // 1024
    return 0


def _text_of(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except OSError:
        return ""
