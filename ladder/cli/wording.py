"""Answers in plain words for the terminal: sentences and tables of at most 80 columns."""

from collections.abc import Iterable

from ladder.catalog.catalog import Catalog
from ladder.cli.tables import print_table, wrap_text
from ladder.eligibility.answers import Assessment, Move, RequirementTrace, Status
from ladder.eligibility.conditions import Condition, Effect
from ladder.service_time import MONTHS_A_YEAR, Month, print_exact, spell_months
from ladder.specification import ClassSpecification, Pay

DISCLAIMER = (
    "This is arithmetic on what was declared. Examination, vacancy, working test period, seniority and "
    "permanent status are outside it; only the agency decides."
)
_MONTH_NAMES = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_EFFECTS = {
    Effect.SHOWN: "Note",
    Effect.ASKED: "Asked",
    Effect.ASSUMED: "Assumed",
    Effect.CLOSED: "Closed",
}


def name_of(catalog: Catalog, class_id: str) -> str:
    """Return the title with the class id: ``Customer Service Specialist (us-nd/0442)``."""
    return f"{catalog.classes[class_id].title} ({class_id})"


def spell_month(month: Month) -> str:
    """Return a calendar month in words: ``November 2027``."""
    return f"{_MONTH_NAMES[month % MONTHS_A_YEAR]} {month // MONTHS_A_YEAR}"


def pay_in_words(pay: Pay | None) -> str:
    """Return the grade, and the first range printed, in one line."""
    if pay is None:
        return "pay not in the data"
    grade = f"{pay.plan} {pay.grade}"
    if not pay.ranges:
        return f"{grade} (no figures printed)"
    widest = pay.ranges[-1]
    return f"{grade}, ${widest.low:,.2f} to ${widest.high:,.2f} {widest.unit.value}"


def verdict_in_words(catalog: Catalog, answer: Assessment) -> str:
    """Return the one sentence that answers: when, and by which route."""
    title = name_of(catalog, answer.target)
    routes = " or ".join(route_in_words(catalog, answer.target, route) for route in answer.routes)
    if answer.status is Status.NOW:
        return f"{title}: the minimum qualifications are met now, by {routes}."
    if answer.status is Status.AFTER and answer.months is not None and answer.month is not None:
        when = f"{title}: met after {spell_months(answer.months)}, in {spell_month(answer.month)}, by {routes}."
        return when + _proof_in_words(answer)
    if answer.status is Status.UNKNOWN:
        return f"{title}: unknown. A fact that the answer needs is not in the data."
    return f"{title}: not met under this plan, however long."


def _proof_in_words(answer: Assessment) -> str:
    if answer.proved_months == answer.months or answer.proved_months is None:
        return ""
    return f" This plan works; that none takes less than {spell_months(answer.proved_months)} is proved."


def route_in_words(catalog: Catalog, class_id: str, route: str) -> str:
    """Return a route in words: ``the internal route``, ``service as Office Assistant``."""
    if route.startswith("sub:"):
        feeders = [catalog.classes.get(part.removeprefix("sub:")) for part in route.split("+")]
        return "service as " + " and ".join(one.title if one else route for one in feeders)
    del class_id
    return {"general": "the open route", "internal": "the internal route", "program": "the training programme"}.get(
        route, f"the route {route}"
    )


def assessment_in_words(catalog: Catalog, answer: Assessment) -> str:
    """Return the whole answer about one class: verdict, steps, pencil work, conditions, sources."""
    spec = catalog.classes[answer.target]
    parts = [wrap_text(verdict_in_words(catalog, answer), indent="  ")]
    if answer.if_conditions_met:
        parts.append(wrap_text(_if_met_in_words(answer), indent="  "))
    if answer.missing:
        parts.append(_missing_in_words(answer))
    if answer.steps:
        parts.append(moves_in_words(catalog, answer))
    if answer.requirements:
        parts.append(requirements_in_words(answer.requirements))
    if answer.conditions:
        parts.append(conditions_in_words(answer.conditions))
    parts.append(wrap_text(dated(spec), indent="  "))
    return "\n\n".join(parts) + "\n"


