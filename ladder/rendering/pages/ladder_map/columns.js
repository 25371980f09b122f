// Values out of columns, as ladder/rendering/packed_columns.py makes them.

const COLUMN_READERS = [readValues, readLists, readObjects, readRecords, readChoices, readRises, readNumbered, readKnown, readMostly];
// Hundreds of lists are empty: all of them are this one, which nobody can put anything into.
const NO_PARTS = Object.freeze([]);
const NUMBER_SLOT = "\x7f";

export function fromColumns(column) {
  return readerOf(column)();
}

const readerOf = ([kind, ...rest]) => COLUMN_READERS[kind](...rest);

function readValues(values) {
  let at = 0;
  return () => values[at++];
}

function readLists(lengths, column) {
  const next = readerOf(column), length = readerOf(lengths);
  return () => {
    const count = length();
    return count ? Array.from({ length: count }, next) : NO_PARTS;
  };
}

function readObjects(forms, ofEach, columns) {
  const known = new Map(), form = readerOf(ofEach);
  for (const [name, column] of Object.entries(columns)) known.set(name, readerOf(column));
  return () => {
    const made = {};
    for (const name of forms[form()]) made[name] = known.get(name)();
    return made;
  };
}

function readRecords(columns) {
  const parts = columns.map(readerOf);
  return () => parts.map((next) => next());
}

function readChoices(column, places) {
  const next = readerOf(column), place = readerOf(places), known = [];
  return () => {
    const at = place();
    while (known.length <= at) known.push(next());
    return known[at];
  };
}

function readRises(rises) {
  let last = 0, at = 0;
  return () => (last += rises[at++]);
}

function readKnown(flags, column) {
  const isKnown = readerOf(flags), next = readerOf(column);
  return () => (isKnown() ? next() : null);
}

function readMostly(value, gaps, column) {
  const next = readerOf(column);
  let at = 0, left = gaps[0] ?? -1;
  return () => {
    if (left--) return value;
    left = gaps[++at] ?? -1;
    return next();
  };
}

function readNumbered(patterns, ofEach, columns) {
  const pieces = patterns.map((pattern) => pattern.split(NUMBER_SLOT)), which = readerOf(ofEach);
  const numbers = columns.map((slots) => slots.map(readerOf));
  return () => {
    const at = which(), [first, ...others] = pieces[at];
    return others.reduce((text, piece, slot) => text + numbers[at][slot]() + piece, first);
  };
}
