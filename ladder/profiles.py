"""Profile files to histories: read, resolved against a catalog, every fault named with its line.

Names become class ids, dates become months, shares of full time stay exact. Every
fault of a profile is found here or in ``candidates``; none is passed over.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from ladder.candidates import Enrolment, Event, Job, Profile, Work
from ladder.catalog.catalog import Catalog
from ladder.catalog.file_kinds import FileKind, find_kind
from ladder.errors import BadFileError, Fault, UnknownClassError
from ladder.histories import (
    ANOTHER_CLASS,
    NOT_LISTED,
    Change,
    DegreeHeld,
    History,
    HoursInField,
    LicenceHeld,
    ProgrammeState,
    Service,
    StandingDeclared,
    join_past,
)
from ladder.qualifications import Standing
from ladder.record_files import MOST_FAULTS, LocatedRecord, locate_record, read_text_file, refuse_file
from ladder.requirement_references import class_referred_to
from ladder.service_rows import ServiceRow, read_row
from ladder.service_time import Month, print_month, read_month
from ladder.writing import note_person


class ProfileFault(NamedTuple):
    """One fault of a profile: the field's place in it, what is wrong, what to try."""

    place: tuple[str | int, ...]
    what: str
    try_this: str


def load_profile(path: Path, catalog: Catalog, *, as_of: Month | None, today: Month) -> History:
    """Return the history that a profile file declares; ``-`` is standard input.

    ``as_of`` beats the profile's own as-of month, which beats ``today``.

    Raises:
        BadFileError: the file cannot be read, or the profile has faults; all are named.

    """
    return read_profile(read_text_file(path), file=path, catalog=catalog, as_of=as_of, today=today)


def read_profile(text: str, *, file: Path | str, catalog: Catalog, as_of: Month | None, today: Month) -> History:
    """Return the history that the text of a profile file declares; what the run writes is for its owner alone.

    Raises:
        BadFileError: the profile has faults; all are named, each with its line.

    """
    note_person()
    located = _located(text, file)
    history, faults = _resolved(located, catalog, as_of=as_of, today=today)
    if faults:
        raise BadFileError(faults)
    return history


def find_profile_faults(
    located: LocatedRecord[Profile], catalog: Catalog, *, as_of: Month | None, today: Month
) -> tuple[Fault, ...]:
    """Return what is wrong with a profile beside a catalog, each fault with its line; none where it is sound.

    ``as_of`` and ``today`` are as in :func:`load_profile`.
    """
    return _resolved(located, catalog, as_of=as_of, today=today)[1]


def _located(text: str, file: Path | str) -> LocatedRecord[Profile]:
    """Return the profile with its lines; a file of another kind that ladder knows is refused by its name."""
    try:
        return locate_record(Profile, text, file=file)
    except BadFileError:
        kind = find_kind(text)
        if kind not in (None, FileKind.PROFILE):
            refuse_file(file, f"this is {kind.words}, and no profile", kind.belongs)
        raise


def _resolved(
    located: LocatedRecord[Profile], catalog: Catalog, *, as_of: Month | None, today: Month
) -> tuple[History, tuple[Fault, ...]]:
    profile = located.record
    own = read_month(profile.as_of) if profile.as_of else today
    history, faults = resolve_profile(profile, catalog, as_of=own if as_of is None else as_of)
    return history, tuple(_told(faults, located))


def _told(faults: Sequence[ProfileFault], located: LocatedRecord[Profile]) -> Iterable[Fault]:
    """Yield the first faults at their lines; after so many, no further class was looked for."""
    for one in faults[:MOST_FAULTS]:
        yield located.fault(one.place, what=one.what, try_this=one.try_this)
    if len(faults) >= MOST_FAULTS:
        what = f"there are {MOST_FAULTS} faults or more"
        yield located.fault((), what=what, try_this="mend these first")


