// Questions: a class by its words, a route between two classes.
import { makeElement } from "./details.js";
import { say } from "./messages.js";

const MOST_FOUND = 12;

export function foldText(text) {
  return text.toLocaleLowerCase("en").normalize("NFKC").replace(/\s+/g, " ").trim();
}

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

export function findClasses(classes, text) {
  const words = foldText(text).split(" ").filter(Boolean);
  return words.length ? classes.filter((one) => words.every((word) => one.folded.includes(word))) : [];
}

export class Questions {
  constructor({ data, onRoute, onClass }) {
    Object.assign(this, { data, onRoute, onClass });
    this.from = document.getElementById("from");
    this.to = document.getElementById("to");
    this.search = document.getElementById("find");
    for (const one of data.classes) one.folded = foldText(one.name + " " + one.id);
    fillClassList(this.from, data);
    fillClassList(this.to, data);
    this.from.addEventListener("change", () => this.ask());
    this.to.addEventListener("change", () => this.ask());
    document.getElementById("swap").addEventListener("click", () => this.swap());
    this.search.addEventListener("input", () => this.find());
    this.search.addEventListener("keydown", (event) => {
      if (event.key === "Enter") this.find({ go: true });
    });
  }

  say(text, { found = [] } = {}) {
    document.getElementById("result").textContent = text;
    const links = document.getElementById("found");
    links.hidden = found.length === 0;
    links.replaceChildren(...found.map((one) => this.linkTo(one)));
  }

  linkTo(one) {
    const item = makeElement("li");
    const link = makeElement("a", one.name, { href: "#c-" + one.id, dir: "auto" });
    link.addEventListener("click", (event) => {
      event.preventDefault();
      this.onClass(one.id);
    });
    item.append(link);
    return item;
  }

  find({ go = false } = {}) {
    if (!foldText(this.search.value)) return this.say("");
    const found = findClasses(this.data.classes, this.search.value);
    const shown = found.slice(0, MOST_FOUND);
    const more = found.length > shown.length ? `; the first ${shown.length} are listed` : "";
    const count = found.length === 1 ? "1 class: " + found[0].name : `${found.length} classes${more}`;
    this.say(found.length ? count : "No class has these words.", { found: shown });
    if (go && found.length) this.onClass(found[0].id);
  }

  // The answer, as soon as both ends are chosen.
  ask() {
    const start = this.from.value, target = this.to.value;
    const isAsked = start && target && start !== target;
    this.say(isAsked ? "" : say(start && target ? "route.page.same" : "route.page.choose"));
    this.onRoute(isAsked ? { start, target } : null);
  }

  swap() {
    [this.from.value, this.to.value] = [this.to.value, this.from.value];
    if (this.from.value || this.to.value) this.ask();
  }
}
