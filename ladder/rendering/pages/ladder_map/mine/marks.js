// How a class is marked on the map: by sign and word, and by color besides.
import { say } from "../messages.js";
import { A_YEAR } from "../my_words.js";
import { shortMonth } from "./paper_ladder.js";

// In which group of My path an answer stands.
export function reachOf({ status, months }) {
  if (status === "now") return "now";
  if (status === "after") return months <= A_YEAR ? "soon" : "later";
  return status === "unknown" ? "unknown" : "else";
}

export function markOf(answer) {
  const { status, months, month, between, if_conditions_met: met } = answer;
  if (status === "now") return { look: "now", text: say("mark.now") };
  if (status === "after") {
    const when = between ? say("mark.latest", { month: shortMonth(month) }) : shortMonth(month);
    return months <= A_YEAR ? { look: "soon", text: say("mark.soon", { when }) } : { look: "later", text: say("mark.later", { when }) };
  }
  if (status === "unknown" || met) return { look: "depends", text: say("mark.depends") };
  return { look: "never", text: say("mark.never") };
}
