// Questions: a class by its words, where one class leads, a route between two.
import { ComboBox } from "../finding/combo_box.js";
import { makeElement } from "./details.js";
import { say } from "./messages.js";

// Fills a list of classes, grouped by jurisdiction.
export function fillClassList(select, data, { empty = "Choose a class" } = {}) {
  const before = select.value;
  const byGroup = new Map();
  for (const one of data.classes) byGroup.set(one.group, [...(byGroup.get(one.group) ?? []), one]);
  const parts = data.jurisdictions.map((jurisdiction) => {
    const part = makeElement("optgroup");
    part.label = jurisdiction.name;
    const own = jurisdiction.groups.flatMap((group) => byGroup.get(group) ?? []);
    part.append(...own.map((one) => new Option(one.name, one.id)));
    return part;
  });
  select.replaceChildren(new Option(empty, ""), ...parts);
  select.value = before;
}

export class Questions {
  constructor({ data, onRoute, onClass, onEnd, findRoute }) {
    Object.assign(this, { data, onRoute, onClass, onEnd, findRoute });
    const boxOf = (id, onChoose) => new ComboBox(document.getElementById(id), { classes: data.classes, say, onChoose, onTell: (told) => this.say(told) });
    this.from = boxOf("from", () => this.ask(this.from));
    this.to = boxOf("to", () => this.ask(this.to));
    this.search = boxOf("find", (id) => {
      if (id) onClass(id);
    });
    document.getElementById("swap").addEventListener("click", () => this.swap());
  }

  say(text, { moves = [] } = {}) {
    document.getElementById("result").textContent = text;
    const list = document.getElementById("moves");
    list.hidden = moves.length === 0;
    list.replaceChildren(...moves.map((move) => makeElement("li", move, { dir: "auto" })));
  }

  get ends() {
    return { from: this.from.value, to: this.to.value };
  }

  set ends({ from, to }) {
    this.from.value = from;
    this.to.value = to;
  }

  // Answers with the ends as they are: two make a route, one alone what it leads to, or what leads to it.
  ask() {
    const { from, to } = this.ends;
    if (from && to) return from === to ? this.told(say("explore.same")) : this.told(...this.route(from, to));
    this.told(from || to ? this.alone(from, to) : "");
    if (from || to) this.onEnd(from || to);
  }

  route(from, to) {
    const found = this.findRoute(from, to);
    return [found.sentence, found];
  }

  alone(from, to) {
    const id = from || to, [here, there] = from ? ["from", "to"] : ["to", "from"];
    const others = new Set(this.data.steps.filter((step) => step[here] === id).map((step) => step[there]));
    const fields = { title: this.data.classes.find((one) => one.id === id).title, count: others.size };
    const counted = { 0: "none", 1: "one" }[others.size] ?? "several";
    return say(`explore.${from ? "leads" : "ways"}_${counted}`, fields);
  }

  swap() {
    const { from, to } = this.ends;
    this.ends = { from: to, to: from };
    if (from || to) this.ask();
  }

  told(sentence, { moves = [], classes = [], answer } = {}) {
    this.say(sentence, { moves });
    this.onRoute(classes, answer);
  }
}

// Routes that the page holds in words, by their two ends.
export function readRoutes() {
  const found = new Map();
  for (const item of document.querySelectorAll("[data-route]")) {
    found.set(item.dataset.route, {
      sentence: item.firstElementChild.textContent,
      moves: [...item.querySelectorAll("li")].map((one) => one.textContent),
      classes: item.dataset.classes.split(" "),
    });
  }
  return found;
}
