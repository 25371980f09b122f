"""What is planted for the rules on identity, naming, references and jurisdictions; five cases each at least."""

from collections.abc import Mapping, Sequence

from tests.checks.planted import DROP, OWN, Edit, New, Planting, experience, source

E = Edit
TITLES = {"2006": "Keeper of Bees", "2007": "Life Guard", "2008": "Wood Cutter", "2009": "Lamp Lighter"}


def one_each(*edits: Edit | New) -> Sequence[Planting]:
    """Return a planting of each edit by itself."""
    return [[edit] for edit in edits]


def like_2004(code: str, **changed: object) -> New:
    """Return one more class of us-yy, without a feeder and with a document of its own."""
    rules = {"requirements": [experience("general", 48, OWN)], "routes": [{"id": "general", "requires": ["general"]}]}
    title = TITLES.get(code, "Boatman")
    plain = {"title": title, "qualifications": rules, "source": source(f"{title}.txt"), "dates": {}}
    return New(code, "2004", {**plain, **changed})


def named_only(slug: str, title: str, *, by: str = "2004") -> Planting:
    """Return one more class that is only named, and the requirement of another that names it."""
    spec = {"title": title, "completeness": "named-only", "slug": slug, "source": source("2004 PARK WARDEN.txt")}
    others = dict.fromkeys(("qualifications", "pay", "dates", "designation", "occupational_group"), DROP)
    return [
        New("", "2004", {**others, **spec}),
        E(f"{by}/qualifications/requirements/1/classes/+", {"class": f"us-yy/{slug}"}),
    ]


def circle(*codes: str) -> Planting:
    """Return the edits by which each of these classes of us-yy can be entered only from the next."""
    following = [*codes[1:], codes[0]]
    return [
        E(
            f"{code}/qualifications",
            {
                "requirements": [experience("below", 6, OWN, classes=[{"class": f"us-yy/{other}"}])],
                "routes": [{"id": "below", "requires": ["below"]}],
            },
        )
        for code, other in zip(codes, following, strict=True)
    ]


CODES = ("1001", "1002", "1003", "1004", "1005")
RQ = "qualifications/requirements"
RULING = {"class": "us-xx/1001", "by": "The board", "reason": "It fits."}
HERE = source(OWN, 20)

IDENTITY: Mapping[str, Sequence[Planting]] = {
    "CODE_MISSING": [
        [like_2004("", slug=slug, title=title)]
        for slug, title in (
            ("keeper", "Keeper of Bees"),
            ("warden-of-lakes", "Warden of Lakes"),
            ("boatman", "Boatman"),
            ("forester", "Forester"),
            ("life-guard", "Guard of Lives"),
        )
    ],
    "CODE_LOST_IN_READING": [
        [like_2004("2441", source=source("02441 BEES.txt"))],
        [like_2004("2441", source=source("Bees.txt", quote="Class 02441 Keeper of Bees"))],
        [like_2004("3000", source=source("3E3 BEES.txt"))],
        [like_2004("2000", title="Keeper of Bees", source=source("Bees.txt", quote="Class Code 2e3"))],
        [like_2004("1200", source=source("12E2.txt"))],
    ],
    "CODE_READS_AS_NUMBER": [[like_2004(code)] for code in ("1E10", "12e3", "3E18", "100E2", "2E05")],
    "CODE_OF_OTHER_LENGTH": one_each(*(like_2004(code) for code in ("204", "20045", "99", "7", "200005"))),
    "CODE_PRINTED_TWICE": one_each(*(like_2004(code) for code in ("2004SH", "2001MP", "2002a", "2003XX", "2001CL"))),
    "ALIAS_EMPTY": one_each(
        *(
            E(f"{code}/aliases", [{**alias, "note": "also", "source": HERE}])
            for code, alias in (
                ("1004", {}),
                ("1004", {"title": "RECORDS MANAGER"}),
                ("1004", {"title": "Records managers"}),
                ("2001", {"title": "Gardener"}),
                ("2003", {"title": "park ranger"}),
            )
        )
    ),
    "ALIAS_TITLE_OF_OTHER": one_each(
        E("1004/aliases/0/title", "Trainee in records"),
        E("1004/aliases/0/title", "Records Clerks"),
        E("us-xx/title_aliases/0/title", "Records supervisor"),
        E("us-xx/title_aliases/0/title", "RECORDS MANAGER"),
        E("us-xx/title_aliases/+", {"title": "RECORDS SUPERVISOR", "class": "us-xx/1004", "source": HERE}),
    ),
    "TITLE_ALIAS_TWICE": one_each(
        *(
            E("us-xx/title_aliases/+", {"title": title, "class": f"us-xx/{code}", "source": HERE})
            for title, code in (
                ("Clerk of Records", "1002"),
                ("clerks of records", "1003"),
                ("CLERK OF RECORDS", "1004"),
                ("Clerk, of Records", "1005"),
                ("Clerk of Records", "filing-aide"),
            )
        )
    ),
    "SERIES_RANK_TWICE": [
        [E("1004/series", {"name": "Records", "rank": 3})],
        [E("1005/series", {"name": "Records", "rank": 1})],
        [E("1005/series", {"name": "Records", "rank": 2})],
        [E("2003/series", {"name": "Parks", "rank": 2}), E("2004/series", {"name": "Parks", "rank": 2})],
        [E(f"{code}/series", {"name": "Parks", "rank": 1}) for code in ("2001", "2002")],
    ],
    "SERIES_RANK_MISSING": [
        [
            E("1004/series", {"name": "Records", "rank": 5}),
            E("1004/qualifications/requirements/1", experience("internal", 1, OWN, classes=[{"class": "us-xx/1003"}])),
            E("1004/qualifications/routes/1/requires", ["internal"]),
        ],
        [E("2003/series", {"name": "Parks", "rank": 1}), E("2004/series", {"name": "Parks", "rank": 3})],
        [E("2001/series", {"name": "Parks", "rank": 2}), E("2002/series", {"name": "Parks", "rank": 4})],
        [E("2003/series", {"name": "Parks", "rank": 7}), E("2004/series", {"name": "Parks", "rank": 10})],
        [
            E(f"200{number}/series", {"name": "Parks", "rank": rank})
            for number, rank in ((1, 1), (2, 2), (3, 3), (4, 6))
        ],
    ],
}

