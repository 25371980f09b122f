// What is to be done in each class of a route: a column for each.
import { makeElement } from "../details.js";
import { isMessage, say } from "../messages.js";
import { citeSource, spellMonths } from "../my_words.js";
import { briefOf, chipOf, isJudged } from "./chips.js";
import { tellStrong } from "./strong.js";

const PLAIN = new Set(["EQUIVALENT", "LEAD"]);
// What HR looks at for every class alike, at selection: told once, beside the route.
const FOR_EVERY_CLASS = new Set(["SELECTION", "HIRING_AUTHORITY"]);

// Whether a title is said with a vowel first, as "an Analyst" is.
export function isVowelFirst(title) {
  return /^(?:[aeio]|u(?!n[io]|s[aeiu]|t[aeiou]))/iu.test(title);
}

// "As a Secretary", "As an Analyst".
export function asClass(title) {
  return say(isVowelFirst(title) ? "route.page.as_vowel" : "route.page.as", { title });
}

// The one who judges: each condition of a move that a person decides about, in few words, with what it means.
function judgedOf(move, entered, textOf) {
  const isOwn = (code) => isJudged(code) && !FOR_EVERY_CLASS.has(code);
  const own = entered.conditions.filter(({ code }) => isOwn(code));
  const codes = move.conditions.filter((code) => isOwn(code) && code !== "LEAD" && !own.some((one) => one.code === code));
  return [...own, ...codes.map((code) => ({ code, text: textOf(code), source: move.source }))];
}

function holdMessage(flight, { isByLevel }) {
  if (!flight.months) return "route.page.hold_none";
  if (flight.move.kind === "programme_completion") return "route.page.hold_program";
  if (flight.move.kind === "open_route") return "route.page.hold_open";
  return isByLevel ? "route.page.hold_level" : "route.page.hold";
}

// What must hold for moves, each thing once: in the column of the first move that it is asked for.
export function needsOnce(flights) {
  const told = new Set();
  return flights.map(({ move }) => {
    const fresh = (move?.conditions ?? []).filter((one) => !PLAIN.has(one) && !told.has(one) && isMessage(`route.page.needs.${one}`));
    fresh.forEach((one) => told.add(one));
    return fresh.map((one) => say(`route.page.needs.${one}`));
  });
}

// The column of a flight, but for the goal's.
export function todoItem(flight, next, { textOf, isByLevel, needs }) {
  const item = makeElement("li");
  item.append(makeElement("h3", asClass(flight.title), { dir: "auto" }), whereLine(flight));
  const line = tellStrong(makeElement("p"), holdMessage(flight, { isByLevel }), { time: spellMonths(flight.months) });
  line.append(...needs.map((text) => ` ${text}`));
  item.append(line, ...sourceOf(flight.move.source));
  if (flight.stripe) item.append(tellStrong(makeElement("p"), "route.page.lead_here", { count: flight.stripe.months }), chipOf(say("route.page.supervisor"), [{ text: textOf("LEAD"), source: null }], { isByHr: true }));
  if (isByLevel) item.append(chipOf(say("route.page.hr_decides", { what: briefOf("EQUIVALENT") }), [{ text: say("route.page.level_means", { title: flight.title }), source: flight.move.source }], { isByHr: true }));
  for (const one of judgedOf(flight.move, next.spec, textOf).filter(({ code }) => !isByLevel || code !== "EQUIVALENT")) {
    const what = briefOf(one.code) || say("route.page.hr_other");
    item.append(chipOf(say("route.page.hr_decides", { what }), [one], { isByHr: true }));
  }
  return item;
}

// When and for what pay: told aloud always, and shown where the drawing has no room for it.
export function whereLine(flight) {
  const where = makeElement("p", flight.when, { class: "where" });
  if (flight.pay) where.append(" \u00b7 ", flight.pay);
  if (flight.gain) where.append(" ", makeElement("span", flight.gain, { class: flight.isLoss ? "loss" : "gain" }));
  return where;
}

export function goalItem(flight) {
  const item = makeElement("li", undefined, { class: "goal" });
  item.append(makeElement("h3", flight.title, { dir: "auto" }), whereLine(flight));
  return item;
}

function sourceOf(source) {
  const cited = citeSource(source);
  if (!cited) return [];
  const made = makeElement("details", undefined, { class: "cited" });
  made.append(makeElement("summary", say("route.page.asked_where")), makeElement("p", cited, { class: "source", dir: "auto" }));
  return [made];
}
