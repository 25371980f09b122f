// My path at work: whatever is typed is counted at once, told, and marked on the map. Nothing is kept.
import { openCatalog } from "../my_path/catalog.js";
import { assessClimb, findPaths } from "../my_path/climb.js";
import { assess, assessAll, planOf } from "../my_path/eligibility.js";
import { readHistory } from "../my_path/profile.js";
import { MyAim } from "./mine/aim.js";
import { MyAnswers } from "./mine/answers.js";
import { classesToClimb } from "./mine/climbs.js";
import { FaultMarks } from "./mine/faults.js";
import { loadFile, saveFile } from "./mine/files.js";
import { fillForm } from "./mine/fill.js";
import { MyForm } from "./mine/form.js";
import { Folding, Guard, factsOnPaper } from "./mine/keeping.js";
import { Paper } from "./mine/paper.js";
import { filingMonths } from "./mine/filing_on_the_way.js";
import { pickClass, pickedClass } from "./mine/picker.js";
import { mine } from "./mine/reading.js";
import { say, sayList } from "./messages.js";
import { spellMonth, useGeneralWords } from "./my_words.js";
import { wholeCatalog } from "./whole_classes.js";
import { ASSUMED_ON_DAY_ONE } from "./route/day_one.js";

// What is said first where no job is counted: no class is named, or how much one works is not.
function leadWords(target) {
  if (!pickedClass(mine("class"))) return say(target ? "my.no_class_aim" : "my.no_class");
  return mine("part").checked ? say("my.no_share") : "";
}

export class MyPath {
  constructor({ data, names, onMarks, onClass }) {
    Object.assign(this, { data, names, onMarks });
    useGeneralWords(data.words);
    this.catalog = openCatalog(wholeCatalog(data.catalog, data.classes));
    delete data.catalog;
    this.answers = new MyAnswers({ names, catalog: this.catalog, onClass, onAim: (id) => this.aimAt(id), asOf: () => this.asOf });
    this.aim = new MyAim({ words: this.answers.words });
    this.form = new MyForm({ data, catalog: this.catalog, onInput: () => this.soon() });
    this.faults = new FaultMarks(this.form);
    this.guard = new Guard({ isTyped: () => !this.form.isEmpty, onClear: () => { this.form.clear(); this.soon(); } });
    this.folding = new Folding({ form: this.form, words: this.answers.words });
    mine("save").addEventListener("click", () => { saveFile(this.form.read().profile); this.guard.saved(); });
    mine("load").addEventListener("change", (event) => this.load(event.target));
    mine("print").addEventListener("click", () => window.print());
    mine("path").hidden = false;
    this.readyPaper();
  }

  // The sheets are made as soon as there is an answer, so that every way to print prints them: what is worked out here, else
  // the route that is shown elsewhere on the page.
  readyPaper() {
    const traceOf = (id) => assess(this.catalog, this.onPaper.history, id, this.onPaper.plan, this.data.words).requirements;
    const place = this.data.jurisdictions.map((one) => one.name).join(", ");
    const filingOf = (answer, start) => filingMonths({ catalog: this.catalog, ...this.onPaper }, answer, start);
    this.paper = new Paper({ words: this.answers.words, catalog: this.catalog, traceOf, filingOf, place });
    document.addEventListener("ladder:route", ({ detail }) => {
      this.route = detail;
      if (this.form.isEmpty) this.showRoute();
    });
    document.addEventListener("ladder:my-path", ({ detail }) => this.fillClass(detail.class, { aim: detail.target }));
  }

  showRoute() {
    this.paper.clear();
    if (!this.route?.answer) return;
    const { start, answer } = this.route;
    const { history } = readHistory({ present: { class: start } }, this.catalog, { asOf: this.data.asOf });
    this.onPaper = { history, plan: planOf({ kind: "climb", assumed: ASSUMED_ON_DAY_ONE }) };
    const facts = [[mine("class").labels[0].textContent, this.answers.words.titleOf(start)], [say("paper.counted_to"), spellMonth(this.data.asOf)]];
    this.paper.show({ answer, start, facts });
  }

  // The answer on paper: about the class aimed at, else about the one that comes next.
  showPaper(answer, start, other = null) {
    const held = this.history.present.map((one) => one.classId).filter(Boolean);
    const agencies = sayList([...new Set(held.map((id) => this.catalog.jurisdictionOf(id).name))]);
    const employed = agencies && say("paper.employed", { agency: agencies });
    if (answer) this.paper.show({ answer, start, other, facts: factsOnPaper(this.answers.words, employed) });
    else this.paper.clear();
  }

  // Once for all that one event changes.
  soon() {
    if (this.isWaiting) return;
    this.isWaiting = true;
    queueMicrotask(() => {
      this.isWaiting = false;
      this.answer();
    });
  }

  answer() {
    const asked = this.form.read();
    this.faults.tell(asked.reading);
    const state = JSON.stringify([asked.profile, asked.plan, asked.target, [...asked.reading.faults.values()], this.form.isEmpty]);
    if (state === this.before) return;
    this.before = state;
    clearTimeout(this.later);
    this.guard.changed();
    this.folding.tell();
    if (this.form.isEmpty) this.clear();
    else this.work(asked);
  }

