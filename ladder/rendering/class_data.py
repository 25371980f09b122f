"""What the map page's script knows of each class: what it is found by, and what the panel beside the map says."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.qualifications import Certainty
from ladder.rendering.views.cards import ClassCard
from ladder.rendering.views.groups import words_of_group
from ladder.specification import ClassSpecification, Pay, PayUnit
from ladder.telling.citing import cite_source
from ladder.telling.class_names import marks_of
from ladder.telling.class_record import class_record
from ladder.telling.messages import say
from ladder.telling.pay_words import spell_range

_IN_WORDS = ("code", "pay", "revised")
"""Labels of facts that the words of a class begin with."""


class ClassData(NamedTuple):
    """What the page's script knows of each class of a catalog; what is not in the data is left out."""

    catalog: Catalog

    def of(self, card: ClassCard, group: str) -> dict[str, object]:
        """Return what the script knows of one class, which stands in the group of that name."""
        told: dict[str, object] = {
            "id": card.class_id,
            "title": card.title,
            "name": card.name,
            "group": group,
            "into": [[one.step.place, one.letter] for one in card.into],
        }
        spec = self.catalog.classes[card.class_id]
        return told | {key: value for key, value in self._where_known(spec).items() if value}

    def _where_known(self, spec: ClassSpecification) -> Mapping[str, object]:
        is_one_place = len({one.jurisdiction for one in self.catalog.classes.values()}) == 1
        return {
            "code": spec.code,
            "others": list(self._other_names(spec)),
            "place": "" if is_one_place else self.catalog.jurisdiction(spec.jurisdiction).name,
            "field": field_of(spec),
            "short": next((mark for mark in marks_of(self.catalog, spec) if mark != spec.code), ""),
            "pay": [yearly_pay(spec.pay), cite_source(spec.pay.source)] if spec.pay and spec.pay.ranges else None,
            "decided": list(self._decided(spec.class_id)),
        }

    def _other_names(self, spec: ClassSpecification) -> Iterable[str]:
        for alias in spec.aliases:
            yield from filter(None, (alias.title, alias.code))
        aliases = self.catalog.jurisdiction_of(spec.class_id).title_aliases
        yield from (one.title for one in aliases if one.class_id == spec.class_id)

    def _decided(self, class_id: str) -> Iterable[str]:
        """Yield what people decide about the class besides the arithmetic."""
        yield from (str(one.told) for one in class_record(self.catalog, class_id).conditions.items)
        by_level = [step for step in self.catalog.steps_into(class_id) if step.certainty is Certainty.LEVEL]
        titles = list(dict.fromkeys(self.catalog.classes[step.feeder_class].title for step in by_level))
        if titles:
            yield say("panel.decides_level", titles=_joined(titles))


def class_facts(card: ClassCard) -> list[list[str]]:
    """Return what the record of a class says besides what the words of a page of hundreds tell: label, text, letter."""
    in_words = {say(f"label.{one}") for one in _IN_WORDS}
    return [[fact.label, fact.text, fact.letter] for fact in card.facts if fact.label not in in_words]


def field_of(spec: ClassSpecification) -> str:
    """Return the group of occupations in words; '' where none is known."""
    return words_of_group(spec.occupational_group or "")


def yearly_pay(pay: Pay) -> str:
    """Return what a class pays a year in words; its first range where no yearly one is printed."""
    yearly = [one for one in pay.ranges if one.unit is PayUnit.YEARLY]
    return "; ".join(map(spell_range, yearly or pay.ranges[:1]))


def _joined(titles: list[str]) -> str:
    *first, last = titles
    return say("list.or", first=", ".join(first), last=last) if first else last
