"""The plain words of answers on the terminal: classes, months, pay, routes, requirements."""

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.cli.citations import Citations
from ladder.cli.tables import NO_BREAK
from ladder.eligibility.answers import Assessment, Status
from ladder.eligibility.rules import Need, OtherNeed, TraineeNeed, rules_of
from ladder.service_time import MONTHS_A_YEAR, Month, print_exact, spell_months
from ladder.sources import Source
from ladder.specification import ClassSpecification, Completeness, Pay, PayRange, PayUnit

_MONTH_NAMES = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_UNITS = {
    PayUnit.HOURLY: "an hour",
    PayUnit.BIWEEKLY: "every two weeks",
    PayUnit.MONTHLY: "a month",
    PayUnit.YEARLY: "a year",
}
_ROUTES = {
    "general": "the route open to everyone",
    "internal": "the route for internal candidates",
    "program": "completing the training programme",
}
_STATUSES = {Status.NOW: "now", Status.UNKNOWN: "unknown", Status.UNREACHABLE: "never under this plan"}
_REQUIREMENTS = {
    "general": "General experience",
    "special": "Special experience",
    "internal": "Internal candidate's service",
    "program": "Training programme",
}


class RequirementWords(NamedTuple):
    """One requirement in words: its name, months asked (null if none), meaning, and source."""

    name: str
    months: int | None
    what: str
    source: Source


def name_of(catalog: Catalog, class_id: str) -> str:
    """Return the title with the class id: ``Customer Service Specialist (us-nd/0442)``."""
    return f"{catalog.classes[class_id].title} ({class_id})"


def short_name(catalog: Catalog, class_id: str) -> str:
    """Return the title with the class id if it has a code; a class without one has only its title."""
    return name_of(catalog, class_id) if catalog.classes[class_id].code else catalog.classes[class_id].title


def spell_month(month: Month) -> str:
    """Return a calendar month in words: ``November 2027``."""
    return f"{_MONTH_NAMES[month % MONTHS_A_YEAR]} {month // MONTHS_A_YEAR}"


def spell_date(date: str) -> str:
    """Return a printed date in words.

    >>> spell_date("2022-12-30"), spell_date("2012-07")
    ('30 December 2022', 'July 2012')
    """
    year, month, *day = date.split("-")
    return " ".join([*(str(int(one)) for one in day), _MONTH_NAMES[int(month) - 1], year])


def keep_together(words: str) -> str:
    """Return the words with no break at the end of a line between them."""
    return words.replace(" ", NO_BREAK)


def grade_of(pay: Pay) -> str:
    """Return pay plan and grade: ``Hay I``, ``SH 17``."""
    return keep_together(f"{pay.plan} {pay.grade}")


def range_in_words(one: PayRange) -> str:
    """Return a range of pay: ``$57,625 to $72,787 a year``."""
    return f"{_dollars(one.low)} to {_dollars(one.high)} {_UNITS[one.unit]}"


def _dollars(amount: object) -> str:
    return f"${amount:,.2f}".removesuffix(".00")


def pay_in_words(pay: Pay | None, citations: Citations) -> str:
    """Return the grade and the widest unit's range with their source, or that none is printed."""
    if pay is None:
        return "not in the data"
    figures = f": {range_in_words(pay.ranges[-1])}" if pay.ranges else ""
    return citations.beside(grade_of(pay) + figures, pay.source)


def pay_cells(pay: Pay | None) -> tuple[str, str]:
    """Return two cells of a row for programs: grade with every range printed, and their source."""
    if pay is None:
        return "", ""
    return "; ".join([f"{pay.plan} {pay.grade}", *map(range_in_words, pay.ranges)]), str(pay.source)


def route_in_words(catalog: Catalog, route: str) -> str:
    """Return a route in words: ``the route for internal candidates``, ``service as Office Assistant``."""
    return " and ".join(_part_of_route(catalog, part) for part in route.split("+"))


def _part_of_route(catalog: Catalog, part: str) -> str:
    kind, _, class_id = part.partition(":")
    if class_id in catalog.classes:
        title = catalog.classes[class_id].title
        return f"completing {title}" if kind == "program" else f"service as {title}"
    return _ROUTES.get(part, f"the route '{part}'")


