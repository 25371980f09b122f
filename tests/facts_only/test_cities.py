"""The bundled cities beside their documents: nothing of their words, and the same answers."""

import html
import json
import re
from collections.abc import Iterator
from functools import lru_cache
from random import Random
from typing import Any

import pytest

from ladder.catalog.bundled_names import BUNDLED
from ladder.catalog.compiled import compile_catalog
from ladder.records import json_tree_of
from tests.agreement.profiles import AS_OF, ProfileMaker
from tests.agreement.python_engine import answer_of
from tests.agreement.subjects import Json, Subject, subject_of
from tests.agreement.tasks import Task
from tests.facts_only.cities import CITIES, city, kept_of
from tests.measure import ROOT, measure
from tests.reading.corpora import files_of, needs_corpora, readings_of

RUN = 8
"""So many words in a row are a sentence's."""

ROW = 9
"""So many words in a row, over several names, are a list as a document prints it."""

QUESTIONS = 2500
_TOLD = frozenset({"text", "what", "conditions_text"})


def words_of(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", html.unescape(text).casefold())


def runs_of(text: str, length: int = RUN) -> set[tuple[str, ...]]:
    words = words_of(text)
    return {tuple(words[start : start + length]) for start in range(len(words) - length + 1)}


@lru_cache(maxsize=4)
def runs_in(name: str, length: int = RUN) -> frozenset[tuple[str, ...]]:
    """Return every run of words in the documents of a city: as ladder reads them, and as their files stand."""
    documents = {one.document for one in readings_of(name)}
    texts = [one.text for one in documents]
    texts += [re.sub(r"<[^>]*>", " ", one.read_bytes().decode("utf-8", "replace")) for one in files_of(name)]
    return frozenset().union(*(runs_of(text, length) for text in texts))


def texts_in(tree: object) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree
    held = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
    for one in held:
        yield from texts_in(one)


@pytest.mark.untraced
@needs_corpora
@pytest.mark.parametrize("name", CITIES)
def test_no_run_of_eight_words_of_a_document_is_in_the_bundled_city(name: str) -> None:
    content = (ROOT / "data" / BUNDLED[name]).read_bytes()
    kept = [one for one in texts_in(json.loads(content)) if runs_of(one) & runs_in(name)]
    assert kept == []
    read = [one for spec in city(name).read.classes.values() for one in texts_in(json_tree_of(spec))]
    assert sum(bool(runs_of(one) & runs_in(name)) for one in read) > 1000, "the gate would see them"


@needs_corpora
@pytest.mark.parametrize("name", CITIES)
def test_no_row_of_names_stands_as_a_document_prints_it(name: str) -> None:
    content = (ROOT / "data" / BUNDLED[name]).read_text("utf-8")
    assert runs_of(content, ROW) & runs_in(name, ROW) == set()


@needs_corpora
@pytest.mark.parametrize("name", CITIES)
def test_what_is_noted_of_a_document_quotes_nothing_of_it(name: str) -> None:
    notes = {note.text for one in kept_of(name).readings for note in one.notes}
    assert not [text for text in notes if runs_of(text) & runs_in(name)]


@needs_corpora
@pytest.mark.parametrize("name", CITIES)
def test_the_bundled_city_is_what_is_read_of_its_documents_now(name: str) -> None:
    kept = {spec.class_id: spec for spec in kept_of(name).classes}
    assert kept == dict(city(name).kept.classes), "make data"
    content = (ROOT / "data" / BUNDLED[name]).read_bytes()
    assert compile_catalog(city(name).kept.record, found_sound=True) == content, "make data"


class CityProfiles(ProfileMaker):
    """People whose licenses and fields of study are those that the city names."""

    def __init__(self, rng: Random, subject: Subject, target: str, names: tuple[list[str], list[str]]) -> None:
        super().__init__(rng, subject, target)
        self.licenses, self.fields = names

    def licence(self) -> object:
        return self.pick(self.licenses) if self.chance(0.8) else super().licence()

    def degree(self) -> Json:
        held = super().degree()
        return held | {"field": self.pick(self.fields)} if "field" in held else held


@lru_cache(maxsize=2)
def subjects(name: str) -> tuple[Subject, Subject]:
    return (
        subject_of(f"{name} as read", city(name).read, longest=72),
        subject_of(f"{name} as bundled", city(name).kept, longest=72),
    )


def names_in(name: str) -> tuple[list[str], list[str]]:
    """Return the licenses and the fields of study that the rules of a city name."""
    rules = [one.qualifications for one in city(name).read.classes.values() if one.qualifications]
    asked = [rule for one in rules for rule in (*one.requirements, *one.substitutions)]
    licenses = sorted({rule.name for rule in asked if rule.kind == "credential"})
    return licenses, sorted({field for rule in asked for field in getattr(rule, "fields", ())})


def cut(value: Any, name: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return a profile with its names as the bundled city has them."""
    names = city(name).facts.names
    if isinstance(value, str):
        return names(value) if value in {*names_in(name)[0], *names_in(name)[1]} else value
    if isinstance(value, dict):
        return {key: cut(one, name) for key, one in value.items()}
    return [cut(one, name) for one in value] if isinstance(value, list) else value


def without_words(answer: Any) -> Any:  # noqa: ANN401 - as above
    """Return an answer without the words of the record that it tells."""
    if isinstance(answer, dict):
        return {key: without_words(one) for key, one in answer.items() if key not in _TOLD}
    return [without_words(one) for one in answer] if isinstance(answer, list) else answer


def question(name: str, seed: int) -> tuple[Json, Json]:
    """Return a question about the city as read, and the same of the bundled one."""
    rng, (subject, _) = Random(f"city {name} {seed}"), subjects(name)
    target = rng.choice([one for one, spec in subject.catalog.classes.items() if spec.qualifications])
    feeders = sorted({step.feeder_class for step in subject.catalog.steps_into(target)})
    start = rng.choice(feeders or subject.ids)
    maker = CityProfiles(rng, subject, target, names_in(name))
    climbs = seed % 3 == 0
    plan = {
        "kind": "climb" if climbs else rng.choice(("none", "stay")),
        "study": rng.choice(("0", "0", "30")),
        "lead_in": [],
        "include": ["peer"] if rng.random() < 0.3 else [],
        "via": [],
        "assumed": [],
    }
    asked = {"as_of": AS_OF, "today": AS_OF, "target": target, "from": start, "plan": plan}
    profile = maker.profile(present=start if climbs else None)
    kind = {"kind": "path" if climbs else "assess"}
    return asked | kind | {"profile": profile}, asked | kind | {"profile": cut(profile, name)}


@pytest.mark.untraced
@needs_corpora
@pytest.mark.parametrize("name", CITIES)
def test_the_bundled_city_answers_as_its_documents_do(name: str) -> None:
    read, kept = subjects(name)
    seen: dict[str, int] = {}
    for seed in range(measure(QUESTIONS, share=15)):
        asked, same = question(name, seed)
        answer = without_words(answer_of(Task(str(seed), read, asked)))
        assert without_words(answer_of(Task(str(seed), kept, same))) == answer, (name, seed)
        status = str(answer.get("status", "refused" if "refused" in answer else "path"))
        seen[status] = seen.get(status, 0) + 1
    assert {"after", "unreachable", "unknown"} <= seen.keys(), seen
