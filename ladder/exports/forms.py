"""Every format by its name, and what they are all made of."""

from collections.abc import Iterable, Mapping

from ladder.catalog.catalog import Catalog
from ladder.exports import (
    csv_export,
    ctdl_export,
    dot_export,
    gexf_export,
    graphml_export,
    json_export,
    mermaid_export,
    parquet_export,
    schema_org_export,
    xlsx_export,
)
from ladder.exports.ladder_sheets import LadderSheets, lay_out_sheets, neighborhood
from ladder.exports.losses import Form
from ladder.paths.ladders import steps_used
from ladder.qualifications import Certainty

FORMS: Mapping[str, Form] = {
    module.FORM.name: module.FORM
    for module in (
        json_export,
        csv_export,
        xlsx_export,
        parquet_export,
        graphml_export,
        gexf_export,
        dot_export,
        mermaid_export,
        ctdl_export,
        schema_org_export,
    )
}
"""Formats in the order that help names them."""


def sheets_of(include: Iterable[Certainty], catalog: Catalog, about: str | None = None) -> LadderSheets:
    """Return the classes and the steps of a catalog; those around one class, by its id, where it is named.

    ``include`` are certainties of steps that are taken besides those that a text names.
    """
    sheets = lay_out_sheets(catalog.classes.values(), steps_used(catalog, frozenset(include)))
    return sheets if about is None else neighborhood(sheets, about)
