"""One answer as a page of the terminal: the answer, its reasons, its conditions, its sources."""

from collections.abc import Iterable, Iterator

from ladder.catalog.catalog import Catalog
from ladder.cli.citations import Citations
from ladder.cli.tables import INDENT, print_list, print_section, print_table, wrap_text
from ladder.cli.wording import dated, keep_together, name_of, pay_in_words, short_name
from ladder.eligibility.answers import Assessment, RequirementTrace
from ladder.eligibility.clocks import Amount
from ladder.eligibility.conditions import Condition
from ladder.rendering.views.requirements import (
    meaning,
    requirement_in_words,
    requirement_name,
    route_in_brief,
)
from ladder.rendering.views.verdicts import EFFECTS, WHY, filing_in_words, if_conditions_in_words, when_in_words
from ladder.rendering.views.words import count_months, spell_month
from ladder.service_time import Month, print_exact, spell_months
from ladder.specification import EarlyFiling

DISCLAIMER = (
    "This is arithmetic on what was declared: examination, vacancy, working test period, seniority and "
    "permanent status are outside of it, and only the agency decides."
)
_NUMBERS = frozenset({1, 2, 3, 4})


def verdict_in_words(catalog: Catalog, answer: Assessment, citations: Citations) -> str:
    """Return the sentences that answer: when, by which route, and what would change it."""
    spec = catalog.classes[answer.target]
    told = citations.beside(
        f"{name_of(catalog, answer.target)}: {when_in_words(catalog, answer, spell=spell_together)}", spec.source
    )
    sentences = [
        f"{told}.",
        if_conditions_in_words(answer, spell=spell_together),
        _filing(answer, spec.early_filing, citations),
    ]
    return " ".join(filter(None, sentences))


def _filing(answer: Assessment, early: EarlyFiling | None, citations: Citations) -> str:
    words = filing_in_words(answer, spell=spell_together).removesuffix(".")
    return f"{citations.beside(words, early.source)}." if words and early else ""


def spell_together(month: Month) -> str:
    """Return a calendar month in words, which no end of a line parts."""
    return keep_together(spell_month(month))


def page_of(catalog: Catalog, answer: Assessment, citations: Citations, *, others: str = "") -> str:
    """Return the answer about one class, down to its conditions; ``others`` follows the steps."""
    sections = [
        wrap_text(verdict_in_words(catalog, answer, citations)) + "\n",
        _missing(catalog, answer, citations),
        steps_in_words(catalog, answer, citations),
        others,
        _reasons(catalog, answer, citations),
        _conditions(answer.conditions, citations),
    ]
    return "\n".join(filter(None, sections))


def closing_words(catalog: Catalog, class_ids: Iterable[str], citations: Citations, *, disclaim: bool = True) -> str:
    """Return what every page ends with: sources, what is outside the model, notes, dates."""
    class_ids = list(dict.fromkeys(class_ids))
    dates = [dated(catalog.classes[one], citations) for one in class_ids] if len(class_ids) == 1 else []
    jurisdictions = dict.fromkeys(one.partition("/")[0] for one in class_ids)
    notes = [
        f"{record.name}: {note.text}"
        for name in jurisdictions
        if (record := catalog.jurisdictions.get(name))
        for note in record.notes
    ]
    paragraphs = [wrap_text(one) + "\n" for one in (*([DISCLAIMER] if disclaim else []), *notes, *dates)]
    return "\n".join([citations.listed(), *paragraphs])


def _missing(catalog: Catalog, answer: Assessment, citations: Citations) -> str:
    several = "Any one of these would do:" if len(answer.missing) > 1 else ""
    left = {trace.reference: trace.left for trace in answer.requirements if trace.left != trace.asked}
    items = [
        "; and ".join(_missing_one(catalog, name, left.get(name), citations) for name in one) + "."
        for one in answer.missing
    ]
    heading = "What is missing" if items else ""
    return print_section(heading, INDENT + several if several else "", print_list(items)) if items else ""


