"""Where pages are: names that any disk takes, the same for one class always, never outside the folder."""

import posixpath
import re
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder.rendering.site.addresses import class_page, group_page, is_page, link_between, series_page

RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
CODES = st.from_regex(r"[A-Za-z0-9._-]{1,12}", fullmatch=True) | st.sampled_from(
    ["..", ".", "CON", "con", "Aux", "nul.html", "COM1", "com1", "LPT9", "index", "INDEX", "a.", "A", "a", "-", "_"]
)
PLACES = st.from_regex(r"[a-z0-9-]{1,8}", fullmatch=True) | st.sampled_from(["con", "aux", "com1", "-", "--"])


def is_safe(path: str) -> bool:
    """Return whether a path is one that Windows and any web server take, below its folder."""
    parts = PurePosixPath(path).parts
    return (
        is_page(path)
        and posixpath.normpath(path) == path
        and not PureWindowsPath(path).is_absolute()
        and all(re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_.-]*[a-z0-9A-Z]|[A-Za-z0-9]", part) for part in parts)
        and not any(RESERVED.fullmatch(part) for part in parts)
    )


@given(PLACES, CODES)
def test_every_class_has_a_safe_page(place: str, code: str) -> None:
    path = class_page(f"{place}/{code}")
    assert is_safe(path)
    assert path == class_page(f"{place}/{code}")
    assert PurePosixPath(path).stem.lower() != "index"


@given(st.lists(st.tuples(PLACES, CODES), min_size=2, max_size=30, unique=True))
def test_no_two_classes_share_a_page_even_where_case_is_lost(classes: list[tuple[str, str]]) -> None:
    pages = [class_page("/".join(one)).casefold() for one in classes]
    assert len(set(pages)) == len(classes)


@given(PLACES, st.text(min_size=1, max_size=100, alphabet=st.characters(exclude_categories=["Cs"])))
def test_every_series_and_group_has_a_safe_page(place: str, name: str) -> None:
    assert is_safe(series_page(place, name))
    assert is_safe(group_page(place, name))


@given(st.lists(st.text(alphabet="aA1 -_./", min_size=1, max_size=6), min_size=2, max_size=20, unique=True))
def test_no_two_series_share_a_page(names: list[str]) -> None:
    assert len({series_page("xx", name).casefold() for name in names}) == len(names)


@pytest.mark.parametrize(
    ("class_id", "path"),
    [
        ("us-ct/5246SH", "classes/us-ct/5246SH.html"),
        ("us-nd/0441", "classes/us-nd/0441.html"),
        ("us-ct/interpreter-clerk", "classes/us-ct/interpreter-clerk.html"),
        ("us-pa-philadelphia/1A21", "classes/us-pa-philadelphia/1A21.html"),
    ],
)
def test_codes_as_they_are_printed_name_their_pages(class_id: str, path: str) -> None:
    assert class_page(class_id) == path


def test_a_code_of_any_length_has_a_short_page() -> None:
    assert len(class_page(f"{'x' * 300}/{'9' * 3000}")) < 200
    assert class_page(f"xx/{'9' * 3000}") != class_page(f"xx/{'9' * 3001}")


@pytest.mark.parametrize(
    "path",
    ["../x.html", "/etc/x.html", "classes/../x.html", "classes/us/../../x.html", "C:/x.html", "classes\\x\\y.html",
     "classes/us-ct/x.html\n", "ladder-site.json", "classes/x.html", "classes/us-ct/.html", "notes.txt", ""],
)  # fmt: skip
def test_no_other_path_is_a_page(path: str) -> None:
    assert not is_page(path)


def test_links_are_relative() -> None:
    assert link_between("index.html", "classes/us-nd/0441.html") == "classes/us-nd/0441.html"
    assert link_between("series/us-nd/x.html", "classes/us-nd/0441.html") == "../../classes/us-nd/0441.html"
