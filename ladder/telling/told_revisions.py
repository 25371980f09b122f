"""What differs between two catalogs in words: what changed, what it says now, and what it said before."""

from collections.abc import Sequence
from typing import NamedTuple

from ladder.qualifications import Experience, Route
from ladder.revisions.differences import Compared, Difference, PartKind, PartOf
from ladder.service_time import Month
from ladder.specification import EarlyFiling, Pay, Series
from ladder.telling.class_names import spell_completeness
from ladder.telling.messages import all_of, say
from ladder.telling.parts import plain_text, with_capital
from ladder.telling.pay_words import spell_pay
from ladder.telling.requirements import ToldRequirements
from ladder.telling.routes import called, route_in_words
from ladder.telling.substitutions import substitution_words
from ladder.telling.times import spell_date, spell_month, spell_months

_LISTED = frozenset({PartKind.CLASS, PartKind.RECORD})


class ToldDifferences(NamedTuple):
    """What differs between two catalogs, as sentences put it."""

    compared: Compared
    found: tuple[Difference, ...]

    def title(self, class_id: str) -> str:
        """Return the title of a class, that of the later catalog where it has it."""
        found = self.compared.after.classes.get(class_id) or self.compared.before.classes[class_id]
        return found.title

    def change(self, one: Difference) -> str:
        """Return what changed, in few words."""
        if one.kind in _LISTED:
            return self._of_record(one)
        if one.kind is PartKind.REQUIREMENT and (more := _months_more(one)):
            name = called(self.compared.after, one.name)
            message = "diff.requirement_more" if more > 0 else "diff.requirement_less"
            return with_capital(say(message, name=name, months=spell_months(abs(more))))
        return with_capital(say(f"diff.{one.kind.value}{_ending(one)}", name=self._name(one)))

    def _of_record(self, one: Difference) -> str:
        spec = self.compared.after.classes.get(one.class_id)
        if spec is None or not spec.qualifications:
            return with_capital(say(f"diff.{one.kind.value}_gone"))
        is_new = one.before is None or one.before.value == "named-only"
        if not is_new:
            return with_capital(say("diff.record", part=spell_completeness(spec.completeness)))
        if spec.revision is None:
            return with_capital(say(f"diff.{one.kind.value}_new_undated"))
        return with_capital(say(f"diff.{one.kind.value}_new", date=spell_date(spec.revision)))

    def _name(self, one: Difference) -> str:
        catalog = self.compared.after
        if one.kind is PartKind.ROUTE:
            return route_in_words(catalog, one.name)
        if one.kind is PartKind.REQUIREMENT:
            return called(catalog, one.name)
        if one.kind is PartKind.SUBSTITUTION:
            kind = one.name.partition(":")[0]
            return say(f"diff.{kind}") if kind in {"study", "degree"} else called(catalog, one.name)
        return one.name.replace("_", " ")

    def before(self, one: Difference) -> str:
        """Return what the part said before; '' where it was not there."""
        return _Told(one.class_id, self.compared, 0).words(one.before)

    def after(self, one: Difference) -> str:
        """Return what the part says now; '' where it is there no more."""
        return _Told(one.class_id, self.compared, 1).words(one.after)

    def sentence(self, one: Difference) -> str:
        """Return the change with what it says now and said before, and how many pairs of classes it touches."""
        told, before, after = self.change(one), self.before(one), self.after(one)
        message = "diff.was" if before and after else "diff.now" if after else "diff.before" if before else "diff.plain"
        sentence = say(message, told=told, before=before.removesuffix("."), after=after.removesuffix("."))
        if not one.ladders:
            return sentence
        pairs = say("diff.ladder") if one.ladders == 1 else say("diff.ladders", count=one.ladders)
        return say("diff.touches", told=sentence, ladders=pairs)

    def headline(self, *, names: tuple[str, str], since: Month | None = None) -> str:
        """Return in one sentence how many classes changed, and how."""
        month = "" if since is None else spell_month(since)
        if not self.found:
            return say(
                "diff.none" if since is None else "diff.since_none", before=names[0], after=names[1], since=month
            )
        count = len({one.class_id for one in self.found})
        classes = say("diff.classes_one") if count == 1 else say("diff.classes", count=count)
        kinds = plain_text(all_of(self._kinds()))
        message = "diff.told" if since is None else "diff.since_told"
        return say(message, classes=classes, before=names[0], after=names[1], since=month, kinds=kinds)

    def _kinds(self) -> list[str]:
        """Return how many classes changed in what way, each class once."""
        by_class: dict[str, str] = {}
        for one in self.found:
            by_class[one.class_id] = min(by_class.get(one.class_id, "z"), _way(one), key=_WAYS.index)
        counts = [(way, list(by_class.values()).count(way)) for way in _WAYS]
        return [say(_message(way, count), count=count) for way, count in counts if count]


_WAYS = ("new", "gone", "rules", "other", "z")
_ASKED = frozenset({PartKind.REQUIREMENT, PartKind.ROUTE, PartKind.SUBSTITUTION, PartKind.TRAINEE, PartKind.RECORD})


def _message(way: str, count: int) -> str:
    return "diff.kind.rules_one" if way == "rules" and count == 1 else f"diff.kind.{way}"


def _way(one: Difference) -> str:
    if one.kind is PartKind.CLASS:
        return "gone" if one.after is None else "new"
    if one.kind is PartKind.RECORD and one.before and one.before.value == "named-only":
        return "new"
    return "rules" if one.kind in _ASKED else "other"


def _ending(one: Difference) -> str:
    return "_new" if one.before is None else "_gone" if one.after is None else ""


def _months_more(one: Difference) -> int:
    """Return how many months more a requirement asks than before; 0 where months are not what changed."""
    before, after = (part.value if part else None for part in (one.before, one.after))
    if isinstance(before, Experience) and isinstance(after, Experience):
        return after.months - before.months
    return 0


class _Told(NamedTuple):
    """The words of parts of a class in one of two catalogs."""

    class_id: str
    compared: Compared
    place: int

    def words(self, part: PartOf | None) -> str:
        if part is None or part.kind in _LISTED:
            return ""
        return self._rule(part) or self._fact(part.value, part.kind)

    def _rule(self, part: PartOf) -> str:
        catalog, value = self.compared[self.place], part.value
        if part.kind is PartKind.REQUIREMENT:
            return ToldRequirements(catalog).in_brief(value)  # type: ignore[arg-type]  # a requirement
        if isinstance(value, Route):
            return self._route(value)
        if part.kind is PartKind.SUBSTITUTION:
            return plain_text(substitution_words(catalog, value))  # type: ignore[arg-type]  # a substitution
        return ""

    def _route(self, route: Route) -> str:
        catalog = self.compared[self.place]
        rules = catalog.classes[self.class_id].qualifications
        by_id = {rule.id: rule for rule in rules.requirements} if rules else {}
        return plain_text(ToldRequirements(catalog).of_route([by_id[name] for name in route.requires]))

    def _fact(self, value: object, kind: PartKind) -> str:
        told = ""
        match value:
            case Pay():
                told = spell_pay(value)
            case Series():
                told = say("diff.rank", series=value.name, rank=value.rank)
            case EarlyFiling():
                told = say("diff.early", months=spell_months(value.lacking_months))
            case str() if kind is PartKind.DATE:
                told = spell_date(value)
            case str():
                told = value
        return told


def classes_in(found: Sequence[Difference]) -> tuple[str, ...]:
    """Return the classes that differ, each once, in order."""
    return tuple(dict.fromkeys(one.class_id for one in found))
