"""What may happen to a document: each kind of damage takes its bytes and a seeded chance, and gives other bytes."""

import re
from collections.abc import Callable
from random import Random

_NUMBER = re.compile(rb"\d{1,4}")
_NUMBER_WORD = re.compile(rb"\b(?:one|two|three|four|five|six|eighteen|one-half|thirty|first|twelfth)\b", re.IGNORECASE)
_HEADING = re.compile(rb"^[A-Z][A-Z /-]{4,60}:?\r?$", re.MULTILINE)
_TAG = re.compile(rb"<[^<>]{1,80}>")
_TITLE = re.compile(rb"\b[A-Z][a-z]{2,12} [A-Z][a-z]{2,12}\b")
_FIGURES = (b"0", b"1", b"00", b"-3", b"99999999999999999999", b"1/2", b"1/0", b"2080", b"1.5", b"3,000,000", b"\xbd")
_WORDS = (b"zero", b"one-half", b"a dozen", b"eighteen", b"ninety-nine", b"several", b"one and one-half", b"two (3)")
_JOINS = (b"; or", b", and", b"; and/or", b" OR ", b" AND ", b"(a)", b"2.", b"i.", b"; ", b" of which ", b"equivalent ")
_REPEATED = (
    b"(",
    b"[",
    b"five ",
    b"and ",
    b"; or\n1. ",
    b"the level of ",
    b".",
    b"\xc2\xa0",
    b"A ",
    b" ",
    b"'",
    b"$1,",
)
_ODD_BYTES = (
    b"\x00",
    b"\xff",
    b"\x0c",
    b"\r",
    b"\xc2\xad",
    b"\xe2\x80\xa8",
    b"\xef\xbf\xbd",
    b"\xed\xa0\x80",
    b"\x1a",
    b"\x85",
)
_ENCODINGS = ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "utf-8-sig", "utf-7", "cp037", "shift_jis")

Damage = Callable[[bytes, Random], bytes]


def flip_bytes(content: bytes, chance: Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def put_in_odd_bytes(content: bytes, chance: Random) -> bytes:
    # NUL ends a reading at once, so that it may only come seldom.
    odd = chance.choice(_ODD_BYTES if chance.random() < 0.1 else _ODD_BYTES[1:])
    return _insert(content, odd * chance.choice((1, 1, 3)), chance)


def cut_off(content: bytes, chance: Random) -> bytes:
    place = chance.randrange(len(content))
    return content[place:] if chance.random() < 0.3 else content[:place]


def drop_lines(content: bytes, chance: Random) -> bytes:
    lines = content.split(b"\n")
    first = chance.randrange(len(lines))
    del lines[first : first + chance.randint(1, 4)]
    return b"\n".join(lines)


def double_lines(content: bytes, chance: Random) -> bytes:
    lines = content.split(b"\n")
    first = chance.randrange(len(lines))
    some = lines[first : first + chance.randint(1, 12)]
    return b"\n".join(lines[:first] + some * chance.choice((2, 2, 3, 40)) + lines[first:])


def join_lines(content: bytes, chance: Random) -> bytes:
    lines = content.split(b"\n")
    first = chance.randrange(len(lines))
    last = first + chance.randint(2, 6)
    return b"\n".join([*lines[:first], chance.choice((b" ", b"")).join(lines[first:last]), *lines[last:]])


def swap_lines(content: bytes, chance: Random) -> bytes:
    lines = content.split(b"\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def part_line(content: bytes, chance: Random) -> bytes:
    return _insert(content, chance.choice((b"\n", b"\r\n", b"\n\n\n", b"\n\x0c", b"-\n")), chance)


def misspell_heading(content: bytes, chance: Random) -> bytes:
    return _at_one(_HEADING, content, chance, lambda heading: _misspell(heading, chance))


def change_number(content: bytes, chance: Random) -> bytes:
    return _at_one(_NUMBER, content, chance, lambda _: chance.choice(_FIGURES))


def change_number_word(content: bytes, chance: Random) -> bytes:
    return _at_one(_NUMBER_WORD, content, chance, lambda _: chance.choice(_WORDS))


def change_title(content: bytes, chance: Random) -> bytes:
    return _at_one(
        _TITLE, content, chance, lambda title: _misspell(title, chance) + chance.choice((b"", b" II", b"/1", b"s"))
    )


def put_in_joins(content: bytes, chance: Random) -> bytes:
    return _insert(content, chance.choice(_JOINS), chance)


def repeat_at_length(content: bytes, chance: Random) -> bytes:
    return _insert(content, chance.choice(_REPEATED) * chance.choice((3, 30, 300, 3000)), chance)


def encode_otherwise(content: bytes, chance: Random) -> bytes:
    return content.decode("utf-8", errors="replace").encode(chance.choice(_ENCODINGS), errors="replace")


def encode_twice(content: bytes, _chance: Random) -> bytes:
    return content.decode("cp1252", errors="replace").encode("utf-8")


def end_lines_otherwise(content: bytes, chance: Random) -> bytes:
    return content.replace(b"\r\n", b"\n").replace(b"\n", chance.choice((b"\r\n", b"\r", b"\r\r\n", b"\n\r")))


def unbalance_tags(content: bytes, chance: Random) -> bytes:
    changed = (
        b"",
        b"<b>",
        b"<table><tr><td>",
        b"<ul><li>",
        b"<!--",
        b"<script>",
        b"<",
        b">",
        b"</body>",
        b"<p",
        b"&#0;",
        b"&shy;",
    )
    return _at_one(_TAG, content, chance, lambda tag: chance.choice((*changed, tag * 3, tag.upper(), tag[:-1])))


DAMAGES: tuple[Damage, ...] = (
    flip_bytes,
    put_in_odd_bytes,
    cut_off,
    drop_lines,
    double_lines,
    join_lines,
    swap_lines,
    part_line,
    misspell_heading,
    change_number,
    change_number_word,
    change_title,
    put_in_joins,
    repeat_at_length,
    encode_otherwise,
    encode_twice,
    end_lines_otherwise,
    unbalance_tags,
)


def splice(one: bytes, other: bytes, chance: Random) -> bytes:
    """Return the beginning of one document and the end of another."""
    return one[: chance.randrange(len(one) + 1)] + other[chance.randrange(len(other) + 1) :]


def _insert(content: bytes, what: bytes, chance: Random) -> bytes:
    place = chance.randrange(len(content) + 1)
    return content[:place] + what + content[place:]


def _at_one(pattern: re.Pattern[bytes], content: bytes, chance: Random, change: Callable[[bytes], bytes]) -> bytes:
    found = list(pattern.finditer(content))
    if not found:
        return content
    one = chance.choice(found)
    return content[: one.start()] + change(one[0]) + content[one.end() :]


def _misspell(words: bytes, chance: Random) -> bytes:
    letters = bytearray(words)
    place = chance.randrange(len(letters) - 1)
    match chance.randrange(4):
        case 0:
            letters[place], letters[place + 1] = letters[place + 1], letters[place]
        case 1:
            del letters[place]
        case 2:
            letters.insert(place, letters[place])
        case _:
            letters[place] = chance.choice(b"abcxyz ABCXYZ ")
    return bytes(letters)
