"""What is planted for the rules on requirements, routes, substitutions and quoted words."""

from collections.abc import Mapping, Sequence

from tests.checks.planted import OWN, Edit, New, Planting, experience, source
from tests.checks.plantings_identity import like_2004, one_each

E = Edit
RQ = "qualifications/requirements"
SUB = "qualifications/substitutions"


def ruled(*requirements: dict[str, object], routes: Sequence[Sequence[str]] = (), **more: object) -> New:
    """Return one more class that asks these, all in one route unless routes are given."""
    names = routes or [[str(one["id"]) for one in requirements]]
    rules = {
        "requirements": list(requirements),
        "routes": [{"id": f"route-{number}", "requires": list(asked)} for number, asked in enumerate(names)],
        **more,
    }
    return like_2004("2005", qualifications=rules)


def degree(name: str, level: str, *fields: str, what: str = "A degree") -> dict[str, object]:
    return {
        "kind": "education",
        "id": name,
        "what": what,
        "degree": level,
        "fields": list(fields),
        "source": source(OWN),
    }


def licence(name: str, title: str, what: str = "The licence") -> dict[str, object]:
    return {"kind": "credential", "id": name, "what": what, "name": title, "source": source(OWN)}


def quoted(name: str, months: int, quote: str, **more: object) -> dict[str, object]:
    return {**experience(name, months, OWN), **more, "source": source(OWN, quote=quote)}


def study(hours: int, months: int, most: int, stands_for: str = "general") -> dict[str, object]:
    return {
        "kind": "study",
        "stands_for": stands_for,
        "semester_hours": hours,
        "months": months,
        "at_most_months": most,
        "source": source(OWN, 14),
    }


def master(months: int, stands_for: str = "general", **more: object) -> dict[str, object]:
    return {
        "kind": "degree",
        "stands_for": stands_for,
        "degree": "master",
        "months": months,
        "source": source(OWN, 15),
        **more,
    }


def service(months: int, stands_for: str = "general", code: str = "2001", **more: object) -> dict[str, object]:
    named = {"class": f"us-yy/{code}"}
    return {
        "kind": "service",
        "stands_for": stands_for,
        "named": named,
        "months": months,
        "source": source(OWN, 16),
        **more,
    }


def hours(number: int, quote: str) -> dict[str, object]:
    asked = {"kind": "education", "id": "study", "what": "Study", "semester_hours": number}
    return {**asked, "source": source(OWN, quote=quote)}


GENERAL: dict[str, object] = experience("general", 60, OWN)
SPECIAL: dict[str, object] = experience("special", 24, OWN, within="general")

REQUIREMENTS: Mapping[str, Sequence[Planting]] = {
    "MONTHS_ZERO": one_each(
        E(f"2001/{RQ}/0/months", 0),
        E(f"2004/{RQ}/1/months", 0),
        E(f"1001/{RQ}/1/months", 0),
        E(f"1002/{RQ}/1/months", 0),
        ruled(GENERAL, experience("special", 0, OWN, within="general")),
    ),
    "MONTHS_TOO_MANY": one_each(*(ruled(experience("general", months, OWN)) for months in (301, 360, 480, 1000, 1200))),
    "SPECIAL_OVER_GENERAL": one_each(
        *(ruled(GENERAL, experience("special", months, OWN, within="general")) for months in (61, 72, 120, 300)),
        ruled(GENERAL, SPECIAL, experience("lead", 36, OWN, within="special")),
    ),
    "SPECIAL_IS_ALL_OF_GENERAL": one_each(
        *(
            ruled(experience("general", months, OWN), experience("special", months, OWN, within="general"))
            for months in (12, 24, 60, 84)
        ),
        ruled(GENERAL, SPECIAL, experience("lead", 24, OWN, within="special")),
    ),
    "RECENCY_TOO_SHORT": one_each(
        *(ruled({**GENERAL, "within_last_months": months}) for months in (1, 12, 24, 59)),
        ruled(GENERAL, {**SPECIAL, "within_last_months": 5}),
    ),
    "ORDER_NOT_ASKED": one_each(
        ruled({**GENERAL, "after": "one"}, degree("one", "master"), routes=[["general"], ["one"]]),
        ruled({**GENERAL, "after": "two"}, licence("two", "Diver"), routes=[["general"], ["two"]]),
        ruled(GENERAL, {**SPECIAL, "after": "two"}, licence("two", "Diver"), routes=[["general", "special"], ["two"]]),
        ruled(
            {**GENERAL, "after": "one"},
            degree("one", "law"),
            licence("two", "Diver"),
            routes=[["general", "two"], ["one"]],
        ),
        ruled({**GENERAL, "after": "one"}, degree("one", "bachelor", "law"), routes=[["general"], ["one"]]),
    ),
    "REQUIREMENT_TWICE": one_each(
        ruled(GENERAL, {**GENERAL, "id": "again"}),
        ruled(GENERAL, licence("one", "Diver"), licence("two", "Diver")),
        ruled(degree("one", "master"), degree("two", "master")),
        ruled(GENERAL, SPECIAL, {**SPECIAL, "id": "again", "source": source(OWN, 99)}),
        ruled(GENERAL, {**GENERAL, "id": "again"}, routes=[["general"], ["again"]]),
    ),
    "CREDENTIAL_TWICE": one_each(
        *(
            ruled(licence("one", one), licence("two", other, what="Another paper"))
            for one, other in (
                ("Class C licence", "class C Licence"),
                ("First aid", "First-Aid"),
                ("CPR", "C.P.R."),
                ("Notary-public", "Notary Public"),
                ("Diver 2", "diver (2)"),
            )
        )
    ),
    "EDUCATION_COVERED": one_each(
        ruled(degree("one", "bachelor"), degree("two", "master")),
        ruled(degree("one", "associate", "law"), degree("two", "bachelor", "law")),
        ruled(degree("one", "doctorate"), degree("two", "associate")),
        ruled(GENERAL, degree("one", "master", "art"), degree("two", "law", "art")),
        ruled(degree("one", "associate"), degree("two", "master"), routes=[["one", "two"]]),
    ),
    "RECORD_PARTIAL": one_each(
        *(E(f"{code}/completeness", "partial") for code in ("1001", "1002", "1003", "2001", "2004"))
    ),
}

