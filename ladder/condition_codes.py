"""The codes of conditions that ladder itself shows, asks or closes (docs/semantics.md, section 3).

Records may hold other codes: those of conditions that a text prints.
"""

from enum import StrEnum


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
