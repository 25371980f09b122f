// The least months to a target: a bound and a plan; where they do not meet, a search month by month within a budget.
//
// Where that ends too, the answer is "between" the two: the Python engine, which also proves plans by branch and bound,
// may say one figure. Budgets count what is looked at, never time, so that every run gives the same answer.

import { START_PLACE, byNumber, layOut } from "./climb_board.js";
import { findBound, goalOf } from "./climb_bounds.js";
import { boundAt, dive, heldFor, isGoalMet, leaveOutUnreachable, nextAction, openInTheEnd, repeated, startPosition } from "./climb_dives.js";
import { narrowBoard } from "./climb_narrowing.js";
import { FIRST_PLAN, Work } from "./climb_work.js";
import { HORIZON } from "./clocks.js";

// Steps to find a plan of the same months with fewer moves.
const TIDYING_BUDGET = 8000;

// Looks at all demands that a first plan may take, however many demands there are.
const FEWEST_TURNS = 90;

const MOST_FAILED_COMPARED = 64;

// The best plan of a climb { held, provedMonths, reachable, beyond }: `held` is the class held in each month, null where
// no plan was found within what is sought; `provedMonths` is null where it is proved that there is none. The goal is then
// `beyond` the horizon, or never met; `reachable` are the classes that can be entered all the same. The places of the
// climb are in order of preference: of plans with the same months and moves, the one that is sooner in a place named
// earlier is taken. `known` is a plan that works, if one is known: it stands where the work ends before another is found.
// A `first` plan has steps of its own unless they are given. Where the bound alone tells that every plan is longer than
// `atMost` months, none is looked for.
export function findPlan(climb, work, { tidying = TIDYING_BUDGET, first = null, known = null, atMost = HORIZON } = {}) {
  const { opens, reached } = openInTheEnd(climb);
  if (!reached) {
    const reachable = climb.places.filter((_, place) => place !== START_PLACE && opens[place]);
    return { held: null, provedMonths: null, reachable, beyond: false };
  }
  const board = layOut(leaveOutUnreachable(climb, opens));
  work.spend(board.cost);
  const least = goalOf(boundAt(board, startPosition(board)));
  if (least > atMost) return noPlan(null, least > HORIZON);
  const constructing = first ?? new Work(Math.max(FIRST_PLAN, FEWEST_TURNS * board.cost));
  return betterPlan(board, least, constructPlan(board, least, constructing) ?? known, work, tidying);
}

const noPlan = (provedMonths, beyond) => ({ held: null, provedMonths, reachable: [], beyond });

// The plan in hand or a better one, and what is proved.
function betterPlan(board, bound, plan, work, tidying) {
  const narrowed = narrowedTo(board, plan ? plan.length : HORIZON);
  const { least, held } = searchPlan(narrowed, bound, plan, work.part(work.left - tidying));
  if (least > HORIZON) return noPlan(null, true);
  const isBest = held && held.length === least;
  return {
    held: isBest ? fewestMoves(narrowed, held, work.part(tidying)) : held,
    provedMonths: least,
    reachable: [],
    beyond: held === null,
  };
}

function boundOfAllDoors(board, limit) {
  const { values, open } = startPosition(board);
  return findBound(board, values, 0, open, { goalOnly: false, limit });
}

const narrowedTo = (board, limit) => narrowBoard(boundOfAllDoors(board, limit), limit);

// A plan by diving, on the board narrowed to ever longer plans.
function constructPlan(board, least, work) {
  for (const limit of [least, Math.min(2 * least + 12, HORIZON), HORIZON]) {
    const narrowed = narrowedTo(board, limit);
    const found = shorterDive(narrowed, least, limit, work);
    if (found) return namedPlan(narrowed, found);
  }
  return null;
}

// The shorter of an eager and a patient dive; the first that is the least possible.
function shorterDive(board, least, limit, work) {
  let found = null;
  for (const patient of [false, true]) {
    const plan = dive(board, work, { limit, patient });
    if (plan && (!found || plan.length < found.length)) found = plan;
    if (found && found.length === least) break;
  }
  return found;
}

const namedPlan = (board, holds) => holds.map((place) => board.climb.places[place]);

// ------------------------------------------------------------------ exact search, month by month

// The months proved and the best plan, trying one month more at a time.
function searchPlan(board, least, held, work) {
  for (let months = least; months < (held ? held.length : HORIZON + 1); months += 1) {
    const found = planWithin(board, months, work);
    if (found) return { least: months, held: namedPlan(board, found) };
    if (work.isDone) return { least: months, held };
  }
  return { least: held ? held.length : HORIZON + 1, held };
}

