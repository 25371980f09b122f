"""JobPosting of schema.org: its properties by the names that documents print for them."""

from collections.abc import Iterator, Mapping

Json = object
_POSTING = "JobPosting"
_ASKED = {
    "title": "title",
    "identifier": "class code",
    "baseSalary": "salary",
    "estimatedSalary": "estimated salary",
    "qualifications": "minimum qualifications",
    "educationRequirements": "education",
    "experienceRequirements": "experience",
    "experienceInPlaceOfEducation": "experience in place of education",
    "securityClearanceRequirement": "special requirements",
    "physicalRequirement": "physical requirements",
    "sensoryRequirement": "physical requirements",
    "skills": "skills",
    "responsibilities": "responsibilities",
    "description": "description",
}
"""What a property is called below."""

_BESIDE = frozenset(
    (
        "applicantLocationRequirements",
        "applicationContact",
        "datePosted",
        "directApply",
        "employerOverview",
        "employmentType",
        "employmentUnit",
        "hiringOrganization",
        "image",
        "incentiveCompensation",
        "industry",
        "jobBenefits",
        "jobImmediateStart",
        "jobLocation",
        "jobLocationType",
        "jobStartDate",
        "mainEntityOfPage",
        "occupationalCategory",
        "relevantOccupation",
        "sameAs",
        "salaryCurrency",
        "specialCommitments",
        "totalJobOpenings",
        "url",
        "validThrough",
        "workHours",
    )
)
"""Properties that say where, when and for whom; they are told below one heading that is known to ask nothing."""

_OTHER = "other information"

_CREDENTIALS = {
    "high school": "High school diploma",
    "associate degree": "Associate's degree",
    "bachelor degree": "Bachelor's degree",
    "professional certificate": "Professional certificate",
    "postgraduate degree": "Postgraduate degree",
}
_UNITS = {"HOUR": "per hour", "WEEK": "per week", "MONTH": "per month", "YEAR": "per year"}
_MONTHS = "monthsOfExperience"


def is_posting(entry: object) -> bool:
    """Return whether an object says that it is a JobPosting."""
    kinds = entry.get("@type") if isinstance(entry, dict) else None
    return any(str(one).rpartition("/")[2] == _POSTING for one in (kinds if isinstance(kinds, list) else [kinds]))


def posting_fields(posting: Mapping[str, Json]) -> Iterator[tuple[str, Json]]:
    """Yield what a posting tells, each with its name in print, in the order of the posting.

    A property that nobody knows keeps its name, and is left to a person where it stands
    among what is asked.
    """
    names = _ASKED if "title" in posting else {**_ASKED, "name": "title"}
    beside = {name: value for name, value in posting.items() if name in _BESIDE}
    for name, value in posting.items():
        if name not in beside and not name.startswith("@"):
            told = _TOLD.get(name)
            yield names.get(name, name), told(value) if told else value
    yield _OTHER, beside


def _code(value: Json) -> Json:
    """Return the code of a PropertyValue."""
    return value.get("value") if isinstance(value, dict) else value


def _pay(value: Json) -> Json:
    """Return a MonetaryAmount as it would be printed; dollars only."""
    if not isinstance(value, dict):
        return value
    amount = value.get("value", value)
    said: Mapping[str, Json] = amount if isinstance(amount, dict) else {"value": amount, **value}
    if str(value.get("currency", "USD")) != "USD":
        return f"{value.get('currency')} {said}"
    ends = [_dollars(said[name]) for name in ("minValue", "maxValue") if name in said]
    ends = ends or [_dollars(said[name]) for name in ("value",) if isinstance(said.get(name), str)]
    unit = said.get("unitText", value.get("unitText", ""))
    return " ".join(filter(None, (" - ".join(ends), _UNITS.get(str(unit).upper(), str(unit)))))


def _dollars(figure: Json) -> str:
    """Return a figure as money is printed: a number loses the zero at its end where JSON is written."""
    whole, point, cents = str(figure).partition(".")
    return f"${whole}{point}{cents.ljust(2, '0') if point else ''}"


def _study(value: Json) -> Json:
    """Return what an EducationalOccupationalCredential asks, its category in words."""
    if isinstance(value, list):
        return [_study(one) for one in value]
    if not isinstance(value, dict):
        return value
    category = str(value.get("credentialCategory", ""))
    words = [str(value[name]) for name in ("name", "description") if name in value]
    return ". ".join([*filter(None, [_CREDENTIALS.get(category.casefold(), category)]), *words])


def _experience(value: Json) -> Json:
    """Return what OccupationalExperienceRequirements ask: their months as a sentence, else their words."""
    if isinstance(value, list):
        return [_experience(one) for one in value]
    if not isinstance(value, dict):
        return value
    words = [str(value[name]) for name in ("name", "description") if name in value]
    months = value.get(_MONTHS)
    return ". ".join([*([f"{months} months of experience"] if months is not None else []), *words])


_TOLD = {
    "identifier": _code,
    "baseSalary": _pay,
    "estimatedSalary": _pay,
    "educationRequirements": _study,
    "experienceRequirements": _experience,
}