  clear() {
    mine("answers").removeAttribute("aria-busy");
    this.answers.clear();
    this.aim.clear();
    // A class that is aimed at, as a link fills it in, is no fact by itself: it asks for one.
    const aim = pickedClass(mine("target"));
    if (aim) this.aim.say(say("my.aim_asks", { title: this.answers.words.titleOf(aim) }));
    this.onMarks(new Map());
    this.showRoute();
  }

  work({ profile, plan: typed, target, reading }) {
    const history = this.countable(profile, reading);
    if (!history) {
      this.clear();
      return;
    }
    this.asOf = profile.as_of;
    const plan = planOf(typed);
    Object.assign(this, { history, plan, onPaper: { history, plan } });
    mine("answers").setAttribute("aria-busy", "true");
    this.answers.tell(assessAll(this.catalog, history, plan, this.data.words), history, plan);
    // What is read comes first; the map and the ladders follow at once, and no key waits for them.
    this.later = setTimeout(() => {
      this.onMarks(this.answers.marks());
      this.later = setTimeout(() => {
        this.tellAim(history, plan, target);
        this.climb(history, plan, target);
      }, 0);
    }, 0);
  }

  // What climbing comes to, a class in each turn, so that no key waits for it.
  climb(history, plan, target) {
    const waiting = classesToClimb(this.catalog, history, plan, this.answers.answers), found = new Map();
    const step = () => {
      const id = waiting.shift();
      if (id === undefined) {
        mine("answers").removeAttribute("aria-busy");
        if (found.size) this.tellClimbs(found, { history, plan, target });
        return;
      }
      const answer = assessClimb(this.catalog, history, id, plan, {}, this.data.words);
      if (answer) found.set(id, answer);
      this.later = setTimeout(step, 0);
    };
    step();
  }

  tellClimbs(found, { history, plan, target }) {
    this.answers.tellClimbs(found);
    this.onMarks(this.answers.marks());
    if (!target) this.tellAim(history, plan, target);
  }

  // The history of all that can be counted: parts at fault are marked and left out.
  countable(profile, reading) {
    let counted = profile;
    for (;;) {
      const { history, faults } = readHistory(counted, this.catalog, { today: this.data.asOf });
      if (history) return history;
      const [{ place, what }] = faults, { control, part } = reading.ownerOf(counted, place);
      if (!control) {
        this.faults.tellOfFile(faults);
        return null;
      }
      reading.mark(control, say("my.fault_other", { what }));
      this.faults.tell(reading);
      counted = leftWithout(counted, part);
    }
  }

  // What is said under the facts: the answer about the class aimed at, else what comes next; and what is missing for it.
  tellAim(history, plan, target) {
    const present = [...new Set(history.present.map((one) => one.classId))], answer = this.answers.answers.get(target);
    const lead = present.length ? "" : leadWords(target);
    this.showPaper(answer ?? this.answers.next, present.length === 1 ? present[0] : "");
    if (!answer) this.aim.tellNext(this.answers.next, lead);
    else if (present.includes(target)) this.aim.say(say("my.holds_aim", { title: this.answers.words.titleOf(target) }));
    else if (present.length === 1 && present[0]) this.tellPaths(history, present[0], target, plan);
    else this.aim.tellAlone(answer, present.length > 1 ? say("my.two_classes") : lead);
  }

  tellPaths(history, start, target, plan) {
    const found = findPaths(this.catalog, history, { start, target, plan }, this.data.words);
    if (!found) return;
    this.aim.tell(found, target);
    if (found.best) this.showPaper(found.best, start, found.alternatives[0]);
  }

  aimAt(id) {
    pickClass(mine("target"), id);
    this.soon();
    mine("aim-answer").scrollIntoView({ block: "nearest" });
  }

  // Takes a class, and one that is aimed at, over from elsewhere on the page or from a link; what else is typed stays.
  fillClass(id, { aim = "" } = {}) {
    const isTyped = !this.form.isEmpty;
    if (id) pickClass(mine("class"), id);
    if (aim) pickClass(mine("target"), aim);
    this.folding.unfold();
    this.answer();
    // What a link filled in can be had again: leaving need not ask.
    if (!isTyped) this.guard.saved();
    mine(pickedClass(mine("class")) ? "since-month" : "class").focus();
  }

  async load(input) {
    const [file] = input.files;
    if (!file) return;
    mine("answers").setAttribute("aria-busy", "true");
    const { profile, faults } = await loadFile(file, (read) => readHistory(read, this.catalog, { today: this.data.asOf }).faults);
    input.value = "";
    if (faults.length) {
      mine("answers").removeAttribute("aria-busy");
      this.faults.tellOfFile(faults);
      return;
    }
    fillForm(this.form, profile);
    this.before = undefined;
    this.guard.saved();
    this.folding.fold();
    this.answer();
    this.guard.saved();
  }
}

// A profile without one of its parts.
function leftWithout(value, part) {
  if (value === part) return undefined;
  if (Array.isArray(value)) return value.filter((one) => one !== part).map((one) => leftWithout(one, part));
  if (!value || typeof value !== "object") return value;
  // A part that is whole where it was stays the same thing, by which its control is found.
  const kept = Object.entries(value).map(([name, one]) => [name, leftWithout(one, part)]).filter(([, one]) => one !== undefined);
  return kept.every(([name, one]) => one === value[name]) && kept.length === Object.keys(value).length ? value : Object.fromEntries(kept);
}
