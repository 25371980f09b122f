"""RTF letter by letter: groups, control words with their numbers, and the letters between them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?[0-9]{1,10})?[ ]?|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<mark>[^a-zA-Z])"
    r"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\"
)
_SIGNS = {
    "tab": "\t",
    "line": "\n",
    "lbr": "\n",
    "softline": "\n",
    "emdash": "\u2014",
    "endash": "\u2013",
    "lquote": "\u2018",
    "rquote": "\u2019",
    "ldblquote": "\u201c",
    "rdblquote": "\u201d",
    "bullet": "\u2022",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
}
_MARKS = {"~": "\u00a0", "_": "-", "-": "\u00ad", "\\": "\\", "{": "{", "}": "}", "\t": "\t"}
_SIGN_OF_GROUP = "*"
_WIDE, _HALF = 0x10000, 0x8000


class Token(NamedTuple):
    """One token: ``{``, ``}``, a control word and its number, or the letters of a ``text``."""

    kind: str
    text: str = ""
    number: int | None = None


class _Letters:
    """Letters gathered until something else follows; those that stand for a letter said otherwise are passed over."""

    def __init__(self) -> None:
        self._encoding = "cp1252"
        self._bytes = bytearray()
        self._text: list[str] = []
        self._passed = 0

    def encode_as(self, page: int | None) -> None:
        """Take further bytes as letters of a code page, where Python knows it."""
        try:
            "".encode(f"cp{page}")
        except LookupError:
            return
        self._encoding = f"cp{page}"

    def add(self, text: str) -> None:
        passed = min(self._passed, len(text))
        self._passed -= passed
        self._settle()
        self._text.append(text[passed:])

    def add_byte(self, byte: int) -> None:
        if self._passed:
            self._passed -= 1
        else:
            self._bytes.append(byte)

    def add_unit(self, unit: int, *, passing: int) -> None:
        """Add a letter by its number; so many letters that follow say it again for older programs."""
        self._settle()
        self._text.append(chr((unit + _WIDE) % _WIDE))
        self._passed = passing

    def stop_passing(self) -> None:
        self._passed = 0

    def _settle(self) -> None:
        self._text.append(self._bytes.decode(self._encoding, errors="replace"))
        self._bytes.clear()

    def take(self) -> Iterator[Token]:
        """Yield the letters gathered, and begin anew."""
        self._settle()
        text = "".join(self._text)
        self._text.clear()
        if text:
            # Letters beyond the first 65,536 come as two.
            yield Token("text", text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", errors="replace"))


def read_tokens(content: str) -> Iterator[Token]:
    """Yield the tokens of an RTF whose bytes are letters of Latin-1 here."""
    letters, at, passing = _Letters(), 0, [1]
    while found := _TOKEN.match(content, at):
        at = found.end()
        word, number = found["word"], int(found["number"]) if found["number"] else None
        if word == "bin":
            at += max(number or 0, 0)
        elif word == "ansicpg":
            letters.encode_as(number)
        elif word == "uc":
            passing[-1] = max(number or 0, 0)
        elif word == "u" and number is not None:
            letters.add_unit(number, passing=passing[-1])
        elif not _take_letters(found, letters):
            letters.stop_passing()
            yield from letters.take()
            yield from _others(found, number, passing)
    yield from letters.take()


def _take_letters(found: re.Match[str], letters: _Letters) -> bool:
    """Take a token that is letters; return whether it is some."""
    if found["byte"]:
        letters.add_byte(int(found["byte"], base=16))
    elif text := found["text"] or _SIGNS.get(found["word"] or "", "") or _MARKS.get(found["mark"] or "", ""):
        letters.add(text)
    else:
        # Ends of lines are none of the text's.
        return not (found["word"] or found["mark"] or found["brace"])
    return True


def _others(found: re.Match[str], number: int | None, passing: list[int]) -> Iterator[Token]:
    """Yield a brace, a control word, or the mark that a group may be passed over by who does not know it."""
    if found["brace"] == "{":
        passing.append(passing[-1])
    elif found["brace"] and len(passing) > 1:
        passing.pop()
    if found["brace"]:
        yield Token(found["brace"])
    elif found["word"]:
        yield Token("word", found["word"], number)
    elif found["mark"] == _SIGN_OF_GROUP:
        yield Token("word", _SIGN_OF_GROUP)
    elif found["mark"] in {"\r", "\n"}:
        yield Token("word", "par")
