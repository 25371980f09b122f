"""Options that several commands share, each read into one record."""

import os
from collections.abc import Callable
from fractions import Fraction
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from ladder.catalog.bundled_names import BUNDLED, is_bundled
from ladder.cli.output import AnswerForm
from ladder.errors import CannotWriteError, LadderError
from ladder.figures import read_whole_number
from ladder.service_time import Month, read_hours_a_year, read_month
from ladder.writing import note_input, note_output

if TYPE_CHECKING:
    from pathlib import Path

    from click.shell_completion import CompletionItem

PLANS = ("none", "stay", "climb")
INCLUDED = ("peer", "inferred", "level")
"""Certainties of steps that can be asked for; ``level`` is used in any case, and was once asked for."""
_INCLUDED_TOLD = "[peer|inferred]"


def complete_class(ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """Return the class ids that begin so; a catalog that cannot be read completes nothing."""
    from click.shell_completion import CompletionItem  # noqa: PLC0415 - for the shell only

    from ladder.catalog.loading import load_catalog  # noqa: PLC0415

    del param
    try:
        classes = load_catalog(ctx.params.get("catalog")).classes
    except LadderError:
        return []
    wanted = incomplete.casefold()
    return [
        CompletionItem(class_id, help=spec.title)
        for class_id, spec in classes.items()
        if class_id.casefold().startswith(wanted) or class_id.partition("/")[2].casefold().startswith(wanted)
    ]


def read_month_option(ctx: click.Context, param: click.Parameter, value: str | None) -> Month | None:
    """Return the month typed; anything else is a bad call."""
    try:
        return None if value is None else read_month(value)
    except ValueError as error:
        raise click.BadParameter(str(error), ctx, param) from None


def read_study_option(ctx: click.Context, param: click.Parameter, value: str) -> Fraction:
    """Return the semester hours a year, exact; more than anybody studies is a bad call."""
    try:
        return read_hours_a_year(value)
    except ValueError as error:
        raise click.BadParameter(str(error), ctx, param) from None


def _path_of(typed: "str | bytes | os.PathLike[str]") -> "Path":
    from pathlib import Path  # noqa: PLC0415 - a command that is given no path does not pay for it

    return Path(os.fsdecode(typed))


class InputPath(click.Path):
    """A file or folder that a command reads; no command may write to it (``ladder.writing.runs``)."""

    def __init__(self) -> None:
        """Take any path; ``-`` is standard input where the command knows that."""
        super().__init__(allow_dash=True)

    def convert(
        self, value: "str | os.PathLike[str]", param: click.Parameter | None, ctx: click.Context | None
    ) -> "Path":
        """Return the path, taken down as one that is read.

        Raises:
            BadCallError: the command is to write there as well.

        """
        path = _path_of(super().convert(value, param, ctx))
        note_input(path)
        return path


class CatalogPath(InputPath):
    """A catalog that a command reads: a folder, a compiled file, or a bundled one by its name."""

    def convert(
        self, value: "str | os.PathLike[str]", param: click.Parameter | None, ctx: click.Context | None
    ) -> "Path":
        """Return the path; a name of a bundled catalog, where no file is called so, is no file that is read."""
        path = _path_of(value)
        return path if is_bundled(path) else super().convert(value, param, ctx)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
        """Return the names of bundled catalogs that begin so, then files."""
        from click.shell_completion import CompletionItem  # noqa: PLC0415 - for the shell only

        names = [CompletionItem(name) for name in BUNDLED if name.startswith(incomplete)]
        return [*names, *super().shell_complete(ctx, param, incomplete)]


class OutputPath(click.Path):
    """A file or folder that a command writes; it may be none that the command reads.

    A ``folder`` may have a stroke behind its name. What is ``fresh`` must not be there.
    """

    def __init__(self, *, folder: bool = False, fresh: bool = False) -> None:
        """Take any path; ``-`` is standard output where the command knows that."""
        super().__init__(allow_dash=True)
        self.is_folder = folder
        self.is_fresh = fresh

    def convert(
        self, value: "str | os.PathLike[str]", param: click.Parameter | None, ctx: click.Context | None
    ) -> "Path":
        """Return the path, taken down as one that is written.

        Raises:
            BadCallError: the command reads it, or it is to be fresh and is there.
            CannotWriteError: the name of a file ends as that of a folder does.

        """
        if not self.is_folder and os.fspath(value).endswith(_STROKES):
            raise CannotWriteError(file=os.fspath(value), reason="its name is that of a folder")
        path = _path_of(super().convert(value, param, ctx))
        note_output(path, option=" / ".join(param.opts) if param else "")
        if self.is_fresh:
            from ladder.writing import refuse_present  # noqa: PLC0415 - most answers go to the terminal

            refuse_present(path)
        return path


_STROKES = tuple(filter(None, (os.sep, os.altsep)))

INPUT = InputPath()
CATALOG = CatalogPath()
OUTPUT_FILE, OUTPUT_FOLDER, NEW_FILE = OutputPath(), OutputPath(folder=True), OutputPath(fresh=True)


class WholeNumber(click.IntRange):
    """A whole number in the digits 0 to 9, a minus before it at most; other digits, blanks and low lines are none."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401 - as click has it
        """Return the number typed; anything else is a bad call."""
        if isinstance(value, str) and read_whole_number(value.removeprefix("-")) is None:
            self.fail(f"{value!r} is not a valid whole number of at most nine digits", param, ctx)
        return super().convert(value, param, ctx)


Decorated = Callable[..., object]
Decorator = Callable[[Decorated], Decorated]


def class_argument(name: str, *, metavar: str, required: bool = True) -> Decorator:
    """Add an argument that is a class, as typed; the shell completes class ids."""
    return click.argument(name, metavar=metavar, required=required, shell_complete=complete_class)


def catalog_option(command: Decorated) -> Decorated:
    """Add ``--catalog``; the command takes ``catalog``, a path or none for the bundled data."""
    return click.option(
        "--catalog",
        type=CATALOG,
        envvar="LADDER_CATALOG",
        metavar="PATH",
        help="A folder of specifications, a compiled catalog, or one of 'ladder catalogs'; also LADDER_CATALOG. "
        "Default: seeds.",
    )(command)


def as_of_option(command: Decorated) -> Decorated:
    """Add ``--as-of``; the command takes ``as_of``, a month or none."""
    help_text = "The month that the answer counts from, such as 2026-11. Default: the profile's, else today's."
    return click.option("--as-of", metavar="MONTH", callback=read_month_option, help=help_text)(command)


def include_option(help_text: str) -> Decorator:
    """Add ``--include``; the command takes ``include``, certainties besides ``named``."""
    return click.option("--include", type=click.Choice(INCLUDED), metavar=_INCLUDED_TOLD, multiple=True, help=help_text)


def lower_pay_option(command: Decorated) -> Decorated:
    """Add ``--lower-pay``; the command takes ``lower_pay``, a flag."""
    return click.option(
        "--lower-pay", is_flag=True, help="Among the classes that come next, list those that pay less."
    )(command)


def page_option(name: str) -> Decorator:
    """Add ``-o`` for a page; the command takes ``output``, the file of this name unless told."""
    return click.option(
        "-o",
        "--output",
        type=OUTPUT_FILE,
        default=name,
        show_default=True,
        metavar="FILE",
        help="Write the page to FILE, whole or not at all; - is standard output.",
    )


def answer_options(*, csv: bool = False, listed: bool = False) -> Decorator:
    """Add ``--json``, ``-o`` and, for tables, ``--csv`` and ``--excel``; the command takes ``form``, an AnswerForm.

    Where the answer may be ``listed``, ``--sources`` and ``--all`` are added.
    """

    def decorate(command: Decorated) -> Decorated:
        @wraps(command)
        def with_form(*words: object, as_json: bool, output: "Path | None", **others: Any) -> object:  # noqa: ANN401 - as click has it
            as_csv, for_excel = others.pop("as_csv", False), others.pop("for_excel", False)
            if as_json and (as_csv or for_excel):
                message = (
                    f"--json and --{'csv' if as_csv else 'excel'} ask for two forms of one answer; give one of them"
                )
                raise click.UsageError(message, click.get_current_context(silent=True))
            form = AnswerForm(
                as_json=as_json,
                as_csv=as_csv or for_excel,
                for_excel=for_excel,
                with_sources=others.pop("with_sources", False),
                whole=others.pop("whole", False),
                file=output,
            )
            return command(*words, form=form, **others)

        return _with_options(with_form, _answer_options(csv=csv, listed=listed))

    return decorate


def plan_options(command: Decorated) -> Decorated:
    """Add the plan options; the command takes ``choices``, a PlanChoices."""

    @wraps(command)
    def with_choices(
        *words: object,
        plan: str | None,
        via: tuple[str, ...],
        study: Fraction,
        lead_in: tuple[str, ...],
        include: tuple[str, ...],
        **others: object,
    ) -> object:
        from ladder.paths.plan_choices import PlanChoices  # noqa: PLC0415 - commands without a plan do not pay for it

        choices = PlanChoices(plan=plan, via=via, study=study, lead_in=lead_in, include=include)
        return command(*words, choices=choices, **others)

    return _with_options(with_choices, _PLAN_OPTIONS)


def _with_options(command: Decorated, options: tuple[Decorator, ...]) -> Decorated:
    for option in reversed(options):
        command = option(command)
    return command


def _answer_options(*, csv: bool, listed: bool) -> tuple[Decorator, ...]:
    return (
        *(_LIST_OPTIONS if listed else ()),
        click.option("--json", "as_json", is_flag=True, help="Answer as JSON."),
        *(_TABLE_OPTIONS if csv else ()),
        click.option(
            "-o", "--output", type=OUTPUT_FILE, metavar="FILE", help="Write the answer to FILE, whole or not at all."
        ),
    )


_LIST_OPTIONS: tuple[Decorator, ...] = (
    click.option("--sources", "with_sources", is_flag=True, help="List where each figure was printed."),
    click.option("--all", "whole", is_flag=True, help="Show a long list whole on a terminal, too."),
)
_TABLE_OPTIONS: tuple[Decorator, ...] = (
    click.option("--csv", "as_csv", is_flag=True, help="Answer as CSV, one row an item."),
    click.option(
        "--excel", "for_excel", is_flag=True, help="The same CSV, marked so that Excel shows every letter right."
    ),
)
_PLAN_OPTIONS: tuple[Decorator, ...] = (
    click.option(
        "--plan",
        type=click.Choice(PLANS),
        help="What goes on: nothing but study and programmes, the present job, or a climb by classes.",
    ),
    click.option(
        "--via",
        shell_complete=complete_class,
        multiple=True,
        metavar="CLASS",
        help="Take this class on the way; repeat it, in order.",
    ),
    click.option(
        "--study",
        callback=read_study_option,
        default="0",
        metavar="HOURS",
        help="Study beside work, in semester hours a year.",
    ),
    click.option(
        "--lead-in",
        shell_complete=complete_class,
        multiple=True,
        metavar="CLASS",
        help="The work in this class will carry lead duties; repeat it for more.",
    ),
    click.option(
        "--include",
        type=click.Choice(INCLUDED),
        metavar=_INCLUDED_TOLD,
        multiple=True,
        help="Use steps from classes at the level of one named (peer) or that no text names (inferred), too.",
    ),
)
