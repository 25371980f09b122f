"""What is planted for the rules on pay, grades and dates."""

from collections.abc import Mapping, Sequence

from tests.checks.planted import DROP, OWN, Edit, New, Planting, pay_ranges, source
from tests.checks.plantings_identity import like_2004, one_each

E = Edit
HERE = source(OWN, 20)
_OF_XX = ("1001", "1002", "1003", "1004", "1005")
_OF_YY = ("2001", "2002", "2003", "2004")
"""The described classes of each jurisdiction."""


def yearly(low: object, high: object, unit: str = "yearly") -> list[dict[str, object]]:
    return [{"unit": unit, "low": str(low), "high": str(high)}]


def of_boats(code: str, grade: str, low: int, title: str) -> New:
    """Return one more class of us-xx, in a plan of its own, with pay of the width of 10,000 dollars."""
    pay = {"plan": "Boats", "grade": grade, "ranges": yearly(low, low + 10_000), "source": HERE}
    more = {"pay": pay, "title": title, "source": source(f"{title}.txt"), "trainee_targets": []}
    return New(code, "1005", more)


PAY: Mapping[str, Sequence[Planting]] = {
    "PAY_INVERTED": one_each(
        E("2001/pay/ranges/0/low", "40001"),
        E("2002/pay/ranges", yearly(45000, 35000)),
        E("2003/pay/ranges", yearly(90000, 45000)),
        E("2004/pay/ranges", yearly("55000.01", "55000.00")),
        E("2004/pay/ranges", yearly("30.5", "25.5", "hourly")),
    ),
    "PAY_IMPLAUSIBLE": one_each(
        E("2001/pay/ranges", yearly(22, 29)),
        E("2001/pay/ranges", yearly(40000, 60000, "hourly")),
        E("2004/pay/ranges", yearly(90000, 95000, "biweekly")),
        E("2004/pay/ranges", yearly(450, 550, "monthly")),
        E("2004/pay/ranges", yearly(3500000, 4000000)),
    ),
    "PAY_RANGE_TOO_WIDE": one_each(
        E("2001/pay/ranges", yearly(10000, 40001)),
        E("2001/pay/ranges", yearly(9000, 400000)),
        E("2004/pay/ranges", yearly(45000, 450000)),
        E("2004/pay/ranges", yearly(45000, 200000)),
        E("2004/pay/ranges", yearly(20, 90, "hourly")),
    ),
    "PAY_UNITS_AT_ODDS": one_each(
        E("1001/pay/ranges/0/low", "19.50"),
        E("1002/pay/ranges/1/high", "2200.00"),
        E("1003/pay/ranges/2/high", "70500"),
        E("1004/pay/ranges/0/high", "38.48"),
        E("1005/pay/ranges/1/low", "1230.76"),
    ),
    "PAY_FALLS_ON_PROMOTION": one_each(
        E("2001/pay/ranges", yearly(36000, 46000)),
        E("2003/pay/ranges", yearly(51000, 61000)),
        E("2002/pay/ranges", yearly(29000, 39000)),
        E("2004/pay/ranges", yearly(39000, 49000)),
        E("2003/pay/ranges", yearly(34999, 44999)),
    ),
    "PAY_MISSING": [
        [E("2001/pay/ranges", [])],
        [E("2004/pay/ranges", [])],
        [E("1003/pay/ranges", [])],
        [E("2002/pay", DROP)],
        [E("1004/pay", DROP)],
    ],
    "PAY_BASIS_MISSING": [
        [E(f"{code}/pay/ranges", pay_ranges([low, low + 10_000]))]
        for code, low in (("2001", 30_000), ("2002", 35_000), ("2003", 40_000), ("2004", 45_000), ("2004", 46_000))
    ],
}

GRADES: Mapping[str, Sequence[Planting]] = {
    "GRADE_FALLS_ON_PROMOTION": [
        [E("us-yy/grades_lowest_first", order)]
        for order in (["B", "A", "C", "D"], ["A", "C", "B", "D"], ["A", "B", "D", "C"], ["D", "C", "B", "A"])
    ]
    + [
        [
            E("us-yy/grades_lowest_first", DROP),
            *(
                E(f"{code}/pay", {"plan": "Parks", "grade": grade, "source": HERE})
                for code, grade in (("2001", "10"), ("2002", "9"), ("2003", "11"), ("2004", "12"))
            ),
        ]
    ],
    "SUPERIOR_OF_LOWER_GRADE": one_each(
        E("1002/superiors", [{"class": "us-xx/1001", "source": HERE}]),
        E("1004/superiors", [{"class": "us-xx/1005", "source": HERE}]),
        E("1003/superiors/+", {"class": "us-xx/1001", "source": HERE}),
        E("2002/superiors", [{"class": "us-yy/2001", "source": HERE}]),
        E("2004/superiors", [{"class": "us-yy/2003", "source": HERE}]),
    ),
    "PAY_OF_ONE_GRADE_DIFFERS": [
        [like_2004("2005", pay={"plan": "Parks", "grade": grade, "ranges": yearly(low, high), "source": HERE})]
        for grade, low, high in (
            ("A", 30000, 40001),
            ("B", 35001, 45000),
            ("C", 39000, 51000),
            ("D", 45000, 45500),
            ("D", 60000, 70000),
        )
    ],
    "PAY_FALLS_AS_GRADE_RISES": [
        [of_boats("1006", lower, 50_000, "Boatman"), of_boats("1007", higher, low, "Lamp Lighter")]
        for lower, higher, low in (
            ("1", "2", 49_999),
            ("9", "10", 40_000),
            ("7", "12", 30_000),
            ("20", "21", 20_000),
            ("3", "100", 49_000),
        )
    ],
    "GRADE_NOT_IN_ORDER": one_each(
        *(
            E("2004/pay", {"plan": "Parks", "grade": grade, "ranges": yearly(45000, 55000), "source": HERE})
            for grade in ("E", "DD", "d", "4", "A/B")
        )
    ),
    "GRADE_LISTED_TWICE": one_each(
        *(E("us-yy/grades_lowest_first/+", grade) for grade in ("A", "B", "C", "D")),
        E("us-xx/grades_lowest_first", ["7", "10", "12", "15", "20", "7"]),
    ),
}


