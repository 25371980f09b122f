"""The catalog as the page's script takes it: records in full, the steps, and the rules of each class as a table.

What the file of a record leaves out is put in here, once, and what no part of the page reads is left out.
``pages/my_path/catalog.js`` opens it.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.catalog.jurisdictions import Jurisdiction
from ladder.catalog.steps import Step
from ladder.eligibility.cases import Case
from ladder.eligibility.plans import Plan
from ladder.histories import History
from ladder.qualifications import Certainty, Experience, ProgrammeSubstitution, Requirement, ServiceSubstitution
from ladder.records import Record, json_tree_of
from ladder.rendering.rule_tables import ClassPlaces, rule_table
from ladder.requirement_references import reference_to, requirement_referred_to
from ladder.service_time import Month
from ladder.specification import ClassSpecification
from ladder.telling.jurisdiction_notes import jurisdiction_notes
from ladder.telling.requirements import ToldRequirements
from ladder.titles import fold_title

Json = dict[str, Any]

UNREAD = {
    Jurisdiction: "convention_notes field_aliases grades_lowest_first offers_inferred_steps pages pay_basis rulings",
    ClassSpecification: "bargaining_unit early_filing notes superiors trainee_targets",
    Experience: "additional_to after or_in_field within within_last_months",
    ServiceSubstitution: "also_counts gives_months gives_years",
}
"""Fields that no script reads: what follows from them stands in the tables."""


class PageCatalog(NamedTuple):
    """What a page holds of a catalog, of which nobody has asked anything yet."""

    catalog: Catalog

    def told(self) -> Json:
        """Return one JSON object, its classes and the tables of their rules in the order of their ids."""
        specs = [self.catalog.classes[one] for one in sorted(self.catalog.classes)]
        places = {spec.class_id: place for place, spec in enumerate(specs)}
        known = sorted({spec.jurisdiction for spec in specs})
        nobody = Case(self.catalog, History(as_of=Month(0)), Plan())
        return {
            "jurisdictions": [_jurisdiction(self.catalog.jurisdiction(one)) for one in known],
            "classes": list(map(self._class, specs)),
            "tables": {
                "rules": [rule_table(nobody, spec.class_id, places) for spec in specs],
                "steps": list(self._steps(dict.fromkeys(self.catalog.steps), places)),
                "peerSteps": list(self._steps(self.catalog.peer_steps, places)),
            },
        }

    def _class(self, spec: ClassSpecification) -> Json:
        told = _read(spec)
        if asked := spec.qualifications:
            told["qualifications"] |= {
                "requirements": list(map(self._requirement, asked.requirements)),
                "substitutions": list(map(_read, asked.substitutions)),
            }
        # Of several words for a code those told first are said.
        words = dict(reversed([*self._ruled_words(spec)]))
        return told | ({"ruledWords": words} if words else {})

    def _requirement(self, rule: Requirement) -> Json:
        besides = ToldRequirements(self.catalog).besides(rule)
        return _read(rule) | ({"besides": besides} if besides else {})

    def _ruled_words(self, spec: ClassSpecification) -> Iterator[tuple[str, str]]:
        """Yield the codes and the words of conditions that recorded rulings show, in the order of requirements."""
        for rule in spec.experience():
            rulings = self.catalog.rulings_for.get(reference_to(spec.class_id, rule.id), {})
            yield from ((shown.code, shown.text) for shown in rulings.values() if shown)

    def _steps(self, steps: Iterable[Step], places: ClassPlaces) -> Iterator[Json]:
        """Yield steps by their classes and by the place of the record that draws each; what it says where none does."""
        rules: dict[str, Mapping[tuple[str, int], int]] = {}
        for step in steps:
            told: Json = {
                "from": places.get(step.feeder_class, step.feeder_class),
                "to": places.get(step.target_class, step.target_class),
                "kind": step.kind.value,
                "certainty": step.certainty.value,
                "conditions": list(step.conditions),
            }
            if step.requirement is not None:
                if step.target_class not in rules:
                    rules[step.target_class] = _rules_drawing(self.catalog.classes[step.target_class])
                told["rule"] = rules[step.target_class][requirement_referred_to(step.requirement), id(step.source)]
            elif step.certainty is not Certainty.INFERRED:
                told |= {"months": step.months, "source": json_tree_of(step.source)}
            yield told


def _read(one: Record) -> Json:
    """Return what scripts read of a record."""
    unread = UNREAD.get(type(one), "").split()
    return {name: value for name, value in json_tree_of(one).items() if name not in unread}


def _jurisdiction(one: Jurisdiction) -> Json:
    names = {fold_title(name): fold_title(group[0]) for group in one.field_aliases for name in group}
    return _read(one) | {"fieldNames": list(map(list, names.items())), "notes": list(jurisdiction_notes(one))}


def _rules_drawing(spec: ClassSpecification) -> Mapping[tuple[str, int], int]:
    """Return the places of requirements and, behind them, substitutions by the name and the source of their steps."""
    asked = spec.qualifications
    found: dict[tuple[str, int], int] = {}
    for place, rule in enumerate((*asked.requirements, *asked.substitutions) if asked else ()):
        if isinstance(rule, ServiceSubstitution):
            name = rule.reference
        else:
            name = "program" if isinstance(rule, ProgrammeSubstitution) else getattr(rule, "id", "")
        found.setdefault((name, id(rule.source)), place)
    return found
