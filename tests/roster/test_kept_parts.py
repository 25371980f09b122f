"""Finished parts are kept and found again, whole and only where nothing changed; nobody is told of in them."""

import gzip
import json
import os
import shutil
import signal
import stat
import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest

from ladder.errors import BadCallError, CannotWriteError
from ladder.roster import part_work, printed_dates
from ladder.roster.folder_parts import Part
from ladder.roster.kept_parts import KeptParts, sealed, unsealed
from ladder.roster.part_work import PartRules, PartTask
from ladder.roster.table_files import RosterFiles
from ladder.roster_layouts import Layout
from ladder.service_time import read_month
from tests.cli.running import ROOT, Run, run_here
from tests.roster.parts import JOB_COLUMNS, cut, random_rows, whole, words, write_parquet

PARTS = 4
_ENDED_AT_THE_THIRD = """
import os, signal, sys
from ladder.writing.file_drafts import Draft

replaced, replace = [], Draft.replace

def ends(self, target):
    replaced.append(target)
    if len(replaced) == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    replace(self, target)

Draft.replace = ends
from ladder.cli import main
sys.argv = ["ladder", *sys.argv[1:]]
main()
"""
"""Ends itself as the power would: a draft is written, and not yet a file."""


def told(kept: int, evaluated: int) -> str:
    return f"Parts: {kept + evaluated}. Finished before and kept: {kept}. Read and evaluated now: {evaluated}.\n"


