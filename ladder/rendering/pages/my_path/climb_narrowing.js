// Leaves out of a climb what no plan of so many months uses.

import { START_PLACE, layOut, monthsToFill } from "./climb_board.js";
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