ROUTES: Mapping[str, Sequence[Planting]] = {
    "REQUIREMENT_IN_NO_ROUTE": one_each(
        E(f"2001/{RQ}/+", licence("paper", "Diver")),
        E(f"2004/{RQ}/+", experience("other", 6, OWN, what="Work on boats")),
        E(f"1005/{RQ}/+", degree("degree", "bachelor")),
        ruled(GENERAL, SPECIAL, routes=[["general"]]),
        ruled(GENERAL, degree("one", "master"), licence("two", "Diver"), routes=[["general", "one"]]),
    ),
    "ROUTE_NEVER_NEEDED": one_each(
        ruled(GENERAL, licence("paper", "Diver"), routes=[["general"], ["general", "paper"]]),
        ruled(GENERAL, licence("paper", "Diver"), routes=[["general", "paper"], ["general"]]),
        ruled(GENERAL, routes=[["general"], ["general"]]),
        ruled(GENERAL, SPECIAL, routes=[["general", "special"], ["special", "general"]]),
        ruled(
            GENERAL,
            degree("one", "master"),
            licence("two", "Diver"),
            routes=[["one", "two", "general"], ["two", "one"]],
        ),
    ),
    "ROUTE_ID_TWICE": [
        [E("1001/qualifications/routes/1/id", "general")],
        [E("1002/qualifications/routes/1/id", "general")],
        [E("1004/qualifications/routes/0/id", "degree")],
        [E("2004/qualifications/routes/1/id", "general")],
        [E("1003/qualifications/routes/0/id", "internal")],
    ],
    "INTERNAL_ASKS_MORE": one_each(
        E(f"1002/{RQ}/1/months", 49),
        E(f"1002/{RQ}/1/months", 84),
        E(f"1003/{RQ}/2/months", 72),
        E(f"2002/{RQ}/1", experience("below", 36, OWN, classes=[{"class": "us-yy/2001"}], standing="internal")),
        ruled(GENERAL, experience("internal", 61, OWN, standing="internal"), routes=[["general"], ["internal"]]),
    ),
    "HIGHER_RANK_ASKS_LESS": [
        [E(f"1002/{RQ}/0/months", 30)],
        [E(f"1001/{RQ}/0/months", 49)],
        [E(f"1001/{RQ}/0/months", 54)],
        [E("2001/series", {"name": "Parks", "rank": 2}), E("2002/series", {"name": "Parks", "rank": 1})],
        [
            E("2003/series", {"name": "Parks", "rank": 8}),
            E("2004/series", {"name": "Parks", "rank": 7}),
            E(f"2004/{RQ}/1/classes", [{"class": "us-yy/2001"}]),
        ],
    ],
}

