// Experience that must be recent, month by month: what is held inside a window that ends at the month answered.
//
// Old service falls out of the window, so what is met in one month need not be met in a later one (docs/semantics.md,
// C26): the months are looked at one after the other.

import { askedOf, openCaps, servedByMonth } from "./asked.js";
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
  const asked = askedOf(need, candidacy.rules.conventions), study = studyCredit(need, candidacy);
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
  for (let month = begin; month <= Math.min(settled, HORIZON); month += 1) {
    if (isMet(month)) return month;
  }
  return settled > HORIZON && isMet(settled) ? settled : null;
}

// Returns a month from which what is held inside the window stays the same.
function settledMonth(need, candidacy) {
  const { limits } = need.service;
  const since = sinceWhen({ ...limits, lastMonths: null }, candidacy);
  const changes = candidacy.history.changes.flatMap((one) => [one.month, one.leaveUntil ?? 0]);
  const begins = since.month < TOO_LATE ? beginsToCount(since) : 0;
  return Math.max(studyCredit(need, candidacy).lastChange, begins, 0, ...changes) + limits.lastMonths + 1;
}
