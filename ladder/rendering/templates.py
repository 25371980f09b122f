"""The one template environment: every datum escaped, scripts and styles named by their hash."""

import base64
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import jinja2
from markupsafe import Markup

_UNSAFE_IN_SCRIPTS = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}
"""Letters that could end a script element, or a line of a script, inside embedded JSON."""


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
    """Return scripts or style sheets that are shipped beside the templates, joined in this order."""
    return inline("".join(_read_page_file(name) for name in names))


def _read_page_file(name: str) -> str:
    return files("ladder.rendering").joinpath("pages", *name.split("/")).read_text("utf-8")


def escape_json(text: str) -> Markup:
    """Return JSON text that no HTML parser can take for markup."""
    return Markup(text.translate(_UNSAFE_IN_SCRIPTS))  # noqa: S704 - nothing is left that ends the element


def embed_json(value: object) -> Markup:
    """Return the value as JSON for a script element of type ``application/json``."""
    return escape_json(json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")))


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
    scripts: Sequence[Inline] = (),
    **words: Any,  # noqa: ANN401 - templates take any record
) -> str:
    """Return a whole page: its template extends ``base.html``, which names scripts and styles by hash.

    ``styles`` are names of style sheets shipped beside the templates, ``scripts`` stand
    at the end of the page in this order.
    """
    return fill_template(name, title=title, styles=read_asset(*styles), scripts=tuple(scripts), **words)


def fill_template(name: str, **words: Any) -> str:  # noqa: ANN401 - templates take any record
    """Return the template filled in with the words, every one of them escaped."""
    return template_environment().get_template(name).render(words)
