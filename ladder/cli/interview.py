"""A profile by questions: what the classes aimed at ask, in plain words; a wrong answer is asked again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ladder.candidates import read_credit_hours, read_full_time_share
from ladder.catalog.catalog import Catalog
from ladder.cli.asked_facts import AskedFacts, FactsOf
from ladder.cli.output import print_line
from ladder.cli.typed_answers import (
    a_length,
    a_month,
    a_number,
    a_reference_of,
    ask,
    held_since,
    is_later,
    is_month,
    month_or_none,
    no_sooner_than,
    one_of,
    quoted,
    sure,
    whole_or_none,
)
from ladder.condition_codes import ConditionCode
from ladder.errors import UnknownClassError
from ladder.qualifications import DegreeLevel, Standing
from ladder.requirement_references import class_referred_to

MOST_ASKED_BY_NAME = 12
"""Requirements, licenses and programs that are asked one by one; of more, the person names those that apply."""

_STANDING = {
    Standing.INTERNAL: "Does the agency employ you now?",
    Standing.STATE_EMPLOYEE: "Are you a state employee now?",
    Standing.PERMANENT: "Do you have permanent status now?",
}
_SURE = "(yes, no; Enter if you are not sure)"


def ask_profile(catalog: Catalog, targets: Sequence[str], month: str) -> str:
    """Return a profile in YAML made of the answers typed on the terminal; questions go to stderr.

    Without ``targets`` the person names those aimed at; all classes of the catalog, where none is
    named. Only what they ask is asked. ``month`` is offered as the month that answers count from.
    """
    asking = _Asking(catalog)
    aims = tuple(targets) or asking.aims()
    facts = FactsOf(catalog).classes(aims or catalog.classes)
    as_of = ask("Month that answers count from", a_month, default=month)
    lines = [
        f"as_of: {as_of}",
        *_standing(facts.standing),
        *_Service(catalog, facts, as_of).told(),
        *_study(facts),
        *_Credentials(catalog, facts, as_of).told(),
    ]
    return "\n".join(lines) + "\n"


def _standing(asked: Iterable[Standing]) -> Iterator[str]:
    """Yield the standing declared; what the person is not sure of is left out."""
    told = {one: ask(f"{_STANDING[one]} {_SURE}", sure) for one in asked}
    declared = [f"  {one.value}: {'true' if word == 'yes' else 'false'}" for one, word in told.items() if word]
    if declared:
        yield "standing:"
        yield from declared


class _Asking(NamedTuple):
    """Questions whose answers name classes and requirements of a catalog."""

    catalog: Catalog

    def aims(self) -> tuple[str, ...]:
        """Return the classes that the person aims at."""
        found: list[str] = []
        question = "A class that you aim at (id, code or title; Enter for any)"
        while aim := ask(question, self.class_or_none):
            print_line(self.catalog.classes[aim].title, err=True)
            found.append(aim)
            question = "Another one (Enter if no more)"
        return tuple(dict.fromkeys(found))

    def class_or_none(self, typed: str) -> str:
        """Return the id of the class typed; '' where none is.

        Raises:
            ValueError: no class answers, or several do.

        """
        try:
            return self.catalog.find_class(typed).class_id if typed else ""
        except UnknownClassError as error:
            raise ValueError(str(error)) from None


class _Service(NamedTuple):
    """Questions about service: where, how long, and what of it the classes aimed at take."""

    catalog: Catalog
    facts: AskedFacts
    as_of: str

    def told(self) -> Iterator[str]:
        """Yield the jobs, the present one first, and what goes on."""
        present = tuple(self._present())
        jobs = [*present[:1], *self._earlier(), *self._elsewhere()]
        yield from ["jobs:", *(f"  - {job}" for job in jobs)] if jobs else ["jobs: []"]
        yield from (f"present: {job}" for job in present[1:])

    def _present(self) -> Iterator[str]:
        """Yield the present job so far, and as it goes on; nothing for a person who has none."""
        asking = _Asking(self.catalog)
        if held := ask("Your class now (id, code or title; Enter if none)", asking.class_or_none):
            print_line(self.catalog.classes[held].title, err=True)
            length = self._length("How long in it so far", is_over=False)
            job = self._job(held)
            yield f"{{{length}, {job}}}"
            yield f"{{{job}}}"

    def _earlier(self) -> Iterator[str]:
        asking = _Asking(self.catalog)
        while held := ask("A class that you held earlier (Enter if no more)", asking.class_or_none):
            print_line(self.catalog.classes[held].title, err=True)
            length = self._length("How long in it", is_over=True)
            yield f"{{{length}, {self._job(held)}}}"

    def _elsewhere(self) -> Iterator[str]:
        """Yield work that was in no class, where it may count."""
        while self.facts.service and (title := ask("Other work, elsewhere: its title (Enter if no more)", str)):
            length = self._length("How long in it", is_over=True)
            yield f"{{{length}, title: {quoted(title)}, {self._share()}{self._counting('')}}}"

    def _length(self, question: str, *, is_over: bool) -> str:
        """Return the length of a job: its months, or its dates, which matter for recent service and for order."""
        why = "; give the month, as it matters when it was" if self.facts.is_dated else ""
        told = ask(f"{question}: months (20), or the month that it began in (2024-03){why}", a_length, default="0")
        if "-" not in told:
            return f"months: {told}"
        last = no_sooner_than(told)
        if not is_over:
            return f"start: {told}, end: {last(self.as_of)}"
        end = ask("The first month that you were not in it any more", last, default=self.as_of)
        return f"start: {told}, end: {end}"

    def _share(self) -> str:
        question = "Share of full time (1 is full time, 0.5 half)"
        return f"fte: {ask(question, a_number(read_full_time_share), default='1.0')}"

    def _job(self, class_id: str) -> str:
        """Return a job's class, share of full time, target class and what it counts toward."""
        fields = [f"class: {quoted(class_id)}", self._share()]
        if any(ConditionCode.TARGET_CLASS in step.conditions for step in self.catalog.steps_from(class_id)):
            question = "Target class of the appointment (Enter if none is recorded)"
            target = ask(question, _Asking(self.catalog).class_or_none)
            fields += [f"target_class: {quoted(target)}"] if target else []
        return ", ".join(fields) + self._counting(class_id)

    def _counting(self, class_id: str) -> str:
        """Return what a job counts toward besides by its class."""
        open_to = {name: words for name, (words, classes) in self.facts.service.items() if class_id not in classes}
        chosen = self._by_name(open_to) if len(open_to) > MOST_ASKED_BY_NAME else self._one_by_one(open_to)
        return f", counts_toward: [{', '.join(map(quoted, chosen))}]" if chosen else ""

    def _one_by_one(self, open_to: dict[str, str]) -> list[str]:
        found = []
        for reference, words in open_to.items():
            title = self.catalog.classes[class_referred_to(reference)].title
            if ask(f"Was it, for {title}: {words}? (yes, no)", one_of("yes", "no"), default="no") == "yes":
                found.append(reference)
        return found

    def _by_name(self, open_to: dict[str, str]) -> list[str]:
        found: list[str] = []
        question = "It counts toward (such as us-nd/0443#general; Enter if nothing more)"
        while reference := ask(question, a_reference_of(open_to)):
            found.append(reference)
        return found


