from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

import pytest

from ladder.reading.drafts import ClassDraft, Role
from ladder.reading.jurisdictions.los_angeles import FIELD_READERS, READER
from ladder.reading.passages import Document, find_unread
from ladder.reading.readings import make_readings
from ladder.reading.text.plain import read_plain
from tests.measure import SHARED
from tests.reading.bulletins import FOOT, Bulletin
from tests.reading.outlining import said, shape

CORPUS = SHARED / "corpora" / "los-angeles"


def notes(draft: ClassDraft) -> list[tuple[str, str]]:
    return [(note.code, note.severity.value) for note in draft.notes]


def conditions(draft: ClassDraft) -> list[tuple[str, str]]:
    return [(one.code, one.text) for one in draft.conditions]


def ranges(draft: ClassDraft) -> list[tuple[str, list[tuple[int, int]]]]:
    pays = [pay for pay in (draft.pay, *(alias.pay for alias in draft.aliases)) if pay is not None]
    return [(pay.plan, [(int(one.low), int(one.high)) for one in pay.ranges]) for pay in pays]


def test_the_head_of_a_bulletin_is_read() -> None:
    draft = Bulletin().draft()

    assert (draft.jurisdiction, draft.code, draft.title) == ("us-ca-los-angeles", "4711", "Lamp Trimmer")
    assert (draft.dates.effective, draft.dates.revised, draft.revision) == ("2016-05-06", None, "2016-05-06")
    assert draft.designation == "Exam Open to All, including Current City Employees"
    assert draft.notes == ()
    assert draft.title_excerpt is not None
    assert draft.title_excerpt.text == "LAMP TRIMMER"


def test_title_code_and_dates_may_stand_on_one_line_and_a_leading_zero_is_kept() -> None:
    head = "\t\tOpen Date: 4-20-18\nRevised:     12-13-2018"
    draft = Bulletin(
        title="LAMP TRIMMER\t\t\t Class Code:      0815", head=head, foot="", name="LAMP TRIMMER.txt"
    ).draft()

    assert (draft.code, draft.title, draft.designation) == ("0815", "Lamp Trimmer", None)
    assert (draft.dates.effective, draft.dates.revised, draft.revision) == ("2018-04-20", "2018-12-13", "2018-12-13")


def test_a_title_of_two_lines_below_a_banner_is_one_title() -> None:
    name = "LAMP AND WICK TRIMMER AND MENDER 4711.txt"
    draft = Bulletin(title="CAMPUS INTERVIEWS ONLY\n\nLAMP AND WICK\nTRIMMER AND MENDER", name=name).draft()

    assert draft.title == "LAMP AND WICK TRIMMER AND MENDER"
    assert draft.notes == ()


def test_a_title_is_spelled_as_a_sentence_spells_it_where_one_does() -> None:
    duties = "ALAMP TRIMMER, a lamp trimmer, Xlamp Trimmer or LAMP TRIMMER is a Lamp Trimmer."

    assert Bulletin(duties=duties).draft().title == "Lamp Trimmer"
    assert Bulletin(duties="Trims lamps.").draft().title == "LAMP TRIMMER"


def test_a_title_in_brackets_below_the_title_is_another_title_of_the_class() -> None:
    draft = Bulletin(title="LAMP TRIMMER\n(Class Title of Wick Cutter)").draft()

    assert draft.title == "Lamp Trimmer"
    assert [alias.title for alias in draft.aliases] == ["Wick Cutter"]


def test_a_code_and_a_date_of_another_form_are_noted_and_not_read() -> None:
    draft = Bulletin(head="Class Code: 47A\nOpen Date: 13-40-16", foot="", name="LAMP TRIMMER.txt").draft()

    assert (draft.code, draft.dates.effective, draft.dates.source) == (None, None, None)
    assert notes(draft) == [("CODE_SHAPE", "ERROR"), ("DATE_FORM", "WARNING")]


def test_a_notice_without_a_class_code_has_its_running_head_for_a_title() -> None:
    text = "BUREAU OF LAMPS\nDATE:\tMarch 9, 2015\nMINIMUM REQUIREMENTS:\nA valid badge.\n"
    text += "LAMP TRIMMER I\nPage 2\n\nOil cans.\n"
    (draft,) = READER.read(Document("notice.txt", text))

    assert (draft.title, draft.code, draft.pay) == ("LAMP TRIMMER I", None, None)
    assert draft.dates.effective == "2015-03-09"
    assert said(draft.asked) == ["A valid badge.", "Oil cans."]
    assert READER.read(Document("notice.txt", "Lamps\nPage 2"))[0].title is None
    assert READER.read(Document("notice.txt", "Lamps."))[0].title is None


