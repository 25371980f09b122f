"""What one step would ready most people for a class: a ruling, a condition met, a license, a degree, study.

Each step is taken for everybody at once, and everybody is put before the class again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.catalog.jurisdictions import Jurisdiction, Ruling
from ladder.eligibility.assessment import judge_routes
from ladder.eligibility.cases import Case
from ladder.eligibility.matching import Candidacy
from ladder.eligibility.needs import Need, OtherNeed, ServiceRule
from ladder.eligibility.plans import Plan
from ladder.histories import DegreeHeld, History, LicenceHeld, Service
from ladder.qualifications import Credential, DegreeLevel, Education
from ladder.requirement_references import reference_to
from ladder.roster.cells import Before, before, needs_in, service_rules_in
from ladder.roster.crowd import Crowd, KeptMonths, closed_before
from ladder.roster.evaluation import evaluate
from ladder.roster.people import Declared, Roster
from ladder.service_time import Month

if TYPE_CHECKING:
    from ladder.roster.batch import HeldService

NEXT_STEP_COLUMNS = ("class", "step", "people readied", "months saved")
STUDY_HOURS = 12
"""Semester hours a year that everybody would study."""
MOST_RULINGS = 3
"""Classes below a class of which rulings are tried: those with most people."""

Row = tuple[str, str, int, int]


class NextSteps(NamedTuple):
    """A roster before its classes, as it stands: from which each step is taken.

    ``asking`` are the classes before which something would come sooner, were all that is asked true.
    """

    roster: Roster
    case: Case
    crowd: Crowd
    columns: Mapping[str, KeptMonths]
    asking: frozenset[str]
    held: "HeldService | None" = None

    def rows(self) -> list[Row]:
        """Return a row for each step that readies anybody, or brings a date forward: most people first, by class."""
        found = [row for made in (self._conditions(), self._declared(), self._rulings()) for row in made]
        places = {class_id: place for place, class_id in enumerate(self.columns)}
        return sorted(found, key=lambda row: (places[row[0]], -row[2], -row[3], row[1]))

    def _gain(self, step: str, class_id: str, months: Sequence[int]) -> Iterator[Row]:
        column = self.columns[class_id]
        people, saved = self.crowd.gain(column, months, closed_before(class_id, self.case.catalog))
        if people or saved:
            yield class_id, step, people, saved

    # -------------------------------------------------------------- conditions

    def _conditions(self) -> Iterator[Row]:
        """Yield what each condition that is asked would do by itself, were it true for all of whom it is asked."""
        asking: dict[str, list[str]] = {}
        for one in before(self.case, [class_id for class_id in self.columns if class_id in self.asking]):
            for code in sorted(_codes_of(one, self.roster.as_of)):
                asking.setdefault(code, []).append(one.rules.class_id)
        for code, class_ids in asking.items():
            for column in evaluate(self.roster, self.case, class_ids, only=frozenset([code]), held=self.held):
                yield from self._gain(f"condition {code}", column.class_id, column.if_months)

    # -------------------------------------------------------------- what people declare

    def _declared(self) -> Iterator[Row]:
        """Yield what a degree, study or a license would do, for the classes that ask for it."""
        asking = list(before(self.case, self.columns))
        for (level, fields), classes in _by_degree(asking).items():
            yield from self._changed(f"degree {level.value}", classes, _with_degree(level, fields))
        studied = [one.rules.class_id for one in asking if _takes_study(one)]
        yield from self._changed(f"study hours {STUDY_HOURS}", studied, _with_study)
        yield from self._licensed(asking)

    def _licensed(self, asking: Iterable[Before]) -> Iterator[Row]:
        names = {one.rules.class_id: sorted(some) for one in asking if (some := _licences_of(one))}
        every = sorted({name for some in names.values() for name in some})
        for row in self._changed("licence", list(names), _with_licences(every)):
            yield row[0], f"licence {' | '.join(names[row[0]])}", row[2], row[3]

    def _changed(self, step: str, class_ids: list[str], change: Callable[[Declared], Declared]) -> Iterator[Row]:
        if class_ids:
            changed = self.roster._replace(declared=tuple(change(one) for one in self.roster.declared))
            for column in evaluate(changed, self.case, class_ids, held=self.held):
                yield from self._gain(step, column.class_id, column.months)

    # -------------------------------------------------------------- rulings

    def _rulings(self) -> Iterator[Row]:
        """Yield what a ruling would do that service in a class below, in the same series, counts as experience."""
        people = {class_id: len(held) for class_id, held in self.crowd.holders.items()}
        choices = {class_id: most_held(class_id, people, self.case.catalog) for class_id in self.columns}
        for place in range(MOST_RULINGS):
            chosen = {class_id: some[place] for class_id, some in choices.items() if len(some) > place}
            if chosen:
                ruled = self.case._replace(catalog=_ruled(chosen, self.case.catalog))
                for column in evaluate(self.roster, ruled, chosen, held=self.held):
                    step = f"ruling {chosen[column.class_id]}"
                    yield from self._gain(step, column.class_id, column.months)


def most_held(class_id: str, people: Mapping[str, int], catalog: Catalog) -> list[str]:
    """Return the classes below that most people hold, at most :data:`MOST_RULINGS`; ``people`` counts them by class."""
    held = [one for one in below(class_id, catalog) if people.get(one)]
    return sorted(held, key=lambda one: (-people[one], one))[:MOST_RULINGS]


def below(class_id: str, catalog: Catalog) -> frozenset[str]:
    """Return the classes of lower rank in the series of a class."""
    spec = catalog.classes[class_id]
    rank = spec.series.rank if spec.series else 0
    others = ((one, catalog.classes[one].series) for one in catalog.series_of(spec))
    return frozenset(one for one, series in others if series and series.rank < rank)


def _ruled(chosen: Mapping[str, str], catalog: Catalog) -> Catalog:
    """Return the catalog with a ruling for each class: that service in the other counts for its experience.

    Lead work, and service in classes that the text names, are nothing to be ruled.
    """
    made: dict[str, list[Ruling]] = {}
    for class_id, below in chosen.items():
        open_to_rule = (rule for rule in catalog.classes[class_id].experience() if not rule.lead and not rule.classes)
        references = tuple(reference_to(class_id, rule.id) for rule in open_to_rule)
        if references:
            ruling = Ruling(class_id=below, counts_toward=references, by="nobody yet", reason="to see what it would do")
            made.setdefault(class_id.partition("/")[0], []).append(ruling)
    places = {one.id: one for one in (*map(catalog.jurisdiction, made), *catalog.jurisdictions.values())}
    ruled = tuple(_with_rulings(one, made.get(one.id, ())) for one in places.values())
    return Catalog(replace(catalog.record, jurisdictions=ruled))


def _with_rulings(place: Jurisdiction, more: Iterable[Ruling]) -> Jurisdiction:
    return replace(place, rulings=(*place.rulings, *more))


# ------------------------------------------------------------------ what a class asks


def _codes_of(one: Before, as_of: Month) -> set[str]:
    """Return the conditions that the class asks of who has worked and studied, in no field that it names."""
    jobs = {class_id for rule in _service_rules(one) for class_id in rule.sure | rule.unsure}
    references = frozenset(rule.reference for rule in _service_rules(one))
    by_class = [Service(0, "", job, None, frozenset(), Fraction(1), future=True) for job in sorted(jobs)]
    declared = Service(0, "", None, None, references, Fraction(1), future=True)
    degrees = tuple(DegreeHeld(level, None, 0, is_dated=True) for level in DegreeLevel)
    people = (
        History(as_of),
        History(as_of, present=tuple(by_class), degrees=degrees),
        History(as_of, present=(declared,), degrees=degrees),
    )
    found = [verdict for person in people for verdict in judge_routes(Candidacy(person, Plan(), one.rules))]
    return {code for verdict in found for code in verdict.codes("asked")}


def _service_rules(one: Before) -> Iterator[ServiceRule]:
    for need in needs_in(one.rules):
        if isinstance(need, Need):
            yield from service_rules_in(need)


def _educations_of(one: Before) -> Iterator[Education]:
    for need in needs_in(one.rules):
        if isinstance(need, OtherNeed) and isinstance(need.requirement, Education):
            yield need.requirement
        elif isinstance(need, Need):
            yield from (part.schooling for part in need.parts or (need,) if part.schooling)


def _levels_of(one: Before) -> set[DegreeLevel]:
    """Return the levels of degree that may help before a class; a bachelor's does where study counts for months."""
    found = {rule.degree for rule in _educations_of(one) if rule.degree}
    for need in needs_in(one.rules):
        if isinstance(need, Need):
            found |= {rule.degree for rule in need.degrees}
            found |= {DegreeLevel.BACHELOR} if need.studies else set()
    return found


