"""SHA-256 of a text of ours, without loading OpenSSL for it, which takes longer than reading the bundled catalog.

The standard library's ``random`` takes the lean module the same way; the digests are the same.
"""

from importlib import import_module
from typing import Any


def _sha256_of(module: str, *otherwise: str) -> Any:  # noqa: ANN401 - the modules have no types
    """Return SHA-256 as the first of the modules that is there has it."""
    try:
        return import_module(module).sha256
    except ImportError:
        return _sha256_of(*otherwise)


_lean = _sha256_of("_sha256", "_sha2", "hashlib")
"""Of CPython 3.11, of 3.12 and later, of every Python."""

LARGE = 1_000_000
"""Bytes from which OpenSSL, which is six times as fast, is worth loading."""


def digest_of(content: bytes) -> str:
    """Return the SHA-256 of the bytes, in hexadecimal digits."""
    if len(content) < LARGE:
        return str(_lean(content).hexdigest())
    from hashlib import sha256  # noqa: PLC0415 - see above

    return sha256(content).hexdigest()
