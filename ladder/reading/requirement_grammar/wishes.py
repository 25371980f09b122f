"""Sentences that ask nothing: preferences, and what may be held later."""

import re

_WISHED_FOR = re.compile(
    r"\b(?:is|are)\s(?:(?:also|highly|strongly|very)\s)?(?:desired|desirable|preferred|recommended|helpful|a plus|an asset)\b"
    r"|\bnot\s(?:required|necessary|mandatory)\b|\bpreference\s(?:will|may|shall|is|can|in)\b"
    r"|^(?:preferably|preferred|desirable|desired|preference)\b|\b(?:preferred|desirable|desired|a plus)[.)]{0,2}$",
    re.IGNORECASE,
)
_ASKED = re.compile(r"(?<!not )\b(?:required|must|shall)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[a-z0-9)][.;])\s{1,3}(?=[A-Z])")
_LATER = re.compile(
    r"\bwithin\s(?:the\sfirst\s)?(?:[\w-]+\s){0,3}(?:\([0-9]+\)\s)?(?:days?|weeks?|months?|years?)\s(?:of|after|from|following)\s"
    r"(?:(?:the\s|their\s|date\sof\s|original\s|initial\s){0,3})(?:appointment|being\sappointed|hire|hiring|employment|start)"
    r"|\b(?:prior\sto|before|upon|at\s(?:the\s)?time\sof|by\sthe\stime\sof|as\sa\scondition\sof)\s(?:the\s|your\s|continued\s)*"
    r"(?:appointment|hire|hiring|employment|being\sappointed)",
    re.IGNORECASE,
)
_CREDENTIAL = re.compile(r"\b(?:licen[cs]es?|certificat\w+|registration|permit|CDL|credential)\b", re.IGNORECASE)
_SERVICE = re.compile(r"\bexperience\b", re.IGNORECASE)


def is_wished_for(sentence: str) -> bool:
    """Return whether a sentence says that what it names is desired, and so not asked.

    >>> is_wished_for("Experience with boats is desirable."), is_wished_for("A degree is required.")
    (True, False)
    """
    return (
        _WISHED_FOR.search(sentence.strip()) is not None
        and _ASKED.search(sentence) is None
        and _SENTENCE_END.search(sentence.rstrip()) is None
    )


def may_be_held_later(sentence: str) -> bool:
    """Return whether a sentence asks a license or certificate that need not be held before appointment.

    >>> may_be_held_later("A driver's license must be obtained within six months of appointment.")
    True
    """
    return bool(_LATER.search(sentence) and _CREDENTIAL.search(sentence)) and not _SERVICE.search(sentence)
