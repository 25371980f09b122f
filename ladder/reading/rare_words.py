"""Words looked for before a pattern: where a text has none of those that every match holds, the pattern is not tried.

A pattern without regard to case is tried at every letter of a text; to find that a word
is missing takes a hundredth of that. ``tests/reading/test_rare_words.py`` goes every way through
each pattern, and finds a word of its on it.
"""

_ODD_CASES = ("\u0130", "\u0131")
"""Letters that patterns take for an ``i``, and that become none in small letters."""


def may_hold(text: str, words: tuple[str, ...]) -> bool:
    """Return whether one of the words, which are in small letters, may stand in a text in letters of any case.

    >>> may_hold("A valid Driver's LICENSE", ("licen",)), may_hold("Two years of work", ("licen", "permit"))
    (True, False)
    """
    if text.isascii():
        small = text.lower()
    elif any(letter in text for letter in _ODD_CASES):
        return True
    else:
        small = text.casefold()
    return any(map(small.__contains__, words))
