// Service held for one requirement: past months credited, and what accrues from now on.
//
// A holding is { months, parts, accrual, shown, asked, closed }. `months` is the past credited
// together: jobs held in one month are capped at full time, so it may be less than the sum of the
// parts { service, months, why } (SEMANTICS C2).

import { NEVER, accrualOf, creditedShare, inOrder, together } from "./clocks.js";
import { NOTHING, unionOf } from "./codes.js";
import { add, multiply, sumOf } from "./exact.js";
import { matchService, mayTouch } from "./matching.js";

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
  const touched = services.filter((one) => mayTouch(one, rule, candidacy));
  const isApart = (one) => beside === null || !matchService(one, beside, candidacy).counts;
  return touched.filter(isApart).map((service) => ({ service, match: matchService(service, rule, candidacy) }));
}

// Past service of no months tells nothing.
function isTelling(service, match, candidacy) {
  const says = match.shown.size || match.asked.size || match.closed.size;
  return Boolean(says) && (service.future || monthsAlone(service, candidacy) !== 0);
}

// Returns NO_DATES where months without dates were credited as if consecutive (SEMANTICS C2).
function noDates(counted) {
  return counted.some(({ service }) => service.months) ? NO_DATES : NOTHING;
}

// Returns the months that a past job is worth by itself (SEMANTICS C1).
export function monthsAlone(service, candidacy) {
  const share = creditedShare(service.fte, candidacy.rules.conventions);
  return multiply(service.months === null ? (service.end || 0) - (service.start || 0) : service.months, share);
}

// Returns the months that past jobs are worth together for one requirement. Jobs without dates
// are taken as consecutive; dated jobs are added month by month, at most one full-time month a
// month (SEMANTICS C2).
export function pastMonths(counted, candidacy) {
  const { conventions } = candidacy.rules;
  const undated = counted.filter((one) => one.months !== null).map((one) => monthsAlone(one, candidacy));
  const dated = counted.filter((one) => one.months === null);
  if (dated.length === 1) {
    return add(sumOf(undated), monthsAlone(dated[0], candidacy));
  }
  const edges = inOrder(dated.flatMap((one) => [one.start || 0, one.end || 0]));
  const spans = edges.slice(1).map((following, place) => {
    const first = edges[place];
    const held = dated.filter((one) => (one.start || 0) <= first && first < (one.end || 0));
    return multiply(following - first, together(held.map((one) => creditedShare(one.fte, conventions)), conventions));
  });
  return sumOf([...undated, ...spans]);
}
