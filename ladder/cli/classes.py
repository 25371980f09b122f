"""``ladder classes``: list the classes of a catalog, or search them."""

from collections.abc import Sequence
from pathlib import Path

import click

from ladder.answer_json import classes_json
from ladder.answer_tables import class_table
from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.cli.answer_page import closing_words
from ladder.cli.numbered_sources import Citations
from ladder.cli.options import answer_options, catalog_option
from ladder.cli.output import AnswerForm, deliver, print_fault
from ladder.cli.page_text import INDENT, print_list, print_section, print_table, wrap_text
from ladder.cli.wording import grade_or_range
from ladder.specification import ClassSpecification, Completeness
from ladder.titles import find_near_titles, fold_title


@click.command()
@click.argument("text", required=False, default="")
@catalog_option
@answer_options(csv=True, listed=True)
def command(*, text: str, catalog: Path | None, form: AnswerForm) -> int:
    """List the classes; with TEXT, those whose id, code or title holds its words.

    Exit status 1 says that no class was found.
    """
    classes = load_catalog(catalog)
    found = find_matches(classes, text)
    if not found:
        print_fault(_nothing_found(classes, text))
        return 1
    deliver(
        form,
        text=lambda: _print_page(classes, found, form),
        answer=lambda: classes_json(found),
        table=lambda: class_table(found),
    )
    return 0


def find_matches(catalog: Catalog, text: str) -> Sequence[ClassSpecification]:
    """Return the classes that the text names, or whose id and titles hold all its words."""
    named = catalog.find_classes(text)
    wanted = fold_title(text).split()
    return [
        spec
        for class_id, spec in catalog.classes.items()
        if class_id in named or all(word in _searchable(spec) for word in wanted)
    ]


def _nothing_found(catalog: Catalog, text: str) -> str:
    titles = [spec.title for spec in catalog.classes.values()]
    words = {word: word for title in titles for word in fold_title(title).split()}
    near = find_near_titles(text, words | {fold_title(title): title for title in titles})
    meant = f"did you mean {', '.join(near)}?" if near else "'ladder classes' lists them all"
    return f"no class matches {text!r}; {meant}"


def _searchable(spec: ClassSpecification) -> str:
    aliases = [part for alias in spec.aliases for part in (alias.code, alias.title) if part]
    return fold_title(" ".join((spec.class_id, spec.title, *aliases)))


def _print_page(catalog: Catalog, found: Sequence[ClassSpecification], form: AnswerForm) -> str:
    citations = Citations(told=form.with_sources)
    shown = found[: form.most_listed]
    sections = [
        _of_jurisdiction(
            catalog.jurisdiction(name).name, [spec for spec in shown if spec.jurisdiction == name], citations
        )
        for name in dict.fromkeys(spec.jurisdiction for spec in shown)
    ]
    count = f"{len(found)} class{'es' if len(found) != 1 else ''}. 'ladder show CLASS' tells all that is known of one."
    if len(shown) < len(found):
        count = (
            f"The first {len(shown)} of {count} 'ladder classes TEXT' searches ids, codes and titles; --all lists all."
        )
    closing = closing_words(catalog, [spec.class_id for spec in found], citations, disclaim=False)
    return "\n".join([*filter(None, sections), wrap_text(count) + "\n", closing])


def _of_jurisdiction(name: str, found: Sequence[ClassSpecification], citations: Citations) -> str:
    """Return the classes of one jurisdiction: a table of those with a record, a list of those only named."""
    known = [spec for spec in found if spec.completeness is not Completeness.NAMED_ONLY]
    rows = [_line(spec, citations) for spec in known]
    headings = ("Class", "Title", "Pay", "Dated", *(("Source",) if citations.are_told else ()))
    table = print_table(headings, rows, indent=INDENT) if rows else ""
    named = [
        citations.beside(f"{spec.title} ({spec.class_id})", spec.source)
        for spec in found
        if spec.completeness is Completeness.NAMED_ONLY
    ]
    only = f"{INDENT}Only named in the specifications of others:" if named else ""
    return print_section(name, table, "\n" if table and named else "", only, print_list(named))


def _line(spec: ClassSpecification, citations: Citations) -> tuple[str, ...]:
    pay = citations.beside(grade_or_range(spec.pay), spec.pay.source) if spec.pay else ""
    part = " (seen only in part)" if spec.completeness is Completeness.PARTIAL else ""
    source = (citations.mark(spec.source),) if citations.are_told else ()
    return spec.class_id, spec.title + part, pay, spec.revision or "", *source