SUBSTITUTIONS: Mapping[str, Sequence[Planting]] = {
    "SUBSTITUTION_OVER_REQUIREMENT": one_each(
        E(f"2001/{SUB}", [study(15, 6, 18)]),
        E(f"2002/{SUB}", [master(36)]),
        E(f"2004/{SUB}", [service(6, at_most_months=60)]),
        E(f"1004/{SUB}", [service(12, "degree", named=None, what="Office work", at_most_months=60)]),
        E(f"1002/{SUB}", [study(15, 6, 54)]),
    ),
    "SUBSTITUTION_CROWDS_OUT_SPECIAL": one_each(
        E(f"1003/{SUB}/0/at_most_months", 30),
        E(f"1003/{SUB}/0/at_most_months", 60),
        ruled(GENERAL, SPECIAL, substitutions=[study(15, 6, 48)]),
        ruled(GENERAL, SPECIAL, substitutions=[master(60)]),
        ruled(GENERAL, SPECIAL, substitutions=[study(15, 6, 24), master(24)]),
    ),
    "SUBSTITUTION_RATE_UNUSUAL": one_each(
        *(E(f"1003/{SUB}/0/semester_hours", number) for number in (10, 16, 30, 60)),
        ruled(GENERAL, substitutions=[study(30, 6, 24)]),
    ),
    "SUBSTITUTION_PART_BLOCK": one_each(
        *(E(f"1003/{SUB}/0/at_most_months", months) for months in (1, 4, 13, 20, 22)),
    ),
    "SUBSTITUTION_GIVES_NOTHING": one_each(
        E(f"1003/{SUB}/0/at_most_months", 0),
        E(f"2001/{SUB}", [study(15, 6, 0)]),
        E(f"2002/{SUB}", [master(0)]),
        E(f"2003/{SUB}", [service(12, at_most_months=0)]),
        ruled(GENERAL, substitutions=[study(30, 12, 24), master(0)]),
    ),
    "SUBSTITUTION_UNUSED": one_each(
        *(
            ruled(GENERAL, {**unused, "id": "other"}, routes=[["general"]], substitutions=[substitution])
            for unused, substitution in (
                (experience("other", 24, OWN), study(15, 6, 24, "other")),
                (experience("other", 24, OWN), master(12, "other")),
                (experience("other", 12, OWN), service(6, "other")),
                (licence("other", "Diver"), service(12, "other")),
                (degree("other", "master"), service(36, "other")),
            )
        )
    ),
    "SUBSTITUTION_TWICE": one_each(
        E(f"2004/{SUB}", [study(15, 6, 24), study(15, 6, 24)]),
        E(f"2004/{SUB}", [master(12), master(12)]),
        E(f"2004/{SUB}", [service(6), {**service(6), "source": source(OWN, 99)}]),
        E(f"2003/{SUB}", [study(30, 12, 12), master(6), study(30, 12, 12)]),
        E(
            f"1001/{SUB}/+",
            {
                "kind": "programme",
                "stands_for": "general",
                "programme": "us-xx/records-academy",
                "source": source(OWN, 77),
            },
        ),
    ),
    "SUBSTITUTION_FOR_NO_EXPERIENCE": one_each(
        E(f"1004/{SUB}", [study(15, 6, 24, "licence")]),
        E(f"1004/{SUB}", [master(12, "degree")]),
        E(f"1005/{SUB}", [study(30, 12, 24, "study")]),
        E(f"1005/{SUB}", [master(6, "study")]),
        E(f"1004/{SUB}", [study(15, 6, 24, "degree")]),
    ),
    "STUDY_FOR_SPECIAL": one_each(
        *(ruled(GENERAL, SPECIAL, substitutions=[study(15, 6, most, "special")]) for most in (6, 12, 18, 24)),
        E(f"1003/{SUB}/+", study(30, 12, 12, "special")),
    ),
}

QUOTES: Mapping[str, Sequence[Planting]] = {
    "FIGURES_AT_ODDS": one_each(
        ruled(quoted("general", 60, "Five (4) years of work")),
        ruled(quoted("general", 24, "Two (3) years on boats")),
        ruled(licence("paper", "Diver") | {"source": source(OWN, quote="Twenty-one (12) dives")}),
        ruled(GENERAL, substitutions=[study(15, 6, 24) | {"source": source(OWN, quote="fifteen (16) semester hours")}]),
        ruled(quoted("general", 18, "Eighteen (81) months")),
    ),
    "MONTHS_AT_ODDS": one_each(
        E(f"1003/{RQ}/0/months", 72),
        E(f"1003/{RQ}/1/months", 18),
        ruled(quoted("general", 24, "Three years of work on boats")),
        ruled(quoted("general", 6, "one-half (1/2) year and one (1) year") | {"months": 24}),
        ruled(quoted("general", 60, "At least 6 months at sea")),
    ),
    "STUDY_HOURS_AT_ODDS": one_each(
        E(f"1005/{RQ}/0/semester_hours", 45),
        ruled(hours(90, "90 quarter units of study")),
        ruled(hours(24, "12 semester units or 18 quarter units")),
        ruled(hours(15, "51 semester hours")),
        ruled(hours(60, "40 quarter hours in biology")),
    ),
    "STUDY_UNIT_MISSING": one_each(
        *(
            ruled(hours(number, quote))
            for number, quote in (
                (30, "30 units of study"),
                (15, "fifteen (15) hours in biology"),
                (60, "60 college credits"),
                (12, "at least 12 credits"),
                (24, "24 university units in law"),
            )
        )
    ),
    "SUBSTITUTION_MONTHS_AT_ODDS": one_each(
        E(f"1003/{SUB}/1/months", 6),
        *(
            ruled(GENERAL, substitutions=[master(months, source=source(OWN, quote=quote))])
            for months, quote in ((24, "for one (1) year"), (12, "stands for six months"), (6, "two years of it"))
        ),
        ruled(GENERAL, substitutions=[service(24, source=source(OWN, quote="Three (3) years as Gardener"))]),
    ),
}
