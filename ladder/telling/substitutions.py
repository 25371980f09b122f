"""Substitutions in words: what stands for which requirement, at what rate and up to what."""

from ladder.catalog.catalog import Catalog
from ladder.qualifications import ServiceSubstitution, StudySubstitution, Substitution
from ladder.telling.class_names import class_part
from ladder.telling.messages import any_of, say, sentences, tell
from ladder.telling.parts import Words, capital
from ladder.telling.requirements import ToldRequirements, degree_words
from ladder.telling.routes import called
from ladder.telling.times import spell_months


def substitution_words(catalog: Catalog, rule: Substitution) -> Words:
    """Return what stands for which requirement, at what rate, up to what, and for whom."""
    requirement = called(catalog, rule.stands_for)
    if rule.kind == "study":
        return _study(rule, requirement)
    if rule.kind == "degree":
        degree = degree_words(rule.degree, rule.fields, or_related=rule.or_closely_related)
        return capital(tell("study.degree", degree=degree, months=spell_months(rule.months), requirement=requirement))
    if rule.kind == "programme":
        told = tell("study.program", program=class_part(catalog, rule.programme), requirement=requirement)
        return sentences(told, tell("requirement.approved") if rule.approval_required else ())
    if rule.named:
        who = tell("service.in_class", title=ToldRequirements(catalog).named(rule.named))
    else:
        who = tell("service.of_kind", what=rule.what or "")
    return sentences(
        _service(rule, requirement, who),
        tell("service.also") if rule.also_counts else (),
        tell(f"only.{rule.standing.value}") if rule.standing else (),
    )


def _study(rule: StudySubstitution, requirement: str) -> Words:
    block = tell(
        "study.block",
        hours=rule.semester_hours,
        months=spell_months(rule.months),
        requirement=requirement,
        most=spell_months(rule.at_most_months),
    )
    return sentences(
        block,
        tell("study.fields", fields=any_of(rule.fields)) if rule.fields else (),
        tell("study.related") if rule.related_field else (),
    )


def _service(rule: ServiceSubstitution, requirement: str, who: Words) -> Words:
    months = spell_months(rule.months)
    most = "" if rule.at_most_months is None else spell_months(rule.at_most_months)
    if rule.is_whole:
        return tell("service.whole", months=months, who=who, requirement=requirement)
    if rule.gives is None:
        return tell("service.month", who=who, requirement=requirement, most=most)
    message = "service.credit_study" if rule.gives_years else "service.credit"
    credit = say(message, time=spell_months(rule.gives), requirement=requirement)
    if not most:
        return tell("service.rate", months=months, who=who, credit=credit)
    return tell("service.rate_most", months=months, who=who, credit=credit, most=most)
