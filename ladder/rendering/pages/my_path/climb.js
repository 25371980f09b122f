// The ladders to a chosen class: the best plan with its proof, the next best ladders, a given ladder.
//
// Answers have the keys of the JSON answers, as those of eligibility.js. `months` is a plan that works, `proved_months`
// the earliest that is proved impossible to beat; `stopped` says that the budget ended before the two met. A plan given
// here is taken as one to climb by, whatever its kind.

import { appointmentMonth, askedInTurn, conditionsOf, ifConditionsMet, missingSets, orderedRoutes, spanOf, statusOf } from "./assessment.js";
import { askedOnTheWay, classesBetween, followPlan, setOut, travelAlong } from "./climb_journeys.js";
import { buildClimb, enrolledIn, plannedService, startIn } from "./climb_problem.js";
import { conditionsAlong, filingAlong, findAlternatives, judgeAt, movesOf, traceAtStart } from "./climb_reports.js";
import { findPlan } from "./climb_search.js";
import { CLIMB_BUDGET, Work } from "./climb_work.js";
import { HORIZON, withinHorizon } from "./clocks.js";
import { without } from "./codes.js";
import { settledCodes } from "./conditions.js";
import { openInTheEnd } from "./climb_dives.js";
import { answerOf, assess, entryUnknown } from "./eligibility.js";
import { preferredOrder } from "./pay_gains.js";
import { goingOn, holdingNow } from "./service_rows.js";

// Months in which whatever can be met by holding one class is met, if it ever is.
const AGES = HORIZON;

// The ladders from `start`, which replaces the present class from the as-of month, to `target`: { from, to, best,
// alternatives, truncated, stopped }; null where start and target are one class. With `plan.via` those classes are
// entered in that order; else the best plan is found, and up to so many alternatives that are the next best. `budget`
// is the work of all stages together, in steps, beyond that of a first plan. Where no ladder joins the two, `best` is
// null, `status` no_path, `open_route` what staying in the first class comes to, and `service_counts` whether its
// service fills what is asked.
export function findPaths(catalog, history, { start, target, plan, budget = CLIMB_BUDGET, alternatives = 3 }, words) {
  if (start === target) return null;
  const asking = askAbout(catalog, goingOn(history), start, target, { ...plan, kind: "climb" }, words);
  const told = { from: start, to: target, best: null, alternatives: [], truncated: false, stopped: false };
  const between = classesBetween(catalog, start, target, plan.include);
  if (between === null) {
    return { ...told, status: "no_path", ...openRouteOf(asking) };
  }
  if (plan.via.length) return { ...told, best: givenLadder(asking, false) };
  const work = new Work(budget);
  const most = forTheBest(work);
  const { answer: best, stopped } = bestClimb(asking, between, most);
  if (!alternatives || best.months === null) return { ...told, best, stopped };
  const { found, truncated } = findAlternatives(catalog, journeyOf(asking, asking.plan), target, alternatives + 1, work);
  const taken = best.steps.map((move) => move.from).join(" ");
  const others = found.filter(({ journey }) => journey.rungs.join(" ") !== taken);
  const answers = others.slice(0, alternatives).map((one) => atTheEnd(asking, one));
  return { ...told, best, alternatives: answers, truncated, stopped };
}

// The part of the work that the best plan may take: the same whether other ladders are asked for or not.
function forTheBest(work) {
  return work.part(Math.floor((work.left * 3) / 4));
}

// When a person who climbs from the one present class meets the target's qualifications, with `stopped` besides; null
// where there is not one present class. With `plan.via` those classes are taken in that order, and the climb ends as
// soon as the target's qualifications are met; without it, the best plan is found.
export function assessClimb(catalog, history, target, plan, { budget = CLIMB_BUDGET } = {}, words) {
  const present = new Set(history.present.map((one) => one.classId).filter((classId) => classId));
  if (present.size !== 1) return null;
  const [start] = present;
  if (start === target) return assess(catalog, history, target, { ...plan, kind: "stay" }, words);
  const asking = askAbout(catalog, history, start, target, { ...plan, kind: "climb" }, words);
  if (plan.via.length) return { ...givenLadder(asking, true), stopped: false };
  const between = classesBetween(catalog, start, target, plan.include) || [];
  const { answer, stopped } = bestClimb(asking, between, forTheBest(new Work(budget)));
  return { ...answer, stopped };
}

