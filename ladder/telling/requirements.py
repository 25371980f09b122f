"""Requirements in words: how much is asked, what it means, which classes and degrees count, whom it is for."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import reduce

from ladder.catalog.catalog import Catalog
from ladder.qualifications import (
    Certainty,
    Credential,
    DegreeLevel,
    Education,
    Experience,
    Judgement,
    NamedClass,
    Programme,
    Requirement,
    StandingHeld,
)
from ladder.requirement_references import class_referred_to, requirement_referred_to
from ladder.telling.class_names import class_part
from ladder.telling.messages import all_of, any_of, clauses, listed, say, sentences, tell
from ladder.telling.parts import Item, Told, Words, plain_text, with_capital, without_capital
from ladder.telling.routes import called, requirement_name
from ladder.telling.times import spell_months
from ladder.values import Value


class ToldRequirements(Value):
    """The requirements of the classes of a catalog, as sentences put them."""

    catalog: Catalog

    def item(self, rule: Requirement) -> Item:
        """Return one requirement: its name and how much it asks, and all that it says."""
        name, asked = requirement_name(self.catalog, rule.id), self._asked(rule)
        return Item(
            Told(self.words(rule), (rule.source,)),
            label=say("requirement.asked", name=name, asked=asked) if asked else name,
        )

    def _asked(self, rule: Requirement) -> str:
        if not isinstance(rule, Experience):
            return ""
        months = spell_months(rule.months)
        if rule.within:
            message = "requirement.within_lead" if rule.lead else "requirement.within"
            return say(message, months=months, container=called(self.catalog, rule.within))
        if rule.additional_to:
            return say("requirement.added", months=months, container=called(self.catalog, rule.additional_to))
        return months

    def in_brief(self, rule: Requirement) -> str:
        """Return a requirement in few words: ``special experience (1 year, part of the general experience)``."""
        name = called(self.catalog, rule.id)
        if isinstance(rule, Education):
            return say("requirement.in_brief", name=name, asked=plain_text(study_asked(rule)))
        asked = self._asked(rule)
        return say("requirement.in_brief", name=name, asked=asked) if asked else name

    def words(self, rule: Requirement) -> Words:
        """Return all that a requirement says but its name and months: meaning, classes, study, whom it is for."""
        return sentences(self.meaning(rule.what), *self._details(rule))

    def meaning(self, what: str) -> str:
        """Return the record's own words of a requirement as a sentence, with titles where they name class ids."""
        text = " ".join(map(self._titled, what.split()))
        return with_capital(text).removesuffix(".") + "." if text else ""

    def _titled(self, word: str) -> str:
        bare = word.rstrip(",.;")
        class_id, name = class_referred_to(bare), requirement_referred_to(bare)
        if class_id not in self.catalog.classes:
            return word
        title = self.catalog.classes[class_id].title
        told = say("my.words_of", title=title, what=requirement_name(self.catalog, name)) if name else title
        return told + word[len(bare) :]

    def besides(self, rule: Requirement) -> str:
        """Return what a requirement says besides its meaning, its time and its classes, as clauses: '' if nothing.

        ``only for people who work here now; it counts only in the last 3 years``
        """
        named = rule.classes if isinstance(rule, Experience) else ()
        bare = replace(rule, classes=(), lead=False) if isinstance(rule, Experience) else rule
        only = [(class_part(self.catalog, one.class_id), self._only(one)) for one in named]
        of_classes = [tell("missing.only", title=title, how=how) for title, how in only if how]
        return plain_text(clauses(*of_classes, *map(_as_clause, self._details(bare))))

    def _details(self, rule: Requirement) -> Iterator[Words]:
        if isinstance(rule, Experience):
            yield from self._experience(rule)
        elif isinstance(rule, Education):
            yield tell("requirement.asked_is", asked=study_asked(rule))
        elif isinstance(rule, Credential):
            if rule.name.casefold() not in rule.what.casefold():
                yield tell("requirement.asked_is", asked=rule.name)
            yield tell("requirement.by_appointment") if rule.by else ()
        elif isinstance(rule, Programme):
            yield tell("requirement.program_is", program=class_part(self.catalog, rule.programme))
            yield tell("requirement.approved") if rule.approval_required else ()
        elif isinstance(rule, StandingHeld):
            yield tell(f"only.{rule.standing.value}")
        else:
            yield from self._judgement(rule)

    def _experience(self, rule: Experience) -> Iterator[Words]:
        yield self._counting(rule.classes)
        yield tell("requirement.equivalent") if rule.or_equivalent else ()
        yield tell("requirement.in_field") if rule.or_in_field else ()
        yield tell(f"only.{rule.standing.value}") if rule.standing else ()
        yield tell("requirement.lead") if rule.lead else ()
        if rule.after:
            yield tell("requirement.after", requirement=called(self.catalog, rule.after))
        if rule.within_last_months:
            yield tell("requirement.recent", months=spell_months(rule.within_last_months))

    def _judgement(self, rule: Judgement) -> Iterator[Words]:
        yield self._counting(rule.classes)
        yield tell("requirement.judged")

    def _counting(self, classes: Iterable[NamedClass]) -> Words:
        named = [self.named(one) for one in classes]
        return tell("requirement.counts", classes=any_of(named)) if named else ()

    def named(self, named: NamedClass) -> Words:
        """Return a class as a requirement's own text names it: alone or with its level, and for whom."""
        told = clauses(
            tell(f"named.{named.certainty.value}") if named.certainty is not Certainty.NAMED else (),
            self._only(named),
        )
        title = class_part(self.catalog, named.class_id)
        return tell("named.class", title=title, how=told) if told else (title,)

    def _only(self, named: NamedClass) -> Words:
        """Return for whom alone a named class counts, and in which training; nothing where for everybody."""
        return clauses(
            tell(f"named.{named.only_for.value}") if named.only_for else (),
            tell("named.trainee_goal") if named.target_class_required else (),
        )

    def of_route(self, rules: Iterable[Requirement]) -> Words:
        """Return what a route asks, in few words."""
        return all_of([self.in_brief(one) for one in rules])


