// Choices out of lists, in order.

// Returns every choice of one from each list, the last list changing fastest.
export function productOf(lists) {
  return lists.reduce((found, list) => found.flatMap((begun) => list.map((one) => [...begun, one])), [[]]);
}

// Yields every choice of some of the values but not all, smaller ones first, in their order.
export function* smallerChoices(values) {
  for (let size = 1; size < values.length; size += 1) yield* choicesOf(values, size, 0);
}

function* choicesOf(values, size, from) {
  if (size === 0) {
    yield [];
    return;
  }
  for (let place = from; place <= values.length - size; place += 1) {
    for (const rest of choicesOf(values, size - 1, place + 1)) yield [values[place], ...rest];
  }
}
