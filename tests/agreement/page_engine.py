"""The page's own evaluator in a headless browser, asked in batches."""

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page

from ladder.condition_codes import GENERAL_WORDS
from tests.agreement.python_engine import slim
from tests.agreement.subjects import Json, Subject
from tests.agreement.tasks import Task
from tests.browsing import patient, started
from tests.measure import ROOT

MODULES = ROOT / "ladder" / "rendering" / "pages" / "my_path"
ENTRIES = ("catalog.js", "profile.js", "eligibility.js", "climb.js", "next_classes.js")
BATCH = 200
_IMPORT = re.compile(r'^import \{[^}]*\} from "\./([a-z_]+\.js)";$', re.MULTILINE)


def modules_of(entries: Iterable[str] = ENTRIES, folder: Path = MODULES) -> list[Path]:
    """Return the modules that the entries import, each after what it imports itself."""
    found: list[Path] = []

    def visit(name: str) -> None:
        file = folder / name
        if file not in found and file.is_file():
            for imported in _IMPORT.findall(file.read_text("utf-8")):
                visit(imported)
            if file not in found:
                found.append(file)

    for entry in entries:
        visit(entry)
    return found


def one_script(files: Iterable[Path]) -> str:
    """Return the modules as one: without their imports of one another."""
    return "\n".join(_IMPORT.sub("", file.read_text("utf-8")) for file in files)


class PageEngine:
    """The evaluator in one open page."""

    def __init__(self, page: Page) -> None:
        """Put the modules into the page."""
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        answering = (Path(__file__).parent / "answer_tasks.js").read_text("utf-8")
        page.set_content("<!doctype html><title>agreement</title>")
        page.add_script_tag(content=f"{one_script(modules_of())}\n{answering}", type="module")
        try:
            page.wait_for_function("globalThis.answerBatch !== undefined")
        finally:
            if faults:
                raise AssertionError(faults)
        self.page = page

    def answers_of(self, tasks: list[Task], *, budget: int | None = None) -> list[Json]:
        """Return the page's answer to each task; ``budget`` is that of best plans, the page's own if null."""
        found: list[Json] = []
        for start in range(0, len(tasks), BATCH):
            found += self._batch(tasks[start : start + BATCH], budget)
        return [slim(one) for one in found]

    def steps_of(self, subject: Subject) -> list[list[Json]]:
        """Return the page's steps into each class of a catalog."""
        told: list[list[Json]] = json.loads(self.page.evaluate("text => stepsOf(text)", json.dumps(subject.compiled)))
        return told

    def _batch(self, tasks: list[Task], budget: int | None) -> list[Json]:
        batch: Json = {
            "catalogs": {task.subject.key: task.subject.compiled for task in tasks},
            "tasks": [{"catalog": task.subject.key, "asked": task.asked} for task in tasks],
            "words": dict(GENERAL_WORDS),
        }
        batch |= {} if budget is None else {"budget": budget}
        answers: list[Json] = json.loads(self.page.evaluate("text => answerBatch(text)", json.dumps(batch)))
        return answers


@contextmanager
def open_engine(browser_path: str) -> Iterator[PageEngine]:
    """Open the evaluator in a browser of its own."""
    with started(browser_path, "--no-sandbox") as browser:
        yield PageEngine(patient(browser.new_context()).new_page())
