"""Two hundred answers about the bundled data, as the terminal prints them."""

import json
from itertools import product
from random import Random

from ladder.catalog.catalog import Catalog
from ladder.cli.answer_page import AnswerPage, closing_words
from ladder.cli.numbered_sources import Citations
from ladder.eligibility.cases import Case
from ladder.eligibility.plans import Plan, PlanKind
from ladder.paths import asking
from ladder.paths.asking import OneClass, Question
from ladder.profiles import read_profile
from tests.telling.surfaces import AS_OF

PEOPLE: list[dict[str, object]] = [
    {"present": {"class": "us-nd/0441"}, "jobs": [{"class": "us-nd/0441", "months": 14}]},
    {"present": {"class": "us-nd/0442"}, "education": {"semester_hours": 40}},
    {"present": {"class": "us-ct/office-assistant"}, "standing": {"state_employee": False}},
    {"jobs": [{"title": "Clerk", "months": 30, "counts_toward": ["us-ct/5246SH#general"]}]},
    {"present": {"class": "us-ct/5257MP"}, "education": {"degrees": [{"level": "master", "field": "law"}]}},
]


def answers(catalog: Catalog) -> list[str]:
    known = [one.class_id for one in catalog.classes.values()]
    told = []
    for person, target, kind in product(PEOPLE, known, (PlanKind.STAY, PlanKind.NONE)):
        text = json.dumps(person)
        history = read_profile(text, file="profile.json", catalog=catalog, as_of=AS_OF, today=AS_OF)
        citations = Citations()
        case = Case(catalog, history, Plan(kind=kind))
        page = AnswerPage(catalog, asking.answer(Question(case, OneClass(target))), citations).text()
        told.append(f"{page}\n{closing_words(catalog, [target], citations)}")
    return told


def random_answers(catalog: Catalog, rng: Random, count: int) -> list[str]:
    """Return random questions' answers: about a class of a person, and from class to class."""
    known = [one.class_id for one in catalog.classes.values() if one.qualifications]
    joined = [step[:2] for step in catalog.steps]
    told = []
    for number in range(count):
        start, target = rng.choice(joined) if number % 2 else (rng.choice(known), rng.choice(known))
        person = {
            "present": {"class": start},
            "jobs": [{"class": start, "months": rng.randrange(1, 90)}],
            "education": {"semester_hours": rng.randrange(0, 130)},
        }
        history = read_profile(json.dumps(person), file="profile.json", catalog=catalog, as_of=AS_OF, today=AS_OF)
        citations = Citations()
        case = Case(catalog, history, Plan(kind=rng.choice((PlanKind.STAY, PlanKind.NONE))))
        page = AnswerPage(catalog, asking.answer(Question(case, OneClass(target))), citations).text()
        told.append(f"{page}\n{closing_words(catalog, [target], citations, as_of=AS_OF)}")
    return told
