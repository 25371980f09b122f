"""``ladder show``: one class, with all that is known of it and where that was printed."""

from pathlib import Path

import click

from ladder.answer_json import class_json
from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.cli.answer_page import closing_words
from ladder.cli.numbered_sources import Citations
from ladder.cli.options import answer_options, catalog_option, class_argument
from ladder.cli.output import AnswerForm, deliver
from ladder.cli.page_text import INDENT, print_list, print_section, print_table, wrap_text
from ladder.cli.wording import name_of
from ladder.specification import ClassSpecification
from ladder.telling.class_record import class_record
from ladder.telling.messages import say
from ladder.telling.parts import Item, Section, Told


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
    record = class_record(catalog, spec.class_id, with_peers=with_peers)
    facts, *sections = record.sections
    parts = [
        wrap_text(citations.beside(name_of(catalog, spec.class_id), spec.source)) + "\n",
        _facts(facts, citations),
        *(_section(one, citations) for one in sections),
        closing_words(catalog, [spec.class_id], citations),
    ]
    return "\n".join(parts)


def _facts(section: Section, citations: Citations) -> str:
    rows = [(one.label, _cited(one.told, citations)) for one in section.items]
    return print_table((say("page.fact"), say("page.as_printed")), rows, indent=INDENT)


def _section(section: Section, citations: Citations) -> str:
    lead = wrap_text(section.lead, first=INDENT, indent=INDENT) if section.lead else ""
    return print_section(section.heading, lead, print_list(_item(one, citations) for one in section.items))


def _item(item: Item, citations: Citations) -> str:
    told = _cited(item.told, citations)
    return say("page.meaning", name=item.label, what=told) if item.label else told


def _cited(told: Told, citations: Citations) -> str:
    words = str(told)
    for source in told.sources:
        words = citations.beside(words, source)
    return words