NAMING: Mapping[str, Sequence[Planting]] = {
    "TITLE_DUPLICATE": one_each(
        *(
            like_2004("2005", title=title)
            for title in ("Park Warden", "park wardens", "gardener", "TREE-Surgeon", "Park-Rangers")
        )
    ),
    "TITLE_NEAR_DUPLICATE": one_each(
        *(
            like_2004("2005", title=title)
            for title in ("Park Wardem", "Pork Warden", "Park Ragner", "Tree Surgeion", "Tre Surgeon")
        )
    ),
    "TITLE_WITH_FURNITURE": one_each(
        *(
            like_2004("2005", title=title)
            for title in (
                "Boatman Page 2",
                "Boatman 2005",
                "Class Code Boatman",
                "Boatman 03/01/24",
                "Boatman.txt",
                "Boatman REV 03",
                "Boatman (cont'd)",
            )
        )
    ),
    "TITLE_CUT_OFF": one_each(
        *(
            like_2004("2005", title=title)
            for title in ("Keeper of", "Keeper and", "Keeper (Bees", "Keeper of the", "Keeper,", "Keeper -")
        )
    ),
    "TITLE_IN_CAPITALS": one_each(
        *(
            like_2004("2005", title=title)
            for title in ("KEEPER OF BEES", "HEAD BOATMAN", "LIFE GUARD II", "FORESTER (LAKES)", "CHIEF KEEPER")
        )
    ),
    "TITLE_LEVELS_MIXED": [
        [like_2004("2005", title=one), like_2004("2006", title=other)]
        for one, other in (
            ("Boatman 1", "Boatman II"),
            ("Boatman III", "Boatman 2"),
            ("BOATMAN Chief IV", "Boatman chief 5"),
            ("Keeper of Bees 2", "Keeper of Bees I"),
            ("Life Guard 3", "Life Guard V"),
        )
    ],
    "VALUE_SPELT_TWO_WAYS": one_each(
        E("1004/occupational_group", "records"),
        E("1003/series/name", "RECORDS"),
        E("1003/pay/plan", "G.S."),
        E("2002/pay/plan", "PARKS"),
        E("2001/occupational_group", "Rec-ords"),
    ),
}

