"""Figures as files, options and documents write them: in the digits 0 to 9, and in no others.

Python's own ``isdigit``, ``int``, ``Fraction`` and ``Decimal`` take the digits of every
script, raised ones among them, and blanks and low lines between. Nobody means those in a
class code or a number of months; text that has them stays text. A test of the house
forbids the former everywhere else.
"""

_LONGEST = 9


def is_in_digits(text: str) -> bool:
    """Return whether the text is of digits 0 to 9 alone, and has one at least.

    >>> is_in_digits("0441"), is_in_digits("2\u00b9"), is_in_digits("\uff13"), is_in_digits("")
    (True, False, False, False)
    """
    return text.isascii() and text.isdigit()


def read_whole_number(text: str) -> int | None:
    """Return the number that at most nine digits write, none where the text is anything else.

    >>> read_whole_number("007"), read_whole_number("-7"), read_whole_number("1_000")
    (7, None, None)
    """
    return int(text) if is_in_digits(text) and len(text) <= _LONGEST else None
