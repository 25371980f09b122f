// A journey told as moves, each checked by the rules of eligibility in its own month; and the next best ladders.

import { bestMonth, codesOf, conditionsOf, judgeRoutes, orderedRoutes } from "./assessment.js";
import { HORIZON } from "./clocks.js";
import { classesBelow, historyAfter, stepsBack, stepsOnward } from "./climb_journeys.js";
import { byCode } from "./codes.js";
import { whatItSays } from "./conditions.js";
import { filingMonth } from "./filing.js";
import { Candidacy } from "./matching.js";
import { payGain } from "./pay_gains.js";
import { rulesOf } from "./rules.js";
import { traceRequirements } from "./traces.js";

// Steps that judging one need takes, with nothing served on the way.
const JUDGING = 20;

// Ladders, whole or begun, looked at before the search for alternatives is cut short.
const ALTERNATIVES_BUDGET = 600;

// The kind of a move that no step joins: the target's qualifications are met all the same.
const OPEN_ROUTE = "open_route";

// The verdicts on a class in a month of the plan, with these holds behind. Who is `entering` it is appointed to it on
// the way.
export function judgeAt(journey, holds, classId, month, { entering = false } = {}) {
  const { catalog, history, plan, start } = journey;
  const rules = rulesOf(catalog, classId);
  if (!rules) return [];
  const then = historyAfter(history, month, holds, { accrual: start.accrual });
  return judgeRoutes(rules, new Candidacy(then, { ...plan, kind: "none", isOfClimb: true }, rules, { entering }));
}

// The moves of a journey that reaches the target in a month, with the keys of the JSON answers.
export function movesOf(journey, target, months) {
  const last = { service: journey.held, fromMonth: journey.month, toMonth: months };
  const holds = [...journey.done, last];
  const entered = [...holds.slice(1).map((hold) => hold.service.classId || ""), target];
  return entered.map((classId, number) => {
    return moveTo(journey, holds.slice(0, number + 1), classId, { entering: number < holds.length - 1 });
  });
}

function moveTo(journey, holds, classId, { entering }) {
  const { catalog, plan } = journey;
  const { service, fromMonth, toMonth } = holds[holds.length - 1];
  const verdicts = judgeAt(journey, holds, classId, toMonth, { entering });
  const [route = ""] = orderedRoutes(verdicts, 0);
  const step = stepBetween(catalog, service.classId, classId, route, plan.include);
  const shown = verdicts.filter((verdict) => verdict.route === route).flatMap((verdict) => [...codesOf(verdict, "shown")]);
  return {
    from: service.classId || "",
    to: classId,
    kind: step ? step.kind : OPEN_ROUTE,
    hold_months: toMonth - fromMonth,
    at_month: toMonth,
    route,
    conditions: [...new Set([...shown, ...(step ? step.conditions : [])])].sort(byCode),
    pay_gain: payGain(catalog.classes.get(service.classId)?.pay, catalog.classes.get(classId).pay),
    source: step ? step.source : catalog.classes.get(classId).source,
  };
}

// The step joining two classes; of several, one that the route itself asks.
function stepBetween(catalog, feeder, target, route, include) {
  const steps = stepsBack(catalog, target, include).filter((step) => step.feederClass === feeder);
  const routes = rulesOf(catalog, target).routes.filter((one) => one.id === route);
  const asked = new Set(routes.flatMap((one) => one.needs.map((need) => need.reference)));
  return steps.find((step) => asked.has(step.requirement)) || steps[0] || null;
}

// The first month of a journey in which one may file for the target's examination; null where no text lets anyone file
// early. The journey reaches the target in `months`.
export function filingAlong(journey, target, months) {
  const { stages } = journey;
  const ends = [...stages.slice(1).map((stage) => stage.month), months];
  for (const [number, stage] of stages.entries()) {
    const candidacy = stage.candidacyFor(target);
    const found = candidacy ? filingMonth(candidacy, ends[number] - stage.month) : null;
    if (found !== null) return stage.month + found;
  }
  return null;
}

