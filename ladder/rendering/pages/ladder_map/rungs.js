// A narrow screen shows a ladder as a list of rungs: the longest way up through a class, each rung a step above the next.
import { makeElement } from "./details.js";
import { say } from "./messages.js";

const MOST_RUNGS = 8;

export class Rungs {
  constructor({ place, cards, steps, times, onChoose }) {
    Object.assign(this, { place, cards, steps, times, onChoose });
    this.longest = new Map();
  }

  get above() {
    return (this.waysUp ??= this.waysBy("from", "to"));
  }

  get below() {
    return (this.waysDown ??= this.waysBy("to", "from"));
  }

  // The steps at each class and the classes at their other ends; worked out when a ladder is first shown as rungs.
  waysBy(here, there) {
    const ways = new Map();
    for (const step of this.steps) {
      if (!ways.has(step[here])) ways.set(step[here], []);
      ways.get(step[here]).push({ id: step[there], step });
    }
    this.longest.set(ways, new Map());
    return ways;
  }

  // The longest way from a class, as the steps of it; no class twice.
  wayFrom(id, ways, seen = []) {
    const known = this.longest.get(ways);
    if (known.has(id)) return known.get(id);
    let best = [];
    for (const end of ways.get(id) ?? []) {
      if (end.id === id || seen.includes(end.id) || seen.length > MOST_RUNGS) continue;
      const way = [end, ...this.wayFrom(end.id, ways, [...seen, id])];
      if (way.length > best.length) best = way;
    }
    known.set(id, best);
    return best;
  }

  // The class that stands on the longest ladder, the lowest of it but one.
  get first() {
    let best = { id: "", long: -1 };
    for (const id of this.cards.keys()) {
      const up = this.wayFrom(id, this.above).length, down = this.wayFrom(id, this.below).length;
      if (up + down > best.long || (up + down === best.long && down === 1)) best = { id, long: up + down };
    }
    return best.id;
  }

  show(id) {
    const up = this.wayFrom(id, this.above), down = this.wayFrom(id, this.below);
    const list = makeElement("ol", undefined, { class: "rungs" });
    list.append(...up.map((end) => this.rung(end.id, end.step)).reverse(), this.rung(id, down[0]?.step, true), ...down.map((end, place) => this.rung(end.id, down[place + 1]?.step)));
    // Below each rung but the lowest stands the time of the step up to it.
    const top = up.at(-1)?.id ?? id, foot = down.at(-1)?.id ?? id;
    const ends = { foot: this.cards.get(foot).title, top: this.cards.get(top).title };
    const heading = makeElement("h3", top === foot ? ends.top : say("rungs.heading", ends));
    this.place.replaceChildren(heading, list);
  }

  rung(id, step, isHere = false) {
    const card = this.cards.get(id), onward = new Set((this.above.get(id) ?? []).map((end) => end.id)).size;
    const item = makeElement("li", undefined, { class: isHere ? "rung here" : "rung" });
    const button = makeElement("button", undefined, { type: "button" });
    if (isHere) button.setAttribute("aria-current", "true");
    const counted = { 0: "none", 1: "one" }[onward] ?? "several";
    button.append(makeElement("b", card.title, { dir: "auto" }), makeElement("span", [card.pay?.[0] ?? card.short, say(`leads.${counted}`, { count: onward })].filter(Boolean).join(" \u00b7 ")));
    button.addEventListener("click", () => this.onChoose(id));
    item.append(button);
    if (step) item.append(makeElement("span", this.times[step.place] || say("panel.no_time"), { class: "rung-time" }));
    return item;
  }
}
