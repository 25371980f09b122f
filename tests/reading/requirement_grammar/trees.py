"""Trees of requirement sentences for hypothesis: what the grammar can say, in words of our own."""

from hypothesis import strategies as st

from ladder.qualifications import DegreeLevel, Standing
from ladder.reading.requirement_grammar.tree import (
    All,
    Any,
    ClassMention,
    CredentialClause,
    EducationClause,
    ExperienceClause,
    ExperiencePart,
    Leaf,
    Manner,
    Node,
    ProgrammeClause,
    Quantity,
    StandingClause,
    StandsFor,
    StudyRate,
    SubstitutionClause,
)

_DOING = ("filing maps", "sorting letters", "surveying parcels", "keeping ledgers", "mending pumps", "planting trees")
_WHERE = ("", " in a harbor", " at a mill", " for the public", " under supervision", " of tunnels and bridges")
_RANKS = ("Senior", "Chief", "Assistant", "Principal", "Harbor", "Water")
_TRADES = (
    "Surveyor",
    "Storekeeper",
    "Plan Checker",
    "Clerk",
    "Gardener",
    "Chief of Yard Works",
    "Tree and Park Worker",
)
_GRADES = ("", " I", " II", " III", " IV", " 2")
_FIELDS = ("geology", "botany", "civil law", "public health", "applied optics")
_LICENCES = ("a pilot's", "Class B driver's", "boiler inspector", "notary public")
_PROGRAMMES = ("Harbor Trainee program", "welding course", "two-year program in drafting", "rescue diver training")

months = st.sampled_from([6, 12, 18, 24, 30, 36, 48, 60, 96])
quantities = st.builds(Quantity, months=months) | st.builds(Quantity, hours=st.sampled_from([40, 500, 2080]))
words = st.builds(str.__add__, st.sampled_from(_DOING), st.sampled_from(_WHERE))
titles = st.builds(lambda *parts: f"{parts[0]} {parts[1]}{parts[2]}", *map(st.sampled_from, (_RANKS, _TRADES, _GRADES)))
codes = st.none() | st.sampled_from(["1A03", "7280", "5246SH"])
employers = st.none() | st.sampled_from(
    ["City of Los Angeles", "Department of Harbors", "Free Library of Philadelphia"]
)


@st.composite
def mentions(draw: st.DrawFn) -> tuple[ClassMention, ...]:
    """Classes by name, then classes by level."""
    named = draw(st.lists(st.builds(ClassMention, titles, st.just(Manner.NAMED), codes), max_size=3))
    level = draw(st.lists(st.builds(ClassMention, titles, st.just(Manner.LEVEL), codes), max_size=2))
    return (*named, *level)


@st.composite
def parts(draw: st.DrawFn, whole: Quantity) -> ExperiencePart:
    """A part that is no more than the whole."""
    classes = draw(mentions())
    return ExperiencePart(
        quantity=Quantity(months=min(draw(st.sampled_from([6, 12])), whole.months or 12)),
        what=draw(words | st.just("")),
        classes=classes,
        or_equivalent=bool(classes) and draw(st.booleans()),
        lead=draw(st.booleans()),
    )


@st.composite
def experience(draw: st.DrawFn, *, standings: st.SearchStrategy[Standing | None] | None = None) -> ExperienceClause:
    """Service with everything that a clause can say of it."""
    classes = draw(mentions())
    quantity = draw(quantities)
    in_field = bool(classes) and draw(st.booleans())
    return ExperienceClause(
        quantity=quantity,
        what=draw(words | st.just("")),
        classes=classes,
        parts=tuple(draw(st.lists(parts(quantity), max_size=2))),
        or_equivalent=bool(classes) and draw(st.booleans()),
        or_in_field=in_field,
        of_general=draw(st.booleans()),
        lead=draw(st.booleans()),
        full_time=draw(st.booleans()),
        employer=draw(employers),
        standing=draw(st.none() if standings is None else standings),
        target_class=draw(st.none() | titles),
        within_last_months=draw(st.none() | months),
    )


@st.composite
def education(draw: st.DrawFn) -> EducationClause:
    """A degree with or without units, units alone, or a school grade."""
    kind = draw(st.sampled_from(["degree", "units", "school"]))
    units = kind == "units" or (kind == "degree" and draw(st.booleans()))
    return EducationClause(
        degree=draw(st.sampled_from(DegreeLevel)) if kind == "degree" else None,
        school=draw(st.sampled_from([8, 10, 12])) if kind == "school" else None,
        semester_hours=draw(st.sampled_from([6, 24, 60])) if units else None,
        quarter_hours=draw(st.none() | st.sampled_from([9, 36, 90])) if units else None,
        fields=tuple(draw(st.lists(st.sampled_from(_FIELDS), max_size=3, unique=True))),
        or_closely_related=draw(st.booleans()),
        what=draw(st.sampled_from(["", "from an accredited college or university"])),
    )


credentials = st.builds(lambda one: CredentialClause(f"{one} license".removeprefix("a ")), st.sampled_from(_LICENCES))
programmes = st.builds(
    ProgrammeClause,
    st.sampled_from(_PROGRAMMES),
    st.none() | st.sampled_from(["Department of Harbors", "City of Los Angeles"]),
)
standing_held = st.builds(StandingClause, st.sampled_from(Standing))


def leaves() -> st.SearchStrategy[Leaf]:
    """What may stand beside other things that are asked."""
    return st.one_of(experience(), education(), credentials, programmes, standing_held)


def asked() -> st.SearchStrategy[Node]:
    """What is asked: a leaf, or all or any of several, three deep."""

    def deeper(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
        several = st.lists(inner, min_size=2, max_size=3).map(tuple)
        return st.builds(All, several) | st.builds(Any, several)

    return st.one_of(leaves(), deeper(leaves()), deeper(deeper(leaves()) | leaves()), deeper(deeper(deeper(leaves()))))


@st.composite
def substitutions(draw: st.DrawFn) -> SubstitutionClause:
    """What is brought, and what it stands for."""
    by = draw(st.none() | leaves() | st.builds(Any, st.lists(leaves(), min_size=2, max_size=2).map(tuple)))
    instead_of = draw(st.none() | titles)
    amount = draw(st.none() | months)
    rate = draw(st.none() | st.builds(StudyRate, st.sampled_from([15, 30]), st.sampled_from([6, 12])))
    return SubstitutionClause(
        by=by,
        stands_for=StandsFor.EXPERIENCE if instead_of else draw(st.sampled_from(StandsFor)),
        rate=rate,
        months=amount,
        at_most_months=draw(st.none() | months),
        additional=amount is not None and draw(st.booleans()),
        instead_of=instead_of,
    )


def statements() -> st.SearchStrategy[Node]:
    """A whole statement: what is asked, a substitution, one for people of a standing, or sentences together."""
    of_standing = experience(standings=st.sampled_from(Standing))
    together = st.builds(lambda one, other: All((one, other)), leaves(), substitutions())
    return st.one_of(asked(), substitutions(), of_standing, together)
