// What a person can check with a pencil: each requirement as of the as-of month.

import { inService, openCaps } from "./asked.js";
import { larger, smaller, subtract, sumOf, toJson } from "./exact.js";
import { findNeed } from "./findings.js";
import { latestMonth } from "./held.js";
import { creditService, holdService } from "./holdings.js";
import { creditsAt, studyCredit } from "./study.js";

// Returns a trace for every requirement and whole substitution of the class, each once, as the
// JSON answers have it. The figures are of the as-of month. Where requirements are additional to
// one another each month is credited to one of them alone.
export function traceRequirements(rules, candidacy) {
  const needs = new Map(rules.routes.flatMap((route) => route.needs.map((need) => [need.reference, need])));
  const isShared = (need) => need.kind === "service" && need.parts.length > 0;
  const shared = [...needs.values()].filter(isShared);
  const printed = [...needs.values()].filter((need) => !isShared(need));
  return printed.map((need) => {
    const trace = need.kind === "service" ? traceService(need, candidacy) : traceOther(need, candidacy);
    return settleJoint(trace, need, shared, candidacy);
  });
}

// Returns the month in which a need is met: a license by appointment when it is held, not before.
function metMonth(need, candidacy) {
  const { month, appointed } = findNeed(need, candidacy);
  return latestMonth([month, appointed]);
}

function traceOther(need, candidacy) {
  const { requirement } = need;
  const isTrainee = need.kind === "trainee";
  return {
    id: need.reference,
    kind: isTrainee ? "trainee" : requirement.kind,
    what: isTrainee ? `training in ${need.feederClass}` : requirement.what,
    asked: null,
    held: null,
    credited: [],
    left: null,
    counted: [],
    met_in_months: metMonth(need, candidacy),
    source: isTrainee ? need.source : requirement.source,
  };
}

function traceService(need, candidacy) {
  const holding = holdService(need.service, candidacy);
  const credited = creditsOf(need, candidacy);
  return {
    id: need.reference,
    kind: need.schooling ? "education" : "experience",
    what: need.what,
    asked: need.askedMonths,
    held: toJson(holding.months),
    credited: credited.map((one) => ({ ...one, months: toJson(one.months) })),
    left: toJson(ownLeft(need, candidacy)),
    counted: holding.parts.map(({ service, months, why }) => {
      return { job: service.number, title: service.title, months: toJson(months), why };
    }),
    met_in_months: metMonth(need, candidacy),
    source: need.source,
  };
}

// Returns what stands for months of the need, none beyond what it asks.
function creditsOf(need, candidacy) {
  const found = [];
  let room = need.askedMonths;
  const credit = (by, amount, what, source) => {
    const months = smaller(amount, room);
    if (months !== 0) {
      room = subtract(room, months);
      found.push({ by, months, what, source });
    }
  };
  for (const one of creditsAt(0, need, candidacy)) {
    credit("study", one.months, one.what, one.source);
  }
  const open = openCaps(need, candidacy);
  open.forEach((one, place) => {
    const before = serviceCredited(need, open.slice(0, place), candidacy);
    const added = subtract(serviceCredited(need, open.slice(0, place + 1), candidacy), before);
    credit("service", added, `service under ${one.service.reference}`, one.source);
  });
  return found;
}

// Returns the past service credited to the need, directly and by some of its substitutions.
function serviceCredited(need, capped, candidacy) {
  return creditService(need, capped, candidacy).map((one) => one.months).reduce(smaller);
}

// Returns the trace with what is left in the sum where another requirement used the months.
function settleJoint(trace, need, shared, candidacy) {
  const sums = shared.filter((sum) => trace.left !== null && sum.parts[0].reference === trace.id);
  if (!sums.length) {
    return trace;
  }
  const own = ownLeft(need, candidacy);
  const left = sums.map((sum) => leftInSum(sum, candidacy)).reduce(larger, own);
  return { ...trace, left: toJson(left) };
}

function leftInSum(sum, candidacy) {
  const others = sum.parts.slice(1).map((part) => inService(ownLeft(part, candidacy), part));
  return subtract(leftOfNeed(sum, candidacy), sumOf(others));
}

function ownLeft(need, candidacy) {
  return larger(0, leftOfNeed(need, candidacy));
}

// Returns what a requirement or a sum asks beyond all that is credited, negative where that is more.
function leftOfNeed(need, candidacy) {
  const study = studyCredit(need, candidacy).at(0);
  const service = serviceCredited(need, openCaps(need, candidacy), candidacy);
  return subtract(subtract(need.askedMonths, service), study);
}
