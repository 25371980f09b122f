"""What tests do with My path: facts typed, and what the page says of them."""

import json
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

SAVE = "Save as a file"
CARDS = """() => {
  for (const name of ["now", "soon", "later", "else", "unknown"]) {
    const more = () => document.querySelector(`.reach-group.of-${name} .group-head button:not([hidden])`);
    while (more()) more().click();
  }
  return [...document.querySelectorAll("#my-groups [data-class]")].map((one) => [
    one.dataset.class, one.closest(".reach-group").className.match(/of-(\\w+)/)[1], one.innerText]);
}"""


def settled(page: Page) -> Page:
    """Wait until every answer is worked out, those that take climbing too."""
    expect(page.locator("#my-answers:not([aria-busy])")).to_be_visible()
    return page


MOST_ALIKE = 9
"""Classes found by the same words, among which one is looked for."""


def pick(control: Locator, class_id: str) -> None:
    """Type the number of a class, or where it has none the words of its id, and take it among those found."""
    for below_first in range(MOST_ALIKE):
        control.fill(class_id.rpartition("/")[2])
        for _ in range(below_first):
            control.press("ArrowDown")
        control.press("Enter")
        if control.get_attribute("data-chosen") == class_id:
            return
    holds(control, class_id)


def holds(control: Locator, class_id: str) -> None:
    """Fail where another class is chosen in the box; '' is none."""
    if class_id:
        expect(control).to_have_attribute("data-chosen", class_id)
    else:
        expect(control).not_to_have_attribute("data-chosen", re.compile(""))
        expect(control).to_have_value("")


def more(page: Page) -> None:
    """Open what stands behind the four facts."""
    if page.locator("#my-more[open]").count() == 0:
        page.locator("#my-more summary").click()


def add(page: Page, button: str) -> Locator:
    """Add a row by its button, and return it."""
    more(page)
    page.get_by_role("button", name=button, exact=True).click()
    return page.locator(".rows > li").filter(has=page.locator(":focus"))


def aim_at(page: Page, class_id: str) -> None:
    more(page)
    pick(page.get_by_label("Class I aim at"), class_id)


def representative(page: Page) -> None:
    """Tell of twenty months as Representative, with 64 college credits."""
    pick(page.get_by_label("Your class now"), "us-nd/0441")
    page.get_by_label("Year", exact=True).fill("20 months")
    page.get_by_label("Highest education").select_option("some")
    page.get_by_label("College credits (semester hours)").fill("64")
    settled(page)


def cards(page: Page) -> dict[str, tuple[str, str]]:
    """Return of each class the group it is in and all that its card says, once every card is shown."""
    page.get_by_label("Show classes that pay less").check()
    shown: list[list[str]] = page.evaluate(CARDS)
    return {class_id: (group, " ".join(words.split())) for class_id, group, words in shown}


def why(page: Page, class_id: str) -> Locator:
    """Open the pencil work of a class, and return it."""
    if page.locator(f"[data-why='{class_id}']").count() == 0:
        cards(page)
    page.locator(f"[data-why='{class_id}']").click()
    return page.locator("#my-why")


def saved(page: Page, folder: Path) -> Path:
    """Return the file that the page saves."""
    with page.expect_download() as download:
        page.get_by_role("button", name=SAVE).click()
    download.value.save_as(folder / "my-profile.json")
    return folder / "my-profile.json"


def saved_profile(page: Page, folder: Path) -> dict[str, Any]:
    """Return the profile that the page saves."""
    read: dict[str, Any] = json.loads(saved(page, folder).read_text("utf-8"))
    return read


def load(page: Page, file: Path) -> None:
    page.locator("#my-load").set_input_files(file)


def profile_file(folder: Path, profile: object, name: str = "given.json") -> Path:
    """Return a file that holds the profile; text is written as it is."""
    text = profile if isinstance(profile, str) else json.dumps(profile)
    (folder / name).write_text(text, "utf-8")
    return folder / name
