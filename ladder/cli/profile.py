"""``ladder profile new``: a profile to fill in, by questions or as a commented template."""

from collections.abc import Iterable
from pathlib import Path

import click

from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.cli.options import as_of_option, catalog_option, complete_class
from ladder.cli.output import present_month, print_line, save_or_print
from ladder.qualifications import Experience
from ladder.service_time import Month, print_month


@click.group(name="profile")
def command() -> None:
    """Begin a profile: service, study, standing, programmes."""


@command.command(name="new")
@click.option(
    "--target",
    "targets",
    multiple=True,
    metavar="CLASS",
    shell_complete=complete_class,
    help="List what service can count toward for this class only; repeat it for several.",
)
@click.option("--ask", is_flag=True, help="Ask the questions one by one instead of writing a template.")
@as_of_option
@catalog_option
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to FILE.")
def new(*, targets: tuple[str, ...], ask: bool, as_of: Month | None, catalog: Path | None, output: Path | None) -> None:
    """Write a profile to fill in, with what service can count toward.

    The template explains itself: take out what does not apply. With --ask the
    questions come one by one on the terminal.
    """
    classes = load_catalog(catalog)
    chosen = [classes.find_class(text).class_id for text in targets] or list(classes.classes)
    month = print_month(present_month() if as_of is None else as_of)
    text = ask_profile(classes, month) if ask else template(classes, chosen, month)
    save_or_print(text, output)


def template(catalog: Catalog, targets: Iterable[str], month: str) -> str:
    """Return a profile in YAML that is valid as it stands; what may be added is in comments."""
    return "\n".join([*_TEMPLATE_HEAD, f"as_of: {month}", *_TEMPLATE_BODY, *_counting(catalog, targets), ""])


_TEMPLATE_HEAD = (
    "# A profile for ladder. Everything stays on this computer.",
    "# Take the # off the lines that apply, and change what they say.",
    "# The month that answers count from:",
)

_TEMPLATE_BODY = (
    "",
    "# Standing now; leave a line out if you are not sure.",
    "# standing:",
    "#   internal: true          # employed by the agency now",
    "#   state_employee: true    # employed by the state now",
    "",
    "# Past service up to that month: in months, or from a start to an end (the end month is not counted).",
    "jobs: []",
    "# jobs:",
    '#   - {class: "us-nd/0441", months: 20, fte: 1.0}',
    '#   - {class: "us-ct/social-services-trainee", target_class: "us-ct/5246SH", start: 2024-03, end: 2025-09}',
    '#   - {title: "Intake worker", months: 31.5, counts_toward: ["us-nd/0441#general"]}',
    "",
    "# What goes on from that month:",
    "# present:",
    '#   {class: "us-nd/0442", fte: 1.0, counts_toward: ["us-nd/0444#special"]}',
    "",
    "# education:",
    "#   semester_hours: 60",
    "#   quarter_hours: 0",
    "#   degrees:",
    "#     - {level: bachelor, field: labor relations}   # associate, bachelor, master, law, doctorate",
    "",
    "# Planned: a degree, another share of full time, leave, the end of a programme.",
    "# events:",
    "#   - {month: 2027-06, degree: {level: bachelor}}",
    "#   - {month: 2027-01, fte: 0.5}",
    "#   - {month: 2028-01, leave_months: 6}",
    "",
    "# programs:",
    '#   - {name: "us-ct/connecticut-careers-trainee", approved: true, completed: false, months_remaining: 9}',
    "",
    "# licences: []",
    "",
    "# What service can count toward (counts_toward), and what is meant:",
)


def _counting(catalog: Catalog, targets: Iterable[str]) -> Iterable[str]:
    wanted = set(targets)
    for reference, rule in catalog.experience_references.items():
        if reference.partition("#")[0] in wanted and isinstance(rule, Experience) and rule.standing is None:
            yield f"#   {reference}: {catalog.classes[reference.partition('#')[0]].title}. {rule.what}."


def ask_profile(catalog: Catalog, month: str) -> str:
    """Return a profile in YAML made of the answers typed on the terminal."""
    lines = [f"as_of: {click.prompt('Month that answers count from', default=month, err=True)}"]
    lines += _ask_standing()
    lines += _ask_jobs(catalog)
    lines += _ask_study()
    return "\n".join(lines) + "\n"


def _ask_standing() -> list[str]:
    internal = click.confirm("Does the agency employ you now?", default=False, err=True)
    state = click.confirm("Are you a state employee now?", default=False, err=True)
    return ["standing:", f"  internal: {str(internal).lower()}", f"  state_employee: {str(state).lower()}"]


def _ask_jobs(catalog: Catalog) -> list[str]:
    held, months, share = _ask_job(catalog, "Present class (id, code or title; empty if none)", "Months in it so far")
    lines = [f'jobs:\n  - {{class: "{held}", months: {months}, fte: {share}}}'] if held else ["jobs:"]
    present = [f'present: {{class: "{held}", fte: {share}}}'] if held else []
    while True:
        earlier, months, share = _ask_job(catalog, "An earlier class (empty if no more)", "Months in it")
        if not earlier:
            break
        lines.append(f'  - {{class: "{earlier}", months: {months}, fte: {share}}}')
    return [*(lines if len(lines) > 1 or held else ["jobs: []"]), *present]


def _ask_job(catalog: Catalog, question: str, how_long: str) -> tuple[str, str, str]:
    typed = click.prompt(question, default="", show_default=False, err=True)
    if not typed:
        return "", "0", "1.0"
    found = catalog.find_class(typed)
    print_line(found.title, err=True)
    months = click.prompt(how_long, default="0", err=True)
    share = click.prompt("Share of full time", default="1.0", err=True)
    return found.class_id, months, share


def _ask_study() -> list[str]:
    hours = click.prompt("Semester hours of college study", default="0", err=True)
    levels = ["none", "associate", "bachelor", "master", "law", "doctorate"]
    level = click.prompt("Highest degree", type=click.Choice(levels), default="none", err=True)
    lines = ["education:", f"  semester_hours: {hours}"]
    return lines if level == "none" else [*lines, f"  degrees: [{{level: {level}}}]"]
