"""``ladder site`` as people run it: what it says and leaves, in any locale, with nothing of anybody's profile."""

import base64
import codecs
import os
import pty
import shutil
import subprocess
import sys
import urllib.parse
from collections.abc import Iterator
from pathlib import Path

import pytest

from ladder.records import print_json
from tests.cli.running import ROOT, run_ladder
from tests.rendering.catalogs import HOSTILE, hostile_catalog
from tests.rendering.packed import packed_texts
from tests.rendering.sites import files_of

WORDS = ("site", "--as-of", "2026-11", "-o")
LEAST_PACKED = {"map.html": 3}
"""How many packed texts a page has at least: of the map its data, vis-network and the program."""


def test_it_writes_the_site_and_says_where_and_how_much(tmp_path: Path) -> None:
    site = tmp_path / "out" / "site"
    run = run_ladder(*WORDS, str(site))
    assert (run.status, run.err) == (0, "")
    written = len(files_of(site)) - 1
    assert run.out == (
        f"The site of 22 classes is in {site}: {written} written, 0 unchanged, 0 removed. "
        f"Open {site / 'index.html'} in any browser.\n"
    )
    again = run_ladder(*WORDS, str(site))
    assert f"0 written, {written} unchanged, 0 removed" in again.out


def test_the_month_is_that_of_source_date_epoch_where_none_is_given(tmp_path: Path) -> None:
    run_ladder("site", "-o", str(tmp_path), env={"SOURCE_DATE_EPOCH": "1793500000"})
    assert "The map counts from November 2026" in (tmp_path / "about.html").read_text("utf-8")


def test_steps_that_no_text_names_are_drawn_where_asked(tmp_path: Path) -> None:
    run_ladder(*WORDS, str(tmp_path / "plain"))
    run_ladder(*WORDS, str(tmp_path / "more"), "--include", "inferred")
    plain, more = files_of(tmp_path / "plain"), files_of(tmp_path / "more")
    changed = [path for path in plain if plain[path] != more[path]]
    assert changed == ["about.html", "ladder-site.json", "map.html"]
    assert b"the map those named in no rule besides" in more["about.html"]


@pytest.mark.parametrize("words", [["site"], ["site", "-o"], ["site", "-o", "x", "--include", "guessed"]])
def test_bad_calls_are_refused(words: list[str]) -> None:
    run = run_ladder(*words)
    assert (run.status, run.out) == (2, "")
    assert len(run.err.splitlines()) == 1


def test_files_of_others_in_its_way_are_named_and_kept_unless_told_otherwise(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(b"mine")
    refused = run_ladder(*WORDS, str(tmp_path))
    assert (refused.status, refused.out) == (2, "")
    assert refused.err == (
        "index.html was not written by the site, or was edited since; move it away, or give --overwrite to replace it\n"
    )
    assert files_of(tmp_path) == {"index.html": b"mine"}
    assert run_ladder(*WORDS, str(tmp_path), "--overwrite").status == 0
    assert b"Career ladders" in (tmp_path / "index.html").read_bytes()


def test_a_list_that_somebody_changed_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "ladder-site.json").write_bytes(b'{"format": 1, "files": {"../x": {}}}')
    refused = run_ladder(*WORDS, str(tmp_path))
    assert (refused.status, refused.out, len(refused.err.splitlines())) == (2, "", 1)
    assert "ladder-site.json" in refused.err


def test_an_edited_page_of_a_class_that_is_no_more_is_left_and_named(tmp_path: Path) -> None:
    catalog, site = tmp_path / "us-nd", tmp_path / "site"
    shutil.copytree(ROOT / "data" / "us-nd", catalog)
    run_ladder(*WORDS, str(site), "--catalog", str(catalog))
    page = site / "classes" / "us-nd" / "0444.html"
    page.write_bytes(b"edited")
    (catalog / "0444.yaml").unlink()
    rulings = (catalog / "jurisdiction.yaml").read_text("utf-8").partition("rulings:")[0]
    aliases = rulings.partition("  - title: Customer Services Consultant")[0]
    (catalog / "jurisdiction.yaml").write_text(aliases, "utf-8")
    run = run_ladder(*WORDS, str(site), "--catalog", str(catalog))
    assert (run.status, run.err) == (0, f"{page} belongs to no class any more, but was edited: it is left\n")
    assert page.read_bytes() == b"edited"


def test_what_cannot_be_written_ends_with_3_and_the_old_page_stands(tmp_path: Path) -> None:
    run_ladder(*WORDS, str(tmp_path))
    before = files_of(tmp_path)
    (tmp_path / "map.html").unlink()
    (tmp_path / "map.html").mkdir()
    for target in (tmp_path, tmp_path / "index.html", Path("/dev/null/site")):
        run = run_ladder(*WORDS, str(target))
        assert (run.status, run.out, len(run.err.splitlines())) == (3, "", 1)
    assert {path for path, content in before.items() if files_of(tmp_path).get(path) != content} == {"map.html"}