def closing_words(catalog: Catalog, class_ids: Iterable[str]) -> str:
    """Return what every report ends with: jurisdictions' notes, and what is outside the model."""
    jurisdictions = dict.fromkeys(class_id.partition("/")[0] for class_id in class_ids)
    notes = [
        wrap_text(f"{record.name}: {note.text}", indent="  ")
        for name in jurisdictions
        if (record := catalog.jurisdictions.get(name))
        for note in record.notes
    ]
    return "\n".join([*notes, wrap_text(DISCLAIMER, indent="  ")]) + "\n"


def dated(spec: ClassSpecification) -> str:
    """Return the specification's date, its completeness and its document."""
    date = spec.revision or "no date printed"
    part = {"whole": "", "partial": " Seen only in part.", "named-only": " Only named there."}[spec.completeness.value]
    return f"Specification of {date}: {spec.source.document}.{part}"


def _if_met_in_words(answer: Assessment) -> str:
    met = answer.if_conditions_met
    if met is None:
        return ""
    when = "now" if met.months == 0 else f"after {spell_months(met.months)}"
    return f"If {' and '.join(met.conditions)} held (see below), they would be met {when}."


def _missing_in_words(answer: Assessment) -> str:
    lines = ["What is missing (any one line would do):"]
    lines += [f"  - {' and '.join(one)}" for one in answer.missing]
    return "\n".join(lines)


def moves_in_words(catalog: Catalog, answer: Assessment) -> str:
    """Return the moves of a plan as a table: hold, enter, when, by which route, pay."""
    rows = [_move_row(catalog, answer.as_of, move) for move in answer.steps]
    return print_table(("Hold", "For", "Then enter", "In", "By", "Pay there"), rows).rstrip("\n")


def _move_row(catalog: Catalog, as_of: Month, move: Move) -> tuple[str, ...]:
    target = catalog.classes[move.target_class]
    grade = f"{target.pay.plan} {target.pay.grade}" if target.pay else "not in the data"
    return (
        catalog.classes[move.feeder_class].title,
        spell_months(move.hold_months),
        target.title,
        spell_month(Month(as_of + move.at_month)),
        route_in_words(catalog, move.target_class, move.route),
        grade,
    )


def requirements_in_words(traces: Iterable[RequirementTrace]) -> str:
    """Return the pencil work: asked, held, credited, left, and the source of each."""
    traces = tuple(traces)
    rows = [
        (
            trace.reference.partition("#")[2],
            "" if trace.asked is None else str(trace.asked),
            "" if trace.held is None else print_exact(trace.held),
            print_exact(sum(one.months for one in trace.credited)) if trace.asked is not None else "",
            "" if trace.left is None else print_exact(trace.left),
            str(trace.source),
        )
        for trace in traces
    ]
    table = print_table(
        ("Asked for (months)", "Asked", "Held", "Credited", "Left", "Source"), rows, numeric=frozenset({1, 2, 3, 4})
    )
    detail = [
        wrap_text(f"  {trace.reference.partition('#')[2]}: {trace.what}.{_counted_in_words(trace)}", indent="    ")
        for trace in traces
    ]
    return table + "\n".join(detail)


def _counted_in_words(trace: RequirementTrace) -> str:
    parts = [f" Job {one.job}, {one.title}: {print_exact(one.months)} ({one.why})." for one in trace.counted]
    parts += [f" {one.what.capitalize()}: {print_exact(one.months)} credited." for one in trace.credited]
    return "".join(parts)


def conditions_in_words(conditions: Iterable[Condition]) -> str:
    """Return the conditions, one a line, with their codes."""
    lines = ["Conditions that only a person can decide, and assumptions:"]
    lines += [wrap_text(f"  - {_EFFECTS[one.effect]} {one.code}: {one.text}", indent="    ") for one in conditions]
    return "\n".join(lines)
