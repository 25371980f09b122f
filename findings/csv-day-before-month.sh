#!/usr/bin/env bash
# DuckDB 2.0.1, polars 2.1.0, pandas 3.1.1: the same dates of a roster, months apart, and nothing is said.
#
# One guesses: a reader of CSV that is asked to find dates takes 03/04/2024 as text where day and month cannot be told
# apart, or as March 4, as in the United States; and a year of two digits lies within a century of now.
# What happens: DuckDB (by itself) and polars (with try_parse_dates) take the day first, though no value of the column
# shows that it is; pandas takes the month first. A hire of March 4 becomes one of April 3: the months of service are
# wrong by one, for every row whose day is at most 12. Of 03/04/24 polars makes the year 24, 2,000 years of service;
# DuckDB makes 2024 of it, but 1969 of 69, where pandas says 2069. pyarrow alone leaves the words as they are.
#
# Seen on Linux, Python 3.11: see the table that is printed.
# Ends with 0 while that is so, with 1 once it has changed, with 2 where it cannot be tried.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3}" -m venv "$folder/environment" || exit 2
python="$folder/environment/bin/python"
"$python" -m pip install --quiet --disable-pip-version-check --only-binary :all: \
    duckdb==2.0.1 polars==2.1.0 pandas==3.1.1 pyarrow==26.0.1 || exit 2
cd "$folder"
"$python" - <<'PYTHON'
import sys
import warnings
from pathlib import Path

import duckdb
import pandas
import polars
import pyarrow.csv

warnings.simplefilter("ignore")


def read(*starts: str) -> dict[str, list[str]]:
    """Return what each reader takes the dates for."""
    Path("roster.csv").write_text("employee,start\n" + "".join(f"{n},{one}\n" for n, one in enumerate(starts)))
    return {
        "duckdb": [str(row[1]) for row in duckdb.sql("select * from read_csv('roster.csv')").fetchall()],
        "polars": [str(one) for one in polars.read_csv("roster.csv", try_parse_dates=True)["start"]],
        "pandas": [str(one)[:10] for one in pandas.read_csv("roster.csv", parse_dates=["start"])["start"]],
        "pyarrow": [str(one) for one in pyarrow.csv.read_csv("roster.csv")["start"]],
    }


expected = {
    ("03/04/2024", "05/06/2024"): {
        "duckdb": ["2024-04-03", "2024-06-05"],
        "polars": ["2024-04-03", "2024-06-05"],
        "pandas": ["2024-03-04", "2024-05-06"],
        "pyarrow": ["03/04/2024", "05/06/2024"],
    },
    ("03/04/24", "05/06/69"): {
        "duckdb": ["2024-04-03", "1969-06-05"],
        "polars": ["0024-04-03", "0069-06-05"],
        "pandas": ["2024-03-04", "2069-05-06"],
        "pyarrow": ["03/04/24", "05/06/69"],
    },
}
changed = False
for starts, readers in expected.items():
    seen = read(*starts)
    for reader, dates in seen.items():
        print(f"{', '.join(starts):24}{reader:9}{', '.join(dates)}")
    changed |= seen != readers
sys.exit("CHANGED: see the table" if changed else 0)
PYTHON
echo "as described: day first, month first, the year 24 and the year 2069"
