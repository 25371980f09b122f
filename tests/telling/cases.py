"""Every field of every record kind: a record without it, the same with it, and the words that tell it."""

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any, NamedTuple

from ladder.catalog.catalog import Catalog, CatalogRecord
from ladder.catalog.jurisdictions import Jurisdiction, JurisdictionNote, Ruling, RulingCondition, TitleAlias
from ladder.qualifications import (
    CoursesAsked,
    Credential,
    DegreeSubstitution,
    Education,
    Experience,
    Judgement,
    NamedClass,
    Programme,
    ProgrammeSubstitution,
    Qualifications,
    Route,
    ServiceSubstitution,
    StandingHeld,
    StudySubstitution,
)
from ladder.records import Record, key_of, validate_json
from ladder.sources import Source
from ladder.specification import (
    Alias,
    ClassSpecification,
    Dates,
    EarlyFiling,
    Pay,
    PayRange,
    Series,
    ShownCondition,
    Superior,
    TraineeTarget,
)

Json = dict[str, Any]

DOCUMENT = "document.txt"
SOURCE: Json = {"document": DOCUMENT, "section": "Section"}
HELPER, OTHER, TRAINING = "us-xx/helper", "us-xx/other", "us-xx/training"
CLASS = "us-xx/1000"
"""The class whose record changes from case to case."""

EXPERIENCE: Json = {"kind": "experience", "id": "general", "months": 12, "what": "Filing", "source": SOURCE}
EDUCATION: Json = {"kind": "education", "id": "study", "what": "Study", "degree": "bachelor", "source": SOURCE}
STUDY: Json = {
    "kind": "study",
    "stands_for": "general",
    "semester_hours": 15,
    "months": 6,
    "at_most_months": 9,
    "source": SOURCE,
}
DEGREE: Json = {"kind": "degree", "stands_for": "general", "degree": "master", "months": 6, "source": SOURCE}
SERVICE: Json = {"kind": "service", "stands_for": "general", "named": {"class": HELPER}, "months": 6, "source": SOURCE}
FOR_STUDY: Json = {**SERVICE, "stands_for": "study", "gives_years": 1, "months": 12, "at_most_months": 24}
PAY: Json = {"plan": "Plan", "grade": "7", "source": SOURCE}
RANGE: Json = {"unit": "yearly", "low": "1000", "high": "2000"}
ALIAS: Json = {"title": "Old Clerk", "note": "older", "source": SOURCE}


def plain_class(**more: object) -> Json:
    """Return a class that asks a year of filing, and nothing else."""
    rules = {"requirements": [EXPERIENCE], "routes": [{"id": "general", "requires": ["general"]}]}
    base = {"jurisdiction": "us-xx", "code": "1000", "title": "Clerk", "completeness": "whole", "source": SOURCE}
    return {**base, "qualifications": rules, **more}


def asking(*requirements: Json, routes: list[list[str]] | None = None, substitutions: tuple[Json, ...] = ()) -> Json:
    """Return a class that asks these, in one route unless said otherwise."""
    asked = routes or [[one["id"] for one in requirements]]
    told = [
        {"id": "general" if place == 1 else f"route-{place}", "requires": one} for place, one in enumerate(asked, 1)
    ]
    return plain_class(
        qualifications={"requirements": list(requirements), "routes": told, "substitutions": list(substitutions)}
    )


def as_class(record: Json) -> Json:
    return plain_class(**record)


def as_requirement(record: Json) -> Json:
    return asking(EXPERIENCE, record) if record["id"] != "general" else asking(record)


def as_named(record: Json) -> Json:
    return asking({**EXPERIENCE, "classes": [record]})


def as_substitution(record: Json) -> Json:
    return asking(EXPERIENCE, EDUCATION, substitutions=(record,))


def within(key: str, *, is_list: bool = False) -> Callable[[Json], Json]:
    """Return what puts a record into a class under a key."""
    return lambda record: plain_class(**{key: [record] if is_list else record})


