#!/usr/bin/env bash
# OpenFisca-core 46.0.1: whole numbers that are told for a year and divided among its months do not add up again.
#
# One guesses: a whole number by the month with set_input_divide_by_period, told for a year, comes to the same for the
# year: 100 hours of study in 2026 are 100 when its months are added, or are refused, since 12 do not divide them.
# What happens: each month is cut off to a whole number and what is left over is dropped without a word: 100 hours
# come to 96, 11 to 0. Where one month is told before, the months that follow share what is left, and are cut off
# too: 98. The same variable as float keeps 100 and 11.
# What helps: declare what is divided as float, and round what is added up.
#
# Seen with Python 3.11, numpy 2.4.6, on Linux:
#   whole numbers: 100 and 11 come to 96 and 0; 100 of which January has 10 to 98
#   float: 100 and 11 come to 100 and 11; 100 of which January has 10 to 100
# Ends with 0 while that is so, with 1 once it has changed, with 2 where it cannot be tried.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3}" -m venv "$folder/environment" || exit 2
python="$folder/environment/bin/python"
"$python" -m pip install --quiet --disable-pip-version-check --only-binary :all: \
    openfisca-core==46.0.1 numpy==2.4.6 || exit 2
cat > "$folder/told.py" <<'PYTHON'
import numpy
from openfisca_core.entities import Entity
from openfisca_core.holders import set_input_divide_by_period
from openfisca_core.periods import MONTH
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

person = Entity("person", "persons", "A person", "")


def year_of(kind, *told):
    """Return what the months of 2026 come to."""
    fields = {
        "value_type": kind,
        "entity": person,
        "definition_period": MONTH,
        "label": "Hours of study",
        "set_input": set_input_divide_by_period,
    }
    system = TaxBenefitSystem([person])
    system.add_variable(type("hours", (Variable,), fields))
    simulation = SimulationBuilder().build_default_simulation(system, count=len(told[0][1]))
    for period, values in told:
        simulation.set_input("hours", period, numpy.array(values, dtype=kind))
    return [round(float(one), 3) for one in simulation.calculate_add("hours", "2026")]


for words, kind in (("whole numbers", int), ("float", float)):
    hundred, eleven = year_of(kind, ("2026", [100, 11]))
    (rest,) = year_of(kind, ("2026-01", [10]), ("2026", [100]))
    print(f"{words}: 100 and 11 come to {hundred:g} and {eleven:g}; 100 of which January has 10 to {rest:g}")
PYTHON
"$python" -W ignore "$folder/told.py" | tee "$folder/seen" || exit 2
cat > "$folder/described" <<'TEXT'
whole numbers: 100 and 11 come to 96 and 0; 100 of which January has 10 to 98
float: 100 and 11 come to 100 and 11; 100 of which January has 10 to 100
TEXT
if ! cmp -s "$folder/described" "$folder/seen"; then
    echo "CHANGED: OpenFisca divides in another way than described" >&2
    exit 1
fi
echo "as described: what 12 do not divide is lost"
