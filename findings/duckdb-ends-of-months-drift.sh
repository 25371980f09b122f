#!/usr/bin/env bash
# DuckDB 2.0.1: a series of ends of months becomes the 29th of every month after February; polars 2.1.0 stays at the
# end.
#
# One guesses: snapshots of a bench, month by month from January 31, are the ends of months in both.
# What happens: generate_series adds a month to the day before, which February has shortened: 31 January, 29 February,
# 29 March and so on. Its range does the same. polars counts each from the first: 31 March, 30 April. Joined on the
# day, ten of the twelve months of the two series have no partner.
# What helps: a series of first days, with last_day() of each.
#
# Seen with Python 3.11 on Linux:
#   polars: 01-31 02-29 03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-31 11-30 12-31
#   DuckDB, generate_series: 01-31 02-29 03-29 04-29 05-29 06-29 07-29 08-29 09-29 10-29 11-29 12-29
#   DuckDB, range: 01-31 02-29 03-29 04-29 05-29 06-29 07-29 08-29 09-29 10-29 11-29 12-29
#   in both: 2
# Ends with 0 while that is so, with 1 once it has changed, with 2 where it cannot be tried.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3}" -m venv "$folder/environment" || exit 2
python="$folder/environment/bin/python"
"$python" -m pip install --quiet --disable-pip-version-check --only-binary :all: duckdb==2.0.1 polars==2.1.0 || exit 2
cat > "$folder/series.py" <<'PYTHON'
from datetime import date

import duckdb
import polars

FIRST, LAST = date(2028, 1, 31), date(2028, 12, 31)
series = "select unnest({}(date '2028-01-31', date '2029-01-01', interval 1 month))::date"
ends = polars.date_range(FIRST, LAST, "1mo", eager=True).to_list()
print("polars:", *(f"{day:%m-%d}" for day in ends))
for name in ("generate_series", "range"):
    drifted = [day for (day,) in duckdb.sql(series.format(name)).fetchall()]
    print(f"DuckDB, {name}:", *(f"{day:%m-%d}" for day in drifted))
print("in both:", len({*drifted} & {*ends}))
PYTHON
"$python" -W ignore "$folder/series.py" "$folder" | tee "$folder/seen" || exit 2
cat > "$folder/described" <<'TEXT'
polars: 01-31 02-29 03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-31 11-30 12-31
DuckDB, generate_series: 01-31 02-29 03-29 04-29 05-29 06-29 07-29 08-29 09-29 10-29 11-29 12-29
DuckDB, range: 01-31 02-29 03-29 04-29 05-29 06-29 07-29 08-29 09-29 10-29 11-29 12-29
in both: 2
TEXT
if ! cmp -s "$folder/described" "$folder/seen"; then
    echo "CHANGED: DuckDB or polars makes a series of months in another way than described" >&2
    exit 1
fi
echo "as described: two series of ends of months meet in two months of twelve"
