// The earliest month in which each door could open, never too late.
//
// A scalar earliest-arrival search over routes (Knuth's generalisation of Dijkstra's method to AND-OR graphs): a route
// opens once every demand can be filled, given the earliest month that a place for it opens. Within a route, demands
// on nested or disjoint places compete for months and are scheduled one month at a time; across routes they are not,
// so the result is a lower bound.

import { UNREACHED, creditIn, firstMonthServed, leftToServe, monthsToFill, servedBy } from "./climb_board.js";
import { HORIZON } from "./clocks.js";

// The bound from a state: by door the earliest month and the route that gives it; by demand what is still asked, the
// months it takes at least, and the place that opens first of those that fill it (-1: none). With `goalOnly` the
// search ends when the goal is settled; doors later than that, or than the limit, stay unreached.
export function findBound(board, values, month, open, { goalOnly = true, limit = HORIZON } = {}) {
  const left = board.demands.map((flat) => leftToServe(flat, values, month));
  const doors = board.goal + 1;
  const bound = {
    board,
    month,
    left,
    needed: left.map((amount, number) => (amount > 0 ? monthsToFill(board, board.demands[number], amount) : 0)),
    earliest: new Array(doors).fill(UNREACHED),
    route: new Array(doors).fill(-1),
    opener: new Array(left.length).fill(-1),
    waiting: demandsWaiting(board, left),
    queue: [],
    limit,
  };
  bound.waiting.forEach((waits, number) => {
    if (!waits && !open.has[board.routes[number].door]) offerRoute(bound, number);
  });
  open.list.forEach((place) => { bound.earliest[place] = month; });
  open.list.forEach((place) => settlePlace(bound, place, month));
  runBound(bound, goalOnly ? board.goal : -1);
  return bound;
}

export const goalOf = (bound) => bound.earliest[bound.board.goal];

// For each route how many demands wait for a place to open. A demand that study alone fills in time does not wait.
function demandsWaiting(board, left) {
  const waiting = new Array(board.routes.length).fill(0);
  left.forEach((amount, number) => {
    if (amount > 0 && !isFilledByTime(board, number, amount)) waiting[board.routeOfDemand[number]] += 1;
  });
  return waiting;
}

function isFilledByTime(board, number, amount) {
  const { credit } = board.demands[number].demand;
  return credit !== null && amount <= credit[credit.length - 1].amount;
}

function runBound(bound, last) {
  const { board, earliest } = bound;
  while (bound.queue.length) {
    const { month, number } = nextOffer(bound);
    const { door } = board.routes[number];
    if (month >= earliest[door]) continue;
    earliest[door] = month;
    bound.route[door] = number;
    if (door === last) return;
    if (door !== board.goal) settlePlace(bound, door, month);
  }
}

// Tells every demand that the place fills, and offers the routes that wait no more.
function settlePlace(bound, place, month) {
  const { board, opener, left, waiting, earliest } = bound;
  for (const number of board.demandsAt[place]) {
    if (opener[number] >= 0 || left[number] <= 0) continue;
    opener[number] = place;
    const route = board.routeOfDemand[number];
    if (!isFilledByTime(board, number, left[number])) waiting[route] -= 1;
    if (!waiting[route] && earliest[board.routes[route].door] > month) offerRoute(bound, route);
  }
}

function offerRoute(bound, number) {
  const route = bound.board.routes[number];
  const month = completionOf(bound, route);
  if (month <= bound.limit && month < bound.earliest[route.door]) pushOffer(bound, month, number);
}

// ------------------------------------------------------------------ a queue of offers, by month, then door, then route

// An offer as one number; a route's number tells its door, and routes are numbered in the order of their doors.
function pushOffer(bound, month, number) {
  const { queue } = bound;
  const key = month * bound.board.routes.length + number;
  let at = queue.length;
  queue.push(key);
  while (at > 0) {
    const above = (at - 1) >> 1;
    if (queue[above] <= key) break;
    queue[at] = queue[above];
    at = above;
  }
  queue[at] = key;
}

function nextOffer(bound) {
  const { queue } = bound;
  const first = queue[0], last = queue.pop();
  if (queue.length) sinkOffer(queue, last);
  const number = first % bound.board.routes.length;
  return { month: (first - number) / bound.board.routes.length, number };
}

function sinkOffer(queue, key) {
  let at = 0;
  for (;;) {
    let below = 2 * at + 1;
    if (below >= queue.length) break;
    if (below + 1 < queue.length && queue[below + 1] < queue[below]) below += 1;
    if (queue[below] >= key) break;
    queue[at] = queue[below];
    at = below;
  }
  queue[at] = key;
}

