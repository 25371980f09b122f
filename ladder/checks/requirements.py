"""Requirements and routes: months that cannot be meant, routes nobody needs, words at odds with the record."""

from collections.abc import Iterator

from ladder.checks.catalog_under_check import CatalogUnderCheck
from ladder.checks.findings import Spot, catalog_rule, class_rule
from ladder.checks.quoted_figures import figures_at_odds, quoted_months, quoted_study
from ladder.qualifications import (
    Credential,
    DegreeLevel,
    Education,
    Experience,
    Qualifications,
    Requirement,
    Route,
    Standing,
)
from ladder.record_files import Place
from ladder.service_time import spell_months
from ladder.sources import Severity
from ladder.specification import ClassSpecification, Completeness

_MOST_MONTHS = 300
_DEGREES = tuple(DegreeLevel)
_WHERE: Place = ("qualifications", "requirements")


def _numbered(spec: ClassSpecification) -> Iterator[tuple[Place, Requirement]]:
    for number, rule in enumerate(spec.qualifications.requirements if spec.qualifications else ()):
        yield (*_WHERE, number), rule


def _experience(spec: ClassSpecification) -> Iterator[tuple[Place, Experience]]:
    yield from ((place, rule) for place, rule in _numbered(spec) if isinstance(rule, Experience))


