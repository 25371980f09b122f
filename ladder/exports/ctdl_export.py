"""CTDL, the language of the Credential Registry: a class as a Job, a step as a condition that prepares for it.

CTDL counts experience in decimal years. Where months have no exact one, our own term alone
tells them, and the loss is listed: a rounded year would be a guess.

References:
    https://credreg.net/ctdl/terms: Job, preparationFrom, ConditionProfile, targetJob, yearsOfExperience.

"""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from ladder.exports.held_text import Reason
from ladder.exports.json_ld import RULES, Known, Node, Vocabulary, class_iri, print_linked_data
from ladder.exports.ladder_sheets import LadderSheets, Value
from ladder.exports.losses import Form, Loss, text_losses
from ladder.service_time import MONTHS_A_YEAR, print_exact

_XSD_DECIMAL = "http://www.w3.org/2001/XMLSchema#decimal"
_CONTEXT: Node = {
    "ceterms": "https://purl.org/ctdl/terms/",
    "ceterms:targetJob": {"@type": "@id"},
    "ceterms:yearsOfExperience": {"@type": _XSD_DECIMAL},
}


def print_ctdl(sheets: LadderSheets) -> Mapping[str, bytes]:
    """Return the ladder as CTDL in JSON-LD."""
    words = Vocabulary(
        _CONTEXT, "ceterms:Job", "ceterms:ConditionProfile", "ceterms:preparationFrom", _of_class, _of_step
    )
    return {"ladder.ctdl.json": print_linked_data(sheets, words)}


def _of_class(known: Known) -> Node:
    told = {"ceterms:name": known["title"], "ceterms:codedNotation": known["code"]}
    return {name: value for name, value in told.items() if value is not None}


def _of_step(known: Known) -> Node:
    years = exact_years(known["months"])
    told: Node = {"ceterms:targetJob": class_iri(known["from"])}
    return told | ({"ceterms:yearsOfExperience": years} if years is not None else {})


def exact_years(months: Value) -> str | None:
    """Return months in decimal years; None where they are not known or no decimal ends.

    >>> exact_years(18), exact_years(5), exact_years(None)
    ('1.5', None, None)
    """
    if months is None:
        return None
    years = print_exact(Fraction(months) / MONTHS_A_YEAR)
    return None if "/" in years else years


def _losses(sheets: LadderSheets) -> Iterator[Loss]:
    yield from text_losses(sheets, RULES)
    for known in sheets.steps.records():
        if known["months"] is not None and exact_years(known["months"]) is None:
            yield Loss(sheets.steps.name, str(known["step"]), "months", Reason.YEARS)


FORM = Form("ctdl", print_ctdl, _losses)
