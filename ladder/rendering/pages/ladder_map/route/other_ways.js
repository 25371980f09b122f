// Other ways to the same class: by other classes, from a higher start, with a degree. Each is worked out as the first answer
// is, one at a time, so that no key waits; nothing is estimated.
import { dollarsOf, unitWords } from "../dollars.js";
import { say, sayList } from "../messages.js";
import { spellMonth, spellMonths, spellSpan } from "../my_words.js";
import { outsideWay } from "./outside.js";
import { isVowelFirst } from "./todo.js";
import { gainBetween, lowestPay, ownUnit } from "./flights.js";

export const MOST_OTHERS = 3;
const MOST_STARTS = 6, STARTS_SHOWN = 2;
const DEGREES = ["associate", "bachelor"];

const classesOn = (answer) => answer.steps.map((step) => step.to).slice(0, -1);

// How long another way takes beside the first: "Same time", "1 year longer", "6 months sooner".
export function besideWords(months, first) {
  if (months === first) return say("route.page.same_time");
  return say(months > first ? "route.page.longer" : "route.page.sooner", { time: spellMonths(Math.abs(months - first)) });
}

// Another ladder as a row: which classes it takes in place of which, and what the first that differs pays more or less. `told`
// is a message with its fields; what is strong in it leads to the class `leadsTo`.
export function otherLadder(other, best, specOf) {
  const [own, taken] = [classesOn(other), classesOn(best)];
  const added = own.filter((id) => !taken.includes(id)), left = taken.filter((id) => !own.includes(id));
  return { time: spellSpan(other), beside: besideWords(other.months, best.months), leadsTo: added[0], told: ladderMessage(added, left, specOf), price: priceOf(added[0], left[0], specOf, other) };
}

function ladderMessage(added, left, specOf) {
  const names = (ids) => sayList(ids.map((id) => specOf(id).title));
  if (!added.length) return left.length ? ["route.page.way_without", { left: names(left) }] : ["route.page.way_same", {}];
  return left.length ? ["route.page.way_instead", { added: names(added), left: names(left) }] : ["route.page.way_through", { added: names(added) }];
}

function priceOf(added, left, specOf, other) {
  const month = spellMonth(other.month);
  if (!added || !left) return month;
  const unit = ownUnit(specOf(left)), gain = unit && gainBetween(specOf(left), specOf(added), unit);
  if (!gain || !Number(gain)) return month;
  const message = gain.startsWith("-") ? "route.page.price_less" : "route.page.price_more";
  return say("route.page.price", { month, price: say(message, { amount: dollarsOf(gain.replace("-", "")), unit: unitWords(unit) }) });
}

// Classes from which one might be sooner: those with a step into a class of the route, not on it themselves, which pay more at
// the start than the first class, where both print it. Those nearest to the goal come first.
export function higherStarts(catalog, best, start) {
  const specOf = (id) => catalog.classes.get(id), on = [start, ...best.steps.map((step) => step.to)];
  const found = new Set();
  for (const id of on.slice(1).toReversed()) {
    for (const { feederClass } of catalog.stepsInto(id)) {
      if (!on.includes(feederClass) && specOf(feederClass) && paysMore(specOf(start), specOf(feederClass))) found.add(feederClass);
    }
  }
  return [...found].slice(0, MOST_STARTS);
}

function paysMore(lower, upper) {
  const unit = ownUnit(lower);
  if (!unit || lowestPay(upper, unit) === null) return false;
  const gain = gainBetween(lower, upper, unit);
  return gain !== null && Number(gain) > 0;
}

function startMessage(title) {
  return [isVowelFirst(title) ? "route.page.way_from_vowel" : "route.page.way_from", { title }];
}

// The rows for starts: the soonest first, those alone that are sooner than the first answer.
export function startRows(answers, best, specOf) {
  const sooner = answers.filter(({ answer }) => answer.months !== null && answer.months < best.months);
  sooner.sort((one, other) => one.answer.months - other.answer.months);
  return sooner.slice(0, STARTS_SHOWN).map(({ start, answer }) => ({
    time: spellSpan(answer), beside: say("route.page.start_higher"), start, told: startMessage(specOf(start).title), price: answer.months ? spellMonth(answer.month) : say("route.page.at_once"),
  }));
}

// What is still to be worked out after the first answer, as functions that give rows, one a turn.
export function* waysToAsk({ dayOne, start, target, best, specOf, accepted, leadIn }) {
  const asked = { accepted, leadIn };
  let left = null;
  yield () => {
    const found = dayOne.ask(start, target, { ...asked, alternatives: MOST_OTHERS });
    left = found.truncated || found.stopped;
    return found.alternatives.filter(({ months }) => months !== null).map((other) => otherLadder(other, best, specOf));
  };
  for (const level of DEGREES) {
    yield () => {
      const { best: again } = dayOne.ask(start, target, { ...asked, profile: { education: { degrees: [{ level }] } } });
      if (again?.months == null || again.months >= best.months) return [];
      return [{ time: spellSpan(again), beside: besideWords(again.months, best.months), told: ["route.page.way_degree", { degree: say(`degree.${level}`) }], price: again.months ? spellMonth(again.month) : say("route.page.at_once") }];
    };
  }
  const starts = [];
  for (const id of higherStarts(dayOne.catalog, best, start)) {
    yield () => {
      const answer = dayOne.ask(id, target, { accepted, leadIn }).best;
      if (answer) starts.push({ start: id, answer });
      return [];
    };
  }
  yield () => startRows(starts, best, specOf);
  yield () => {
    const found = outsideWay(dayOne, target, accepted);
    return found ? [{ time: spellSpan(found.answer), beside: besideWords(found.answer.months, best.months), told: found.told, price: spellMonth(found.answer.month) }] : [];
  };
  yield () => (left ? [{ note: say("route.page.more_ways") }] : []);
}
