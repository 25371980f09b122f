"""What an answer counts against, in words: the printed rule behind a requirement, and what is credited to it."""

from ladder.catalog.catalog import Catalog
from ladder.eligibility.answers import CreditedMonths, RequirementTrace
from ladder.eligibility.rules import whole_substitutions
from ladder.qualifications import DegreeLevel
from ladder.requirement_references import class_referred_to, requirement_referred_to
from ladder.telling.class_names import class_part
from ladder.telling.messages import say, tell
from ladder.telling.parts import Words, capital, plain_text
from ladder.telling.requirements import ToldRequirements
from ladder.telling.routes import called
from ladder.telling.substitutions import substitution_words
from ladder.telling.times import count_months

_DEGREES = {f"{level.value} degree": level for level in DegreeLevel}
_SERVICE = "service under "


def asked_words(catalog: Catalog, reference: str) -> Words:
    """Return what is asked under a reference, ``us-nd/0444#special``, as the record tells it; nothing if it is nowhere.

    A substitution that stands for a whole requirement has a reference of its own, and so has a trainee class.
    """
    class_id, name = class_referred_to(reference), requirement_referred_to(reference)
    spec = catalog.classes.get(class_id)
    rules = spec.qualifications if spec else None
    for rule in rules.requirements if rules else ():
        if rule.id == name:
            return ToldRequirements(catalog).words(rule)
    for own_name, substitution in whole_substitutions(rules) if rules else ():
        if own_name == name:
            return substitution_words(catalog, substitution)
    feeder_class = name.partition(":")[2]
    return tell("trace.training", title=class_part(catalog, feeder_class)) if feeder_class in catalog.classes else ()


def together_in_words(trace: RequirementTrace) -> str:
    """Return the sentence that tells what jobs come to together where that is not their sum; '' where it is."""
    if not trace.counted or sum(one.months for one in trace.counted) == trace.held:
        return ""
    return say("work.together", months=count_months(trace.held or 0))


def credited_in_words(catalog: Catalog, credited: CreditedMonths) -> str:
    """Return what stands for months of a requirement: study, a degree, or service, beginning a sentence."""
    if credited.what in _DEGREES:
        return plain_text(capital(tell(f"degree.{_DEGREES[credited.what].value}")))
    if credited.what.startswith(_SERVICE):
        requirement = requirement_referred_to(credited.what)
        return say("credit.service", requirement=called(catalog, requirement))
    return say("credit.study")
