"""``ladder show``: one class, with all that is known of it and where that was printed."""

from collections.abc import Iterable
from pathlib import Path

import click

from ladder.answers import class_json
from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.catalog.steps import Step, StepKind
from ladder.cli.citations import Citations
from ladder.cli.options import answer_options, catalog_option, class_argument
from ladder.cli.output import AnswerForm, deliver
from ladder.cli.pages import closing_words
from ladder.cli.tables import INDENT, print_list, print_section, print_table, wrap_text
from ladder.cli.wording import asked_in_words, grade_of, name_of, range_in_words
from ladder.eligibility.conditions import own_conditions
from ladder.qualifications import Experience, Qualifications, Requirement, ServiceSubstitution, Substitution
from ladder.rendering.views.requirements import early_filing_in_words, meaning, requirement_name, route_in_words
from ladder.rendering.views.words import ASKED_BY, CERTAINTIES, DEGREES, spell_date
from ladder.service_time import spell_months
from ladder.specification import Alias, ClassSpecification, Completeness, EarlyFiling, Pay

_COMPLETENESS = {
    Completeness.WHOLE: "",
    Completeness.PARTIAL: "seen only in part",
    Completeness.NAMED_ONLY: "only named in other specifications",
}


@click.command()
@class_argument("class_text", metavar="CLASS")
@click.option(
    "--include",
    type=click.Choice(["peer"]),
    help="List steps from classes at the level of one that the text names, too; HR decides about those.",
)
@catalog_option
@answer_options()
def command(*, class_text: str, include: str | None, catalog: Path | None, form: AnswerForm) -> None:
    """Show one class: pay, qualifications, what leads here, where it leads, sources."""
    classes = load_catalog(catalog)
    spec = classes.find_class(class_text)
    deliver(
        form,
        text=lambda: class_in_words(classes, spec, with_peers=include is not None),
        answer=lambda: class_json(classes, spec.class_id, with_peers=include is not None),
    )


def class_in_words(catalog: Catalog, spec: ClassSpecification, *, with_peers: bool = False) -> str:
    """Return the page about one class; with peers, the steps that they draw are listed too."""
    citations = Citations()
    into, onward = catalog.steps_into(spec.class_id), catalog.steps_from(spec.class_id)
    if with_peers:
        into, onward = into + catalog.peer_steps_into(spec.class_id), onward + catalog.peer_steps_from(spec.class_id)
    parts = [
        wrap_text(citations.beside(name_of(catalog, spec.class_id), spec.source)) + "\n",
        _facts(catalog, spec, citations),
        *(_qualifications(catalog, spec.qualifications, citations) if spec.qualifications else ()),
        print_section("What leads here", _steps(catalog, into, citations, feeders=True)),
        print_section("Where it leads", _steps(catalog, onward, citations, feeders=False)),
        _conditions(catalog, spec, citations),
        print_section("Notes", print_list(spec.notes)),
        closing_words(catalog, [spec.class_id], citations),
    ]
    return "\n".join(filter(None, parts))


def _facts(catalog: Catalog, spec: ClassSpecification, citations: Citations) -> str:
    series = spec.series
    rows = [
        ("Series", citations.beside(f"{series.name}, rank {series.rank}", spec.source) if series else ""),
        *_pay_rows("Pay", spec.pay, citations),
        ("Bargaining unit", spec.bargaining_unit or ""),
        ("Occupational group", spec.occupational_group or ""),
        ("Designation", spec.designation or ""),
        *_date_rows(spec, citations),
        *_filing_rows(catalog, spec.early_filing, citations),
        ("Record", _COMPLETENESS[spec.completeness]),
        *(("Works under", citations.beside(name_of(catalog, one.class_id), one.source)) for one in spec.superiors),
    ]
    for alias in spec.aliases:
        rows += _alias_rows(alias, citations)
    return print_table(("Fact", "As printed"), [row for row in rows if row[1]], indent=INDENT)


def _date_rows(spec: ClassSpecification, citations: Citations) -> list[tuple[str, str]]:
    dates = spec.dates
    labeled = (
        ("Effective", dates.effective),
        ("Established", dates.established),
        ("Revised", dates.revised),
        ("Replaces that of", dates.replaces),
    )
    source = dates.source or spec.source
    return [(label, citations.beside(spell_date(date), source)) for label, date in labeled if date]


def _filing_rows(catalog: Catalog, early: EarlyFiling | None, citations: Citations) -> list[tuple[str, str]]:
    return [("Early filing", citations.beside(early_filing_in_words(catalog, early), early.source))] if early else []


def _alias_rows(alias: Alias, citations: Citations) -> list[tuple[str, str]]:
    words = " ".join(filter(None, (alias.code, alias.title)))
    told = f"{words}: {alias.note.rstrip('.')}" if words else alias.note.rstrip(".")
    first = ("Also known as" if words else "Besides", citations.beside(told, alias.source))
    return [first, *_pay_rows("its pay", alias.pay, citations)]