def _list_of(held: Mapping[str, str]) -> Iterator[str]:
    had = [f"  - {_license(name, word)}" for name, word in held.items() if word != "no"]
    yield from ("licenses:", *had) if had else ("licenses: []",)


def _license(name: str, word: str) -> str:
    return quoted(name) if word == "yes" else f"{{name: {quoted(name)}, month: {word}}}"


def _study(facts: AskedFacts) -> Iterator[str]:
    """Yield the study that is asked: hours, those in a field among them, degrees, high school."""
    lines = [*_hours(facts), *_degrees(facts)]
    if lines:
        yield "education:"
        yield from lines


def _hours(facts: AskedFacts) -> Iterator[str]:
    if not (facts.asks_hours or facts.asks_degree):
        return
    for name in ("semester", "quarter"):
        hours = ask(f"College credits, in {name} hours", a_number(read_credit_hours), default="0")
        if read_credit_hours(hours):
            yield f"  {name}_hours: {hours}"
    fields = "; ".join(facts.fields[:MOST_ASKED_BY_NAME])
    courses = []
    question = f"A field of your courses, such as those asked ({fields}; Enter if no more)"
    while facts.asks_courses and (field := ask(question, str)):
        done = ask("Semester hours in it", a_number(read_credit_hours), default="0")
        courses.append(f"    - {{field: {quoted(field)}, semester_hours: {done}}}")
    if courses:
        yield from ("  courses:", *courses)


