// What a route comes to, as a story to be told: its state, the time, the month, and on which conditions.
import { revisionOf } from "../my_words.js";

// The codes on which service at the start hangs that nobody has declared: each is a question that a person answers in place.
// The story of what the engine found: { state, answer, accepted, asked, rest }. `found` is what the engine says, `hopeful` what
// it says once the conditions of `found` are taken as true, or null.
export function storyOf(found, hopeful) {
  const { best } = found;
  if (!best) return { state: "no_path", answer: null, found };
  if (best.months !== null) return { state: best.months ? "after" : "now", answer: best, found };
  if (best.if_conditions_met && hopeful?.best?.months != null) {
    return { state: "if", answer: hopeful.best, conditions: best.if_conditions_met.conditions, found };
  }
  return { state: unmetState(best), answer: best, found };
}

function unmetState({ status, conditions }) {
  const has = (code) => conditions.some((one) => one.code === code);
  if (status === "unknown") return has("ENTRY_UNKNOWN") ? "unknown_class" : "unknown";
  return has("HORIZON") ? "beyond" : "never";
}

// The months of lead work that the classes entered on the way ask, where one figure is asked; null where it is not one.
export function leadMonthsAsked(answer, specOf) {
  const entered = answer.steps.map((step) => specOf(step.to));
  const asked = entered.flatMap((spec) => (spec.qualifications?.requirements ?? []).filter((rule) => rule.kind === "experience" && rule.lead).map((rule) => rule.months));
  return new Set(asked).size === 1 ? asked[0] : null;
}

// Whether a route's own rules are known as far as a page may say "no degree asked".
const UNSURE_OF_STUDY = new Set(["EDUCATION", "INSTEAD_OF_EDUCATION", "PARTIAL_RECORD", "SCHOOL", "UNITS", "UNREAD", "EQUIVALENT_COMBINATION"]);

export function isStudySure({ conditions }) {
  return !conditions.some(({ code }) => UNSURE_OF_STUDY.has(code));
}

// The months between which the rules of these classes are dated, as "2018-02"; null where one bears no date.
export function datesOfRules(specs) {
  const dates = specs.map((spec) => revisionOf(spec).slice(0, 7)).filter(Boolean).sort();
  return dates.length === specs.length && dates.length ? { first: dates[0], last: dates.at(-1) } : null;
}