SALARIES: dict[str, list[tuple[str, list[tuple[int, int]]]]] = {
    "$40,000 to $50,500; $41,000 to \n52,000 and $60,000": [
        ("City of Los Angeles", [(40000, 50500), (41000, 52000), (60000, 60000)]),
    ],
    "$95,000 (flat-rated) and $ 96,750 (Flat Rated)": [("City of Los Angeles", [(95000, 95000), (96750, 96750)])],
    "$95,000* to $102, 750 (effective 6/26/16)": [("City of Los Angeles", [(95000, 102750)])],
    "$50,000 to $60,000\nThe salaries at the Department of Water and Power are $70,000 to $80,000; "
    "$81,000 (flat-rated).\n"
    "The salary range for positions in the Harbor Department is $71,000.": [
        ("City of Los Angeles", [(50000, 60000)]),
        ("Department of Water and Power", [(70000, 80000), (81000, 81000)]),
        ("Harbor Department", [(71000, 71000)]),
    ],
    "The salaries for the Department of Water and Power are flat-rated at $77,256.": [
        ("Department of Water and Power", [(77256, 77256)])
    ],
    "The salary ranges of the Department of Water and Power are $1,000 to $2,000. "
    "The salary at the Lamp Office is $3,000.": [
        ("Department of Water and Power", [(1000, 2000)]),
        ("Lamp Office", [(3000, 3000)]),
    ],
    "For trainee positions: $1,000 to $2,000\nFor journey-level positions: $3,000; $4,000 (flat-rated)": [
        ("City of Los Angeles", [(1000, 2000), (3000, 3000), (4000, 4000)])
    ],
    "Salary pending. An hourly rate ($17.35) and a bonus of $2,500 are paid at night.": [],
    "A bonus: of $2,500 is paid.": [],
}


@pytest.mark.parametrize(("printed", "expected"), SALARIES.items(), ids=range(len(SALARIES)))
def test_salaries_are_told_apart_by_who_pays(printed: str, expected: list[tuple[str, list[tuple[int, int]]]]) -> None:
    assert ranges(Bulletin(salary=printed).draft()) == expected


def test_cents_are_exact() -> None:
    pay = Bulletin(salary="$96,695.25 (flat-rated)").draft().pay

    assert pay is not None
    assert (pay.ranges[0].low, pay.grade, pay.is_graded) == (Decimal("96695.25"), "annual salary", False)
    assert pay.source.quote == "$96,695.25 (flat-rated)"


def test_requirements_are_an_outline_and_page_feet_in_them_are_furniture() -> None:
    printed = f"1. Two years in\n{FOOT}\na mill; or\n2. A year.\nA course may be substituted for a year."
    draft = Bulletin(requirements=printed).draft()

    assert shape(draft.asked) == "(1 | 2)"
    assert said(draft.asked) == ["Two years in a mill", "A year."]
    assert [one.section for one in draft.substitutions] == ["REQUIREMENTS/MINIMUM QUALIFICATIONS"]
    assert sum(claim.field == "furniture" for claim in draft.claims) == 2


def test_a_class_within_service_in_a_class_is_an_assignment_and_no_step() -> None:
    asked = "Three years of full-time paid experience as a Wick Cutter with the City of Los Angeles"
    bulletin = Bulletin(requirements=f"{asked}, one year of which must be as an Oil Carrier or Wick Seller.")
    (reading,) = make_readings(bulletin.document(), [bulletin.draft()])

    assert [(step.from_title, step.months) for step in reading.steps] == [("Wick Cutter", 36)]


def test_a_misspelt_heading_is_taken_for_what_it_is_near_to_and_noted() -> None:
    draft = Bulletin(heading="REQUIREMENTS/MINUMUM QUALIFCATIONS").draft()

    assert shape(draft.asked) == "(1 | 2)"
    assert notes(draft) == [("HEADING_MISSPELT", "INFO")]


def test_requirements_under_two_headings_are_both_asked() -> None:
    printed = "1. A year; or\n2. Two years.\n\nMINIMUM QUALIFICATIONS\n\nA licence."

    assert shape(Bulletin(requirements=printed).draft().asked) == "((1 | 2) & .)"


