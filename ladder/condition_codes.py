"""The codes of conditions that ladder itself shows, asks or closes (docs/semantics.md, section 3).

Records may hold other codes: those of conditions that a text prints.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class ConditionCode(StrEnum):
    """One kind of condition; its value is what JSON holds."""

    BEFORE_APPOINTMENT = "BEFORE_APPOINTMENT"
    CLOSELY_RELATED = "CLOSELY_RELATED"
    CREDENTIAL = "CREDENTIAL"
    DAS_APPROVED = "DAS_APPROVED"
    ENTRY_UNKNOWN = "ENTRY_UNKNOWN"
    EQUIVALENT = "EQUIVALENT"
    EXAM = "EXAM"
    FIELD_MATCH = "FIELD_MATCH"
    HIRING_AUTHORITY = "HIRING_AUTHORITY"
    HORIZON = "HORIZON"
    IMPLIED_BACHELOR = "IMPLIED_BACHELOR"
    INTERNAL = "INTERNAL"
    LANGUAGE = "LANGUAGE"
    LEAD = "LEAD"
    LICENCE = "LICENCE"
    NEVER_AT_ONCE = "NEVER_AT_ONCE"
    NO_DATES = "NO_DATES"
    NO_DEGREE_AT_CAP = "NO_DEGREE_AT_CAP"
    ORDER = "ORDER"
    PARTIAL_RECORD = "PARTIAL_RECORD"
    PERMANENT = "PERMANENT"
    PROGRAM_COMPLETION = "PROGRAM_COMPLETION"
    PROGRAM_LENGTH = "PROGRAM_LENGTH"
    RECENCY = "RECENCY"
    RELATED_FIELD = "RELATED_FIELD"
    SCHOOL = "SCHOOL"
    SELECTION = "SELECTION"
    STATE_EMPLOYEE = "STATE_EMPLOYEE"
    TARGET_CLASS = "TARGET_CLASS"
    TITLE38 = "TITLE38"
    TRAVEL = "TRAVEL"


GENERAL_WORDS: Mapping[str, str] = MappingProxyType(
    {
        ConditionCode.EXAM: "An exam comes first: the class is filled by competition.",
        ConditionCode.FIELD_MATCH: "Some service counts because you say so; HR decides whether the work matches.",
        ConditionCode.RELATED_FIELD: "Study counts only if it is related to the work; HR decides that.",
        ConditionCode.SCHOOL: (
            "A high school diploma is asked; we take it as held where a degree or college credits are listed."
        ),
        ConditionCode.ORDER: "Some service must have come after a degree or license; HR must say that it did.",
        ConditionCode.RECENCY: "Some service must be recent; HR must say that it is.",
        ConditionCode.BEFORE_APPOINTMENT: "A license or certificate must be held by the day of appointment.",
        ConditionCode.NEVER_AT_ONCE: (
            "A license or certificate must be held by the day of appointment, and the service must be recent then. "
            "We know of no month in which both hold."
        ),
        ConditionCode.CLOSELY_RELATED: "HR decides whether the degree's field is closely related to those named.",
        ConditionCode.EQUIVALENT: (
            "Some service is taken as equal to a class named, or is at its level; HR decides about that."
        ),
        ConditionCode.LEAD: (
            "Lead work is asked: leading a team, lead worker or supervisor. It counts where you say so, or plan it."
        ),
        ConditionCode.TARGET_CLASS: "Trainee service counts only if this class is your trainee goal.",
        ConditionCode.INTERNAL: "One way is open only to people who work here now.",
        ConditionCode.STATE_EMPLOYEE: "One way is open only to state employees.",
        ConditionCode.PERMANENT: "One way is open only to people with permanent status.",
        ConditionCode.CREDENTIAL: "A license, certificate or registration is asked.",
        ConditionCode.DAS_APPROVED: "The training program must be an approved one.",
        ConditionCode.PROGRAM_COMPLETION: "The training program must be completed successfully.",
        ConditionCode.PROGRAM_LENGTH: "The length of the training is not in our data, so we cannot say the month.",
        ConditionCode.NO_DEGREE_AT_CAP: "College credits alone reach the most that study counts for; no degree listed.",
        ConditionCode.IMPLIED_BACHELOR: "We take a bachelor's degree as held, because a higher degree is listed.",
        ConditionCode.NO_DATES: "Some jobs have months but no dates; we take them one after the other.",
        ConditionCode.ENTRY_UNKNOWN: "The rules for this class are not in our data.",
        ConditionCode.HORIZON: "We do not look further than 1,200 months (100 years).",
        ConditionCode.PARTIAL_RECORD: (
            "We have part of the rules for this class; a clause not seen may change the answer."
        ),
    }
)
"""The words of every code that has some whatever the class; a code without them has the class's own alone."""

OWN_WORDS_FIRST = frozenset(
    [ConditionCode.SCHOOL, ConditionCode.ORDER, ConditionCode.RECENCY, ConditionCode.BEFORE_APPOINTMENT]
)
"""Codes that a text may print a condition of its own under, whose words say more than the general ones."""

OF_THIS_CLASS = frozenset([ConditionCode.PARTIAL_RECORD, ConditionCode.TARGET_CLASS])
"""Codes whose words say "this class": of another class they say something else."""