def routes_in_words(catalog: Catalog, routes: Iterable[str]) -> str:
    """Return several routes in words, any of which will do."""
    return " or ".join(route_in_words(catalog, route) for route in routes)


def route_in_brief(catalog: Catalog, routes: Iterable[str]) -> str:
    """Return routes in few words, for a column: ``open to everyone``, ``internal candidates``."""
    return " or ".join(
        route_in_words(catalog, route).removeprefix("the route ").removeprefix("for ").removeprefix("completing the ")
        for route in routes
    )


def requirement_name(catalog: Catalog, requirement: str) -> str:
    """Return what a requirement is called: ``General experience``, ``Service as Office Assistant``."""
    kind, _, class_id = requirement.partition(":")
    if class_id in catalog.classes:
        words = _part_of_route(catalog, requirement)
        return words[0].upper() + words[1:]
    return _REQUIREMENTS.get(requirement, kind[:1].upper() + kind[1:].replace("-", " ").replace("_", " "))


def requirement_in_words(catalog: Catalog, reference: str) -> RequirementWords | None:
    """Return a requirement by its reference, ``us-nd/0444#special``; null if it is nowhere."""
    class_id, _, name = reference.partition("#")
    rules = rules_of(catalog, class_id) if class_id in catalog.classes else None
    for need in (need for route in rules.routes for need in route.needs) if rules else ():
        if need.reference != reference or (isinstance(need, Need) and need.joint):
            continue
        called = requirement_name(catalog, name)
        if isinstance(need, Need):
            return RequirementWords(called, need.asked_months, meaning(catalog, need.what), need.source)
        if isinstance(need, TraineeNeed):
            return RequirementWords(called, None, "", need.source)
        return RequirementWords(called, None, _meaning_of_other(catalog, need), need.requirement.source)
    return None


def _meaning_of_other(catalog: Catalog, need: OtherNeed) -> str:
    return meaning(catalog, need.requirement.what)


def meaning(catalog: Catalog, what: str) -> str:
    """Return a requirement's meaning as a sentence, with titles where it names class ids."""
    words = [_titled(catalog, word) for word in what.split()]
    text = " ".join(words)
    return text[:1].upper() + text[1:].removesuffix(".") + "." if text else ""


def _titled(catalog: Catalog, word: str) -> str:
    bare = word.rstrip(",.;")
    return catalog.classes[bare].title + word[len(bare) :] if bare in catalog.classes else word


def dated(spec: ClassSpecification, citations: Citations) -> str:
    """Return the date that the specification bears, how much of it was seen, and its source."""
    if spec.completeness is Completeness.NAMED_ONLY:
        return citations.beside(f"{spec.title} is only named in other specifications.", spec.source)
    date = f"bears the date {spec_date(spec)}" if spec.revision else "bears no date"
    part = " It was seen only in part." if spec.completeness is Completeness.PARTIAL else ""
    return citations.beside(f"The specification of {spec.title} {date}", spec.source) + "." + part


def spec_date(spec: ClassSpecification) -> str:
    """Return the specification's date in words; ``no date`` where none is printed."""
    return spell_date(spec.revision) if spec.revision else "no date"


def count_months(months: Fraction | int) -> str:
    """Return an exact number of months: ``1 month``, ``31.5 months``."""
    return "1 month" if months == 1 else f"{print_exact(months)} months"


def asked_in_words(months: int | None, at_most: int | None = None) -> str:
    """Return months asked in words, or a least and a most; ``length not stated`` for none."""
    if months is None:
        return "length not stated"
    return f"{spell_months(months)} to {spell_months(at_most)}" if at_most else spell_months(months)


def time_in_words(answer: Assessment) -> str:
    """Return the months in words, or the status where there are none."""
    if answer.months is None or answer.status is Status.NOW:
        return _STATUSES[answer.status]
    unproved = "" if answer.proved_months == answer.months else " (not proved least)"
    return spell_months(answer.months) + unproved
