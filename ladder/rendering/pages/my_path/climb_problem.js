// A climb made ready for search: places to serve in, doors to open, months still asked.
//
// A place is a class that service can be held in; place 0 is the class held at the start, with all that the profile
// says it counts toward. A door is a class whose minimum qualifications must be met before it can be entered; the last
// door is the target. What is asked is read once from the rules of eligibility, with past service taken off.

import { openCaps } from "./asked.js";
import { START_PLACE, byNumber, isPartOf, unitePlaces } from "./climb_board.js";
import { accrualOf } from "./clocks.js";
import { NOTHING } from "./codes.js";
import { Ratio, add, compare, multiply, smaller, subtract } from "./exact.js";
import { askedInCaps, findNeed } from "./findings.js";
import { heldBySources, holdService } from "./holdings.js";
import { Candidacy, matchService } from "./matching.js";
import { rulesOf } from "./rules.js";
import { TOO_LATE, askedOnAClimb, beginsToCount, sinceWhen } from "./since.js";
import { creditedBy, waysOf } from "./splits.js";
import { standingCodes } from "./standing.js";
import { askedOfStudy, studyCredit } from "./study.js";

// Amounts up to this are plain numbers, above it big integers; counters add up many amounts.
const LARGEST_PLAIN = 2n ** 44n;

// ------------------------------------------------------------------ where a climb starts

// Planned service in a class, full time, counting for what the catalog alone says.
export function plannedService(classId, title) {
  const length = { months: null, row: null };
  return { number: 0, title, classId, targetClass: null, declared: NOTHING, fte: 1, ...length, future: true };
}

// The start in a class { service, accrual }: as declared if it is the present one, else at the share of full time of
// all present jobs together, 1 without any. How part time counts is the convention of the target's jurisdiction.
export function startIn(catalog, history, classId, target) {
  const present = history.present.find((one) => one.classId === classId);
  const planned = { ...plannedService(classId, catalog.classes.get(classId).title), fte: shareOf(history) };
  const service = present || planned;
  const { conventions } = catalog.jurisdictionOf(target);
  return { service, accrual: accrualOf([service], history.changes, conventions) };
}

function shareOf({ present }) {
  return present.length ? smaller(1, present.reduce((total, one) => add(total, one.fte), 0)) : 1;
}

// The history with the programme listed where the class held is a programme.
export function enrolledIn(catalog, history, classId) {
  if (!catalog.classes.get(classId).is_programme || history.programmes.has(classId)) return history;
  const state = { approved: null, completed: false, completedAt: null };
  return { ...history, programmes: new Map([...history.programmes, [classId, state]]) };
}

// ------------------------------------------------------------------ what one class asks

// The routes of a class with the needs that service may fill, the findings of all others, and training begun on the
// climb; none where the class is only named.
function readyRoutes(candidacy) {
  return candidacy.rules.routes.map((route) => {
    const ready = { id: route.id, needs: [], findings: [], trainees: [] };
    for (const need of route.needs) {
      const readied = need.kind === "service" ? readyNeed(need, candidacy) : null;
      if (readied) ready.needs.push(readied);
      else if (need.kind === "trainee") ready.trainees.push(need);
      else ready.findings.push(findNeed(need, candidacy));
    }
    return ready;
  });
}

// What service must still fill; null where nothing is left, or the need is shut or takes no service. Planned service
// counts from the month in which it `begins` to. `ways` are the months left by each
// bound on the credited service, `sources` the rules by which service counts: direct, then by substitutions.
function readyNeed(need, candidacy) {
  const standing = standingCodes(need.standing, candidacy);
  const since = sinceWhen(need.service.limits, candidacy);
  if (standing.asked.size || standing.closed.size || since.month >= TOO_LATE) return null;
  const credit = studyCredit(need, candidacy);
  const now = credit.at(0);
  const capped = openCaps(need, candidacy);
  const sources = [need.service, ...capped.map((one) => one.service)];
  const asked = subtract(need.asked, now);
  const held = heldAlready(sources, candidacy);
  const left = waysOf(capped).map((way) => ({ months: subtract(asked, creditedBy(way, held)), levels: way.levels }));
  const ways = left.filter(({ months }) => compare(months, 0) > 0);
  if (!ways.length) return null;
  return {
    sources,
    ways,
    credit: credit.lastChange ? credit.steps.map(([month, amount]) => ({ month, amount: subtract(amount, now) })) : null,
    withoutService: findNeed(need, candidacy),
    asked: [
      ...askedDirectly(need, candidacy),
      ...askedOnAClimb(since),
      ...askedInCaps(need, candidacy),
      ...askedOfStudy(need, candidacy),
    ],
    begins: beginsToCount(since),
  };
}

