"""Words that the bundled data has no example of."""

from decimal import Decimal

from ladder.catalog.loading import load_catalog
from ladder.catalog.pay_gains import PayGain
from ladder.eligibility.answers import Assessment, CreditedMonths, Move, Status
from ladder.paths.path_answers import PathAnswer
from ladder.qualifications import DegreeLevel
from ladder.sources import Source
from ladder.specification import PayUnit
from ladder.telling.asked import credited_in_words
from ladder.telling.map_routes import say_route
from ladder.telling.parts import plain_text
from ladder.telling.pay_words import spell_gain
from ladder.telling.requirements import degree_words
from ladder.telling.verdicts import MustHold, no_ladder_in_words
from tests.telling.surfaces import AS_OF

CATALOG = load_catalog()
START, TARGET = "us-nd/0441", "us-ct/6435CL"
TITLES = "Customer Service Representative as a step to Processing Technician"


def test_what_is_credited_is_named_without_a_reference() -> None:
    source = Source(document="d", section="s")
    told = [
        credited_in_words(CATALOG, CreditedMonths("by", 1, what, source))
        for what in ("study", "master degree", "service under us-nd/0444#special")
    ]
    assert told == ["Study", "A master's degree", "Service (special experience)"]


def test_a_move_for_which_there_is_no_step_has_no_source() -> None:
    move = Move(START, TARGET, "open_route", 14, 14, "general", (), None)
    answer = Assessment(TARGET, Status.AFTER, AS_OF, months=14, proved_months=14, steps=(move,))
    (told,) = say_route(CATALOG, START, answer).moves
    assert told == (
        "Hold Customer Service Representative (0441, grade H) for 1 year 2 months, then Processing Technician "
        "(6435CL, CL 16): open to everyone, by no step."
    )


def test_gains_and_losses_of_pay() -> None:
    gains = [PayGain(PayUnit.YEARLY, Decimal(amount), Decimal(amount)) for amount in ("3750.50", "-20")]
    assert [spell_gain(one) for one in (*gains, None)] == ["$3,750.50 more a year", "$20 less a year", ""]


def test_a_degree_in_the_field_or_a_related_one_where_no_field_is_named() -> None:
    told = plain_text(degree_words(DegreeLevel.MASTER, (), or_related=True))
    assert told == "a master's degree in the field or a closely related one (HR decides)"


def test_a_condition_that_has_no_name_is_told_in_its_own_words() -> None:
    told = MustHold(CATALOG, "us-nd/0444").in_words(["HORIZON"])
    assert told == "this holds (We do not look further than 1,200 months (100 years))"


def test_where_no_ladder_is_it_is_told_whether_service_counts() -> None:
    opened = Assessment(TARGET, Status.AFTER, AS_OF, months=18, proved_months=18)
    answers = [PathAnswer(START, TARGET, None, (), open_route=opened, service_counts=one) for one in (True, False)]
    counts, is_open = (no_ladder_in_words(CATALOG, one) for one in answers)
    assert counts.startswith(f"No rule names {TITLES}, but your service counts. If you go on as ")
    assert is_open.startswith(f"No rule names {TITLES}, but it is open all the same. If you go on as ")
    assert counts.endswith(": 1 year 6 months, to May 2028.")
    assert no_ladder_in_words(CATALOG, PathAnswer(START, TARGET, None, ())).startswith(
        "No path in our data joins Customer"
    )
