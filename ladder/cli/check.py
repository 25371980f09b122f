"""``ladder check``: what is wrong, or likely wrong, with catalogs, record files and documents."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from ladder.cli.options import INPUT, answer_options, as_of_option, catalog_option
from ladder.cli.output import AnswerForm, deliver, lay_out, print_fault, save_page
from ladder.cli.page_text import INDENT, wrap_text
from ladder.cli.terminal import STANDARD_OUTPUT
from ladder.present import present_month
from ladder.service_time import Month
from ladder.sources import Severity

if TYPE_CHECKING:
    from ladder.checks.catalog_under_check import CatalogUnderCheck
    from ladder.checks.findings import Finding
    from ladder.errors import Fault

_FORMATS = ("text", "json", "html", "sarif")
_GRAVE = ("ERROR", "WARNING")


class _Checked(NamedTuple):
    """What was looked at, what was found, the faults of files among it, and class titles by id."""

    names: str
    findings: tuple["Finding", ...]
    faults: tuple["Fault", ...]
    titles: Mapping[str, str]

    @property
    def by_rules(self) -> tuple["Finding", ...]:
        """What rules found in records that could be read."""
        from ladder.checks.file_faults import FILE_RULES  # noqa: PLC0415 - --help does not pay

        of_files = {rule.code for rule in FILE_RULES}
        return tuple(one for one in self.findings if one.code not in of_files)


@click.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=INPUT)
@click.option("--format", "form_name", type=click.Choice(_FORMATS), help="The form of the answer. Default: text.")
@click.option(
    "--fail-on",
    type=click.Choice(_GRAVE, case_sensitive=False),
    default=_GRAVE[0],
    show_default=True,
    help="The least severity that makes the exit status 2.",
)
@click.option("--explain", metavar="CODE", help="Say what one rule looks for, why, and what to do.")
@click.option("--list-rules", is_flag=True, help="List all rules as Markdown.")
@as_of_option
@catalog_option
@answer_options()
def command(
    *,
    paths: tuple[Path, ...],
    form_name: str | None,
    fail_on: str,
    explain: str | None,
    list_rules: bool,
    as_of: Month | None,
    catalog: Path | None,
    form: AnswerForm,
) -> int:
    """Find what is wrong, or likely wrong, with catalogs, record files, documents.

    Each PATH is a folder of specifications, one file of it, a compiled catalog, a profile
    (checked beside the catalog in use), or a document (or a folder of them) to be read
    and checked; without any, the catalog in use is checked. ERROR: an answer cannot be
    trusted; WARNING: something is likely wrong; INFO. Exit status 0 says that there is no
    ERROR, 2 that there is one.
    """
    if list_rules or explain is not None:
        lay_out(lambda: _describe(explain), form.file)
        return 0
    checked = _check(paths, catalog, as_of)
    _tell(checked, _form_of(form, form_name), form.file)
    grave = _GRAVE[: _GRAVE.index(fail_on.upper()) + 1]
    return 2 if any(one.severity in grave for one in checked.findings) else 0


def _form_of(form: AnswerForm, name: str | None) -> str:
    if form.as_json and name not in {None, "json"}:
        message = f"--json and --format {name} ask for two forms of one answer; give one of them"
        raise click.UsageError(message, click.get_current_context(silent=True))
    return "json" if form.as_json else name or "text"


def _describe(code: str | None) -> str:
    from ladder.checks.catalogue import describe_rules, explain_rule, find_rule  # noqa: PLC0415 - --help does not pay

    if code is None:
        return describe_rules()
    rule = find_rule(code)
    told = [wrap_text(f"{rule.code}: {rule.title}", indent=INDENT)]
    told += [wrap_text(f"{heading}: {words}", indent=INDENT) for heading, words in explain_rule(rule)]
    return "\n".join(told) + "\n"


def _check(paths: Sequence[Path], catalog: Path | None, as_of: Month | None) -> _Checked:
    from ladder.checks.catalogue import find_all, in_order  # noqa: PLC0415 - --help does not pay
    from ladder.checks.checked_paths import CheckedBeside, open_all  # noqa: PLC0415

    paths = paths or ((catalog,) if catalog else ())
    month = present_month() if as_of is None else as_of
    opened = list(open_all(paths, as_of=month, beside=CheckedBeside(catalog, as_of)))
    findings = in_order(finding for under in opened for finding in find_all(under))
    faults = dict.fromkeys(fault for under in opened for fault in under.faults)
    titles = {located.record.class_id: located.record.title for under in opened for located in under.classes}
    return _Checked(_names_of(paths, opened), findings, tuple(faults), titles)


def _names_of(paths: Sequence[Path], opened: Sequence["CatalogUnderCheck"]) -> str:
    profiles = {one.file for under in opened for one in under.files.profiles}
    names = ", ".join(f"the profile {path}" if str(path) in profiles else str(path) for path in paths)
    return names or "the bundled catalog"


def _tell(checked: _Checked, form: str, file: Path | None) -> None:
    from ladder.checks.finding_formats import findings_json, findings_sarif  # noqa: PLC0415 - --help does not pay

    as_json = AnswerForm(as_json=True, file=file)
    if form == "json":
        deliver(as_json, text=str, answer=lambda: findings_json(checked.findings, checked.faults))
    elif form == "sarif":
        deliver(as_json, text=str, answer=lambda: findings_sarif(checked.findings, base=Path.cwd()))
    elif form == "html":
        from ladder.rendering.reports.check_report import render_check_report  # noqa: PLC0415 - only for pages

        page = render_check_report(checked.findings, checked=checked.names, titles=checked.titles)
        save_page(page, file or Path(STANDARD_OUTPUT), "The check report")
    else:
        _tell_in_text(checked, file)


def _tell_in_text(checked: _Checked, file: Path | None) -> None:
    """Tell the findings by rule; where files are faulty, one a line on standard error, their faults first."""
    if checked.faults:
        for told in (*map(str, checked.faults), *map(_in_a_line, checked.by_rules)):
            print_fault(told)
    else:
        lay_out(lambda: "\n".join(_in_text(checked)) + "\n", file)


def _in_a_line(one: "Finding") -> str:
    parts = (_place_of(one), one.field, one.severity, one.code, one.what, one.found)
    return "; ".join(filter(None, (": ".join(filter(None, parts)), one.beside, one.do)))


def _place_of(one: "Finding") -> str:
    return f"{one.file}:{one.line}" if one.line else one.file


def _in_text(checked: _Checked) -> Iterator[str]:
    told = checked.findings
    numbers = {severity: sum(one.severity is severity for one in told) for severity in Severity}
    errors = numbers[Severity.ERROR]
    yield f"{checked.names}: {_counted(errors, 'fault') if errors else 'no faults'}"
    if told:
        others = f"{_counted(numbers[Severity.WARNING], 'warning')}, {numbers[Severity.INFO]} for information"
        yield wrap_text(f"{others}; 'ladder check --explain CODE' tells of a rule")
    for _, group in groupby(told, key=lambda one: one.severity):
        for code, of_rule in groupby(sorted(group, key=lambda one: one.code), key=lambda one: one.code):
            yield from _rule_in_text(code, list(of_rule))


def _rule_in_text(code: str, findings: Sequence["Finding"]) -> Iterator[str]:
    yield ""
    yield wrap_text(f"{findings[0].severity} {code}: {findings[0].what}", indent=INDENT)
    for one in findings:
        named = " ".join(filter(None, (one.class_id, one.field)))
        values = "; ".join(filter(None, (one.found, one.beside)))
        words = ": ".join(filter(None, (_place_of(one), named, values)))
        yield wrap_text(words, first=INDENT, indent=INDENT + INDENT)
    yield wrap_text(f"To do: {findings[0].do}", first=INDENT, indent=INDENT + INDENT)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
