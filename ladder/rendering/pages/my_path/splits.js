// How the service of one month is split where it could be credited in several ways.
//
// A month of service is credited once to a requirement, directly or by a substitution that has a rate and a maximum,
// in the split that credits most (docs/semantics.md, C2). What is credited is the least of a few sums, one for each way to let
// some of the substitutions be used up to their maximum (the least cut of a flow of months).
//
// A source is what service counts by: 0 is direct service, n the n-th substitution. A way is { usedUp, levels }, the
// levels [weight, sources]: the months of service by any of the sources together count at that weight.

import { productOf } from "./choices.js";
import { add, compare, divide, multiply, subtract, sumOf } from "./exact.js";

const DIRECT_ONLY = [{ usedUp: 0, levels: [[1, [0]]] }];

// Returns the ways whose least is what is credited; of no substitutions, direct service alone.
export function waysOf(capped) {
  if (!capped.length) {
    return DIRECT_ONLY;
  }
  const rates = risingAmounts([1, ...capped.map((one) => one.rate)]);
  const choices = capped.map(({ rate, atMostMonths }) => {
    const lower = rates.filter((one) => compare(one, rate) < 0);
    return atMostMonths === null ? [rate] : [0, ...lower, rate];
  });
  return productOf([[1], ...choices]).map((weights) => wayOf(weights, capped));
}

// Returns the amounts in rising order, each once.
function risingAmounts(amounts) {
  const rising = [...amounts].sort(compare);
  return rising.filter((one, place) => !place || compare(one, rising[place - 1]) !== 0);
}

// Returns the bound in which each source counts at a weight of its rate or less.
function wayOf(weights, capped) {
  const usedUp = capped.map(({ rate, atMostMonths }, place) => {
    const part = divide(subtract(rate, weights[place + 1]), rate);
    return atMostMonths === null ? 0 : multiply(part, atMostMonths);
  });
  const steps = risingAmounts([0, ...weights]);
  const levels = steps.slice(1).map((upper, place) => {
    const sources = weights.flatMap((weight, source) => (compare(weight, upper) >= 0 ? [source] : []));
    return [subtract(upper, steps[place]), sources];
  });
  return { usedUp: sumOf(usedUp), levels };
}

// Returns the months by the bound, given what tells the months of service by a set of sources.
export function creditedBy(way, service) {
  return way.levels.reduce((total, [weight, sources]) => add(total, multiply(weight, service(sources))), way.usedUp);
}
