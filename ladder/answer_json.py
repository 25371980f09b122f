"""Answers as JSON, with the stable keys of docs/contracts.md, section 5.

Numbers of months are whole where they can be, else decimals; one that no decimal ends
is written as a fraction in text.
"""

from collections.abc import Iterable
from fractions import Fraction

from ladder.catalog.catalog import Catalog
from ladder.catalog.pay_gains import PayGain, pay_gain
from ladder.catalog.steps import Step
from ladder.eligibility.answer_conditions import Condition
from ladder.eligibility.answers import Assessment, Move, RequirementTrace
from ladder.paths.asking import Joined
from ladder.paths.next_classes import NextClass
from ladder.paths.path_answers import PathAnswer
from ladder.records import json_tree_of
from ladder.service_time import print_exact, print_known_month, print_month
from ladder.sources import Source
from ladder.specification import ClassSpecification, Pay

Json = dict[str, object]


def number(value: Fraction | int | None) -> int | float | str | None:
    """Return an exact number as JSON can carry it."""
    if value is None or isinstance(value, int):
        return value
    digits = print_exact(value)
    if "/" in digits:
        return digits
    return float(digits) if "." in digits else int(digits)


def source_json(source: Source | None) -> Json | None:
    """Return a citation: document, section, lines, and what else is known of it."""
    if source is None:
        return None
    told: Json = {
        "document": source.document,
        "section": source.section,
        "lines": list(source.lines) if source.lines else None,
        "revision": source.revision,
    }
    if source.page is not None:
        told["page"] = source.page
    if source.quote is not None:
        told["quote"] = source.quote
    return told


def condition_json(condition: Condition) -> Json:
    """Return a condition: code, words, effect, source; and the class on the way that it comes from."""
    told: Json = {
        "code": condition.code,
        "text": condition.text,
        "effect": condition.effect.value,
        "source": source_json(condition.source),
    }
    return told | ({"asked_of": condition.asked_of} if condition.asked_of else {})


def requirement_json(trace: RequirementTrace) -> Json:
    """Return one requirement: asked, held, credited by what, left, with its source."""
    return {
        "id": trace.reference,
        "kind": trace.kind,
        "what": trace.what,
        "asked": trace.asked,
        "held": number(trace.held),
        "credited": [
            {"by": one.by, "months": number(one.months), "what": one.what, "source": source_json(one.source)}
            for one in trace.credited
        ],
        "left": number(trace.left),
        "counted": [
            {"job": one.job, "title": one.title, "months": number(one.months), "why": one.why} for one in trace.counted
        ],
        "met_in_months": trace.met_in_month,
        "source": source_json(trace.source),
    }


def pay_json(pay: Pay | None) -> Json | None:
    """Return plan, grade and ranges, amounts as exact text, with their source; null where none is printed."""
    if pay is None:
        return None
    ranges = [{"unit": one.unit.value, "low": str(one.low), "high": str(one.high)} for one in pay.ranges]
    return {"plan": pay.plan, "grade": pay.grade, "ranges": ranges, "source": source_json(pay.source)}


def pay_gain_json(gain: PayGain | None) -> Json | None:
    """Return what the lowest and highest pay gain, as exact text with its unit; None where both are not in one unit."""
    return None if gain is None else {"unit": gain.unit.value, "low": str(gain.low), "high": str(gain.high)}


def move_json(catalog: Catalog, move: Move) -> Json:
    """Return one move of a plan, with the pay of the class entered and what it gains on the class left."""
    left, entered = (catalog.classes[one].pay for one in (move.feeder_class, move.target_class))
    return {
        "from": move.feeder_class,
        "to": move.target_class,
        "kind": move.kind,
        "hold_months": move.hold_months,
        "at_month": move.at_month,
        "route": move.route,
        "conditions": list(move.conditions),
        "pay": pay_json(entered),
        "pay_gain": pay_gain_json(pay_gain(left, entered)),
        "source": source_json(move.source),
    }


