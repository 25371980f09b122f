// The form of My path: four facts, and rows of more. What is typed becomes a profile (docs/contracts.md, section 3).
import { isBefore, readMonth } from "../../my_path/months.js";
import { compare, readExact } from "../../my_path/exact.js";
import { makeElement } from "../details.js";
import { isMessage, say } from "../messages.js";
import { requirementName, spellMonth } from "../my_words.js";
import { readCredits, readLength, readShare, readWhen } from "./inputs.js";
import { pickClass, pickedClass, preparePicker } from "./picker.js";
import { Reading, inFile, mine, told, withoutMark } from "./reading.js";
import { KINDS_OF_ROW, RowReader, isBlankRow } from "./rows.js";

const LEAST_STUDY = "0.1";
const MOST_STUDY = 200;
const TYPED = ["since-month", "since-year", "education", "semester", "quarter", "study"];

export class MyForm {
  constructor({ data, catalog, onInput }) {
    Object.assign(this, { data, catalog, onInput, extra: {}, rowsMade: 0 });
    this.programs = data.classes.filter((one) => catalog.classes.get(one.id).is_programme);
    this.form = mine("form");
    this.pickers = [...this.form.querySelectorAll("[data-classes]")];
    for (const control of this.pickers) this.prepare(control);
    mine("add-program").hidden = this.programs.length === 0;
    for (const kind of KINDS_OF_ROW) {
      mine("add-" + kind).addEventListener("click", () => this.addRow(kind).querySelector("select, input").focus());
    }
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("focusin", (event) => { if (event.target.list) this.fillReferences(); });
    this.form.addEventListener("input", () => this.onInput());
    this.hearLeaving();
    mine("as-of").value = this.asOfAtFirst = spellMonth(data.asOf);
    this.arrange();
  }

  // A field that is left is looked at again, but not while a button of the mouse is down: what is told then would move what is
  // being clicked from under it.
  hearLeaving() {
    let isPressed = false;
    document.addEventListener("pointerdown", () => { isPressed = true; }, true);
    for (const kind of ["pointerup", "pointercancel"]) {
      document.addEventListener(kind, () => {
        isPressed = false;
        setTimeout(() => this.onInput(), 0);
      }, true);
    }
    this.form.addEventListener("focusout", () => { if (!isPressed) setTimeout(() => this.onInput(), 0); });
  }

  prepare(control) {
    const classes = control.dataset.classes === "programs" ? this.programs : this.data.classes;
    preparePicker(control, classes, { onChoose: () => this.onInput(), onTell: (words) => { mine("found").textContent = words; } });
  }

  // Each experience that a class asks for in its own words, and back.
  get references() {
    if (!this.found) {
      this.found = { byWords: new Map(), byReference: new Map(), lead: [] };
      for (const [reference, rule] of this.catalog.references) this.keepReference(reference, rule);
    }
    return this.found;
  }

  keepReference(reference, rule) {
    const [id, name] = reference.split("#"), { byWords, byReference, lead } = this.found;
    const titleOf = (one) => this.catalog.classes.get(one)?.title;
    const base = say("my.words_of", { title: titleOf(id), what: rule.what || requirementName(name, titleOf) });
    let words = base;
    for (let count = 2; byWords.has(words); count += 1) words = `${base} (${count})`;
    byWords.set(words, reference);
    byReference.set(reference, words);
    if (rule.lead) lead.push(words);
  }

  fillReferences() {
    if (mine("references").options.length) return;
    const { byWords, lead } = this.references;
    const lines = (list) => list.map((words) => makeElement("option", undefined, { value: words }));
    mine("references").replaceChildren(...lines([...byWords.keys()]));
    mine("lead-words").replaceChildren(...lines(lead.length ? lead : [...byWords.keys()]));
  }

  addRow(kind) {
    const row = mine(kind + "-row").content.firstElementChild.cloneNode(true);
    for (const control of row.querySelectorAll("[data-classes]")) this.prepare(control);
    this.rowsMade += 1;
    for (const label of row.querySelectorAll("label")) {
      const control = label.nextElementSibling;
      control.id = `my-${kind}-${this.rowsMade}-${control.dataset.field}`;
      label.htmlFor = control.id;
    }
    row.querySelector("[data-remove]").addEventListener("click", () => this.removeRow(row, kind));
    mine(kind + "s").append(row);
    return row;
  }

  removeRow(row, kind) {
    const next = row.nextElementSibling ?? row.previousElementSibling;
    row.remove();
    (next?.querySelector("[data-remove]") ?? mine("add-" + kind)).focus();
    this.onInput();
  }

  clear() {
    this.form.reset();
    for (const control of this.pickers) pickClass(control, "");
    for (const kind of KINDS_OF_ROW) mine(kind + "s").replaceChildren();
    mine("as-of").value = this.asOfAtFirst;
    this.keep({});
    this.arrange();
  }

