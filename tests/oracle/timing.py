"""When service must have been: after something else, or within the last months (docs/semantics.md, C24, C26)."""

from collections.abc import Iterator

from tests.oracle.claims import Claims
from tests.oracle.documents import Json
from tests.oracle.person import Job
from tests.oracle.studying import Study

EVER, NEVER = -(10**12), 10**12


class Times:
    """Tells for one person and one class whether service of a time counts for a requirement."""

    def __init__(self, claims: Claims, study: Study) -> None:
        self.claims = claims
        self.study = study
        self._first: dict[tuple[str, bool], int] = {}

    def look_over(self, name: str) -> None:
        """Come upon every condition that the time of service is asked on."""
        after, window = self.claims.rules.limits(name)
        for one in after:
            self.claims.granted("ORDER")
            for month in (EVER, -1, 0, 10**6):
                self._holds(one, month, in_order=True)
        if window is not None:
            self.claims.granted("RECENCY")

    def are_right(self, job: Job, name: str, month: int) -> bool:
        """Tell whether service of a job counts for a requirement, in an answer for a month."""
        after, window = self.claims.rules.limits(name)
        in_order = bool(after) and self.claims.granted("ORDER")
        met = max((self.first_month(one, in_order=in_order) for one in after), default=EVER)
        opens = EVER if window is None else self._opens(window, month)
        if job.undated:
            ordered = not after or (in_order and met < 0)
            return ordered and (window is None or (self.claims.granted("RECENCY") and opens < 0))
        return job.when is not None and job.when >= max(met, opens)

    def _opens(self, window: int, month: int) -> int:
        """Return the month from which service is recent; on a climb none is unless that is taken as true."""
        if self.claims.plan.kind != "climb":
            return month - window
        return -window if self.claims.granted("RECENCY") else NEVER

    def cuts(self, month: int) -> Iterator[int]:
        """Yield every month from which service begins to count for something, in an answer for a month."""
        for name, rule in self.claims.rules.requirements.items():
            if rule["kind"] == "experience":
                after, window = self.claims.rules.limits(name)
                for one in after:
                    yield from (self.first_month(one, in_order=in_order) for in_order in (False, True))
                if window is not None:
                    yield from (month - window, -window)

    def first_month(self, rule: Json, *, in_order: bool) -> int:
        """Return the month in which what must come first was met, by trying one month after the other."""
        key = (rule["id"], in_order)
        if key not in self._first:
            self._first[key] = self._find_first(rule, in_order=in_order)
        return self._first[key]

    def _find_first(self, rule: Json, *, in_order: bool) -> int:
        person = self.claims.person
        dated = [one.since or 0 for one in self.study.degrees] + [one.month or 0 for one in person.licenses]
        if self._holds(rule, EVER, in_order=in_order):
            return EVER
        last = self.study.settled(self.study.most_asked(rule)) + max([person.last_change, *dated]) + 1
        months = range(min([*dated, 0]), last + 1)
        return next((month for month in months if self._holds(rule, month, in_order=in_order)), NEVER)

    def _holds(self, rule: Json, month: int, *, in_order: bool) -> bool:
        if rule["kind"] == "credential":
            return self.claims.license(rule["name"], month, in_order=in_order)
        return self.claims.studied(self.study, rule, month, in_order=in_order)
