// What somebody from outside the agency may enter a class by: work elsewhere alone, counted from today at full time.
import { assess, planOf } from "../../my_path/eligibility.js";
import { readHistory } from "../../my_path/profile.js";
import { rulesOf } from "../../my_path/rules.js";
import { say, sayList } from "../messages.js";
import { spellMonths } from "../my_words.js";
import { ASSUMED_ON_DAY_ONE } from "./day_one.js";

// Returns { answer, told } of the soonest route that asks nothing but work which anybody may have done; null where there is none.
export function outsideWay({ catalog, words, asOf }, target, accepted) {
  const routes = (rulesOf(catalog, target)?.routes ?? []).filter(({ needs }) => needs.every(isOpen));
  if (!routes.length) return null;
  const present = { title: "-", counts_toward: [...new Set(routes.flatMap(({ needs }) => needs.map(({ reference }) => reference)))] };
  const { history, faults } = readHistory({ as_of: asOf, standing: { internal: false, state_employee: false }, present }, catalog, { asOf });
  if (faults.length) return null;
  const plan = planOf({ kind: "stay", assumed: accepted.filter((code) => !ASSUMED_ON_DAY_ONE.includes(code)) });
  const answer = assess(catalog, history, target, plan, words), route = routes.find(({ id }) => answer.routes.includes(id));
  return route && answer.months ? { answer, told: outsideMessage(route.needs) } : null;
}

// Whether a need is service of no class, standing or schooling that the rules name.
function isOpen({ kind, standing, schooling, service }) {
  return kind === "service" && !standing && !schooling && Boolean(service.reference) && !service.named.size;
}

// The longest need is the work as a whole; the others are parts of it.
function outsideMessage(needs) {
  const [, ...parts] = needs.toSorted((one, other) => other.askedMonths - one.askedMonths);
  const told = parts.map(({ lead, askedMonths }) => say(lead ? "route.page.outside_lead" : "route.page.outside_special", { time: spellMonths(askedMonths) }));
  return told.length ? ["route.page.way_outside_parts", { parts: sayList(told) }] : ["route.page.way_outside", {}];
}
