// A plan constructed by doing, month after month, what the bound says comes first; and what opens in the end.

import { START_PLACE, isDoorOpen, monthsToFill, openAfter, openAtStart, serveIn } from "./climb_board.js";
import { familyEnd, familyJobs, findBound, goalOf } from "./climb_bounds.js";
import { HORIZON } from "./clocks.js";

// A position { month, values, open, held }; the one in month 0, in the first class.
export function startPosition(board) {
  const values = new Array(board.counters.length).fill(board.climb.zero);
  return { month: 0, values, open: openAtStart(board, values), held: START_PLACE };
}

// The position after some months held in a place that is open.
export function heldFor(board, position, place, months = 1) {
  const month = position.month + months;
  const values = serveIn(board, position.values, place, position.month, month);
  return { month, values, open: openAfter(board, place, values, month, position.open), held: place };
}

export const isGoalMet = (board, position) => isDoorOpen(board, board.goal, position.values, position.month);

export const boundAt = (board, position, limit = HORIZON) =>
  findBound(board, position.values, position.month, position.open, { limit });

// A plan that works, as the place held in each month; null where none was found within the limit of months. Its
// length is never below the truth; it may be over the limit, but not over the horizon. A patient dive serves in the
// first class all that any door on the way asks of it, for it may not be open again. Each turn spends from the work.
export function dive(board, work, { limit = HORIZON, patient = false } = {}) {
  let position = startPosition(board);
  const holds = [];
  while (position.month <= HORIZON && !isGoalMet(board, position)) {
    const bound = work.spend(board.cost) ? boundAt(board, position, limit) : null;
    if (bound === null || goalOf(bound) > limit) return null;
    let { place, months } = nextAction(bound, position);
    if (patient && position.held === START_PLACE) ({ place, months } = firstClassFirst(bound, { place, months }));
    let held = heldFor(board, position, place, months);
    if (isGoalMet(board, held)) {
      months = monthsToGoal(board, position, { place, months });
      held = heldFor(board, position, place, months);
    }
    holds.push(...repeated(place, months));
    position = held;
  }
  return holds.length <= HORIZON ? holds : null;
}

export const repeated = (place, months) => new Array(months).fill(place);

// After how many of the months in a place the goal is met; it is met after all.
function monthsToGoal(board, position, { place, months }) {
  let low = 0, high = months;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isGoalMet(board, heldFor(board, position, place, middle))) high = middle;
    else low = middle + 1;
  }
  return low;
}

// The place to hold now and for how many months, as the bound's best plan has it.
export function nextAction(bound, position) {
  let door = bound.board.goal;
  for (;;) {
    const route = bound.board.routes[bound.route[door]];
    const month = bound.earliest[door];
    const todo = jobsOfLastFamily(bound, route, month).filter((job) => job.months).sort(byRelease);
    if (!todo.length) return { place: position.held, months: Math.max(1, month - position.month) };
    const [{ release, demand, months }] = todo;
    if (release <= position.month) return { place: placeFor(bound, position, demand, route.demands), months };
    door = bound.opener[demand];
    if (bound.earliest[door] <= position.month) return { place: position.held, months: release - position.month };
  }
}

const byRelease = (one, other) =>
  one.release - other.release || one.demand - other.demand || one.months - other.months;

// The jobs of the family that ends last; of several, the one whose positions and containers come last.
function jobsOfLastFamily(bound, route, month) {
  let last = null;
  for (const family of route.families) {
    const end = familyEnd(bound, route, family, month);
    if (!last || end > last.end || (end === last.end && isLaterFamily(family, last.family))) last = { end, family };
  }
  return last ? familyJobs(bound, route, last.family, month) : [];
}

function isLaterFamily(family, other) {
  for (let at = 0; at < family.length && at < other.length; at += 1) {
    const difference = family[at].position - other[at].position || family[at].container - other[at].container;
    if (difference) return difference > 0;
  }
  return family.length > other.length;
}

// The open place that fills the demand and most others of its route; best no move, then the lowest place.
function placeFor(bound, position, demand, beside) {
  const { board, left } = bound;
  const wanted = beside.filter((number) => left[number] > 0);
  const serving = board.demands[demand].helped.filter((place) => position.open.has[place]);
  let best = null;
  for (const place of serving) {
    const fills = wanted.filter((number) => board.demands[number].helped.includes(place)).length;
    const stays = place === position.held;
    if (!best || fills > best.fills || (fills === best.fills && stays && !best.stays)) best = { place, fills, stays };
  }
  return best.place;
}

// The first class and its months where some door on the way asks for them; else the action as it is.
function firstClassFirst(bound, action) {
  const { board } = bound;
  const doors = [board.goal], seen = new Set(doors);
  while (doors.length) {
    const route = board.routes[bound.route[doors.pop()]];
    for (const demand of route.demands) {
      if (bound.left[demand] <= 0) continue;
      if (board.demands[demand].demand.places.includes(START_PLACE)) {
        return { place: START_PLACE, months: monthsToFill(board, board.demands[demand], bound.left[demand]) };
      }
      const opener = bound.opener[demand];
      if (!seen.has(opener) && opener >= 0 && bound.earliest[opener] > bound.month) {
        seen.add(opener);
        doors.push(opener);
      }
    }
  }
  return action;
}

// ------------------------------------------------------------------ what can be reached in the end

// What opens however long it takes: exact, for months served are never lost, and the first class can be held for as
// long as anything asks before it is left. Returns by place whether it opens, and whether the goal does.
export function openInTheEnd(climb) {
  const opens = climb.places.map((_, place) => place === START_PLACE);
  let changed = true;
  while (changed) {
    changed = false;
    climb.doors.forEach((routes, place) => {
      if (!opens[place] && routes.some((route) => opensInTheEnd(route, opens))) {
        opens[place] = true;
        changed = true;
      }
    });
  }
  return { opens, reached: climb.goal.some((route) => opensInTheEnd(route, opens)) };
}

const opensInTheEnd = (route, opens) => route.demands.every((demand) =>
  demand.places.some((place) => opens[place]) || isFilledByCredit(demand));

const isFilledByCredit = ({ credit, months }) => credit !== null && credit[credit.length - 1].amount >= months;

// The climb without the routes that are not met in the end, whatever is done.
export function leaveOutUnreachable(climb, opens) {
  const kept = (routes) => routes.filter((route) => opensInTheEnd(route, opens));
  return { ...climb, doors: climb.doors.map(kept), goal: kept(climb.goal) };
}