function askAbout(catalog, history, start, target, plan, words) {
  const enrolled = enrolledIn(catalog, history, start);
  return { catalog, history: enrolled, target, plan, words, where: startIn(catalog, enrolled, start, target) };
}

const journeyOf = ({ catalog, history, where }, plan) => setOut(catalog, history, plan, where);

const assuming = (plan, codes) => ({ ...plan, assumed: new Set([...plan.assumed, ...codes]) });

// ------------------------------------------------------------------ no ladder

// What going on in the start's class comes to, and whether service counts: past service fills some of what is asked,
// or without going on the target would be met later or never.
function openRouteOf({ catalog, history, target, plan, words, where }) {
  const staying = holdingNow(history, where.service);
  const answer = assess(catalog, staying, target, { ...plan, kind: "stay", via: [] }, words);
  const { months } = answer;
  if (months === null) return { open_route: answer, service_counts: false };
  const idle = months && assess(catalog, staying, target, { ...plan, kind: "none", via: [] }, words).months;
  const isSooner = months > 0 && (idle === null || idle > months);
  return { open_route: answer, service_counts: hasServed(answer) || isSooner };
}

function hasServed({ requirements }) {
  const isFilled = ({ counted, credited }) =>
    counted.some(({ months }) => months !== 0) || credited.some(({ by, months }) => by === "service" && months !== 0);
  return requirements.some(isFilled);
}

// ------------------------------------------------------------------ the best plan

// The best plan over the classes between, as an answer about the target, and whether the budget ended the search.
function bestClimb(asking, between, work) {
  const { catalog, history, target, plan, words, where } = asking;
  if (!catalog.classes.get(target).qualifications) {
    return { answer: entryUnknown(catalog, history, target, words), stopped: false };
  }
  const classes = preferredOrder(catalog, new Set([...between, where.service.classId]));
  const climbUnder = (changed, hopeful = false) =>
    buildClimb(catalog, history, changed, { start: where.service, classes, target, accrual: where.accrual, hopeful });
  const climb = climbUnder(plan);
  const found = findPlan(climb, work.share(2));
  const stopped = found.provedMonths !== null && (!found.held || found.held.length > found.provedMonths);
  const isUnknown = () => climb.unknown && !found.beyond && openInTheEnd(climbUnder(plan, true)).reached;
  const journey = journeyOf(asking, plan);
  const answer = found.held
    ? arrived(asking, followPlan(journey, found.held), found.held.length, found.provedMonths)
    : never(asking, journey, found, isUnknown());
  const settled = settledCodes(answer.conditions);
  const climbAssuming = (codes) => climbUnder(assuming(plan, codes));
  const asked = askedInTurn(without(climb.asked, settled), (codes) => without(climbAssuming(codes).asked, settled));
  const better = betterConditions(answer.months, asked, found.held, climbAssuming, work);
  return { answer: { ...answer, if_conditions_met: better }, stopped };
}

// What asked conditions would change, looked for while there is work left. The first look, with all of them taken as
// true, may take half of the work; a plan that works without them works with them.
function betterConditions(months, asked, known, climbAssuming, work) {
  const proved = new Map();
  let atMost; // the months under all conditions, which are looked at first: only conditions that do as well matter
  const monthsUnder = (codes) => {
    const isFirst = atMost === undefined;
    const part = isFirst ? work.share(2) : work;
    const first = isFirst && known === null ? null : part;
    const again = findPlan(climbAssuming(codes), part, { tidying: 0, first, known, atMost });
    const found = again.held ? again.held.length : null;
    proved.set(codes.join(" "), again.provedMonths);
    atMost = Math.min(atMost ?? HORIZON, found ?? HORIZON);
    return found;
  };
  const better = ifConditionsMet(months, asked, monthsUnder, () => !work.isDone);
  return better && { ...better, between: spanOf(proved.get(better.conditions.join(" ")), better.months) };
}