def resolve_profile(profile: Profile, catalog: Catalog, *, as_of: Month) -> tuple[History, tuple[ProfileFault, ...]]:
    """Return the history that a profile declares, and every fault in it.

    Use the history only where there are no faults. ``as_of`` is the month from which
    plans count; service after it is a fault.
    """
    faults: list[ProfileFault] = []
    names = _Names(catalog, faults)
    past = tuple(_past_job(job, number, names, as_of) for number, job in enumerate(profile.jobs, 1))
    present = tuple(_present(profile, names))
    courses = tuple(HoursInField(one.field, one.semester_hours) for one in profile.education.courses)
    history = History(
        as_of=as_of,
        past=join_past(past, as_of=as_of, goes_on=bool(present)),
        present=present,
        standing=dict(_standing(profile, present)),
        semester_hours=max(profile.education.semester_hours, sum((one.semester_hours for one in courses), Fraction(0))),
        quarter_hours=profile.education.quarter_hours,
        courses=courses,
        degrees=tuple(_degrees(profile, names, as_of)),
        programmes=_programmes(profile, names, as_of),
        licences=_licences(profile, names, as_of),
        licences_to_come=tuple(
            LicenceHeld(event.planned_licence, _month_of(event, as_of), is_dated=True)
            for event in profile.events
            if event.planned_licence
        ),
        changes=tuple(_changes(profile.events, as_of)),
    )
    faults += _changes_without_one_job(profile, present)
    return history, tuple(faults)


class _Names:
    """Finds classes and requirements by name, and keeps a fault for each that is not there."""

    def __init__(self, catalog: Catalog, faults: list[ProfileFault]) -> None:
        self.catalog = catalog
        self.faults = faults

    def class_id(self, text: str | None, place: tuple[str | int, ...]) -> str | None:
        if text is None or len(self.faults) >= MOST_FAULTS:
            return None
        try:
            return self.catalog.find_class(text).class_id
        except UnknownClassError as error:
            self.faults.append(ProfileFault(place, str(error), "write a class id, such as us-nd/0441"))
            return None

    def refuse(self, place: tuple[str | int, ...], what: str, try_this: str) -> None:
        self.faults.append(ProfileFault(place, what, try_this))

    def target_class(self, text: str | None) -> str | None:
        if text is None:
            return None
        found = self.catalog.find_classes(text)
        return found[0] if len(found) == 1 else ANOTHER_CLASS

    def declared(self, work: Work, place: tuple[str | int, ...]) -> frozenset[str]:
        for index, reference in enumerate(work.counts_toward):
            if reference not in self.catalog.experience_references:
                known = ", ".join(self._near(reference)) or "'ladder profile new' lists them"
                what = f"service cannot count toward {reference!r}: there is no such experience requirement"
                self.faults.append(ProfileFault((*place, "counts_toward", index), what, f"known: {known}"))
        return frozenset(work.counts_toward)

    def _near(self, reference: str) -> list[str]:
        class_id = class_referred_to(reference)
        return [known for known in self.catalog.experience_references if class_referred_to(known) == class_id]


def _past_job(job: Job, number: int, names: _Names, as_of: Month) -> Service:
    place = ("jobs", number - 1)
    begun, ended = (read_month(text) if text else as_of for text in (job.start, job.end))
    if max(begun, ended) > as_of:
        late = job.start if begun > as_of else job.end
        what = f"the job has service after the as-of month {print_month(as_of)}: {late}"
        names.faults.append(ProfileFault(place, what, "end it by then, or give a later --as-of"))
    row = read_row(job.start, job.end, as_of=as_of) if job.start else None
    return _service(job, number, place, names, months=job.months, row=row)


def _service(
    work: Work,
    number: int,
    place: tuple[str | int, ...],
    names: _Names,
    *,
    months: Fraction | None = None,
    row: ServiceRow | None = None,
    future: bool = False,
) -> Service:
    class_id = names.class_id(work.class_text, (*place, "class"))
    title = work.title or (names.catalog.classes[class_id].title if class_id else work.class_text or "a job")
    return Service(
        number=number,
        title=title,
        class_id=class_id,
        target_class=names.target_class(work.target_class),
        declared=names.declared(work, place),
        fte=work.fte,
        months=months,
        row=row,
        future=future,
    )


def _present(profile: Profile, names: _Names) -> Iterable[Service]:
    """Yield the present jobs: those declared, else the jobs with a start and no end."""
    if profile.present is not None:
        several = isinstance(profile.present, tuple)
        for index, work in enumerate(profile.present_jobs):
            place: tuple[str | int, ...] = ("present", index) if several else ("present",)
            yield _service(work, 0, place, names, future=True)
        return
    silent = _Names(names.catalog, [])
    for index, job in enumerate(profile.jobs):
        if job.start and not job.end:
            yield _service(job, 0, ("jobs", index), silent, future=True)


