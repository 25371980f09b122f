// Classes and steps in full, out of what ladder/rendering/short_classes.py makes of them.
import { fromColumns } from "./columns.js";

// The data of the page, with its classes and steps as the page's parts take them.
export function wholeData({ classes, steps, home, className, ...data }) {
  const known = fromColumns(classes).map((one) => ({ ...one, id: one.id ?? `${home}/${one.code}`, name: one.name ?? nameBy(className, one) }));
  const told = fromColumns(steps).map((step) => ({ ...step, from: known[step.from].id, to: known[step.to].id }));
  const into = new Map(known.map((one) => [one.id, []]));
  told.forEach((step, place) => into.get(step.to).push(place));
  for (const one of known) {
    one.into = one.into.map((letter, at) => (Array.isArray(letter) ? letter : [into.get(one.id)[at], letter]));
  }
  return { ...data, classes: known, steps: told };
}

const nameBy = (pattern, one) => pattern.replace(/\{(title|code|short)\}/g, (_, field) => one[field] ?? "");