  // What a loaded file holds and the form has no field for is used as it is, and told.
  keep(extra) {
    this.extra = extra;
    const kinds = Object.keys(extra).map((name) => say(isMessage(`kept.${name}`) ? `kept.${name}` : "kept.whole"));
    mine("kept").hidden = kinds.length === 0;
    mine("kept").textContent = kinds.length ? say("my.kept", { what: kinds.join(", ") }) : "";
  }

  get isEmpty() {
    const isTyped = pickedClass(mine("class")) || TYPED.some((one) => mine(one).value.trim());
    return !isTyped && !this.everyRow().length && !Object.keys(this.extra).length;
  }

  everyRow() {
    return [...this.form.querySelectorAll(".rows > li")].filter((row) => !isBlankRow(row));
  }

  rows(kind) {
    return [...mine(kind + "s").children].filter((row) => !isBlankRow(row));
  }

  // Shows what belongs to what is chosen: how much part time is, how many credits some college is.
  arrange() {
    mine("share-part").hidden = !mine("part").checked;
    mine("lead-part").hidden = mine("lead-work").value === "";
    const isSome = mine("education").value === "some", credits = mine("semester-part");
    const home = isSome ? mine("education").parentElement : mine("credits");
    if (credits.parentElement !== home) home.append(credits);
    credits.hidden = false;
  }

  // Reads the form: { profile, plan, target, reading }. What is at fault is left out of the profile, and marked.
  read() {
    this.arrange();
    const reading = new Reading();
    const asOf = reading.take(mine("as-of"), readWhen) ?? this.data.asOf;
    const { byWords } = this.references;
    const referenceOf = (words) => (byWords.has(words) ? { value: byWords.get(words) } : { fault: "my.fault_words" });
    const rows = new RowReader(reading, { referenceOf, asOf: readMonth(asOf) });
    const profile = told({ as_of: asOf, ...this.jobs(reading, rows), standing: this.standing, education: this.education(reading, rows) });
    const listOf = (kind) => this.rows(kind).map((row) => rows[kind](row)).filter((one) => one !== null);
    const events = ["coming", "permit", "leave", "hours"].flatMap(listOf), programs = listOf("program"), licences = listOf("license");
    if (events.length) profile.events = events;
    if (programs.length) profile.programs = programs;
    if (licences.length) profile.licences = licences;
    return { profile: withExtra(profile, this.extra), plan: this.plan(reading), target: reading.picked(mine("target")), reading };
  }

  jobs(reading, rows) {
    const now = [this.presentJob(reading, rows), ...this.rows("second").map((row) => rows.second(row))].filter(Boolean);
    const before = this.rows("job").map((row) => rows.job(row)).filter(Boolean);
    const begun = now.flatMap(({ work, past, since, control }) => {
      const open = Object.keys(since).length ? [reading.own({ ...work, ...since }, control)] : [];
      return [...past, ...open];
    });
    // Jobs with a start and no end are the present ones where nothing else is said.
    const isOpen = now.length > 0 && now.every(({ since }) => since.start !== undefined) && !(this.extra.jobs ?? []).some(goesOn);
    const works = now.map(({ work, control }) => reading.own({ ...work }, control));
    const jobs = [...begun, ...before];
    return told({ jobs: jobs.length ? jobs : undefined, present: isOpen || !works.length ? undefined : works.length > 1 ? works : works[0] });
  }

  presentJob(reading, rows) {
    const classId = reading.picked(mine("class")), since = this.since(reading, rows), share = this.share(reading);
    const lead = this.lead(reading, rows, since), goal = reading.picked(mine("target-class"));
    if (!classId || share === null) return null;
    const work = told({ class: classId, fte: share, target_class: goal });
    if (!lead) return { work, past: [], since, control: mine("class") };
    const leading = { ...work, counts_toward: [lead.reference] };
    const isPart = lead.since !== undefined && since.start !== lead.since;
    const past = isPart ? [reading.own({ ...work, start: since.start, end: lead.since }, mine("since-year"))] : [];
    return { work: leading, past, since: isPart ? { start: lead.since } : since, control: mine("class") };
  }

  // Since when the present class is held: { start } or { months }, {} where nothing is said or it is at fault.
  since(reading, rows) {
    const month = mine("since-month").value, year = mine("since-year"), typed = year.value.trim();
    const isYear = /^[0-9]{4}$/u.test(typed);
    if (!month && !typed) return {};
    if (!typed) reading.wait(year, "my.fault_no_year", mine("since"));
    else if (isYear && !month) reading.wait(mine("since-month"), "my.fault_no_month", mine("since"));
    else if (!isYear && month) reading.mark(year, "my.fault_two");
    else if (isYear) return this.started(reading, `${typed}-${month}`);
    else return this.sinceWords(reading, rows, year, typed);
    return {};
  }

