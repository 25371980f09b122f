"""Months of past service, and shares of full time now, summed for many people at once: in whole parts of a month.

A month counts at most once for one requirement, whatever jobs are held in it
(docs/semantics.md, C2). So rows that overlap are cut into elementary intervals, and what
is held in one of them is added before it is capped.
"""

from collections.abc import Collection, Iterable
from fractions import Fraction
from math import lcm
from typing import NamedTuple

import numpy as np

from ladder.catalog.jurisdictions import Conventions
from ladder.eligibility.clocks import credited_share, together
from ladder.roster.job_groups import JobGroups
from ladder.roster.joined_rows import (
    PARTS_OF_A_MONTH,
    Bools,
    Ints,
    JoinedRows,
    Spans,
    each_once,
    grouping,
    in_order,
    ints,
    spans_of,
)
from ladder.roster.people import Roster
from ladder.service_rows import counts_by_days

MOST_PARTS = 10**6
"""Parts of full time that shares are counted in; a person of odder shares is left to the engine."""

Groups = frozenset[int]


class Shares(NamedTuple):
    """The shares of full time of job kinds in whole parts; ``odd`` kinds do not come to whole ones."""

    parts: int
    of_kind: Ints
    odd: Bools


def shares_of(ftes: Iterable[Fraction], conventions: Conventions) -> Shares:
    """Return the shares that months count for, in the smallest parts that all can be told in."""
    shares = [Fraction(credited_share(fte, conventions)) for fte in ftes]
    parts = 1
    for one in sorted({share.denominator for share in shares}):
        parts = lcm(parts, one) if lcm(parts, one) <= MOST_PARTS else parts
    odd = [parts % share.denominator > 0 for share in shares]
    whole = [0 if is_odd else int(share * parts) for share, is_odd in zip(shares, odd, strict=True)]
    return Shares(parts, ints(whole), np.asarray(odd, dtype=np.bool_))


class _ByGroup(NamedTuple):
    """Columns in order of job group, and where each group begins."""

    begins: Ints
    columns: tuple[Ints, ...]

    def of(self, groups: Collection[int]) -> tuple[Ints, ...]:
        """Return the columns for some groups alone."""
        slices = [slice(self.begins[one], self.begins[one + 1]) for one in groups]
        if len(slices) == 1:
            return tuple(column[slices[0]] for column in self.columns)
        none = [np.zeros(0, dtype=np.int64)]
        return tuple(np.concatenate([column[one] for one in slices] or none) for column in self.columns)


def _by_group(group: Ints, count: int, *columns: Ints) -> _ByGroup:
    order, begins = grouping(group, count)
    return _ByGroup(begins, tuple(column[order] for column in columns))


class Pieces(NamedTuple):
    """Elementary intervals of overlapping spans: whose, and how many months long; and the spans that cover them."""

    person: Ints
    months: Ints
    piece: Ints
    span: Ints