// ------------------------------------------------------------------ a given ladder

// The time along the plan's own classes, in their order.
function givenLadder(asking, stopEarly) {
  const { target, plan } = asking;
  const travelUnder = (changed) => travelAlong(journeyOf(asking, changed), plan.via, target, stopEarly);
  const travelled = travelUnder(plan);
  const onward = [...plan.via, target];
  const monthsUnder = (codes) => travelUnder(assuming(plan, codes)).months;
  const answer = atTheEnd(asking, travelled);
  const settled = settledCodes(answer.conditions);
  const askedBy = ({ journey }) => without(askedOnTheWay(journey, onward), settled);
  const open = askedInTurn(askedBy(travelled), (codes) => askedBy(travelUnder(assuming(plan, codes))));
  return { ...answer, if_conditions_met: ifConditionsMet(travelled.months, open, monthsUnder) };
}

/** @param {any} asking @param {{journey: any, months: number | null, stuckAt?: string | null, beyond?: boolean}} told */
function atTheEnd(asking, { journey, months, stuckAt, beyond = false }) {
  if (months !== null) return arrived(asking, journey, months, months);
  const verdicts = journey.judge(stuckAt, { entering: stuckAt !== asking.target });
  const isUnknown = !beyond && verdicts.some((verdict) => verdict.unknown);
  return unmet(asking, journey, { stuckAt, verdicts, isUnknown, beyond });
}

// ------------------------------------------------------------------ answers

// The answer for a journey that reaches the target, with its moves and what is asked.
function arrived({ catalog, history, target, plan, words }, journey, months, proved) {
  const verdicts = journey.judge(target);
  const left = months - journey.month;
  const appointed = appointmentMonth(verdicts, left);
  const moves = movesOf(journey, target, months);
  const own = conditionsOf(catalog, target, verdicts, left, plan, words);
  return answerOf(catalog, history, target, {
    status: statusOf(months, false),
    months,
    proved_months: proved,
    routes: orderedRoutes(verdicts, left),
    conditions: conditionsAlong(journey, moves, own, words),
    requirements: traceAtStart(journey, target),
    steps: moves,
    file_months: filingAlong(journey, target, months),
    appoint_months: appointed === null ? null : withinHorizon(journey.month + appointed),
  });
}

// The answer where no plan meets the target: what is missing however long one climbs.
function never(asking, journey, { reachable, beyond }, isUnknown) {
  const holds = [{ service: journey.held, fromMonth: 0, toMonth: AGES }];
  for (const classId of reachable) {
    const fromMonth = holds.length * AGES;
    holds.push({ service: plannedService(classId, classId), fromMonth, toMonth: fromMonth + AGES });
  }
  const verdicts = judgeAt(journey, holds, asking.target, holds.length * AGES);
  return unmet(asking, journey, { stuckAt: asking.target, verdicts, isUnknown, beyond });
}

function unmet({ catalog, history, target, plan, words }, journey, { stuckAt, verdicts, isUnknown, beyond }) {
  const spec = catalog.classes.get(stuckAt);
  if (!spec.qualifications) {
    const { conditions } = entryUnknown(catalog, history, stuckAt, words);
    return answerOf(catalog, history, target, { status: "unknown", conditions });
  }
  const status = statusOf(null, isUnknown || spec.completeness === "partial");
  return answerOf(catalog, history, target, {
    status,
    conditions: conditionsOf(catalog, stuckAt, verdicts, null, plan, words, beyond),
    missing: status === "unreachable" && !beyond ? missingSets(verdicts) : [],
    requirements: traceAtStart(journey, target),
  });
}
