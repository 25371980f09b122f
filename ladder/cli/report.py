"""``ladder report``: pages for people: a class, a person's progress, a path, the whole catalog."""

from functools import wraps
from pathlib import Path
from typing import NamedTuple

import click
from click.core import ParameterSource

from ladder.catalog.loading import load_catalog
from ladder.cli.options import (
    INPUT,
    OUTPUT_FILE,
    Decorated,
    Decorator,
    WholeNumber,
    as_of_option,
    catalog_option,
    class_argument,
    complete_class,
    lower_pay_option,
    page_option,
    plan_options,
)
from ladder.cli.output import save_or_print_json, save_page
from ladder.cli.questions import read_case
from ladder.cli.word_output import save_word_page
from ladder.eligibility.plans import PlanKind
from ladder.paths.asking import PathBetween, Question, answer
from ladder.paths.plan_choices import PlanChoices
from ladder.paths.starts import on_day_one
from ladder.present import present_month
from ladder.service_time import Month

_NO_MAP = click.option(
    "--no-map",
    "with_map",
    flag_value=False,
    default=True,
    help="Plain HTML without drawing, style or script, for any content system.",
)

_JSON = click.option(
    "--json", "as_json", is_flag=True, help="The figures of the page as JSON, on standard output unless -o is given."
)


class _Place(NamedTuple):
    """Where a page goes, and where a Word document, if one is asked for in its place."""

    page: Path
    docx: Path | None

    def save(self, page: str, told: str) -> None:
        """Write the page, or the document."""
        if self.docx is None:
            save_page(page, self.page, told)
        else:
            save_word_page(page, self.docx, told)


_DOCX = click.option(
    "--docx", type=OUTPUT_FILE, metavar="FILE", help="Write a Word document in place of the page, figures beside it."
)


def _page_options(name: str) -> Decorator:
    """Add ``-o``, ``--docx``, ``--no-map``, ``--as-of`` and ``--catalog``; the page goes to that file unless told.

    The command takes ``place``, where the page goes, or the Word document in its place.
    """

    def decorate(command: Decorated) -> Decorated:
        @wraps(command)
        def with_place(*words: object, output: Path, docx: Path | None, **others: object) -> object:
            if docx is not None:
                _refuse_two_forms(as_json=bool(others.get("as_json")))
            return command(*words, place=_Place(output, docx), **others)

        return page_option(name)(_DOCX(_NO_MAP(as_of_option(catalog_option(with_place)))))

    return decorate


def _refuse_two_forms(*, as_json: bool) -> None:
    """Refuse a Word document beside JSON, or beside a page that is asked for by name.

    Raises:
        click.UsageError: both are asked for.

    """
    context = click.get_current_context()
    if as_json or context.get_parameter_source("output") is not ParameterSource.DEFAULT:
        message = f"--docx and {'--json' if as_json else '-o'} ask for two forms of one answer; give one of them"
        raise click.UsageError(message, context)


@click.group(no_args_is_help=True)
def command() -> None:
    """Write a report page: a class, a person's progress, a path, the whole catalog.

    Each page asks the network for nothing, names the source of every figure, and is
    the same text on every run with the same data and --as-of.
    """


@command.command("class", short_help="All that is known of one class.")
@class_argument("class_text", metavar="CLASS")
@_page_options("ladder-class.html")
def class_report(*, class_text: str, catalog: Path | None, as_of: Month | None, with_map: bool, place: _Place) -> None:
    """Write all that is known of one class, with sources and a small drawing."""
    from ladder.rendering.reports.class_reports import render_class_report  # noqa: PLC0415 - help does not pay

    classes = load_catalog(catalog, as_of=as_of)
    spec = classes.find_class(class_text)
    month = present_month() if as_of is None else as_of
    page = render_class_report(classes, spec.class_id, as_of=month, with_map=with_map)
    place.save(page, "The class report")


def _save_json(answer: object, output: Path, *, with_map: bool) -> None:
    """Print the answer, or write it to the file that ``-o`` names.

    Raises:
        click.UsageError: ``--no-map`` asks for a page.

    """
    context = click.get_current_context()
    if not with_map:
        message = "--json and --no-map ask for two forms of one answer; give one of them"
        raise click.UsageError(message, context)
    is_named = context.get_parameter_source("output") is not ParameterSource.DEFAULT
    save_or_print_json(answer, output if is_named else None)


