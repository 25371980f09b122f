// My path at work: whatever is typed is counted at once, told, and marked on the map. Nothing is kept.
import { fromColumns } from "./columns.js";
import { openCatalog } from "../my_path/catalog.js";
import { findPaths } from "../my_path/climb.js";
import { assessAll, planOf } from "../my_path/eligibility.js";
import { compare, exact, printExact, readExact } from "../my_path/exact.js";
import { readHistory } from "../my_path/profile.js";
import { MyAnswers } from "./my_answers.js";
import { MyForm } from "./my_form.js";
import { noLadderWords, useGeneralWords, whenOf } from "./my_words.js";
import { offerFile } from "./saving.js";

// The bounds of study a year, in semester hours: the upper one is that of the command line.
const LEAST_STUDY = exact("0.1");
const MOST_STUDY = 200;
const LARGEST_FILE = 1_000_000;
const TOO_LARGE = { place: ["file"], what: `it is larger than ${LARGEST_FILE.toLocaleString("en-US")} bytes` };
const ASSUMED_ON_DAY_ONE = ["INTERNAL", "STATE_EMPLOYEE", "PERMANENT", "TARGET_CLASS"];

export class MyPath {
  constructor({ data, names, onMarks, onClass }) {
    Object.assign(this, { data, names, onMarks });
    useGeneralWords(data.words);
    this.catalog = openCatalog(fromColumns(JSON.parse(data.catalog)));
    this.answers = new MyAnswers({ names, catalog: this.catalog, onClass });
    this.form = new MyForm({ data, catalog: this.catalog, onInput: () => this.soon() });
    document.getElementById("my-save").addEventListener("click", () => this.save());
    document.getElementById("my-load").addEventListener("change", (event) => this.load(event.target));
    document.getElementById("my-path").hidden = false;
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
    clearTimeout(this.later);
    if (this.form.isEmpty) {
      this.answers.tellFaults([]);
      this.answers.clear();
      this.onMarks(new Map());
      return;
    }
    const { history, plan, faults } = this.read();
    this.answers.tellFaults(faults);
    if (faults.length) {
      this.answers.clear("Nothing is worked out until this is mended.");
      this.onMarks(new Map());
      return;
    }
    this.answers.tell(assessAll(this.catalog, history, plan, this.data.words), history, plan);
    // What is read comes first; the map and the ladders follow at once, and no key waits for them.
    this.later = setTimeout(() => {
      this.onMarks(this.answers.marks());
      this.later = setTimeout(() => this.tellLadders(history, plan), 0);
    }, 0);
  }

  read() {
    const { history, faults } = readHistory(this.form.profile, this.catalog, { today: this.data.asOf });
    const { study, ...plan } = this.form.plan;
    const hours = readExact(study);
    const isNone = hours === null || compare(hours, 0) < 0 || compare(hours, MOST_STUDY) > 0;
    if (isNone || (compare(hours, 0) > 0 && compare(hours, LEAST_STUDY) < 0)) {
      const what = `write semester hours a year, 0, or ${printExact(LEAST_STUDY)} to ${MOST_STUDY}`;
      return { history, plan: null, faults: [...faults, { place: ["study a year"], what }] };
    }
    return { history, faults, plan: planOf({ ...plan, study }) };
  }

  tellLadders(history, plan) {
    const target = this.form.target;
    const start = history.present.length === 1 ? history.present[0].classId : null;
    const asked = target && start && target !== start;
    this.answers.tellLadders(asked ? findPaths(this.catalog, history, { start, target, plan }, this.data.words) : null, target);
  }

  // The route between two classes for somebody on day one in the first, as the page's own routes are told.
  routeOnDayOne(start, target) {
    const { history } = readHistory({}, this.catalog, { asOf: this.data.asOf });
    const plan = planOf({ kind: "climb", assumed: ASSUMED_ON_DAY_ONE });
    const found = findPaths(this.catalog, history, { start, target, plan, alternatives: 0 }, this.data.words);
    if (!found) return null;
    if (!found.best) return { sentence: noLadderWords(found, (id) => this.catalog.classes.get(id).title) };
    const { best } = found;
    const answer = best.steps.length ? best : null;
    const conditions = best.conditions.map((one) => one.text).join(" ");
    return {
      sentence: `From ${this.names.get(start)} to ${this.names.get(target)}: ${whenOf(best)}.${conditions ? ` Conditions: ${conditions}` : ""}`,
      moves: best.steps.map((step) => this.answers.moveWords(step)),
      classes: [start, ...best.steps.map((step) => step.to)],
      answer,
    };
  }

  save() {
    const text = JSON.stringify(this.form.profile, null, 2) + "\n";
    offerFile(new Blob([text], { type: "application/json" }), "my-profile.json");
  }

  async load(input) {
    const [file] = input.files;
    if (!file) return;
    const isTooLarge = file.size > LARGEST_FILE;
    const text = isTooLarge ? "" : await file.text();
    input.value = "";
    const { profile, faults } = isTooLarge ? { faults: [TOO_LARGE] } : this.readFile(text);
    if (faults.length) this.answers.tellFaults(faults);
    else this.form.fill(profile);
  }

  // The profile that a file holds; one with a fault is not loaded at all, and every fault is told.
  readFile(text) {
    try {
      const profile = JSON.parse(text);
      return { profile, faults: readHistory(profile, this.catalog, { today: this.data.asOf }).faults };
    } catch {
      return { faults: [{ place: ["file"], what: "it is no profile in JSON; 'Save as a profile file' makes one" }] };
    }
  }
}
