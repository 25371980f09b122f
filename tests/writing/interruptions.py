"""Kill the program, or fill the disk, at each of its writing operations; then look at what is left.

``python -m tests.writing.interruptions`` sweeps every operation of every scene;
``--every 10`` takes one in ten. A child stops itself, so no clock decides: the n-th
opening for writing, write (of which half is done), flush, renaming, removal or making
of a folder is its last. Afterwards each file is, whole, the old or the new one, a
catalog folder loads, and the same command run again ends as if nothing had happened,
with no draft left.
"""

import argparse
import contextlib
import errno
import os
import pickle
import shutil
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ladder.catalog.loading import load_catalog
from ladder.cli.running import run
from ladder.errors import LadderError
from ladder.writing import whole_files
from ladder.writing.file_drafts import is_draft, write_all
from tests.writing.scenes import ladder, write_documents

PROFILE = Path(__file__).parents[1] / "golden" / "profile.yaml"
AS_OF = ("--as-of", "2026-11")
_EVENTS = frozenset({"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.link"})
_NOT_WHEN_FULL = frozenset({"os.remove", "os.rmdir", "os.chmod"})

Files = dict[str, bytes]


@dataclass(frozen=True)
class Scene:
    """A folder made ready, the command that writes into it, and the catalog folder that it keeps, if any."""

    name: str
    prepare: Callable[[Path], None]
    words: Sequence[str]
    catalog: str = ""


def _nothing(_folder: Path) -> None:
    return


def _old(*names: str) -> Callable[[Path], None]:
    def prepare(folder: Path) -> None:
        for name in names:
            (folder / name).write_text("old\n", "utf-8")

    return prepare


def _read_before(folder: Path) -> None:
    """A folder of readings with a comment by hand, and a class named that is named no more."""
    write_documents(folder / "docs")
    _quietly("read", folder / "docs", "-o", folder / "c")
    commented = folder / "c" / "us-ct" / "1234EU.yaml"
    commented.write_text(commented.read_text("utf-8") + "# by hand\n", "utf-8")
    bridge = folder / "docs" / "bridge.txt"
    changed = bridge.read_text("utf-8").replace("EU 21", "EU 23").replace("Bridge Planner", "Harbor Planner")
    bridge.write_text(changed, "utf-8")
    (folder / "docs" / "again.txt").write_text(changed, "utf-8")


def _site_before(folder: Path) -> None:
    """A site of a catalog that has since lost a class and changed another."""
    write_documents(folder / "docs")
    _quietly("read", folder / "docs", "-o", folder / "c")
    _quietly("site", "--catalog", folder / "c", "-o", folder / "site", *AS_OF)
    (folder / "docs" / "bridge.txt").unlink()
    shutil.rmtree(folder / "c")
    ferry = folder / "docs" / "ferry.txt"
    ferry.write_text(ferry.read_text("utf-8").replace("Boats of every kind", "Boats of two kinds"), "utf-8")
    _quietly("read", folder / "docs", "-o", folder / "c")


def _documents(folder: Path) -> None:
    write_documents(folder / "docs")


def _catalog(folder: Path) -> None:
    _documents(folder)
    _quietly("read", folder / "docs", "-o", folder / "c")


SCENES = (
    Scene("read, a new folder", _documents, ("read", "docs", "-o", "c"), "c"),
    Scene("read, a folder brought up to date", _read_before, ("read", "docs", "-o", "c", "--sheet", "s.html"), "c"),
    Scene("site, a new folder", _catalog, ("site", "--catalog", "c", "-o", "site", *AS_OF)),
    Scene("site, a folder brought up to date", _site_before, ("site", "--catalog", "c", "-o", "site", *AS_OF)),
    Scene("map", _old("map.html"), ("map", "-o", "map.html", *AS_OF)),
    Scene("assess", _old("a.txt"), ("assess", str(PROFILE), "-o", "a.txt", *AS_OF)),
    Scene("path", _nothing, ("path", "0441", "0443", "--csv", "-o", "p.csv", *AS_OF)),
    Scene("report", _old("r.html"), ("report", "profile", str(PROFILE), "-o", "r.html", *AS_OF)),
    Scene("classes", _old("c.json"), ("classes", "--json", "-o", "c.json")),
    Scene("catalog build", _catalog, ("catalog", "build", "--catalog", "c", "-o", "c.json"), "c"),
    Scene("schema", _nothing, ("schema", "-o", "schema")),
    Scene("profile new", _nothing, ("profile", "new", "-o", "me.yaml", *AS_OF)),
)


