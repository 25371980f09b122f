"""Digests of what a page is made from: equal digests, equal pages."""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_DRAWN_WITH = ("jinja2", "MarkupSafe", "pyvis")
_OUR_KINDS = (".py", ".html", ".css", ".js", ".json", ".svg", ".md")


def digest_of(*parts: object) -> str:
    """Return the digest of values whose ``repr`` tells all of them, and of the program itself.

    Sets have no place among them: their order differs from run to run.
    """
    return _digest(f"{digest_of_program()} {parts!r}".encode("utf-8", "surrogatepass"))


def digest_of_bytes(content: bytes) -> str:
    """Return the digest of the bytes of a file."""
    return _digest(content)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@cache
def digest_of_program() -> str:
    """Return the digest of the program's own files and of the packages that shape its pages."""
    told = [f"{name} {_version(name)}" for name in _DRAWN_WITH]
    told += [f"{name} {_digest(content)}" for name, content in _own_files(files("ladder"), "")]
    return _digest("\n".join(told).encode())


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "unknown"


def _own_files(folder: "Traversable", path: str) -> Iterator[tuple[str, bytes]]:
    for one in sorted(folder.iterdir(), key=lambda one: one.name):
        if one.is_dir() and one.name not in {"__pycache__", "data"}:
            yield from _own_files(one, f"{path}{one.name}/")
        elif one.name.endswith(_OUR_KINDS) and one.is_file():
            yield path + one.name, one.read_bytes()