@command.command("profile", short_help="A person's progress: asked, held, credited, left.")
@click.argument("profile", type=INPUT)
@click.option(
    "--target",
    "targets",
    multiple=True,
    metavar="CLASS",
    shell_complete=complete_class,
    help="Tell of this class; repeat it for several. Default: the classes one step on, else the soonest.",
)
@lower_pay_option
@plan_options
@_JSON
@_page_options("ladder-progress.html")
def profile_report(
    *,
    profile: Path,
    targets: tuple[str, ...],
    lower_pay: bool,
    choices: PlanChoices,
    as_of: Month | None,
    catalog: Path | None,
    as_json: bool,
    with_map: bool,
    place: _Place,
) -> None:
    """Write a personal progress report, numbered and cited, that can be handed to an appeal.

    PROFILE is a YAML or JSON file, or - for standard input. The page says what was
    declared, what each class asks, what is held, credited and left, the next three
    doors, the one step that saves most months, and what people must judge.
    """
    classes = load_catalog(catalog, as_of=as_of)
    asked = [classes.find_class(text).class_id for text in targets]
    case = read_case(classes, profile, choices, as_of=as_of, otherwise=PlanKind.STAY)
    if as_json:
        from ladder.measure_tables import tabulate_progress  # noqa: PLC0415 - help does not pay
        from ladder.measures.personal_progress import measure_progress  # noqa: PLC0415

        found = measure_progress(case, asked, lower_pay=lower_pay)
        return _save_json(tabulate_progress(case, found).json, place.page, with_map=with_map)
    from ladder.rendering.reports.profile_reports import render_profile_report  # noqa: PLC0415 - as above

    page = render_profile_report(case, asked, with_map=with_map, lower_pay=lower_pay)
    return place.save(page, "The progress report")


@command.command("path", short_help="The ladders between two classes.")
@class_argument("start", metavar="FROM")
@class_argument("target", metavar="TO")
@click.option(
    "--profile",
    type=INPUT,
    metavar="PROFILE",
    help="The person's profile. Default: day one in FROM, full time, standing assumed.",
)
@click.option("-k", "alternatives", type=WholeNumber(0, 50), default=3, metavar="N", help="Show up to N other ladders.")
@plan_options
@_page_options("ladder-path.html")
def path_report(
    *,
    start: str,
    target: str,
    profile: Path | None,
    alternatives: int,
    choices: PlanChoices,
    as_of: Month | None,
    catalog: Path | None,
    with_map: bool,
    place: _Place,
) -> int:
    """Write how to get from FROM to TO, the time it takes, and by which routes.

    Exit status 1 says that no ladder joins the two; the page is written and says so.
    """
    from ladder.rendering.reports.path_reports import render_path_report  # noqa: PLC0415 - as above

    classes = load_catalog(catalog, as_of=as_of)
    first, last = classes.find_class(start).class_id, classes.find_class(target).class_id
    case = read_case(classes, profile, choices, as_of=as_of, otherwise=PlanKind.CLIMB)
    found = answer(Question(case, PathBetween(first, last, alternatives)))
    page = render_path_report(case, found, has_profile=profile is not None, with_map=with_map)
    place.save(page, "The path report")
    return 0 if found.best else 1


@command.command("catalog", short_help="An overview: entry classes, dead ends, longest ladders, pay.")
@_JSON
@_page_options("ladder-catalog.html")
def catalog_report(*, catalog: Path | None, as_of: Month | None, as_json: bool, with_map: bool, place: _Place) -> None:
    """Write an overview: entry classes, dead ends, longest ladders, pay gained per month waited."""
    classes = load_catalog(catalog, as_of=as_of)
    month = present_month() if as_of is None else as_of
    if as_json:
        from ladder.measure_tables import tabulate_ladder  # noqa: PLC0415 - help does not pay
        from ladder.measures.whole_ladder import measure_ladder  # noqa: PLC0415

        case = on_day_one(classes, month)
        return _save_json(tabulate_ladder(case, measure_ladder(case)).json, place.page, with_map=with_map)
    from ladder.rendering.reports.catalog_reports import render_catalog_report  # noqa: PLC0415 - as above

    page = render_catalog_report(classes, as_of=month, with_map=with_map)
    return place.save(page, "The catalog report")
