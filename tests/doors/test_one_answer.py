"""One question has one answer: on the terminal, as JSON, in a report, from Python and on the page.

Random people are asked about in random classes, of the bundled data and of a folder read from a
few bulletins. What JSON tells is laid beside the other four: status, months, month, route, conditions.
"""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser

import ladder
from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.paths.ladders import classes_below
from ladder.paths.starts import ASSUMED_WITHOUT_PROFILE
from ladder.service_time import read_month
from ladder.telling.routes import routes_in_words
from ladder.telling.times import spell_month, spell_span
from tests.agreement.agreement import breach
from tests.agreement.page_engine import PageEngine
from tests.agreement.profiles import ProfileMaker
from tests.agreement.python_engine import REFUSED, slim
from tests.agreement.subjects import Subject, subject_of
from tests.agreement.tasks import Task
from tests.browsing import patient
from tests.cli.running import Run, run_here
from tests.doors.bulletins import read_bulletins
from tests.measure import SLOW, measure
from tests.rendering.report_pages import words_of

pytestmark = pytest.mark.untraced

AS_OF = "2026-11"
SHARES = 10
PLACES = ("bundled", "bulletins")
MOST_BETWEEN = 0.02
"""Of the questions, those at most where the page, whose budget ends sooner, says "between"."""
PLANS: tuple[Mapping[str, Any], ...] = (
    {},
    {"plan": "none"},
    {"plan": "stay", "study": "12"},
    {"plan": "climb"},
    {"plan": "climb", "include": "peer", "study": "7.5"},
)
VERDICTS = {
    "now": "ou can apply now, if an exam is open",
    "after": ", to ",
    "unknown": "e cannot say: part of the rules is missing here",
    "unreachable": "eeds something else: time in your class alone will not do it",
}
Json = dict[str, Any]


class Asked(NamedTuple):
    """One question: the person, what is asked about whom, and the words of the plan."""

    profile: Json | None
    start: str | None
    target: str
    plan: Mapping[str, Any]


def questions(subject: Subject, rng: Random, count: int) -> Iterator[Asked]:
    """Yield random questions: about a class of a person, and from class to class with and without one."""
    known = [one.class_id for one in subject.catalog.classes.values() if one.qualifications]
    for number in range(count):
        target = rng.choice(known if rng.random() < 0.9 else subject.ids)
        below = sorted(classes_below(subject.catalog, target, frozenset()))
        start = rng.choice(below if below and rng.random() < 0.8 else subject.ids)
        plan = rng.choice(PLANS)
        climbs = plan.get("plan") == "climb"
        made = ProfileMaker(rng, subject, target).profile(present=start if climbs else None)
        if number % 3 == 0:
            yield Asked(made, None, target, plan)
        else:
            yield Asked(made if number % 3 == 1 else None, start, target, plan if climbs else {})


@pytest.fixture(scope="module", autouse=True)
def loaded_once() -> Iterator[None]:
    """Load each catalog once: how it is loaded is no matter here."""
    with pytest.MonkeyPatch.context() as patch:
        once = cache(load_catalog)
        for name in ("cli.assess", "cli.path", "cli.report", "workbench"):
            patch.setattr(f"ladder.{name}.load_catalog", once)
        yield


