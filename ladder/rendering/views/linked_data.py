"""One class as linked data: schema.org's Occupation, and CTDL's with its condition profiles.

The requirement tree becomes nested ``ceterms:ConditionProfile`` (docs/semantics.md, section 1):
``ceterms:alternativeCondition`` where one of several is enough, ``ceterms:requires``
where all must hold. Years are given only where a decimal says them exactly; the months
stand in the words of every requirement. No identifier is made up: a class is named by
the address of its page, relative to the page that speaks.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from ladder.answer_json import number
from ladder.catalog.catalog import Catalog
from ladder.qualifications import (
    Credential,
    DegreeLevel,
    Education,
    Experience,
    Qualifications,
    Requirement,
    ServiceSubstitution,
    Substitution,
)
from ladder.service_time import MONTHS_A_YEAR
from ladder.specification import Alias, ClassSpecification, Completeness, PayRange, PayUnit
from ladder.telling.messages import say, sentences
from ladder.telling.parts import Item, plain_text, with_capital
from ladder.telling.pay_words import spell_pay
from ladder.telling.requirements import ToldRequirements
from ladder.telling.routes import requirement_name, route_in_words
from ladder.telling.substitutions import substitution_words
from ladder.telling.times import count_months

Json = dict[str, object]

THIS_CLASS = "#class"
"""The fragment of a class's page that stands for the class itself."""
_SCHEMA_ORG = "https://schema.org"
_CTDL = "https://credreg.net/ctdl/schema/context/json"
_UNITS = {
    PayUnit.HOURLY: "HOUR",
    PayUnit.BIWEEKLY: "2 WEEKS",
    PayUnit.MONTHLY: "MONTH",
    PayUnit.YEARLY: "YEAR",
}
_QUARTER = 3
"""Months whose multiples are years that two decimals say exactly."""


Told = Mapping[str, Item]
"""The requirements of the class in words, by their ids in it."""


def linked_data(catalog: Catalog, class_id: str, links: Mapping[str, str]) -> tuple[Json, Json]:
    """Return the class as schema.org and CTDL put it; ``links`` lead to the pages of the classes it names."""
    spec = catalog.classes[class_id]
    rules = spec.qualifications
    telling = ToldRequirements(catalog)
    told = {rule.id: telling.item(rule) for rule in (rules.requirements if rules else ())}
    occupation = _Occupation(catalog, spec, told, links)
    return occupation.schema_org(), occupation.ctdl()


