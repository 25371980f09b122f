"""What templates are given comes out escaped, and hashes are those that a browser takes."""

import base64
import hashlib
import json

from hypothesis import given
from hypothesis import strategies as st

from ladder.rendering.templates import embed_json, fill_template, inline, read_asset


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
    framed = fill_template("frame.html", page="\"><script>'&amp;", title="Map")
    assert 'srcdoc="&#34;&gt;&lt;script&gt;&#39;&amp;amp;"' in framed


def test_scripts_never_read_text_as_markup() -> None:
    script = read_asset("ladder_map.js").text
    for way in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(", "fetch("):
        assert way not in script
