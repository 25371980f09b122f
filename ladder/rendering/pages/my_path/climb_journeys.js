// A person on the way: the history once part of a plan is done, and the time along given classes.
//
// A plan is checked by assessing that history with the rules of eligibility: the search and the assessment must agree
// on every door. A hold is planned service in one class { service, fromMonth, toMonth }, in months of the plan.

import { plannedService } from "./climb_problem.js";
import { askedOnRoutes, bestMonth, judgeRoutes } from "./assessment.js";
import { HORIZON, withinHorizon } from "./clocks.js";
import { Candidacy } from "./matching.js";
import { rulesOf } from "./rules.js";
import { rowOfMonths } from "./service_rows.js";

// The history so many months later, with the holds served and the clocks run on. `present` is what goes on from
// then, null if nothing does. A degree earned on the way keeps its month, now less than 0, for the hours held then are
// what later study is added to (docs/semantics.md, C5).
export function historyAfter(history, months, holds, { accrual, present = null }) {
  const later = (month) => (month === null ? null : Math.max(0, month - months));
  return {
    ...history,
    asOf: history.asOf + months,
    past: [...history.past, ...holds.flatMap((hold) => servedParts(hold, accrual, history.asOf))],
    present: present ? [present] : [],
    studyFrom: history.studyFrom - months,
    degrees: sooner(history.degrees, months),
    licences: history.licences && sooner(history.licences, months),
    licencesToCome: sooner(history.licencesToCome, months),
    programmes: new Map([...history.programmes].map(([name, state]) =>
      [name, { ...state, completedAt: later(state.completedAt) }])),
    changes: history.changes.map((change) =>
      ({ ...change, month: later(change.month), leaveUntil: later(change.leaveUntil) })),
  };
}

// What is held, as of so many months later.
const sooner = (held, months) => held.map((one) => ({ ...one, fromMonth: one.fromMonth - months }));

// The service of a hold, one part for each share of full time.
function servedParts({ service, fromMonth, toMonth }, accrual, asOf) {
  return accrual.segments.flatMap(([start, , share], at) => {
    const end = at + 1 < accrual.segments.length ? accrual.segments[at + 1][0] : toMonth;
    const first = Math.max(start, fromMonth), last = Math.min(end, toMonth);
    if (first >= last || share === 0) return [];
    return [{ ...service, fte: share, row: rowOfMonths(asOf + first, asOf + last), months: null }];
  });
}

// ------------------------------------------------------------------ journeys

// A journey in month 0, in the first class.
export function setOut(catalog, history, plan, start) {
  return new Journey({ catalog, history, plan, start, month: 0, held: start.service, done: [] });
}

// What was held so far (`done`), what is held now and since which month.
class Journey {
  #now = null;

  constructor({ catalog, history, plan, start, month, held, done }) {
    this.catalog = catalog;
    this.history = history;
    this.plan = plan;
    this.start = start;
    this.month = month;
    this.held = held;
    this.done = done;
  }

  // The history in this month, with the class held going on.
  get now() {
    const { history, month, done, start, held } = this;
    const going = { accrual: start.accrual, present: held };
    this.#now = this.#now || historyAfter(history, month, done, going);
    return this.#now;
  }

  // The classes held so far, in order, the present one last.
  get rungs() {
    return [...this.done.map((hold) => hold.service), this.held].map((service) => service.classId || "");
  }

  // The verdicts on a class if the one held goes on; none if it is only named. Who is `entering` it is appointed to it
  // on the way.
  judge(classId, { entering = false } = {}) {
    const candidacy = this.candidacyFor(classId, { entering });
    return candidacy ? judgeRoutes(candidacy.rules, candidacy) : [];
  }

  // The person as of this month, before a class, if the one held goes on; null if it is only named.
  candidacyFor(classId, { entering = false } = {}) {
    const rules = rulesOf(this.catalog, classId);
    return rules ? new Candidacy(this.now, { ...this.plan, kind: "stay", isOfClimb: true }, rules, { entering }) : null;
  }

  // The journey as it was when each class was entered, this one last.
  get stages() {
    const begun = this.done.map((hold, number) =>
      new Journey({ ...this, month: hold.fromMonth, held: hold.service, done: this.done.slice(0, number) }));
    return [...begun, this];
  }

