#!/usr/bin/env bash
# polars 2.1.0 with fastexcel 0.21.0: a code with letters below a thousand rows of numbers is not there any more.
#
# One guesses: a column of class codes, 441 in a thousand cells and 6435CL in a later one, is read as text, or refused,
# as polars refuses the same column in CSV (ComputeError). Near the top of the sheet it is read as text.
# What happens: read_excel takes the kind of a column from the rows at its head. What does not fit below is null, and
# nothing says so; where the column stands alone, the row is then empty and is left out: the table has a row less.
# What helps: schema_overrides={"class": polars.String}, or infer_schema_length=None.
#
# Seen with Python 3.11, openpyxl 3.1.5 as the writer, on Linux:
#   5 numbers, then 6435CL: 6 rows, String, 0 null
#   1100 numbers, then 6435CL: 1101 rows, Int64, 1 null
#   1100 numbers, then 6435CL, no other column: 1100 rows, Int64, 0 null
#   told that codes are text: 1101 rows, String, 0 null
#   the same as CSV: ComputeError
# Ends with 0 while that is so, with 1 once it has changed, with 2 where it cannot be tried.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3}" -m venv "$folder/environment" || exit 2
python="$folder/environment/bin/python"
"$python" -m pip install --quiet --disable-pip-version-check --only-binary :all: \
    polars==2.1.0 fastexcel==0.21.0 openpyxl==3.1.5 || exit 2
cat > "$folder/codes.py" <<'PYTHON'
import io
import sys
from pathlib import Path

import openpyxl
import polars

BOOK = Path(sys.argv[1]) / "codes.xlsx"


def read(numbers, *more, **told):
    """Return what polars reads of a sheet: a column of numbers with one code below them, and other columns."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["class", *(name for name, _ in more)])
    for code in [441] * numbers + ["6435CL"]:
        sheet.append([code, *(value for _, value in more)])
    book.save(BOOK)
    table = polars.read_excel(BOOK, **told)
    return f"{table.height} rows, {table['class'].dtype}, {table['class'].null_count()} null"


people = ("people", 1)
print("5 numbers, then 6435CL:", read(5, people))
print("1100 numbers, then 6435CL:", read(1100, people))
print("1100 numbers, then 6435CL, no other column:", read(1100))
print("told that codes are text:", read(1100, people, schema_overrides={"class": polars.String}))
try:
    polars.read_csv(io.StringIO("class,people\n" + "441,1\n" * 1100 + "6435CL,1\n"))
    print("the same as CSV: read")
except polars.exceptions.ComputeError:
    print("the same as CSV: ComputeError")
PYTHON
"$python" -W ignore "$folder/codes.py" "$folder" | tee "$folder/seen" || exit 2
cat > "$folder/described" <<'TEXT'
5 numbers, then 6435CL: 6 rows, String, 0 null
1100 numbers, then 6435CL: 1101 rows, Int64, 1 null
1100 numbers, then 6435CL, no other column: 1100 rows, Int64, 0 null
told that codes are text: 1101 rows, String, 0 null
the same as CSV: ComputeError
TEXT
if ! cmp -s "$folder/described" "$folder/seen"; then
    echo "CHANGED: polars reads codes below numbers in another way than described" >&2
    exit 1
fi
echo "as described: the code is null, or its row is not there"
