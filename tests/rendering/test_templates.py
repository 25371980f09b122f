"""What templates are given comes out escaped, and hashes are those that a browser takes."""

import base64
import hashlib
import html
import json
import re
import string

from hypothesis import given
from hypothesis import strategies as st

from ladder.rendering.templates import embed_json, fill_frame, inline, pack_text, read_asset, read_modules
from ladder.telling.step_words import STYLES
from tests.measure import ROOT
from tests.rendering.packed import unpack


@given(st.text())
def test_embedded_json_reads_back_and_ends_no_script(text: str) -> None:
    embedded = str(embed_json({"text": text}))
    assert json.loads(embedded) == {"text": text}
    assert not set(embedded) & set("<>&\u2028\u2029")


def test_a_hash_is_that_of_the_text_as_a_browser_reads_it() -> None:
    found = inline("a\r\nb\n")
    assert found.text == "a\nb\n"
    digest = base64.b64encode(hashlib.sha256(b"a\nb\n").digest()).decode()
    assert found.hash == f"'sha256-{digest}'"


def test_a_frame_escapes_the_page_in_it() -> None:
    framed = fill_frame("\"><script>'&amp;", title="Map")
    assert 'srcdoc="&#34;&gt;&lt;script&gt;&#39;&amp;amp;"' in framed


def test_the_links_of_a_page_in_a_frame_to_its_own_parts_name_it_and_no_others_do() -> None:
    script = "<script>x = 'a[href=\"#one\"]'</script>"
    page = '<a class="a > b" href="#one">1</a><a href="b.html#two">2</a>' + script
    framed = html.unescape(fill_frame(page, title="Map", allows="allow-downloads"))
    assert '<a class="a > b" href="about:srcdoc#one">1</a><a href="b.html#two">' in framed
    assert script in framed, "a script is named by its hash"
    assert 'sandbox="allow-scripts allow-downloads"' in framed


def test_scripts_never_read_text_as_markup() -> None:
    scripts = read_modules("ladder_map/boot.js").text + read_modules("ladder_map/program.js").text
    for way in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(", "fetch("):
        assert way not in scripts


def test_scripts_keep_and_send_nothing() -> None:
    scripts = read_modules("ladder_map/boot.js").text + read_modules("ladder_map/program.js").text
    for way in ("localStorage", "sessionStorage", "indexedDB", "cookie", "sendBeacon", "XMLHttpRequest", "WebSocket"):
        assert way not in scripts


def test_modules_become_one_each_after_those_it_imports_from() -> None:
    text = read_modules("ladder_map/program.js").text
    assert "import " not in text
    assert "} from " not in text
    assert not re.search(r"^(\s|//|$)", text.removesuffix("\n"), re.MULTILINE)
    assert text.index("class Chart") < text.index("class Program")
    assert text.index("function exact(") < text.index("function readHistory(") < text.index("class MyPath")


def test_names_at_the_top_of_modules_are_unique() -> None:
    pages = ROOT / "ladder" / "rendering" / "pages"
    files = [*pages.glob("ladder_map/**/*.js"), *pages.glob("my_path/**/*.js"), *pages.glob("finding/**/*.js")]
    text = "".join(file.read_text("utf-8") for file in files if file.name not in {"boot.js", "first.js"})
    names = re.findall(r"^(?:export )?(?:async )?(?:function\*?|class|const|let) (\w+)", text, re.MULTILINE)
    assert len(names) > 100
    assert sorted(set(names)) == sorted(names)


def test_no_text_of_a_script_goes_over_the_end_of_a_line() -> None:
    """Indentation is dropped from the page, so none may stand in a text."""
    for name in ("ladder_map/boot.js", "ladder_map/program.js"):
        for line in read_modules(name).text.splitlines():
            assert line.count("`") % 2 == 0, line


def test_packed_text_comes_back_as_it_was() -> None:
    for length in range(60):
        text = "</script> \u2028 é ☃"[: length % 17] * 3 + str(length**9)
        assert unpack(pack_text(text)) == text
    text = "</script> \u2028 é ☃" * 50
    assert unpack(pack_text(text)) == text
    assert set(pack_text(text)) <= set(string.ascii_letters + string.digits + string.punctuation) - set('<&"')


def test_each_kind_of_step_has_the_same_dashes_in_the_style_sheet() -> None:
    sheet = read_asset("drawing.css").text
    for kind, style in STYLES.items():
        found = re.search(rf"}}\.{kind}{{stroke-dasharray:([\d ]+)}}", sheet)
        assert (found[1] if found else "") == " ".join(map(str, style.dashes)), kind