def _pay_rows(label: str, pay: Pay | None, citations: Citations) -> list[tuple[str, str]]:
    if pay is None:
        return []
    figures = "; ".join(map(range_in_words, pay.ranges)) or "no figures printed"
    return [(label, citations.beside(f"{grade_of(pay)}: {figures}", pay.source))]


def _qualifications(catalog: Catalog, rules: Qualifications, citations: Citations) -> Iterable[str]:
    routes = [
        f"By {route_in_words(catalog, route.id)}: "
        + " and ".join(requirement_name(catalog, name).lower() for name in route.requires)
        + "."
        for route in rules.routes
    ]
    choice = f"{INDENT}Any one route is enough:" if len(routes) > 1 else ""
    what = f"{INDENT}What they ask:" if len(routes) > 1 else f"{INDENT}What it asks:"
    asked = [citations.beside(_requirement(catalog, rule), rule.source) for rule in rules.requirements]
    yield print_section("Minimum qualifications", choice, print_list(routes), what, print_list(asked))
    stands = [citations.beside(_substitution(catalog, rule), rule.source) for rule in rules.substitutions]
    yield print_section("What may stand for them", print_list(stands))


def _requirement(catalog: Catalog, rule: Requirement) -> str:
    name = requirement_name(catalog, rule.id)
    if not isinstance(rule, Experience):
        return f"{name}: {meaning(catalog, rule.what)}"
    inside = f", part of the {_called(catalog, rule.within)}" if rule.within else ""
    added = f", besides the {_called(catalog, rule.additional_to)}" if rule.additional_to else ""
    titles = [catalog.classes[one.class_id].title for one in rule.classes]
    named = f" Named: {', '.join(titles)}{' or equivalent' if rule.or_equivalent else ''}." if titles else ""
    return f"{name}, {spell_months(rule.months)}{inside}{added}: {meaning(catalog, rule.what)}{named}"


def _called(catalog: Catalog, requirement: str) -> str:
    return requirement_name(catalog, requirement).lower()


def _substitution(catalog: Catalog, rule: Substitution) -> str:
    stands_for = _called(catalog, rule.stands_for)
    if rule.kind == "study":
        block = f"{rule.semester_hours} semester hours stand for {spell_months(rule.months)} of {stands_for}"
        return f"Study: {block}, at most for {spell_months(rule.at_most_months)}."
    if rule.kind == "degree":
        fields = f" in {', '.join(rule.fields)}" if rule.fields else ""
        related = " or a closely related field" if rule.or_closely_related else ""
        months = spell_months(rule.months)
        return f"Degree: {DEGREES[rule.degree]}{fields}{related} stands for {months} of {stands_for}."
    if rule.kind == "programme":
        return f"Training: {name_of(catalog, rule.programme)}, completed, stands for all {stands_for}."
    return _service(catalog, rule, stands_for)


def _service(catalog: Catalog, rule: ServiceSubstitution, stands_for: str) -> str:
    only = f", for a {rule.standing.value.replace('_', ' ')} only" if rule.standing else ""
    who = f"as {name_of(catalog, rule.named.class_id)}" if rule.named else f"of a kind ({rule.what})"
    if rule.is_whole:
        return f"Service: {spell_months(rule.months)} {who} stand for all {stands_for}{only}."
    most = f", at most for {spell_months(rule.at_most_months)}" if rule.at_most_months else ""
    besides = ", and count besides" if rule.also_counts else ""
    if rule.gives is None:
        return f"Service: each month {who} stands for a month of {stands_for}{most}{besides}{only}."
    given = spell_months(rule.gives)
    return f"Service: {spell_months(rule.months)} {who} stand for {given} of {stands_for}{most}{besides}{only}."


def _steps(catalog: Catalog, steps: Iterable[Step], citations: Citations, *, feeders: bool) -> str:
    items = [citations.beside(_step(catalog, step, feeders=feeders), step.source) for step in steps]
    return print_list(items) if items else f"{INDENT}No class, by any text in the data."


def _step(catalog: Catalog, step: Step, *, feeders: bool) -> str:
    """Return one step in words: the class at its other end, what it asks, and what it hangs on."""
    name = name_of(catalog, step.feeder_class if feeders else step.target_class)
    length = asked_in_words(step.months, step.at_most_months)
    asks = ASKED_BY[step.kind] if step.kind is StepKind.PROGRAMME_COMPLETION else f"{length} {ASKED_BY[step.kind]}"
    if step.months is None:
        asks = f"{ASKED_BY[step.kind].removeprefix('of ')} (length not stated)"
    more = [
        "a promotion in the series" if step.promotion else "",
        CERTAINTIES[step.certainty],
        "record seen only in part" if step.partial else "",
        f"conditions {', '.join(step.conditions)}" if step.conditions else "",
    ]
    return f"{name}: {'; '.join(filter(None, [asks, *more]))}."


def _conditions(catalog: Catalog, spec: ClassSpecification, citations: Citations) -> str:
    found = own_conditions(catalog, spec.class_id)
    return print_section(
        "Conditions", print_list(citations.beside(f"{one.code}: {one.text}", one.source) for one in found)
    )
