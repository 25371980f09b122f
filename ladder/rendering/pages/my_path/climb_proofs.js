// Leaves out of a climb what no plan of so many months uses; and branch and bound over ways to open doors.
//
// A plan that reaches the goal opens some doors, each by a route, and for each demand of those routes some place is
// the first to be open. Given such choices, the months that all their demands take together, scheduled one month at a
// time, are a lower bound for every plan that makes them. Where no choice comes out below a plan in hand, that plan is
// proved best.

import { START_PLACE, UNREACHED, areNestedOrApart, creditIn, isPartOf, layOut, monthsToFill } from "./climb_board.js";
import { completionOf } from "./climb_bounds.js";

// The board without places and routes that no plan of so many months uses. The bound is that of every door from the
// start. A door is kept if it can open early enough to serve in it and still be done: a place that alone fills a
// demand must be served for all of the demand's months.
export function narrowBoard(bound, limit) {
  const { board } = bound;
  const { climb } = board;
  const deadlines = deadlinesOf(bound, limit);
  const places = climb.places.map((_, place) => place).filter((place) => place === START_PLACE || deadlines.has(place));
  const index = new Map(places.map((place, number) => [place, number]));
  const doors = places.map((door) => (door === START_PLACE ? [] : routesKept(bound, door, deadlines.get(door), index)));
  const goal = routesKept(bound, board.goal, limit, index);
  return layOut({ ...climb, places: places.map((place) => climb.places[place]), doors, goal });
}

// For each door that may be used the last month in which to enter it.
function deadlinesOf(bound, limit) {
  const deadlines = new Map([[bound.board.goal, limit]]);
  const queue = [bound.board.goal];
  while (queue.length) {
    const door = queue.pop();
    for (const { place, latest } of placesAsked(bound, door, deadlines.get(door))) {
      if (bound.earliest[place] <= latest && latest > (deadlines.get(place) ?? -1)) {
        deadlines.set(place, latest);
        queue.push(place);
      }
    }
  }
  return deadlines;
}

function placesAsked(bound, door, deadline) {
  const { board } = bound;
  return board.routesOf[door].flatMap((number) => {
    const route = board.routes[number];
    return completionOf(bound, route) > deadline ? [] : route.demands.flatMap((demand) => {
      const flat = board.demands[demand];
      const { demand: { credit }, helped } = flat;
      const alone = helped.length === 1 && credit === null;
      const months = alone ? Math.max(1, monthsToFill(board, flat, bound.left[demand])) : 1;
      return helped.map((place) => ({ place, latest: deadline - months }));
    });
  });
}

// The door's routes that can be met by the deadline, with places renumbered.
function routesKept(bound, door, deadline, index) {
  const { board } = bound;
  const numbered = (places) => places.filter((place) => index.has(place)).map((place) => index.get(place));
  return routesThrough(board, door)
    .filter((_, at) => completionOf(bound, board.routes[board.routesOf[door][at]]) <= deadline)
    .map((route) => ({
      ...route,
      demands: route.demands.map((demand) => ({
        ...demand,
        places: numbered(demand.places),
        levels: demand.levels.map((one) => ({ ...one, places: numbered(one.places) })).filter((one) => one.places.length),
      })),
    }));
}

const routesThrough = (board, door) => (door === board.goal ? board.climb.goal : board.climb.doors[door]);

// ------------------------------------------------------------------ branch and bound

// Choices are made one inside the other; where they are about to go deeper, there is no proof.
const MOST_JOBS_CHOSEN = 200;

// A month before which the jobs { key, places, begin, months } cannot all be done, one place a month. Jobs on the same
// places are one. Of sets that are neither nested nor disjoint the smaller job is left out.
function makespanOf(jobs) {
  const merged = new Map();
  for (const job of jobs) {
    const other = merged.get(job.key);
    const both = () => ({ ...job, begin: Math.min(job.begin, other.begin), months: Math.max(job.months, other.months) });
    merged.set(job.key, other ? both() : job);
  }
  const family = [];
  for (const job of [...merged.values()].sort((one, other) => other.months - one.months || comparePlaces(one, other))) {
    if (family.every(({ places }) => areNestedOrApart(job.places, places))) family.push(job);
  }
  family.sort((one, other) => one.places.length - other.places.length);
  const inner = new Array(family.length).fill(0);
  const work = family.map(({ places, begin, months }, at) => {
    const holder = family.findIndex((one, later) => later > at && isPartOf(places, one.places));
    if (holder >= 0) inner[holder] += Math.max(months, inner[at]);
    return { begin, months: Math.max(0, months - inner[at]) };
  });
  work.sort((one, other) => one.begin - other.begin);
  return work.reduce((end, { begin, months }) => (months ? Math.max(end, begin) + months : end), 0);
}

// The order of sets of places by their highest place that is not in both.
function comparePlaces({ places: one }, { places: other }) {
  for (let back = 1; back <= one.length && back <= other.length; back += 1) {
    const difference = one[one.length - back] - other[other.length - back];
    if (difference) return difference;
  }
  return one.length - other.length;
}

// A running branch and bound: choices made so far, and the limit to stay within, which may be lowered meanwhile.
export function startProver(bound, limit, budget, work) {
  const { board } = bound;
  const needs = board.demands.map((_, number) => leastMonths(bound, number, limit));
  return {
    board, bound, limit, budget, work, needs, outOfBudget: false,
    begun: new Set(), opened: new Map(), chosen: new Map(), jobs: [],
  };
}