def _as_clause(sentence: Words) -> str:
    """Return a sentence as a clause; what begins with two capitals, ``HR``, keeps them."""
    text = plain_text(sentence).removesuffix(".")
    return text if text[1:2].isupper() else without_capital(text)


def study_asked(rule: Education) -> Words:
    """Return the degree, the hours and the courses that are asked, in the fields named."""
    named = _fields(rule.fields, or_related=rule.or_closely_related)
    asked: list[Words] = []
    if rule.degree is not None:
        asked.append(degree_words(rule.degree, rule.fields, or_related=rule.or_closely_related))
    if rule.semester_hours:
        asked.append(_hours(rule.semester_hours, named))
    asked += [_hours(one.semester_hours, any_of(one.fields)) for one in rule.courses]
    return reduce(lambda first, second: tell("requirement.besides", first=first, second=second), asked)


def _hours(count: int, fields: Words) -> Words:
    if fields:
        return tell("requirement.hours_in", count=count, fields=fields)
    return tell("requirement.hours", count=count)


def degree_words(degree: DegreeLevel, fields: Iterable[str], *, or_related: bool) -> Words:
    """Return a degree with the fields named: ``a master's degree in labor relations``."""
    named = _fields(fields, or_related=or_related)
    told = tell(f"degree.{degree.value}")
    return tell("degree.in", degree=told, fields=named) if named else told


def _fields(fields: Iterable[str], *, or_related: bool) -> Words:
    named = tuple(fields)
    if or_related and named:
        return tell("fields.or_related", fields=listed(named))
    if or_related:
        return tell("fields.related_alone")
    return any_of(named)


def requirement_in_brief(catalog: Catalog, rule: Requirement) -> str:
    """Return a requirement of the catalog in few words, as ``ToldRequirements`` does."""
    return ToldRequirements(catalog).in_brief(rule)
