// Choices out of lists, in order.

// Returns every choice of one from each list, the last list changing fastest.
export function productOf(lists) {
  return lists.reduce((found, list) => found.flatMap((begun) => list.map((one) => [...begun, one])), [[]]);
}

// Returns every choice of so many of the values, in their order.
export function combinationsOf(values, size) {
  if (size === 0) {
    return [[]];
  }
  return values.flatMap((value, place) =>
    combinationsOf(values.slice(place + 1), size - 1).map((rest) => [value, ...rest]));
}
