// Chips: what HR decides, and what there is to know, each with its words and its source behind one click.
import { makeElement } from "../details.js";
import { isMessage, say } from "../messages.js";
import { citeSource, tellCondition, withCapital } from "../my_words.js";

// Codes of what a person at the agency judges; the rest is to be known.
const JUDGED = new Set([
  "ABILITY", "CLOSELY_RELATED", "EQUIVALENT", "EQUIVALENT_COMBINATION", "EXCLUSION", "FIELD_MATCH", "HIRING_AUTHORITY", "KIND_OF_EXPERIENCE",
  "LEAD", "LETTER", "ORDER", "PART", "PAY_GRADE", "PROFESSIONAL", "QUALITY", "RECENCY", "RELATED_FIELD", "SELECTION", "UNREAD",
]);
// What each move tells in words of its own, or says of the answer and not of the work.
const TOLD_ELSEWHERE = new Set(["INTERNAL", "STATE_EMPLOYEE", "PERMANENT", "TARGET_CLASS", "HORIZON", "ENTRY_UNKNOWN"]);

export const isJudged = (code) => JUDGED.has(code);

// What a condition is called in few words; "" where nothing short is known of it.
export function briefOf(code) {
  return isMessage(`route.page.hr.${code}`) ? say(`route.page.hr.${code}`) : "";
}

// A chip that opens: its few words, then what it means and where that is printed.
export function chipOf(label, told, { isByHr }) {
  const chip = makeElement("details", undefined, { class: isByHr ? "told-chip by-hr" : "told-chip" });
  chip.append(makeElement("summary", label, { dir: "auto" }));
  for (const condition of told) {
    const { source } = condition, line = makeElement("p", tellCondition(condition), { dir: "auto" });
    if (source) line.append(" ", makeElement("span", say("route.page.source", { source: citeSource(source) }), { class: "source" }));
    chip.append(line);
  }
  return chip;
}

// The chips of an answer: each thing once, what HR judges first.
export function chipsOf(conditions) {
  const byLabel = new Map();
  for (const one of conditions.filter(({ code, effect }) => effect !== "asked" && effect !== "closed" && !TOLD_ELSEWHERE.has(code))) {
    const label = withCapital(briefOf(one.code) || say("route.page.hr_other"));
    const before = byLabel.get(label) ?? { told: [], isByHr: isJudged(one.code) };
    byLabel.set(label, { ...before, told: [...before.told, one] });
  }
  const found = [...byLabel].map(([label, { told, isByHr }]) => ({ label, told, isByHr }));
  return [...found.filter((one) => one.isByHr), ...found.filter((one) => !one.isByHr)];
}
