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
import { creditedBy, waysOf } from "./splits.js";

const NO_DATES = new Set(["NO_DATES"]);

// Returns the service that counts for the rule under the candidacy's plan.
export function holdService(rule, candidacy) {
  return candidacy.onceFor("holding", rule, () => workOutHolding(rule, candidacy));
}

function workOutHolding(rule, candidacy) {
  const past = matchesOf(candidacy.history.past, rule, candidacy);
  const present = matchesOf(jobsGoingOn(candidacy), rule, candidacy);
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
    accrual: accruedBy(goingOn, candidacy),
    shown: unionOf(...matches.filter((match) => match.counts).map((match) => match.shown), noDates(counted)),
    asked: unionOf(...matches.map((match) => match.asked)),
    closed: unionOf(...matches.map((match) => match.closed)),
  };
}

function matchesOf(services, rule, candidacy) {
  const touched = services.filter((one) => mayTouch(one, rule, candidacy));
  return touched.map((service) => ({ service, match: matchService(service, rule, candidacy) }));
}

// Returns the present jobs where the plan is to stay, else none.
function jobsGoingOn({ history, plan }) {
  return plan.kind === "stay" ? history.present : [];
}

// Returns how the jobs accrue together from now on.
function accruedBy(services, { history, rules }) {
  return services.length ? accrualOf(services, history.changes, rules.conventions) : NEVER;
}

// Returns the bounds { months, accruals } whose least is the service credited to the need: months up to now, and what
// accrues, each [weight, accrual]. Each month is credited once, directly or by one of the substitutions, in the split
// that credits most (docs/semantics.md, C2).
export function creditService(need, capped, candidacy) {
  if (!capped.length) {
    const holding = holdService(need.service, candidacy);
    return [{ months: holding.months, accruals: [[1, holding.accrual]] }];
  }
  const rules = [need.service, ...capped.map((one) => one.service)];
  const past = heldBySources(rules, candidacy);
  const goingOn = worthBySources(jobsGoingOn(candidacy), rules, candidacy, accruedBy);
  return waysOf(capped).map((way) => ({
    months: creditedBy(way, past),
    accruals: way.levels.map(([weight, sources]) => [weight, goingOn(sources)]),
  }));
}

// Returns what tells the past months that count by any rule of a set of them.
export function heldBySources(rules, candidacy) {
  return worthBySources(candidacy.history.past, rules, candidacy, pastMonths);
}

// Returns what tells the worth of the jobs that count by any rule of a set, each job once.
function worthBySources(services, rules, candidacy, worth) {
  const byRule = rules.map((rule) => services.map((one) => matchService(one, rule, candidacy).counts));
  return (sources) => worth(services.filter((_, job) => sources.some((source) => byRule[source][job])), candidacy);
}

// Returns what is asked for jobs to count for the rule, of those that do not count for a direct one already.
export function askedToCount(rule, direct, candidacy) {
  const jobs = [...candidacy.history.past, ...jobsGoingOn(candidacy)];
  const besides = jobs.filter((one) => !direct || !matchService(one, direct, candidacy).counts);
  const matches = matchesOf(besides, rule, candidacy).filter(({ service, match }) => isTelling(service, match, candidacy));
  return unionOf(...matches.map(({ match }) => match.asked));
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
