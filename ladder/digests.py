"""SHA-256 of a text of ours, without loading OpenSSL for it, which takes longer than reading the bundled catalog.

The standard library's ``random`` takes the lean module the same way; the digests are the same.
"""

try:
    from _sha256 import sha256 as _lean  # type: ignore[import-not-found]  # a module of CPython 3.11
except ImportError:
    try:
        from _sha2 import sha256 as _lean  # type: ignore[import-not-found]  # of 3.12 and later
    except ImportError:
        from hashlib import sha256 as _lean

LARGE = 1_000_000
"""Bytes from which OpenSSL, which is six times as fast, is worth loading."""


def digest_of(content: bytes) -> str:
    """Return the SHA-256 of the bytes, in hexadecimal digits."""
    if len(content) < LARGE:
        return str(_lean(content).hexdigest())
    from hashlib import sha256  # noqa: PLC0415 - see above

    return sha256(content).hexdigest()
