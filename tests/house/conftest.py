"""What tests of the house share: they read files and walk trees, and show no line of ``ladder``."""

from pathlib import Path

import pytest

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the tests of the house untraced, but for the one that looks at whether others are traced."""
    for item in items:
        if item.path.parent == HERE and item.path.name != "test_untraced.py":
            item.add_marker(pytest.mark.untraced)