# ------------------------------------------------------------------ a child that stops itself


class _Stopper:
    """Counts writing operations; at the n-th the machine goes down, or from there on the disk is full."""

    def __init__(self, *, at: int, kills: bool) -> None:
        self.at, self.kills, self.count, self.failed = at, kills, 0, False
        self.stages: list[tuple[str, bytes]] = []
        self._write, self._fsync = os.write, os.fsync

    def install(self) -> None:
        sys.addaudithook(self._hear)
        os.write, os.fsync = self._half, self._flush  # type: ignore[assignment]  # a child of its own

    def _hear(self, event: str, given: tuple[Any, ...]) -> None:
        is_opened = event == "open" and isinstance(given[2], int) and given[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        if event == "os.rename":
            self.stages.append((os.path.relpath(given[1]), Path(given[0]).read_bytes()))
        if event in _EVENTS or (is_opened and str(given[0]) != os.devnull):
            self._operate(fails=event not in _NOT_WHEN_FULL)

    def _operate(self, *, fails: bool) -> None:
        self.count += 1
        if self.count < self.at or (self.count > self.at and self.kills):
            return
        if self.kills:
            os.kill(os.getpid(), signal.SIGKILL)
        if fails:
            self.failed = True
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def _half(self, file: int, content: "memoryview[int]") -> int:
        if self.count + 1 >= self.at:
            self._write(file, content[: len(content) // 2])
        self._operate(fails=True)
        return self._write(file, content)

    def _flush(self, file: int) -> None:
        self._operate(fails=True)
        self._fsync(file)


@dataclass(frozen=True)
class Ended:
    """How a child ended: its status or signal, what it said, and, unless it was killed, what it did.

    ``count`` is how often it wrote, ``stages`` each whole text that took a file's place;
    ``failed`` says that the disk failed it.
    """

    status: int
    told: str
    count: int = 0
    failed: bool = False
    stages: Sequence[tuple[str, bytes]] = ()


def run_child(folder: Path, words: Sequence[str], *, at: int = 10**9, kills: bool = True) -> Ended:
    """Run the program in a child that stops at its n-th writing operation; -9 is a kill."""
    note, done = folder.with_name("child.txt"), folder.with_name("child.pickle")
    note.write_bytes(b"")
    done.unlink(missing_ok=True)
    child = os.fork()
    if not child:
        _be_child(folder, words, note, _Stopper(at=at, kills=kills))
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    did = pickle.loads(done.read_bytes()) if status >= 0 else ()  # noqa: S301 - our own child wrote it
    return Ended(status, note.read_text("utf-8"), *did)


def _be_child(folder: Path, words: Sequence[str], note: Path, stopper: _Stopper) -> None:
    told = os.open(note, os.O_WRONLY)
    done = os.open(note.with_suffix(".pickle"), os.O_WRONLY | os.O_CREAT)
    os.dup2(told, 1)
    os.dup2(told, 2)
    os.chdir(folder)
    write = os.write
    stopper.install()
    status = run(list(words))
    write(done, pickle.dumps((stopper.count, stopper.failed, stopper.stages)))
    os._exit(status)


def _quietly(*words: str | Path) -> None:
    """Run the program without its words."""
    kept, nowhere = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    try:
        if status := ladder(*words):
            sys.exit(f"{words} ended with {status}")
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nowhere)


# ------------------------------------------------------------------ what is left


@dataclass
class Tally:
    """How often the program was stopped, and every fault that was found."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def sweep(scene: Scene, tally: Tally, *, every: int = 1, first: int = 1) -> None:
    """Stop one command at each of its operations, by a kill and by a full disk."""
    with tempfile.TemporaryDirectory() as place:
        start, work = Path(place, "start"), Path(place, "work")
        start.mkdir()
        scene.prepare(start)
        before, (after, stages, count) = files_of(start), _reference(scene, start, work)
        for at in range(first, count + 1, every):
            for kills in (True, False):
                _renew(start, work)
                ended = run_child(work, scene.words, at=at, kills=kills)
                if kills or ended.failed:
                    tally.counts["kills" if kills else "full disks"] += 1
                    where = f"{scene.name}, {'killed' if kills else 'disk full'} at operation {at} of {count}"
                    found = [*_wrong_end(ended, work, kills=kills), *_torn(work, before, after, stages)]
                    found += [*_unloadable(scene, work), *_wrong_next(scene, work, after)]
                    tally.faults += [f"{where}: {one}" for one in found]


def files_of(folder: Path) -> Files:
    """Return the bytes of every file below the folder."""
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def _renew(start: Path, work: Path) -> None:
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(start, work)


def _reference(scene: Scene, start: Path, work: Path) -> tuple[Files, dict[str, set[bytes]], int]:
    """Return the files after a run that nothing stopped, every whole text on the way there, and its operations."""
    _renew(start, work)
    with contextlib.chdir(work):
        _quietly(*scene.words)  # What is imported here, children need not import.
    _renew(start, work)
    ended = run_child(work, scene.words)
    stages: dict[str, set[bytes]] = {}
    for path, content in ended.stages:
        stages.setdefault(path, set()).add(content)
    return files_of(work), stages, ended.count


def _wrong_end(ended: Ended, work: Path, *, kills: bool) -> Iterator[str]:
    drafts = [one for one in files_of(work) if is_draft(Path(one).name)]
    if kills:
        if ended.status != -signal.SIGKILL or len(drafts) > 1:
            yield f"status {ended.status}, drafts {drafts}"
    elif ended.status != 3 or drafts or "No space left on device" not in ended.told:
        yield f"status {ended.status}, drafts {drafts}, told {ended.told!r}"


def _torn(work: Path, before: Files, after: Files, stages: dict[str, set[bytes]]) -> Iterator[str]:
    found = {path: content for path, content in files_of(work).items() if not is_draft(Path(path).name)}
    for path, content in found.items():
        if content != before.get(path) and content not in stages.get(path, ()):
            yield f"{path} is torn: {len(content)} bytes"
    for path in before.keys() & after.keys() - found.keys():
        yield f"{path} is lost"


def _unloadable(scene: Scene, work: Path) -> Iterator[str]:
    folder = work / scene.catalog
    if scene.catalog and any(folder.rglob("*.yaml")):
        try:
            load_catalog(folder)
        except LadderError as error:
            yield f"the catalog does not load: {error}"


def _wrong_next(scene: Scene, work: Path, after: Files) -> Iterator[str]:
    words = scene.words
    if scene.name == "profile new" and (work / "me.yaml").exists():
        return
    ended, found = run_child(work, words), files_of(work)
    if ended.status or found != after:
        differ = sorted(path for path in found.keys() | after.keys() if found.get(path) != after.get(path))
        yield f"the next run ended with {ended.status}, and these are not as they should be: {differ}; {ended.told!r}"


def _write_carelessly(target: Path, content: bytes, **_how: bool) -> None:
    file = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    write_all(file, content)
    os.close(file)


def main() -> int:
    """Sweep the scenes and print the figures; the exit status is 1 where anything was torn or left."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="take one operation in so many")
    parser.add_argument("--only", help="take the scene of this name alone")
    parser.add_argument("--careless", action="store_true", help="write over the old file in place, to see this bite")
    asked = parser.parse_args()
    if asked.careless:
        whole_files._write = _write_carelessly
    tally = Tally()
    for place, scene in enumerate(SCENES):
        if asked.only in {None, scene.name}:
            sweep(scene, tally, every=asked.every, first=1 + place % asked.every)
    sys.stdout.write("".join(f"{one}\n" for one in tally.faults))
    counts = ", ".join(f"{count} {what}" for what, count in sorted(tally.counts.items(), reverse=True))
    sys.stdout.write(f"{len(SCENES)} scenes, {counts}: {len(tally.faults)} faults\n")
    return 1 if tally.faults else 0


if __name__ == "__main__":
    sys.exit(main())
