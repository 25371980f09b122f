"""Our own style sheets and scripts without what only their readers need: comments, and blanks that part nothing.

Both passes know the texts that they are made for, and leave what they are not sure of as it stands.
"""

import re

_STYLE_PARTS = re.compile(r'/\*.*?(?:\*/|\Z)|"(?:[^"\\\n]|\\.)*+"?|(?:[^"/]|/(?!\*))++', re.DOTALL)
_BLANKS = re.compile(r"\s+")
_AROUND_SIGNS = re.compile(r" ?([{};,>]) ?|(?<=:) ")
_SCRIPT_TEXTS = re.compile(r"""("(?:[^"\\]|\\.)*+"?|'(?:[^'\\]|\\.)*+'?)""")
_UNSURE = frozenset("`/")
"""Letters of a line of a script in which a text or a pattern may hold blanks and quotes of its own."""

_AROUND_OPERATORS = re.compile(r" ?([*%!=<>&|?:,;{}()\[\]]+) ?(?![-+])")
_COMMENTS = ("//", "/**")


def short_styles(text: str) -> str:
    r"""Return a style sheet without comments and needless blanks; what stands in quotes is left alone.

    >>> short_styles('/* "Bars" */\n.bar, .bar > a { content: "{ a; b }"; width: calc(100% + 2px); }\n')
    '.bar,.bar>a{content:"{ a; b }";width:calc(100% + 2px)}'
    """
    uncommented = "".join(" " if part.startswith("/*") else part for part in _STYLE_PARTS.findall(text))
    return "".join(map(_short_style, _STYLE_PARTS.findall(uncommented))).strip().replace(";}", "}")


def _short_style(part: str) -> str:
    return part if part.startswith('"') else _AROUND_SIGNS.sub(lambda found: found[1] or "", _BLANKS.sub(" ", part))


def short_script(text: str) -> str:
    r"""Return a script without comments, empty lines, indentation, and blanks beside signs.

    No text in the script goes over the end of a line, and its comments stand on lines of their
    own. A line with a template, a slash or a sign beside a plus or minus keeps its blanks there.

    >>> short_script('// Adds.\nif (a) {\n  b = a + "x, y";\n\n  c = `{ ${b} }`;\n}\n')
    'if(a){\nb=a + "x, y";\nc = `{ ${b} }`;\n}\n'
    """
    lines = (line.strip() for line in text.splitlines())
    return "".join(f"{_short_line(line)}\n" for line in lines if line and not line.startswith(_COMMENTS))


def _short_line(line: str) -> str:
    if not _UNSURE.isdisjoint(line):
        return line
    parts = _SCRIPT_TEXTS.split(line)
    parts[::2] = [_AROUND_OPERATORS.sub(r"\1", part) for part in parts[::2]]
    return "".join(parts)
