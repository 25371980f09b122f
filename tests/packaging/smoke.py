"""One short call of every part of the program, by an installation anywhere: what each answers, to be compared.

The calls are run in a folder of their own outside the checkout, by the program of one
environment. What they answer must not depend on the versions of the packages below.
"""

import hashlib
import os
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from tests.golden.commands import AS_OF, PROFILE
from tests.measure import HANG_SECONDS
from tests.reading.text.making import docx_of, pdf_of
from tests.reading.written import ConnecticutClass, print_connecticut

_PAGE = "<!DOCTYPE html><html><head><title>A class</title></head><body>{}</body></html>"
_KEPT_BY_THE_SITE = "ladder-site.json"
"""Holds digests that name the versions of the packages that drew the pages."""


class Call(NamedTuple):
    """The words of a call, its exit status, words of its answer, and the files or folders that it makes.

    ``in_words_of_click`` says that click words the fault, each version in its own way.
    """

    words: tuple[str, ...]
    status: int
    says: str
    makes: tuple[str, ...] = ()
    in_words_of_click: bool = False


class Answer(NamedTuple):
    """What one call left: exit status, both streams, digests of what it wrote."""

    status: int
    out: str
    err: str
    written: Mapping[str, str]


CALLS: Mapping[str, Call] = {
    "version": Call(("--version",), 0, "ladder, version"),
    "help": Call(("--help",), 0, "Career ladders of public service"),
    "help of a command": Call(("path", "--help"), 0, "Usage: ladder path"),
    "no words": Call((), 2, "Usage: ladder"),
    "a group alone": Call(("catalog",), 2, "Usage: ladder catalog"),
    "a bad command": Call(("clases",), 2, "did you mean 'classes'"),
    "a bad option": Call(("classes", "--bogus"), 2, "ladder classes: No such option", in_words_of_click=True),
    "a bad choice": Call(("assess", "profile.yaml", "--plan", "luck"), 2, "ladder assess: Invalid value"),
    "a bad class": Call(("show", "us-nd/9999"), 2, "9999"),
    "a bad month": Call(("path", "0441", "0443", "--as-of", "May"), 2, "ladder path: Invalid value"),
    "a missing argument": Call(("path", "0441"), 2, "ladder path: Missing argument"),
    "a bad file": Call(("assess", "broken.yaml"), 2, "broken.yaml:"),
    "a bad profile": Call(("assess", "wrong.yaml"), 2, "wrong.yaml:"),
    "classes": Call(("classes",), 0, "us-nd/0441"),
    "catalogs": Call(("catalogs",), 0, "philadelphia"),
    "a city": Call(("classes", "--catalog", "los-angeles", "secretary"), 0, "Secretary"),
    "show": Call(("show", "us-nd/0442", "--json"), 0, '"us-nd/0442"'),
    "path": Call(("path", "us-nd/0441", "us-nd/0443", *AS_OF), 0, "after 3 years, in November 2029"),
    "path with a profile": Call(
        ("path", "0442", "0444", "--profile", "profile.yaml", *AS_OF, "--json"), 0, '"proved_months"'
    ),
    "assess": Call(("assess", "profile.yaml", *AS_OF, "--json"), 0, "us-ct/6435CL"),
    "assess a class": Call(("assess", "profile.yaml", "--target", "6435CL", *AS_OF), 0, "1 year with 3 months left"),
    "reach": Call(("reach", "us-nd/0441", *AS_OF, "--csv"), 0, "us-nd/0444"),
    "profile": Call(("profile", "new", *AS_OF), 0, "# A profile for ladder."),
    "roster": Call(("roster", "--jobs", "jobs.csv", *AS_OF), 0, "us-nd/0443"),
    "roster to files": Call(
        ("roster", "--jobs", "jobs.csv", *AS_OF, "--xlsx", "bench.xlsx", "--csv", "tables"),
        0,
        "People as of November 2026: 2",
        ("bench.xlsx", "tables"),
    ),
    "a bad roster": Call(("roster", "--jobs", "jobs.csv", "--layout", "texas", *AS_OF), 2, "jobs.csv: employee:"),
    "template of a roster": Call(("roster", "--template", "template"), 0, "fill them in", ("template",)),
    "analyse": Call(("analyse", "us-nd/0442", *AS_OF), 0, "Customer Service Specialist"),
    "diff": Call(("diff", "--since", "2012", *AS_OF), 0, ""),
    "whatif": Call(("whatif", "--drop", "us-nd/0442#general", *AS_OF), 0, "Customer Service Specialist"),
    "export": Call(("export", "json"), 0, "us-nd/0443"),
    "export to a folder": Call(("export", "csv", "-o", "ladder"), 0, "", ("ladder",)),
    "export to a workbook": Call(("export", "xlsx", "-o", "ladder.xlsx"), 0, "", ("ladder.xlsx",)),
    "export to a drawing": Call(("export", "mermaid", "--class", "0442"), 0, "flowchart BT"),
    "read text": Call(("read", "text.txt", "--json"), 0, "Bridge Inspector"),
    "read HTML": Call(("read", "page.html", "--json"), 0, "Bridge Inspector"),
    "read DOCX": Call(("read", "words.docx", "--json"), 0, "Bridge Inspector"),
    "read PDF": Call(("read", "pages.pdf", "--json"), 0, "Bridge Inspector"),
    "read into a folder": Call(
        ("read", "text.txt", "-o", "catalog", "--sheet", "sheet.html"), 0, "1 document read", ("catalog", "sheet.html")
    ),
    "a catalog that was read": Call(("classes", "--catalog", "catalog", "--json"), 0, "Bridge Inspector"),
    "build": Call(("catalog", "build", "--catalog", "catalog", "-o", "built.json"), 0, "", ("built.json",)),
    "map": Call(("map", *AS_OF, "-o", "map.html"), 0, "", ("map.html",)),
    "report of a class": Call(("report", "class", "5246SH", *AS_OF, "-o", "class.html"), 0, "", ("class.html",)),
    "report of a profile": Call(
        ("report", "profile", "profile.yaml", *AS_OF, "-o", "progress.html"), 0, "", ("progress.html",)
    ),
    "report of the catalog": Call(("report", "catalog", *AS_OF, "-o", "whole.html"), 0, "", ("whole.html",)),
    "site": Call(("site", *AS_OF, "-o", "site"), 0, "", ("site",)),
    "check": Call(("check",), 0, "no faults"),
    "check of documents": Call(("check", "text.txt", "page.html", "--json"), 2, '"code"'),
    "schemas": Call(("schema", "-o", "schemas"), 0, "", ("schemas",)),
}


