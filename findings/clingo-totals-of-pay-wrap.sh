#!/usr/bin/env bash
# clingo 5.8.3: a sum of pay beyond two billion is below zero, and a model is found with it.
#
# One guesses: a logic program over rules and payrolls counts with whole numbers of any size, or ends with a fault
# where one is too large. Pay in cents of 500 people is 2.5 billion cents.
# What happens: terms and sums are whole numbers of 32 bits that begin again from below: the total of two budgets is
# less than either, a rule "at most" that the budget breaks holds, and the program is satisfiable. Nothing is printed.
# What helps: whole dollars, or thousands; and a rule that no part of a sum may exceed two billion divided by their
# number.
#
# Seen with Python 3.11 on Linux:
#   two groups of 15 million dollars: total(-1294967296)
#   at most 20 million dollars in all: total(-1294967296)
#   2147483647 + 1: next(-2147483648)
# Ends with 0 while that is so, with 1 once it has changed, with 2 where it cannot be tried.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3}" -m venv "$folder/environment" || exit 2
python="$folder/environment/bin/python"
"$python" -m pip install --quiet --disable-pip-version-check --only-binary :all: clingo==5.8.3 || exit 2
cat > "$folder/pay.py" <<'PYTHON'
import clingo


def answers(program: str) -> list[str]:
    control = clingo.Control(logger=lambda code, message: print("message:", code))
    control.add("base", [], program)
    control.ground([("base", [])])
    models = []
    control.solve(on_model=lambda model: models.append(" ".join(map(str, model.symbols(shown=True)))))
    return models or ["no model"]


CENTS = "pay(clerks, 1500000000). pay(nurses, 1500000000). #show total/1. "
TOTAL = "total(S) :- S = #sum { Cents, Group : pay(Group, Cents) }. "
print("two groups of 15 million dollars:", *answers(CENTS + TOTAL))
print("at most 20 million dollars in all:", *answers(CENTS + TOTAL + ":- total(S), S > 2000000000."))
print("2147483647 + 1:", *answers("next(2147483647 + 1)."))
PYTHON
"$python" -W ignore "$folder/pay.py" "$folder" | tee "$folder/seen" || exit 2
cat > "$folder/described" <<'TEXT'
two groups of 15 million dollars: total(-1294967296)
at most 20 million dollars in all: total(-1294967296)
2147483647 + 1: next(-2147483648)
TEXT
if ! cmp -s "$folder/described" "$folder/seen"; then
    echo "CHANGED: clingo sums in another way than described" >&2
    exit 1
fi
echo "as described: a total of 30 million dollars is below zero and within the budget"
