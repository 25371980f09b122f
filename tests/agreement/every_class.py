"""A question about every class of a catalog that touches all that its record names, and the steps into it."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

from ladder.catalog.loading import load_catalog
from ladder.catalog.steps import Step
from ladder.paths.ladders import classes_below
from ladder.specification import ClassSpecification
from tests.agreement.profiles import AS_OF
from tests.agreement.subjects import Json, Subject, bundled, subject_of
from tests.agreement.tasks import ASSUMED, Task

CITIES = ("los-angeles", "philadelphia")
_STANDINGS: tuple[Json, ...] = ({"internal": True, "state_employee": True}, {"internal": False}, {})
_PLANS: tuple[Json, ...] = (
    {"kind": "stay", "include": ["peer"]},
    {"kind": "none", "study": "30"},
    {"kind": "stay", "study": "12", "assumed": ["LEAD", "RECENCY", "ORDER", "CREDENTIAL"]},
)


def place_named(name: str) -> Subject:
    """Return a city, or the bundled data."""
    return subject_of(name, load_catalog(Path(name)), longest=96) if name in CITIES else bundled()


def tasks_about_all(subject: Subject) -> Iterator[Task]:
    """Yield a question about each class, about somebody who did a little of all that its record names."""
    for number, spec in enumerate(subject.catalog.classes.values()):
        yield Task(f"class {spec.class_id}", subject, _asked(subject, spec, number))


def ladders_in(subject: Subject, count: int) -> Iterator[Task]:
    """Yield questions for the best plan on day one between classes that a ladder joins."""
    rng = Random(f"ladders in {subject.key}")
    below = {one: sorted(classes_below(subject.catalog, one, frozenset())) for one in subject.ids}
    targets = [one for one in subject.ids if below[one]]
    for number in range(count):
        target = rng.choice(targets)
        plan = {"kind": "climb", "study": "0", "lead_in": [], "include": [], "via": [], "assumed": list(ASSUMED)}
        asked = {"kind": "path", "as_of": AS_OF, "today": AS_OF, "plan": plan, "profile": {}}
        yield Task(f"ladder {number}", subject, asked | {"from": rng.choice(below[target]), "target": target})


def _asked(subject: Subject, spec: ClassSpecification, number: int) -> Json:
    named = list(dict.fromkeys(_classes_named(subject, spec)))
    own = [one for one in subject.references if one.startswith(f"{spec.class_id}#")]
    served = [{"class": one, "months": 5 + place} for place, one in enumerate(named)]
    declared = [{"title": "Work", "months": 3 + place, "counts_toward": [one]} for place, one in enumerate(own)]
    begun = {"class": named[number % len(named)]} if named else {"title": "Work", "counts_toward": own[:1]}
    profile: Json = {
        "as_of": AS_OF,
        "standing": _STANDINGS[number % len(_STANDINGS)],
        "jobs": [{**one, "target_class": spec.class_id} for one in served] + declared,
        "present": {**begun, "fte": ("1", "0.5")[number % 2]},
        "education": {"semester_hours": 15 * (number % 9)},
    }
    plan = {"study": "0", "lead_in": named[:1], "include": [], "via": [], "assumed": []} | _PLANS[number % len(_PLANS)]
    asked = {"kind": "assess", "as_of": None, "today": AS_OF, "target": spec.class_id, "plan": plan}
    return asked | {"profile": profile}


def _classes_named(subject: Subject, spec: ClassSpecification) -> Iterator[str]:
    """Yield classes whose service may count for the class: by its text, a ruling, a level, training or its series."""
    catalog = subject.catalog
    yield from (step.feeder_class for step in catalog.steps_into(spec.class_id, with_peers=True))
    for reference, rulings in catalog.rulings_for.items():
        yield from rulings if reference.startswith(f"{spec.class_id}#") else ()
    yield from sorted(catalog.series_of(spec))


def steps_of(subject: Subject) -> list[list[Json]]:
    """Return for each class the steps into it and, as a peer, into it, as the page's engine tells them."""
    catalog = subject.catalog
    return [list(map(_told, catalog.steps_into(one, with_peers=True))) for one in catalog.classes]


def _told(step: Step) -> Json:
    return {
        "feederClass": step.feeder_class,
        "targetClass": step.target_class,
        "kind": step.kind.value,
        "certainty": step.certainty.value,
        "conditions": list(step.conditions),
        "months": step.months,
        "requirement": step.requirement,
        "source": [step.source.document, step.source.section, list(step.source.lines or ())],
    }
