"""References: classes that name others wrongly, themselves, each other, or nobody's way in."""

from collections.abc import Iterator

from ladder.catalog.mentions import find_mentions
from ladder.catalog.steps import IN_THE_TEXT, Step
from ladder.checks.catalog_under_check import CatalogUnderCheck
from ladder.checks.entering import find_circles, find_unreachable
from ladder.checks.findings import Spot, catalog_rule, class_rule
from ladder.checks.naming_rules import near_titles, neighbours_of
from ladder.checks.places import experience_in
from ladder.requirement_references import class_referred_to, requirement_referred_to
from ladder.sources import Severity
from ladder.specification import NO_DATES, ClassSpecification
from ladder.titles import fold_title


@catalog_rule(
    "REFERENCE_NOT_LINKED",
    Severity.WARNING,
    "A class that is only named has a specification under the same title",
    why="The step stops at the name and does not lead on from the class that the text means.",
    do="Name the class by its code, and take the named-only record out.",
)
def reference_not_linked(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield only-named classes whose title exactly one described class of the jurisdiction has."""
    for spec in under.only_named:
        same = under.by_title.get((spec.jurisdiction, fold_title(spec.title)), ())
        if len(same) == 1:
            yield Spot(("title",), spec.title, f"title of {same[0]}", owner=spec.class_id)


@catalog_rule(
    "REFERENCE_AMBIGUOUS",
    Severity.WARNING,
    "A class that is only named may be any of several",
    why="Which class the text means is not said; the step is drawn from none of them.",
    do="Find out which class is meant, and name it by its code.",
)
def reference_ambiguous(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield only-named classes whose title several described classes of the jurisdiction bear."""
    for spec in under.only_named:
        same = under.by_title.get((spec.jurisdiction, fold_title(spec.title)), ())
        if len(same) > 1:
            yield Spot(("title",), spec.title, f"title of {' and '.join(same)}", owner=spec.class_id)


@catalog_rule(
    "REFERENCE_NEAR_MISS",
    Severity.WARNING,
    "A class that is only named is one letter away from one with a specification",
    why="A slip in the document or in reading cuts the ladder; nothing is linked by guess.",
    do="Compare the two titles; add a title alias to the jurisdiction if they are one class.",
)
def reference_near_miss(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield only-named classes whose title is one slip away from a described one's."""
    neighbours = {
        jurisdiction: neighbours_of(title for place, title in under.by_title if place == jurisdiction)
        for jurisdiction in under.by_jurisdiction
    }
    for spec in under.only_named:
        title = fold_title(spec.title)
        if (spec.jurisdiction, title) not in under.by_title:
            for near in near_titles(title, neighbours.get(spec.jurisdiction, {})):
                (class_id, *_) = under.by_title[spec.jurisdiction, near]
                yield Spot(("title",), spec.title, under.name_of(class_id), owner=spec.class_id)


@class_rule(
    "REFERENCE_SELF",
    Severity.WARNING,
    "A class names itself",
    why="Service in a class cannot lead into it; the document, or the reading, means another one.",
    do="Look which class the passage means; some documents cite their own code by mistake.",
)
def reference_self(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield the places where a class is its own feeder, target or superior."""
    for place, class_id, source in find_mentions(spec):
        if class_id == spec.class_id:
            yield Spot(place, f"names {class_id}", "the class itself", source)


@catalog_rule(
    "REFERENCE_ABROAD",
    Severity.WARNING,
    "A class names a class of another jurisdiction",
    why="Titles repeat from place to place; service elsewhere is hardly ever meant.",
    do="Name the class of the same jurisdiction, or make sure that the document means the other.",
)
def reference_abroad(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield the places where a class names one of another jurisdiction."""
    for spec in under.catalog.classes.values():
        for place, class_id, source in find_mentions(spec):
            if class_id.partition("/")[0] != spec.jurisdiction and class_id in under.catalog.classes:
                yield Spot(place, f"names {class_id}", f"a class of {spec.jurisdiction}", source, spec.class_id)


@class_rule(
    "CLASS_NAMED_TWICE",
    Severity.WARNING,
    "A requirement names one class twice",
    why="Another class was meant the second time, and the step from it is lost.",
    do="Look at the passage, and name the class that it prints.",
)
def class_named_twice(spec: ClassSpecification) -> Iterator[Spot]:
    """Yield classes that stand twice, in the same manner, in the list of one requirement."""
    for place, rule in experience_in(spec):
        for count, one in enumerate(rule.classes):
            if one in rule.classes[:count]:
                yield Spot((*place, "classes", count), one.class_id, "named above", rule.source)


@catalog_rule(
    "REFERENCE_MUTUAL",
    Severity.ERROR,
    "Two classes can each be entered only from the other",
    why="Nobody can ever meet the minimum qualifications of either, so one of the two readings is wrong.",
    do="Look at both documents for an open route, or for a class that was taken for another.",
)
def reference_mutual(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield both classes of each pair that only lead into one another."""
    for circle in find_circles(under.catalog):
        for one, other in (circle, circle[::-1]):
            beside = f"which asks for service as {under.name_of(one)}"
            yield Spot(("qualifications", "routes"), f"asks for service as {under.name_of(other)}", beside, owner=one)


@catalog_rule(
    "CLASS_UNREACHABLE",
    Severity.ERROR,
    "No route into the class can ever be met",
    why="Every answer about the class is that nobody reaches it; a document says so of no class.",
    do="Look at the routes and at the classes that they name; an open route, or a class, was misread.",
)
def class_unreachable(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield the classes that can be entered only by way of themselves, pairs and self-references aside."""
    pairs = {one for circle in find_circles(under.catalog) for one in circle}
    for class_id, wanting in find_unreachable(under.catalog).items():
        if class_id not in pairs:
            beside = f"none can be served before {class_id}"
            names = " or ".join(under.name_of(one) for one in wanting)
            yield Spot(("qualifications", "routes"), f"asks for service as {names}", beside, owner=class_id)


@catalog_rule(
    "SUPERIOR_CIRCLE",
    Severity.WARNING,
    "Two classes each work under the other",
    why="One of the two supervisors is misread, and lists of who works under whom are wrong.",
    do="Look at 'supervision received' in both documents.",
)
def superior_circle(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield superiors that work under the class themselves."""
    for spec in under.catalog.classes.values():
        for number, superior in enumerate(spec.superiors):
            other = under.catalog.classes.get(superior.class_id)
            above = [one.class_id for one in other.superiors] if other else []
            if other is not spec and spec.class_id in above:
                found = f"works under {under.name_of(superior.class_id)}"
                yield Spot(("superiors", number), found, "which works under it", superior.source, spec.class_id)


@catalog_rule(
    "STEP_SKIPS_RANK",
    Severity.INFO,
    "A step skips a rank of the series",
    why="The class between may be missing from the list of classes that the text names.",
    do="Look whether the passage names the class between as well.",
)
def step_skips_rank(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield classes that are fed from lower ranks of their series, but not from the next lower one there is."""
    for spec in under.described:
        lower = {
            one: _rank(under, one)
            for one in under.catalog.series_of(spec)
            if _rank(under, one) < _rank(under, spec.class_id)
        }
        fed = [step for step in under.catalog.steps_into(spec.class_id) if _is_named_in(step, lower)]
        if fed and max(lower[step.feeder_class] for step in fed) < max(lower.values()):
            next_lower = max(lower, key=lambda one: lower[one])
            found = f"step from {under.name_of(fed[0].feeder_class)}"
            yield Spot(
                ("qualifications",), found, f"none from {under.name_of(next_lower)}", fed[0].source, spec.class_id
            )


def _rank(under: CatalogUnderCheck, class_id: str) -> int:
    series = under.catalog.classes[class_id].series
    return series.rank if series else 0


def _is_named_in(step: Step, classes: dict[str, int]) -> bool:
    return step.certainty in IN_THE_TEXT and step.feeder_class in classes


@catalog_rule(
    "NAMED_ONLY_UNNAMED",
    Severity.WARNING,
    "A class that is only named is named nowhere",
    why="The record is left over from a reference that was corrected, or the reference was lost.",
    do="Look at the document that it cites; take the record out if nothing names the class.",
)
def named_only_unnamed(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield only-named classes that no record names; one with pay or dates has a document that asks nothing."""
    for spec in under.only_named:
        has_document = spec.pay is not None or spec.dates != NO_DATES
        if spec.class_id not in under.mentions and not has_document:
            yield Spot(("completeness",), f"{spec.title} is only named", "no record names it", owner=spec.class_id)


@catalog_rule(
    "RULING_WITHOUT_EXPERIENCE",
    Severity.WARNING,
    "A ruling counts service toward something that is no experience",
    why="Service is credited toward experience alone; the ruling changes no answer.",
    do="Name the experience requirement that is meant.",
)
def ruling_without_experience(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield references of rulings to requirements that service cannot count toward."""
    for one in under.catalog.jurisdictions.values():
        for number, ruling in enumerate(one.rulings):
            for count, reference in enumerate(ruling.counts_toward):
                class_id, requirement = class_referred_to(reference), requirement_referred_to(reference)
                spec = under.catalog.classes.get(class_id)
                rules = spec.qualifications.requirements if spec and spec.qualifications else ()
                kinds = [rule.kind for rule in rules if rule.id == requirement and rule.kind != "experience"]
                if kinds:
                    place = ("rulings", number, "counts_toward", count)
                    yield Spot(place, f"counts toward {reference}", f"which is of kind {kinds[0]}", owner=one.id)


@catalog_rule(
    "RULING_REPEATED",
    Severity.INFO,
    "Two rulings say the same",
    why="When one of them is changed or withdrawn, the other goes on to count.",
    do="Keep one of the two.",
)
def ruling_repeated(under: CatalogUnderCheck) -> Iterator[Spot]:
    """Yield references that an earlier ruling for the same class already counts toward."""
    for one in under.catalog.jurisdictions.values():
        first: dict[tuple[str, str], str] = {}
        for number, ruling in enumerate(one.rulings):
            for count, reference in enumerate(ruling.counts_toward):
                here = f"rulings[{number}]"
                before = first.setdefault((ruling.class_id, reference), here)
                if before is not here:
                    place = ("rulings", number, "counts_toward", count)
                    yield Spot(place, f"{ruling.class_id} toward {reference}", f"also in {before}", owner=one.id)
