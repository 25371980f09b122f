"""Sentences beside what is asked of everybody: preferences, what may come later, assignments, qualities, notices.

They are told with every answer. None of them has a measure that could be met or missed on
the day that the minimum qualifications are looked at.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from ladder.condition_codes import ConditionCode
from ladder.reading.rare_words import may_hold

PREFERENCE, ASSIGNMENT, QUALITY, NOTICE = "PREFERENCE", "ASSIGNMENT", "QUALITY", "NOTICE"
EXCLUSION = "EXCLUSION"
LICENSE = ConditionCode.LICENCE.value

ASIDES = frozenset({PREFERENCE, LICENSE, ASSIGNMENT, QUALITY, NOTICE, EXCLUSION})
"""Codes of the conditions that such sentences become."""

_WISHED_FOR = re.compile(
    r"\b(?:(?:is|are|would\sbe|will\sbe|may\sbe)\s(?:considered\s)?|considered\s)(?:(?:also|highly|strongly|very)\s)?"
    r"(?:desired|desirable|preferred|preferable|recommended|helpful|beneficial|advantageous|a(?:\sdefinite)?\splus"
    r"|an?\s(?:definite\s|added\s|strong\s)?(?:asset|advantage|benefit))\b"
    r"|\bnot\s(?:required|necessary|mandatory)\b|\bpreference\s(?:will|may|shall|is|can|in)\b"
    r"|^(?:preferably|preferred|desirable|desired|preference)\b"
    r"|\b(?:preferred|desirable|desired|a plus|an (?:asset|advantage))[.)]{0,2}$",
    re.IGNORECASE,
)
WISHED_FOR_WORDS = ("desir", "prefer", "recommended", "helpful", "plus", "asset", "advantag", "benefi", "not")
_IS_WISHED_FOR = (
    r"\s(?:is|are|would\sbe)\s(?:(?:also|highly|strongly|very)\s)?"
    r"(?:desired|desirable|preferred|preferable|recommended)"
)
"""The verb of a wish, after what is wished for."""
_SERVICE_WISHED_FOR = re.compile(
    r"(?:at\sleast\s)?(?P<amount>[\w()+ -]{1,30}?(?:years?|months?)'?)\s"
    rf"(?P<rest>[^,;.()]{{1,200}}?\b(?:experience|service)){_IS_WISHED_FOR}\W*",
    re.IGNORECASE,
)
"""One service with its verb: "two years of technical and clerical experience is highly desirable"."""
_VERB_OF_A_WISH = re.compile(
    rf"{_IS_WISHED_FOR}\W*$",
    re.IGNORECASE,
)
_ASKED = re.compile(r"(?P<no>\bnot\s)?\b(?:required|must|shall|minimum|at\sleast)\b", re.IGNORECASE)
_PARTS = re.compile(r"[;,()]|\sand\s", re.IGNORECASE)
_PARTS_OF_A_SUBJECT = re.compile(r"^[^,;()]*\sand\s[^,;()]*$", re.IGNORECASE)
_ONLY_WISHED = re.compile(r"(?:preferably|preferred|desirable|desired|preference)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[a-z0-9)][.;])\s{1,3}(?=[A-Z])")
_LATER = re.compile(
    r"\bwithin\s(?:the\sfirst\s)?(?:[\w-]+\s){0,3}(?:\([0-9]+\)\s)?(?:days?|weeks?|months?|years?)\s(?:of|after|from|following)\s"
    r"(?:the\s|their\s|date\sof\s|original\s|initial\s){0,3}(?:appointment|being\sappointed|hire|hiring|employment|start)"
    r"|\bwithin\s(?:the\s)?(?:statutory|required|specified)\stime"
    r"|\bability\sto\s(?:obtain|acquire|secure)\b|\bor\s(?:be\sable\sto\s|must\s)?(?:obtain|acquire|secure)\b"
    r"|\b(?:prior\sto|before|upon|at\s(?:the\s)?time\sof|by\sthe\stime\sof|as\sa\scondition\sof)\s(?:the\s|your\s|continued\s|permanent\s|original\s|initial\s)*"
    r"(?:appointment|hire|hiring|employment|being\sappointed)",
    re.IGNORECASE,
)
_KEPT_UP = re.compile(
    r"\bmust\s(?:then\s)?(?:be\s(?:maintained|kept)|remain|not\sinclude)\b|\bmaintained\s(?:throughout|for\sthe\sduration)"
    r"|\b(?:moving\sviolations?|license\ssuspension|driving\srecord|accident\srecord)\b"
    r"|\bmay\sbe\srequired\s(?:for|in|by)\b|\bpositions?\smay\s(?:require|involve)"
    r"|^may\s(?:also\s)?require\b"
    r"|^(?:some|certain|specific)\s(?:positions?|assignments?|jobs?)\s(?:may\s|will\s)?(?:also\s)?require\b",
    re.IGNORECASE,
)
_HELD_FIRST = re.compile(
    r"(?:(?:an?|possession\sof\s(?:an?)?|must\s(?:have|hold|possess)\s(?:an?)?)\s?)?(?:valid|current)\s(?:[\w\"'.-]+\s){0,6}licen[cs]e\b",
    re.IGNORECASE,
)
"""A license is asked first; how it is to be kept, or the record of its holder, is said beside it."""
_NOW = re.compile(r"\btime\sof\sappl\w+", re.IGNORECASE)
_REQUIRED = re.compile(r"\b(?:is|are)\srequired\b", re.IGNORECASE)
_STUDIED = re.compile(
    r"\b(?:degree|diploma|bachelor\w*|master'?s|high\sschool|graduat\w+|(?:years?|months?)\s(?:in|as|of(?!\s(?:being|the|appoint\w+|hire|hiring|employment))))\b",
    re.IGNORECASE,
)
_CREDENTIAL = re.compile(
    r"\b(?:licen[cs]es?|certificat\w+|registrations?|permits?|CDL|credentials?|members?)\b", re.IGNORECASE
)
_SERVICE = re.compile(r"\bexperience\b", re.IGNORECASE)
_ASSIGNMENT = re.compile(
    r"(?:for|to\sbe)\s(?:eligible\sfor\s)?(?:assignment|placement|assigned|placed)\s(?:to|in|into|at)\b"
    r"|(?:to\sbe\seligible\sfor\s(?:placement|assignment))\b"
    r"|in\saddition\sto\s(?:meeting\s)?the\s(?:above\s|minimum\s)?\"?(?:qualification\s)?requirements\"?:?$|in\saddition\sto\s[^.;]{0,90}\b(?:assignment|placement)\b",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    r"\b(?:years?|months?|weeks?|days?|hours?|degrees?|diploma|m\.?l\.?i?\.?s|licen[cs]\w+|certifi\w+|high\sschool|ged|credits?|units?"
    r"|regist\w+|graduat\w+|bachelor\w*|master'?s|doctor\w*|grade|courses?|coursework|training(?!\s(?:experience|skills))"
    r"|(?:training|certificate|degree|apprenticeship)\sprogram(?:me)?|completion|complet(?:e|ed)|equivalent|combination|substitut\w+|in\slieu|bar|citizen\w*|examination|exam|test(?:ed|s)?|internship|apprentice\w*"
    r"|schooling|school|college|university|resid\w+|live|employees?|employed|employment|incumben\w+|list|members?|membership|eligib\w+"
    r"|appoint\w+|status|positions?|class(?:es|ification)?|title[sd]?|served?|age|physical\w*|vision|background|drug|vehicles?|transportation"
    r"|convict\w+|english|french|spanish|languages?|bilingual|fluen\w+|card|board|standing|journey\w*|veterans?|baccalaureate|ph\.?d|service\s(?:as|in)|seasons?|voyages?|qualif\w+|requirements?|candidates?\sfor|possess\w*|holds?|holding)\b",
    re.IGNORECASE,
)
_OF_WHOM = re.compile(
    r"^(?:the\s)?(?:[\w-]+\s){1,4}(?:will|must|should|shall)\s(?:also\s)?(?:exhibit|demonstrate|be|have)\s",
    re.IGNORECASE,
)
_AS_A = re.compile(r"\b(?:as|be) an? [A-Z]")
_QUALITY = re.compile(
    r"\b(?:skills?|skilled|knowledge|knowledgeable|abilit\w+|able|aptitude|willing\w*|interest|judgment|tact\w*|initiative|leadership"
    r"|communicat\w+|commit\w+|familiar\w*|understand\w*|proficien\w+|competen\w+|expertise|strong|excellent|good|demonstrated"
    r"|demonstrable|proven|effective\w*|enthusias\w+|passion\w*|creativ\w+|flexib\w+|energ\w+|vision\w*|innovat\w+|team|interpersonal"
    r"|customer\sservice|organiz\w+|comfort\w*|sensitiv\w+|literate|experience|track\srecord|dedicat\w+|detail|evidence\sof|record\sof"
    r"|dependab\w+|reliab\w+|courte\w+|patien\w+|honest\w*|integrity|neat\w*|alert\w*|personality|appearance)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"[0-9]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|several)\b", re.IGNORECASE
)
_SKILL = re.compile(
    r"\b(?:skills?|knowledge|abilit\w+|able|familiar\w*|understanding|proficien\w+|literate|literacy|software|competen\w+|expertise"
    r"|experience\s(?:with|using|in)|working\swith|use\sof|using)\b",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"\b[A-Z]{2,}\b|\b[A-Z]\.[A-Z]\.|(?:\s|^an?\s)[A-Z][a-z]+\s[A-Z][a-z]+|^[A-Z][a-z]+\s[A-Z][a-z]+\b|\b(?:must|shall)\b"
)
_NOTICE = re.compile(
    r"the\s(?:requirements|knowledge|physical)[\w\s,]{0,60}\s(?:are|is)\srepresentative\b|the\s(?:apprenticeship|schooling|education|degree|school|college|training)\smust\sbe\s(?:recognized|approved|accredited)\b"
    r"|all\sapplications\b|for\seach\sjob\b|(?:evening|night|week-?end|shift)s?\b(?:,?\s(?:and|or)\s|\s)(?:[\w-]+\s){0,3}(?:work|hours|shifts?|schedules?)\b|(?:evening|night|weekend|shift)s?\b.{0,80}\b(?:required|expected)\b|in\s(?:appraising|evaluating)\b|residency\b.{0,80}\b(?:hire|appoint\w+|within)\b"
    r"|(?:the\s)?(?:following|above)\sis\s|none(?:\srequired)?$|n/?a$"
    r"|(?:any\s)?(?:combination\sof\s)?education,?\s(?:training,?\s)?(?:and|or|and/or)\sexperience\sthat\s(?:would\s|will\s)?demonstrates?\b|however,?\scity\semployees\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:years?|months?|yrs?)\b.{0,200}\b(?:experience|service|practice|employment)\b", re.IGNORECASE
)
_EXCLUDED = re.compile(
    r"\A.*\b(?:is|are|will|shall|may|does|do)\snot\s(?:be\s)?(?:acceptable|accepted|creditable|qualifying|counted|considered)\b",
    re.IGNORECASE,
)
_IN_PLACE: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {ASSIGNMENT: _ASSIGNMENT, NOTICE: _NOTICE, EXCLUSION: _EXCLUDED}
)


@lru_cache(maxsize=4096)
def find_aside(sentence: str) -> str | None:
    """Return the code of what a sentence is that asks nothing to be met on the day; none where it asks something.

    >>> find_aside("Experience with boats is desirable"), find_aside("Excellent writing skills")
    ('PREFERENCE', 'QUALITY')
    >>> find_aside("A driver's license must be obtained within six months of appointment")
    'LICENCE'
    >>> find_aside("A bachelor's degree") is None
    True
    """
    if is_wished_for(sentence):
        return PREFERENCE
    if _COUNTED.search(sentence) and not _ASSIGNMENT.match(sentence):
        return None
    found = next((code for code, pattern in _IN_PLACE.items() if pattern.match(sentence)), None)
    if found is None and may_be_held_later(sentence):
        return LICENSE
    return QUALITY if found is None and is_quality(sentence) else found


def is_wished_for(sentence: str) -> bool:
    """Return whether a sentence says that what it names is desired, and so not asked: nothing else in it asks."""
    found = _WISHED_FOR.search(sentence.strip()) if may_hold(sentence, WISHED_FOR_WORDS) else None
    if found is None or _SENTENCE_END.search(sentence.rstrip()) is not None:
        return False
    if _ONLY_WISHED.match(sentence.strip()):
        return True
    service = _SERVICE_WISHED_FOR.fullmatch(sentence.strip())
    if service is not None and not is_measured(service["rest"]):
        return True
    parts = _PARTS.split(sentence)
    others = [part for part in parts if _WISHED_FOR.search(part) is None]
    return not _is_asked(sentence) and (len(others) < len(parts)) and not any(map(_MEASURED.search, others))


def may_be_wished_for(sentence: str) -> bool:
    """Return whether the verb at the end of a sentence may wish for all that stands before it, or only the last of it.

    >>> may_be_wished_for("A degree in law and knowledge of tides is preferred")
    True
    """
    verb = _VERB_OF_A_WISH.search(sentence) if may_hold(sentence, WISHED_FOR_WORDS) else None
    before = sentence[: verb.start()] if verb is not None else ""
    return _PARTS_OF_A_SUBJECT.search(before) is not None and not _is_asked(before)


def _is_asked(sentence: str) -> bool:
    return any(found["no"] is None for found in _ASKED.finditer(sentence))


def may_be_held_later(sentence: str) -> bool:
    """Return whether a sentence speaks of a license that need not be held before appointment, or of keeping one."""
    if _SERVICE.search(sentence) or _NOW.search(sentence) or any(map(_STUDIED.search, _PARTS.split(sentence))):
        return False
    if _HELD_FIRST.match(sentence) and not _LATER.search(sentence):
        return False
    later = _CREDENTIAL.search(sentence) and _LATER.search(sentence)
    return bool(later or (_KEPT_UP.search(sentence) and not _REQUIRED.search(sentence)))


def is_measured(text: str) -> bool:
    """Return whether a text counts something, or names study, a license, a test, a standing, a class or a language."""
    return _MEASURED.search(text) is not None or _FIGURE.search(text) is not None


def is_quality(sentence: str) -> bool:
    """Return whether a sentence names a quality without a measure: a skill, a knowledge, unmeasured experience.

    Nothing in it counts time, names study, a license, a test, a standing, a class or a
    language: a person judges it, and no answer turns on it. Names and initials behind
    words of skill ("knowledge of MS Office") are names of skills.
    """
    words = _OF_WHOM.sub("", sentence.capitalize() if sentence.isupper() else sentence)
    skill = None if is_measured(words) or _AS_A.search(words) else _QUALITY.search(words)
    if skill is None:
        return False
    before = words[: skill.start()]
    return _NAME.search(before) is None and (_NAME.search(words) is None or _SKILL.search(words) is not None)