# ------------------------------------------------------------------ progress


def run_on_a_terminal(*words: str) -> str:
    """Return what the program writes on standard error where that is a terminal."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "ladder", *words],
        stdout=subprocess.DEVNULL,
        stderr=theirs,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm"},
    ) as running:
        os.close(theirs)
        written = b"".join(_read_all(ours))
        assert running.wait() == 0
    os.close(ours)
    return written.decode()


def _read_all(terminal: int) -> Iterator[bytes]:
    while True:
        try:
            read = os.read(terminal, 4096)
        except OSError:
            return
        if not read:
            return
        yield read


def test_progress_is_told_on_a_terminal_only(tmp_path: Path) -> None:
    told = run_on_a_terminal(*WORDS, str(tmp_path))
    assert "Pages" in told
    assert "100%" in told
    assert run_ladder(*WORDS, str(tmp_path)).err == ""


# ------------------------------------------------------------------ locales, and what is nobody else's to read


@pytest.fixture(scope="module")
def hostile_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a catalog file with words of many alphabets."""
    file = tmp_path_factory.mktemp("hostile") / "catalog.json"
    file.write_text(print_json(hostile_catalog().record), "utf-8")
    return file


def test_the_bytes_are_the_same_where_the_locale_knows_no_utf_8(hostile_file: Path, tmp_path: Path) -> None:
    old = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"}
    said = subprocess.run(
        [sys.executable, "-c", "import locale; print(locale.getpreferredencoding(False))"],
        env={**os.environ, **old},
        capture_output=True,
        check=True,
        text=True,
    )
    assert said.stdout.strip().lower() not in {"utf-8", "utf8"}
    for name, env in (("utf8", {"PYTHONUTF8": "1"}), ("old", old)):
        run = run_ladder(*WORDS, str(tmp_path / name), "--catalog", str(hostile_file), env=env)
        assert (run.status, run.err) == (0, "")
    assert files_of(tmp_path / "utf8") == files_of(tmp_path / "old")
    assert HOSTILE[10].encode() in files_of(tmp_path / "old")["index.html"]


CANARIES = ("Zebrafink Quagmire Kiosk", "31.41592", "2019-07-23", "Wombatology")
"""Each so long that no chance makes its code out of what is packed in a page."""


def in_many_codes(word: str) -> Iterator[bytes]:
    """Yield a word as it may hide: in several encodings, escaped, backwards."""
    plain = word.encode()
    yield from (plain, plain.lower(), plain[::-1], word.encode("utf-16-le"), word.encode("utf-16-be"))
    yield from (plain.hex().encode(), urllib.parse.quote(word).encode(), codecs.encode(word, "rot13").encode())
    yield "".join(f"&#{ord(letter)};" for letter in word).encode()
    yield "".join(f"\\u{ord(letter):04x}" for letter in word).encode()
    for shift in range(3):
        yield base64.b64encode(b"\0" * shift + plain)[4:-4]


def unpacked(path: str, content: bytes) -> bytes:
    """Return a page with all that is packed in it, unpacked after it."""
    found = packed_texts(content.decode("utf-8")) if path.endswith(".html") else {}
    assert len(found) >= LEAST_PACKED.get(path, 0)
    return b"\n".join([content, *(text.encode() for text in found.values())])


def test_a_site_holds_nothing_of_any_profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    profile = (
        f"as_of: {CANARIES[2]}\njobs:\n  - {{title: {CANARIES[0]}, months: {CANARIES[1]}, "
        f"counts_toward: [us-nd/0441#general]}}\neducation:\n  degrees: [{{level: bachelor, field: {CANARIES[3]}}}]\n"
    )
    catalog = tmp_path / "data"
    shutil.copytree(ROOT / "data", catalog)
    for place in (tmp_path, catalog, catalog / "us-nd", tmp_path / "site"):
        place.mkdir(exist_ok=True)
        (place / "profile.yaml.txt").write_text(profile, "utf-8")
        (place / "profile.json").write_text(f'{{"jobs": [{{"title": "{CANARIES[0]}"}}]}}', "utf-8")
    (tmp_path / "me.yaml").write_text(profile, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert run_ladder("assess", "me.yaml", "--as-of", "2026-11").status == 0
    run = run_ladder(*WORDS, "site", "--catalog", "data")
    assert (run.status, run.err) == (0, "")
    pages = {
        path: unpacked(path, content) for path, content in files_of(tmp_path / "site").items() if "profile" not in path
    }
    assert b"Customer Services Representative" in pages["map.html"].rpartition(b"</html>")[2]
    found = [
        (path, word) for word in CANARIES for code in in_many_codes(word) for path, content in pages.items()
        if code in content
    ]  # fmt: skip
    assert found == []
    other = {"USER": CANARIES[0], "LOGNAME": CANARIES[0], "HOSTNAME": CANARIES[3]}
    assert f"{len(pages) - 1} unchanged" in run_ladder(*WORDS, "site", "--catalog", "data", env=other).out
