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
            (
                "Walks culverts after rain and writes down what is worn.",
                "Shows landowners where a ditch may not be filled.",
            ),
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

_SERVICE = (
    "A bachelor's degree in hydrology, geology or a closely related field, and three years of experience in the "
    "monitoring of wells; or"
)
_WAYS = (
    _SERVICE,
    "Five years of experience as a Well Keeper or Senior Pump Mechanic.",
)
_INSTEAD = (
    "Two years of experience in the monitoring of wells may be substituted for two years of the required education."
)
_LICENSE = "Possession of a valid Class B driver's license."

SURVEYOR = Specification(
    facts=(
        ("Class Title", "Groundwater Surveyor"),
        ("Class Code", "0093"),
        ("Salary", "$31.40 - $38.75 per hour"),
    ),
    sections=(
        Section("Class Summary", ("Measures and reports on wells that Larkmere County keeps for dry summers.",)),
        Section("Minimum Qualifications", _WAYS, is_list=True),
        Section("Substitution", (_INSTEAD,)),
        Section("License", (_LICENSE,)),
        Section("Physical Demands", ("Carries a sounding line and its case over rough ground.",)),
    ),
    posting=(
        ("@id", "https://larkmere.example/0093"),
        ("title", "Groundwater Surveyor"),
        ("identifier", {"@type": "PropertyValue", "value": "0093"}),
        ("hiringOrganization", {"@type": "Organization", "name": "Larkmere County"}),
        (
            "baseSalary",
            {
                "@type": "MonetaryAmount",
                "currency": "USD",
                "value": {"@type": "QuantitativeValue", "minValue": 31.40, "maxValue": 38.75, "unitText": "HOUR"},
            },
        ),
        ("description", "Measures and reports on wells that Larkmere County keeps for dry summers."),
        (
            "qualifications",
            "<ol>" + "".join(f"<li>{line}</li>" for line in _WAYS) + f"</ol><p>Substitution: {_INSTEAD}</p>"
            f"<p>License: {_LICENSE}</p>",
        ),
        ("physicalRequirement", "Carries a sounding line and its case over rough ground."),
    ),
)
