// Classes and steps in full, out of what ladder/rendering/short_classes.py makes of them.
import { fromColumns } from "./columns.js";

const NAMED = /\x80([0-9]*)\x80/g;

// The data of the page, with its classes and steps as the page's parts take them. `titles` are those in the page's words.
export function wholeData({ classes, steps, jurisdictions, home, className, ...data }, titles) {
  const known = fromColumns(classes).map((one, place) => {
    const title = one.title ?? titles[place];
    return { ...one, title, id: one.id ?? `${home}/${one.code}`, name: one.name ?? nameBy(className, { ...one, title }) };
  });
  const told = fromColumns(steps).map((step) => ({ ...step, from: known[step.from].id, to: known[step.to].id }));
  const into = new Map(known.map((one) => [one.id, []]));
  told.forEach((step, place) => into.get(step.to).push(place));
  for (const one of known) {
    one.into = one.into.map((letter, at) => (Array.isArray(letter) ? letter : [into.get(one.id)[at], letter]));
  }
  return { ...data, classes: known, steps: told, jurisdictions: fromColumns(jurisdictions) };
}

const nameBy = (pattern, one) => pattern.replace(/\{(title|code|short)\}/g, (_, field) => one[field] ?? "");

// The labels of the boxes of the classes: title in lines, what stands below it, how much is known.
export function wholeLabels(labels, classes) {
  return fromColumns(labels).map(([lines, ...others], place) => [typeof lines === "string" ? lines : brokenAt(classes[place].title, lines), ...others]);
}

const brokenAt = (title, breaks) => breaks.reduce((lines, at) => lines.slice(0, at) + "\n" + lines.slice(at + 1), title);

// What the records of the classes say, by class id: lists of label, text and letter, and the sources by letter.
export function wholeRecords({ facts, sources }, classes) {
  const named = (text) => text.replace(NAMED, (_, place) => (place ? classes[place].name : "\x80"));
  const told = fromColumns(facts), cited = fromColumns(sources);
  return new Map(classes.map(({ id }, at) => [id, { facts: told[at].map(([label, text, letter]) => [label, named(text), letter]), sources: cited[at] }]));
}

// The catalog of the page, with the titles of its classes; its tables are read when somebody first asks.
export function wholeCatalog({ records, tables }, classes) {
  const titles = new Map(classes.map(({ id, title }) => [id, title])), catalog = fromColumns(records);
  for (const one of catalog.classes) one.title = titles.get(`${one.jurisdiction}/${one.code || one.slug}`);
  return { ...catalog, tables: () => fromColumns(JSON.parse(tables)) };
}