  // The journey once the class held has been held so much longer and left.
  entering(classId, after) {
    const month = this.month + after;
    const hold = { service: this.held, fromMonth: this.month, toMonth: month };
    const { title } = this.catalog.classes.get(classId);
    const held = { ...plannedService(classId, title), fte: this.held.fte };
    return new Journey({ ...this, month, held, done: [...this.done, hold] });
  }
}

// The time along the classes, in order, to the target: { journey, months, stuckAt, beyond }; `beyond` says that what was
// not met would be, but later than any month that is sought. With `stopEarly` the journey ends
// as soon as the target's qualifications are met; else every class is entered, for no time if need be.
export function travelAlong(setOff, via, target, stopEarly) {
  let journey = setOff;
  for (const classId of via) {
    const wait = bestMonth(journey.judge(classId, { entering: true }));
    const enough = stopEarly ? bestMonth(journey.judge(target)) : null;
    if (enough !== null && (wait === null || enough <= wait)) {
      return arrivingAt(journey, target, enough);
    }
    if (wait === null || journey.month + wait > HORIZON) {
      return { journey, months: null, stuckAt: classId, beyond: wait !== null };
    }
    journey = journey.entering(classId, wait);
  }
  const enough = bestMonth(journey.judge(target));
  if (enough === null) return { journey, months: null, stuckAt: target, beyond: false };
  return arrivingAt(journey, target, enough);
}

// What was asked, as each class was entered, of the classes onward that still lay ahead.
export function askedOnTheWay({ stages }, onward) {
  const target = onward[onward.length - 1];
  const verdicts = stages.flatMap((stage, number) =>
    onward.slice(number).flatMap((classId) => stage.judge(classId, { entering: classId !== target })));
  return askedOnRoutes(verdicts);
}

function arrivingAt(journey, target, after) {
  const months = withinHorizon(journey.month + after);
  return { journey, months, stuckAt: months === null ? target : null, beyond: months === null };
}

// The journey along the class held in each month; the last class goes on. A class is entered in the first month that
// it is held.
export function followPlan(setOff, held) {
  let journey = setOff;
  held.forEach((classId, month) => {
    if (classId !== journey.held.classId) journey = journey.entering(classId, month - journey.month);
  });
  return journey;
}

// ------------------------------------------------------------------ which classes lie on ladders

// Certainties of steps that are used without being asked for (docs/semantics.md, C20).
const IN_THE_TEXT = ["named", "level"];

const usedSteps = (steps, peers, include) => [...steps, ...(include.has("peer") ? peers : [])]
  .filter(({ certainty }) => IN_THE_TEXT.includes(certainty) || include.has(certainty));

// The steps that may be used from a class.
export const stepsOnward = (catalog, classId, include) =>
  usedSteps(catalog.stepsFrom(classId), catalog.peerStepsFrom(classId), include);

// The steps that may be used to a class.
export const stepsBack = (catalog, classId, include) =>
  usedSteps(catalog.stepsInto(classId), catalog.peerStepsInto(classId), include);

// Every class from which some ladder leads to the target, without the target; none is followed back beyond a class.
export function classesBelow(catalog, target, include, beyond = null) {
  return reachedFrom(target, (classId) =>
    stepsBack(catalog, classId, include).map((step) => step.feederClass), beyond);
}

function classesAbove(catalog, start, include, beyond) {
  return reachedFrom(start, (classId) =>
    stepsOnward(catalog, classId, include).map((step) => step.targetClass), beyond);
}

// The classes on ladders from start to target, both left out; null if no ladder joins them. A ladder leaves the start
// once and ends where it reaches the target.
export function classesBetween(catalog, start, target, include) {
  const above = classesAbove(catalog, start, include, target);
  if (!above.has(target)) return null;
  const below = classesBelow(catalog, target, include, start);
  return [...above].filter((classId) => below.has(classId) && classId !== start && classId !== target);
}

function reachedFrom(first, following, beyond) {
  const found = new Set(), queue = [first];
  while (queue.length) {
    const here = queue.pop();
    for (const one of here === beyond ? [] : following(here)) {
      if (!found.has(one)) {
        found.add(one);
        queue.push(one);
      }
    }
  }
  found.delete(first);
  return found;
}
