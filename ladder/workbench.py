"""The Python door: ``ladder.load()`` gives a catalog that questions are put to.

Each question goes where the command of its name puts it, so that both answer alike. A
class is named by id, code or title; a name that is no class is a ``LadderError`` that
lists the near ones.
"""

import json
import os
from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypedDict, Unpack, overload

from ladder.answer_json import assessment_json, assessments_json, classes_json, joined_json, path_json, step_json
from ladder.answer_tables import Table, assess_table, class_table, path_table, reach_table, step_table
from ladder.catalog.loading import load_catalog
from ladder.eligibility.cases import Case
from ladder.eligibility.plans import PlanKind
from ladder.errors import BadCallError
from ladder.histories import History
from ladder.paths import asking
from ladder.paths.asking import FeedersOf, OneClass, PathBetween, Question, ReachFrom, SomeClasses
from ladder.paths.next_classes import next_classes
from ladder.paths.plan_choices import PlanChoices, case_of, read_certainties, read_study
from ladder.paths.starts import on_day_one
from ladder.plain_answers import Answer, Answers, PathResult, Tables
from ladder.planner_questions import Names, PlannerQuestions, month_of, month_or_present, names_of
from ladder.present import present_month
from ladder.service_time import Month, print_month

if TYPE_CHECKING:
    from ladder.exported_ladder import Export
    from ladder.measures.graph import LadderGraph
    from ladder.rendering.ladder_map import LadderMap

_ENDINGS = (".yaml", ".yml", ".json")
"""How the names of profile files end."""


class PlanWords(TypedDict, total=False):
    """What may be said of the time to come: the words of the command's plan options."""

    plan: str | None
    study: str | float | Fraction
    lead_in: Names
    via: Names
    include: Names
    as_of: str | None


class Profile(NamedTuple):
    """What one person declares, as text; it is read anew for each question, counted from the question's month."""

    text: str
    file: str
    classes: "Catalog"

    def __repr__(self) -> str:
        """Return one line: the classes held now and the month that answers count from."""
        history = self.history(None)
        held = " and ".join(one.class_id or one.title for one in history.present) or "none"
        jobs = f"{len(history.past)} past job{'' if len(history.past) == 1 else 's'}"
        return f"Profile({self.file}: {jobs}, present: {held}, as of {print_month(history.as_of)})"

    def history(self, as_of: Month | None) -> History:
        """Return what is declared, with classes found and months counted.

        Raises:
            BadFileError: the profile has faults; all are named.

        """
        from ladder.profiles import read_profile  # noqa: PLC0415 - a question without a profile does not pay for it

        catalog = self.classes.catalog
        return read_profile(self.text, file=self.file, catalog=catalog, as_of=as_of, today=present_month())


