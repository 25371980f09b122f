#!/usr/bin/env bash
# XlsxWriter 3.3.1, by itself and under pandas 3.1.1 and polars 2.1.0: "internal:" at the head of a text is taken off.
#
# One guesses: a column of words, such as how a vacancy is filled, is in the workbook as it was in the table.
# What happens: a text that begins with internal:, external: or mailto: is taken for a link. What is shown, and what
# every reader gets, is the rest: "internal: promotion" and "external: promotion" are the same words afterwards.
# pandas and polars write through it and say nothing. With a blank before the colon, or a capital, the text stays.
# What helps: Workbook(..., {"strings_to_urls": False}); in pandas engine_kwargs={"options": {"strings_to_urls":
# False}}.
#
# Seen with Python 3.11 on Linux:
#   XlsxWriter: promotion | promotion | the unit | Internal:promotion | internal :promotion
#   pandas: promotion | promotion | the unit | Internal:promotion | internal :promotion
#   polars: promotion | promotion | the unit | Internal:promotion | internal :promotion
#   XlsxWriter without links: all as they were
# Ends with 0 while that is so, with 1 once it has changed, with 2 where it cannot be tried.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3}" -m venv "$folder/environment" || exit 2
python="$folder/environment/bin/python"
"$python" -m pip install --quiet --disable-pip-version-check --only-binary :all: \
    xlsxwriter==3.3.1 pandas==3.1.1 polars==2.1.0 openpyxl==3.1.5 || exit 2
cat > "$folder/ways.py" <<'PYTHON'
import sys
from pathlib import Path

import openpyxl
import pandas
import polars
import xlsxwriter

folder = Path(sys.argv[1])
WAYS = ["internal:promotion", "external:promotion", "mailto:the unit", "Internal:promotion", "internal :promotion"]


def alone(file: Path, **options: object) -> None:
    with xlsxwriter.Workbook(file, options) as book:
        book.add_worksheet().write_column(0, 0, ["way", *WAYS])


written = {
    "XlsxWriter": alone,
    "pandas": lambda file: pandas.DataFrame({"way": WAYS}).to_excel(file, index=False, engine="xlsxwriter"),
    "polars": lambda file: polars.DataFrame({"way": WAYS}).write_excel(file),
    "XlsxWriter without links": lambda file: alone(file, strings_to_urls=False),
}
for name, write in written.items():
    file = folder / f"{name}.xlsx"
    write(file)
    cells = [cell.value for cell in openpyxl.load_workbook(file).active["A"]][1:]
    print(f"{name}: {'all as they were' if cells == WAYS else ' | '.join(cells)}")
PYTHON
"$python" -W ignore "$folder/ways.py" "$folder" | tee "$folder/seen" || exit 2
cat > "$folder/described" <<'TEXT'
XlsxWriter: promotion | promotion | the unit | Internal:promotion | internal :promotion
pandas: promotion | promotion | the unit | Internal:promotion | internal :promotion
polars: promotion | promotion | the unit | Internal:promotion | internal :promotion
XlsxWriter without links: all as they were
TEXT
if ! cmp -s "$folder/described" "$folder/seen"; then
    echo "CHANGED: a text that begins with internal: is written in another way than described" >&2
    exit 1
fi
echo "as described: internal and external promotion are the same words afterwards"
