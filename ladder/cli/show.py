"""``ladder show``: one class, with all that is known of it and where that was printed."""

from collections.abc import Iterable
from pathlib import Path

import click

from ladder.answers import class_json
from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.catalog.steps import Step
from ladder.cli.options import answer_options, catalog_option, class_argument
from ladder.cli.output import AnswerForm, deliver
from ladder.cli.tables import print_table, wrap_text
from ladder.cli.wording import closing_words, dated, name_of
from ladder.eligibility.conditions import own_conditions
from ladder.qualifications import Experience, Qualifications, Requirement, Substitution
from ladder.service_time import spell_months
from ladder.specification import ClassSpecification, Pay


@click.command()
@class_argument("class_text", metavar="CLASS")
@catalog_option
@answer_options()
def command(*, class_text: str, catalog: Path | None, form: AnswerForm) -> None:
    """Show one class: pay, qualifications, what leads here, where it leads, sources."""
    classes = load_catalog(catalog)
    spec = classes.find_class(class_text)
    deliver(
        form,
        text=lambda: class_in_words(classes, spec),
        answer=lambda: class_json(classes, spec.class_id),
    )


def class_in_words(catalog: Catalog, spec: ClassSpecification) -> str:
    """Return the page about one class."""
    parts = [f"{name_of(catalog, spec.class_id)}\n{wrap_text(dated(spec), indent='  ')}", _facts(catalog, spec)]
    if spec.qualifications:
        parts.append(_qualifications(catalog, spec.qualifications))
    parts += [
        _steps(catalog, "What leads here", catalog.steps_into(spec.class_id), feeders=True),
        _steps(catalog, "Where it leads", catalog.steps_from(spec.class_id), feeders=False),
    ]
    conditions = own_conditions(catalog, spec.class_id)
    if conditions:
        lines = [wrap_text(f"  - {one.code}: {one.text} [{one.source}]", indent="    ") for one in conditions]
        parts.append("\n".join(["Conditions of every appointment:", *lines]))
    if spec.notes:
        parts.append("\n".join(["Notes:", *(wrap_text(f"  - {note}", indent="    ") for note in spec.notes)]))
    return "\n\n".join(parts) + "\n\n" + closing_words(catalog, [spec.class_id])


def _facts(catalog: Catalog, spec: ClassSpecification) -> str:
    rows = [
        ("Series", f"{spec.series.name}, rank {spec.series.rank}" if spec.series else ""),
        *_pay_rows("Pay", spec.pay),
        ("Bargaining unit", spec.bargaining_unit or ""),
        ("Occupational group", spec.occupational_group or ""),
        ("Designation", spec.designation or ""),
        ("Effective", spec.dates.effective or ""),
        ("Established", spec.dates.established or ""),
        ("Revised", spec.dates.revised or ""),
        ("Works under", ", ".join(name_of(catalog, one.class_id) for one in spec.superiors)),
    ]
    for alias in spec.aliases:
        rows.append(("Also known as", " ".join(part for part in (alias.code, alias.title) if part)))
        rows += _pay_rows("  its pay", alias.pay)
    return print_table(("Fact", "As printed"), [row for row in rows if row[1]]).rstrip("\n")


def _pay_rows(label: str, pay: Pay | None) -> list[tuple[str, str]]:
    if pay is None:
        return []
    ranges = "; ".join(f"${one.low:,.2f} to ${one.high:,.2f} {one.unit.value}" for one in pay.ranges)
    return [(label, f"{pay.plan} {pay.grade}{': ' if ranges else ''}{ranges} [{pay.source}]")]


def _qualifications(catalog: Catalog, rules: Qualifications) -> str:
    lines = ["Minimum qualifications (one route suffices; within a route all must hold):"]
    lines += [f"  - route {route.id}: {' and '.join(route.requires)}" for route in rules.routes]
    for rule in rules.requirements:
        lines.append(wrap_text(f"  {rule.id}: {_requirement(catalog, rule)} [{rule.source}]", indent="    "))
    if rules.substitutions:
        lines.append("Substitutions:")
        lines += [
            wrap_text(f"  - {_substitution(catalog, one)} [{one.source}]", indent="    ") for one in rules.substitutions
        ]
    return "\n".join(lines)


def _requirement(catalog: Catalog, rule: Requirement) -> str:
    if not isinstance(rule, Experience):
        return rule.what
    inside = f", within {rule.within}" if rule.within else ""
    added = f", added to {rule.additional_to}" if rule.additional_to else ""
    named = ", ".join(catalog.classes[one.class_id].title for one in rule.classes)
    equivalent = " or equivalent" if rule.or_equivalent else ""
    return f"{spell_months(rule.months)}{inside}{added}. {rule.what}." + (
        f" Named: {named}{equivalent}." if named else ""
    )


def _substitution(catalog: Catalog, rule: Substitution) -> str:
    if rule.kind == "study":
        block = f"{rule.semester_hours} semester hours stand for {spell_months(rule.months)}"
        return f"Study for {rule.stands_for}: {block}, at most {spell_months(rule.at_most_months)}."
    if rule.kind == "degree":
        fields = f" in {', '.join(rule.fields)}" if rule.fields else ""
        related = " or a closely related field" if rule.or_closely_related else ""
        return f"A {rule.degree.value} degree{fields}{related} stands for {spell_months(rule.months)} of {rule.stands_for}."
    if rule.kind == "programme":
        return f"{name_of(catalog, rule.programme)}, completed, stands for {rule.stands_for}."
    most = f", at most {spell_months(rule.at_most_months)}" if rule.at_most_months else ""
    only = f" (only for {rule.standing.value.replace('_', ' ')}s)" if rule.standing else ""
    who = name_of(catalog, rule.named.class_id)
    return f"{spell_months(rule.months)} as {who} stand for {rule.stands_for}{most}{only}."


def _steps(catalog: Catalog, title: str, steps: Iterable[Step], *, feeders: bool) -> str:
    rows = [
        (
            name_of(catalog, step.feeder_class if feeders else step.target_class),
            step.kind.value.replace("_", " ") + (", a promotion" if step.promotion else ""),
            "not stated" if step.months is None else str(step.months),
            step.certainty.value + (", seen in part" if step.partial else ""),
            ", ".join(step.conditions),
            str(step.source),
        )
        for step in steps
    ]
    if not rows:
        return f"{title}: no clause that is in the data."
    headings = ("Class", "By", "Months asked", "Certainty", "Conditions", "Source")
    return f"{title}:\n" + print_table(headings, rows, numeric=frozenset({2})).rstrip("\n")
