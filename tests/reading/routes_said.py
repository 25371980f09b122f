"""What is read of words below a heading of qualifications, a line a route: ``24 months as Clerk + bachelor``."""

from dataclasses import dataclass

from ladder.qualifications import Credential, Education, Experience, Judgement, Qualifications, Requirement
from ladder.reading.jurisdictions.outline.outline_reader import GeneralReader
from ladder.reading.passages import Document
from ladder.reading.readings import Reading, make_readings

_HEAD = "Title: Salt Warden\nClass Code: 2100\n\n"
_READER = GeneralReader(jurisdiction="us-zz")


@dataclass(frozen=True)
class Told:
    """A reading, told in short words; nothing asked gives no routes."""

    reading: Reading

    @property
    def rules(self) -> Qualifications:
        """The qualifications of the record; a record without any asks nothing."""
        assert self.reading.record is not None
        return self.reading.record.qualifications or Qualifications(requirements=(), routes=())

    @property
    def is_whole(self) -> bool:
        """Whether the record says that it holds all that is asked."""
        return self.reading.record is not None and self.reading.record.completeness == "whole"

    @property
    def routes(self) -> list[str]:
        """The routes in the order printed, the requirements of each in theirs."""
        by_id = {one.id: one for one in self.rules.requirements}
        return [" + ".join(self._said(by_id[name]) for name in route.requires) for route in self.rules.routes]

    @property
    def whats(self) -> list[str]:
        """The kinds of service that the requirements ask."""
        return [one.what for one in self.rules.requirements if isinstance(one, Experience)]

    @property
    def conditions(self) -> list[str]:
        """The codes of the conditions shown with every answer."""
        return [one.code for one in self.reading.record.conditions] if self.reading.record else []

    @property
    def notes(self) -> list[str]:
        """The codes of the notes."""
        return [one.code for one in self.reading.notes]

    @property
    def substitutions(self) -> list[str]:
        """What may stand for what: ``study 30 hours = 12 for 48, at most 24``."""
        months = {one.id: one.months for one in self.rules.requirements if isinstance(one, Experience)}
        said = []
        for one in self.rules.substitutions:
            brought = {
                "study": lambda one=one: f"{one.semester_hours} hours = {one.months}",
                "degree": lambda one=one: f"{one.degree} = {one.months}",
                "service": lambda one=one: f"{one.months} {_title(one.named.class_id) if one.named else one.what}",
                "programme": lambda one=one: _title(one.programme),
            }[one.kind]()
            most = getattr(one, "at_most_months", None)
            said.append(
                f"{one.kind} {brought} for {months.get(one.stands_for, one.stands_for)}"
                + (f", at most {most}" if most else "")
            )
        return said

    def _said(self, one: Requirement) -> str:
        if isinstance(one, Experience):
            return self._service(one)
        if isinstance(one, Education):
            return _study(one)
        if isinstance(one, Credential):
            return f"license {one.name}" + (" by appointment" if one.by else "")
        if isinstance(one, Judgement):
            return f"UNREAD {one.what}" if one.code == "UNREAD" else one.code
        return one.kind

    def _service(self, one: Experience) -> str:
        by_id = {rule.id: rule for rule in self.rules.requirements}
        whole = by_id.get(one.within or one.additional_to or "")
        joined = "of" if one.within else "on top of"
        words = [f"{one.months} {joined} {whole.months}" if isinstance(whole, Experience) else f"{one.months} months"]
        words += [f"as {' or '.join(_title(each.class_id) for each in one.classes if each.certainty == 'named')}"]
        words += [f"at {' or '.join(_title(each.class_id) for each in one.classes if each.certainty == 'level')}"]
        words += ["or equal"] if one.or_equivalent else []
        words += ["or in the field"] if one.or_in_field else []
        words += ["as lead"] if one.lead else []
        words += [f"for {one.standing}"] if one.standing else []
        words += [f"after {self._said(by_id[one.after])}"] if one.after else []
        words += [f"in the last {one.within_last_months}"] if one.within_last_months else []
        return " ".join(each for each in words if each not in {"as ", "at "})


def _study(one: Education) -> str:
    words = [one.degree.value] if one.degree else []
    words += [f"{one.semester_hours} hours"] if one.semester_hours and not one.courses else []
    words += [f"in {', '.join(one.fields)}"] if one.fields else []
    words += [f"{each.semester_hours} hours in {', '.join(each.fields)}" for each in one.courses]
    return " ".join(words) + (" or related" if one.or_closely_related else "")


def _title(class_id: str) -> str:
    return class_id.partition("/")[2].replace("-", " ").title()


def told(words: str, *, heading: str = "Minimum Qualifications") -> Told:
    """Return what is read of words below a heading, in a document that says little else."""
    document = Document("made.txt", f"{_HEAD}{heading}\n\n{words}\n")
    (reading,) = make_readings(document, _READER.read(document))
    return Told(reading)
