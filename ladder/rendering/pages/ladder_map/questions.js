// Questions: a class by its words, where one class leads, a route between two.
import { ComboBox } from "../finding/combo_box.js";
import { makeElement } from "./details.js";
import { say } from "./messages.js";

export class Questions {
  constructor({ data, onRoute, onFound, onEnd }) {
    Object.assign(this, { data, onRoute, onEnd });
    const boxOf = (id, onChoose, more = {}) => new ComboBox(document.getElementById(id), { classes: data.classes, say, onChoose, onTell: (told) => this.say(told), ...more });
    this.from = boxOf("from", () => this.ask(this.from));
    this.to = boxOf("to", () => this.ask(this.to));
    this.search = boxOf("find", (id) => {
      if (id) onFound(id);
      else if (!this.search.input.value) this.sayFound("");
    }, { keepsTyped: true, onTell: (told) => this.sayFound(told) });
    this.none = makeElement("p", "", { class: "choices", hidden: "" });
    this.search.list.after(this.none);
    document.getElementById("swap").addEventListener("click", () => this.swap());
    document.getElementById("ends-change").addEventListener("click", () => {
      this.fold(false);
      document.getElementById("from").focus();
    });
  }

  // On a phone both ends, once they are chosen, take a line each, so that the answer stands higher.
  fold(isFolded) {
    const ask = document.getElementById("ask"), change = document.getElementById("ends-change"), hadFocus = ["from", "to"].includes(document.activeElement?.id);
    const titleOf = (id) => this.data.classes.find((one) => one.id === id)?.title ?? "";
    document.getElementById("told-from").textContent = isFolded ? titleOf(this.from.value) : "";
    document.getElementById("told-to").textContent = isFolded ? titleOf(this.to.value) : "";
    ask.classList.toggle("is-folded", isFolded);
    if (isFolded && hadFocus && change.checkVisibility()) change.focus();
  }

  say(text) {
    document.getElementById("result").textContent = text;
  }

  // What is told of a search stands under its box too, where there is no list to tell it.
  sayFound(text) {
    this.say(text);
    this.none.textContent = text;
    this.none.hidden = !text || this.search.isOpen;
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
