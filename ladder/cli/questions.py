"""The words of a question about a person, turned into what the library takes."""

from typing import TYPE_CHECKING

from ladder.catalog.catalog import Catalog
from ladder.eligibility.cases import Case
from ladder.eligibility.plans import PlanKind
from ladder.histories import History
from ladder.paths.plan_choices import PlanChoices, case_of
from ladder.present import present_month
from ladder.service_time import Month

if TYPE_CHECKING:
    from pathlib import Path


def read_case(
    catalog: Catalog, profile: "Path | None", choices: PlanChoices, *, as_of: Month | None, otherwise: PlanKind
) -> Case:
    """Return the person in a profile file under the plan chosen; without a profile day one, with standing assumed.

    Raises:
        BadFileError: the file cannot be read, or the profile has faults.
        UnknownClassError: a class named is not in the catalog, or ambiguous.

    """
    history = None if profile is None else _history_of(catalog, profile, as_of)
    return case_of(catalog, choices, history, otherwise=otherwise, as_of=as_of)


def _history_of(catalog: Catalog, profile: "Path", as_of: Month | None) -> History:
    from ladder.profiles import load_profile  # noqa: PLC0415 - a question without a profile does not pay for it

    return load_profile(profile, catalog, as_of=as_of, today=present_month())