def cut_up(person: Ints, since: Ints, until: Ints) -> Pieces:
    """Return the elementary intervals of spans that overlap others of the same person."""
    wide = 1 << 22
    edges = each_once(np.concatenate([person * wide + since, person * wide + until]))
    first = np.searchsorted(edges, person * wide + since)
    count = np.searchsorted(edges, person * wide + until) - first
    span = np.repeat(np.arange(len(person)), count)
    piece = np.arange(len(span)) - np.repeat(np.cumsum(count) - count, count) + np.repeat(first, count)
    lengths = np.append(np.diff(edges), 0)
    return Pieces(edges // wide, lengths, piece, span)


def is_beside_another(person: Ints, since: Ints, until: Ints) -> Bools:
    """Return which spans share a month with another of the same person."""
    wide = 1 << 22
    order = in_order(person * wide + since)
    begins, ends = person[order] * wide + since[order], person[order] * wide + until[order]
    found = np.zeros(len(person), dtype=np.bool_)
    if len(order) > 1:
        overlaps = begins[1:] < np.maximum.accumulate(ends)[:-1]
        cluster = np.concatenate([[0], np.cumsum(~overlaps)])
        found[order] = np.bincount(cluster)[cluster] > 1
    return found


class ServiceSums:
    """What tells, for groups of jobs, the months held and the share of full time now, of people in a row."""

    def __init__(self, roster: Roster, rows: JoinedRows, groups: JobGroups, conventions: Conventions) -> None:
        """Cut the rows into months as the conventions count them."""
        self.capped = together([1, 1], conventions) == 1
        shares = shares_of((kind.fte for kind in roster.kinds), conventions)
        by_days = counts_by_days(conventions.day_rule)
        self._as_of, self._rows, self._rule, self._shares = roster.as_of, rows, conventions.day_rule, shares.of_kind
        spans = spans_of(rows, conventions.day_rule)
        self.unit = shares.parts * (PARTS_OF_A_MONTH if by_days else 1)
        of_kind, count = ints(groups.of_kind), len(groups.jobs)
        self._group_of_kind = of_kind
        self.odd_people = self._odd_people(roster, rows, shares)
        self._place = np.zeros(len(roster.declared_of), dtype=np.int64)
        kind = rows.kind[spans.row]
        self._past(rows.person[spans.row], of_kind[kind], count, spans, shares.of_kind[kind] * spans.parts)
        present = ints(roster.present.kind)
        now = shares.of_kind[present] * (self.unit // shares.parts)
        self._now = _by_group(of_kind[present], count, ints(roster.present.person), now)

    @staticmethod
    def _odd_people(roster: Roster, rows: JoinedRows, shares: Shares) -> Bools:
        found = np.zeros(len(roster.declared_of), dtype=np.bool_)
        found[rows.person[shares.odd[rows.kind]]] = True
        found[ints(roster.present.person)[shares.odd[ints(roster.present.kind)]]] = True
        return found

    def _past(self, person: Ints, group: Ints, count: int, spans: Spans, worth: Ints) -> None:
        months = spans.until - spans.since
        beside = is_beside_another(person, spans.since, spans.until) & self.capped
        alone, some = np.flatnonzero(~beside), np.flatnonzero(beside)
        self._alone = _by_group(group[alone], count, person[alone], (months * worth)[alone])
        pieces = cut_up(person[some], spans.since[some], spans.until[some])
        self._pieces = pieces
        of_span = some[pieces.span]
        self._beside = _by_group(group[of_span], count, pieces.piece, worth[of_span])
        self._held = np.zeros(len(pieces.person), dtype=np.int64)

    def stand(self, who: Ints) -> None:
        """Take these people, in order, as those who are told of."""
        self._place[who] = np.arange(len(who))
        self._count = len(who)

    def months_held(self, groups: Groups) -> Ints:
        """Return the months of past service in any of the groups, of each person; all others are of no such job."""
        found = np.zeros(self._count, dtype=np.int64)
        if not groups:
            return found
        ordered = sorted(groups)
        person, worth = self._alone.of(ordered)
        np.add.at(found, self._place[person], worth)
        piece, share = self._beside.of(ordered)
        if len(piece):
            np.add.at(self._held, piece, share)
            touched = each_once(piece)
            held = np.minimum(self._held[touched], self.unit) * self._pieces.months[touched]
            np.add.at(found, self._place[self._pieces.person[touched]], held)
            self._held[touched] = 0
        return found

    def share_now(self, groups: Groups) -> Ints:
        """Return the share of full time now in any of the groups, of each person."""
        found = np.zeros(self._count, dtype=np.int64)
        if groups:
            person, share = self._now.of(sorted(groups))
            np.add.at(found, self._place[person], share)
        return np.minimum(found, self.unit) if self.capped else found

    def lately(self, groups: Groups, who: Ints, months: int) -> Ints:
        """Return the months held in any of the groups in the last 0, 1 ... ``months`` before the as-of month.

        A row for each of these people, who are in order; a column for each number of months.
        """
        mine = np.isin(self._group_of_kind, sorted(groups))[self._rows.kind]
        mine &= np.isin(self._rows.person, who)
        rows = JoinedRows(*(column[mine] for column in self._rows))
        spans = spans_of(rows, self._rule)
        person = np.searchsorted(who, rows.person[spans.row])
        worth = self._shares[rows.kind[spans.row]] * spans.parts
        rises = np.zeros((len(who), months + 1), dtype=np.int64)
        for edge, change in ((spans.since, worth), (spans.until, -worth)):
            np.add.at(rises, (person, np.clip(edge - (self._as_of - months), 0, months)), change)
        held = np.cumsum(rises, axis=1)[:, -2::-1]
        if self.capped:
            held = np.minimum(held, self.unit)
        return np.concatenate([np.zeros((len(who), 1), dtype=np.int64), np.cumsum(held, axis=1)], axis=1)