def test_a_bulletin_without_requirements_asks_nothing() -> None:
    assert Bulletin(heading="SELECTIVE CERTIFICATION").draft().asked is None


EARLY = "Applicants who lack six months or less of the experience asked may file already."
HOWEVER = "However, they cannot be appointed before all of it is met."
LICENCE = "Some positions may require a valid California driver's license."
RECORD = "Candidates may not be eligible for appointment to these positions if they cannot drive."
SOLD = "Experience selling lamps will not meet this requirement."
WICKS = "Selling wicks does not qualify as lamp experience."
LATELY = "Qualifying experience as a trimmer must have been gained within the last five years."
COLLEGE = "Please note that qualifying education must be from an accredited college."
TERM = 'For work elsewhere, the term "professional experience" applies to lamps.'
TERM_OF_2 = 'For work in Requirement No. 2, the term "professional lamp experience" applies to lamps.'
SWORN = "A valid Trimmer's Certificate issued by the Guild is required prior to appointment."
TITLE = "Registration as a Master Trimmer with the Guild is required at time of filing."
BRASS = "Some positions may require possession of a Brass Registration prior to appointment."
CLIMB = "Prior to appointment, candidates must climb a mast."
SWIM = "Candidates must complete a swim at the time of appointment."
COPIES = "Copies of letters are required prior to appointment."
EQUALS = "An equivalent combination of work and study in Requirements 1 and 2 may also be accepted."
THEREFORE = "Therefore, to be considered so, it is."
FAILED = "Applicants who fail to bring a lamp will not be considered further; their lamp does not burn."
NOTES = {
    f"1. {EARLY}  {HOWEVER} Lamps are lit at six.": [("EARLY_FILING", f"{EARLY} {HOWEVER}")],
    f"1.\n2. {LICENCE} {RECORD}": [("LICENCE", f"{LICENCE} {RECORD}")],
    f"1. {SOLD}\n2. {WICKS}": [("EXCLUSION", SOLD), ("EXCLUSION", WICKS)],
    f"1. {LATELY}": [("RECENCY", LATELY)],
    f"1. {EQUALS} Twelve lamps are a year.": [("EQUIVALENT_COMBINATION", EQUALS)],
    f"1. {COLLEGE}": [("ACCREDITED", COLLEGE)],
    f"1. {TERM} {THEREFORE}": [("PROFESSIONAL", f"{TERM} {THEREFORE}")],
    f"1. {TERM_OF_2} {THEREFORE}": [("PROFESSIONAL", f"{TERM_OF_2} {THEREFORE}")],
    f"1. {SWORN}\n2. {BRASS}": [("BEFORE_APPOINTMENT", SWORN), ("BEFORE_APPOINTMENT", BRASS)],
    f"1. {CLIMB} {SWIM}": [("BEFORE_APPOINTMENT", CLIMB), ("BEFORE_APPOINTMENT", SWIM)],
    f"1. {TITLE}": [("BEFORE_APPOINTMENT", TITLE)],
    f"1. {COPIES} Prior to appointment, candidates must submit letters.": [],
    f"1. {FAILED}": [],
    "1. Bring:\na. A lamp.\nb. A valid California driver's license is required.": [
        ("LICENCE", "A valid California driver's license is required.")
    ],
}


@pytest.mark.parametrize(("printed", "expected"), NOTES.items(), ids=range(len(NOTES)))
def test_process_notes_that_bear_on_eligibility_are_conditions(printed: str, expected: list[tuple[str, str]]) -> None:
    draft = Bulletin(notes=f"PROCESS NOTES\n\n{printed}").draft()

    assert conditions(draft) == expected
    assert all(one.source.section == "PROCESS NOTES" for one in draft.conditions)


def leave(who: str = "Applicants who lack", lacking: str = "six months or less of the required experience") -> str:
    return f"{who} {lacking} may file for this test."