// What tells the past months by a set of sources.
function heldAlready(sources, candidacy) {
  if (!candidacy.history.past.length) return () => 0;
  return sources.length > 1 ? heldBySources(sources, candidacy) : () => holdService(sources[0], candidacy).months;
}

function askedDirectly(need, candidacy) {
  return candidacy.history.past.length ? holdService(need.service, candidacy).asked : NOTHING;
}

// ------------------------------------------------------------------ the climb

// The climb from a start over the classes to the target. The classes are those that may be entered on the way, without
// the target. A hopeful climb takes what hangs on a fact that is not in the data as met; where only such a climb
// reaches the target, the answer is unknown.
export function buildClimb(catalog, history, plan, { start, classes, target, accrual, hopeful = false }) {
  const services = [start, ...classes.map((classId) => plannedService(classId, classId))];
  const index = new Map(classes.map((classId, number) => [classId, number + 1]));
  const building = { services, index, hopeful, asked: new Set(), unknown: false };
  const doorOf = (classId) => {
    const rules = rulesOf(catalog, classId);
    if (!rules) return [];
    const candidacy = new Candidacy(history, plan, rules, { entering: classId !== target });
    return readyRoutes(candidacy).map((route) => doorRoute(building, route, candidacy)).filter((route) => route);
  };
  const doors = [[], ...classes.map(doorOf)];
  const goal = doorOf(target);
  const places = services.map((service) => service.classId || "");
  return inUnits({ places, doors, goal, accrual, asked: building.asked, unknown: building.unknown });
}

function noteAsked(building, codes) {
  codes.forEach((code) => building.asked.add(code));
}

// One route through a door { id, ready, demands }, null where it can never be met.
function doorRoute(building, route, candidacy) {
  const findings = [...route.findings], demands = [];
  for (const readied of route.needs) {
    const asked = demandsOf(building, readied, candidacy);
    findings.push(...asked.filter((one) => !one.places.length).map((one) => byTimeAlone(one, readied.withoutService)));
    demands.push(...withoutWeaker(asked.filter((one) => one.places.length)));
  }
  for (const trainee of route.trainees) {
    findings.push(findTraining(building, trainee, candidacy));
    const places = placesInClass(building, trainee.feederClass);
    if (places.length && building.hopeful) demands.push({ places, months: 1, credit: null, levels: [], begins: 0 });
  }
  let ready = 0;
  for (const finding of findings) {
    noteAsked(building, finding.asked);
    building.unknown = building.unknown || finding.unknown;
    if (finding.month === null && !(building.hopeful && finding.unknown)) return null;
    ready = Math.max(ready, finding.month ?? 0);
  }
  return { id: route.id, ready, demands };
}

// The finding on training in a class that is held, or may be entered on the climb.
function findTraining({ services }, trainee, { history, plan, rules }) {
  return findNeed(trainee, new Candidacy({ ...history, present: services }, plan, rules));
}

function placesInClass({ services }, classId) {
  return services.flatMap((service, place) => (service.classId === classId ? [place] : []));
}

// What work must still fill: a demand by each bound on the credited service.
function demandsOf(building, readied, candidacy) {
  noteAsked(building, readied.asked);
  const bySource = readied.sources.map((rule) => placesFor(building, rule, candidacy));
  return readied.ways.map(({ months, levels: told }) => {
    const levels = told.map(([weight, sources]) => ({ weight, places: unitePlaces(sources.map((one) => bySource[one])) }));
    const helping = levels.filter((one) => one.places.length);
    const places = unitePlaces(helping.map((one) => one.places));
    const demand = { places, months, credit: readied.credit, levels: [], begins: readied.begins };
    return helping.every(({ weight }) => weight === 1) && helping.length < 2 ? demand : weighted(demand, helping);
  });
}

// A demand for which not every month counts one month: a month in a place counts the weights of all `levels`
// { weight, places } that it is in. The weights are whole, and so the months asked and the credit are of their unit.
function weighted(demand, levels) {
  const unit = levels.reduce((found, { weight }) => commonUnit(found, weight), 1n);
  const times = unit <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(unit) : unit;
  const more = (amount) => multiply(amount, times);
  return {
    ...demand,
    months: more(demand.months),
    credit: demand.credit && demand.credit.map(({ month, amount }) => ({ month, amount: more(amount) })),
    levels: levels.map(({ weight, places }) => ({ weight: Number(unitsOf(weight, unit)), places })),
  };
}

