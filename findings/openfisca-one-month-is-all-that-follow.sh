#!/usr/bin/env bash
# OpenFisca-core 46.0.1: a month that was told by itself is taken for all months after it, once the year is told.
#
# One guesses: a variable by the month with set_input_dispatch_by_period takes the value of a year for each month of
# the year, but for the months that were told by themselves. Full time in 2026 and half time in March are 11.5 months.
# What happens, if March is told first: the months before it are as the year says, March and all that follow have the
# value of March: 7 months. If the year is told first, March is dropped, and it is 12. Neither is said; 11.5 comes of
# neither order, and what a file gives hangs on the order of its columns.
# What helps: tell every month by itself.
#
# Seen with Python 3.11, numpy 2.4.6, on Linux:
#   March, then the year: 1 1 0.5 0.5 0.5 0.5 0.5 0.5 0.5 0.5 0.5 0.5, 7 months
#   the year, then March: 1 1 1 1 1 1 1 1 1 1 1 1, 12 months
# Ends with 0 while that is so, with 1 once it has changed, with 2 where it cannot be tried.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3}" -m venv "$folder/environment" || exit 2
python="$folder/environment/bin/python"
"$python" -m pip install --quiet --disable-pip-version-check --only-binary :all: \
    openfisca-core==46.0.1 numpy==2.4.6 || exit 2
cat > "$folder/told.py" <<'PYTHON'
from openfisca_core.entities import Entity
from openfisca_core.holders import set_input_dispatch_by_period
from openfisca_core.periods import MONTH
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

person = Entity("person", "persons", "A person", "")


class share(Variable):
    value_type = float
    entity = person
    definition_period = MONTH
    label = "Share of full time"
    set_input = set_input_dispatch_by_period


system = TaxBenefitSystem([person])
system.add_variable(share)
march, year = ("2026-03", [0.5]), ("2026", [1.0])
for words, told in (("March, then the year", (march, year)), ("the year, then March", (year, march))):
    simulation = SimulationBuilder().build_default_simulation(system, count=1)
    for period, value in told:
        simulation.set_input("share", period, value)
    months = [float(simulation.calculate("share", f"2026-{month:02d}")[0]) for month in range(1, 13)]
    print(f"{words}: {' '.join(f'{one:g}' for one in months)}, {sum(months):g} months")
PYTHON
"$python" -W ignore "$folder/told.py" | tee "$folder/seen" || exit 2
cat > "$folder/described" <<'TEXT'
March, then the year: 1 1 0.5 0.5 0.5 0.5 0.5 0.5 0.5 0.5 0.5 0.5, 7 months
the year, then March: 1 1 1 1 1 1 1 1 1 1 1 1, 12 months
TEXT
if ! cmp -s "$folder/described" "$folder/seen"; then
    echo "CHANGED: OpenFisca takes the months in another way than described" >&2
    exit 1
fi
echo "as described: March is all months that follow it, or none"
