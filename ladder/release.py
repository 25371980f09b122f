"""The version of the package, for modules that the package's own door leads to."""

VERSION = "0.1.0"
"""As in pyproject.toml; a test holds the two equal."""
