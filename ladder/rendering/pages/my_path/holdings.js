// Service held for one requirement: past months credited, and what accrues from now on.
//
// A holding is { months, parts, accrual, shown, asked, closed }. `months` is the past credited
// together: jobs held in one month are capped at full time, so it may be less than the sum of the
// parts { service, months, why } (docs/semantics.md, C2).

import { NEVER, accrualOf, creditedShare, inOrder, together } from "./clocks.js";
import { NOTHING, unionOf } from "./codes.js";
import { add, compare, multiply, subtract, sumOf } from "./exact.js";
import { matchService } from "./matching.js";
import { monthsOf } from "./service_rows.js";
import { ANY_TIME, TOO_LATE, askedOfUndated, askedOnAClimb, beginsToCount, sinceWhen, takesInTime } from "./since.js";
import { creditedBy, waysOf } from "./splits.js";
import { touchedByAny, touchedServices } from "./touching.js";

const NO_DATES = new Set(["NO_DATES"]);

// Returns the service that counts for the rule under the candidacy's plan.
export function holdService(rule, candidacy) {
  return candidacy.onceFor("holding", rule, () => workOutHolding(rule, candidacy));
}

function workOutHolding(rule, candidacy) {
  const past = matchesOf(candidacy.history.past, rule, candidacy);
  const present = matchesOf(jobsGoingOn(candidacy), rule, candidacy);
  const since = sinceWhen(rule.limits, candidacy);
  const later = candidacy.isClimbing ? askedOnAClimb(since) : NOTHING;
  if (!past.length && !present.length) {
    return { months: 0, parts: [], accrual: NEVER, shown: since.shown, asked: later, closed: NOTHING };
  }
  const counted = past.filter(({ service, match }) => match.counts && takesInTime(since, service));
  const goingOn = present.filter(({ match }) => match.counts).map(({ service }) => service);
  const alone = counted.map(({ service, match }) => {
    return { service, months: monthsAlone(service, candidacy, since), why: match.why };
  });
  const parts = since === ANY_TIME ? alone : alone.filter(({ months }) => months !== 0);
  const telling = [...past, ...present].filter(({ service, match }) => isTelling(service, match, candidacy));
  const matches = telling.map(({ match }) => match);
  return {
    months: pastMonths(counted.map(({ service }) => service), candidacy, since),
    parts,
    accrual: accruedBy(goingOn, candidacy, since),
    shown: unionOf(...matches.filter((match) => match.counts).map((match) => match.shown), noDates(counted), since.shown),
    asked: unionOf(later, askedOfTime([...past, ...present], candidacy, since), ...matches.map((match) => match.asked)),
    closed: unionOf(...matches.map((match) => match.closed)),
  };
}

function matchesOf(services, rule, candidacy) {
  return touchedServices(services, rule, candidacy).map((service) => ({ service, match: matchService(service, rule, candidacy) }));
}

// Returns the present jobs where the plan is to stay, else none.
function jobsGoingOn({ history, plan }) {
  return plan.kind === "stay" ? history.present : [];
}

// Returns what is asked for jobs to count for which only the time is not known to be right.
function askedOfTime(judged, candidacy, since) {
  if (since === ANY_TIME) {
    return NOTHING;
  }
  const jobs = judged.filter(({ match }) => match.counts || match.asked.size);
  return unionOf(...jobs.map(({ service }) => askedOfJob(service, candidacy, since)));
}

// Returns what must be true for more of a job to count.
function askedOfJob(service, candidacy, since) {
  if (service.future) {
    return since.hoped < since.month && since.month > 0 ? since.forOther : NOTHING;
  }
  if (service.months !== null) {
    return service.months === 0 ? NOTHING : askedOfUndated(since);
  }
  const from = (month) => monthsAlone(service, candidacy, { ...since, month });
  const counted = from(since.month), hoped = from(since.hoped), atBest = from(since.atBest);
  const forOther = compare(atBest, counted) > 0 ? since.forOther : NOTHING;
  return unionOf(forOther, compare(atBest, hoped) > 0 ? since.order : NOTHING);
}

