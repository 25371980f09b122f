"""What stands before a statement and says nothing of its own: labels, numbers, and words that only lead in."""

import re

_SUBJECTS = "candidates?|applicants?|individuals?|persons|you"
_STUDY_OR_SERVICE = r"education(?:al)?|experience|training|licen[cs]es?|licensure|certifications?|degree"
_MORE = "education|experience|training|certifications?|skills|licen[cs]es?|special requirements"
_KINDS = "minimum|required|general|special(?:ized)?|work|formal|related|college"
_ENDING = "(?: requirements?| substitutions?| required)?"
_LEVEL = r"[A-Z]{2}-[0-9]{1,2}(?:/[0-9]{1,2})?(?: (?:grade )?level)?"
_LABELS = (
    r"notes?(?: [0-9]{1,2})?:",
    r"(?:minimum |additional |basic |special |other |the )?(?:requirements?|qualifications?) (?:include|are)s?:? ?",
    rf"(?:however,? )?(?:(?:all|any|every) )?(?:{_SUBJECTS}) (?:must|shall)(?: also)? (?:have|possess|meet) ",
    rf"to qualify(?: for [\w ,-]{{1,40}}?)?,? (?:{_SUBJECTS}) must (?:have|possess) ",
    rf"(?:for the )?{_LEVEL}(?: ?: ?|,? )(?:(?:you|applicants) must have )?",
    r"years of experience:|degree ?/ ?diploma obtained:",
    r"qualifying (?:education|experience|education/experience)(?: requirements?)?:",
    rf"(?:(?:{_KINDS}) ){{0,2}}(?:{_STUDY_OR_SERVICE})(?:,? ?(?:and/or|and|or|&|/) ?(?:{_MORE}))?{_ENDING}:",
    r"(?:educational? |experience )?substitutions?(?: notes?)?:",
    r"[0-9]{1,2}[.)](?![0-9])|[a-z][.)] |\([a-z0-9]{1,2}\)|[-*\u00b7\u2022]",
    r"either(?= )|and either|also,|(?:and|plus)(?: either)?[,:]?(?= )|&(?= )|in addition,|additionally,|besides(?= )",
    r"(?P<or>or)[,:]?(?= )",
)
LABEL = re.compile(f"(?i:{'|'.join(_LABELS)})")
"""A label at the front of a statement; its group ``or`` is there where it is the word "or"."""

_JOINERS = "and either|either|and/or|and|or|plus|as well as|supplemented by"
AT_END = re.compile(rf"(?i:[,;:.]? ?(?:\b(?:{_JOINERS}|(?:is|are) (?:also )?required|required)|&)$)")
"""Words at the end of a statement that only join it to the next, or say once more that it is asked."""

LONGEST_AT_END = 20
