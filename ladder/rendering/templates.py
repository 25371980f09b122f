"""The one template environment: every datum escaped, scripts and styles named by their hash."""

import base64
import hashlib
import json
import posixpath
import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import jinja2
from markupsafe import Markup

from ladder.rendering.short_texts import short_script, short_styles
from ladder.telling.messages import say

_UNSAFE_IN_SCRIPTS = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}
"""Letters that could end a script element, or a line of a script, inside embedded JSON."""
PACKED_LETTERS = "".join(chr(code) for code in range(0x21, 0x7F) if chr(code) not in '"&<')
"""The 91 letters of a packed text: those of ASCII that show, without three that mean something to HTML."""
_ONE_LETTER = 6
"""Bits that one letter holds."""
_IMPORT = re.compile(r'^import (?:\{[^}]*\}|(\w+)) from "([^"\n]+)";\n', re.MULTILINE)
"""What a module imports, on one line or on several; of a style sheet the name that it is given."""

_OWN_LINK = re.compile(r'(?<=<)(a (?:[^">]|"[^"]*")*?href=")#')
"""A link to a part of the page that it stands in, from the name of its element on."""

_SHEET = ".css"


@dataclass(frozen=True, slots=True)
class Inline:
    """A script or a style sheet of our own, put into the page as it is, and its hash."""

    text: Markup
    hash: Markup
    is_module: bool = False


def inline(text: str, *, is_module: bool = False) -> Inline:
    """Return the text for an element of its own, with the hash that a browser takes of it.

    Line ends become those that a browser reads. The text must be a program's own, never
    a datum.
    """
    text = text.replace("\r\n", "\n")
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return Inline(Markup(text), Markup(f"'sha256-{digest}'"), is_module)  # noqa: S704 - our own text, no datum


@cache
def read_asset(*names: str) -> Inline:
    """Return scripts or style sheets that are shipped beside the templates, joined in order; sheets are shortened."""
    return inline("".join(_read_short(name) for name in names))


def _read_short(name: str) -> str:
    text = _read_page_file(name)
    return short_styles(text) if name.endswith(_SHEET) else text


@cache
def read_modules(name: str) -> Inline:
    """Return a script module shipped beside the templates, and all that it imports, as one module.

    A page cannot load a file, so the modules stand one after the other, each after those
    it imports from, without their imports and shortened. Names at the top of a module are
    unique among all. A style sheet that a module imports is a text under the name that it gives.
    """
    modules: dict[str, str] = {}
    _gather(name, modules)
    return inline(short_script("".join(_IMPORT.sub("", text) for text in modules.values())), is_module=True)


def _gather(name: str, modules: dict[str, str]) -> None:
    """Put the module after those it imports; one that is already there stays where it is."""
    if name in modules:
        return
    text = _read_page_file(name)
    modules[name] = ""
    for found in _IMPORT.finditer(text):
        imported = posixpath.normpath(posixpath.join(posixpath.dirname(name), found[2]))
        if imported.endswith(_SHEET):
            modules[imported] = f"const {found[1].strip()} = {write_json(_read_short(imported))};\n"
        else:
            _gather(imported, modules)
    del modules[name]
    modules[name] = text


def _read_page_file(name: str) -> str:
    return files("ladder.rendering").joinpath("pages", *name.split("/")).read_text("utf-8")


def escape_json(text: str) -> Markup:
    """Return JSON text that no HTML parser can take for markup."""
    return Markup(text.translate(_UNSAFE_IN_SCRIPTS))  # noqa: S704 - nothing is left that ends the element


def embed_json(value: object) -> Markup:
    """Return the value as JSON for a script element of type ``application/json``."""
    return escape_json(write_json(value))


def write_json(value: object) -> str:
    """Return the value as compact JSON, the same text for the same value."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))


@lru_cache(maxsize=4)  # the scripts and messages of a page are those of the next page as well
def pack_text(text: str) -> Markup:
    """Return the text deflated, in base 91: a browser unpacks it, and no HTML parser finds anything in it.

    13 bits are two letters; up to 6 left over are one. Base 64 would be 8 % longer.
    """
    packed = zlib.compress(text.encode("utf-8"), 9)
    pairs, rest = _pairs(), 8 * len(packed) % 13
    found: list[str] = []
    for start in range(0, len(packed), 13):  # 13 bytes are 8 times 13 bits
        piece = packed[start : start + 13]
        bits, count = int.from_bytes(piece), 8 * len(piece)
        found += [pairs[bits >> place & 0x1FFF] for place in range(count - 13, -1, -13)]
    last = int.from_bytes(packed[-2:]) & (1 << rest) - 1
    if rest > _ONE_LETTER:
        found.append(pairs[last << 13 - rest])
    elif rest:
        found.append(PACKED_LETTERS[last << _ONE_LETTER - rest])
    return Markup("".join(found))  # noqa: S704 - of letters that mean nothing to HTML


@cache
def _pairs() -> tuple[str, ...]:
    return tuple(first + second for first in PACKED_LETTERS for second in PACKED_LETTERS)


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("ladder.rendering", "pages"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(embed_json=embed_json, escape_json=escape_json)
    environment.globals["say"] = say
    return environment


def template_environment(**words: Any) -> jinja2.Environment:  # noqa: ANN401 - templates take any record
    """Return the environment with words that every template of it may say."""
    environment = _environment().overlay()
    environment.globals = {**environment.globals, **words}
    return environment


def fill_page(
    name: str,
    *,
    title: str,
    styles: Sequence[str] = ("house.css",),
    first: Sequence[Inline] = (),
    scripts: Sequence[Inline] = (),
    packed: Sequence[Inline] = (),
    **words: Any,  # noqa: ANN401 - templates take any record
) -> str:
    """Return a whole page: its template extends ``base.html``, which names scripts and styles by hash.

    ``styles`` are names of style sheets shipped beside the templates. Scripts that run
    ``first`` stand in the head, ``scripts`` at the end of the page. ``packed`` are scripts that the page holds in
    another form and runs later: they are named by hash as well.
    """
    sheet, allowed = read_asset(*styles), (*first, *scripts, *packed)
    return fill_template(name, title=title, styles=sheet, first=first, scripts=scripts, allowed=allowed, **words)


def fill_template(name: str, **words: Any) -> str:  # noqa: ANN401 - templates take any record
    """Return the template filled in with the words, every one of them escaped."""
    return _environment().get_template(name).render(words)


def fill_frame(page: str, *, title: str, allows: str = "") -> str:
    """Return a page of ours in a frame of its own, as a notebook shows it; ``allows`` is what it may do besides.

    Its links to its own parts name it: in such a frame a browser takes "#part" as a part of the notebook, and
    shows the notebook in the frame.
    """
    own = _OWN_LINK.sub(r"\1about:srcdoc#", page)
    return fill_template("frame.html", page=own, title=title, allows="".join(f" {one}" for one in allows.split()))
