"""Small catalogs made up for the tests of pages: ladders of grades, and words meant to do harm."""

import random
from collections.abc import Iterable, Sequence
from decimal import Decimal

from ladder.catalog.catalog import Catalog, CatalogRecord
from ladder.catalog.jurisdictions import Jurisdiction, JurisdictionNote
from ladder.qualifications import Experience, NamedClass, Qualifications, Route, ServiceSubstitution, Standing
from ladder.sources import Source
from ladder.specification import (
    Alias,
    ClassSpecification,
    Completeness,
    Dates,
    Pay,
    PayRange,
    PayUnit,
    Series,
    ShownCondition,
    TraineeTarget,
)

SOURCE = Source(document="Specification", section="Minimum qualifications", lines=(3, 4), revision="2024-05")
GRADES = ("A", "B", "C", "D", "E", "F")


def name(class_id: str) -> NamedClass:
    """Return the class as a requirement names it."""
    return NamedClass(class_id=class_id)


def graded(
    code: str,
    *,
    title: str | None = None,
    grade: str | None = None,
    series: Series | None = None,
    feeders: Sequence[str] = (),
    jurisdiction: str = "xx",
) -> ClassSpecification:
    """Return a class that asks a year in any of its feeder classes; one without them is only named."""
    named = tuple(name(feeder if "/" in feeder else f"{jurisdiction}/{feeder}") for feeder in feeders)
    year = Experience(id="general", months=12, what="Work of the kind", classes=named, source=SOURCE)
    asked = Qualifications(requirements=(year,), routes=(Route(id="general", requires=("general",)),))
    return ClassSpecification(
        jurisdiction=jurisdiction,
        code=code,
        title=title or f"Class {code}",
        completeness=Completeness.WHOLE if feeders else Completeness.NAMED_ONLY,
        pay=Pay(plan="P", grade=grade, source=SOURCE) if grade else None,
        series=series,
        qualifications=asked if feeders else None,
        dates=Dates(revised="2024-05", source=SOURCE),
        source=SOURCE,
    )


def catalog_of(*classes: ClassSpecification, jurisdictions: Iterable[Jurisdiction] = ()) -> Catalog:
    """Return the catalog of these classes; the jurisdiction xx has the grades A to F."""
    known = tuple(jurisdictions) or (Jurisdiction(id="xx", name="Xanadu", grades_lowest_first=GRADES),)
    return Catalog(CatalogRecord(jurisdictions=known, classes=classes))


def random_catalog(seed: int) -> Catalog:
    """Return up to 30 classes with steps between any of them, circles and steps against the grades included."""
    chance = random.Random(seed)
    codes = [f"{number:03d}" for number in range(chance.randint(1, 30))]
    classes = [
        graded(
            code,
            title=" ".join(
                chance.choices(("Senior", "Clerk", "Interpreterandtranslator", "of"), k=chance.randint(1, 9))
            ),
            grade=chance.choice([*GRADES, "12", "9", None]),
            series=Series(name=chance.choice("ST"), rank=chance.randint(1, 4)) if chance.random() < 0.4 else None,
            feeders=chance.sample(
                [one for one in codes if one != code] or ["000"],
                k=min(len(codes) - 1, chance.choice((0, 0, 1, 1, 2, 4))),
            ),
        )
        for code in codes
    ]
    return catalog_of(*classes)


HOSTILE = (
    "<script>window.canary=1</script>",
    "</script><script>window.canary=2</script>",
    "<img src=x onerror=window.canary=3>",
    "a title with href and <a href='javascript:window.canary=4'>a link</a>",
    '"><svg onload=window.canary=5>',
    "' onmouseover='window.canary=6",
    "{{ cycler.__init__.__globals__ }} {% raw %} {# comment #}",
    "\u202eright to left\u202c and \u200f marks \u200e",
    "-->]]><!--",
    "javascript:window.canary=7",
    "W" * 200,
    "&lt;b&gt; & <b>bold</b> `code` ${window.canary=8}",
    "line\u2028separator\u2029paragraph",
    "</title></style></textarea><iframe srcdoc='<script>top.canary=9</script>'>",
    "__proto__ constructor \\u003cscript\\u003e \\",
    "<script src=data:text/javascript,window.canary=10></script>",
    "<iframe src='javascript:parent.canary=11'></iframe>",
    "<object data='javascript:window.canary=12'></object>",
    "<embed src='javascript:window.canary=13'>",
    "<link rel=stylesheet href='data:text/css,*{display:none}'>",
    "<style>@import 'http://example.invalid/x.css';*{display:none}</style>",
    "<meta http-equiv=refresh content='0;url=javascript:window.canary=14'>",
    "<base href='http://example.invalid/'>",
    "<form action='javascript:window.canary=15'><button>go</button></form>",
    "<math><mtext><script>window.canary=16</script></mtext></math>",
    "<details open ontoggle=window.canary=17>",
    "<video><source onerror=window.canary=18></video>",
    "<svg><animate onbegin=window.canary=19 attributeName=x dur=1s></svg>",
    "<svg><use href='data:image/svg+xml,<svg onload=window.canary=20>'></svg>",
    "<template><script>window.canary=21</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=window.canary=22>'></noscript>",
    "<a href='&#106;avascript:window.canary=23'>a</a>",
    "</script\t><script>window.canary=24</script >",
    "<!--<script>-->window.canary=25//</script>",
    "${alert`window.canary=26`} `+window.canary++ +`",
    "'-window.canary++-'\";window.canary++;//",
    '=HYPERLINK("http://example.invalid","x")',
    "{% include '/etc/passwd' %}{{ config }}{{ ''.__class__ }}",
    "<isindex action=javascript:window.canary=27 type=image>",
    "\ufeff<\u017fcript>window.canary=28</\u017fcript>",
)


def hostile_catalog() -> Catalog:
    """Return a catalog with words meant to do harm in every field that takes text, a class for each."""
    classes = [_hostile_class(place, words) for place, words in enumerate(HOSTILE)]
    classes.append(graded("start", title="Start"))
    notes = tuple(JurisdictionNote(text=words) for words in HOSTILE)
    return catalog_of(*classes, jurisdictions=[Jurisdiction(id="xx", name=HOSTILE[0], notes=notes)])


def _hostile_class(place: int, words: str) -> ClassSpecification:
    source = Source(document=words, section=words, lines=(1, 2), quote=words)
    start = name("xx/start")
    year = Experience(id="general", months=12, what=words, classes=(start,), standing=Standing.INTERNAL, source=source)
    instead = ServiceSubstitution(stands_for="general", named=name(f"xx/c{place - place % 2}"), months=6, source=source)
    return ClassSpecification(
        jurisdiction="xx",
        code=f"c{place}",
        title=words,
        completeness=Completeness.PARTIAL,
        aliases=(Alias(title=words, note=words, source=source),),
        series=Series(name=words, rank=place + 1),
        pay=Pay(
            plan=words,
            grade=words,
            ranges=(PayRange(unit=PayUnit.YEARLY, low=Decimal(1), high=Decimal(2)),),
            source=source,
        ),
        bargaining_unit=words,
        occupational_group=words,
        designation=words,
        dates=Dates(revised="2024-05", source=source),
        qualifications=Qualifications(
            requirements=(year,), routes=(Route(id="general", requires=("general",)),), substitutions=(instead,)
        ),
        conditions=(ShownCondition(code="SELECTION", text=words, source=source),),
        trainee_targets=(TraineeTarget(class_id="xx/start", months=3, source=source),) if place == 0 else (),
        notes=(words,),
        source=source,
    )