LEAVES = {
    EARLY: (6, set()),
    leave(lacking="two months of the above required experience"): (2, set()),
    leave(lacking="3 months or less of the required experience"): (3, set()),
    leave("Candidates lacking", "six months or less of the required experience or college education"): (6, set()),
    leave("Applicant who lack", "six months or less of the required experience, or 6 units or less of study,"): (
        6,
        set(),
    ),
    leave(lacking="six months (90 lit days for Requirement #1) or less of the required experience"): (6, set()),
    leave(lacking="six months or less of the experience referenced in the above requirement"): (6, set()),
    leave("Applicants filing under Requirement #2 who lack"): (6, {"2"}),
    leave("Applicants filing under Requirement #2 or #3 who lack"): (6, {"2", "3"}),
    leave(lacking="six months or less of the above experience in Requirement No. 1"): (6, {"1"}),
    leave(lacking="six months or less of the experience stated in Requirement Number 1"): (6, {"1"}),
    "College seniors close to their degree or lacking six months or less of the required experience may apply.": (
        6,
        set(),
    ),
    leave(lacking="six months or less of the required education"): None,
    leave(lacking="some months or less of the required experience"): None,
    leave("Applicants who are within", "six months of graduation"): None,
    leave("Applicants filing under Requirement No. 1 who are within", "six months of graduation"): None,
}


@pytest.mark.parametrize(("sentence", "expected"), LEAVES.items(), ids=range(len(LEAVES)))
def test_months_of_experience_that_may_be_lacking_are_read(
    sentence: str, expected: tuple[int, set[str]] | None
) -> None:
    draft = Bulletin(notes=f"PROCESS NOTES\n\n1. {sentence} {HOWEVER}\n2. {SOLD}").draft()
    said = draft.early_filing

    assert conditions(draft)[0] == ("EARLY_FILING", f"{sentence} {HOWEVER}")
    assert (said and (said.lacking_months, set(said.of_requirements))) == expected
    assert said is None or said.source == draft.conditions[0].source


def test_two_leaves_that_are_at_odds_are_no_fact_and_a_leave_for_training_is_none() -> None:
    first, second = (
        leave("Applicants filing under Requirement #1 who lack"),
        leave(lacking="two months of the experience"),
    )
    training = leave("Candidates filing under #2 who lack", "two months or less of the training asked")

    def read(*sentences: str) -> int | None:
        notes = "\n".join(f"{number}. {one}" for number, one in enumerate(sentences, 1))
        said = Bulletin(notes=f"PROCESS NOTES\n\n{notes}").draft().early_filing
        return said.lacking_months if said else None

    assert read(first, second) is None
    assert read(first, first) == 6
    assert read(training, first) == 6
    assert read(SOLD) is None


def test_process_notes_count_wherever_they_stand() -> None:
    notes = f"WHERE TO APPLY\n\nHere.\n\nPROCESS NOTES\n\n1. {EARLY}"
    assert conditions(Bulletin(notes=notes).draft()) == [("EARLY_FILING", EARLY)]


def test_early_filing_of_one_requirement_is_by_its_route_alone() -> None:
    notes = f"PROCESS NOTES\n\n1. {leave('Applicants filing under Requirement #2 who lack')} {HOWEVER}"
    requirements = "1. Two years of experience in a mill; or\n2. One year of experience in a lamp shop."
    bulletin = Bulletin(requirements=requirements, notes=notes)
    (reading,) = make_readings(bulletin.document(), [bulletin.draft()])
    assert reading.record is not None
    assert reading.record.early_filing is not None
    assert (reading.record.early_filing.lacking_months, reading.record.early_filing.routes) == (6, ("route-2",))
    first, last = reading.record.early_filing.source.lines or (0, 0)
    assert bulletin.document().text.split("\n")[first - 1 : last] == [notes.rsplit("\n", maxsplit=1)[-1]]


def test_a_process_note_may_allow_a_substitution_once() -> None:
    sentence = "A course in lamps may be substituted for one year of the required experience."
    draft = Bulletin(
        requirements=f"Two years.\n{sentence}", notes=f"NOTES:\n\n1. {sentence}\n2. Oil {sentence.lower()} Wait."
    ).draft()

    assert [(one.role, one.excerpt.text) for one in draft.substitutions] == [
        (Role.SUBSTITUTION, sentence),
        (Role.SUBSTITUTION, f"Oil {sentence.lower()}"),
    ]


def test_notes_on_salaries_and_on_applications_are_no_process_notes() -> None:
    salary = f"$1,000\n\nNOTES:\n\n1. {EARLY}"
    draft = Bulletin(salary=salary, notes=f"WHERE TO APPLY\n\nHere.\n\nNOTE:\n\n{EARLY}").draft()

    assert draft.conditions == ()


def test_an_examination_for_employees_alone_is_a_condition() -> None:
    head = "Class Code: 4711\nOpen Date: 05-06-16\n(Exam Open to Current City Employees)"

    assert conditions(Bulletin(head=head).draft()) == [("CITY_EMPLOYEES", "Exam Open to Current City Employees")]


