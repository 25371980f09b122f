"""Every format by its name."""

from collections.abc import Mapping

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
from ladder.exports.losses import Form

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