@pytest.fixture(scope="module")
def bulletins(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return read_bulletins(tmp_path_factory.mktemp("one answer") / "catalog")


class Doors:
    """The four ways to put a question; profiles go into the folder, the catalog is at the path or the bundled one."""

    def __init__(self, folder: Path, path: Path | None) -> None:
        self.folder, self.path = folder, path
        self.classes = ladder.load(path)

    def command(self, asked: Asked, *forms: str, report: bool = False) -> Run:
        """Run the command that asks it, or the one that writes its report."""
        options = [word for name, value in asked.plan.items() for word in (f"--{name}", value)]
        options += ["--as-of", AS_OF, *(["--catalog", str(self.path)] if self.path else []), *forms]
        file = self.folder / "me.json"
        if asked.profile is not None:
            file.write_text(json.dumps(asked.profile), "utf-8")
        if asked.start is None:
            words = ["report", "profile"] if report else ["assess"]
            return run_here(*words, str(file), "--target", asked.target, *options)
        person = [] if asked.profile is None else ["--profile", str(file)]
        return run_here(*(["report"] if report else []), "path", asked.start, asked.target, *person, *options)

    def report(self, asked: Asked) -> str:
        """Return the words of the report page."""
        page = self.folder / "page.html"
        done = self.command(asked, "--no-map", "-o", str(page), report=True)
        assert done.status in {0, 1}, done.err
        return folded(words_of(page.read_text("utf-8")))

    def from_python(self, asked: Asked) -> Json:
        """Return what the Python door gives."""
        if asked.start is None:
            return self.classes.assess(asked.profile or {}, asked.target, as_of=AS_OF, **asked.plan).to_dict()
        found = self.classes.path(asked.start, asked.target, profile=asked.profile, as_of=AS_OF, **asked.plan)
        return found.to_dict()


def folded(text: str) -> str:
    """Return the text in one line, without the marks of its sources."""
    return " ".join(re.sub(r"\s*\[\d+\]", "", text.replace("\N{NO-BREAK SPACE}", " ")).split())


def differences(doors: Doors, asked: Asked) -> Iterator[str]:
    """Yield what the doors tell otherwise than JSON does, nothing where they agree."""
    told = doors.command(asked, "--json")
    if told.status == 2:
        with pytest.raises(ladder.LadderError) as refused:
            doors.from_python(asked)
        if str(refused.value) not in told.err.replace(str(doors.folder / "me.json"), "profile.json"):
            yield f"refused in other words: {refused.value} beside {told.err}"
        return
    answer = json.loads(told.out)
    if doors.from_python(asked) != answer:
        yield "Python tells something else"
    best = answer if asked.start is None else answer["best"] or answer["open_route"]
    text, report = folded(doors.command(asked).out), doors.report(asked)
    for words in facts(doors.classes.catalog, best):
        yield from (
            f"{door} lacks {words!r}" for door, page in (("text", text), ("report", report)) if words not in page
        )


def facts(catalog: Catalog, answer: Json) -> Iterator[str]:
    """Yield what every page must hold of an answer: its verdict and its conditions, in words."""
    yield VERDICTS[answer["status"]]
    if answer["months"]:
        yield f"{spell_span(answer['months'], answer['between'])}, to {spell_month(read_month(answer['month']))}"
    if answer["months"] is not None:
        yield routes_in_words(catalog, answer["routes"])
    yield from (" ".join(one["text"].split()) for one in answer["conditions"])


def task_of(asked: Asked, subject: Subject) -> Task:
    """Return the question as the page takes it: what commands take for granted is written out."""
    kind = asked.plan.get("plan", "stay" if asked.start is None else "climb")
    plan = {"kind": kind, "study": asked.plan.get("study", "0"), "via": [], "lead_in": []}
    plan["include"] = [asked.plan["include"]] if "include" in asked.plan else []
    on_day_one = asked.start is not None and asked.profile is None
    plan["assumed"] = sorted(ASSUMED_WITHOUT_PROFILE) if on_day_one else []
    told: Json = {"profile": asked.profile or {}, "as_of": AS_OF, "today": AS_OF, "target": asked.target, "plan": plan}
    if asked.start is None:
        return Task("door", subject, told | {"kind": "climb" if kind == "climb" else "assess"})
    return Task("door", subject, told | {"kind": "path", "from": asked.start})


class Share(NamedTuple):
    """The doors to one of the places, and a share of its questions."""

    doors: Doors
    subject: Subject
    asked: list[Asked]


def share_of(place: str, share: int, folder: Path, request: pytest.FixtureRequest) -> Share:
    """Return so many of the questions about a place, the same ones for every door."""
    doors = Doors(folder, request.getfixturevalue("bulletins") if place == "bulletins" else None)
    subject = subject_of(place, doors.classes.catalog, longest=48)
    rng = Random(f"one answer {place} {share}")
    return Share(doors, subject, list(questions(subject, rng, measure(2_000, share=SLOW) // SHARES // len(PLACES))))


@pytest.mark.parametrize("share", range(SHARES))
@pytest.mark.parametrize("place", PLACES)
def test_every_door_gives_the_same_answer(
    place: str, share: int, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    doors, _, all_asked = share_of(place, share, tmp_path, request)
    found = [(asked, told) for asked in all_asked for told in differences(doors, asked)]
    assert not found, found[:3]


@pytest.fixture(scope="module")
def engine(browser: Browser) -> Iterator[PageEngine]:
    context = patient(browser.new_context(offline=True))
    yield PageEngine(context.new_page())
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize("place", PLACES)
def test_the_page_gives_the_same_answer(
    place: str, tmp_path: Path, request: pytest.FixtureRequest, engine: PageEngine
) -> None:
    """Where the page says "between", the months of the other doors lie within; that is seldom."""
    count, between = 0, 0
    for share in range(SHARES):
        doors, subject, all_asked = share_of(place, share, tmp_path, request)
        pages = engine.answers_of([task_of(asked, subject) for asked in all_asked])
        for asked, page in zip(all_asked, pages, strict=True):
            told = doors.command(asked, "--json")
            assert not (what := breach(slim(json.loads(told.out)) if told.out else REFUSED, page)), (asked, what)
            count, between = count + 1, between + bool(page.get("stopped"))
    assert count == measure(2_000, share=SLOW) // len(PLACES)
    assert between <= MOST_BETWEEN * count
