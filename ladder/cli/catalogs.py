"""``ladder catalogs``: the catalogs that come with the program, and how old their rules are."""

from collections.abc import Sequence

import click

from ladder.answer_tables import SEVERAL, Table
from ladder.catalog.bundled_names import SEEDS
from ladder.catalog.shipped import ShippedCatalog, shipped_catalogs
from ladder.cli.options import answer_options
from ladder.cli.output import AnswerForm, deliver
from ladder.cli.page_text import INDENT, print_section, print_table, wrap_text
from ladder.service_time import read_month
from ladder.telling.times import spell_month

_COLUMNS = ("name", "jurisdictions", "described", "whole", "named", "first", "last", "default")
_NUMERIC = frozenset({2, 3, 4})


@click.command()
@answer_options(csv=True)
def command(*, form: AnswerForm) -> int:
    """List the catalogs that come with the program; --catalog NAME uses one of them.

    The cities carry facts alone, read by ladder from the cities' own documents: months,
    classes, degrees, pay, and the line that says each. Their rules are as old as their
    documents.
    """
    found = tuple(shipped_catalogs())
    deliver(
        form,
        text=lambda: _print_page(found),
        answer=lambda: {"catalogs": [{**one._asdict(), "default": one.name == SEEDS} for one in found]},
        table=lambda: Table(_COLUMNS, tuple(_row(one) for one in found)),
    )
    return 0


def _row(one: ShippedCatalog) -> tuple[str | int | None, ...]:
    told = {**one._asdict(), "jurisdictions": SEVERAL.join(one.jurisdictions)}
    return (*told.values(), "yes" if one.name == SEEDS else "no")


def _print_page(found: Sequence[ShippedCatalog]) -> str:
    headings = ("Name", "Of", "Described", "Whole", "Only named", "Documents dated")
    rows = [
        (one.name, ", ".join(one.jurisdictions), str(one.described), str(one.whole), str(one.named), _dates(one))
        for one in found
    ]
    table = print_table(headings, rows, numeric=_NUMERIC, indent=INDENT)
    words = (
        f"'ladder classes --catalog NAME' lists the classes of one; without --catalog it is {SEEDS}. A class is whole "
        "where all that its document asks was read. Rules may have changed since their documents: ask HR."
    )
    return "\n".join([print_section("Catalogs that come with ladder", table), wrap_text(words) + "\n"])


def _dates(one: ShippedCatalog) -> str:
    if one.first is None or one.last is None:
        return ""
    first, last = (spell_month(read_month(month)) for month in (one.first, one.last))
    return first if first == last else f"{first} to {last}"
