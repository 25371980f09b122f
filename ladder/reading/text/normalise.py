"""Plain letters: what printing and word processors put in place of letters, blanks and line ends.

What is exchanged has the same meaning to a reader. Nothing is repaired: damaged text
stays as it is, and is noted (:mod:`ladder.reading.text.decoding`).
"""

import re

from ladder.figures import is_in_digits

_BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_LINE_MARKS = "\u000b\u0085\u2028\u2029"
_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_CONTROLS = "".join(map(chr, [*range(0x09), *range(0x0E, 0x20), 0x7F]))
_LETTERS = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
    "\u2018": "'",
    "\u2019": "'",
    "\u201a": "'",
    "\u201b": "'",
    "\u2032": "'",
    "\u02bc": "'",
    "\u00b4": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u201e": '"',
    "\u201f": '"',
    "\u2033": '"',
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "-",
    "\u2013": "-",
    "\u2212": "-",
    # A dash between clauses must not make one word of two: blanks stay on both sides of it.
    "\u2014": " - ",
    "\u2015": " - ",
    "\u2026": "...",
    "\u2044": "/",
    "\u00bc": "1/4",
    "\u00bd": "1/2",
    "\u00be": "3/4",
    # Bullets that Word takes from symbol fonts.
    "\uf0b7": "\u2022",
    "\uf0a7": "\u2022",
}
_PLAIN = str.maketrans(_LETTERS | dict.fromkeys(_BLANKS + _LINE_MARKS + _CONTROLS, " ") | dict.fromkeys(_UNSEEN, ""))
_UNPLAIN = re.compile(r"[^\t\n\f -~]")
_WHOLE_AND_FRACTION = re.compile("(?<=[0-9])(?=[\u00bc\u00bd\u00be])")
_PARTED_WORD = re.compile("\u00ad[ \t]{0,40}\n[ \t]{0,40}([^\\s]{1,80})")


_FIGURES = "0123456789"
_RAISED_FIGURES = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"
_LOWERED_FIGURES = "\u2080\u2081\u2082\u2083\u2084\u2085\u2086\u2087\u2088\u2089"
_RAISED = str.maketrans(_FIGURES, _RAISED_FIGURES)
_LOWERED = str.maketrans(_FIGURES, _LOWERED_FIGURES)
_LEVEL = str.maketrans(_RAISED_FIGURES + _LOWERED_FIGURES, _FIGURES * 2)
_SHIFTED_FIGURES = _RAISED_FIGURES + _LOWERED_FIGURES
_SET_FRACTION = re.compile(
    f"(?:^|(?<=[^{_RAISED_FIGURES}]))([{_RAISED_FIGURES}])[/\u2044]([{_SHIFTED_FIGURES}])(?![0-9{_SHIFTED_FIGURES}])"
)


def raise_figures(text: str) -> str:
    """Return the text with its figures raised, as they are printed above the line: no figure beside them joins them.

    >>> raise_figures("1st")
    '\u00b9st'
    """
    return text.translate(_RAISED)


def lower_figures(text: str) -> str:
    """Return the text with its figures lowered, as they are printed below the line."""
    return text.translate(_LOWERED)


def end_lines(text: str) -> str:
    """Return the text with a newline for each line end, be it CRLF, CR or LF."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def write_plain(text: str) -> str:
    r"""Return the text in plain letters, its lines as they were, ended by a newline each.

    Blanks of all kinds become blanks (a tab stays, and so does a form feed), quotes and
    apostrophes ``'`` and ``"``, short dashes ``-`` and long ones `` - ``, ligatures and
    fractions their letters and figures; what is not seen in print goes. The rest of a
    word that a soft hyphen parts at the end of a line moves up to its beginning. What
    Python takes for the end of a line is one here too. Figures that are raised, lowered,
    of double width or of another script stay as they are, and nothing reads them; only a
    raised one, a slash and a lowered or raised one are a fraction.

    >>> write_plain("2\u00bd\u00a0years\u2019 of\ufb01ce\u2013work\r\n")
    "2 1/2 years' office-work\n"
    """
    text = end_lines(text)
    if _is_plain(text) or not _UNPLAIN.search(text):
        return text
    text = _PARTED_WORD.sub(r"\1\n", text)
    text = _SET_FRACTION.sub(_in_a_line, text)
    return _WHOLE_AND_FRACTION.sub(" ", text).translate(_PLAIN)


def _is_plain(text: str) -> bool:
    """Return whether a text is quickly seen to be in plain letters."""
    return text.isascii() and text.replace("\n", "").replace("\t", "").isprintable()


def _in_a_line(fraction: re.Match[str]) -> str:
    """Return a fraction of raised and lowered figures as 1/2, apart from a whole number before it."""
    before = fraction.string[fraction.start() - 1 : fraction.start()]
    return (" " if is_in_digits(before) else "") + f"{fraction[1]}/{fraction[2]}".translate(_LEVEL)
