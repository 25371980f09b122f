"""``ladder classes``: list the classes of a catalog, or search them."""

from collections.abc import Sequence
from pathlib import Path

import click

from ladder.catalog.catalog import Catalog
from ladder.catalog.loading import load_catalog
from ladder.cli.options import answer_options, catalog_option
from ladder.cli.output import AnswerForm, Table, deliver, print_fault
from ladder.cli.tables import print_table, wrap_text
from ladder.specification import ClassSpecification
from ladder.titles import find_near_titles, fold_title

_HEADINGS = ("Class", "Title", "Pay grade", "Record", "Dated")


@click.command()
@click.argument("text", required=False, default="")
@catalog_option
@answer_options(csv=True)
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
        text=lambda: _print_page(classes, found),
        answer=lambda: {"classes": [_answer(spec) for spec in found]},
        table=lambda: Table((*_HEADINGS, "Source"), [(*_row(spec), str(spec.source)) for spec in found]),
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


def _row(spec: ClassSpecification) -> tuple[str, ...]:
    grade = f"{spec.pay.plan} {spec.pay.grade}" if spec.pay else ""
    return spec.class_id, spec.title, grade, spec.completeness.value, spec.revision or ""


def _print_page(catalog: Catalog, found: Sequence[ClassSpecification]) -> str:
    notes = [
        f"{one.name}: {note.text}"
        for one in catalog.jurisdictions.values()
        if any(spec.jurisdiction == one.id for spec in found)
        for note in one.notes
    ]
    count = f"{len(found)} class{'es' if len(found) != 1 else ''}. "
    sources = count + "'ladder show CLASS' gives the document, section and lines behind each figure."
    closing = [wrap_text(line, indent="  ") for line in (sources, *notes)]
    return print_table(_HEADINGS, [_row(spec) for spec in found]) + "\n" + "\n".join(closing) + "\n"


def _answer(spec: ClassSpecification) -> dict[str, object]:
    return {
        "class": spec.class_id,
        "title": spec.title,
        "completeness": spec.completeness.value,
        "revision": spec.revision,
        "pay": spec.pay.model_dump(mode="json") if spec.pay else None,
        "aliases": [alias.model_dump(mode="json") for alias in spec.aliases],
        "source": spec.source.model_dump(mode="json"),
    }
