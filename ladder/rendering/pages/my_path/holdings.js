// Service held for one requirement: past months credited, and what accrues from now on.
//
// A holding is { months, parts, accrual, shown, asked, closed }. `months` is the past credited
// together: jobs held in one month are capped at full time, so it may be less than the sum of the
// parts { service, months, why } (docs/semantics.md, C2).

import { NEVER, accrualOf, creditedShare, inOrder, together } from "./clocks.js";
import { NOTHING, unionOf } from "./codes.js";
import { add, multiply, subtract, sumOf } from "./exact.js";
import { matchService, mayTouch } from "./matching.js";
import { monthsOf } from "./service_rows.js";

const NO_DATES = new Set(["NO_DATES"]);

// Returns the service that stands for months of the need by a substitution up to a maximum.
// Service that counts for the need itself is left out: no month is credited twice.
export function holdCapped(capped, need, candidacy) {
  return candidacy.onceFor(need, capped, () => workOutHolding(capped.service, candidacy, need.service));
}

// Returns the service that counts for the rule under the candidacy's plan.
export function holdService(rule, candidacy) {
  return candidacy.onceFor("holding", rule, () => workOutHolding(rule, candidacy, null));
}

function workOutHolding(rule, candidacy, beside) {
  const { history, plan, rules } = candidacy;
  const past = matchesOf(history.past, rule, candidacy, beside);
  const present = matchesOf(plan.kind === "stay" ? history.present : [], rule, candidacy, beside);
  if (!past.length && !present.length) {
    return { months: 0, parts: [], accrual: NEVER, shown: NOTHING, asked: NOTHING, closed: NOTHING };
  }
  const counted = past.filter(({ match }) => match.counts);
  const goingOn = present.filter(({ match }) => match.counts).map(({ service }) => service);
  const parts = counted.map(({ service, match }) => {
    return { service, months: monthsAlone(service, candidacy), why: match.why };
  });
  const telling = [...past, ...present].filter(({ service, match }) => isTelling(service, match, candidacy));
  const matches = telling.map(({ match }) => match);
  return {
    months: pastMonths(counted.map(({ service }) => service), candidacy),
    parts,
    accrual: goingOn.length ? accrualOf(goingOn, history.changes, rules.conventions) : NEVER,
    shown: unionOf(...matches.filter((match) => match.counts).map((match) => match.shown), noDates(counted)),
    asked: unionOf(...matches.map((match) => match.asked)),
    closed: unionOf(...matches.map((match) => match.closed)),
  };
}

// Service that counts for the rule `beside`, if there is one, is left out.
function matchesOf(services, rule, candidacy, beside) {
  const touched = services.filter((one) => mayTouch(one, rule));
  const isApart = (one) => beside === null || !matchService(one, beside, candidacy).counts;
  return touched.filter(isApart).map((service) => ({ service, match: matchService(service, rule, candidacy) }));
}

// Past service of no months tells nothing.
function isTelling(service, match, candidacy) {
  const says = match.shown.size || match.asked.size || match.closed.size;
  return Boolean(says) && (service.future || monthsAlone(service, candidacy) !== 0);
}

// Returns NO_DATES where months without dates were credited as if consecutive (docs/semantics.md, C2).
function noDates(counted) {
  return counted.some(({ service }) => service.months) ? NO_DATES : NOTHING;
}

// Returns the months that a past job is worth by itself (docs/semantics.md, C1).
export function monthsAlone(service, candidacy) {
  const share = creditedShare(service.fte, candidacy.rules.conventions);
  if (service.months !== null) {
    return multiply(service.months, share);
  }
  const held = monthsHeld(service, candidacy);
  return multiply(sumOf(held.map(({ since, until, share: part }) => multiply(until - since, part))), share);
}

// The calendar months in which a past job counts before this class (docs/semantics.md, C19).
function monthsHeld(service, candidacy) {
  return monthsOf(service.row, candidacy.rules.conventions.day_rule);
}

// Returns the months that past jobs are worth together for one requirement. Jobs without dates
// are taken as consecutive; dated jobs are added month by month, at most one full-time month a
// month (docs/semantics.md, C2).
export function pastMonths(counted, candidacy) {
  const { conventions } = candidacy.rules;
  const undated = counted.filter((one) => one.months !== null).map((one) => monthsAlone(one, candidacy));
  const rises = risesOf(counted.filter((one) => one.months === null), candidacy);
  const edges = inOrder([...rises.keys()]);
  let share = 0;
  const spans = edges.slice(0, -1).map((month, place) => {
    share = add(share, rises.get(month));
    return multiply(edges[place + 1] - month, together([share], conventions));
  });
  return sumOf([...undated, ...spans]);
}

// The months in which the share of a month that dated jobs count for rises, and by how much; where it falls, by less
// than nothing.
function risesOf(dated, candidacy) {
  const rises = new Map();
  const rise = (month, share) => rises.set(month, add(rises.get(month) ?? 0, share));
  for (const one of dated) {
    const share = creditedShare(one.fte, candidacy.rules.conventions);
    for (const { since, until, share: part } of monthsHeld(one, candidacy)) {
      rise(since, multiply(part, share));
      rise(until, subtract(0, multiply(part, share)));
    }
  }
  return rises;
}
