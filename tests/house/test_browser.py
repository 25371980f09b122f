"""The browser that page tests drive is there, and runs scripts."""

from typing import TYPE_CHECKING

import pytest

pytestmark = pytest.mark.untraced

if TYPE_CHECKING:
    from playwright.sync_api import Page


@pytest.mark.browser
def test_the_browser_draws_a_page_and_runs_its_script(page: "Page") -> None:
    page.set_content("<title>a</title><script>document.title = 'b'</script>")
    assert page.title() == "b"
