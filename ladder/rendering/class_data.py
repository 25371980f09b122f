"""What the map page's script knows of each class: what it is found by, and what the panel beside the map says."""

import re
from collections.abc import Iterable, Mapping

from ladder.catalog.catalog import Catalog
from ladder.qualifications import Certainty
from ladder.rendering.views.cards import ClassCard
from ladder.specification import ClassSpecification, Pay, PayUnit
from ladder.telling.citing import cite_source
from ladder.telling.class_names import marks_of
from ladder.telling.class_record import class_record
from ladder.telling.messages import say
from ladder.telling.pay_words import spell_range

_NUMBERED = re.compile(r"\([0-9]+\)-")
"""The number that some documents print before the name of a group."""


_IN_WORDS = ("code", "pay", "revised")
"""Labels of facts that the words of a class begin with."""


def class_data(catalog: Catalog, card: ClassCard, group: str, *, is_whole: bool) -> dict[str, object]:
    """Return what the page's script knows of one class; what is not in the data is left out.

    What a page of hundreds tells of each class in its words is not told again.
    """
    in_words = () if is_whole else {say(f"label.{one}") for one in _IN_WORDS}
    spec = catalog.classes[card.class_id]
    told: dict[str, object] = {
        "id": card.class_id,
        "title": card.title,
        "name": card.name,
        "group": group,
        "facts": [[fact.label, fact.text, fact.letter] for fact in card.facts if fact.label not in in_words],
        "into": [[one.step.place, one.letter] for one in card.into],
        "sources": card.sources,
    }
    return told | {key: value for key, value in _where_known(catalog, spec).items() if value}


def _where_known(catalog: Catalog, spec: ClassSpecification) -> Mapping[str, object]:
    is_one_place = len({one.jurisdiction for one in catalog.classes.values()}) == 1
    return {
        "code": spec.code,
        "others": list(_other_names(catalog, spec)),
        "place": "" if is_one_place else catalog.jurisdiction(spec.jurisdiction).name,
        "field": field_of(spec),
        "short": next((mark for mark in marks_of(catalog, spec) if mark != spec.code), ""),
        "pay": [yearly_pay(spec.pay), cite_source(spec.pay.source)] if spec.pay and spec.pay.ranges else None,
        "decided": list(_decided(catalog, spec)),
    }


def _other_names(catalog: Catalog, spec: ClassSpecification) -> Iterable[str]:
    for alias in spec.aliases:
        yield from filter(None, (alias.title, alias.code))
    yield from (
        one.title for one in catalog.jurisdiction_of(spec.class_id).title_aliases if one.class_id == spec.class_id
    )


def field_of(spec: ClassSpecification) -> str:
    """Return the group of occupations in words; '' where none is known."""
    return words_of_group(spec.occupational_group or "")


def words_of_group(heading: str) -> str:
    """Return the name of a group without the number that some documents print before it.

    >>> words_of_group("(27)-Personnel")
    'Personnel'
    """
    return _NUMBERED.sub("", heading)


def yearly_pay(pay: Pay) -> str:
    """Return what a class pays a year in words; its first range where no yearly one is printed."""
    yearly = [one for one in pay.ranges if one.unit is PayUnit.YEARLY]
    return "; ".join(map(spell_range, yearly or pay.ranges[:1]))


def _decided(catalog: Catalog, spec: ClassSpecification) -> Iterable[str]:
    """Yield what people decide about the class besides the arithmetic."""
    yield from (str(one.told) for one in class_record(catalog, spec.class_id).conditions.items)
    by_level = [step for step in catalog.steps_into(spec.class_id) if step.certainty is Certainty.LEVEL]
    titles = list(dict.fromkeys(catalog.classes[step.feeder_class].title for step in by_level))
    if titles:
        yield say("panel.decides_level", titles=_joined(titles))


def _joined(titles: list[str]) -> str:
    *first, last = titles
    return say("list.or", first=", ".join(first), last=last) if first else last
