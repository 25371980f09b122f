#!/usr/bin/env bash
# vl-convert-python 1.9.0.post1 (Vega-Lite 5): in America a chart shows April where the data says May.
#
# One guesses: a month of eligibility written 2027-05-01, of type "temporal" and shown by timeUnit "yearmonth", is May
# 2027 wherever the chart is drawn; a date has no hour.
# What happens: a date alone is taken as midnight in Greenwich and shown by the clock of the one who looks: west of
# Greenwich it is the last evening of April, and every month is the one before. The one who made the chart in Europe
# sees May. With "2027/05/01" and with a time of day behind it, the date is taken by the clock of the place.
# What helps: timeUnit "utcyearmonth" with an axis in UTC, or dates written with T00:00:00.
#
# Seen with Python 3.11 on Linux:
#   2027-05-01, yearmonth: Apr 2027
#   2027/05/01, yearmonth: May 2027
#   2027-05-01T00:00:00, yearmonth: May 2027
#   2027-05-01, utcyearmonth: May 2027
# Ends with 0 while that is so, with 1 once it has changed, with 2 where it cannot be tried.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3}" -m venv "$folder/environment" || exit 2
python="$folder/environment/bin/python"
"$python" -m pip install --quiet --disable-pip-version-check --only-binary :all: \
    vl-convert-python==1.9.0.post1 || exit 2
cat > "$folder/chart.py" <<'PYTHON'
import re

import vl_convert


def months(first: str, unit: str) -> str:
    chart = {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "data": {"values": [{"from": first, "people": 3}]},
        "mark": "bar",
        "encoding": {
            "x": {"field": "from", "type": "temporal", "timeUnit": unit, **scale(unit)},
            "y": {"field": "people", "type": "quantitative"},
        },
    }
    picture = vl_convert.vegalite_to_svg(chart, vl_version="5.20")
    return ", ".join(re.findall("aria-label=.from [^:]*: ([A-Z][a-z]{2} [0-9]{4})", picture))


def scale(unit: str) -> dict[str, object]:
    return {"scale": {"type": "utc"}} if unit.startswith("utc") else {}


for first in ("2027-05-01", "2027/05/01", "2027-05-01T00:00:00"):
    print(f"{first}, yearmonth: {months(first, 'yearmonth')}")
print(f"2027-05-01, utcyearmonth: {months('2027-05-01', 'utcyearmonth')}")
PYTHON
TZ=America/Chicago "$python" -W ignore "$folder/chart.py" "$folder" | tee "$folder/seen" || exit 2
cat > "$folder/described" <<'TEXT'
2027-05-01, yearmonth: Apr 2027
2027/05/01, yearmonth: May 2027
2027-05-01T00:00:00, yearmonth: May 2027
2027-05-01, utcyearmonth: May 2027
TEXT
if ! cmp -s "$folder/described" "$folder/seen"; then
    echo "CHANGED: Vega-Lite takes a date in another way than described" >&2
    exit 1
fi
echo "as described: in Chicago the month of a date is the one before"
