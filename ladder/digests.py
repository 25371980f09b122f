"""SHA-256 of a text of ours, without loading OpenSSL for it, which takes longer than reading the bundled catalog.

The standard library's ``random`` takes the lean module the same way; the digests are the same.
"""

from importlib import import_module
from importlib.util import find_spec

_MODULES = ("_sha256", "_sha2", "hashlib")
"""That of CPython 3.11, that of 3.12 and later, and that of every Python."""

_lean = import_module(next(name for name in _MODULES if find_spec(name))).sha256

LARGE = 1_000_000
"""Bytes from which OpenSSL, which is six times as fast, is worth loading."""


def digest_of(content: bytes) -> str:
    """Return the SHA-256 of the bytes, in hexadecimal digits."""
    if len(content) < LARGE:
        return str(_lean(content).hexdigest())
    from hashlib import sha256  # noqa: PLC0415 - see above

    return sha256(content).hexdigest()
