"""Batch beside the engine: what everybody is before every class, in status, months, months at best, and routes."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import product
from random import Random

import pytest

from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.eligibility.assessment import assess
from ladder.eligibility.cases import Case
from ladder.eligibility.plans import Plan
from ladder.eligibility.rules import rules_of
from ladder.histories import History, Service
from ladder.roster import evaluation
from ladder.roster.answer_columns import Column, columns_by_engine, groups_looked_at, kinds_of
from ladder.roster.cells import before, case_of, months_at, plan_of, status_at
from ladder.roster.evaluation import evaluate
from ladder.roster.job_groups import group_jobs
from ladder.roster.people import Roster
from ladder.service_rows import row_of_months
from ladder.service_time import Day, Month
from tests.eligibility.small_catalogs import catalog_of, grade, other, service, work
from tests.eligibility.small_catalogs import person as declared_person
from tests.measure import FULL, measure
from tests.roster.made_people import AS_OF, CityPeople, city, random_case, roster_of

pytest.importorskip("numpy", reason="the batch needs numpy, which is not installed")

from ladder.roster.batch import columns_in_batch

CELLS = 100_000
SHARES = 10 if FULL else 2
PEOPLE = 8
CITIES = ("los-angeles", "philadelphia")


def columns_of(roster: Roster, catalog: Catalog) -> list[Column]:
    """Return the columns of all classes."""
    return list(evaluate(roster, case_of(roster, catalog), catalog.classes))


def by_engine(roster: Roster, catalog: Catalog) -> list[Column]:
    """Return the same, asked of the engine alone."""
    return list(columns_by_engine(roster, case_of(roster, catalog), catalog.classes))


def told(column: Column, person: int, catalog: Catalog) -> tuple[object, ...]:
    """Return what a column says of a person: status, months, months at best, routes."""
    rules = rules_of(catalog, column.class_id)
    assert rules
    names = {route.id for place, route in enumerate(rules.routes) if int(column.routes[person]) >> place & 1}
    months, if_months = int(column.months[person]), int(column.if_months[person])
    return status_at(months), months_at(months), months_at(if_months), names


def assessed(roster: Roster, person: int, class_id: str, catalog: Catalog) -> tuple[object, ...]:
    """Return the same as an assessment says it."""
    plan = plan_of(roster.declared[roster.declared_of[person]])
    found = assess(Case(catalog, roster.history(person), plan), class_id)
    at_best = found.if_conditions_met.months if found.if_conditions_met else found.months
    return found.status, found.months, at_best, set(found.routes)


def differences(roster: Roster, catalog: Catalog, columns: Iterable[Column], people: Sequence[int]) -> list[str]:
    return [
        f"{column.class_id}, person {person}: batch {found}, engine {true}"
        for column in columns
        for person in people
        if (found := told(column, person, catalog)) != (true := assessed(roster, person, column.class_id, catalog))
    ]


@pytest.mark.untraced
@pytest.mark.parametrize("share", range(SHARES))
def test_batch_and_engine_agree_on_random_catalogs(share: int) -> None:
    cells, seed = 0, 0
    while cells < measure(CELLS, share=100) // SHARES:
        catalog, people = random_case(share * 1_000_000 + seed, PEOPLE)
        roster = roster_of(people)
        columns = columns_of(roster, catalog)
        assert differences(roster, catalog, columns, range(PEOPLE)) == [], seed
        cells, seed = cells + PEOPLE * len(columns), seed + 1


@pytest.mark.untraced
@pytest.mark.parametrize("share", range(SHARES))
@pytest.mark.parametrize("name", CITIES)
def test_batch_and_engine_agree_on_a_city(name: str, share: int) -> None:
    catalog, rng = city(name), Random(f"{name} {share}")
    cells = measure(CELLS, share=40) // SHARES // len(CITIES)
    maker = CityPeople(catalog, rng)
    roster = roster_of([maker.person() for _ in range(max(20, cells // 25))])
    classes = [one for one in catalog.classes if rules_of(catalog, one)]
    columns = {one.class_id: one for one in columns_of(roster, catalog)}
    for person, class_id in _some_cells(roster, catalog, classes, cells, rng):
        found = differences(roster, catalog, [columns[class_id]], [person])
        assert found == []


def _some_cells(roster: Roster, catalog: Catalog, classes: list[str], count: int, rng: Random) -> list[tuple[int, str]]:
    """Return random cells, most of them of a person whose jobs the class looks at."""
    groups = group_jobs(roster.kinds)
    holders: dict[int, set[int]] = {}
    for person in range(len(roster.declared_of)):
        for kind in kinds_of(roster, person):
            holders.setdefault(groups.of_kind[kind], set()).add(person)
    seen = [
        (person, class_id)
        for class_id in classes
        if (rules := rules_of(catalog, class_id))
        for person in sorted(set().union(*(holders.get(one, set()) for one in groups_looked_at(rules, groups))))
    ]
    seen = rng.sample(seen, min(len(seen), 3 * count // 4))
    return seen + [(rng.randrange(len(roster.declared_of)), rng.choice(classes)) for _ in range(count - len(seen))]


def test_the_engine_alone_gives_the_same_columns() -> None:
    for seed in range(measure(100)):
        catalog, people = random_case(seed, PEOPLE)
        roster = roster_of(people)
        for fast, slow in zip(columns_of(roster, catalog), by_engine(roster, catalog), strict=True):
            assert [list(map(int, one)) for one in fast[1:4]] == [list(one) for one in slow[1:4]], seed


def test_with_numpy_columns_are_summed() -> None:
    catalog, people = random_case(2, PEOPLE)
    roster = roster_of(people)
    summed = list(columns_in_batch(roster, case_of(roster, catalog), catalog.classes))
    assert [list(map(list, one[1:4])) for one in columns_of(roster, catalog)] == [
        list(map(list, one[1:4])) for one in summed
    ]


def test_a_roster_of_one_person_of_one_row_and_one_of_nobody_are_answered() -> None:
    catalog = load_catalog()
    row = row_of_months(Month(AS_OF - 24), AS_OF)
    past = Service(1, "", "us-nd/0441", None, frozenset(), Fraction(1), row=row)
    present = past._replace(number=0, row=None, future=True)
    for person in (History(AS_OF, past=(past,), present=(present,)), History(AS_OF, present=(present,))):
        roster = roster_of([(person, Fraction(0))])
        assert differences(roster, catalog, columns_of(roster, catalog), range(1)) == []
    assert [list(one.months) for one in columns_of(roster_of([]), catalog)] == [[]] * 10


def test_who_holds_no_job_that_a_class_looks_at_is_judged_by_what_is_declared_once() -> None:
    catalog = load_catalog()
    trainee = Service(0, "", "us-ct/5989VR", "us-ct/5257MP", frozenset(), Fraction(1), future=True)
    idle = History(AS_OF, present=(trainee._replace(class_id="us-nd/0441", target_class=None),))
    roster = roster_of([(one, Fraction(0)) for one in (idle, idle, idle._replace(present=(trainee,)))])
    (column,) = columns_by_engine(roster, case_of(roster, catalog), ["us-ct/5257MP"])
    assert (column.by_engine, column.months[0]) == (1, column.months[1])
    assert differences(roster, catalog, [column], range(3)) == []


def test_a_code_of_a_condition_that_is_also_a_standing_is_left_to_the_engine() -> None:
    asked = [service("work", 12, "1"), other("condition", "hired", code="INTERNAL")]
    asked += [other("standing", "inside", standing="internal")]
    catalog = catalog_of(grade("1"), grade("2", *asked, routes=[["work", "inside"], ["work", "hired"]]))
    standings: list[dict[str, bool]] = [{}, {"internal": True}, {"internal": False}]
    told = [declared_person(catalog, present=work("1"), standing=one) for one in standings]
    roster = roster_of([(one, Fraction(0)) for one in (*told, told[0]._replace(present=()))])
    columns = list(evaluate(roster, case_of(roster, catalog), ["us-xx/2"]))
    assert columns[0].by_engine == 3
    assert differences(roster, catalog, columns, range(4)) == []


def test_without_numpy_the_engine_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    catalog, people = random_case(1, PEOPLE)
    roster = roster_of(people)
    monkeypatch.setattr(evaluation, "find_spec", lambda _: None)
    assert columns_of(roster, catalog) == by_engine(roster, catalog)


def test_routes_are_told_in_the_order_of_an_answer() -> None:
    orders = set()
    for seed in range(8):
        catalog, people = random_case(seed, PEOPLE)
        case = Case(catalog, people[0][0], Plan())
        for one, (history, study) in product(before(case, catalog.classes), people):
            plan = Plan(study_hours_a_year=study)
            told_in_order = one.routes_met(history, plan)
            assert told_in_order == assess(Case(catalog, history, plan), one.rules.class_id).routes
            orders.add(told_in_order)
    assert max(map(len, orders)) > 1


def test_shuffled_people_and_split_rows_change_nothing() -> None:
    rng = Random(5)
    for seed in range(8):
        catalog, people = random_case(seed, PEOPLE)
        order = rng.sample(range(PEOPLE), PEOPLE)
        changed = roster_of([(_split(people[place][0], rng), people[place][1]) for place in order])
        plain = columns_of(roster_of(people), catalog)
        for one, split in zip(plain, columns_of(changed, catalog), strict=True):
            assert [told(one, place, catalog) for place in order] == [told(split, at, catalog) for at in range(PEOPLE)]


def _split(history: History, rng: Random) -> History:
    """Return the same past in other rows: each cut in two that touch, in another order."""
    past = [part for one in history.past for part in _halves(one)]
    return history._replace(past=tuple(rng.sample(past, len(past))))


def _halves(one: Service) -> list[Service]:
    row = one.row
    if row is None or row.end - row.start < 2 or (row.end - 1) % 31 > 26:
        return [one]
    middle = Day(row.end - 1)
    first = row._replace(end=middle, ends_on_a_day=True)
    return [one._replace(row=first), one._replace(row=row._replace(start=middle))]


def test_the_engine_is_asked_where_sums_do_not_reach_and_the_count_is_told() -> None:
    asked = []
    for seed in range(20):
        catalog, people = random_case(seed, PEOPLE)
        roster = roster_of(people)
        asked += [one.by_engine for one in columns_of(roster, catalog)]
    assert 0 in asked
    assert any(0 < count < PEOPLE for count in asked)


def test_odd_shares_of_full_time_are_left_to_the_engine() -> None:
    catalog, rng = city("los-angeles"), Random(1)
    maker = CityPeople(catalog, rng)
    people = [maker.person() for _ in range(60)]
    odd = [Fraction(10**9 - number, 10**9 + 7) for number in range(60)]
    people = [(_at_share(history, fte), study) for (history, study), fte in zip(people, odd, strict=True)]
    roster = roster_of(people)
    classes = sorted(one for one in catalog.classes if rules_of(catalog, one))[:150]
    columns = list(evaluate(roster, case_of(roster, catalog), classes))
    assert sum(column.by_engine for column in columns) > 50
    assert differences(roster, catalog, columns[:40], range(0, 60, 6)) == []


def _at_share(history: History, fte: Fraction) -> History:
    past = tuple(one._replace(fte=fte) for one in history.past)
    return history._replace(past=past, present=tuple(one._replace(fte=fte) for one in history.present))
