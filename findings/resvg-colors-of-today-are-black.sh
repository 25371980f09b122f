#!/usr/bin/env bash
# resvg-py 0.5.0: a color written as style sheets write it today is drawn as black.
#
# One guesses: a drawing of a page that every browser shows keeps its colors as a picture, or a color that is not known
# is refused or left out.
# What happens: rgb() with blanks and a slash, oklch(), color-mix(), light-dark() and var(), even with a color to fall
# back on, are each drawn as black, the first color of SVG itself: the words on a pale box are black on black. No
# exception, no warning. Commas in rgba() and fill-opacity are known.
# What helps: put in the colors that var() stands for, write what is seen through as fill and fill-opacity, and look at
# one point of each ground before a picture is handed on.
#
# Seen with Python 3.11 on Linux:
#   #ffc845: drawn as it is
#   #ffc845 with fill-opacity .4: drawn as it is
#   rgba(255, 200, 69, .4): drawn as it is
#   rgb(255 200 69 / 40%): black
#   oklch(0.86 0.15 85): black
#   color-mix(in srgb, #ffc845 40%, #ffffff): black
#   light-dark(#ffc845, #3c2f00): black
#   var(--here, #ffc845): black
# Ends with 0 while that is so, with 1 once it has changed, with 2 where it cannot be tried.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3}" -m venv "$folder/environment" || exit 2
python="$folder/environment/bin/python"
"$python" -m pip install --quiet --disable-pip-version-check resvg_py==0.5.0 || exit 2
cat > "$folder/draw.py" <<'PYTHON'
import resvg_py

FILLS = (
    "#ffc845",
    "#ffc845 with fill-opacity .4",
    "rgba(255, 200, 69, .4)",
    "rgb(255 200 69 / 40%)",
    "oklch(0.86 0.15 85)",
    "color-mix(in srgb, #ffc845 40%, #ffffff)",
    "light-dark(#ffc845, #3c2f00)",
    "var(--here, #ffc845)",
)


def draw(fill: str) -> bytes:
    color, _, opacity = fill.partition(" with fill-opacity ")
    box = f'<rect width="8" height="8" style="fill: {color}; fill-opacity: {opacity or 1}"/>'
    page = f'<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8">{box}</svg>'
    return bytes(resvg_py.svg_to_bytes(svg_string=page, background="#ffffff", skip_system_fonts=True))


black, empty = draw("#000000"), draw("none")
for fill in FILLS:
    seen = draw(fill)
    print(f"{fill}:", "black" if seen == black else "left out" if seen == empty else "drawn as it is")
PYTHON
"$python" "$folder/draw.py" > "$folder/seen" || exit 2
cat "$folder/seen"
cat > "$folder/described" <<'TEXT'
#ffc845: drawn as it is
#ffc845 with fill-opacity .4: drawn as it is
rgba(255, 200, 69, .4): drawn as it is
rgb(255 200 69 / 40%): black
oklch(0.86 0.15 85): black
color-mix(in srgb, #ffc845 40%, #ffffff): black
light-dark(#ffc845, #3c2f00): black
var(--here, #ffc845): black
TEXT
if ! cmp -s "$folder/described" "$folder/seen"; then
    echo "CHANGED: other colors are drawn than described" >&2
    exit 1
fi
echo "as described: colors of today's style sheets are drawn black"
