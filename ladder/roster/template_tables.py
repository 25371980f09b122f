"""The two tables of the template: their columns, and a line of help for each."""

from typing import NamedTuple

from ladder.roster.batches import HELP
from ladder.roster.table_files import JOBS, PEOPLE


class ColumnHelp(NamedTuple):
    """One column: its name, and what it holds."""

    name: str
    help: str


JOB_COLUMNS = (
    ColumnHelp("employee", "the same in both tables"),
    ColumnHelp("record", "a number for each of several jobs held at once; the first job has the lowest"),
    ColumnHelp("class", "code, id or title of the class"),
    ColumnHelp("title", "the title; names the class where class is blank, or the work elsewhere"),
    ColumnHelp("start", "first day or month held, as 2024-03-15 or 2024-03"),
    ColumnHelp("end", "last day or month held, that day included; blank while the job goes on"),
    ColumnHelp("fte", "share of full time, more than 0 and at most 1; blank is full time"),
    ColumnHelp("target_class", "of a trainee: the class trained for"),
    ColumnHelp("counts_toward", "what service counts toward besides, as us-nd/0444#special; several with ;"),
    ColumnHelp("action", "leave, termination and the like: the row is then no service"),
)
PEOPLE_COLUMNS = (
    ColumnHelp("employee", "once in this table"),
    ColumnHelp("semester_hours", "semester hours of college done"),
    ColumnHelp("quarter_hours", "quarter hours of college done"),
    ColumnHelp("degrees", "level: field: month, several with ;"),
    ColumnHelp("courses", "field: semester hours, several with ;"),
    ColumnHelp("internal", "yes, no, or blank where it is not known: works in the agency now"),
    ColumnHelp("state_employee", "yes, no, or blank: works for the state now"),
    ColumnHelp("permanent", "yes, no, or blank: has permanent status"),
    ColumnHelp("licences", "name, or name: month, several with ;; none says that there is none, a blank says nothing"),
    ColumnHelp("programs", "training: name: completed, or name: months remaining, several with ;"),
    ColumnHelp("study_hours", "semester hours a year that the person studies beside work"),
    ColumnHelp("expected_exit", "month or day from which the person is expected to be gone"),
)
TEMPLATE = {JOBS: JOB_COLUMNS, PEOPLE: PEOPLE_COLUMNS}


def template_rows(table: str) -> list[tuple[str, ...]]:
    """Return the rows of one table of the template: the header, and a line of help a column."""
    columns = TEMPLATE[table]
    helped = tuple(f"{HELP}, {one.help}" if at == 0 else one.help for at, one in enumerate(columns))
    return [tuple(one.name for one in columns), helped]