def kept_in(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    return cut(tmp_path / "cut", random_rows(24, seed=2), PARTS)


@pytest.fixture
def plain(tmp_path: Path) -> Run:
    return run_here(*words(whole(tmp_path / "whole", random_rows(24, seed=2)), "--all"))


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows ends processes in another way")
def test_a_run_that_is_killed_goes_on_from_the_parts_that_it_finished(
    tmp_path: Path, files: tuple[Path, Path], plain: Run
) -> None:
    keep = tmp_path / "kept"
    asked = [*words(files), "--keep", str(keep), "--all"]
    ended = subprocess.run(
        [sys.executable, "-c", _ENDED_AT_THE_THIRD, *asked],
        check=False,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert (ended.returncode, ended.stdout) == (-signal.SIGKILL, b"")
    assert [name.endswith(".new") for name in kept_in(keep)] == [True, False, False]
    again = run_here(*asked)
    assert (again.status, again.out, again.err) == (0, plain.out, told(2, 2))
    assert len(kept_in(keep)) == PARTS
    last = run_here(*asked)
    assert (last.out, last.err) == (plain.out, told(4, 0))


@pytest.mark.untraced
@pytest.mark.parametrize("spoil", ["cut short", "one byte", "not packed", "empty", "of another content"])
def test_a_kept_part_that_is_damaged_is_noticed_and_evaluated_anew(
    tmp_path: Path, files: tuple[Path, Path], plain: Run, spoil: str
) -> None:
    keep = tmp_path / "kept"
    asked = [*words(files), "--keep", str(keep), "--all"]
    assert run_here(*asked).err == told(0, 4)
    before = {name: (keep / name).read_bytes() for name in kept_in(keep)}
    name, content = next(iter(before.items()))
    spoilt = {
        "cut short": content[:-9],
        "one byte": bytes([*content[:40], content[40] ^ 1, *content[41:]]),
        "not packed": b"{}",
        "empty": b"",
        "of another content": gzip.compress(gzip.decompress(content) + b" "),
    }
    (keep / name).write_bytes(spoilt[spoil])
    again = run_here(*asked)
    assert (again.out, again.err) == (
        plain.out,
        told(3, 1) + "Kept parts that were damaged and are evaluated anew: 1\n",
    )
    assert {name: (keep / name).read_bytes() for name in kept_in(keep)} == before


@pytest.mark.untraced
def test_what_a_part_hangs_on_is_evaluated_anew_where_it_changes(tmp_path: Path, files: tuple[Path, Path]) -> None:
    keep = tmp_path / "kept"
    asked = [*words(files), "--keep", str(keep)]
    run_here(*asked)
    ruling = tmp_path / "rulings.yaml"
    ruling.write_text("rulings: [{class: us-ct/5246SH, counts_toward: ['us-nd/0444#special'], by: HR, date: 2026-03}]")
    catalog = ["--catalog", str(ROOT / "data" / "us-nd"), "--skip-bad"]
    for more in (["--rulings", str(ruling)], ["--as-of", "2026-10"], ["--persons"], catalog):
        assert told(0, 4) in run_here(*asked, *more).err, more
    layout = Path(asked[asked.index("--layout") + 1])
    layout.write_text("ends: exclusive\nopen_ends: ['9999']\n")
    assert run_here(*asked).err == told(0, 4)
    moved = files[0].rename(tmp_path / "jobs elsewhere"), files[1]
    assert told(0, 4) in run_here(*words(moved), "--keep", str(keep)).err


def test_only_the_part_that_changed_is_evaluated_anew(tmp_path: Path, files: tuple[Path, Path]) -> None:
    keep = tmp_path / "kept"
    asked = [*words(files), "--keep", str(keep)]
    run_here(*asked)
    write_parquet(
        files[0] / "part-1.parquet", [{"employee": "new", "class": "us-nd/0441", "start": "2001-01"}], JOB_COLUMNS
    )
    assert run_here(*asked).err == told(3, 1)


def test_parts_with_faults_are_kept_only_where_they_were_evaluated(tmp_path: Path) -> None:
    rows = random_rows(24, seed=5)
    rows.jobs[0]["class"] = "no class"
    keep, files = tmp_path / "kept", cut(tmp_path / "cut", rows, PARTS)
    refused = run_here(*words(files), "--keep", str(keep))
    assert (refused.status, "CLASS_UNKNOWN" in refused.err, len(kept_in(keep))) == (2, True, 3)
    assert run_here(*words(files), "--keep", str(keep), "--skip-bad").err == told(3, 1)
    refused = run_here(*words(files), "--keep", str(keep))
    assert (refused.status, "CLASS_UNKNOWN" in refused.err, len(kept_in(keep))) == (2, True, 4)


def test_what_is_kept_is_for_its_owner_alone_and_tells_of_persons_only_where_they_are_asked_for(
    tmp_path: Path, files: tuple[Path, Path]
) -> None:
    keep = tmp_path / "kept"
    run_here(*words(files), "--keep", str(keep))
    assert b"e000" not in b"".join(gzip.decompress((keep / name).read_bytes()) for name in kept_in(keep))
    run_here(*words(files), "--keep", str(keep), "--persons")
    assert b"e000" in b"".join(gzip.decompress((keep / name).read_bytes()) for name in kept_in(keep))
    if os.name != "nt":
        assert stat.S_IMODE(keep.stat().st_mode) == 0o700
        assert {stat.S_IMODE((keep / name).stat().st_mode) for name in kept_in(keep)} == {0o600}


def test_several_processes_give_the_same(tmp_path: Path, files: tuple[Path, Path], plain: Run) -> None:
    keep = tmp_path / "kept"
    ran = run_here(*words(files), "--keep", str(keep), "--workers", "2", "--all")
    assert (ran.out, ran.err, len(kept_in(keep))) == (plain.out, told(0, 4), 4)


def test_where_no_part_can_be_kept_the_file_is_named(tmp_path: Path, files: tuple[Path, Path]) -> None:
    keep = tmp_path / "kept"
    run_here(*words(files), "--keep", str(keep))
    name = kept_in(keep)[0]
    (keep / name).unlink()
    (keep / name).mkdir()
    ran = run_here(*words(files), "--keep", str(keep))
    assert (ran.status, str(keep / name) in ran.err) == (3, True)
    shutil.rmtree(keep)
    keep.write_text("a file")
    assert run_here(*words(files), "--keep", str(keep)).status == 3


def test_keep_and_workers_are_for_parts_alone(tmp_path: Path) -> None:
    both = whole(tmp_path, random_rows(3, seed=1))
    for option in (["--keep", str(tmp_path / "kept")], ["--workers", "2"]):
        ran = run_here(*words(both), *option)
        assert (ran.status, f"{option[0]} is for a roster in parts" in ran.err) == (2, True)
    assert run_here(*words(both), "--workers", "0").status == 2


def test_what_befalls_a_part_in_its_process_is_told_by_the_file(
    tmp_path: Path, files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = [*words(files), "--keep", str(tmp_path / "kept")]

    def cannot(*_: object, **__: object) -> None:
        raise CannotWriteError(file="the part", reason="the disk is full")

    monkeypatch.setattr(KeptParts, "keep", cannot)
    ran = run_here(*asked)
    assert (ran.status, "cannot write the part: the disk is full" in ran.err) == (3, True)

    def gone(*_: object, **__: object) -> None:
        raise BadCallError(what="a thing is gone", try_this="bring it back")

    monkeypatch.setattr(part_work, "read_roster", gone)
    ran = run_here(*asked)
    assert (ran.status, "a thing is gone; bring it back" in ran.err) == (2, True)


def test_a_file_that_changes_while_it_is_read_is_told(
    tmp_path: Path, files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    times = count()
    monkeypatch.setattr(part_work, "digest_of_file", lambda _: str(next(times)))
    ran = run_here(*words(files), "--keep", str(tmp_path / "kept"))
    assert (ran.status, "changed while it was read; run it again" in ran.err) == (2, True)
    assert kept_in(tmp_path / "kept") == []


def test_a_process_that_was_ended_is_told_by_the_part(tmp_path: Path) -> None:
    part = Part("one", RosterFiles(write_parquet(tmp_path / "one.parquet", [], JOB_COLUMNS)))
    rules = PartRules(b"", Layout(), None, read_month("2026-11"), has_people=False)
    answer = part_work.ended(PartTask.of(part, rules, "a catalog", {}, None))
    assert "one.parquet was ended, perhaps for want of memory; give fewer --workers" in answer.fault


def test_dates_beyond_those_that_are_kept_apart_are_counted_all_the_same(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = words(files, "--describe", "--json")
    dates = json.loads(run_here(*asked).out)["dates"]
    monkeypatch.setattr(printed_dates, "_MOST_TEXTS", 5)
    found = json.loads(run_here(*asked).out)["dates"]
    assert [row["pattern"] for row in found] == [row["pattern"] for row in dates]
    assert all(row["texts"] >= before["texts"] for row, before in zip(found, dates, strict=True))


def test_what_is_too_large_to_be_read_again_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = KeptParts(tmp_path)
    monkeypatch.setattr("ladder.roster.kept_parts._LARGEST", 30)
    kept.keep("a" * 64, b"1" * 31)
    assert kept_in(tmp_path) == []
    assert unsealed(sealed({"one": [1, "2"]})) == {"one": [1, "2"]}
    assert unsealed(b"damaged") is None
    assert unsealed(sealed(1)[:-9]) is None