FILINGS = {
    "LAMP TRIMMER 4711 050616 REV 061616 (1).txt": [],
    "LAMP_TRIMMER.txt": ["FILE_NAME_TITLE"],
    "Lamp Trimmer 4711.txt": [],
    "LAMP TRIMMERS 4711 Bulletin FINAL.txt": [],
    "LAMP TRIMMER 4712 050616.txt": ["FILE_NAME_CODE"],
    "WICK CUTTER 4712 050616.txt": ["FILE_NAME_CODE", "FILE_NAME_TITLE"],
    "LAMP TRIMMER 050616.txt": [],
    "4711.txt": [],
}


@pytest.mark.parametrize(("name", "expected"), FILINGS.items())
def test_a_file_named_for_another_class_is_noted(name: str, expected: list[str]) -> None:
    draft = Bulletin(name=name).draft()

    assert (draft.code, draft.title) == ("4711", "Lamp Trimmer")
    assert notes(draft) == [(code, "WARNING") for code in expected]


def test_a_page_foot_with_another_code_is_noted_once() -> None:
    foot = "\n".join([FOOT, FOOT.replace("4711", "4700"), FOOT.replace("4711 .", "4700CONT ."), FOOT])
    draft = Bulletin(foot=foot).draft()

    assert notes(draft) == [("FOOTER_CODE", "WARNING")]
    assert draft.notes[0].text == "the foot of a page has the class code 4700, the head of the bulletin 4711"


def test_a_file_without_a_title_or_code_is_compared_with_nothing() -> None:
    (draft,) = READER.read(Document("LAMP TRIMMER 4711.txt", f"Lamps.\n{FOOT}"))

    assert draft.notes == ()


def test_a_bulletin_is_recognised_by_its_own_words() -> None:
    assert READER.recognises(Bulletin().document())
    assert not READER.recognises(Document("a.txt", "Class Code: 4711\nCity of Lamps"))
    assert not READER.recognises(Document("a.txt", "\n" * 70 + "Class Code: 4711\nCity of Los Angeles"))


def reread(document: Document, drafts: Iterable[ClassDraft]) -> None:
    for draft in drafts:
        for claim in draft.claims:
            assert FIELD_READERS[claim.field](document.text[slice(*claim.span)]) == claim.value, claim


@pytest.mark.parametrize(
    "bulletin", [Bulletin(), Bulletin(title="A\n(Class Title of B)", requirements="1. A; or\n2. B")]
)
def test_every_claim_read_again_says_the_same(bulletin: Bulletin) -> None:
    reread(bulletin.document(), READER.read(bulletin.document()))


def test_what_is_not_read_is_listed() -> None:
    document = Bulletin().document()
    (draft,) = READER.read(document)
    unread = find_unread(document, draft.claims)

    assert [document.text.split("\n")[first - 1] for first, _ in unread] == [
        "DUTIES",
        "1. Two years in a mill; or",
        "1. Bring a lamp.",
    ]


@lru_cache(maxsize=1)
def real() -> tuple[tuple[Document, ClassDraft], ...]:
    documents = [read_plain(path.read_bytes(), name=path.name) for path in sorted(CORPUS.iterdir())]
    return tuple((one, READER.read(one)[0]) for one in documents)


needs_bulletins = pytest.mark.skipif(not CORPUS.is_dir(), reason="the bulletins are not here (../shared/corpora)")


@needs_bulletins
def test_every_real_bulletin_has_a_title_and_all_but_a_notice_a_code() -> None:
    assert all(draft.title for _, draft in real())
    assert [document.name for document, draft in real() if draft.code is None] == [
        "Vocational Worker  DEPARTMENT OF PUBLIC WORKS.txt"
    ]
    assert all(draft.asked is not None for _, draft in real())
    assert all(READER.recognises(document) for document, _ in real())


@needs_bulletins
def test_the_real_file_named_for_another_code_is_found() -> None:
    found = [(document.name, note.text) for document, draft in real() for note in draft.notes if "FILE" in note.code]

    assert found == [
        (
            "SENIOR UTILITY SERVICES SPECIALIST 3573 113018.txt",
            "the file is named for the class code 3573, the bulletin prints 3753",
        )
    ]


@needs_bulletins
def test_every_claim_in_real_bulletins_read_again_says_the_same() -> None:
    for document, draft in real():
        reread(document, [draft])