class Case(NamedTuple):
    """One field: the record without it, its value, and the words that tell the value."""

    kind: type[Record]
    field: str
    put: Callable[[Json], Json]
    base: Json
    value: object
    words: str

    def records(self) -> tuple[ClassSpecification, ClassSpecification]:
        """Return the class without the value, and with it."""
        name = next(key_of(one) for one in fields(self.kind) if one.name == self.field)
        changed = {**self.base, name: self.value}
        return read_class(self.put(self.base)), read_class(self.put(changed))


def field_names(kind: type[Record]) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind))


def read_class(record: Json) -> ClassSpecification:
    return validate_json(ClassSpecification, json.dumps(record))


def _cases(
    kind: type[Record], put: Callable[[Json], Json], base: Json, told: Mapping[str, tuple[object, str]]
) -> list[Case]:
    return [Case(kind, field, put, base, *one) for field, one in told.items()]


SECOND: Json = {**EXPERIENCE, "id": "special", "months": 6, "what": "Sorting"}

CASES: list[Case] = [
    *_cases(
        ClassSpecification,
        as_class,
        {},
        {
            "code": ("1234", "Class code 1234"),
            "title": ("Archivist", "Archivist"),
            "is_programme": (True, "Training program"),
            "completeness": ("partial", "We have part of the rules"),
            "bargaining_unit": ("Unit Q", "Bargaining unit Unit Q"),
            "occupational_group": ("Group Q", "Occupational group Group Q"),
            "designation": ("Competitive Q", "Designation Competitive Q"),
            "notes": (["A note to keep."], "A note to keep."),
        },
    ),
    *_cases(
        Series,
        within("series"),
        {"name": "Files", "rank": 1},
        {"name": ("Papers", "Papers, rank 1"), "rank": (4, "rank 4")},
    ),
    *_cases(Pay, within("pay"), PAY, {"plan": ("Blue", "Blue 7"), "grade": ("19", "Plan 19")}),
    *_cases(
        PayRange,
        lambda record: plain_class(pay={**PAY, "ranges": [record]}),
        RANGE,
        {
            "unit": ("monthly", "$2,000 a month"),
            "low": ("1010.50", "$1,010.50 to"),
            "high": ("2345.6789", "to $2,345.6789 a year"),
        },
    ),
    *_cases(
        Dates,
        within("dates"),
        {},
        {
            "effective": ("2001-02-03", "In effect from February 3, 2001"),
            "established": ("2002-03", "Established March 2002"),
            "revised": ("2003-04-05", "Revised April 5, 2003"),
            "replaces": ("2004-05-06", "Replaces that of May 6, 2004"),
            "replaced": ("2031-05-06", "In force until May 6, 2031"),
        },
    ),
    *_cases(
        Alias,
        within("aliases", is_list=True),
        ALIAS,
        {
            "code": ("777", "777, Old Clerk"),
            "title": ("Scribe", "Scribe: older"),
            "note": ("much older", "much older"),
            "pay": ({**PAY, "grade": "88"}, "Plan 88"),
        },
    ),
    Case(
        ShownCondition,
        "text",
        within("conditions", is_list=True),
        {"code": "TRAVEL", "text": "May travel.", "source": SOURCE},
        "May sail.",
        "May sail.",
    ),
    *_cases(
        TraineeTarget,
        within("trainee_targets", is_list=True),
        {"class": HELPER, "months": 6, "source": SOURCE},
        {
            "class_id": (OTHER, "Other Clerk"),
            "months": (27, "2 years 3 months of training"),
            "at_most_months": (29, "6 months to 2 years 5 months"),
        },
    ),
    Case(
        Superior,
        "class_id",
        within("superiors", is_list=True),
        {"class": HELPER, "source": SOURCE},
        OTHER,
        "Other Clerk",
    ),
    *_cases(
        EarlyFiling,
        within("early_filing"),
        {"lacking_months": 3, "source": SOURCE},
        {
            "lacking_months": (14, "lacks 1 year 2 months"),
            "routes": (["general"], "can apply early (open to everyone)"),
        },
    ),
    *_cases(
        Source,
        within("source"),
        SOURCE,
        {
            "document": ("paper.txt", "paper.txt, Section"),
            "section": ("Chapter Q", "Chapter Q"),
            "lines": ([31, 37], "lines 31-37"),
            "revision": ("2009-08", "revision 2009-08"),
            "page": (41, "page 41"),
        },
    ),
    *_cases(
        Experience,
        as_requirement,
        EXPERIENCE,
        {
            "months": (31, "General experience, 2 years 7 months"),
            "what": ("Carving", "Carving."),
            "or_equivalent": (True, "Service equal to that may count"),
            "or_in_field": (True, "Service in the field counts"),
            "lead": (True, "Lead work counts where you say so and your supervisor confirms it"),
            "within_last_months": (60, "It counts only in the last 5 years"),
            "standing": ("state_employee", "Only for state employees"),
        },
    ),
    *_cases(
        Experience,
        as_requirement,
        SECOND,
        {
            "id": ("requirement-9", "Requirement 9"),
            "within": ("general", "6 months of the general experience"),
            "additional_to": ("general", "6 months, in addition to the general experience"),
        },
    ),
    Case(Experience, "classes", as_requirement, EXPERIENCE, [{"class": HELPER}, {"class": OTHER}], "or Other Clerk"),
    *_cases(
        NamedClass,
        as_named,
        {"class": HELPER},
        {
            "class_id": (OTHER, "Other Clerk"),
            "certainty": ("level", "or one at its level; HR decides"),
            "target_class_required": (True, "this class must be the trainee goal"),
            "only_for": ("permanent", "people with permanent status only"),
        },
    ),
    *_cases(
        Education,
        as_requirement,
        {**EDUCATION, "fields": ["law"]},
        {
            "id": ("requirement-8", "Requirement 8"),
            "what": ("Reading books", "Reading books."),
            "degree": ("doctorate", "a doctorate in law"),
            "fields": (["botany", "geology"], "in botany or geology"),
            "or_closely_related": (True, "law or a closely related field (HR decides)"),
            "semester_hours": (33, "33 college credits in law"),
        },
    ),
    Case(
        Education,
        "fields",
        as_requirement,
        {**EDUCATION, "degree": None, "semester_hours": 12},
        ["botany"],
        "12 college credits in botany",
    ),
    Case(
        Experience,
        "after",
        lambda record: asking(record, EDUCATION),
        EXPERIENCE,
        "study",
        "only from the month in which this is held: study",
    ),
    Case(
        Education,
        "courses",
        as_requirement,
        EDUCATION,
        [{"fields": ["botany", "geology"], "semester_hours": 6}, {"fields": ["law"], "semester_hours": 3}],
        "a bachelor's degree, and 6 college credits in botany or geology, and 3 college credits in law",
    ),
    *_cases(
        CoursesAsked,
        lambda record: asking(EXPERIENCE, {**EDUCATION, "courses": [record]}),
        {"fields": ["law"], "semester_hours": 3},
        {
            "fields": (["botany", "geology"], "3 college credits in botany or geology"),
            "semester_hours": (9, "9 college credits in law"),
        },
    ),
    *_cases(
        Credential,
        as_requirement,
        {"kind": "credential", "id": "paper", "what": "A license", "name": "license", "source": SOURCE},
        {
            "id": ("requirement-7", "Requirement 7"),
            "what": ("Driving", "Driving."),
            "name": ("class Q license", "class Q license"),
            "by": ("appointment", "It must be held by appointment, not before"),
        },
    ),
    *_cases(
        Programme,
        as_requirement,
        {"kind": "programme", "id": "course", "what": "A course", "programme": HELPER, "source": SOURCE},
        {
            "id": ("requirement-6", "Requirement 6"),
            "what": ("Schooling", "Schooling."),
            "programme": (TRAINING, "Archive Training"),
            "approval_required": (True, "It must be an approved one"),
        },
    ),
    *_cases(
        StandingHeld,
        as_requirement,
        {"kind": "standing", "id": "here", "what": "Here", "standing": "internal", "source": SOURCE},
        {
            "id": ("requirement-5", "Requirement 5"),
            "what": ("Being here", "Being here."),
            "standing": ("permanent", "Only for people with permanent status"),
        },
    ),
    *_cases(
        Judgement,
        as_requirement,
        {"kind": "condition", "id": "judged", "what": "Good", "code": "GOOD", "source": SOURCE},
        {
            "id": ("requirement-4", "Requirement 4"),
            "what": ("Swimming well", "Swimming well."),
            "classes": ([{"class": OTHER}], "Service as Other Clerk"),
        },
    ),
    *_cases(
        Route,
        lambda record: (
            asking(EXPERIENCE, SECOND, routes=[["general"], record["requires"]])
            if record["id"] == "route-2"
            else asking(EXPERIENCE, SECOND, routes=[["general"], ["general"], record["requires"]])
        ),
        {"id": "route-2", "requires": ["general"]},
        {
            "id": ("route-3", "Way 3"),
            "requires": (
                ["general", "special"],
                "Way 2: general experience (1 year) and special experience (6 months)",
            ),
        },
    ),
    *_cases(
        StudySubstitution,
        as_substitution,
        STUDY,
        {
            "semester_hours": (18, "18 college credits count as"),
            "months": (3, "count as 3 months"),
            "at_most_months": (36, "up to 3 years"),
            "related_field": (True, "The study must be related to the work"),
            "fields": (["botany", "geology"], "The study must be in botany or geology"),
        },
    ),
    Case(
        StudySubstitution,
        "stands_for",
        lambda r: asking(EXPERIENCE, SECOND, substitutions=(r,)),
        STUDY,
        "special",
        "6 months of the special experience",
    ),
    *_cases(
        DegreeSubstitution,
        as_substitution,
        {**DEGREE, "fields": ["law"]},
        {
            "degree": ("doctorate", "A doctorate in law counts as"),
            "fields": (["botany"], "in botany counts as"),
            "or_closely_related": (True, "law or a closely related field (HR decides) counts as"),
            "months": (5, "counts as 5 months of the general experience"),
        },
    ),
    Case(
        DegreeSubstitution,
        "stands_for",
        lambda r: asking(EXPERIENCE, SECOND, substitutions=(r,)),
        DEGREE,
        "special",
        "of the special experience",
    ),
    *_cases(
        ServiceSubstitution,
        as_substitution,
        SERVICE,
        {
            "named": ({"class": OTHER}, "as Other Clerk"),
            "months": (5, "5 months as Helper"),
            "gives_months": (4, "count as 4 months of the general experience"),
            "at_most_months": (7, "Each month as Helper"),
            "standing": ("permanent", "Only for people with permanent status"),
        },
    ),
    Case(
        ServiceSubstitution,
        "stands_for",
        lambda r: asking(EXPERIENCE, SECOND, substitutions=(r,)),
        SERVICE,
        "special",
        "all of the special experience",
    ),
    Case(
        ServiceSubstitution,
        "what",
        as_substitution,
        {**FOR_STUDY, "named": None, "what": "filing"},
        "diving",
        "of this work (diving)",
    ),
    *_cases(
        ServiceSubstitution,
        as_substitution,
        FOR_STUDY,
        {
            "gives_years": (2, "count as 2 years of study toward the study"),
            "at_most_months": (48, "up to 4 years"),
            "also_counts": (True, "Such a month counts for experience besides"),
        },
    ),
    *_cases(
        ProgrammeSubstitution,
        as_substitution,
        {"kind": "programme", "stands_for": "general", "programme": HELPER, "source": SOURCE},
        {
            "programme": (TRAINING, "Completing Archive Training"),
            "approval_required": (True, "It must be an approved one"),
            "stands_for": ("study", "all of the study"),
        },
    ),
]