def write_inputs(folder: Path) -> None:
    """Write a profile, two broken ones and a class specification of our own in every kind of document."""
    lines = print_connecticut(ConnecticutClass()).splitlines()
    paragraphs = [line for line in lines if line]
    (folder / "profile.yaml").write_bytes(PROFILE.read_bytes())
    (folder / "broken.yaml").write_text("jobs: [\n", "utf-8")
    (folder / "wrong.yaml").write_text("jobs:\n  - months: -3\n", "utf-8")
    rows = "e1,us-nd/0441,2020-01-01\ne2,us-nd/0442,2024-01-01\n"
    (folder / "jobs.csv").write_text(f"employee,class,start\n{rows}", "utf-8")
    (folder / "text.txt").write_text("\n".join(lines) + "\n", "utf-8")
    (folder / "page.html").write_text(_PAGE.format("".join(f"<p>{line}</p>" for line in paragraphs)), "utf-8")
    (folder / "words.docx").write_bytes(docx_of(*paragraphs))
    (folder / "pages.pdf").write_bytes(pdf_of(lines))


def answer_all(program: Path, folder: Path) -> dict[str, Answer]:
    """Run every call by the program of an environment, in the folder; its inputs must be there."""
    return {name: _answer(program, call, folder) for name, call in CALLS.items()}


def _answer(program: Path, call: Call, folder: Path) -> Answer:
    done = subprocess.run(
        [str(program), *call.words],
        cwd=folder,
        env=_environment(),
        capture_output=True,
        check=False,
        timeout=HANG_SECONDS,
    )
    written = {name: digest for made in call.makes for name, digest in _digests(folder, folder / made)}
    return Answer(done.returncode, done.stdout.decode(), done.stderr.decode(), written)


def _environment() -> dict[str, str]:
    """Return the environment without what would lead an installation back to the checkout, or to another tongue."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LADDER", "_LADDER", "PYTHON"))}
    return {**kept, "PYTHONIOENCODING": "utf-8", "PYTHONWARNINGS": "error"}


def _digests(folder: Path, made: Path) -> Iterator[tuple[str, str]]:
    """Yield the digest of each file made; a file that is missing has none."""
    files = sorted(made.rglob("*")) if made.is_dir() else [made]
    for file in files:
        if file.is_file() and file.name != _KEPT_BY_THE_SITE:
            yield file.relative_to(folder).as_posix(), hashlib.sha256(file.read_bytes()).hexdigest()


def wrong_answers(answers: Mapping[str, Answer]) -> list[str]:
    """Tell the calls that did not end or answer as they should."""
    return [fault for name, answer in answers.items() if (fault := _wrong(name, CALLS[name], answer))]


def _wrong(name: str, call: Call, answer: Answer) -> str:
    if answer.status != call.status:
        return f"{name}: exit status {answer.status}, not {call.status}: {answer.err[-300:]}"
    if "Traceback" in answer.err:
        return f"{name}: a traceback: {answer.err[-300:]}"
    if call.says not in " ".join((answer.out + answer.err).split()):
        return f"{name}: does not say {call.says!r}: {answer.out[:200]!r} {answer.err[:200]!r}"
    missing = [
        made for made in call.makes if not any(Path(made) in (Path(one), *Path(one).parents) for one in answer.written)
    ]
    return f"{name}: did not make {', '.join(missing)}" if missing else ""


def differences(answers: Mapping[str, Answer], others: Mapping[str, Answer]) -> list[str]:
    """Tell the calls whose answers differ in status, words or bytes written."""
    return [fault for name in CALLS if (fault := _difference(name, answers[name], others[name]))]


def _difference(name: str, one: Answer, other: Answer) -> str:
    for part in ("status", "out") if CALLS[name].in_words_of_click else ("status", "out", "err"):
        if getattr(one, part) != getattr(other, part):
            return f"{name}: {part} differs: {getattr(one, part)!r:.400}, here {getattr(other, part)!r:.400}"
    unlike = sorted(file for file in {*one.written, *other.written} if one.written.get(file) != other.written.get(file))
    return f"{name}: {len(unlike)} files differ: {', '.join(unlike[:5])}" if unlike else ""