def assessment_json(catalog: Catalog, answer: Assessment) -> Json:
    """Return one assessment; the specification's date and the jurisdiction's notes go with it."""
    spec = catalog.classes[answer.target]
    return {
        "target": answer.target,
        "title": spec.title,
        "status": answer.status.value,
        "months": answer.months,
        "proved_months": answer.proved_months,
        "between": _span(answer.between),
        "month": print_known_month(answer.month),
        "file_months": answer.file_months,
        "file_month": print_known_month(answer.file_month),
        "appoint_months": answer.appoint_months,
        "appoint_month": print_known_month(answer.appoint_month),
        "as_of": print_month(answer.as_of),
        "routes": list(answer.routes),
        "conditions": [condition_json(one) for one in answer.conditions],
        "missing": [list(one) for one in answer.missing],
        "if_conditions_met": if_conditions_met_json(answer),
        "requirements": [requirement_json(one) for one in answer.requirements],
        "steps": [move_json(catalog, one) for one in answer.steps],
        "pay": pay_json(spec.pay),
        "source": source_json(spec.source),
        "specification": {
            "completeness": spec.completeness.value,
            "revision": spec.revision,
            "source": source_json(spec.source),
        },
        "notes": [note.text for note in catalog.jurisdiction_of(answer.target).notes],
    }


def if_conditions_met_json(answer: Assessment) -> Json | None:
    """Return the months were asked conditions true, and which; None where they change nothing."""
    met = answer.if_conditions_met
    if met is None:
        return None
    between = _span(answer.if_conditions_between)
    return {"months": met.months, "between": between, "conditions": list(met.conditions)}


def _span(between: tuple[int, int] | None) -> list[int] | None:
    return None if between is None else list(between)


def path_json(catalog: Catalog, answer: PathAnswer) -> Json:
    """Return the answer between two classes; ``best`` is null where no ladder joins them."""
    told: Json = {
        "from": answer.start,
        "to": answer.target,
        "best": assessment_json(catalog, answer.best) if answer.best else None,
        "alternatives": [assessment_json(catalog, one) for one in answer.alternatives],
        "truncated": answer.truncated,
    }
    if answer.best is None:
        told["status"] = "no_path"
    if answer.open_route is not None:
        told["open_route"] = assessment_json(catalog, answer.open_route)
        told["service_counts"] = answer.service_counts
    return told


def next_class_json(catalog: Catalog, one: NextClass) -> Json:
    """Return a class that comes next: when, and what it pays more."""
    return {
        "target": one.answer.target,
        "title": catalog.classes[one.answer.target].title,
        "months": one.answer.months,
        "month": print_known_month(one.answer.month),
        "pay_gain": pay_gain_json(one.pay_gain),
        "source": source_json(catalog.classes[one.answer.target].source),
    }


def assessments_json(
    catalog: Catalog, answers: Iterable[Assessment], following: Iterable[NextClass] | None = None
) -> Json:
    """Return several assessments; of an answer about every class the classes that come next are told too."""
    told: Json = {"assessments": [assessment_json(catalog, one) for one in answers]}
    return told if following is None else told | {"next": [next_class_json(catalog, one) for one in following]}


def joined_json(catalog: Catalog, found: Iterable[Joined]) -> Json:
    """Return the classes that ladders join to one, each with where its ladder starts."""
    return {"classes": [{"from": one.start, **assessment_json(catalog, one.answer)} for one in found]}


def classes_json(found: Iterable[ClassSpecification]) -> Json:
    """Return classes in brief, as ``classes`` lists them."""
    return {"classes": [_class_in_brief(one) for one in found]}


def _class_in_brief(spec: ClassSpecification) -> Json:
    return {
        "class": spec.class_id,
        "title": spec.title,
        "completeness": spec.completeness.value,
        "revision": spec.revision,
        "pay": json_tree_of(spec.pay) if spec.pay else None,
        "aliases": [json_tree_of(alias) for alias in spec.aliases],
        "source": json_tree_of(spec.source),
    }


def step_json(step: Step) -> Json:
    """Return one step of the ladder, as ``show`` lists it."""
    return {
        "from": step.feeder_class,
        "to": step.target_class,
        "kind": step.kind.value,
        "months": step.months,
        "at_most_months": step.at_most_months,
        "conditions": list(step.conditions),
        "certainty": step.certainty.value,
        "promotion": step.promotion,
        "partial": step.partial,
        "requirement": step.requirement,
        "source": source_json(step.source),
    }


def class_json(catalog: Catalog, class_id: str, *, with_peers: bool = False) -> Json:
    """Return the class record with the steps that lead to it and on from it; with peers, theirs too."""
    spec, place = catalog.classes[class_id], catalog.jurisdiction_of(class_id)
    rules = spec.qualifications
    return {
        "class": class_id,
        **json_tree_of(spec),
        "revision": spec.revision,
        "feeders": [step_json(step) for step in catalog.steps_into(class_id, with_peers=with_peers)],
        "targets": [step_json(step) for step in catalog.steps_from(class_id, with_peers=with_peers)],
        "field_aliases": [list(one) for one in place.fields_meant(rules)] if rules else [],
        "jurisdiction_notes": [note.text for note in place.notes],
    }