def _by_degree(asking: Iterable[Before]) -> Mapping[tuple[DegreeLevel, tuple[str, ...]], list[str]]:
    """Return the classes that a degree of a level, in any of the fields that they name, may help before."""
    found: dict[tuple[DegreeLevel, tuple[str, ...]], list[str]] = {}
    for one in asking:
        fields = tuple(sorted(_fields_of(one)))
        for level in sorted(_levels_of(one)):
            found.setdefault((level, fields), []).append(one.rules.class_id)
    return found


def _fields_of(one: Before) -> set[str]:
    found = {field for rule in _educations_of(one) for field in rule.fields}
    for need in needs_in(one.rules):
        if isinstance(need, Need):
            found.update(*(rule.fields for rule in need.studies), *(rule.fields for rule in need.degrees))
    return found


def _licences_of(one: Before) -> set[str]:
    asked = {need.requirement for need in needs_in(one.rules) if isinstance(need, OtherNeed)}
    after = {rule for need in needs_in(one.rules) if isinstance(need, Need) for rule in _after(need)}
    return {rule.name for rule in asked | after if isinstance(rule, Credential)}


def _after(need: Need) -> Iterator[Education | Credential]:
    for rule in service_rules_in(need):
        yield from rule.limits.after


def _takes_study(one: Before) -> bool:
    hours = any(rule.semester_hours for rule in _educations_of(one))
    return hours or any(isinstance(need, Need) and bool(need.studies) for need in needs_in(one.rules))


# ------------------------------------------------------------------ what everybody would declare


def _with_degree(level: DegreeLevel, fields: Sequence[str]) -> Callable[[Declared], Declared]:
    """Return what gives a degree of a level now, in whatever field serves."""
    degrees = tuple(DegreeHeld(level, field, 0, is_dated=True) for field in (None, *fields))
    return lambda one: one._replace(history=_studied(one.history, degrees))


def _studied(history: History, degrees: tuple[DegreeHeld, ...]) -> History:
    return history._replace(degrees=(*history.degrees, *degrees))


def _with_licences(names: Sequence[str]) -> Callable[[Declared], Declared]:
    held = tuple(LicenceHeld(name, 0, is_dated=True) for name in names)
    return lambda one: one._replace(history=one.history._replace(licences=(*(one.history.licences or ()), *held)))


def _with_study(one: Declared) -> Declared:
    return one._replace(study_hours_a_year=max(one.study_hours_a_year, Fraction(STUDY_HOURS)))
