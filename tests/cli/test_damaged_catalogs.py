"""Damaged catalogs: never a fault of ladder, never another answer without a word."""

import json
import os
import random
import sys
from pathlib import Path

import pytest

from ladder.catalog import bundled as shipped
from ladder.catalog.bundled import read_bundled
from ladder.catalog.compiled import compile_catalog, is_as_compiled, read_compiled
from ladder.catalog.loading import load_catalog, read_catalog
from ladder.errors import BadFileError
from tests.cli.running import run_here, run_ladder

DATA = Path(__file__).parents[2] / "data"
CONTENT = (DATA / "catalog.json").read_bytes()
OPEN = b"{" + CONTENT[len(b'{"checksum":"",') + 64 :]
"""The bundled catalog without its checksum, as another program may write one."""

DAMAGED = (
    "bundled catalog: the catalog that belongs to the program was changed or cut: its checksum does not fit;"
    " install career-ladder again, or name a catalog with --catalog"
)
TOUCHED = (
    "the file was changed or cut after it was compiled: its checksum does not fit; make it again with"
    " 'ladder catalog build'; to have it read as it stands, take its field 'checksum' out"
)
ALL = range(200)
LARGE_NUMBER = b"7" * 5000
DEEP = b"[" * 300 + b"]" * 300