class Catalog(PlannerQuestions):
    """Classes, the steps between them, and answers about people."""

    def __init__(self, path: Path | str | None = None, *, as_of: str | None = None) -> None:
        """Load the catalog at the path; the bundled data where none is named.

        Of several specifications of a class, those in force in the month ``as_of`` count, or now.

        Raises:
            BadFileError: a file cannot be used, or the records do not fit together.

        """
        self.where = None if path is None else Path(path)
        self.catalog = load_catalog(self.where, as_of=month_of(as_of))

    def __repr__(self) -> str:
        """Return one line: where it comes from and how much it holds."""
        where = "the bundled data" if self.where is None else str(self.where)
        return f"Catalog({where}: {len(self.catalog.classes)} classes, {len(self.catalog.steps)} steps)"

    # -------------------------------------------------------------- what it holds

    @cached_property
    def classes(self) -> Answers:
        """The classes, as ``ladder classes`` lists them."""
        found = tuple(self.catalog.classes.values())
        return Answers(classes_json(found), "classes", class_table(found))

    @cached_property
    def steps(self) -> Answers:
        """The steps that requirements draw between classes, with what each clause asks."""
        found = self.catalog.steps
        return Answers({"steps": [step_json(one) for one in found]}, "steps", step_table(found))

    def check(self, *, as_of: str | None = None) -> Answers:
        """Return what is wrong, or likely wrong, with the catalog, as ``ladder check`` finds it."""
        from ladder.checks.checked_paths import check_paths  # noqa: PLC0415
        from ladder.checks.finding_formats import FINDING_KEYS, findings_json  # noqa: PLC0415 - other questions do not pay

        told = findings_json(*check_paths(() if self.where is None else (self.where,), as_of=month_or_present(as_of)))
        return Answers(told, "findings", _table_of(told["findings"], FINDING_KEYS))

    def graph(self, *, include: Names = ()) -> "LadderGraph":
        """Return classes and steps as a networkx graph with plain attributes (:mod:`ladder.measures.graph`).

        A step whose months no text states has none, and networkx would weigh it as 1.
        """
        from ladder.measures.graph import build_graph  # noqa: PLC0415 - networkx is slow to import

        return build_graph(self.catalog, include=read_certainties(names_of(include)))

    def measures(self, *, as_of: str | None = None) -> Tables:
        """Return what is measured of the whole ladder, a table a measure, as ``ladder report catalog --json`` tells it.

        Months are those of someone on day one in the lower class, at full time, with
        standing assumed.
        """
        from ladder.measure_tables import tabulate_ladder  # noqa: PLC0415 - other questions do not pay
        from ladder.measures.whole_ladder import measure_ladder  # noqa: PLC0415

        case = on_day_one(self.catalog, month_or_present(as_of))
        return Tables(*tabulate_ladder(case, measure_ladder(case)))

    def map(self, *, include: Names = (), as_of: str | None = None) -> "LadderMap":
        """Return the map: shown small in a notebook, written whole with ``.write(path)``."""
        from ladder.rendering.ladder_map import draw_map  # noqa: PLC0415 - other questions do not pay

        return draw_map(self.catalog, as_of=month_or_present(as_of), include=read_certainties(names_of(include)))

    def export(self, format: str, *, about: str | None = None, include: Names = ()) -> "Export":  # noqa: A002 - the word of the command
        """Return the classes and the steps between them for another tool, as ``ladder export`` writes them.

        ``format`` is json, csv, xlsx, parquet, graphml, gexf, dot, mermaid, ctdl or
        schema-org; ``about`` one class, with its neighbors alone.

        Raises:
            LadderError: there is no such format or class.

        """
        from ladder.exported_ladder import Export  # noqa: PLC0415 - other questions do not pay
        from ladder.exports.forms import FORMS, sheets_of  # noqa: PLC0415

        if format not in FORMS:
            raise BadCallError(what=f"there is no format {format!r}", try_this=f"name one of {', '.join(FORMS)}")
        class_id = None if about is None else self.id_of(about)
        return Export(FORMS[format], sheets_of(read_certainties(names_of(include)), self.catalog, class_id))

    # -------------------------------------------------------------- what it is asked

    def profile(self, declared: "Profile | Mapping[str, Any] | Path | str") -> Profile:
        """Return a profile: a file, a dictionary, or YAML or JSON text. Text that names an existing file is that file.

        A profile of another catalog is read anew, beside this one.

        Raises:
            BadFileError: it cannot be read, or has faults; all are named.

        """
        if isinstance(declared, Profile) and declared.classes is self:
            return declared
        found = declared._replace(classes=self) if isinstance(declared, Profile) else _profile_of(declared, self)
        found.history(None)
        return found

    @overload
    def assess(
        self,
        profile: "Profile | Mapping[str, Any] | Path | str",
        target: str,
        **words: Unpack[PlanWords],
    ) -> Answer: ...
    @overload
    def assess(
        self,
        profile: "Profile | Mapping[str, Any] | Path | str",
        target: list[str] | tuple[str, ...] | None = None,
        **words: Unpack[PlanWords],
    ) -> Answers: ...
    def assess(
        self,
        profile: "Profile | Mapping[str, Any] | Path | str",
        target: str | list[str] | tuple[str, ...] | None = None,
        **words: Unpack[PlanWords],
    ) -> Answer | Answers:
        """Return when the profile meets the minimum qualifications of a class; of several or of all, a table.

        The plan is that the present job goes on, unless ``plan`` is "none" or "climb".

        Raises:
            LadderError: a class is not there, or the question cannot take the plan.

        """
        case = self._case(profile, PlanKind.STAY, words)
        if isinstance(target, str):
            return Answer(assessment_json(self.catalog, asking.answer(Question(case, OneClass(self.id_of(target))))))
        asked = tuple(map(self.id_of, target)) if target is not None else tuple(self.catalog.classes)
        found = asking.answer(Question(case, SomeClasses(asked)))
        told = assessments_json(self.catalog, found, next_classes(case, found) if target is None else None)
        return Answers(told, "assessments", assess_table(self.catalog, found))

    def progress(
        self,
        profile: "Profile | Mapping[str, Any] | Path | str",
        target: Names = (),
        *,
        lower_pay: bool = False,
        **words: Unpack[PlanWords],
    ) -> Tables:
        """Return a person's progress: the classes that come next, and what each single change would save.

        It is what ``ladder report profile --json`` tells. ``target`` is one class or
        several; without one, those one step on are answered about, else the soonest.

        Raises:
            LadderError: a class is not there, or the question cannot take the plan.

        """
        from ladder.measure_tables import tabulate_progress  # noqa: PLC0415 - other questions do not pay
        from ladder.measures.personal_progress import measure_progress  # noqa: PLC0415

        case = self._case(profile, PlanKind.STAY, words)
        found = measure_progress(case, tuple(map(self.id_of, names_of(target))), lower_pay=lower_pay)
        return Tables(*tabulate_progress(case, found))

    def path(
        self,
        start: str,
        target: str,
        *,
        profile: "Profile | Mapping[str, Any] | Path | str | None" = None,
        k: int = 3,
        **words: Unpack[PlanWords],
    ) -> PathResult:
        """Return the ladders from a class to another: the best, and up to ``k`` next best.

        Without a profile it is day one in the first class, full time, with standing
        assumed.

        Raises:
            LadderError: a class is not there, both are one, or the plan does not climb.

        """
        asked = PathBetween(self.id_of(start), self.id_of(target), k)
        found = asking.answer(Question(self._case(profile, PlanKind.CLIMB, words), asked))
        return PathResult(path_json(self.catalog, found), path_table(self.catalog, found))

    def reach(
        self,
        start: str,
        *,
        profile: "Profile | Mapping[str, Any] | Path | str | None" = None,
        within: int | None = None,
        **words: Unpack[PlanWords],
    ) -> Answers:
        """Return every class that ladders from this one lead to, soonest first; ``within`` so many months if given.

        Raises:
            LadderError: the class is not there, or the plan does not climb.

        """
        asked = ReachFrom(self.id_of(start))
        found = asking.answer(Question(self._case(profile, PlanKind.CLIMB, words), asked))
        return self._joined(asking.within_months(found, within))

    def feeders(
        self,
        target: str,
        *,
        profile: "Profile | Mapping[str, Any] | Path | str | None" = None,
        **words: Unpack[PlanWords],
    ) -> Answers:
        """Return every class that ladders to this one start from, soonest first.

        Raises:
            LadderError: the class is not there, or the plan does not climb.

        """
        asked = FeedersOf(self.id_of(target))
        return self._joined(asking.answer(Question(self._case(profile, PlanKind.CLIMB, words), asked)))

    def _joined(self, found: tuple[asking.Joined, ...]) -> Answers:
        return Answers(joined_json(self.catalog, found), "classes", reach_table(self.catalog, found))

    def _case(
        self, profile: "Profile | Mapping[str, Any] | Path | str | None", otherwise: PlanKind, words: PlanWords
    ) -> Case:
        """Return the person under the plan that the words of a question tell."""
        month = month_of(words.get("as_of"))
        choices = PlanChoices(
            plan=words.get("plan"),
            via=names_of(words.get("via", ())),
            study=read_study(str(words.get("study", 0))),
            lead_in=names_of(words.get("lead_in", ())),
            include=names_of(words.get("include", ())),
        )
        history = None if profile is None else self.profile(profile).history(month)
        return case_of(self.catalog, choices, history, otherwise=otherwise, as_of=month)


def _profile_of(declared: Mapping[str, Any] | Path | str, classes: Catalog) -> Profile:
    from ladder.record_files import is_file, read_text_file  # noqa: PLC0415 - a question without a profile does not pay for it

    if isinstance(declared, Mapping):
        return Profile(json.dumps(declared, default=str), "profile.json", classes)
    if isinstance(declared, os.PathLike) or is_file(Path(declared)):
        return Profile(read_text_file(declared), str(declared), classes)
    if declared.strip().endswith(_ENDINGS) and "\n" not in declared.strip():
        raise BadCallError(
            what=f"there is no file {declared!r}", try_this="name a file that is there, or give its text"
        )
    return Profile(declared, "the profile", classes)


def _table_of(rows: Any, columns: tuple[str, ...]) -> Table:  # noqa: ANN401 - rows of JSON
    """Return rows of JSON as a table, a column a key."""
    return Table(columns, tuple(tuple(row[name] for name in columns) for row in rows))