RULING: Json = {"class": HELPER, "counts_toward": [f"{CLASS}#general"], "by": "The board", "reason": "Like work."}


class JurisdictionCase(NamedTuple):
    """One field of a record of a jurisdiction, and the words that tell it of the class."""

    kind: type[Record]
    field: str
    record: Json
    words: str


JURISDICTION_CASES: list[JurisdictionCase] = [
    JurisdictionCase(Ruling, "class_id", {"rulings": [{**RULING, "class": OTHER}]}, "Service as Other Clerk"),
    JurisdictionCase(Ruling, "counts_toward", {"rulings": [RULING]}, "counts toward the general experience of Clerk"),
    JurisdictionCase(Ruling, "by", {"rulings": [RULING]}, "Ruled by: The board"),
    JurisdictionCase(Ruling, "date", {"rulings": [{**RULING, "date": "2011-12"}]}, "December 2011"),
    JurisdictionCase(Ruling, "reason", {"rulings": [RULING]}, "Like work."),
    JurisdictionCase(
        RulingCondition,
        "text",
        {"rulings": [{**RULING, "shows": {"code": "LIKE", "text": "Ask first."}}]},
        "Ask first.",
    ),
    JurisdictionCase(
        TitleAlias,
        "title",
        {"title_aliases": [{"title": "Paper Clerk", "class": CLASS, "source": SOURCE}]},
        "Also printed as Paper Clerk",
    ),
    JurisdictionCase(JurisdictionNote, "text", {"notes": [{"text": "A new plan."}]}, "A new plan."),
    JurisdictionCase(JurisdictionNote, "date", {"notes": [{"text": "New.", "date": "2014-10"}]}, "October 2014"),
]

