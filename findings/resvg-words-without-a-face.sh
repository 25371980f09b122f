#!/usr/bin/env bash
# resvg-py 0.5.0: a text whose typeface is not there is left out of the picture, though another typeface is there.
#
# One guesses: as browsers, librsvg and CairoSVG do, words in "Arial, sans-serif" are drawn in what sans-serif there is.
# What happens: sans-serif means Arial until it is said what else; on a computer without Arial (any plain Linux server)
# boxes and lines are drawn and every word is missing. No exception, no warning, the same exit status: a map of classes
# without their titles.
# What helps: sans_serif_family="..." with a typeface that is there; a word drawn and compared with none tells whether
# it is.
#
# Seen with Python 3.11 on Linux, the typeface Roboto alone loaded (from the package font-roboto 0.0.1):
#   Roboto: drawn, with sans_serif_family drawn
#   Arial: blank, with sans_serif_family blank
#   Arial, sans-serif: blank, with sans_serif_family drawn
# Ends with 0 while that is so, with 1 once it has changed, with 2 where it cannot be tried.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3}" -m venv "$folder/environment" || exit 2
python="$folder/environment/bin/python"
"$python" -m pip install --quiet --disable-pip-version-check resvg_py==0.5.0 font-roboto==0.0.1 || exit 2
cat > "$folder/draw.py" <<'PYTHON'
import sysconfig
from pathlib import Path

import resvg_py

FILES = sorted(map(str, Path(sysconfig.get_path("purelib"), "font_roboto", "files").glob("*.ttf")))
if not FILES:
    raise SystemExit("the typeface is not where it was")


def draw(text: str, **said: str) -> bytes:
    page = f'<svg xmlns="http://www.w3.org/2000/svg" width="80" height="20">{text}</svg>'
    return bytes(resvg_py.svg_to_bytes(svg_string=page, skip_system_fonts=True, font_files=FILES, **said))


for face in ("Roboto", "Arial", "Arial, sans-serif"):
    text = f'<text x="2" y="16" font-family="{face}">Clerk</text>'
    plain, said = (
        "blank" if draw(text, **words) == draw("", **words) else "drawn"
        for words in ({}, {"sans_serif_family": "Roboto"})
    )
    print(f"{face}: {plain}, with sans_serif_family {said}")
PYTHON
"$python" "$folder/draw.py" > "$folder/seen" || exit 2
cat "$folder/seen"
cat > "$folder/described" <<'TEXT'
Roboto: drawn, with sans_serif_family drawn
Arial: blank, with sans_serif_family blank
Arial, sans-serif: blank, with sans_serif_family drawn
TEXT
if ! cmp -s "$folder/described" "$folder/seen"; then
    echo "CHANGED: other words are drawn than described" >&2
    exit 1
fi
echo "as described: words without a typeface are left out"