DATES: Mapping[str, Sequence[Planting]] = {
    "DATE_IMPOSSIBLE": one_each(
        E("1001/dates/established", "2009-02-29"),
        E("1002/dates/established", "2010-04-31"),
        E("2001/dates/replaces", "2019-02-30"),
        E("2002/dates/established", "2001-09-31"),
        E("2003/dates/replaces", "2018-11-31"),
    ),
    "DATE_TOO_OLD": one_each(
        *(
            E(f"{code}/dates/{field}", printed)
            for code, field, printed in (
                ("1001", "established", "1899-12-31"),
                ("1002", "established", "0019-03"),
                ("1003", "replaces", "1019-02-01"),
                ("2001", "established", "0210-05-04"),
                ("2002", "replaces", "0012-01"),
            )
        )
    ),
    "DATE_TO_COME": [
        [E("1001/dates/effective", "2026-12"), E("1001/dates/revised", DROP), E("1001/source/revision", DROP)],
        [E("us-xx/rulings/0/date", "2026-12-01")],
        [E("us-xx/rulings/0/date", "2030-01")],
        [E("2001/dates", {"effective": "2027-03-01", "source": HERE}), E("2001/source/revision", DROP)],
        [E("2002/dates", {"revised": "2206-03", "source": HERE}), E("2002/source/revision", DROP)],
    ],
    "ESTABLISHED_AFTER_EFFECTIVE": [
        [E(f"{code}/dates", {"effective": effective, "established": established}), E(f"{code}/source/revision", DROP)]
        for code, effective, established in (
            ("1001", "2024-03-01", "2024-03-02"),
            ("1002", "2024-03", "2024-04-01"),
            ("2001", "2019-01-01", "2020-01-01"),
            ("2002", "2020-12", "2021-01"),
            ("2003", "2024-02-29", "2024-03"),
        )
    ],
    "ESTABLISHED_AFTER_REVISION": [
        [E(f"{code}/dates", {"revised": revised, "established": established}), E(f"{code}/source/revision", DROP)]
        for code, revised, established in (
            ("1001", "2024-03-01", "2024-03-02"),
            ("1002", "2024-03", "2024-04-01"),
            ("2001", "2019-01-01", "2020-01-01"),
            ("2002", "2020-12", "2021-01"),
            ("2003", "2024-02-29", "2024-03"),
        )
    ],
    "REPLACES_NOT_BEFORE": one_each(
        *(
            E(f"{code}/dates/replaces", printed)
            for code, printed in (
                ("1001", "2024-03-01"),
                ("1002", "2024-03-02"),
                ("1003", "2024-04"),
                ("2001", "2025-01-01"),
                ("2002", "2026-01"),
            )
        )
    ),
    "REVISED_LONG_AFTER_EFFECTIVE": [
        [E(f"{code}/dates/revised", printed), E(f"{code}/source/revision", printed)]
        for code, printed in (
            ("1004", "2024-08-29"),
            ("1002", "2024-12-31"),
            ("1003", "2025-03-01"),
            ("2001", "2026-10-31"),
            ("2002", "2024-10-18"),
        )
    ],
    "EFFECTIVE_NEAR_REVISION": [
        [E(f"{code}/dates/revised", printed), E(f"{code}/source/revision", printed)]
        for code, printed in (
            ("1004", "2024-02-29"),
            ("1002", "2024-03-02"),
            ("1003", "2024-03-08"),
            ("2001", "2024-02-23"),
            ("2002", "2024-02-28"),
        )
    ],
    "REVISION_AT_ODDS": one_each(
        *(
            E(f"{code}/source/revision", printed)
            for code, printed in (
                ("1004", "2019-03-01"),
                ("1002", "2024-04"),
                ("1003", "2023-03-01"),
                ("2001", "2024-03-02"),
                ("2002", "2010-05-04"),
            )
        )
    ),
    "DOCUMENT_OF_TWO_REVISIONS": [
        [
            like_2004("2005", title="Boatman", source=source("both.txt", revision=one)),
            like_2004("2006", source=source("both.txt", revision=other)),
        ]
        for one, other in (
            ("2024-03-01", "2024-03-02"),
            ("2020-01", "2021-01"),
            ("2020-01-01", "2020-02"),
            ("2012-07", "2004-04"),
            ("2024-03-01", "2023-03-01"),
        )
    ],
    "RULES_OLD": [
        [
            edit
            for code in codes
            for edit in (E(f"{code}/dates", {"revised": printed}), E(f"{code}/source/revision", DROP))
        ]
        for codes, printed in (
            (_OF_YY, "2021-10-31"),
            (_OF_YY, "2016-11-01"),
            (_OF_YY, "2018-02"),
            (_OF_XX, "2021-10"),
            (_OF_XX, "2019-12-31"),
        )
    ],
    "SPECIFICATION_OLD": [
        [E(f"{code}/dates", {"revised": printed}), E(f"{code}/source/revision", DROP)]
        for code, printed in (
            ("1001", "2016-10-31"),
            ("1002", "2012-07"),
            ("1003", "1999-12-31"),
            ("2001", "2004-04"),
            ("2002", "2016-10"),
        )
    ],
}
