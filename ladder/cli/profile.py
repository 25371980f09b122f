"""``ladder profile new``: a profile to fill in, by questions or as a commented template."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.cli.options import NEW_FILE, as_of_option, catalog_option, complete_class
from ladder.cli.output import save_or_print
from ladder.cli.page_text import wrap_text
from ladder.present import present_month
from ladder.requirement_references import class_referred_to
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
    help="A class that is aimed at: list, or ask for, what matters to it only; repeat it for several.",
)
@click.option("--ask", is_flag=True, help="Ask the questions one by one instead of writing a template.")
@as_of_option
@catalog_option
@click.option("-o", "--output", type=NEW_FILE, metavar="FILE", help="Write to FILE, which must be new.")
def new(*, targets: tuple[str, ...], ask: bool, as_of: Month | None, catalog: Path | None, output: Path | None) -> None:
    """Write a profile to fill in, with what service can count toward.

    The template explains itself: take out what does not apply. With --ask the
    questions come one by one on the terminal, only those that the classes aimed at
    raise; Enter skips one. The file is readable by its owner alone.
    """
    classes = load_catalog(catalog)
    chosen = [classes.find_class(text).class_id for text in targets]
    month = print_month(present_month() if as_of is None else as_of)
    page = _ask(classes, chosen, month) if ask else template(classes, chosen or classes.classes, month)
    save_or_print(page, output, private=True, fresh=True)


def _ask(catalog: Catalog, targets: Sequence[str], month: str) -> str:
    from ladder.cli.interview import ask_profile  # noqa: PLC0415 - a template asks nothing

    return ask_profile(catalog, targets, month)


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
    "# Past service up to that month: in months, or from a start to an end (the end is not counted).",
    "# A date may have its day, as 2024-03-16; a row that begins on the day after another ends goes on from it.",
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
    "#     - {level: bachelor, field: labor relations, month: 2019-05}   # awarded in that month, if you know it",
    "#     # or high_school, associate, master, law, doctorate",
    "#   courses:                  # hours by field, part of the semester hours",
    "#     - {field: accounting, semester_hours: 12}",
    "",
    "# Planned: a degree, another share of full time, leave, the end of a program, a license.",
    "# events:",
    "#   - {month: 2027-06, degree: {level: bachelor}}",
    "#   - {month: 2027-01, fte: 0.5}",
    "#   - {month: 2028-01, leave_months: 6}",
    "#   - {month: 2027-03, license: driver's license}",
    "",
    "# programs:",
    '#   - {name: "us-ct/connecticut-careers-trainee", approved: true, completed: false, months_remaining: 9}',
    "",
    "# licenses:                 # [] for none; by name, and since when if you know it",
    "#   - driver's license",
    "#   - {name: notary, month: 2024-05}",
    "",
    "# What service can count toward (counts_toward), and what is meant:",
)


def _counting(catalog: Catalog, targets: Iterable[str]) -> Iterable[str]:
    wanted = set(targets)
    for reference, rule in catalog.experience_references.items():
        if class_referred_to(reference) in wanted and rule.what and rule.standing is None:
            title = catalog.classes[class_referred_to(reference)].title
            yield from wrap_text(f"{reference}: {title}. {rule.what}.", first="#   ", indent="#     ").splitlines()