// Positions from which the goal is not reached in time: none that is no better need be tried.
function keepFailures(board) {
  const known = new Map(), counting = new Map();
  const valuesThatCount = ({ open, values }) => {
    if (!counting.has(open.key)) counting.set(open.key, countersOfClosed(board, open));
    return counting.get(open.key).map((counter) => values[counter]);
  };
  const keyOf = ({ month, open }, more) => `${month}|${more}|${open.key}`;
  return {
    covers(position, more = "") {
      const failed = known.get(keyOf(position, more));
      if (!failed) return false;
      const values = valuesThatCount(position);
      return failed.some((one) => one.every((amount, at) => values[at] <= amount));
    },
    add(position, more = "") {
      const key = keyOf(position, more);
      if (!known.has(key)) known.set(key, []);
      const failed = known.get(key);
      if (failed.length < MOST_FAILED_COMPARED) failed.push(valuesThatCount(position));
    },
  };
}

// The counters that some demand of a closed door uses.
function countersOfClosed(board, open) {
  const found = new Set();
  board.demands.forEach((flat, number) => {
    if (open.has[board.routes[board.routeOfDemand[number]].door]) return;
    flat.counting.forEach(({ counter }) => found.add(counter));
  });
  return [...found].sort(byNumber);
}

// A plan of at most so many months, null if there is none or the budget ended.
function planWithin(board, months, work) {
  return searchFrom(board, months, work, {
    choicesAt: (position) => choicesAt(board, position, months, work),
    ending: (position) => (isGoalMet(board, position) ? [] : null),
    moves: Infinity,
  });
}

// The places held from the first month on until `ending` tells the last ones, null if that is never or the budget
// ended. `choicesAt` yields the places to try from a position with so many moves left.
function searchFrom(board, months, work, { choicesAt: choicesFrom, ending, moves }) {
  const failures = keepFailures(board);
  const isCounted = moves !== Infinity;
  const keyOf = (position, left) => (isCounted ? `${left},${position.held}` : "");
  const at = (position, left) => ({ position, left, choices: choicesFrom(position, left) });
  const stack = [at(startPosition(board), moves)];
  while (stack.length && !work.isDone) {
    const { position, left, choices } = stack[stack.length - 1];
    const last = ending(position, left);
    if (last) return [...stack.slice(1).map((one) => one.position.held), ...last];
    const { value: place, done } = position.month < months ? choices.next() : { done: true };
    if (done) {
      failures.add(position, keyOf(position, left));
      stack.pop();
      continue;
    }
    const following = heldFor(board, position, place);
    const after = left - Number(place !== position.held);
    if (!failures.covers(following, keyOf(following, after))) stack.push(at(following, after));
  }
  return null;
}

// Yields the places worth holding next, what the bound says first; nothing where the bound shows that the goal cannot
// be reached in time.
function* choicesAt(board, position, months, work) {
  if (!work.spend(board.cost)) return;
  const bound = boundAt(board, position, months);
  if (goalOf(bound) > months) return;
  const first = nextAction(bound, position).place;
  yield first;
  yield* worthwhilePlaces(board, bound.left, position).filter((place) => place !== first);
}

// The open places that no other open place does better than. A place is worth the counters it moves of demands still
// asked, of doors still closed. What a place is worth only shrinks, so one that is beaten stays beaten.
function worthwhilePlaces(board, left, position) {
  const counting = new Set();
  board.demands.forEach((flat, number) => {
    if (left[number] <= 0 || position.open.has[board.routes[board.routeOfDemand[number]].door]) return;
    flat.counting.forEach(({ counter }) => counting.add(counter));
  });
  const worth = position.open.list
    .map((place) => ({ place, gains: board.gains[place].filter((counter) => counting.has(counter)) }))
    .sort((one, other) => other.gains.length - one.gains.length
      || Number(one.place !== position.held) - Number(other.place !== position.held) || one.place - other.place);
  const kept = [];
  for (const one of worth) {
    if (!kept.some((other) => one.gains.every((counter) => other.gains.includes(counter)))) kept.push(one);
  }
  return kept.map(({ place }) => place);
}

// ------------------------------------------------------------------ ties: fewest moves, then what is preferred sooner

// A plan of the same months with fewest moves; of those, the place preferred sooner. Where the work ends first,
// the plan as it is.
function fewestMoves(board, held, work) {
  for (let moves = 0; ; moves += 1) {
    const found = planWithMoves(board, held.length, moves, work);
    if (found) return namedPlan(board, found);
    if (work.isDone) return held;
  }
}

function planWithMoves(board, months, moves, work) {
  return searchFrom(board, months, work, {
    choicesAt: (position, left) => (left ? movesFrom(board, position, months, work) : [].values()),
    ending: (position, left) => endingWithoutMoves(board, position, left, months),
    moves,
  });
}

// Where no move is left, the class held until the goal is met in its month.
function endingWithoutMoves(board, position, left, months) {
  const rest = months - position.month;
  return !left && isGoalMet(board, heldFor(board, position, position.held, rest)) ? repeated(position.held, rest) : null;
}

// Yields every open place, preferred ones first, and the one held last; nothing where time has run out.
function* movesFrom(board, position, months, work) {
  if (!work.spend(board.cost) || goalOf(boundAt(board, position, months)) > months) return;
  yield* position.open.list.filter((place) => place !== START_PLACE && place !== position.held);
  yield position.held;
}