  started(reading, start) {
    const { value: asOf } = readWhen(mine("as-of").value);
    if (!isBefore(asOf ?? this.data.asOf, start)) return { start };
    reading.mark(mine("since-year"), "my.fault_ahead");
    return {};
  }

  sinceWords(reading, rows, year, typed) {
    const length = readLength(typed);
    if (length.value !== undefined) return { months: inFile(length.value) };
    if (length.fault === "my.fault_long") {
      reading.mark(year, length.fault);
      return {};
    }
    const start = rows.past(year);
    return start === undefined || reading.faults.has(year) ? {} : { start };
  }

  // The share of full time; undefined for full time, null where it is not known.
  share(reading) {
    if (!mine("part").checked) return undefined;
    const share = reading.take(mine("share"), readShare);
    if (!mine("share").value.trim()) reading.wait(mine("share"), "my.fault_share", mine("work"));
    return share === undefined ? null : inFile(share);
  }

  lead(reading, rows, since) {
    if (mine("lead-work").value === "") return null;
    const reference = this.leadKind(reading), from = rows.past(mine("lead-since"));
    if (from !== undefined && since.start === undefined) reading.mark(mine("lead-since"), "my.fault_lead_since");
    else if (from !== undefined && isBefore(from, since.start)) reading.mark(mine("lead-since"), "my.fault_lead_early");
    return reference && !reading.faults.has(mine("lead-since")) ? { reference, since: from } : null;
  }

  // What lead work counts toward; where one class alone asks for some, that is filled in.
  leadKind(reading) {
    const { byWords, lead } = this.references, kind = mine("lead-kind");
    if (!kind.value.trim() && lead.length === 1) [kind.value] = lead;
    const reference = reading.take(kind, (words) => (byWords.has(words) ? { value: byWords.get(words) } : { fault: "my.fault_words" }));
    if (!kind.value.trim()) reading.wait(kind, "my.fault_missing", mine("lead-part"));
    return reference;
  }

  // Who holds a class of the agency now is employed there now, unless told otherwise.
  get standing() {
    const truths = { true: true, false: false, "": undefined, unsaid: undefined };
    const found = Object.fromEntries([...this.form.querySelectorAll("[data-standing]")].map((one) => [one.dataset.standing, truths[one.value]]));
    if (mine("internal").value === "" && pickedClass(mine("class"))) found.internal = true;
    const said = told(found);
    return Object.keys(said).length ? said : undefined;
  }

  education(reading, rows) {
    const level = mine("education").value;
    const degrees = this.rows("degree").map((row) => rows.degree(row)).filter(Boolean);
    if (level && !["none", "some"].includes(level) && !degrees.some((one) => one.level === level)) degrees.unshift({ level });
    const courses = this.rows("course").map((row) => rows.course(row)).filter(Boolean);
    const found = told({
      semester_hours: inFile(reading.take(mine("semester"), readCredits)),
      quarter_hours: inFile(reading.take(mine("quarter"), readCredits)),
      degrees: degrees.length ? degrees : undefined,
      courses: courses.length ? courses : undefined,
    });
    return Object.keys(found).length ? found : undefined;
  }

  plan(reading) {
    const lead = reading.picked(mine("lead"));
    const study = reading.take(mine("study"), readPlannedStudy) ?? "0";
    return { kind: mine("plan").value, study, lead_in: lead ? [lead] : [] };
  }

  // What a row is called on screen: its kind and its place among those of its kind.
  placeOf(control) {
    const row = control.closest(".rows > li"), field = withoutMark(control.labels?.[0]?.textContent ?? control.ariaLabel ?? "");
    if (!row) return field;
    return say("my.fault_row", { what: field, number: [...row.parentElement.children].indexOf(row) + 1 });
  }
}

const goesOn = (job) => (job.start ?? null) !== null && (job.end ?? null) === null;

function readPlannedStudy(typed) {
  const { value } = readCredits(typed), hours = value === undefined ? null : readExact(value);
  const isRead = hours !== null && compare(hours, MOST_STUDY) <= 0 && (compare(hours, 0) === 0 || compare(hours, readExact(LEAST_STUDY)) >= 0);
  return isRead ? { value } : { fault: "my.fault_credits_year" };
}

function withExtra(profile, { jobs = [], standing = {}, education = {}, events = [], ...rest }) {
  const found = { ...profile, ...rest };
  if (jobs.length) found.jobs = [...(profile.jobs ?? []), ...jobs];
  if (events.length) found.events = [...(profile.events ?? []), ...events];
  if (Object.keys(standing).length) found.standing = { ...profile.standing, ...standing };
  if (Object.keys(education).length) found.education = { ...profile.education, ...education };
  return found;
}
