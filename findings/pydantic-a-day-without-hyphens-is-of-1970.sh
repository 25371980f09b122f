#!/usr/bin/env bash
# pydantic 2.14.4: 20200101, the day as payroll systems write it, is an evening of August 1970.
#
# One guesses: a field of kind datetime reads the compact form of ISO 8601 that payroll and personnel exports print,
# as Python's own datetime.fromisoformat and polars do, or refuses it.
# What happens: figures alone are seconds since 1970, in a text too: hired 1970-08-22, fifty years too early, and
# every later day of the century stays in that August and the months about it. A field of kind date refuses the same
# text, since the seconds are no whole day. A year alone is the first hour of 1970.
# What helps: a field of kind date, or a validator before it that takes eight figures for a day.
#
# Seen with Python 3.11 on Linux:
#   20200101: datetime 1970-08-22, date refused
#   20261130: datetime 1970-08-23, date refused
#   2020: datetime 1970-01-01, date refused
#   Python: 2020-01-01
#   polars: 2020-01-01
# Ends with 0 while that is so, with 1 once it has changed, with 2 where it cannot be tried.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3}" -m venv "$folder/environment" || exit 2
python="$folder/environment/bin/python"
"$python" -m pip install --quiet --disable-pip-version-check --only-binary :all: \
    pydantic==2.14.4 polars==2.1.0 || exit 2
cat > "$folder/days.py" <<'PYTHON'
from datetime import date, datetime

import polars
from pydantic import TypeAdapter, ValidationError


def read(kind: type, text: str) -> str:
    try:
        return f"{TypeAdapter(kind).validate_python(text):%Y-%m-%d}"
    except ValidationError:
        return "refused"


for text in ("20200101", "20261130", "2020"):
    print(f"{text}: datetime {read(datetime, text)}, date {read(date, text)}")
print("Python:", datetime.fromisoformat("20200101").date())
print("polars:", polars.Series(["20200101"]).str.to_date("%Y%m%d")[0])
PYTHON
"$python" -W ignore "$folder/days.py" "$folder" | tee "$folder/seen" || exit 2
cat > "$folder/described" <<'TEXT'
20200101: datetime 1970-08-22, date refused
20261130: datetime 1970-08-23, date refused
2020: datetime 1970-01-01, date refused
Python: 2020-01-01
polars: 2020-01-01
TEXT
if ! cmp -s "$folder/described" "$folder/seen"; then
    echo "CHANGED: pydantic reads a day without hyphens in another way than described" >&2
    exit 1
fi
echo "as described: who was hired in 2020 was hired in August 1970"