REFERENCES: Mapping[str, Sequence[Planting]] = {
    "REFERENCE_NOT_LINKED": [
        named_only(slug, title)
        for slug, title in (
            ("gardener", "Gardener"),
            ("gardeners", "GARDENERS"),
            ("tree", "Tree-Surgeon"),
            ("rangers", "Park Rangers"),
            ("warden", "Park-Wardens"),
        )
    ],
    "REFERENCE_AMBIGUOUS": [
        [
            like_2004("2005", title="Boatman", aliases=[{"title": title, "note": "also", "source": HERE}]),
            like_2004("2006", title="Forester", aliases=[{"title": title, "note": "also", "source": HERE}]),
            *named_only("named", title),
        ]
        for title in ("Lake Keeper", "Keeper of Bees", "Life Guard", "Warden of Lakes", "Wood Ranger")
    ],
    "REFERENCE_NEAR_MISS": [
        named_only(slug, title)
        for slug, title in (
            ("a", "Tree Sugeon"),
            ("b", "Park Rangger"),
            ("c", "Park Wadren"),
            ("d", "Pack Warden"),
            ("e", "Tree Surgeom"),
        )
    ],
    "REFERENCE_SELF": one_each(
        E(f"2002/{RQ}/1/classes/+", {"class": "us-yy/2002"}),
        E(f"2004/{RQ}/1/classes/+", {"class": "us-yy/2004", "certainty": "level"}),
        E("1001/superiors", [{"class": "us-xx/1001", "source": HERE}]),
        E("1005/trainee_targets/+", {"class": "us-xx/1005", "source": HERE}),
        E("1001/qualifications/substitutions/1/named", {"class": "us-xx/1001"}),
    ),
    "REFERENCE_ABROAD": one_each(
        E(
            f"2002/{RQ}/1",
            {"kind": "programme", "id": "below", "what": "x", "programme": "us-xx/records-academy", "source": HERE},
        ),
        E(f"2002/{RQ}/1/classes/+", {"class": "us-xx/1001"}),
        E("1004/superiors", [{"class": "us-yy/2004", "source": HERE}]),
        E("1005/trainee_targets/+", {"class": "us-yy/2001", "source": HERE}),
        E(
            "1001/qualifications/substitutions/+",
            {"kind": "service", "stands_for": "general", "named": {"class": "us-yy/2001"}, "months": 6, "source": HERE},
        ),
        E(
            "1001/qualifications/substitutions/+",
            {"kind": "programme", "stands_for": "general", "programme": "us-yy/2003", "source": HERE},
        ),
    ),
    "CLASS_NAMED_TWICE": one_each(
        E(f"2002/{RQ}/1/classes/+", {"class": "us-yy/2001"}),
        E(f"2003/{RQ}/1/classes/+", {"class": "us-yy/2002"}),
        E(f"2004/{RQ}/1/classes/+", {"class": "us-yy/2003"}),
        E(f"1001/{RQ}/1/classes/+", {"class": "us-xx/filing-aide"}),
        E(f"1002/{RQ}/1/classes/+", {"class": "us-xx/1001"}),
    ),
    "REFERENCE_MUTUAL": [
        [like_2004("2005"), like_2004("2006"), *circle("2005", "2006")],
        [like_2004("2006"), like_2004("2005"), *circle("2006", "2005")],
        [like_2004("2007"), like_2004("2008"), *circle("2007", "2008"), E(f"2007/{RQ}/0/months", 60)],
        [
            like_2004("2005"),
            like_2004("2006"),
            *circle("2005", "2006"),
            E(
                "2005/qualifications/substitutions/+",
                {
                    "kind": "study",
                    "stands_for": "below",
                    "semester_hours": 5,
                    "months": 2,
                    "at_most_months": 4,
                    "source": HERE,
                },
            ),
        ],
        [
            like_2004("2005"),
            like_2004("2006"),
            *circle("2005", "2006"),
            E(
                "2006/qualifications/substitutions/+",
                {
                    "kind": "service",
                    "stands_for": "below",
                    "named": {"class": "us-yy/2005"},
                    "months": 3,
                    "source": HERE,
                },
            ),
        ],
    ],
    "CLASS_UNREACHABLE": [
        [like_2004("2005"), like_2004("2006"), like_2004("2007"), *circle("2005", "2006", "2007")],
        [
            like_2004("2005"),
            like_2004("2006"),
            like_2004("2007"),
            like_2004("2008"),
            *circle("2005", "2006", "2007", "2008"),
        ],
        [
            like_2004("2005"),
            like_2004("2006"),
            like_2004("2007"),
            *circle("2005", "2006", "2007"),
            E(
                "2006/qualifications/substitutions/+",
                {"kind": "degree", "stands_for": "below", "degree": "master", "months": 5, "source": HERE},
            ),
        ],
        [like_2004("2009"), like_2004("2006"), like_2004("2007"), *circle("2007", "2009", "2006")],
        [
            like_2004("2005"),
            like_2004("2006"),
            like_2004("2007"),
            *circle("2006", "2005", "2007"),
            E(
                "us-yy/rulings/+",
                {"class": "us-yy/2006", "counts_toward": ["us-yy/2005#below"], "by": "The board", "reason": "x"},
            ),
        ],
    ],
    "SUPERIOR_CIRCLE": [
        [
            E(f"{one}/superiors", [{"class": f"us-yy/{other}", "source": HERE}]),
            E(f"{other}/superiors", [{"class": f"us-yy/{one}", "source": HERE}]),
            E(f"{one}/pay", DROP),
            E(f"{other}/pay", DROP),
        ]
        for one, other in (("2001", "2002"), ("2001", "2003"), ("2002", "2003"), ("2003", "2004"), ("2001", "2004"))
    ],
    "STEP_SKIPS_RANK": [
        [E(f"200{number}/series", {"name": "Parks", "rank": number}) for number in (1, 2, 3, 4)]
        + [E(f"{target}/{RQ}/1/classes", [{"class": f"us-yy/{feeder}"}])]
        for target, feeder in (("2003", "2001"), ("2004", "2001"), ("2004", "2002"))
    ]
    + [
        [E("1003/qualifications/requirements/2/classes", [{"class": "us-xx/1001"}])],
        [
            E("1004/series", {"name": "Records", "rank": 4}),
            E(f"1004/{RQ}/1", experience("internal", 1, OWN, classes=[{"class": "us-xx/1002"}])),
            E("1004/qualifications/routes/1/requires", ["internal"]),
        ],
    ],
    "NAMED_ONLY_UNNAMED": [
        [E(f"1001/{RQ}/1/classes", [{"class": "us-xx/1005"}])],
        [E("1001/qualifications/substitutions/0/programme", "us-xx/filing-aide")],
        named_only("boatman", "Boatman")[:1],
        named_only("keeper-of-bees", "Keeper of Bees")[:1],
        [*named_only("boatman", "Boatman")[:1], *named_only("forester", "Forester")[:1]],
    ],
    "RULING_WITHOUT_EXPERIENCE": one_each(
        E("us-xx/rulings/+", {**RULING, "counts_toward": ["us-xx/1004#degree"]}),
        E("us-xx/rulings/+", {**RULING, "counts_toward": ["us-xx/1004#licence"]}),
        E("us-xx/rulings/+", {**RULING, "counts_toward": ["us-xx/1005#study"]}),
        E("us-xx/rulings/0/counts_toward/+", "us-xx/1004#degree"),
        E("us-yy/rulings/+", {**RULING, "counts_toward": ["us-xx/1002#general", "us-xx/1005#study"]}),
    ),
    "RULING_REPEATED": one_each(
        E("us-xx/rulings/+", {**RULING, "counts_toward": ["us-xx/1003#general"]}),
        E("us-xx/rulings/+", {**RULING, "counts_toward": ["us-xx/1002#general", "us-xx/1003#general"]}),
        E(
            "us-xx/rulings/+",
            {**RULING, "counts_toward": ["us-xx/1003#general"], "shows": {"code": "FIELD", "text": "x"}},
        ),
        E("us-xx/rulings/+", {**RULING, "counts_toward": ["us-xx/1003#general"], "by": "Another", "date": "2026-01"}),
        E("us-xx/rulings/+", {**RULING, "counts_toward": ["us-xx/1003#general", "us-xx/1003#special"]}),
    ),
}

