// A box in which a class is typed or chosen: a combobox with a listbox, by WAI-ARIA's pattern.
//
// new ComboBox(input, { classes, onChoose, say, onTell, keepsTyped })
//   input     a labeled <input> of the page; role, list and states are given to it here.
//   classes   an array of objects with `id`, `title`, and where there are any `code`, `others`, `place`. All boxes of a
//             page may share one array; the list is made when it is opened, and only what can be seen of it.
//   onChoose  is called with an id when a class is chosen, with "" when the box is emptied.
//   say       the page's messages: "find.count", "find.one", "find.none", "find.close", "find.choose", "find.list", "list.more".
//   onTell    is called with a sentence about what is found, for the page's role=status.
//   keepsTyped  whether words that are no class's stay when the box is left, with no class chosen; else the class chosen
//             before comes back. box.lost is what is to be said of such words; who leaves the box calls nothing.
//   box.value is the id chosen, "" where there is none; setting it calls nothing. box.classes may be set anew. The input
//   bears the id as data-chosen.
//
// Keys: arrows move in the list, Home and End go to its ends, Enter chooses, Escape closes it and then empties the box.
import { findClasses, foldWords } from "./find_classes.js";

const OPTIONS_AT_ONCE = 60;
let comboBoxes = 0;

function listPart(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

const lookups = new WeakMap();

// The classes by id, and how many have each title: made once for all boxes that offer the same ones.
function lookupOf(classes) {
  if (!lookups.has(classes)) {
    const titles = new Map();
    for (const { title } of classes) titles.set(title, (titles.get(title) ?? 0) + 1);
    lookups.set(classes, { byId: new Map(classes.map((one) => [one.id, one])), titles });
  }
  return lookups.get(classes);
}

export class ComboBox {
  #classes;
  #byId;
  #chosen = "";

  constructor(input, { classes, onChoose, say, onTell = () => {}, keepsTyped = false }) {
    Object.assign(this, { input, onChoose, say, onTell, keepsTyped });
    comboBoxes += 1;
    this.name = input.id || `combo-${comboBoxes}`;
    this.shown = [];
    this.active = -1;
    this.list = listPart("ul", "choices");
    this.list.id = this.name + "-choices";
    this.list.hidden = true;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", say("find.list"));
    input.after(this.list);
    input.type = "text";
    const given = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id, autocomplete: "off", spellcheck: "false" };
    for (const [key, value] of Object.entries(given)) input.setAttribute(key, value);
    this.classes = classes;
    this.#listen();
  }

  get classes() {
    return this.#classes;
  }

  set classes(classes) {
    this.#classes = classes;
    const { byId, titles } = lookupOf(classes);
    this.#byId = byId;
    this.isAlone = ({ title }) => titles.get(title) === 1;
    this.value = this.#chosen;
  }

  get value() {
    return this.#chosen;
  }

  set value(id) {
    this.#chosen = this.#byId.has(id) ? id : "";
    this.input.value = this.#textOf(this.#chosen);
    if (this.#chosen) this.input.dataset.chosen = this.#chosen;
    else delete this.input.dataset.chosen;
  }

  get lost() {
    const text = this.input.value.trim();
    if (!text || this.#chosen) return "";
    const { found, close } = findClasses(this.#classes, text);
    return found.length ? this.say("find.choose", { titles: this.#titles(found) }) : this.#told(found, close);
  }

  get isOpen() {
    return !this.list.hidden;
  }

  // Opens the list on what is typed; on all where nothing is, or where the text is that of the class chosen.
  open({ tell = false } = {}) {
    const isOfChosen = this.#chosen && this.input.value === this.#textOf(this.#chosen);
    const text = isOfChosen ? "" : this.input.value;
    const { found, close } = findClasses(this.#classes, text);
    this.shown = found.length ? found : close;
    this.list.replaceChildren();
    this.#fill(OPTIONS_AT_ONCE);
    this.list.hidden = this.shown.length === 0;
    this.input.setAttribute("aria-expanded", String(this.isOpen));
    const first = text && this.isOpen ? 0 : -1;
    this.#point(isOfChosen ? this.shown.findIndex((one) => one.id === this.#chosen) : first);
    if (tell) this.onTell(text.trim() ? this.#told(found, close) : "");
  }

  close() {
    this.list.hidden = true;
    this.list.replaceChildren();
    this.#point(-1);
    this.input.setAttribute("aria-expanded", "false");
  }

  choose(id) {
    const before = this.#chosen || this.input.value;
    this.value = id;
    this.close();
    if (id || before) this.onChoose(this.#chosen);
  }

  #textOf(id) {
    const one = this.#byId?.get(id);
    if (!one) return "";
    return this.isAlone(one) || !one.code ? one.title : `${one.title} (${one.code})`;
  }

  #told(found, close) {
    if (found.length === 1) return this.say("find.one", { title: found[0].title });
    if (found.length) return this.say("find.count", { count: found.length });
    if (!close.length) return this.say("find.none");
    return this.say("find.close", { titles: this.#titles(close) });
  }

  #titles(classes) {
    return classes.slice(0, 3).map((one) => one.title).reduce((first, last) => this.say("list.more", { first, last }));
  }

  // Words that are no class's: what is typed stays, or the class that was chosen comes back.
  #lose() {
    const typed = this.input.value;
    if (!this.keepsTyped) {
      this.value = this.#chosen;
      return;
    }
    this.value = "";
    this.input.value = typed;
  }

  #fill(most) {
    for (const one of this.shown.slice(this.list.childElementCount, most)) {
      const option = listPart("li", "choice");
      const place = this.list.childElementCount;
      option.id = `${this.list.id}-${place}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.setAttribute("aria-posinset", place + 1);
      option.setAttribute("aria-setsize", this.shown.length);
      const title = listPart("span", "choice-title", one.title);
      title.dir = "auto";
      option.append(title);
      const facts = [one.code, one.place].filter(Boolean).join(" \u00b7 ");
      if (facts) option.append(" ", listPart("span", "choice-fact", facts));
      this.list.append(option);
    }
  }

  #point(place) {
    this.list.querySelector("[aria-selected='true']")?.setAttribute("aria-selected", "false");
    this.active = place;
    if (place < 0) {
      this.input.removeAttribute("aria-activedescendant");
      return;
    }
    this.#fill(Math.max(place + 1, OPTIONS_AT_ONCE));
    const option = this.list.children[place];
    option.setAttribute("aria-selected", "true");
    this.input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView?.({ block: "nearest" });
  }

  #listen() {
    const { input, list } = this;
    input.addEventListener("input", () => this.open({ tell: true }));
    input.addEventListener("click", () => { if (!this.isOpen) this.open(); });
    input.addEventListener("focus", () => input.select());
    input.addEventListener("blur", () => this.#leave());
    input.addEventListener("keydown", (event) => { if (this.#pressed(event)) event.preventDefault(); });
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role='option']");
      if (option) this.choose(this.shown[[...list.children].indexOf(option)].id);
    });
    list.addEventListener("scroll", () => {
      const isNearEnd = list.scrollTop + 2 * list.clientHeight > list.scrollHeight;
      if (isNearEnd) this.#fill(list.childElementCount + OPTIONS_AT_ONCE);
    });
  }

  // What is typed is taken where it is the title or number of one class; an emptied box is empty; else all is as before.
  #leave() {
    const typed = foldWords(this.input.value);
    const isOther = this.input.value !== this.#textOf(this.#chosen);
    this.close();
    if (!isOther) return;
    const named = typed ? this.#classes.filter((one) => [one.title, one.code ?? ""].some((name) => foldWords(name) === typed)) : [];
    if (named.length === 1) this.choose(named[0].id);
    else if (typed) this.#lose();
    else this.choose("");
  }

  // Returns whether the key was one of ours.
  #pressed({ key, altKey, isComposing }) {
    if (isComposing) return false;
    if (key === "Escape") return this.#escape();
    if (key === "Enter") return this.#enter();
    if (key === "ArrowDown" || key === "ArrowUp") return this.#arrow(key === "ArrowDown" ? 1 : -1, altKey);
    if (!this.isOpen || this.active < 0 || !["Home", "End"].includes(key)) return false;
    this.#point(key === "Home" ? 0 : this.shown.length - 1);
    return true;
  }

  #escape() {
    if (this.isOpen) {
      this.close();
      this.value = this.#chosen;
      return true;
    }
    if (!this.input.value) return false;
    this.choose("");
    return true;
  }

  #enter() {
    if (!this.isOpen) {
      if (!this.input.value.trim() || this.#chosen) return false;
      this.open({ tell: true });
      return true;
    }
    if (this.active >= 0) this.choose(this.shown[this.active].id);
    return true;
  }

  #arrow(by, altKey) {
    if (altKey && this.isOpen && by < 0) {
      this.close();
      return true;
    }
    if (!this.isOpen) this.open();
    const count = this.shown.length;
    if (!count || altKey) return true;
    const from = this.active < 0 && by < 0 ? 0 : this.active;
    this.#point((from + by + count) % count);
    return true;
  }
}
