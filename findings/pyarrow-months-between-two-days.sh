#!/usr/bin/env bash
# pyarrow 26.0.1: the months between two days are borders of months, with days taken away; alone they cannot be had.
#
# One guesses: month_interval_between gives whole months of service from one day to another, and
# month_day_nano_interval_between gives months and the days beyond them: from January 31 to February 1, no month and a day.
# What happens: month_interval_between ends with KeyError: 21, since its kind has no class in Python. The other gives one
# month and 30 days less for January 31 to February 1: the months are those of the calendar, the days the difference of the
# two numbers, below zero where need be. Who takes the field of months alone counts a month for one day of work.
# What helps: count from days by a rule of one's own, or make stints begin on the first of a month.
#
# Seen with Python 3.11 on Linux:
#   2024-01-31 to 2024-02-01: 1 months, -30 days
#   2024-01-01 to 2024-03-31: 2 months, 30 days
#   2024-01-15 to 2025-01-14: 12 months, -1 days
#   month_interval_between: KeyError 21
# Ends with 0 while that is so, with 1 once it has changed, with 2 where it cannot be tried.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3}" -m venv "$folder/environment" || exit 2
python="$folder/environment/bin/python"
"$python" -m pip install --quiet --disable-pip-version-check --only-binary :all: pyarrow==26.0.1 || exit 2
cat > "$folder/months.py" <<'PYTHON'
from datetime import date

import pyarrow
from pyarrow import compute

for first, last in (("2024-01-31", "2024-02-01"), ("2024-01-01", "2024-03-31"), ("2024-01-15", "2025-01-14")):
    days = [pyarrow.array([date.fromisoformat(one)]) for one in (first, last)]
    between = compute.month_day_nano_interval_between(*days)[0].as_py()
    print(f"{first} to {last}: {between.months} months, {between.days} days")
try:
    compute.month_interval_between(*days)
    print("month_interval_between: an answer")
except KeyError as error:
    print("month_interval_between: KeyError", error)
PYTHON
"$python" -W ignore "$folder/months.py" | tee "$folder/seen" || exit 2
cat > "$folder/described" <<'TEXT'
2024-01-31 to 2024-02-01: 1 months, -30 days
2024-01-01 to 2024-03-31: 2 months, 30 days
2024-01-15 to 2025-01-14: 12 months, -1 days
month_interval_between: KeyError 21
TEXT
if ! cmp -s "$folder/described" "$folder/seen"; then
    echo "CHANGED: pyarrow counts months in another way than described" >&2
    exit 1
fi
echo "as described: a day of work is a month, less 30 days"