@dataclass(frozen=True, slots=True)
class _Occupation:
    """One class about to be told: what its requirements say, and where the pages of the classes it names are."""

    catalog: Catalog
    spec: ClassSpecification
    told: Told
    links: Mapping[str, str]

    @property
    def place(self) -> str:
        """The name of the jurisdiction."""
        return self.catalog.jurisdiction_of(self.spec.class_id).name

    def schema_org(self) -> Json:
        """Return the Occupation of schema.org."""
        spec, place = self.spec, self.place
        told: Json = {
            "@context": _SCHEMA_ORG,
            "@type": "Occupation",
            "@id": THIS_CLASS,
            "name": spec.title,
            "alternateName": [alias.title for alias in spec.aliases if alias.title],
            "identifier": {"@type": "PropertyValue", "propertyID": f"Class id of {place}", "value": spec.class_id},
            "occupationLocation": {"@type": "AdministrativeArea", "name": place},
            "occupationalCategory": _category(spec, place),
            "estimatedSalary": [_salary(one) for one in (spec.pay.ranges if spec.pay else ())],
        }
        if spec.qualifications:
            told |= self._qualifications(spec.qualifications)
        return _without_nothing(told)

    def _qualifications(self, rules: Qualifications) -> Json:
        return {
            "experienceRequirements": [
                {
                    "@type": "OccupationalExperienceRequirements",
                    "name": requirement_name(self.catalog, rule.id),
                    "description": self._in_which_routes(rules, rule) + _say(self.told[rule.id]),
                    "monthsOfExperience": rule.months,
                }
                for rule in rules.requirements
                if isinstance(rule, Experience)
            ],
            "educationRequirements": [
                self._credential(rule, _degree_category(rule.degree))
                for rule in rules.requirements
                if isinstance(rule, Education)
            ],
            "qualifications": [
                self._credential(rule, None) | {"name": rule.name}
                for rule in rules.requirements
                if isinstance(rule, Credential)
            ],
        }

    def _credential(self, rule: Requirement, category: str | None) -> Json:
        name = requirement_name(self.catalog, rule.id)
        named = {
            "@type": "EducationalOccupationalCredential",
            "name": name,
            "description": str(self.told[rule.id].told),
        }
        return _without_nothing({**named, "credentialCategory": category})

    def _in_which_routes(self, rules: Qualifications, rule: Requirement) -> str:
        names = [route_in_words(self.catalog, route.id) for route in rules.routes if rule.id in route.requires]
        one_of = " One way is enough." if len(rules.routes) > 1 else ""
        return f"Asked of these ways: {'; '.join(names)}.{one_of} " if names else ""

    def ctdl(self) -> Json:
        """Return the CTDL Occupation: one profile, whose alternatives are the routes, and in each one a requirement."""
        spec = self.spec
        told: Json = {
            "@context": _CTDL,
            "@type": "ceterms:Occupation",
            "@id": THIS_CLASS,
            "ceterms:name": _words(spec.title),
            "ceterms:description": _words(self._describe()),
            "ceterms:alternateName": _also(spec.aliases),
            "ceterms:codedNotation": spec.code,
        }
        if spec.qualifications:
            told["ceterms:requires"] = [self._routes(spec.qualifications)]
        return _without_nothing(told)

    def _describe(self) -> str:
        spec = self.spec
        told = (
            say("data.class_dated", place=self.place, date=spec.revision)
            if spec.revision
            else say("data.class", place=self.place),
            say("page.seen_in_part") if spec.completeness is Completeness.PARTIAL else "",
            say("record.named-only") if spec.qualifications is None else "",
            say("data.pay", pay=spell_pay(spec.pay)) if spec.pay else "",
        )
        return plain_text(sentences(*told))

    def _routes(self, rules: Qualifications) -> Json:
        by_id = {rule.id: rule for rule in rules.requirements}
        routes = [
            _profile(
                with_capital(route_in_words(self.catalog, route.id)),
                "All that this route asks must hold.",
                requires=[self._requirement(by_id[name], rules) for name in route.requires],
            )
            for route in rules.routes
        ]
        how_many = "Any one of these routes is enough." if len(routes) > 1 else "There is one route."
        return _profile("Minimum qualifications", how_many, alternativeCondition=routes)

    def _requirement(self, rule: Requirement, rules: Qualifications) -> Json:
        """Return the profile of a requirement; where others may stand for all of it, each is an alternative."""
        name = requirement_name(self.catalog, rule.id)
        standing_for = [one for one in rules.substitutions if one.stands_for == rule.id]
        whole = [one for one in standing_for if _is_whole(one)]
        parts = " ".join(self._sentence(one) for one in standing_for if not _is_whole(one))
        description = f"{_say(self.told[rule.id])} {parts}".strip()
        own = _profile(name, description, **self._asked(rule))
        if not whole:
            return own
        others = [self._substitute(one) for one in whole]
        return _profile(name, f"{name}, or what may stand for all of it.", alternativeCondition=[own, *others])

    def _asked(self, rule: Requirement) -> Json:
        if not isinstance(rule, Experience):
            return {}
        return {
            "yearsOfExperience": _years(rule.months),
            "experience": _words(count_months(rule.months)),
            "targetOccupation": list(self._occupations(one.class_id for one in rule.classes)),
        }

    def _occupations(self, class_ids: Iterable[str]) -> Iterator[Json]:
        for class_id in class_ids:
            told: Json = {"@type": "ceterms:Occupation", "@id": self.links[class_id] + THIS_CLASS}
            yield told | {"ceterms:name": _words(self.catalog.classes[class_id].title)}

    def _substitute(self, rule: Substitution) -> Json:
        sentence = self._sentence(rule)
        if isinstance(rule, ServiceSubstitution) and rule.named is not None:
            served = {
                "yearsOfExperience": _years(rule.months),
                "experience": _words(count_months(rule.months)),
                "targetOccupation": list(self._occupations([rule.named.class_id])),
            }
            return _profile(requirement_name(self.catalog, rule.reference), sentence, **served)
        return _profile(say("fact.program"), sentence)

    def _sentence(self, rule: Substitution) -> str:
        return plain_text(substitution_words(self.catalog, rule))


def _without_nothing(told: Json) -> Json:
    return {name: value for name, value in told.items() if value not in (None, [], "")}


def _category(spec: ClassSpecification, place: str) -> Json | None:
    if spec.code is None:
        return None
    codes = {"@type": "CategoryCodeSet", "name": f"Class codes of {place}"}
    return {"@type": "CategoryCode", "codeValue": spec.code, "name": spec.title, "inCodeSet": codes}


def _degree_category(degree: DegreeLevel | None) -> str | None:
    if degree is DegreeLevel.HIGH_SCHOOL:
        return "high school diploma"
    return f"{degree} degree" if degree else None


def _salary(pay: PayRange) -> Json:
    value = {
        "@type": "QuantitativeValue",
        "minValue": _exact(pay.low),
        "maxValue": _exact(pay.high),
        "unitText": _UNITS[pay.unit],
    }
    return {"@type": "MonetaryAmount", "currency": "USD", "value": value}


def _exact(amount: Decimal) -> object:
    return number(Fraction(amount))


def _words(text: str) -> Json:
    return {"en": text}


def _also(aliases: Iterable[Alias]) -> Json | None:
    titles = [alias.title for alias in aliases if alias.title]
    return {"en": titles} if titles else None


def _profile(name: str, description: str, **more: object) -> Json:
    told: Json = {
        "@type": "ceterms:ConditionProfile",
        "ceterms:name": _words(name),
        "ceterms:description": _words(description),
    }
    return _without_nothing(told | {f"ceterms:{key}": value for key, value in more.items()})


def _years(months: int) -> str | None:
    """Return years as a text: a JSON number is read as a double, and 1.5 becomes 1.5E0, which is no decimal."""
    return f"{Decimal(months) / MONTHS_A_YEAR:f}" if months % _QUARTER == 0 else None


def _is_whole(rule: Substitution) -> bool:
    """Return whether the substitution stands for all of its requirement, and not for some months of it."""
    return rule.kind == "programme" or (isinstance(rule, ServiceSubstitution) and rule.is_whole)


def _say(told: Item) -> str:
    return f"{told.label}: {told.told}"
