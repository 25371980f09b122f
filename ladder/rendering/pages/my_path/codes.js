// Sets of condition codes, and of other text, as values: never changed once they are made.

// The empty set.
export const NOTHING = new Set();

// Lead duty: asked where it is undeclared; shown where service counts that is declared or planned as lead work.
export const LEAD = new Set(["LEAD"]);

// Returns a set of everything in the sets; one of them where the others are empty.
export function unionOf(...sets) {
  const filled = sets.filter((one) => one.size);
  return filled.length < 2 ? filled[0] || NOTHING : new Set(filled.flatMap((one) => [...one]));
}

// Returns the set without what the other holds.
export function without(one, other) {
  return other.size ? new Set([...one].filter((code) => !other.has(code))) : one;
}

// Returns what both sets hold.
export function sharedBy(one, other) {
  return other.size ? new Set([...one].filter((code) => other.has(code))) : NOTHING;
}

// Whether an id comes before another in code order, as -1, 0 or 1.
export const byCode = (one, other) => (one < other ? -1 : Number(one > other));
