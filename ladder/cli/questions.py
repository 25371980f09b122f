"""The words of a question about a person, turned into what the library takes."""

from pathlib import Path

from ladder.catalog.catalog import Catalog
from ladder.cli.options import PlanChoices
from ladder.cli.output import present_month
from ladder.eligibility.plans import Plan, PlanKind
from ladder.histories import History
from ladder.paths.starts import day_one, without_profile
from ladder.qualifications import Certainty
from ladder.service_time import Month


def plan_of(catalog: Catalog, choices: PlanChoices, *, otherwise: PlanKind) -> Plan:
    """Return the plan that the caller chose; classes are found by id, code or title.

    Raises:
        UnknownClassError: a class named is not in the catalog, or ambiguous.

    """
    return Plan(
        kind=PlanKind(choices.plan) if choices.plan else otherwise,
        study_hours_a_year=choices.study,
        lead_in=frozenset(catalog.find_class(text).class_id for text in choices.lead_in),
        via=tuple(catalog.find_class(text).class_id for text in choices.via),
        include=frozenset(Certainty(text) for text in choices.include),
    )


def history_of(catalog: Catalog, profile: Path, as_of: Month | None) -> History:
    """Return the history that a profile file declares.

    Raises:
        BadFileError: the file cannot be read, or the profile has faults.

    """
    from ladder.profiles import load_profile  # noqa: PLC0415 - a question without a profile does not pay for it

    return load_profile(profile, catalog, as_of=as_of, today=present_month())


def history_and_plan(catalog: Catalog, profile: Path | None, as_of: Month | None, plan: Plan) -> tuple[History, Plan]:
    """Return the history and the plan; without a profile day one, with standing assumed."""
    if profile is not None:
        return history_of(catalog, profile, as_of), plan
    return day_one(present_month() if as_of is None else as_of), without_profile(plan)
