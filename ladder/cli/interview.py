"""A profile by questions: each answer checked as it is typed, and asked again where it is wrong."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeVar

import click

from ladder.candidates import read_credit_hours, read_full_time_share, read_months_of_service
from ladder.catalog.catalog import Catalog
from ladder.cli.output import print_line
from ladder.condition_codes import ConditionCode
from ladder.errors import UnknownClassError
from ladder.qualifications import DegreeLevel
from ladder.requirement_references import class_referred_to
from ladder.service_time import print_month, read_month

Answer = TypeVar("Answer")


def ask_profile(catalog: Catalog, month: str) -> str:
    """Return a profile in YAML made of the answers typed on the terminal; questions go to stderr.

    ``month`` is offered as the month that answers count from.
    """
    lines = [
        f"as_of: {_ask('Month that answers count from', _month, default=month)}",
        *_standing(),
        *_Service(catalog).told(),
        *_study(),
    ]
    return "\n".join(lines) + "\n"


def _standing() -> Iterator[str]:
    """Yield the standing declared; what the person is not sure of is left out."""
    questions = {"internal": "Does the agency employ you now?", "state_employee": "Are you a state employee now?"}
    told = {
        name: _ask(f"{text} (yes, no, unsure)", _one_of("yes", "no", "unsure"), default="unsure")
        for name, text in questions.items()
    }
    declared = [f"  {name}: {'true' if word == 'yes' else 'false'}" for name, word in told.items() if word != "unsure"]
    if declared:
        yield "standing:"
        yield from declared


class _Service(NamedTuple):
    """Questions about service, whose answers name the classes and requirements of a catalog."""

    catalog: Catalog

    def told(self) -> Iterator[str]:
        """Yield the jobs, the present one first, and what goes on."""
        jobs: list[str] = []
        present = None
        question, more = "Present class (id, code or title; empty if none)", "An earlier class (empty if no more)"
        if held := _ask(question, self._class_or_none):
            print_line(self.catalog.classes[held].title, err=True)
            months = _ask("Months in it so far", _number(read_months_of_service), default="0")
            present = self._job(held)
            jobs.append(f"{{months: {months}, {present}}}")
        while earlier := _ask(more, self._class_or_none):
            print_line(self.catalog.classes[earlier].title, err=True)
            months = _ask("Months in it", _number(read_months_of_service), default="0")
            jobs.append(f"{{months: {months}, {self._job(earlier)}}}")
        yield from ["jobs:", *(f"  - {job}" for job in jobs)] if jobs else ["jobs: []"]
        if present:
            yield f"present: {{{present}}}"

    def _job(self, class_id: str) -> str:
        """Return a job's class, share of full time, target class and what it counts toward."""
        share = _ask("Share of full time, more than 0 and at most 1", _number(read_full_time_share), default="1.0")
        fields = [f"class: {_quoted(class_id)}", f"fte: {share}"]
        if any(ConditionCode.TARGET_CLASS in step.conditions for step in self.catalog.steps_from(class_id)):
            target = _ask("Target class of the appointment (empty if none is recorded)", self._class_or_none)
            fields += [f"target_class: {_quoted(target)}"] if target else []
        counts: list[str] = []
        question = "It counts toward (such as us-nd/0443#general; empty if nothing more)"
        while reference := _ask(question, self._reference_or_none):
            counts.append(_quoted(reference))
        return ", ".join([*fields, *([f"counts_toward: [{', '.join(counts)}]"] if counts else [])])

    def _class_or_none(self, typed: str) -> str:
        """Return the id of the class typed; '' where none is.

        Raises:
            ValueError: no class answers, or several do.

        """
        try:
            return self.catalog.find_class(typed).class_id if typed else ""
        except UnknownClassError as error:
            raise ValueError(str(error)) from None

    def _reference_or_none(self, typed: str) -> str:
        """Return the requirement typed; '' where none is.

        Raises:
            ValueError: there is no such requirement.

        """
        known = self.catalog.experience_references
        if typed and typed not in known:
            message = f"there is no experience requirement {typed!r}{_near(typed, known)}"
            raise ValueError(message)
        return typed


def _study() -> Iterator[str]:
    hours = _ask("Semester hours of college study", _number(read_credit_hours), default="0")
    yield from ("education:", f"  semester_hours: {hours}")
    degrees = []
    levels = ", ".join(["none", *DegreeLevel])
    question = f"A degree ({levels})"
    while (level := _ask(question, _one_of("none", *DegreeLevel), default="none")) != "none":
        field = _ask("Its field (empty if none)", str)
        degrees.append(f"    - {{level: {level}{f', field: {_quoted(field)}' if field else ''}}}")
        question = f"Another degree ({levels})"
    if degrees:
        yield from ("  degrees:", *degrees)


def _ask(question: str, read: Callable[[str], Answer], *, default: str = "") -> Answer:
    """Ask until the answer can be read; on stderr alone, so that stdout holds only the profile.

    Raises:
        Abort: the answers have ended.

    """
    offered = f" [{default}]" if default else ""
    while True:
        click.echo(f"{question}{offered}: ", nl=False, err=True)
        typed = sys.stdin.readline()
        if not typed:
            raise click.Abort
        try:
            return read(typed.strip() or default)
        except ValueError as error:
            print_line(f"Not taken: {error}", err=True)


def _one_of(*words: str) -> Callable[[str], str]:
    def read(typed: str) -> str:
        if typed not in words:
            message = f"{typed!r} is not one of {', '.join(words)}"
            raise ValueError(message)
        return typed

    return read


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _month(typed: str) -> str:
    return print_month(read_month(typed))


def _number(check: Callable[[str], object]) -> Callable[[str], str]:
    """Return a reader that takes what a profile's field takes, and keeps it as typed."""

    def read(typed: str) -> str:
        check(typed)
        return typed

    return read


def _near(reference: str, known: Iterable[str]) -> str:
    same = [one for one in known if class_referred_to(one) == class_referred_to(reference)]
    return f"; known: {', '.join(same)}" if same else "; 'ladder profile new' lists them"
