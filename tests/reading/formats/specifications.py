"""The specifications that are written in every format: of a county that does not exist."""

from tests.reading.formats.specification import Section, Specification

_ROUTES = (
    "Two years of experience as a Drainage Inspector I; or",
    "Four years of experience in the upkeep of county roads, and graduation from high school.",
)

INSPECTOR = Specification(
    facts=(
        ("Class Title", "Drainage Inspector II"),
        ("Class Code", "0417"),
        ("Salary", "$52,000 - $63,500 per year"),
    ),
    sections=(
        Section("Definition", ("Under direction, looks after the ditches and culverts of Larkmere County.",)),
        Section(
            "Examples of Duties",
            ("Walks culverts after rain and writes down what is worn.", "Shows landowners where a ditch may not be filled."),
            is_list=True,
        ),
        Section("Minimum Qualifications", _ROUTES, is_list=True),
        Section("Working Conditions", ("Work is out of doors in all weather.",)),
    ),
    posting=(
        ("title", "Drainage Inspector II"),
        ("identifier", {"@type": "PropertyValue", "name": "Larkmere County", "value": "0417"}),
        ("datePosted", "2024-05-01"),
        ("description", "<p>Under direction, looks after the ditches and culverts of Larkmere County.</p>"),
        (
            "baseSalary",
            {
                "@type": "MonetaryAmount",
                "currency": "USD",
                "value": {"@type": "QuantitativeValue", "minValue": 52000, "maxValue": 63500, "unitText": "YEAR"},
            },
        ),
        ("qualifications", "".join(f"<p>{number}. {line}</p>" for number, line in enumerate(_ROUTES, start=1))),
        ("responsibilities", "Walks culverts after rain and writes down what is worn."),
        ("employmentType", "FULL_TIME"),
    ),
)
