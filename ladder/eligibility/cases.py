"""One person under one plan, before the classes of a catalog: what every question about a person starts from."""

from typing import NamedTuple

from ladder.catalog.catalog import Catalog
from ladder.eligibility.matching import Candidacy
from ladder.eligibility.plans import Plan, PlanKind
from ladder.eligibility.rules import rules_of
from ladder.histories import History, Service


class Case(NamedTuple):
    """What is declared of one person, the plan that time runs on under, and the classes that may be asked about."""

    catalog: Catalog
    history: History
    plan: Plan

    def candidacy(self, class_id: str) -> Candidacy | None:
        """Return the person before one class; None where the class is only named."""
        rules = rules_of(self.catalog, class_id)
        return None if rules is None else Candidacy(self.history, self.plan, rules)

    def assuming(self, codes: frozenset[str]) -> "Case":
        """Return the case with more conditions taken as true."""
        return self._replace(plan=self.plan._replace(assumed=self.plan.assumed | codes))

    def climbing(self, via: tuple[str, ...] = ()) -> "Case":
        """Return the case of the same person who climbs, by these classes if there are any."""
        return self._replace(plan=self.plan._replace(kind=PlanKind.CLIMB, via=via))

    def staying(self) -> "Case":
        """Return the case of the same person whose present job goes on."""
        return self._replace(plan=self.plan._replace(kind=PlanKind.STAY, via=()))

    def of_climb(self) -> "Case":
        """Return the same case as part of a climb, whatever goes on in it."""
        return self._replace(plan=self.plan._replace(is_of_climb=True))

    def idle(self) -> "Case":
        """Return the case of the same person for whom only clocks and study run on."""
        return self._replace(plan=self.plan._replace(kind=PlanKind.NONE, via=()))

    def holding(self, service: Service) -> "Case":
        """Return the case of the same person who stays in this job alone."""
        return self._replace(history=self.history.holding(service)).staying()