def damaged(content: bytes, seed: int) -> bytes:
    """Return the content with damage of one kind, at a place that the seed draws."""
    drawn = random.Random(seed)
    at = drawn.randrange(len(content) - 1)
    before, byte, after = content[:at], content[at : at + 1], content[at + 1 :]
    kinds = (
        lambda: before + bytes([byte[0] ^ (1 << drawn.randrange(8))]) + after,
        lambda: before + bytes([byte[0] ^ drawn.randrange(1, 256)]) + after,
        lambda: before,
        lambda: before + after,
        lambda: before + b"\0" + after,
        lambda: before + byte + drawn.randbytes(3) + after,
        lambda: before + b"\0" * 512 + content[at + 512 :],
        lambda: content[: at // 512 * 512],
        lambda: content[at:],
        lambda: content + content[:at],
        lambda: _with_figure_changed(content, at),
        lambda: before + byte + byte + after,
    )
    return kinds[seed % len(kinds)]()


def _with_figure_changed(content: bytes, at: int) -> bytes:
    place = next((n for n in range(at, len(content)) if content[n : n + 1].isdigit()), len(content) - 9)
    return content[:place] + str((content[place] - 47) % 10).encode() + content[place + 1 :]


def told(*words: str) -> tuple[int, str, str]:
    """Run one command in this process and return its status and what it printed."""
    done = run_here(*words)
    return done.status, done.out, done.err


@pytest.fixture
def bundled(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Put content in place of the bundled catalog's file."""
    content = [CONTENT]
    monkeypatch.setattr(shipped, "_beside_code", lambda _folder, _file: content[0])
    return content


def test_the_bundled_catalog_is_held_against_its_checksum(bundled: list[bytes]) -> None:
    wanted = told("path", "us-nd/0441", "us-nd/0443", "--as-of", "2026-11")
    assert wanted[0] == 0
    for seed in ALL:
        bundled[0] = damaged(CONTENT, seed)
        assert bundled[0] != CONTENT
        assert told("path", "us-nd/0441", "us-nd/0443", "--as-of", "2026-11") == (
            2,
            "",
            f"{DAMAGED}\n",
        ), seed
    for content in (b"", b"\0", b"{}", OPEN, b"null", b"\xff" * 99):
        bundled[0] = content
        assert told("classes")[0] == 2


def test_a_compiled_file_is_held_against_its_checksum(tmp_path: Path) -> None:
    file = tmp_path / "c.json"
    for seed in ALL:
        file.write_bytes(damaged(CONTENT, seed))
        for words in (["classes", "--catalog", str(file)], ["check", str(file)]):
            status, out, err = told(*words)
            assert (status, out) == (2, ""), (seed, words)
            assert err.startswith(f"{file}:"), seed
            assert "fault of ladder" not in err


@pytest.mark.parametrize("cut", [0, 1, 5, 13, 20, 77, 78, 79, 80, 200, len(CONTENT) // 2, len(CONTENT) - 2])
def test_a_file_that_is_cut_is_one_line(cut: int, tmp_path: Path) -> None:
    file = tmp_path / "c.json"
    file.write_bytes(CONTENT[:cut])
    status, out, err = told("classes", "--catalog", str(file))
    assert (status, out, len(err.splitlines())) == (2, "", 1)


@pytest.mark.parametrize("whole", [b"\xef\xbb\xbf" + CONTENT, CONTENT[:-1] + b"\r\n"])
def test_a_mark_before_it_or_another_line_end_behind_it_is_no_damage(whole: bytes, tmp_path: Path) -> None:
    (tmp_path / "c.json").write_bytes(whole)
    assert is_as_compiled(whole)
    assert load_catalog(tmp_path / "c.json").record == load_catalog().record


def test_a_file_that_has_no_checksum_is_validated_like_any_other(tmp_path: Path) -> None:
    assert read_compiled(OPEN, file="x") == read_bundled()
    file = tmp_path / "c.json"
    for seed in ALL:
        file.write_bytes(damaged(OPEN, seed))
        status, out, err = told("classes", "--catalog", str(file))
        assert status in {0, 2}, (seed, err)
        assert bool(out) is not bool(err), seed


@pytest.mark.parametrize(
    "value",
    [
        LARGE_NUMBER,
        b"-" + LARGE_NUMBER,
        b"1." + LARGE_NUMBER,
        b"1e999",
        b"NaN",
        b'"\\ud800"',
        b'"\\u0000"',
        DEEP,
        b"null",
    ],
    ids=lambda value: value[:9].decode(),
)
@pytest.mark.parametrize("place", [b'"code":"0029MP"', b'"format":1', b'"low":"34.57"', b'"title":'], ids=bytes.decode)
def test_a_value_that_no_catalog_holds_is_refused(place: bytes, value: bytes, tmp_path: Path) -> None:
    file = tmp_path / "c.json"
    name = place.partition(b":")[0]
    assert place in OPEN
    end = b'"x":0,"title":' if place.endswith(b":") else b""
    file.write_bytes(OPEN.replace(place, name + b":" + value + (b"," + end if end else b""), 1))
    for words in (["classes", "--catalog", str(file)], ["check", str(file)], ["assess", str(file)]):
        status, out, err = told(*words)
        assert (status, out) == (2, ""), err
        assert err


def test_what_was_changed_by_hand_is_refused_until_the_checksum_is_taken_out(tmp_path: Path) -> None:
    file = tmp_path / "c.json"
    changed = CONTENT.replace(b'"low":"34.57"', b'"low":"94.57"', 1)
    file.write_bytes(changed)
    assert told("classes", "--catalog", str(file)) == (
        2,
        "",
        f"{file}: {TOUCHED}\n",
    )
    raw = json.loads(changed)
    del raw["checksum"]
    file.write_text(json.dumps(raw, indent=1), encoding="utf-8")
    status, _, err = told("classes", "--catalog", str(file))
    assert (status, err == "") in {(0, True), (2, False)}
    record = read_catalog(DATA)
    file.write_bytes(compile_catalog(record))
    assert load_catalog(file).record == record


@pytest.mark.skipif(sys.platform == "win32", reason="no devices, no pipes")
def test_what_is_no_file_at_all(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with (tmp_path / "huge").open("wb") as file:
        file.truncate(5_000_000_000)
    (tmp_path / "junk").write_bytes(random.Random(0).randbytes(4096))
    (tmp_path / "nul").write_bytes(b"\0" * 4096)
    (tmp_path / "empty").write_bytes(b"")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "folder" / "us-aa").mkdir(parents=True)
    os.mkfifo(tmp_path / "folder" / "us-aa" / "jurisdiction.yaml")
    (tmp_path / "folder" / "us-aa" / "1.yaml").symlink_to("/dev/zero")
    (tmp_path / "folder" / "us-aa" / "2.yaml").mkdir()
    names = [*map(str, sorted(tmp_path.iterdir())), "/dev/zero", "/dev/null", "x" * 5000]
    for name in names:
        for words in (
            ["classes", "--catalog", name],
            ["check", name],
            ["assess", name],
            ["path", "0441", "0443", "--profile", name],
        ):
            status, out, err = told(*words)
            assert (status, out) == (2, ""), (words, err)
            assert err
            assert len(err.splitlines()) == 1 or name.endswith("folder"), err


def test_a_catalog_without_a_checksum_is_never_the_bundled_one(bundled: list[bytes]) -> None:
    bundled[0] = OPEN
    with pytest.raises(BadFileError, match="checksum does not fit; install career-ladder again"):
        read_bundled()


def test_the_program_itself_refuses_a_changed_bundled_catalog(tmp_path: Path) -> None:
    package = tmp_path / "ladder"
    (package / "data").mkdir(parents=True)
    (package / "data" / "catalog.json").write_bytes(CONTENT.replace(b'"months":24', b'"months":12', 1))
    with pytest.raises(BadFileError, match="was changed or cut"):
        read_bundled(package)
    assert run_ladder("catalog", "build", "-o", "-").status == 0
