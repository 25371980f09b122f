#!/usr/bin/env bash
# pydantic 2.14.4: a duration of 12 months is 360 days, one of a year 365; DuckDB 2.0.1 says that a year is 360 days.
#
# One guesses: the durations of job postings and credentials (P1Y, P12M, P18M, as schema.org and CTDL write them)
# compare by months, or are refused where the kind of the field is a timedelta, as msgspec refuses them.
# What happens: pydantic takes a month for 30 days and a year for 365, so who has P12M has less than P1Y asks, and
# P1Y6M is more than P18M. DuckDB compares intervals by months of 30 days throughout: P12M is P1Y, but a year is also
# 360 days. isodate keeps years and months apart from days and finds P1Y and P12M the same.
# What helps: read years and months yourself, and keep months as a whole number.
#
# Seen with Python 3.11 on Linux:
#   pydantic: P12M is 360 days, P1Y 365: enough False
#   isodate: P12M equals P1Y: True
#   pydantic: P18M is 540 days, P1Y6M 545: enough False
#   isodate: P18M equals P1Y6M: True
#   msgspec: refused
#   DuckDB: a year equals 12 months: True
#   DuckDB: a year equals 360 days: True
#   DuckDB: a year equals 365 days: False
# Ends with 0 while that is so, with 1 once it has changed, with 2 where it cannot be tried.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3}" -m venv "$folder/environment" || exit 2
python="$folder/environment/bin/python"
"$python" -m pip install --quiet --disable-pip-version-check --only-binary :all: \
    pydantic==2.14.4 msgspec==0.23.0 isodate==0.7.2 duckdb==2.0.1 || exit 2
cat > "$folder/durations.py" <<'PYTHON'
from datetime import timedelta

import duckdb
import isodate
import msgspec
from pydantic import TypeAdapter

days = TypeAdapter(timedelta)
for one, other in (("P12M", "P1Y"), ("P18M", "P1Y6M")):
    held, asked = days.validate_python(one), days.validate_python(other)
    print(f"pydantic: {one} is {held.days} days, {other} {asked.days}: enough {held >= asked}")
    print(f"isodate: {one} equals {other}: {isodate.parse_duration(one) == isodate.parse_duration(other)}")
try:
    print("msgspec:", msgspec.convert("P12M", timedelta))
except msgspec.ValidationError:
    print("msgspec: refused")
for asked in ("12 months", "360 days", "365 days"):
    (found,) = duckdb.sql(f"select interval '1 year' = interval '{asked}'").fetchall()
    print(f"DuckDB: a year equals {asked}:", *found)
PYTHON
"$python" -W ignore "$folder/durations.py" "$folder" | tee "$folder/seen" || exit 2
cat > "$folder/described" <<'TEXT'
pydantic: P12M is 360 days, P1Y 365: enough False
isodate: P12M equals P1Y: True
pydantic: P18M is 540 days, P1Y6M 545: enough False
isodate: P18M equals P1Y6M: True
msgspec: refused
DuckDB: a year equals 12 months: True
DuckDB: a year equals 360 days: True
DuckDB: a year equals 365 days: False
TEXT
if ! cmp -s "$folder/described" "$folder/seen"; then
    echo "CHANGED: durations of years and months are read in another way than described" >&2
    exit 1
fi
echo "as described: twelve months are not enough for a year"
