"""Classes as the site lists them: by jurisdiction, then by class series or occupational group."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from ladder.catalog.catalog import Catalog
from ladder.catalog.steps import Step
from ladder.qualifications import Certainty
from ladder.specification import ClassSpecification, Completeness
from ladder.telling.citing import cite_source
from ladder.telling.class_names import marks_of, name_class, spell_completeness
from ladder.telling.messages import say
from ladder.telling.pay_words import spell_pay
from ladder.telling.step_words import STYLES, ToldStep
from ladder.telling.times import spell_date


class ListKind(StrEnum):
    """What holds the classes of a list together."""

    SERIES = "class series"
    GROUP = "occupational group"
    OTHER = "other classes"


@dataclass(frozen=True, slots=True)
class ListedClass:
    """One class in a list: title, what stands beside it, rank in its series, pay, date, how much is known."""

    class_id: str
    title: str
    name: str
    marks: str
    rank: int | None
    pay: str
    dated: str
    record: str


@dataclass(frozen=True, slots=True)
class ClassList:
    """Classes of one jurisdiction that belong together, lowest rank first where they have one."""

    kind: ListKind
    jurisdiction: str
    name: str
    classes: tuple[ListedClass, ...]

    @property
    def has_page(self) -> bool:
        """Whether the list has a page of its own."""
        return self.kind is not ListKind.OTHER


@dataclass(frozen=True, slots=True)
class ListedStep:
    """One step as a list tells it: its ends, what makes it, the service asked, how sure it is, its source."""

    feeder_class: str
    target_class: str
    feeder: str
    target: str
    by: str
    months: str
    certainty: str
    source: str


@dataclass(frozen=True, slots=True)
class JurisdictionList:
    """All classes of one jurisdiction, list by list."""

    id: str
    name: str
    count: int
    lists: tuple[ClassList, ...]


@dataclass(frozen=True, slots=True)
class SiteLists:
    """The lists of a site: a catalog's classes by jurisdiction, the steps that touch them, what the search finds."""

    catalog: Catalog

    def jurisdictions(self) -> tuple[JurisdictionList, ...]:
        """Return every class once: with its series, else its occupational group, else among the others."""
        found: dict[str, dict[tuple[ListKind, str], list[ClassSpecification]]] = defaultdict(lambda: defaultdict(list))
        for spec in self.catalog.classes.values():
            found[spec.jurisdiction][_list_of(spec)].append(spec)
        return tuple(self._jurisdiction(name, lists) for name, lists in sorted(found.items()))

    def _jurisdiction(self, name: str, lists: dict[tuple[ListKind, str], list[ClassSpecification]]) -> JurisdictionList:
        kinds = list(ListKind)
        ordered = sorted(lists.items(), key=lambda one: (kinds.index(one[0][0]), one[0][1].casefold(), one[0][1]))
        told = tuple(
            ClassList(kind, name, heading, tuple(self._listed(spec) for spec in _lowest_first(specs)))
            for (kind, heading), specs in ordered
        )
        return JurisdictionList(name, self.catalog.jurisdiction(name).name, sum(len(one.classes) for one in told), told)

    def _listed(self, spec: ClassSpecification) -> ListedClass:
        """Return the class as a row of a list."""
        return ListedClass(
            class_id=spec.class_id,
            title=spec.title,
            name=name_class(self.catalog, spec.class_id),
            marks=", ".join(marks_of(self.catalog, spec)),
            rank=spec.series.rank if spec.series else None,
            pay=spell_pay(spec.pay),
            dated=spell_date(spec.revision) if spec.revision else say("list_page.undated"),
            record="" if spec.completeness is Completeness.WHOLE else spell_completeness(spec.completeness),
        )

    def steps(self, listed: ClassList) -> tuple[ListedStep, ...]:
        """Return the steps into and out of the classes of a list, each once, in the list's order of targets."""
        return tuple(self._step(step) for step in self._touching(listed))

    def _step(self, step: Step) -> ListedStep:
        is_inferred = step.certainty is Certainty.INFERRED
        by = say("list_page.no_text") if is_inferred else STYLES[step.kind].words
        sure = say(f"certainty.{step.certainty.value}")
        return ListedStep(
            feeder_class=step.feeder_class,
            target_class=step.target_class,
            feeder=name_class(self.catalog, step.feeder_class),
            target=name_class(self.catalog, step.target_class),
            by=say("list_page.promotion", by=by) if step.promotion else by,
            months=say("list_page.no_months") if is_inferred else ToldStep(self.catalog, step).months_asked(),
            certainty=say("list_page.seen_in_part", certainty=sure) if step.partial else sure,
            source=say("list_page.no_source") if is_inferred else cite_source(step.source),
        )

    def _touching(self, listed: ClassList) -> Iterator[Step]:
        own = {one.class_id for one in listed.classes}
        for one in listed.classes:
            yield from self.catalog.steps_into(one.class_id)
        for one in listed.classes:
            yield from (step for step in self.catalog.steps_from(one.class_id) if step.target_class not in own)


def _list_of(spec: ClassSpecification) -> tuple[ListKind, str]:
    if spec.series:
        return ListKind.SERIES, spec.series.name
    if spec.occupational_group:
        return ListKind.GROUP, spec.occupational_group
    return ListKind.OTHER, say("list_page.rest")


def _lowest_first(specs: Iterable[ClassSpecification]) -> list[ClassSpecification]:
    return sorted(
        specs, key=lambda spec: (spec.series.rank if spec.series else 0, spec.title.casefold(), spec.class_id)
    )