// What is found of a demand that no service fills: the month in which study does, if ever.
function byTimeAlone({ credit, months }, withoutService) {
  const step = (credit || []).find(({ amount }) => compare(amount, months) >= 0);
  return { ...withoutService, month: step ? step.month : null };
}

// The demands of one need without those that are filled wherever another is: such a one asks no more, and counts
// service in every place where the other does.
function withoutWeaker(demands) {
  const sorted = [...demands].sort((one, other) =>
    compare(other.months, one.months) || one.places.length - other.places.length);
  const kept = [];
  for (const one of sorted) {
    const isWeaker = (other) => !one.levels.length && !other.levels.length && one.begins <= other.begins &&
      isPartOf(other.places, one.places);
    if (!kept.some(isWeaker)) kept.push(one);
  }
  return kept;
}

// The places whose service counts for the rule.
function placesFor(building, rule, candidacy) {
  const { services, index } = building;
  const known = (classes) => [...classes].filter((classId) => index.has(classId)).map((classId) => index.get(classId));
  const start = services[START_PLACE];
  const planned = rule.leads.size ? candidacy.plan.leadIn : NOTHING;
  const onCondition = new Set([...rule.unsure, ...candidacy.peers.keys(), ...planned]);
  const mayCount = start.declared.size || rule.sure.has(start.classId) || onCondition.has(start.classId);
  const found = new Set(known(rule.sure));
  for (const place of [...known(onCondition), ...(mayCount ? [START_PLACE] : [])]) {
    const match = matchService(services[place], rule, candidacy);
    noteAsked(building, match.asked);
    if (match.counts) found.add(place);
  }
  return [...found].sort(byNumber);
}

// ------------------------------------------------------------------ amounts as whole numbers of one unit

// The climb with its amounts as whole numbers of a unit that they share.
function inUnits(climb) {
  const demands = [...climb.doors.flat(), ...climb.goal].flatMap((route) => route.demands);
  const amounts = [...demands.flatMap(amountsOf), ...climb.accrual.segments.flatMap(([, before, share]) => [before, share])];
  const unit = amounts.reduce(commonUnit, 1n);
  const largest = amounts.reduce((most, amount) => (compare(amount, most) > 0 ? amount : most), 0);
  const isPlain = unitsOf(largest, unit) < LARGEST_PLAIN && unit < LARGEST_PLAIN / 1000n;
  const scaled = (amount) => (isPlain ? Number(unitsOf(amount, unit)) : unitsOf(amount, unit));
  const scaledRoutes = (routes) => routes.map((route) => ({
    ...route,
    demands: route.demands.map((demand) => scaledDemand(demand, scaled, isPlain)),
  }));
  return {
    ...climb,
    doors: climb.doors.map(scaledRoutes),
    goal: scaledRoutes(climb.goal),
    accrual: climb.accrual.segments.map(([start, before, share]) => ({ start, before: scaled(before), share: scaled(share) })),
    zero: isPlain ? 0 : 0n,
    one: isPlain ? 1 : 1n,
  };
}

function amountsOf({ months, credit }) {
  return [months, ...(credit || []).map((step) => step.amount)];
}

function scaledDemand({ months, credit, levels, ...demand }, scaled, isPlain) {
  return {
    ...demand,
    months: scaled(months),
    credit: credit && credit.map(({ month, amount }) => ({ month, amount: scaled(amount) })),
    levels: levels.map(({ weight, places: inLevel }) => ({ weight: isPlain ? weight : BigInt(weight), places: inLevel })),
  };
}

// The least common multiple of a unit and an amount's denominator.
/** @param {bigint} unit @param {any} amount @returns {bigint} */
function commonUnit(unit, amount) {
  if (!(amount instanceof Ratio)) return unit;
  const denominator = BigInt(amount.denominator);
  let divisor = unit, rest = denominator;
  while (rest) [divisor, rest] = [rest, divisor % rest];
  return unit / divisor * denominator;
}

function unitsOf(amount, unit) {
  if (!(amount instanceof Ratio)) return BigInt(amount) * unit;
  return BigInt(amount.numerator) * (unit / BigInt(amount.denominator));
}
