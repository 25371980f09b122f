"""``--docx`` of reports and rosters: a document in place of the page, figures beside it, no person unless asked for."""

import json
import os
import stat
from pathlib import Path

import pytest

from tests.cli.running import run_here
from tests.cli.test_roster import JOBS, PEOPLE, given, roster
from tests.golden.commands import PROFILE
from tests.word_files import alternatives_of, header_rows_of, headings_of, words_of

AS_OF = ("--as-of", "2026-11")
REPORTS = {
    "class": ("us-ct/5246SH",),
    "profile": (str(PROFILE), "--target", "6435CL"),
    "path": ("0441", "0443"),
    "catalog": (),
}


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_is_a_document_with_its_figures_beside_it(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told = run_here("report", name, *REPORTS[name], *AS_OF, "--docx", "report.docx")
    assert (told.status, told.err) == (0, "")
    assert "is in report.docx: open it in Word or LibreOffice." in told.out
    content = Path("report.docx").read_bytes()
    figures = len(alternatives_of(content))
    names = [f"report-figure-{number}.{kind}" for number in range(1, figures + 1) for kind in ("png", "svg")]
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted(["report.docx", *names])
    assert figures == {"class": 1, "profile": 0, "path": 1, "catalog": 6}[name]
    again = run_here("report", name, *REPORTS[name], *AS_OF, "--docx", "again.docx")
    assert (again.status, Path("again.docx").read_bytes()) == (0, content)


def test_what_a_profile_makes_is_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "report.docx"
    assert run_here("report", "profile", str(PROFILE), *AS_OF, "--docx", str(file)).status == 0
    assert os.name != "posix" or stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (("catalog", "--docx", "a.docx", "-o", "a.html"), "--docx and -o"),
        (("catalog", "--docx", "a.docx", "--json"), "--docx and --json"),
        (("catalog", "--docx", "-"), "a Word document and its figures are files"),
    ],
)
def test_two_forms_of_one_answer_are_refused(
    words: tuple[str, ...], what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told = run_here("report", *words, *AS_OF)
    assert (told.status, list(tmp_path.iterdir())) == (2, [])
    assert what in told.err


def test_the_bench_tells_of_no_person_unless_asked(tmp_path: Path) -> None:
    file, with_persons = tmp_path / "bench.docx", tmp_path / "persons.docx"
    tables = given(tmp_path, JOBS, PEOPLE)
    told = roster(*tables, "--docx", str(file))
    assert told.status == 0
    assert "The tables are in" in told.err
    assert headings_of(file.read_bytes())[0] == (1, "Who could step up, and when")
    heads = header_rows_of(file.read_bytes())
    assert heads[0][:3] == ["class", "title", "hold it"]
    assert len(heads) == len(headings_of(file.read_bytes())) - 1
    assert not {"e1", "e2", "e3"} & set(words_of(file.read_bytes()).split())
    assert roster(*tables, "--persons", "--docx", str(with_persons)).status == 0
    assert {"e1", "e2"} & set(words_of(with_persons.read_bytes()).split())
    assert os.name != "posix" or stat.S_IMODE(file.stat().st_mode) == 0o600


def test_what_is_described_is_a_document_too(tmp_path: Path) -> None:
    file = tmp_path / "read.docx"
    assert roster(*given(tmp_path, JOBS, PEOPLE), "--describe", "--docx", str(file)).status == 0
    assert headings_of(file.read_bytes())[0] == (1, "What was read")
    assert json.dumps(header_rows_of(file.read_bytes()))