@class_rule(
    "MONTHS_ZERO",
    Severity.WARNING,
    "A requirement asks for no months at all",
    why="It is met by everybody; the amount was most likely not read.",
    do="Write the months that the document asks, or take the requirement out.",
)
def months_zero(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield experience of zero months."""
    for place, rule in _experience(spec):
        if rule.months == 0:
            yield Spot((*place, "months"), f"{rule.id} asks 0 months", rule.what, rule.source)


@class_rule(
    "MONTHS_TOO_MANY",
    Severity.WARNING,
    "A requirement asks for more than 25 years",
    why="Hours, a year or a code were most likely read as months.",
    do="Compare the months with the document.",
)
def months_too_many(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield experience of more than 300 months."""
    for place, rule in _experience(spec):
        if rule.months > _MOST_MONTHS:
            yield Spot((*place, "months"), f"{rule.id} asks {spell_months(rule.months)}", rule.what, rule.source)


@class_rule(
    "SPECIAL_OVER_GENERAL",
    Severity.ERROR,
    "A part of the experience is longer than the whole",
    why="Special experience within general experience cannot exceed it; one of the two figures is wrong.",
    do="Compare both with the document; perhaps the special experience is additional, not within.",
)
def special_over_general(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield experience within another of fewer months."""
    months = {rule.id: rule.months for rule in spec.experience()}
    for place, rule in _experience(spec):
        if rule.within and rule.months > months.get(rule.within, rule.months):
            beside = f"{rule.within} asks {spell_months(months[rule.within])}"
            yield Spot((*place, "months"), f"{rule.id} asks {spell_months(rule.months)}", beside, rule.source)


@class_rule(
    "SPECIAL_IS_ALL_OF_GENERAL",
    Severity.INFO,
    "A part of the experience is as long as the whole",
    why="All of the general experience must then be special, and the general requirement says nothing more.",
    do="Look whether the special experience is additional to the general, not within it.",
)
def special_is_all_of_general(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield experience within another of the same months."""
    months = {rule.id: rule.months for rule in spec.experience()}
    for place, rule in _experience(spec):
        if rule.within and rule.months and rule.months == months.get(rule.within):
            found = f"{rule.id} asks {spell_months(rule.months)}"
            yield Spot((*place, "months"), found, f"{rule.within} asks the same", rule.source)


@class_rule(
    "REQUIREMENT_TWICE",
    Severity.WARNING,
    "One requirement is recorded twice",
    why="A correction of the one leaves the other; lists of what is missing name the same thing twice.",
    do="Keep one of the two, and name it in both places.",
)
def requirement_twice(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield requirements that ask in every field what an earlier one asks."""
    first: dict[Requirement, str] = {}
    for place, rule in _numbered(spec):
        before = first.setdefault(rule.model_copy(update={"id": "", "source": spec.source}), rule.id)
        if before != rule.id:
            yield Spot(place, f"{rule.id}: {rule.what}", f"the same as {before}", rule.source)


@class_rule(
    "CREDENTIAL_TWICE",
    Severity.WARNING,
    "One licence or certificate is asked under two names",
    why="Who lists it once is told that the other is missing.",
    do="Keep one of the two, under the name that the document prints.",
)
def credential_twice(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield credentials of a name that an earlier one has, letters and figures compared."""
    first: dict[str, Credential] = {}
    for place, rule in _numbered(spec):
        if isinstance(rule, Credential):
            before = first.setdefault("".join(filter(str.isalnum, rule.name.casefold())), rule)
            if before is not rule and before.what != rule.what:
                yield Spot((*place, "name"), f"{rule.id}: {rule.name}", f"{before.id}: {before.name}", rule.source)


@class_rule(
    "EDUCATION_COVERED",
    Severity.WARNING,
    "One route asks for a degree and for a lower one",
    why="The higher degree covers the lower; the two most likely belong to two routes.",
    do="Look at how the document joins the two: by 'and' or by 'or'.",
)
def education_covered(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield degrees asked beside a higher degree of the same fields in one route."""
    rules = {rule.id: (place, rule) for place, rule in _numbered(spec) if isinstance(rule, Education)}
    for route in spec.qualifications.routes if spec.qualifications else ():
        asked = [rules[name] for name in route.requires if name in rules]
        for place, rule in asked:
            higher = [one for _, one in asked if _covers(one, rule)]
            if higher:
                yield Spot(place, f"{rule.id}: {rule.degree}", f"{higher[0].id}: {higher[0].degree}", rule.source)


def _covers(one: Education, other: Education) -> bool:
    if one.degree is None or other.degree is None or one.fields != other.fields:
        return False
    return _DEGREES.index(one.degree) > _DEGREES.index(other.degree)


@class_rule(
    "REQUIREMENT_IN_NO_ROUTE",
    Severity.WARNING,
    "A requirement belongs to no route",
    why="The document asks it, and no answer does.",
    do="Name it in the route that asks it, or take it out.",
)
def requirement_in_no_route(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield requirements that no route names and that no other requirement is a part of."""
    if spec.qualifications:
        used = {name for route in spec.qualifications.routes for name in route.requires}
        used |= {name for rule in spec.experience() for name in (rule.within, rule.additional_to) if name}
        for place, rule in _numbered(spec):
            if rule.id not in used:
                yield Spot(place, f"{rule.id}: {rule.what}", "no route names it", rule.source)


@class_rule(
    "ROUTE_NEVER_NEEDED",
    Severity.WARNING,
    "A route asks all that another asks, and more",
    why="Nobody ever needs it; the other route, or this one, was most likely misread.",
    do="Look at how the document joins the alternatives.",
)
def route_never_needed(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield routes that contain another route, or repeat an earlier one."""
    routes = spec.qualifications.routes if spec.qualifications else ()
    for number, route in enumerate(routes):
        for other in _contained(routes, number):
            found = f"{route.id} asks {' and '.join(route.requires)}"
            beside = f"{other.id} asks {' and '.join(other.requires)}"
            yield Spot(("qualifications", "routes", number), found, beside)


def _contained(routes: tuple[Route, ...], number: int) -> tuple[Route, ...]:
    """Return the first route that this one contains, as a tuple of at most one."""
    own = set(routes[number].requires)
    smaller = [one for one in routes if set(one.requires) < own]
    equal = [one for one in routes[:number] if set(one.requires) == own]
    return tuple([*smaller, *equal][:1])


@class_rule(
    "ROUTE_ID_TWICE",
    Severity.ERROR,
    "Two routes of a class have one id",
    why="An answer that names the route by which it is met names either.",
    do="Give each route an id of its own.",
)
def route_id_twice(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield routes whose id an earlier route has."""
    routes = spec.qualifications.routes if spec.qualifications else ()
    for number, route in enumerate(routes):
        before = [one for one in routes[:number] if one.id == route.id]
        if before:
            found = f"{route.id} asks {' and '.join(route.requires)}"
            beside = f"{route.id} asks {' and '.join(before[0].requires)}"
            yield Spot(("qualifications", "routes", number, "id"), found, beside)


@class_rule(
    "INTERNAL_ASKS_MORE",
    Severity.WARNING,
    "The route for internal candidates asks for more service than the open one",
    why="A route that is kept for the agency's own people is shorter; the two were most likely exchanged.",
    do="Look which of the two the document keeps for internal candidates.",
)
def internal_asks_more(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield routes with an internal requirement that ask more months than the shortest open route."""
    rules = spec.qualifications
    lengths = [(number, route, _longest(rules, route)) for number, route in enumerate(rules.routes)] if rules else []
    is_internal = {rule.id for rule in spec.experience() if rule.standing is Standing.INTERNAL}
    least = min((months for _, route, months in lengths if not is_internal & set(route.requires)), default=None)
    for number, route, months in lengths:
        if least is not None and is_internal & set(route.requires) and months > least:
            found = f"{route.id} asks {spell_months(months)}"
            yield Spot(("qualifications", "routes", number), found, f"an open route asks {spell_months(least)}")


def _longest(rules: Qualifications, route: Route) -> int:
    asked = (rule for rule in rules.requirements if isinstance(rule, Experience) and rule.id in route.requires)
    return max((rule.months for rule in asked), default=0)


@catalog_rule(
    "HIGHER_RANK_ASKS_LESS",
    Severity.WARNING,
    "A higher rank of the series asks for less experience than a lower one",
    why="Somebody outside would enter at the higher rank sooner; a figure or a rank is most likely wrong.",
    do="Compare the general experience of both classes with their documents.",
)
def higher_rank_asks_less(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield classes whose requirement called general asks less than that of the next lower rank."""
    for spec in under.described:
        months = _general(spec)
        below = [under.catalog.classes[one] for one in under.catalog.series_of(spec)]
        lower = [one for one in below if one.series and spec.series and one.series.rank < spec.series.rank]
        for other in lower:
            asked = _general(other)
            if months is not None and asked is not None and months < asked:
                found = f"{spec.title} asks {spell_months(months)}"
                yield Spot(_WHERE, found, f"{other.title} asks {spell_months(asked)}", owner=spec.class_id)


def _general(spec: ClassSpecification) -> int | None:
    return next((rule.months for rule in spec.experience() if rule.id == "general"), None)


@class_rule(
    "FIGURES_AT_ODDS",
    Severity.ERROR,
    "A number in words and the figure beside it differ",
    why="Which of the two holds cannot be told from the document.",
    do="Ask the office that issued the document, or look at an earlier revision.",
)
def figures_in_words_at_odds(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield quoted words such as "Five (4) years"."""
    for place, rule in _numbered(spec):
        for words, figure in figures_at_odds(rule.source.quote or ""):
            yield Spot(place, f"in words {words}", f"in figures {figure}", rule.source)
    for number, one in enumerate(spec.qualifications.substitutions if spec.qualifications else ()):
        for words, figure in figures_at_odds(one.source.quote or ""):
            place = ("qualifications", "substitutions", number)
            yield Spot(place, f"in words {words}", f"in figures {figure}", one.source)


@class_rule(
    "MONTHS_AT_ODDS",
    Severity.ERROR,
    "The months recorded are not those of the words quoted",
    why="The record says one thing and its own citation another; every answer rests on the record.",
    do="Correct the months, or the quote.",
)
def months_at_odds(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield experience whose months no amount of the quoted words, nor a sum of them, comes to."""
    for place, rule in _experience(spec):
        printed = quoted_months(rule.source.quote or "")
        if printed and rule.months not in printed:
            words = " or ".join(spell_months(months) for months in sorted(printed))
            yield Spot(
                (*place, "months"), f"{rule.id} asks {spell_months(rule.months)}", f"quoted {words}", rule.source
            )


@class_rule(
    "STUDY_HOURS_AT_ODDS",
    Severity.ERROR,
    "The semester hours recorded are not those of the words quoted",
    why="Quarter hours read as semester hours ask for half as much again; another figure asks for anything.",
    do="Correct the hours; a quarter hour is two thirds of a semester hour.",
)
def study_hours_at_odds(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield education whose hours the quoted words print in quarter hours only, or not at all."""
    for place, rule in _numbered(spec):
        if isinstance(rule, Education) and rule.semester_hours is not None:
            printed = quoted_study(rule.source.quote or "")
            semester = {one.hours for one in printed if one.unit != "quarter"}
            # Quarter hours alone, turned into semester hours, are right.
            semester |= {one.hours * 2 // 3 for one in printed if one.unit == "quarter"}
            if printed and rule.semester_hours not in semester:
                words = " or ".join(f"{one.hours} {one.unit}".strip() for one in printed)
                found = f"{rule.semester_hours} semester hours"
                yield Spot((*place, "semester_hours"), found, f"quoted {words} hours", rule.source)


@class_rule(
    "STUDY_UNIT_MISSING",
    Severity.INFO,
    "The document does not say whether hours of study are semester or quarter hours",
    why="They are read as semester hours; were they quarter hours, a third less would do.",
    do="Find out which are meant, and note it.",
)
def study_unit_missing(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield education whose quoted words print hours or units of no kind only."""
    for place, rule in _numbered(spec):
        if isinstance(rule, Education) and rule.semester_hours is not None:
            printed = quoted_study(rule.source.quote or "")
            if printed and not any(one.unit for one in printed):
                found = f"{rule.semester_hours} semester hours"
                yield Spot((*place, "semester_hours"), found, f"quoted {printed[0].hours} of no unit", rule.source)


@class_rule(
    "RECORD_PARTIAL",
    Severity.INFO,
    "The record holds only a part of the specification",
    why="What was not seen, or not read, may ask for more, or open another route.",
    do="Read the rest of the document into the record, then call it whole.",
)
def record_partial(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield classes of which only a part was seen or read."""
    if spec.completeness is Completeness.PARTIAL:
        yield Spot(("completeness",), "seen in part", spec.title)
