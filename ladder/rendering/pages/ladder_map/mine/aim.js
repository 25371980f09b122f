// The class aimed at: its answer in a sentence under the facts, and the ways to it; without one, what comes next.
import { makeElement, paragraphOf } from "../details.js";
import { say } from "../messages.js";
import { printMonth, readMonth } from "../../my_path/months.js";
import { citeSource, noLadderWords, routeWords, spellMonth, spellMonths, spellSpan } from "../my_words.js";
import { tellStrong } from "../route/strong.js";
import { mine } from "./reading.js";
import { conditionLists } from "./why.js";

export class MyAim {
  constructor({ words }) {
    this.words = words;
  }

  // Says the sentence, once for all that changes.
  say(sentence) {
    if (mine("aim-answer").textContent !== sentence) mine("aim-answer").textContent = sentence;
  }

  clear() {
    this.found = null;
    this.say("");
    mine("ladders").hidden = true;
  }

  // What comes next, where no class is aimed at.
  tellNext(next, lead) {
    this.found = null;
    mine("ladders").hidden = true;
    const told = next ? say("my.next", { title: this.words.titleOf(next.target), when: this.time(next) }) : say("my.next_none");
    this.say([lead, told].filter(Boolean).join(" "));
  }

  time(answer) {
    return answer.status === "now" ? say("my.time_now") : say("my.aim_time", { time: spellSpan(answer), month: spellMonth(answer.month) });
  }

  // The answer about the class aimed at, without a path where there is no one class that it could begin in.
  tellAlone(answer, lead) {
    this.found = null;
    mine("ladders").hidden = true;
    this.say([lead, this.sentence(answer)].filter(Boolean).join(" "));
  }

  sentence(answer) {
    const { words } = this, title = words.titleOf(answer.target);
    const when = answer.months === null ? words.month(answer) : this.time(answer);
    const more = answer.months === null ? [words.why(answer, { isStaying: false })] : [words.onCondition(answer), words.filing(answer), words.appointment(answer)];
    return [say("my.aim_told", { title, when }), ...more].filter(Boolean).join(" ");
  }

  // The paths to the class aimed at: the best, others, and where the search ended.
  tell(found, target) {
    this.found = found;
    this.say(found.best ? this.sentence(found.best) : noLadderWords(found, this.words.titleOf));
    const isPath = Boolean(found.best?.steps.length);
    mine("ladders").hidden = !isPath;
    if (!isPath) return;
    mine("ladders-heading").textContent = say("my.way_to", { title: this.words.titleOf(target) });
    const parts = this.ladder(found.best);
    for (const other of found.alternatives ?? []) parts.push(...this.ladder(other, say("my.another_way", { when: this.time(other) })));
    if (found.stopped) parts.push(paragraphOf(say("my.stopped")));
    if (found.truncated) parts.push(paragraphOf(say("my.not_all")));
    mine("ladders-body").replaceChildren(...parts);
  }

  ladder(answer, heading = "") {
    const list = makeElement("ol", undefined, { class: "way" }), proof = conditionLists(answer.conditions);
    list.append(...answer.steps.map((step) => this.moveItem(step, answer)));
    return [...(heading ? [makeElement("h4", heading)] : []), list, ...(proof.length ? [folded(say("my.decided"), ...proof)] : [])];
  }

  // A move: the month, the class, what it takes; where that is printed opens on demand.
  moveItem(step, answer) {
    const { titleOf } = this.words, month = spellMonth(printMonth(readMonth(answer.as_of) + step.at_month));
    const fields = { month, target: titleOf(step.to), time: spellMonths(step.hold_months), start: titleOf(step.from), by: routeWords([step.route].filter(Boolean), titleOf) };
    const item = tellStrong(makeElement("li", undefined, { dir: "auto" }), step.from && step.hold_months ? "my.way_step" : "my.way_step_open", fields);
    if (step.source) item.append(" ", folded(say("route.page.asked_where"), paragraphOf(citeSource(step.source))));
    return item;
  }
}

function folded(summary, ...parts) {
  const made = makeElement("details", undefined, { class: "cited" });
  made.append(makeElement("summary", summary), ...parts);
  return made;
}
