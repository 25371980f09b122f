"""The index of a site: every class with its pay and its doors, in tables that work without a script, and a dot plot."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from ladder.catalog.catalog import Catalog
from ladder.catalog.pay_gains import widest_range
from ladder.catalog.steps import IN_THE_TEXT
from ladder.rendering.layout.dot_plots import Dot, DotPlot, draw_dots
from ladder.rendering.site.list_pages import list_page
from ladder.rendering.views.groups import words_of_group
from ladder.rendering.views.pay_bars import Bar, PayScales, Scale
from ladder.rendering.views.site_lists import ClassList, JurisdictionList, SiteLists
from ladder.specification import ClassSpecification, PayUnit
from ladder.telling.messages import say
from ladder.telling.pay_words import spell_dollars, spell_range

FEWEST_DOTS = 12
"""Classes with yearly pay from which on a plot of them says more than the table."""
MOST_HUES = 8
"""Groups that have a color of their own; those beyond, the smallest, share the last one."""


@dataclass(frozen=True, slots=True)
class GroupChip:
    """One group of classes on the index: the number by which rows name it, its name, how many classes it has."""

    number: int
    name: str
    count: str
    link: str
    hue: int


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One class: title, number, group, pay in words and as a bar, how many classes lead to it and on from it.

    ``amount`` is what rows are sorted by: the lowest yearly pay, '' where none is printed.
    """

    class_id: str
    title: str
    code: str
    others: tuple[str, ...]
    group: GroupChip | None
    pay: str
    amount: str
    bar: Bar | None
    fed_by: int
    leads_to: int


@dataclass(frozen=True, slots=True)
class IndexPlace:
    """One jurisdiction: its classes, those that lead to most others first, and the ends of the scale of their pay."""

    mark: str
    name: str
    has_groups: bool
    ends: tuple[str, str] | None
    rows: tuple[IndexRow, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """All that the index shows."""

    heading: str
    chips: tuple[GroupChip, ...]
    plot: DotPlot | None
    plot_heading: str
    plot_note: str
    places: tuple[IndexPlace, ...]


@dataclass(frozen=True)
class SiteIndex:
    """What the index of one catalog is told from."""

    catalog: Catalog
    scales: PayScales

    def view(self) -> IndexView:
        """Return the index."""
        count = len(self.catalog.classes)
        dots = tuple(self._dots()) if len(self._yearly) >= FEWEST_DOTS else ()
        return IndexView(
            heading=_heading(count, [place.name for place in self._lists]),
            chips=tuple(sorted(self._chips, key=lambda one: one.number)),
            plot=draw_dots(dots) if dots else None,
            plot_heading=say("index.plot", count=f"{len(dots):,}"),
            plot_note=_plot_note(count - len(dots)),
            places=tuple(self._place(place) for place in self._lists),
        )

    @cached_property
    def _lists(self) -> tuple[JurisdictionList, ...]:
        return SiteLists(self.catalog).jurisdictions()

    @cached_property
    def _chips(self) -> tuple[GroupChip, ...]:
        """The groups that have a page, the largest first; they take the colors in this order."""
        groups = [one for place in self._lists for one in place.lists if one.has_page]
        largest = sorted(groups, key=lambda one: (-len(one.classes), one.name.casefold(), list_page(one)))
        return tuple(_chip(one, number) for number, one in enumerate(largest))

    @cached_property
    def _group_of(self) -> dict[str, GroupChip]:
        by_link = {chip.link: chip for chip in self._chips}
        groups = [one for place in self._lists for one in place.lists if one.has_page]
        return {each.class_id: by_link[list_page(one)] for one in groups for each in one.classes}

    @cached_property
    def _yearly(self) -> dict[str, Decimal]:
        """The lowest yearly pay of each class that prints one."""
        found = {spec.class_id: widest_range(spec.pay) for spec in self.catalog.classes.values()}
        return {name: pay.low for name, pay in found.items() if pay and pay.unit is PayUnit.YEARLY}

    @cached_property
    def _doors(self) -> tuple[Counter[str], Counter[str]]:
        """How many classes lead to each class, and how many it leads to, by steps that a text names."""
        used = {(one.feeder_class, one.target_class) for one in self.catalog.steps if one.certainty in IN_THE_TEXT}
        return Counter(target for _, target in used), Counter(feeder for feeder, _ in used)

    def _dots(self) -> Iterator[Dot]:
        """Yield the dot of each class with yearly pay; the one that leads to most classes is called out."""
        onward = self._doors[1]
        most = max(self._yearly, key=lambda one: (onward[one], self._yearly[one], one))
        for class_id, pay in self._yearly.items():
            group = self._group_of.get(class_id)
            title = self.catalog.classes[class_id].title
            starts = say("index.starts", pay=spell_dollars(pay))
            told = say("index.leads", pay=spell_dollars(pay), count=onward[class_id])
            is_told = class_id == most and onward[class_id] > 1
            yield Dot(title, starts, pay, group.hue if group else 0, told if is_told else "")

    def _place(self, place: JurisdictionList) -> IndexPlace:
        scale = self.scales.scale(place.id, PayUnit.YEARLY)
        rows = [self._row(self.catalog.classes[each.class_id], scale) for one in place.lists for each in one.classes]
        rows.sort(key=lambda one: (-one.leads_to, -one.fed_by, one.title.casefold(), one.class_id))
        has_groups = any(one.group for one in rows)
        return IndexPlace(f"in-{place.id}", place.name, has_groups, scale.ends if scale else None, tuple(rows))

    def _row(self, spec: ClassSpecification, scale: Scale | None) -> IndexRow:
        fed_by, leads_to = self._doors
        pay, is_yearly = widest_range(spec.pay), spec.class_id in self._yearly
        return IndexRow(
            class_id=spec.class_id,
            title=spec.title,
            code=spec.code or "",
            others=tuple(self._other_names(spec)),
            group=self._group_of.get(spec.class_id),
            pay=spell_range(pay) if pay else "",
            amount=str(self._yearly[spec.class_id]) if is_yearly else "",
            bar=scale.bar(pay.low, pay.high) if pay and scale and is_yearly else None,
            fed_by=fed_by[spec.class_id],
            leads_to=leads_to[spec.class_id],
        )

    def _other_names(self, spec: ClassSpecification) -> Iterator[str]:
        """Yield other codes and titles of the class, those of pay plans and grades not among them."""
        for alias in spec.aliases:
            yield from filter(None, (alias.code, alias.title))
        for other in self.catalog.jurisdiction_of(spec.class_id).title_aliases:
            if other.class_id == spec.class_id:
                yield other.title


def _chip(one: ClassList, number: int) -> GroupChip:
    return GroupChip(
        number, words_of_group(one.name), f"{len(one.classes):,}", list_page(one), min(number, MOST_HUES - 1) + 1
    )


def _heading(count: int, places: Sequence[str]) -> str:
    classes = say("index.class") if count == 1 else say("index.classes", count=f"{count:,}")
    if len(places) > 1:
        return say("index.of_places", classes=classes, count=len(places))
    is_city = any(one.startswith("City of ") for one in places)
    return say("index.of_city", classes=classes) if is_city else classes


def _plot_note(count: int) -> str:
    if not count:
        return say("index.plot_note")
    return say("index.plot_rest_one") if count == 1 else say("index.plot_rest", count=f"{count:,}")


def search_data(places: Iterable[IndexPlace]) -> list[list[object]]:
    """Return what the search of the index reads of each row, in their order: title, code, other names."""
    return [[one.title, one.code, list(one.others)] for place in places for one in place.rows]