NOTE = {"question": "What holds?", "answer": "This.", "basis": "Text"}

JURISDICTIONS: Mapping[str, Sequence[Planting]] = {
    "CONVENTION_NOTE_MISSING": one_each(
        E("us-xx/convention_notes/0", DROP),
        E("us-xx/convention_notes/17", DROP),
        E("us-yy/convention_notes", [{"id": "C1", **NOTE}]),
        E("us-yy/convention_notes", [{"id": f"C{number}", **NOTE} for number in range(2, 19)]),
        E("us-xx/convention_notes/3/id", "C19"),
    ),
    "CONVENTION_NOTE_TWICE": one_each(
        *(E("us-xx/convention_notes/+", {"id": f"C{number}", **NOTE}) for number in (1, 4, 9, 17, 18))
    ),
    "EXAM_DESIGNATION_UNKNOWN": one_each(*(E(f"{code}/designation", f"Exempt by rule {code}") for code in CODES)),
    "TRAINEE_LENGTH_INVERTED": one_each(
        E("1005/trainee_targets/0/months", 25),
        E("1005/trainee_targets/0/months", 240),
        E("1005/trainee_targets/0/at_most_months", 11),
        E("1005/trainee_targets/0/at_most_months", 0),
        E("1005/trainee_targets/+", {"class": "us-xx/1002", "months": 12, "at_most_months": 6, "source": HERE}),
    ),
    "INFERRED_STEPS_WITHOUT_GRADES": [
        [E("us-yy/offers_inferred_steps", value=True), change]
        for change in (
            E("us-yy/name", "Wye"),
            E("2001/occupational_group", DROP),
            E("2002/occupational_group", "Trees"),
            E("2004/designation", "Any"),
            E("2003/occupational_group", "Woods"),
        )
    ],
}
