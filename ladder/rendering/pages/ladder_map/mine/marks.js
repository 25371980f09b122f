// How a class is marked on the map: by sign and word, and by color besides.
import { say } from "../messages.js";
import { A_YEAR } from "../my_words.js";


export function markOf(answer) {
  const { status, months, if_conditions_met: met } = answer;
  if (status === "now") return { look: "now", text: say("mark.now") };
  if (status === "after") {
    const years = Math.floor(months / A_YEAR), rest = months % A_YEAR;
    const time = [years ? say("mark.years", { count: years }) : "", rest ? say("mark.months", { count: rest }) : ""].filter(Boolean).join(" ");
    return months <= A_YEAR ? { look: "soon", text: say("mark.soon", { time }) } : { look: "later", text: say("mark.later", { time }) };
  }
  if (status === "unknown" || met) return { look: "depends", text: say("mark.depends") };
  return { look: "never", text: say("mark.never") };
}
