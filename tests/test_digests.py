"""Digests are those of the standard library, small or large, and no OpenSSL is loaded for small ones."""

import subprocess
import sys
from hashlib import sha256

import pytest

from ladder.digests import LARGE, _sha256_of, digest_of


@pytest.mark.parametrize("length", [0, 1, 64, LARGE - 1, LARGE, LARGE + 1])
def test_the_digest_is_sha_256(length: int) -> None:
    content = bytes(number % 251 for number in range(length))
    assert digest_of(content) == sha256(content).hexdigest()


def test_where_the_lean_module_is_not_there_that_of_every_python_is_taken() -> None:
    assert _sha256_of("no_such_module", "hashlib") is sha256


@pytest.mark.skipif(sys.implementation.name != "cpython", reason="the lean module is CPython's")
def test_reading_the_bundled_catalog_loads_no_openssl() -> None:
    code = (
        "import sys; from ladder.catalog.loading import load_catalog; load_catalog();"
        "sys.exit('_hashlib' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
