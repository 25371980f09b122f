"""The numbers of lists as figures, letters or Roman numerals, by the names that Word has for these."""

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_ONES = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def print_number(number: int, form: str) -> str:
    """Return a number in the form that Word names, figures where it is another.

    >>> [print_number(4, form) for form in ("decimal", "decimalZero", "lowerLetter", "upperRoman", "none")]
    ['4', '04', 'd', 'IV', '']
    >>> print_number(28, "upperLetter")
    'BB'
    """
    match form:
        case "none":
            return ""
        case "decimalZero":
            return f"{number:02}"
        case "lowerLetter" | "upperLetter" if number > 0:
            letters = chr(ord("a") + (number - 1) % 26) * (1 + (number - 1) // 26)
        case "lowerRoman" | "upperRoman" if number > 0:
            letters = _roman(number)
        case _:
            return str(number)
    return letters.upper() if form.startswith("upper") else letters


def _roman(number: int) -> str:
    letters = ""
    for value, sign in _ROMAN + _ROMAN_ONES:
        letters += sign * (number // value)
        number %= value
    return letters