def _missing_one(catalog: Catalog, reference: str, left: Amount | None, citations: Citations) -> str:
    """Return one requirement in words; ``left`` are its months still to come, where some are done."""
    found = requirement_in_words(catalog, reference)
    if found is None:
        return reference
    months = "" if found.months is None else f", {spell_months(found.months)}"
    months += f" with {count_months(left)} left" if left else ""
    what = f": {found.what.removesuffix('.')}" if found.what else ""
    return citations.beside(f"{found.name}{months} ({reference}){what}", found.source)


def steps_in_words(catalog: Catalog, answer: Assessment, citations: Citations) -> str:
    """Return the steps as a table: when, what to enter, by which route, how long to hold it, pay there."""
    if not answer.steps:
        return ""
    holds = [spell_months(move.hold_months) for move in answer.steps[1:]]
    first = answer.steps[0]
    rows = [_step_row(catalog, answer.as_of, first.feeder_class, "start", spell_months(first.hold_months), citations)]
    for move, hold in zip(answer.steps, [*holds, "reached"], strict=True):
        route = citations.beside(route_in_brief(catalog, [move.route]), move.source)
        rows.append(_step_row(catalog, Month(answer.as_of + move.at_month), move.target_class, route, hold, citations))
    table = print_table(("In", "Class", "Route", "Held for", "Pay"), rows, indent=INDENT)
    return print_section("Steps", table)


def _step_row(
    catalog: Catalog, month: Month, class_id: str, route: str, hold: str, citations: Citations
) -> tuple[str, ...]:
    pay = pay_in_words(catalog.classes[class_id].pay, citations)
    return keep_together(spell_month(month)), short_name(catalog, class_id), route, hold, pay


def _reasons(catalog: Catalog, answer: Assessment, citations: Citations) -> str:
    """Return the pencil work: asked, held, credited, left, the source of each, and its meaning."""
    if not answer.requirements:
        return ""
    rows = [_trace_row(catalog, trace, citations) for trace in answer.requirements]
    headings = ("Requirement", "Asked", "Held", "Credited", "Left", "Source")
    table = print_table(headings, rows, numeric=_NUMBERS, indent=INDENT)
    details = print_list("".join(_details(catalog, trace, citations)) for trace in answer.requirements)
    title = catalog.classes[answer.target].title
    heading = f"What {title} asks, in months, and what is held in {spell_month(answer.as_of)}"
    return print_section(wrap_text(heading), table, "\n", details)


def _trace_row(catalog: Catalog, trace: RequirementTrace, citations: Citations) -> tuple[str, ...]:
    name = requirement_name(catalog, trace.reference.partition("#")[2])
    mark = citations.mark(trace.source)
    if trace.asked is None:
        return name, "", "", "", _state(trace.met_in_month), mark
    credited = sum(one.months for one in trace.credited)
    figures = (trace.asked, trace.held or 0, credited, trace.left or 0)
    return name, *map(print_exact, figures), mark


def _state(met_in_month: int | None) -> str:
    if met_in_month is None:
        return "not met"
    return "met" if met_in_month == 0 else f"met in {met_in_month}"


def _details(catalog: Catalog, trace: RequirementTrace, citations: Citations) -> Iterator[str]:
    name = requirement_name(catalog, trace.reference.partition("#")[2])
    yield f"{citations.beside(f'{name} ({trace.reference})', trace.source)}: {meaning(catalog, trace.what)}"
    for job in trace.counted:
        yield f" Job {job.job}, {job.title}, counts {count_months(job.months)}: {WHY.get(job.why, job.why)}."
    for one in trace.credited:
        what = meaning(catalog, one.what).removesuffix(".")
        yield f" {citations.beside(f'{what} stands for {count_months(one.months)}', one.source)}."


def _conditions(conditions: tuple[Condition, ...], citations: Citations) -> str:
    """Return the conditions by what they do to the answer, each with its code."""
    bodies = []
    for effect, heading in EFFECTS.items():
        items = [citations.beside(f"{one.code}: {one.text}", one.source) for one in conditions if one.effect is effect]
        if items:
            bodies.append(f"{INDENT}{heading}\n{print_list(items)}")
    return print_section("Conditions", *bodies)
