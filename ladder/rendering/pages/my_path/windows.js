// Experience that must be recent, month by month: what is held inside a window that ends at the month answered.
//
// Old service falls out of the window, so what is met in one month need not be met in a later one (docs/semantics.md,
// C26): the months are looked at one after the other.

import { openCaps, servedByMonth } from "./asked.js";
import { HORIZON } from "./clocks.js";
import { compare, smaller, subtract } from "./exact.js";
import { creditService } from "./holdings.js";
import { TOO_LATE, beginsToCount, sinceWhen } from "./since.js";
import { studyCredit } from "./study.js";

// Returns whether old service falls out of what the need counts; on a climb none does, where it counts at all.
export function isWindowed(need, candidacy) {
  return need.kind === "service" && need.service.limits !== null && need.service.limits.lastMonths !== null && !candidacy.isClimbing;
}

// Returns what tells the months that are left of the need in a month of the plan, less than 0 where more is held.
export function leftInside(need, candidacy) {
  const { asked } = need, study = studyCredit(need, candidacy);
  return (month) => {
    const seen = candidacy.answeringFor(month);
    const service = creditService(need, openCaps(need, seen), seen).map((one) => servedByMonth(one, month));
    return subtract(subtract(asked, study.at(month)), service.reduce(smaller));
  };
}

// Returns the first month from `begin` on in which all of the needs are met at once, null if never. Beyond the last
// month that is sought only the month from which nothing changes any more is looked at.
export function firstMonthInside(needs, candidacy, begin = 0) {
  const lefts = needs.map((need) => leftInside(need, candidacy));
  const isMet = (month) => lefts.every((left) => compare(left(month), 0) <= 0);
  const settled = Math.max(begin, ...needs.map((need) => settledMonth(need, candidacy)));
  return monthsLookedAt(begin, settled).find(isMet) ?? null;
}

function monthsLookedAt(begin, settled) {
  const length = Math.max(0, Math.min(settled, HORIZON) - begin + 1);
  const months = Array.from({ length }, (_, later) => begin + later);
  return settled > HORIZON ? [...months, settled] : months;
}

// Returns whether old service may fall out of what the need counts so that it is unmet in some month.
export function mayFallOut(need, candidacy) {
  if (!isWindowed(need, candidacy)) return false;
  const left = leftInside(need, candidacy);
  return monthsLookedAt(0, settledMonth(need, candidacy)).some((month) => compare(left(month), 0) > 0);
}

// Returns the smallest sets of needs, by their places, without which the others are some day met at once. Each need
// comes with the first month in which it is met: { need, month }.
export function unmetAtOnce(needs, candidacy) {
  const windowed = needs.map(({ need }) => isWindowed(need, candidacy));
  const lefts = needs.map(({ need }, place) => (windowed[place] ? leftInside(need, candidacy) : null));
  const settled = needs.map(({ need, month }, place) => (windowed[place] ? settledMonth(need, candidacy) : month));
  const isUnmet = (place, month) => (windowed[place] ? compare(lefts[place](month), 0) > 0 : month < needs[place].month);
  const sets = monthsLookedAt(0, Math.max(0, ...settled, ...needs.map(({ month }) => month)))
    .map((month) => needs.map((_, place) => place).filter((place) => isUnmet(place, month)));
  const distinct = [...new Map(sets.map((one) => [one.join(" "), one])).values()];
  const isPart = (one, other) => one.length < other.length && one.every((place) => other.includes(place));
  return distinct.filter((one) => !distinct.some((other) => isPart(other, one))).sort(byPlaces);
}

// Orders sets of places, none of which is the beginning of another, by the first place in which they differ.
function byPlaces(one, other) {
  const differs = one.findIndex((place, at) => place !== other[at]);
  return one[differs] - other[differs];
}

// Returns a month from which what is held inside the window stays the same.
function settledMonth(need, candidacy) {
  const { limits } = need.service;
  const since = sinceWhen({ ...limits, lastMonths: null }, candidacy);
  const changes = candidacy.history.changes.flatMap((one) => [one.month, one.leaveUntil ?? 0]);
  const begins = since.month < TOO_LATE ? beginsToCount(since) : 0;
  return Math.max(studyCredit(need, candidacy).lastChange, begins, 0, ...changes) + limits.lastMonths + 1;
}