// The target's conditions, then those of classes entered on the way that were not told yet.
export function conditionsAlong(journey, moves, ofTarget, words) {
  const { catalog, done, plan } = journey;
  const found = [...ofTarget];
  done.forEach((hold, number) => {
    const entered = moves[number].to;
    const verdicts = judgeAt(journey, done.slice(0, number + 1), entered, hold.toMonth, { entering: true });
    const told = new Set(found.map(whatItSays));
    const { title } = catalog.classes.get(entered);
    const shown = conditionsOf(catalog, entered, verdicts, 0, plan, words).map((one) => ({ ...one, asked_of: title }));
    found.push(...shown.filter((one) => !told.has(whatItSays(one))));
  });
  return found;
}

// What the target asks, and what is held and left, as of the as-of month.
export function traceAtStart({ catalog, history, plan }, target) {
  const rules = rulesOf(catalog, target);
  return rules ? traceRequirements(rules, new Candidacy(history, { ...plan, kind: "none", isOfClimb: true }, rules)) : [];
}

// ------------------------------------------------------------------ alternatives

// Up to so many ladders to the target as journeys { journey, months }, soonest first, and whether the budget ended the
// search. A ladder goes from step to step without coming back to a class; each class is held only until the next one's
// qualifications are met. Of ladders with the same months the one with fewer moves comes first, then code order.
export function findAlternatives(catalog, journey, target, most, work) {
  const below = classesBelow(catalog, target, journey.plan.include).add(target);
  const queue = [ladderBegun(journey, [journey.held.classId || ""], null)];
  const found = [];
  let lookedAt = 0;
  while (queue.length && found.length < most) {
    const begun = queue.pop();
    if (begun.months !== null) {
      found.push(begun);
      continue;
    }
    lookedAt += 1;
    if (lookedAt > ALTERNATIVES_BUDGET || work.isDone) return { found, truncated: true };
    longerLadders(catalog, begun, target, below, work).forEach((longer) => queueUp(queue, longer));
  }
  return { found, truncated: false };
}

function ladderBegun(journey, rungs, months) {
  return { journey, rungs, months, due: months === null ? journey.month : months };
}

// The ladders with one more class, where it can be entered within what is sought.
function longerLadders(catalog, { journey, rungs }, target, below, work) {
  const steps = stepsOnward(catalog, rungs[rungs.length - 1], journey.plan.include);
  const nexts = new Set(steps.map((step) => step.targetClass));
  const open = [...nexts].filter((classId) => below.has(classId) && !rungs.includes(classId)).sort(byCode);
  return open.flatMap((classId) => {
    const verdicts = journey.judge(classId, { entering: classId !== target });
    const findings = verdicts.reduce((count, verdict) => count + verdict.findings.length, 0);
    work.spend(findings * (JUDGING + journey.done.length));
    const wait = bestMonth(verdicts);
    if (wait === null || journey.month + wait > HORIZON) return [];
    const longer = [...rungs, classId];
    if (classId === target) return [ladderBegun(journey, longer, journey.month + wait)];
    return [ladderBegun(journey.entering(classId, wait), longer, null)];
  });
}

// Puts a ladder into the queue, whose last is the next: the soonest, of these the one with fewest moves, then in code
// order, then the first put in.
function queueUp(queue, begun) {
  let low = 0, high = queue.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comesBefore(queue[middle], begun) <= 0) high = middle;
    else low = middle + 1;
  }
  queue.splice(low, 0, begun);
}

function comesBefore(one, other) {
  const sooner = one.due - other.due || one.rungs.length - other.rungs.length;
  if (sooner) return sooner;
  const at = one.rungs.findIndex((rung, number) => rung !== other.rungs[number]);
  return at < 0 ? 0 : byCode(one.rungs[at], other.rungs[at]);
}
