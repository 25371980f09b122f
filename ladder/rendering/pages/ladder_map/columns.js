// Values out of columns, as ladder/rendering/packed_columns.py makes them.

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
  const known = new Map(), form = readValues(ofEach);
  for (const [name, column] of Object.entries(columns)) known.set(name, readerOf(column));
  return () => {
    const made = {};
    for (const name of forms[form()]) made[name] = known.get(name)();
    return made;
  };
}
