"""The other side of ``benchmarks.roster_openfisca``: the same counters, and rules as formulas of OpenFisca-core.

It runs where OpenFisca is installed and ladder need not be. ``rules.json`` of the folder that
is named holds the classes, ``*.npy`` the counters; the answers go to ``answers.npy``.
"""

import json
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from time import process_time
from typing import Any

import numpy as np

PERIOD = "2026-11"
STATUSES = ("now", "after", "unknown", "unreachable")
NEVER, UNKNOWN, BEYOND, HORIZON = 1203, 1202, 1201, 1200

Numbers = Any
"""An array of whole numbers, as OpenFisca gives it."""
Formula = Callable[[Any, Any], Numbers]


def main(folder: Path) -> None:
    """Answer for everybody, and tell the processor time that it took: of the rules, of the inputs, of the answers."""
    rules = json.loads((folder / "rules.json").read_text(encoding="utf-8"))
    inputs = {file.stem: np.load(file) for file in sorted(folder.glob("in_*.npy"))}
    began = process_time()
    system = _system(rules, inputs)
    ruled = process_time()
    people = len(next(iter(inputs.values())))
    builder = import_module("openfisca_core.simulations").SimulationBuilder()
    simulation = builder.build_default_simulation(system, count=people)
    for name, values in inputs.items():
        simulation.set_input(name, PERIOD, values)
    given = process_time()
    months = np.stack([simulation.calculate(f"months_{place}", PERIOD) for place in range(len(rules))])
    status = np.stack([simulation.calculate(f"status_{place}", PERIOD) for place in range(len(rules))])
    answered = process_time()
    np.save(folder / "answers.npy", np.stack([months, status]).astype(np.int16))
    told = {"rules": ruled - began, "inputs": given - ruled, "answers": answered - given}
    (folder / "spent.json").write_text(json.dumps(told), encoding="utf-8")


def _system(rules: Sequence[Any], inputs: dict[str, Numbers]) -> Any:  # noqa: ANN401 - OpenFisca has no types
    """Return the counters as variables of persons, and of each class its months and status."""
    person = import_module("openfisca_core.entities").Entity("person", "persons", "a person", "")
    system = import_module("openfisca_core.taxbenefitsystems").TaxBenefitSystem([person])
    status = import_module("openfisca_core.indexed_enums").Enum("Status", {name: name for name in STATUSES})
    whole = {"value_type": int}
    listed = {"value_type": status.__mro__[1], "possible_values": status, "default_value": status.unreachable}
    for name in inputs:
        _add(system, person, name, whole)
    for place, one in enumerate(rules):
        _add(system, person, f"months_{place}", {**whole, "formula": _months(one)})
        _add(system, person, f"status_{place}", {**listed, "formula": _status(place, status)})
    return system


def _add(system: Any, person: Any, name: str, more: dict[str, Any]) -> None:  # noqa: ANN401 - as above
    variable = import_module("openfisca_core.variables").Variable
    month = import_module("openfisca_core.periods").MONTH
    fields = {"entity": person, "definition_period": month, "label": name, **more}
    system.add_variable(type(name, (variable,), fields))


def _months(rules: dict[str, Any]) -> Formula:
    """Return the formula of a class: the least month of its routes, the latest of what each asks."""

    def formula(person: Any, period: Any) -> Numbers:  # noqa: ANN401 - as above
        needs = [_need(one, person, period) for one in rules["needs"]]
        routes = [np.maximum.reduce([needs[place] for place in route]) for route in rules["routes"]]
        least = np.minimum.reduce([np.where(route == BEYOND, NEVER, route) for route in routes])
        return np.where(least <= HORIZON, least, UNKNOWN) if rules["in_part"] else least

    return formula


def _need(need: dict[str, Any], person: Any, period: Any) -> Numbers:  # noqa: ANN401 - as above
    """Return the month in which a need is met: at once, by work that goes on, or never."""
    if "dates" in need:
        return person(need["dates"], period)
    found: Numbers = 0
    for owed, levels in need["bounds"]:
        left = owed - person(need["credit"], period).astype(np.int64)
        rate: Numbers = 0
        for weight, counter in levels:
            left = left - weight * person(f"in_held_{counter}", period)
            rate = rate + weight * person(f"in_now_{counter}", period)
        rate = np.asarray(rate)
        moves = rate > 0
        months = np.where(moves, -(-left // np.where(moves, rate, 1)), NEVER)
        found = np.maximum(found, np.where(left <= 0, 0, np.where(moves, np.minimum(months, BEYOND), NEVER)))
    return found if need["bounds"] else np.full(person.count, NEVER)


def _status(place: int, status: Any) -> Formula:  # noqa: ANN401 - as above
    def formula(person: Any, period: Any) -> Numbers:  # noqa: ANN401 - as above
        months = person(f"months_{place}", period)
        cases = [months == 0, months <= HORIZON, months == UNKNOWN]
        return status.encode(np.select(cases, [0, 1, 2], 3))

    return formula


if __name__ == "__main__":
    main(Path(sys.argv[1]))
