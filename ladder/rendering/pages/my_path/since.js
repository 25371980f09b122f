// From when on service counts for a rule that takes it only after something, or only where it is recent
// (docs/semantics.md, C24, C26). Whatever is not known for sure is asked: ORDER where something has no month, RECENCY
// where service has none, and on a climb.
//
// Since is { month, undated, hoped, atBest, forOther, order, recency, shown }: the month of the plan from which service
// counts, and whether service without dates does. Were the conditions that something else waits for true, it would
// count from `hoped` on; were it besides in order, from `atBest` on. `forOther` are the former conditions; `order` and
// `recency` are what service without dates waits for, and on a climb all service for the latter.

import { NOTHING, unionOf } from "./codes.js";
import { allHeld, credentialHeld } from "./held.js";
import { EVER_BEFORE } from "./hours.js";
import { educationHeld } from "./schooling.js";

// Later than any month of a plan.
export const TOO_LATE = 1000000;

const ORDER = new Set(["ORDER"]);
const RECENCY = new Set(["RECENCY"]);

// Service of any time counts.
export const ANY_TIME = {
  month: EVER_BEFORE,
  undated: true,
  hoped: EVER_BEFORE,
  atBest: EVER_BEFORE,
  forOther: NOTHING,
  order: NOTHING,
  recency: NOTHING,
  shown: NOTHING,
};

// Returns from when on service counts within the limits of a rule, null for none.
export function sinceWhen(limits, candidacy) {
  if (limits === null) {
    return ANY_TIME;
  }
  return candidacy.onceFor("since", limits, () => {
    const found = limits.after.length ? sinceAfter(limits, candidacy) : ANY_TIME;
    return limits.lastMonths === null ? found : sinceRecent(found, limits.lastMonths, candidacy);
  });
}

// Returns from when on service comes after what is asked before it.
function sinceAfter({ after }, candidacy) {
  const sure = heldBefore(after, candidacy);
  const hopeful = sure.asked.size ? heldBefore(after, candidacy.assuming(sure.asked)) : sure;
  const isInOrder = candidacy.isAssumed("ORDER");
  const month = orTooLate(isInOrder ? sure.possibly : sure.month);
  return {
    ...ANY_TIME,
    month,
    undated: isInOrder && orTooLate(sure.possibly) < 0,
    hoped: Math.min(month, orTooLate(isInOrder ? hopeful.possibly : hopeful.month)),
    atBest: orTooLate(hopeful.possibly),
    forOther: sure.asked,
    order: isInOrder ? NOTHING : ORDER,
    shown: isInOrder ? unionOf(sure.shown, ORDER) : sure.shown,
  };
}

function heldBefore(after, candidacy) {
  return allHeld(after.map((rule) => (rule.kind === "education" ? educationHeld : credentialHeld)(rule, candidacy)));
}

const orTooLate = (month) => month ?? TOO_LATE;

// Returns the same within the last months: before the month answered, or on a climb before it begins.
function sinceRecent(found, lastMonths, candidacy) {
  const isAssumed = candidacy.isAssumed("RECENCY");
  const opens = (candidacy.isClimbing ? candidacy.history.studyFrom : candidacy.month) - lastMonths;
  const isClosed = candidacy.isClimbing && !isAssumed;
  return {
    ...found,
    month: isClosed ? TOO_LATE : Math.max(found.month, opens),
    undated: found.undated && isAssumed && opens < 0,
    hoped: Math.max(found.hoped, opens),
    atBest: Math.max(found.atBest, opens),
    recency: isAssumed ? NOTHING : RECENCY,
    shown: isAssumed ? unionOf(found.shown, RECENCY) : found.shown,
  };
}

// Returns whether a job may count, some of it or all.
export function takesInTime(since, service) {
  return service.months === null ? since.month < TOO_LATE : since.undated;
}

// The month from which planned service counts: the as-of month, or a later one.
export const beginsToCount = (since) => Math.max(0, since.month);

// Returns what must be true for service without dates to count; nothing where it cannot, or does already.
export function askedOfUndated(since) {
  const isSettled = since.undated || since.atBest >= 0;
  return isSettled ? NOTHING : unionOf(since.recency, since.order, since.forOther);
}

// Returns what must be true for service on a climb to count, or to count sooner.
export function askedOnAClimb(since) {
  return unionOf(since.recency, since.hoped < since.month ? since.forOther : NOTHING);
}