OF_JURISDICTIONS = (Ruling, RulingCondition, TitleAlias, JurisdictionNote)

ITS_RECORDS = "its records are told, field by field"
CHOICE = "it says which sort of record this is; every sort has its own sentence"
CITED = "the passage is cited beside each sentence; its fields are tried by themselves"
CODE = "a code is for programs: the condition's own words are told"

REQUIREMENTS = (Experience, Education, Credential, Programme, StandingHeld, Judgement)
SUBSTITUTIONS = (StudySubstitution, DegreeSubstitution, ServiceSubstitution, ProgrammeSubstitution)
SOURCED = (Pay, Dates, Alias, ShownCondition, TraineeTarget, Superior, EarlyFiling, TitleAlias)
WITH_RECORDS = (
    *("aliases", "series", "pay", "dates", "qualifications", "early_filing", "conditions", "trainee_targets"),
    *("superiors", "source"),
)

NOT_TOLD: Mapping[tuple[type[Record], str], str] = {
    (ClassSpecification, "jurisdiction"): "a page names the jurisdiction",
    (ClassSpecification, "slug"): "an id is for programs: commands, JSON and the addresses of pages hold it",
    **{(ClassSpecification, field): ITS_RECORDS for field in WITH_RECORDS},
    **{(Qualifications, field): ITS_RECORDS for field in field_names(Qualifications)},
    (Pay, "ranges"): ITS_RECORDS,
    (Ruling, "shows"): ITS_RECORDS,
    **{(kind, "kind"): CHOICE for kind in (*REQUIREMENTS, *SUBSTITUTIONS)},
    **{(kind, "source"): CITED for kind in (*REQUIREMENTS, *SUBSTITUTIONS, *SOURCED)},
    (ShownCondition, "code"): CODE,
    (Judgement, "code"): CODE,
    (RulingCondition, "code"): CODE,
    (TitleAlias, "class_id"): "it is the class that the record is told of",
    (Source, "quote"): "pages and reports print it with their sources; a terminal, a map and a sheet have no room",
}
"""Fields that nobody needs to be told, and why."""

KINDS: frozenset[type[Record]] = frozenset(one.kind for one in CASES).union(OF_JURISDICTIONS, [Qualifications])
"""Every kind of record."""


def others() -> tuple[ClassSpecification, ...]:
    """Return the classes that the records name; none asks anything of a class."""
    titles = {HELPER: "Helper", OTHER: "Other Clerk", TRAINING: "Archive Training"}
    return tuple(
        read_class(
            {
                "jurisdiction": "us-xx",
                "slug": one.partition("/")[2],
                "title": title,
                "completeness": "named-only",
                "is_programme": one == TRAINING,
                "source": {"document": "others.txt", "section": "Names"},
            }
        )
        for one, title in titles.items()
    )


def catalog_with(spec: ClassSpecification, jurisdiction: Json | None = None) -> Catalog:
    """Return the catalog of the class and those that it may name."""
    place = validate_json(Jurisdiction, json.dumps({"id": "us-xx", "name": "Xanadu", **(jurisdiction or {})}))
    return Catalog(CatalogRecord(jurisdictions=(place,), classes=(spec, *others())))
