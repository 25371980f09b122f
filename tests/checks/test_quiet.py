"""What looks like a fault and is none: on each of these catalogs no rule speaks."""

from collections.abc import Mapping

import pytest

from tests.checks.planted import DROP, OWN, Edit, Planting, experience, find_in, plant, source
from tests.checks.plantings_identity import circle, like_2004, named_only
from tests.checks.plantings_pay import yearly
from tests.checks.plantings_requirements import GENERAL, SPECIAL, hours, master, quoted, ruled, service, study

E = Edit
RQ = "qualifications/requirements"
SUB = "qualifications/substitutions"
PAIR = (like_2004("2005"), like_2004("2006"), *circle("2005", "2006"))
"""Two classes that can be entered only from one another, until something opens one of them."""

QUIET: Mapping[str, Planting] = {
    "a circle with an equivalent": [*PAIR, E(f"2005/{RQ}/0/or_equivalent", value=True)],
    "a circle with a field": [*PAIR, E(f"2006/{RQ}/0/or_in_field", value=True)],
    "a circle with an open feeder": [*PAIR, E(f"2005/{RQ}/0/classes/+", {"class": "us-yy/2001"})],
    "a circle with study for all of it": [*PAIR, E(f"2005/{SUB}/+", study(15, 6, 6, "below"))],
    "a circle with study and a degree": [*PAIR, E(f"2005/{SUB}", [study(5, 2, 4, "below"), master(2, "below")])],
    "a circle with service from outside": [*PAIR, E(f"2006/{SUB}/+", service(6, "below"))],
    "a circle with a programme": [
        *PAIR,
        E(
            f"2006/{SUB}/+",
            {"kind": "programme", "stands_for": "below", "programme": "us-yy/2001", "source": source(OWN)},
        ),
    ],
    "a circle with a ruling": [
        *PAIR,
        E(
            "us-yy/rulings/+",
            {"class": "us-yy/2001", "counts_toward": ["us-yy/2005#below"], "by": "x", "reason": "given"},
        ),
    ],
    "a circle with another way": [
        *PAIR,
        E(f"2005/{RQ}/+", experience("general", 60, OWN)),
        E(f"2005/{SUB}/+", study(15, 6, 6)),
        E("2005/qualifications/routes/+", {"id": "general", "requires": ["general"]}),
    ],
    "titles half in capitals": [
        like_2004(f"200{number}", title=title, source=source(f"{title}.txt"))
        for number, title in enumerate(("KEEPER OF BEES", "HEAD BOATMAN", "LIFE GUARD", "LAMP LIGHTER"), start=5)
    ],
    "levels are no slips of spelling": [
        like_2004("2005", title="Boatman Chief I", source=source("a.txt")),
        like_2004("2006", title="Boatman Chief II", source=source("b.txt")),
        like_2004("2007", title="Wood Cutter A", source=source("c.txt")),
        like_2004("2008", title="Wood Cutter B", source=source("d.txt")),
    ],
    "short titles are no slips of spelling": [like_2004("2005", title="Cook"), like_2004("2006", title="Rook")],
    "two slips are two titles": [like_2004("2005", title="Pork Worden")],
    "a plan with one grade has none": [
        like_2004(
            f"20{number}",
            title=title,
            pay={"plan": "All", "grade": "D", "ranges": yearly(number * 1000, number * 1100), "source": source(OWN)},
        )
        for number, title in ((30, "Boatman"), (35, "Life Guard"), (40, "Wood Cutter"), (45, "Lamp Lighter"))
    ],
    "pay of different years is not compared": [
        E("2001/pay/ranges", yearly(36_000, 46_000)),
        E("2001/dates", {"revised": "2025-04"}),
        E("2001/source/revision", "2025-04"),
    ],
    "pay of a revision without a date is compared, and rises": [
        E("2001/dates", DROP),
        E("2001/source/revision", DROP),
    ],
    "only named, with pay of its own": [
        *named_only("boatman", "Boatman")[:1],
        E("boatman/pay", {"plan": "Parks", "grade": "A", "source": source(OWN)}),
    ],
    "a month and a day in it are not out of order": [
        E("2001/dates", {"effective": "2024-03", "established": "2024-03-15", "replaces": "2024-03-01"}),
        E("2001/source/revision", "2024-03"),
    ],
    "a part of an amount": [ruled(quoted("general", 24, "Three years, two of which were at sea"))],
    "hours are not compared with months": [ruled(quoted("general", 12, "2,080 hours at sea"))],
    "quarter hours turned into semester hours": [ruled(hours(20, "30 quarter units"))],
    "special experience with all the study it leaves": [
        ruled(GENERAL, SPECIAL, substitutions=[study(15, 6, 36), service(12)])
    ],
    "a suspended hyphen": [E(f"2001/{RQ}/0/what", "Two- and four-year work, day- or night-time")],
    "a letter at the end is no article": [E(f"2001/{RQ}/0/what", "Work with a licence of class A")],
    "a word that may stand twice": [E(f"2001/{RQ}/0/what", "Work that that board had had")],
    "a designation where none is listed": [E("2001/designation", "Exempt")],
    "a superior of a higher grade": [E("2001/superiors", [{"class": "us-yy/2002", "source": source(OWN)}])],
    "a superior without pay": [
        E("2001/superiors", [{"class": "us-yy/2005", "source": source(OWN)}]),
        like_2004("2005", pay=DROP),
        like_2004("2006", pay=DROP),
    ],
    "an alias with pay of its own": [
        E(
            "2001/aliases",
            [
                {
                    "note": "by night",
                    "source": source(OWN),
                    "pay": {"plan": "Parks", "grade": "B", "source": source(OWN)},
                }
            ],
        )
    ],
}


@pytest.mark.parametrize("case", QUIET)
def test_no_rule_speaks(case: str) -> None:
    assert find_in(plant(QUIET[case])) == ()