// Returns how the jobs accrue together from now on, or from a later month.
function accruedBy(services, { history, rules }, since) {
  if (!services.length || since.month >= TOO_LATE) {
    return NEVER;
  }
  return accrualOf(services, history.changes, rules.conventions).starting(beginsToCount(since));
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
  const since = sinceWhen(need.service.limits, candidacy);
  const goingOn = worthBySources(jobsGoingOn(candidacy), rules, candidacy, (jobs) => accruedBy(jobs, candidacy, since));
  return waysOf(capped).map((way) => ({
    months: creditedBy(way, past),
    accruals: way.levels.map(([weight, sources]) => [weight, goingOn(sources)]),
  }));
}

// Returns what tells the past months that count by any rule of a set of them.
export function heldBySources(rules, candidacy) {
  const since = sinceWhen(rules[0].limits, candidacy);
  const touched = touchedByAny(candidacy.history.past, rules, candidacy);
  return worthBySources(touched.filter((one) => takesInTime(since, one)), rules, candidacy, (jobs) => pastMonths(jobs, candidacy, since));
}

// Returns what tells the worth of the jobs that count by any rule of a set, each job once.
function worthBySources(services, rules, candidacy, worth) {
  const byRule = rules.map((rule) => services.map((one) => matchService(one, rule, candidacy).counts));
  return (sources) => worth(services.filter((_, job) => sources.some((source) => byRule[source][job])));
}

// Returns what is asked for jobs to count for the rule, of those that do not count for a direct one already.
export function askedToCount(rule, direct, candidacy) {
  const judged = [candidacy.history.past, jobsGoingOn(candidacy)].flatMap((jobs) => matchesOf(jobs, rule, candidacy));
  const besides = judged.filter(({ service }) => !direct || !matchService(service, direct, candidacy).counts);
  const telling = besides.filter(({ service, match }) => isTelling(service, match, candidacy));
  const inTime = askedOfTime(besides, candidacy, sinceWhen(rule.limits, candidacy));
  return unionOf(inTime, ...telling.map(({ match }) => match.asked));
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

// Returns the months that a past job is worth by itself, from a month on (docs/semantics.md, C1).
export function monthsAlone(service, candidacy, timely = ANY_TIME) {
  const share = creditedShare(service.fte, candidacy.rules.conventions);
  if (service.months !== null) {
    return multiply(service.months, share);
  }
  const held = monthsHeld(service, candidacy, timely);
  return multiply(sumOf(held.map(({ since, until, share: part }) => multiply(until - since, part))), share);
}

// The calendar months, from a month on, in which a past job counts before this class (docs/semantics.md, C19).
function monthsHeld(service, { history, rules }, timely) {
  const found = monthsOf(service.row, rules.conventions.day_rule);
  if (timely === ANY_TIME) {
    return found;
  }
  const first = history.asOf + timely.month;
  return found.filter(({ until }) => until > first).map((one) => ({ ...one, since: Math.max(one.since, first) }));
}

// Returns the months that past jobs are worth together for one requirement, from a month on. Jobs without dates
// are taken as consecutive; dated jobs are added month by month, at most one full-time month a
// month (docs/semantics.md, C2).
function pastMonths(counted, candidacy, timely) {
  const { conventions } = candidacy.rules;
  const undated = counted.filter((one) => one.months !== null).map((one) => monthsAlone(one, candidacy));
  const rises = risesOf(counted.filter((one) => one.months === null), candidacy, timely);
  const edges = inOrder([...rises.keys()]);
  /** @type {import("./exact.js").Exact} */
  let share = 0;
  const spans = edges.slice(0, -1).map((month, place) => {
    share = add(share, rises.get(month));
    return multiply(edges[place + 1] - month, together([share], conventions));
  });
  return sumOf([...undated, ...spans]);
}

// The months in which the share of a month that dated jobs count for rises, and by how much; where it falls, by less
// than nothing.
function risesOf(dated, candidacy, timely) {
  const rises = new Map();
  const rise = (month, share) => rises.set(month, add(rises.get(month) ?? 0, share));
  for (const one of dated) {
    const share = creditedShare(one.fte, candidacy.rules.conventions);
    for (const { since, until, share: part } of monthsHeld(one, candidacy, timely)) {
      rise(since, multiply(part, share));
      rise(until, subtract(0, multiply(part, share)));
    }
  }
  return rises;
}
