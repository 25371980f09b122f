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
        ConditionCode.EXAM: "An examination comes first: the class is filled by competition.",
        ConditionCode.FIELD_MATCH: (
            "Some service counts because the profile says so; the agency judges whether the work matches."
        ),
        ConditionCode.RELATED_FIELD: "Study counts only if it is related to the work; the agency judges that.",
        ConditionCode.SCHOOL: (
            "A high school diploma is asked; it is taken as held where a degree or college hours are listed."
        ),
        ConditionCode.ORDER: "Some service must have come after a degree or license; a person must say that it did.",
        ConditionCode.RECENCY: "Some service must be recent; a person must say that it is.",
        ConditionCode.BEFORE_APPOINTMENT: "A license or certificate must be held by the day of appointment.",
        ConditionCode.NEVER_AT_ONCE: (
            "A license or certificate must be held by the day of appointment, and the service must be recent then: "
            "no month is known in which both hold."
        ),
        ConditionCode.CLOSELY_RELATED: (
            "Whether the degree's field is closely related to the fields named, a person must judge."
        ),
        ConditionCode.EQUIVALENT: (
            "Some service is declared as equivalent to a named class, or is at its level; a person judges that."
        ),
        ConditionCode.LEAD: (
            "Lead, team-leader or supervisory work is asked; it counts only where it is declared or planned."
        ),
        ConditionCode.TARGET_CLASS: "Trainee service counts only if the appointment named this class as its target.",
        ConditionCode.INTERNAL: "A route is open only to people whom the agency employs now.",
        ConditionCode.STATE_EMPLOYEE: "A route is open only to state employees.",
        ConditionCode.PERMANENT: "A route is open only to people with permanent status.",
        ConditionCode.CREDENTIAL: "A license, certificate or registration is asked.",
        ConditionCode.DAS_APPROVED: (
            "The training program must be approved by the Department of Administrative Services."
        ),
        ConditionCode.PROGRAM_COMPLETION: "The training program must be completed successfully.",
        ConditionCode.PROGRAM_LENGTH: "The length of the training is not in the data; the month cannot be told.",
        ConditionCode.NO_DEGREE_AT_CAP: "Study reaches the maximum by hours alone; no degree is listed.",
        ConditionCode.IMPLIED_BACHELOR: "A bachelor's degree is taken as held because a higher degree is listed.",
        ConditionCode.NO_DATES: "Some jobs have months but no dates; they are taken as following one another.",
        ConditionCode.ENTRY_UNKNOWN: "The class is only named; its own requirements are not in the data.",
        ConditionCode.HORIZON: "What takes more than 1,200 months (100 years) is not sought.",
        ConditionCode.PARTIAL_RECORD: (
            "The record of this class was seen only in part; a clause not seen may change the answer."
        ),
    }
)
"""The words of every code that has some whatever the class; a code without them has the class's own alone."""

OWN_WORDS_FIRST = frozenset(
    [ConditionCode.SCHOOL, ConditionCode.ORDER, ConditionCode.RECENCY, ConditionCode.BEFORE_APPOINTMENT]
)
"""Codes that a text may print a condition of its own under, whose words say more than the general ones."""
