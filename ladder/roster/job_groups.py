"""The jobs of a roster in groups that every rule takes alike: all but the share of full time."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ladder.eligibility.matching import Candidacy, match_service
from ladder.eligibility.needs import ServiceRule
from ladder.histories import Service


class JobGroups(NamedTuple):
    """Groups of job kinds: the group of each kind, one job of each group, and where to find a group."""

    of_kind: tuple[int, ...]
    jobs: tuple[Service, ...]
    in_class: Mapping[str, tuple[int, ...]]
    declared_for: Mapping[str, tuple[int, ...]]

    def looked_at(self, rule: ServiceRule) -> set[int]:
        """Return the groups that a rule looks at: by their class, or by what they are declared to count toward."""
        by_class = (self.in_class.get(class_id, ()) for class_id in (*rule.sure, *rule.unsure))
        by_word = (self.declared_for.get(reference, ()) for reference in rule.declarable)
        inside = (self.looked_at(one) for one in rule.contained)
        return {group for found in (*by_class, *by_word, *inside) for group in found}

    def counted(self, rule: ServiceRule, candidacy: Candidacy) -> frozenset[int]:
        """Return the groups whose service counts for a rule, as the engine finds it."""
        groups = self.looked_at(rule)
        return frozenset(one for one in groups if match_service(self.jobs[one], rule, candidacy).counts)


def group_jobs(kinds: Sequence[Service]) -> JobGroups:
    """Return the groups of these kinds of job, in the order of the first of each."""
    places: dict[Service, int] = {}
    of_kind = tuple(places.setdefault(_as_matched(kind), len(places)) for kind in kinds)
    jobs = tuple(places)
    return JobGroups(
        of_kind,
        jobs,
        _gathered((job.class_id, place) for place, job in enumerate(jobs) if job.class_id),
        _gathered((reference, place) for place, job in enumerate(jobs) for reference in job.declared),
    )


def _as_matched(kind: Service) -> Service:
    """Return the job with nothing but what rules ask about."""
    return kind._replace(number=0, title="", fte=kind.fte * 0, months=None, row=None, future=False)


def _gathered(pairs: Iterable[tuple[str, int]]) -> Mapping[str, tuple[int, ...]]:
    found: dict[str, list[int]] = defaultdict(list)
    for name, place in pairs:
        found[name].append(place)
    return {name: tuple(places) for name, places in found.items()}
