#!/usr/bin/env bash
# openpyxl 3.1.5: a workbook that Excel saves as "Strict Open XML" opens without a word and has no sheets.
#
# One guesses: the second XLSX that Excel offers, the one of the ISO standard that some governments ask for, is read,
# as polars with fastexcel reads it, or is refused.
# What happens: load_workbook gives a workbook of no sheets, in both modes; a loop over its sheets finds an empty
# roster. The two kinds differ in the names of their namespaces; the made-up file here has those of the standard.
# What helps: ask whether worksheets is empty, and say so; or read with fastexcel.
#
# Seen with Python 3.11 on Linux:
#   usual: openpyxl ['Sheet'] ['Sheet'], polars [('6435CL', 12)]
#   strict: openpyxl [] [], polars [('6435CL', 12)]
# Ends with 0 while that is so, with 1 once it has changed, with 2 where it cannot be tried.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3}" -m venv "$folder/environment" || exit 2
python="$folder/environment/bin/python"
"$python" -m pip install --quiet --disable-pip-version-check --only-binary :all: \
    openpyxl==3.1.5 polars==2.1.0 fastexcel==0.21.0 || exit 2
cat > "$folder/strict.py" <<'PYTHON'
import sys
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import polars

folder = Path(sys.argv[1])
USUAL = "http://schemas.openxmlformats.org/"
STRICT = {
    USUAL + "spreadsheetml/2006/main": "http://purl.oclc.org/ooxml/spreadsheetml/main",
    USUAL + "officeDocument/2006/relationships": "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
book = openpyxl.Workbook()
book.active.append(["class", "people"])
book.active.append(["6435CL", 12])
book.save(folder / "usual.xlsx")
with ZipFile(folder / "usual.xlsx") as usual, ZipFile(folder / "strict.xlsx", "w") as strict:
    for name in usual.namelist():
        text = usual.read(name).decode()
        for old, new in STRICT.items():
            text = text.replace(old, new)
        strict.writestr(name, text)
for name in ("usual", "strict"):
    file = folder / f"{name}.xlsx"
    sheets = openpyxl.load_workbook(file).sheetnames
    streamed = openpyxl.load_workbook(file, read_only=True).sheetnames
    print(f"{name}: openpyxl {sheets} {streamed}, polars {polars.read_excel(file).rows()}")
PYTHON
"$python" -W ignore "$folder/strict.py" "$folder" | tee "$folder/seen" || exit 2
cat > "$folder/described" <<'TEXT'
usual: openpyxl ['Sheet'] ['Sheet'], polars [('6435CL', 12)]
strict: openpyxl [] [], polars [('6435CL', 12)]
TEXT
if ! cmp -s "$folder/described" "$folder/seen"; then
    echo "CHANGED: openpyxl opens a strict workbook in another way than described" >&2
    exit 1
fi
echo "as described: a workbook of one sheet has none"