// The months that a demand takes at least, with all credit there is by the limit.
function leastMonths({ board, left, month }, number, limit) {
  const flat = board.demands[number];
  const { credit } = flat.demand;
  const earned = credit === null ? 0 : creditIn(credit, limit) - creditIn(credit, month);
  const amount = credit === null ? left[number] : left[number] - earned;
  return monthsToFill(board, flat, amount);
}

// Yields the lower bound of each complete set of choices within the limit. Where the prover is then `outOfBudget`,
// what is left is not known.
export function* leastEnds(prover) {
  const { goal } = prover.board;
  for (const _ of openDoor(prover, goal)) {
    if (prover.opened.get(goal) <= prover.limit) yield prover.opened.get(goal);
  }
}

// The board with the doors and routes now chosen, and those open at the start.
export function boardAsChosen({ board, bound, chosen }) {
  const routesChosen = (door) => {
    const routes = routesThrough(board, door);
    if (chosen.has(door)) return [routes[board.routesOf[door].indexOf(chosen.get(door))]];
    return bound.earliest[door] <= bound.month ? routes : [];
  };
  const doors = board.climb.doors.map((_, door) => (door === START_PLACE ? [] : routesChosen(door)));
  return layOut({ ...board.climb, doors, goal: routesChosen(board.goal) });
}

// Makes every set of choices that opens a door, one after the other.
function* openDoor(prover, door) {
  if (prover.opened.has(door)) {
    yield;
    return;
  }
  if (prover.begun.has(door)) return;
  prover.begun.add(door);
  for (const number of routesInTime(prover, door)) {
    yield* openByRoute(prover, door, number);
    if (prover.outOfBudget) break;
  }
  prover.begun.delete(door);
}

function routesInTime({ board, bound, limit }, door) {
  return board.routesOf[door]
    .map((number) => ({ number, month: completionOf(bound, board.routes[number]) }))
    .filter(({ month }) => month <= limit)
    .sort((one, other) => one.month - other.month || one.number - other.number)
    .map(({ number }) => number);
}

function* openByRoute(prover, door, number) {
  const { board, needs, jobs } = prover;
  const route = board.routes[number];
  const begins = new Map(route.demands.map((demand) => [demand, demandBegins(prover, demand)]));
  const demands = route.demands.filter((demand) => needs[demand])
    .sort((one, other) => begins.get(other) - begins.get(one));
  const mark = jobs.length;
  jobs.push(...demands.map((demand) => jobOf(prover, demand, begins.get(demand))));
  if (doJobsFit(prover)) {
    for (const _ of fillDemands(prover, demands, 0, mark)) {
      prover.opened.set(door, Math.max(route.ready, makespanOf(jobs.slice(mark))));
      prover.chosen.set(door, number);
      yield;
      prover.opened.delete(door);
      prover.chosen.delete(door);
      if (prover.outOfBudget) break;
    }
  }
  jobs.length = mark;
}

function jobOf({ board, needs }, demand, begin) {
  const { key, helped } = board.demands[demand];
  return { key, places: helped, begin, months: needs[demand] };
}

const placeOpens = ({ opened, bound }, place) => opened.get(place) ?? bound.earliest[place];

// The earliest month in which service in any place of the demand can count.
function demandBegins(prover, demand) {
  const { helped, demand: { begins } } = prover.board.demands[demand];
  return Math.max(begins, helped.reduce((least, place) => Math.min(least, placeOpens(prover, place)), UNREACHED));
}

// Whether all jobs so far fit the limit; each look spends from the budget and the work.
function doJobsFit(prover) {
  const jobs = prover.jobs.length;
  prover.budget -= 1;
  const isSpent = !prover.work.spend(1 + Math.floor(jobs * (jobs + 8) / 16));
  if (prover.budget < 0 || isSpent || jobs > MOST_JOBS_CHOSEN) prover.outOfBudget = true;
  return !prover.outOfBudget && makespanOf(prover.jobs) <= prover.limit;
}

// Chooses for each demand the place that is open first; its job stands at the mark.
function* fillDemands(prover, demands, position, mark) {
  if (position === demands.length) {
    yield;
    return;
  }
  const { bound, jobs, opened } = prover;
  const demand = demands[position];
  const opens = new Map(prover.board.demands[demand].helped.map((place) => [place, placeOpens(prover, place)]));
  const places = [...opens.keys()].sort((one, other) => opens.get(one) - opens.get(other));
  if (bound.earliest[places[0]] <= bound.month) {
    yield* fillDemands(prover, demands, position + 1, mark);
    return;
  }
  const before = jobs[mark + position];
  for (const place of places) {
    const wasOpen = opened.has(place);
    for (const _ of openDoor(prover, place)) {
      const begins = Math.max(placeOpens(prover, place), prover.board.demands[demand].demand.begins);
      jobs[mark + position] = jobOf(prover, demand, begins);
      if (doJobsFit(prover)) yield* fillDemands(prover, demands, position + 1, mark);
      jobs[mark + position] = before; // the next way to open the place starts from the bound again
      if (prover.outOfBudget) return;
    }
    if (wasOpen || prover.outOfBudget) break;
  }
}
