"""Two hundred answers about the bundled data, as the terminal prints them."""

import json
from itertools import product

from ladder.catalog.catalog import Catalog
from ladder.cli.citations import Citations
from ladder.cli.pages import AnswerPage, closing_words
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
