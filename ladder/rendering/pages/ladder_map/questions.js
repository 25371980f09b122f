// Questions: a class by its words, where one class leads, a route between two.
import { ComboBox } from "../finding/combo_box.js";
import { say } from "./messages.js";

export class Questions {
  constructor({ data, onRoute, onClass, onEnd }) {
    Object.assign(this, { data, onRoute, onClass, onEnd });
    const boxOf = (id, onChoose) => new ComboBox(document.getElementById(id), { classes: data.classes, say, onChoose, onTell: (told) => this.say(told) });
    this.from = boxOf("from", () => this.ask(this.from));
    this.to = boxOf("to", () => this.ask(this.to));
    this.search = boxOf("find", (id) => {
      if (id) onClass(id);
    });
    document.getElementById("swap").addEventListener("click", () => this.swap());
  }

  say(text) {
    document.getElementById("result").textContent = text;
  }

  get ends() {
    return { from: this.from.value, to: this.to.value };
  }

  set ends({ from, to }) {
    this.from.value = from;
    this.to.value = to;
  }

  // Answers with the ends as they are: two make a route, one alone what it leads to, or what leads to it. Done once it is drawn.
  async ask() {
    const { from, to } = this.ends, isAsked = from && to && from !== to;
    this.say(isAsked || !(from || to) ? "" : from === to ? say("explore.same") : this.alone(from, to));
    await this.onRoute(isAsked ? { start: from, target: to } : null);
    if (Boolean(from) !== Boolean(to)) await this.onEnd(from || to);
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
}
