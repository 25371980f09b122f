"""Front matter: the fields above a text, between two lines of hyphens, as labels and their values.

It is read line by line, and nothing in it is typed: ``0441`` stays ``0441``, ``no`` stays ``no``.
"""

import re
from typing import NamedTuple

_FENCE = re.compile(r"---[ \t]{0,40}")
_END = re.compile(r"(?:---|\.\.\.)[ \t]{0,40}")
_FIELD = re.compile(r"(?P<name>[A-Za-z][A-Za-z0-9_ .-]{0,60}?)[ \t]{0,9}:(?:[ \t]{1,40}(?P<value>.{0,100000}))?")
_WITHIN = re.compile(r"[ \t]{1,80}\S.{0,100000}|-(?:[ \t].{0,100000})?|#.{0,10000}|[ \t]{0,80}")
_ITEM = re.compile(r"(?:-[ \t]{1,40}){1,9}")
_BLOCK = re.compile(r"[|>][+-]?[1-9]?[+-]?")
_COMMENT = re.compile(r"(?:^|[ \t])#")
_QUOTED = re.compile(r"\"(?P<double>(?:[^\"\\]|\\.){0,10000})\"|'(?P<single>(?:[^']|''){0,10000})'")
_ESCAPED = re.compile(r"\\([\"\\/])")
_LONGEST = 400


class FrontMatter(NamedTuple):
    """The lines of a front matter as labels and values, and the numbers of those that head what stands below them."""

    lines: tuple[str, ...]
    headings: tuple[int, ...]


def read_front_matter(lines: list[str]) -> FrontMatter | None:
    """Return the front matter that a text begins with, a line for each of its lines; none where it has none.

    >>> read_front_matter(["---", 'class_code: "0441" # ours', "experience:", "  - Two years", "---", "Text"])
    FrontMatter(lines=('', 'class code: 0441', 'experience', '- Two years', ''), headings=(3,))
    """
    fields = _between_fences(lines)
    if not any(map(_FIELD.fullmatch, fields)) or not all(map(_may_stand, fields)):
        return None
    read, headings, in_block = [""], list[int](), False
    for number, line in enumerate(fields, start=2):
        field = _FIELD.fullmatch(line)
        if field is None:
            read.append(line.strip() if in_block else _value(line.strip()))
            continue
        in_block = bool(_BLOCK.fullmatch(_without_comment(field["value"] or "").strip()))
        name, told = field["name"].replace("_", " "), "" if in_block else _value((field["value"] or "").strip())
        read.append(f"{name}: {told}" if told else name)
        headings += [] if told else [number]
    return FrontMatter((*read, ""), tuple(headings))


def _without_comment(words: str) -> str:
    """Return the words before a comment."""
    return _COMMENT.split(words, maxsplit=1)[0]


def _between_fences(lines: list[str]) -> list[str]:
    """Return the lines between the first and the line that ends them; none where there are none such."""
    if not lines or not _FENCE.fullmatch(lines[0]):
        return []
    end = next((number for number, line in enumerate(lines[1:_LONGEST], start=1) if _END.fullmatch(line)), 0)
    return lines[1:end]


def _may_stand(line: str) -> bool:
    return bool(_FIELD.fullmatch(line) or _WITHIN.fullmatch(line))


def _value(words: str) -> str:
    """Return a value without its quotes and without a comment after it; the mark of an item stays."""
    mark = _ITEM.match(words)
    bare = words[mark.end() :] if mark else words
    quoted = _QUOTED.match(bare)
    if quoted is not None and not _without_comment(bare[quoted.end() :]).strip():
        double = quoted["double"]
        bare = quoted["single"].replace("''", "'") if double is None else _ESCAPED.sub(r"\1", double)
    else:
        bare = _without_comment(bare).strip()
    return f"- {bare}" if mark and bare else bare