// ------------------------------------------------------------------ when a route's demands can all be filled

export function completionOf(bound, route) {
  const earliest = Math.max(route.ready, bound.month);
  if (!route.changes.length) return Math.max(earliest, scheduledEnd(bound, route, earliest));
  const starts = [earliest, ...route.changes.filter((month) => month > earliest)];
  for (let at = 0; at + 1 < starts.length; at += 1) {
    const month = Math.max(starts[at], scheduledEnd(bound, route, starts[at]));
    if (month < starts[at + 1]) return month;
  }
  const last = starts[starts.length - 1];
  return Math.max(last, scheduledEnd(bound, route, last));
}

// When a schedule of the route's demands ends, with the credit of that month.
function scheduledEnd(bound, route, month) {
  if (route.demands.length === 1) {
    const [number] = route.demands;
    const needed = neededBy(bound, number, month);
    if (!needed) return bound.month;
    const release = opensIn(bound, number);
    return Math.max(release + needed, endOfService(bound, [{ release, amount: serviceBy(bound, number, month) }]));
  }
  return route.families.reduce((end, family) => Math.max(end, familyEnd(bound, route, family, month)), bound.month);
}

// The month from which a demand can be filled: its first place is open, and service counts.
function opensIn(bound, number) {
  const opener = bound.opener[number];
  return opener < 0 ? UNREACHED : Math.max(bound.earliest[opener], bound.board.demands[number].demand.begins);
}

// The months of service that a demand needs, with the credit of a month to come.
function neededBy(bound, number, month) {
  const flat = bound.board.demands[number];
  if (flat.demand.credit === null || month <= bound.month) return bound.needed[number];
  const amount = leftBy(bound, number, month);
  return amount > 0 ? monthsToFill(bound.board, flat, amount) : 0;
}

// What a demand still asks of service, with the credit of a month to come.
function leftBy(bound, number, month) {
  const { credit } = bound.board.demands[number].demand;
  if (credit === null || month <= bound.month) return bound.left[number];
  return bound.left[number] - creditIn(credit, month) + creditIn(credit, bound.month);
}

// The service that a demand takes at least, with the credit of a month to come.
function serviceBy(bound, number, month) {
  const amount = leftBy(bound, number, month);
  const { mostAMonth } = bound.board.demands[number];
  return (amount - (amount % mostAMonth)) / mostAMonth;
}

// When service has accrued for all jobs of { release, amount }, one after the other. Where the share of full time
// changes, this is later than months at the greatest share; where it does not, months tell it all.
function endOfService(bound, jobs) {
  const { board } = bound;
  if (board.climb.accrual.length === 1) return bound.month;
  let served = servedBy(board, bound.month);
  for (const { release, amount } of jobs.sort((one, other) => one.release - other.release)) {
    const begun = servedBy(board, release);
    served = (begun > served ? begun : served) + amount;
  }
  return firstMonthServed(board, served);
}

// When the jobs of a family of demands are done, one month at a time.
export function familyEnd(bound, route, family, month) {
  const jobs = familyJobs(bound, route, family, month).sort((one, other) => one.release - other.release);
  const end = jobs.reduce((last, job) => Math.max(last, job.release) + job.months, bound.month);
  if (bound.board.climb.accrual.length === 1) return end;
  return Math.max(end, endOfService(bound, serviceOfFamily(bound, route, family, month)));
}

// Jobs { release, amount } of service, so that nested demands share what is served.
function serviceOfFamily(bound, route, family, month) {
  const { zero } = bound.board.climb;
  const inner = new Array(route.demands.length + 1).fill(zero);
  const jobs = [];
  for (const { position, container } of family) {
    const number = route.demands[position];
    const amount = serviceBy(bound, number, month);
    const within = inner[position];
    const holder = container < 0 ? route.demands.length : container;
    if (amount > within) jobs.push({ release: opensIn(bound, number), amount: amount - within });
    inner[holder] += amount > within ? amount : within;
  }
  return jobs;
}

// Jobs { release, demand, months }, so that nested demands share their months.
export function familyJobs(bound, route, family, month) {
  const inner = new Array(route.demands.length + 1).fill(0);
  const jobs = [];
  for (const { position, container } of family) {
    const number = route.demands[position];
    const needed = neededBy(bound, number, month);
    const within = inner[position];
    const holder = container < 0 ? route.demands.length : container;
    if (needed > within) jobs.push({ release: opensIn(bound, number), demand: number, months: needed - within });
    inner[holder] += Math.max(needed, within);
  }
  return jobs;
}
