// Values out of columns, as ladder/rendering/columns.py makes them.

const COLUMN_READERS = [readValues, readLists, readObjects];

export function fromColumns(column) {
  return readerOf(column)();
}

const readerOf = ([kind, ...rest]) => COLUMN_READERS[kind](...rest);

function readValues(values) {
  let at = 0;
  return () => values[at++];
}

function readLists(lengths, column) {
  const next = readerOf(column), length = readValues(lengths);
  return () => Array.from({ length: length() }, next);
}

function readObjects(forms, ofEach, columns) {
  const next = Object.entries(columns).map(([name, column]) => [name, readerOf(column)]);
  const known = new Map(next), form = readValues(ofEach);
  return () => {
    const made = {};
    for (const name of forms[form()]) made[name] = known.get(name)();
    return made;
  };
}
