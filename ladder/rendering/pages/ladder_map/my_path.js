// My path at work: whatever is typed is counted at once, told, and marked on the map. Nothing is kept.
import { fromColumns } from "./columns.js";
import { openCatalog } from "../my_path/catalog.js";
import { findPaths } from "../my_path/climb.js";
import { assessAll, planOf } from "../my_path/eligibility.js";
import { compare, exact, printExact, readExact } from "../my_path/exact.js";
import { readHistory } from "../my_path/profile.js";
import { MyAnswers } from "./my_answers.js";
import { MyForm } from "./my_form.js";
import { useGeneralWords } from "./my_words.js";
import { offerFile } from "./saving.js";

// The bounds of study a year, in semester hours: the upper one is that of the command line.
const LEAST_STUDY = exact("0.1");
const MOST_STUDY = 200;
const LARGEST_FILE = 1_000_000;
const TOO_LARGE = { place: ["file"], what: `it is larger than ${LARGEST_FILE.toLocaleString("en-US")} bytes` };

export class MyPath {
  constructor({ data, names, onMarks, onClass }) {
    Object.assign(this, { data, names, onMarks });
    useGeneralWords(data.words);
    this.catalog = openCatalog(fromColumns(JSON.parse(data.catalog)));
    this.answers = new MyAnswers({ names, catalog: this.catalog, onClass });
    this.form = new MyForm({ data, catalog: this.catalog, onInput: () => this.soon() });
    document.getElementById("my-save").addEventListener("click", () => this.save());
    document.getElementById("my-load").addEventListener("change", (event) => this.load(event.target));
    document.addEventListener("ladder:my-path", ({ detail }) => this.start(detail));
    document.getElementById("my-path").hidden = false;
  }

  // My path of somebody who is now in a class and aims at another.
  start({ class: present, target }) {
    for (const [name, id] of [["my-class", present], ["my-target", target]]) document.getElementById(name).value = id;
    this.soon();
    document.getElementById("my-path").scrollIntoView();
    document.getElementById("my-class").focus();
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