def _degrees(facts: AskedFacts) -> Iterator[str]:
    degrees = []
    higher = [one for one in DegreeLevel if one is not DegreeLevel.HIGH_SCHOOL]
    question = f"A degree ({', '.join(higher)}; Enter if none)"
    while facts.asks_degree and (level := ask(question, one_of("", *higher))):
        degrees.append(_degree(level, facts))
        question = "Another degree (Enter if no more)"
    if facts.asks_school and not degrees and ask(f"Did you finish high school? {_SURE}", sure) == "yes":
        degrees.append(f"    - {{level: high_school{_since(facts.orders_study, 'Finished in which month')}}}")
    if degrees:
        yield from ("  degrees:", *degrees)


def _degree(level: str, facts: AskedFacts) -> str:
    named = f"; asked are {', '.join(facts.fields[:MOST_ASKED_BY_NAME])}" if facts.fields else ""
    field = ask(f"Its field (Enter if none{named})", str)
    told = f", field: {quoted(field)}" if field else ""
    return f"    - {{level: {level}{told}{_since(facts.orders_study, 'Awarded in which month')}}}"


def _since(is_asked: bool, question: str) -> str:  # noqa: FBT001 - a question that may not matter
    """Return the month of a thing held, where it matters and is known."""
    month = ask(f"{question} (such as 2019-05; Enter if you do not know)", month_or_none) if is_asked else ""
    return f", month: {month}" if month else ""


class _Credentials(NamedTuple):
    """Questions about licenses and training programs."""

    catalog: Catalog
    facts: AskedFacts
    as_of: str

    def told(self) -> Iterator[str]:
        """Yield the programs and the licenses declared, and the events that are licenses to come."""
        programs = list(self._programs())
        if programs:
            yield from ("programs:", *programs)
        licenses = self._licenses()
        held = {name: word for name, word in licenses.items() if not is_later(word, self.as_of)}
        events = {name: word for name, word in licenses.items() if name not in held}
        if all(licenses.values()):
            yield from _list_of(held) if licenses else ()
        else:
            events |= dict(self._by_themselves(held))
        if events:
            yield "events:"
            yield from (f"  - {{month: {word}, license: {quoted(name)}}}" for name, word in events.items())

    def _by_themselves(self, held: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """Yield licenses held with their month: a list of them would say of all others that they are not held.

        One without a month is left out, with a word, where service must have come after it.
        """
        for name, word in held.items():
            if is_month(word):
                yield name, word
            elif word == "yes" and self.facts.orders_licenses:
                print_line(f"Left out, as its month is not known: {name}", err=True)
            elif word == "yes":
                yield name, self.as_of

    def _licenses(self) -> dict[str, str]:
        """Return what is said of each license: yes, no, a month, or nothing."""
        asked = self.facts.licenses
        if len(asked) > MOST_ASKED_BY_NAME:
            return self._named_licenses()
        how = "(yes, no, or the month that you get it in; Enter if you are not sure)"
        return {name: self._held(name, f"Do you hold this: {name}? {how}") for name in asked}

    def _named_licenses(self) -> dict[str, str]:
        found = {"": ""}
        question = "A license or certificate that you hold or will get (Enter if no more)"
        while name := ask(question, str):
            found[name] = self._held(name, "Held now (yes), or from which month on", default="yes")
        return found

    def _held(self, name: str, question: str, *, default: str = "") -> str:
        word = ask(question, held_since, default=default)
        if word != "yes" or not self.facts.orders_licenses:
            return word
        since = ask(f"Since which month: {name} (Enter if you do not know)", month_or_none)
        return since or word

    def _programs(self) -> Iterator[str]:
        names = list(self.facts.programs)
        if len(names) > MOST_ASKED_BY_NAME:
            names = []
            question = "A training program that you are in or have completed (Enter if no more)"
            while name := ask(question, _Asking(self.catalog).class_or_none):
                names.append(name)
        for name in names:
            yield from self._program(name)

    def _program(self, name: str) -> Iterator[str]:
        title = self.catalog.classes[name].title
        state = ask(f"Training program: {title} (done, in it; Enter if neither)", one_of("done", "in it", ""))
        if not state:
            return
        fields = [f"name: {quoted(name)}"]
        if self.facts.programs.get(name) and (word := ask(f"Is it approved? {_SURE}", sure)):
            fields.append(f"approved: {'true' if word == 'yes' else 'false'}")
        fields.append(f"completed: {'true' if state == 'done' else 'false'}")
        if state == "in it" and (left := ask("Months that remain of it (Enter if you do not know)", whole_or_none)):
            fields.append(f"months_remaining: {left}")
        yield f"  - {{{', '.join(fields)}}}"