def _standing(profile: Profile, present: tuple[Service, ...]) -> Iterable[tuple[Standing, StandingDeclared]]:
    """Yield each standing declared; a truth value goes with the present class's jurisdiction."""
    held_in = frozenset(one.class_id.partition("/")[0] for one in present if one.class_id)
    for standing in Standing:
        value = getattr(profile.standing, standing.value)
        if isinstance(value, bool):
            yield standing, StandingDeclared(value=value, jurisdictions=held_in or None)
        elif value is not None:
            yield standing, StandingDeclared(value=True, jurisdictions=frozenset(value))


def _degrees(profile: Profile, names: _Names, as_of: Month) -> Iterable[DegreeHeld]:
    """Yield the degrees held, then those planned."""
    for index, one in enumerate(profile.education.degrees):
        since = _held_since(one.month, ("education", "degrees", index, "month"), names, as_of)
        yield DegreeHeld(one.level, one.field, since, is_dated=one.month is not None)
    for event in profile.events:
        if event.degree:
            yield DegreeHeld(event.degree.level, event.degree.field, _month_of(event, as_of), is_dated=True)


def _licences(profile: Profile, names: _Names, as_of: Month) -> tuple[LicenceHeld, ...] | None:
    """Return the licenses held, None where nothing is declared of them."""
    if profile.declared_licences is None:
        return None
    return tuple(
        LicenceHeld(
            one.name,
            _held_since(one.month, (profile.licences_key, index, "month"), names, as_of),
            is_dated=one.month is not None,
        )
        for index, one in enumerate(profile.declared_licences)
    )


def _held_since(text: str | None, place: tuple[str | int, ...], names: _Names, as_of: Month) -> int:
    """Return the month of the plan, 0 or less, from which something is held: the as-of month where none is told."""
    if text is None:
        return 0
    if read_month(text) > as_of:
        what = f"it is held from {text} on, after the as-of month {print_month(as_of)}"
        names.refuse(place, what, "plan it as one of the events, or give a later --as-of")
    return min(0, read_month(text, part_month_is_next=True) - as_of)


def _programmes(profile: Profile, names: _Names, as_of: Month) -> Mapping[str, ProgrammeState]:
    """Return where the person stands in each program: listed once, and complete by the earliest month given."""
    found: dict[str, ProgrammeState] = {}
    for index, enrolment in enumerate(profile.programs):
        place = ("programs", index, "name")
        class_id = names.class_id(enrolment.name, place)
        if class_id in found:
            names.refuse(place, f"{enrolment.name} is listed twice", "list each program once, as it stands now")
        elif class_id:
            found[class_id] = _programme_state(enrolment)
    for index, event in enumerate(profile.events):
        place = ("events", index, "program_completed")
        class_id = names.class_id(event.program_completed, place)
        state = found.get(class_id or "", NOT_LISTED)
        if state.completed:
            what = f"{event.program_completed} is completed already: the list of programs says so"
            names.refuse(place, what, "take the event out, or write completed: false in the list")
        elif class_id:
            found[class_id] = _completed_by(state, _plan_month(event, as_of))
    return found


def _programme_state(enrolment: Enrolment) -> ProgrammeState:
    completed_at = 0 if enrolment.completed else enrolment.months_remaining
    return ProgrammeState(enrolment.approved, enrolment.completed, completed_at)


def _completed_by(state: ProgrammeState, month: int) -> ProgrammeState:
    """Return the state with a month of completion, of which the earliest holds (docs/semantics.md, C30)."""
    return state._replace(completed_at=month if state.completed_at is None else min(month, state.completed_at))


def _plan_month(event: Event, as_of: Month) -> int:
    return max(0, _month_of(event, as_of))


def _month_of(event: Event, as_of: Month) -> int:
    """Return the month of an event, less than 0 where it lies behind."""
    return read_month(event.month, part_month_is_next=True) - as_of


def _changes(events: Iterable[Event], as_of: Month) -> Iterable[Change]:
    for event in sorted(events, key=lambda event: read_month(event.month, part_month_is_next=True)):
        month = read_month(event.month, part_month_is_next=True) - as_of
        if event.fte is not None:
            yield Change(max(0, month), fte=event.fte)
        if event.leave_months is not None and month + event.leave_months > 0:
            yield Change(max(0, month), leave_until=month + event.leave_months)


def _changes_without_one_job(profile: Profile, present: tuple[Service, ...]) -> list[ProfileFault]:
    if len(present) < 2:  # noqa: PLR2004 - a change of hours is plain where one job goes on
        return []
    return [
        ProfileFault(("events", index, "fte"), "a change of fte does not say which of several jobs changes", "")
        for index, event in enumerate(profile.events)
        if event.fte is not None
    ]
