// What is missing for a class, in the same words wherever it is told: each requirement by the time that is left of it, and
// by the classes or the kind of work in which that is served.
import { say, sayList } from "./messages.js";
import { calledName, spellMonths, withTitles } from "./my_words.js";

// Each smallest set of requirements that would be enough, in words: "1 year as Chief Clerk; and a license".
export function waysMissing({ missing, requirements }, catalog) {
  const traces = new Map((requirements ?? []).map((one) => [one.id, one]));
  return (missing ?? []).map((set) => set.map((reference) => missingOne(reference, catalog, traces.get(reference))).reduce((before, what) => say("missing.too", { before, what })));
}

// All the sets as one text: "1 year as Chief Clerk. Or: 2 years as Cashier"; "" where none is known.
export function missingWords(answer, catalog) {
  const sets = waysMissing(answer, catalog);
  return sets.length ? sets.reduce((before, what) => say("missing.or", { before, what })) : "";
}

function missingOne(reference, catalog, trace) {
  const titleOf = (id) => catalog.classes.get(id)?.title, rule = catalog.ruleBehind(reference);
  const [name, ...told] = inShort(reference, rule, { trace, titleOf });
  const besides = [...told, trace?.left === 0 && say("missing.has_time"), rule?.besides].filter(Boolean);
  return besides.length ? say("missing.named", { name, what: besides.reduce((first, last) => say("list.clauses", { first, last })) }) : name;
}

// What is missing by its time and classes, or by its name, and what the record says of it.
function inShort(reference, rule, { trace, titleOf }) {
  const [, id] = reference.split("#"), name = calledName(id, titleOf);
  const what = withTitles(rule?.what || trace?.what || "", titleOf).replace(/\.$/u, ""), asked = rule?.months || trace?.asked;
  if (!asked) return [name, what];
  const time = timeLeft(trace?.left || asked);
  if (rule?.lead) return [say("missing.lead", { time })];
  const served = servedIn(rule, id);
  if (!served.length) return [say("missing.of", { time, what: what || name })];
  const titles = sayList(served.map((one) => titleOf(one.class)), "list.or");
  return [say("missing.as", { time, titles }), served.some((one) => one.certainty === "level") && say("missing.or_level")];
}

// The classes that a requirement names; that of a traineeship stands in its name alone.
function servedIn(rule, name) {
  if (rule?.named) return [rule.named];
  if (rule?.classes?.length) return rule.classes;
  const [kind, id] = name.split(":");
  return kind === "sub" && id ? [{ class: id }] : [];
}

function timeLeft(months) {
  return Number.isInteger(months) ? spellMonths(months) : say("time.months", { count: months });
}
