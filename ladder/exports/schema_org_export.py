"""schema.org: a class as an Occupation, a step as experience asked, in months.

References:
    https://schema.org/Occupation, https://schema.org/OccupationalExperienceRequirements

"""

from collections.abc import Mapping

from ladder.exports.json_ld import RULES, Known, Node, Vocabulary, print_linked_data
from ladder.exports.ladder_sheets import LadderSheets, print_number
from ladder.exports.losses import Form, text_losses

_XSD_DECIMAL = "http://www.w3.org/2001/XMLSchema#decimal"
_CONTEXT: Node = {"schema": "https://schema.org/", "schema:monthsOfExperience": {"@type": _XSD_DECIMAL}}


def print_schema_org(sheets: LadderSheets) -> Mapping[str, bytes]:
    """Return the ladder as schema.org in JSON-LD."""
    words = Vocabulary(
        _CONTEXT,
        "schema:Occupation",
        "schema:OccupationalExperienceRequirements",
        "schema:experienceRequirements",
        _of_class,
        _of_step,
    )
    return {"ladder.schema-org.json": print_linked_data(sheets, words)}


def _of_class(known: Known) -> Node:
    told = {"schema:name": known["title"], "schema:identifier": known["code"]}
    return {name: value for name, value in told.items() if value is not None}


def _of_step(known: Known) -> Node:
    months = known["months"]
    return {} if months is None or isinstance(months, str) else {"schema:monthsOfExperience": print_number(months)}


FORM = Form("schema-org", print_schema_org, lambda sheets: text_losses(sheets, RULES))
