// The form of My path: what is typed becomes a profile (docs/contracts.md, section 3), and back.
import { fillClassList } from "./questions.js";

const myField = (name) => document.getElementById("my-" + name);
// More rows than this are counted as they stand in the file; a row of fields for each would hold the page up.
const MOST_ROWS = 40;
const MOST_TOLD = 400;
const KINDS_OF_ROW = ["job", "degree", "course", "program"];
const SHOWN_OF_JOB = ["class", "title", "months", "start", "end", "fte", "counts_toward", "target_class"];

// Fills every list of classes within an element that says which classes it takes.
export function fillMyLists(root, data, programmes) {
  for (const select of root.querySelectorAll("select[data-classes]")) {
    const isProgramme = select.dataset.classes === "programmes";
    const classes = isProgramme ? data.classes.filter((one) => programmes.has(one.id)) : data.classes;
    fillClassList(select, { ...data, classes }, { empty: isProgramme || !select.dataset.classes ? "Choose" : "None" });
  }
}

export class MyForm {
  constructor({ data, catalog, onInput }) {
    Object.assign(this, { data, catalog, onInput, extra: {}, rowsMade: 0 });
    this.programmes = new Set([...catalog.classes].filter(([, spec]) => spec.is_programme).map(([id]) => id));
    this.form = myField("form");
    fillMyLists(this.form, data, this.programmes);
    const references = [...catalog.references.keys()].map((one) => new Option(this.nameOf(one), one));
    myField("references").replaceChildren(...references);
    myField("add-program").hidden = this.programmes.size === 0;
    for (const kind of KINDS_OF_ROW) {
      myField("add-" + kind).addEventListener("click", () => {
        this.addRow(kind).querySelector("select, input").focus();
        onInput();
      });
    }
    this.form.addEventListener("input", onInput);
    this.form.addEventListener("submit", (event) => event.preventDefault());
    // The button empties the fields only after this event.
    myField("clear").addEventListener("click", () => setTimeout(() => this.clear(), 0));
  }

  nameOf(reference) {
    const [id, requirement] = reference.split("#");
    return `${this.catalog.classes.get(id).title}: ${requirement}`;
  }

  addRow(kind, values = {}) {
    const row = myField(kind + "-row").content.firstElementChild.cloneNode(true);
    fillMyLists(row, this.data, this.programmes);
    this.rowsMade += 1;
    for (const label of row.querySelectorAll("label")) {
      const control = label.nextElementSibling;
      control.id = `my-${kind}-${this.rowsMade}-${control.dataset.field}`;
      label.htmlFor = control.id;
    }
    for (const [name, value] of Object.entries(values)) row.querySelector(`[data-field="${name}"]`).value = value;
    row.querySelector("[data-remove]").addEventListener("click", () => {
      const next = row.nextElementSibling ?? row.previousElementSibling;
      row.remove();
      (next?.querySelector("[data-remove]") ?? myField("add-" + kind)).focus();
      this.onInput();
    });
    myField(kind + "s").append(row);
    return row;
  }

  clear() {
    for (const kind of KINDS_OF_ROW) myField(kind + "s").replaceChildren();
    this.keep({});
    this.onInput();
  }

  // What a loaded file holds and the form has no field for is used as it is, and told.
  keep(extra) {
    this.extra = extra;
    const told = Object.entries(extra).map(([name, value]) => `${name}: ${shortened(JSON.stringify(value))}`);
    myField("kept").hidden = told.length === 0;
    myField("kept").textContent = told.length ? `Kept from the file and counted, though the form has no field for it: ${told.join("; ")}` : "";
  }

  get isEmpty() {
    const rows = this.form.querySelectorAll(".rows li").length;
    const typed = ["class", "months", "counts", "semester", "quarter", "study", "licences"].some((one) => myField(one).value);
    return !rows && !typed && Object.keys(this.extra).length === 0;
  }

  rows(kind) {
    return [...myField(kind + "s").children].map((row) => {
      const fields = [...row.querySelectorAll("[data-field]")];
      return Object.fromEntries(fields.map((one) => [one.dataset.field, one.value.trim()]).filter(([, value]) => value));
    });
  }

  // The profile that is typed: only what is filled in, so that what is not declared stays so.
  get profile() {
    const profile = { as_of: myField("as-of").value.trim() || undefined };
    const present = this.present;
    const jobs = this.rows("job").map(typedJob);
    const months = myField("months").value.trim();
    if (months && Object.keys(present).length) jobs.unshift({ ...present, months });
    if (jobs.length) profile.jobs = jobs;
    if (present.class || present.counts_toward) profile.present = present;
    const standing = this.standing;
    if (Object.keys(standing).length) profile.standing = standing;
    const education = this.education;
    if (Object.keys(education).length) profile.education = education;
    const programs = this.rows("program").map(typedProgram);
    if (programs.length) profile.programs = programs;
    const licences = myField("licences").value.split(",").map((one) => one.trim()).filter(Boolean).map(typedLicence);
    if (licences.length) profile.licences = licences;
    return withNumbers(withExtra(profile, this.extra));
  }

  get present() {
    const told = {
      class: myField("class").value,
      fte: myField("fte").value.trim(),
      counts_toward: referencesIn(myField("counts").value),
      target_class: myField("target-class").value,
    };
    const given = Object.fromEntries(Object.entries(told).filter(([, value]) => value && value.length));
    return given.class || given.counts_toward ? given : {};
  }

  get standing() {
    const selects = [...this.form.querySelectorAll("[data-standing]")].filter((one) => one.value);
    return Object.fromEntries(selects.map((one) => [one.dataset.standing, one.value === "true"]));
  }

  get education() {
    const told = { semester_hours: myField("semester").value.trim(), quarter_hours: myField("quarter").value.trim() };
    const given = Object.fromEntries(Object.entries(told).filter(([, value]) => value));
    const degrees = this.rows("degree"), courses = this.rows("course");
    return { ...given, ...(degrees.length ? { degrees } : {}), ...(courses.length ? { courses } : {}) };
  }

  get plan() {
    const lead = myField("lead").value;
    return { kind: myField("plan").value, study: myField("study").value.trim() || "0", lead_in: lead ? [lead] : [] };
  }

  get target() {
    return myField("target").value;
  }

  // Puts a profile file's object into the form.
  fill(profile) {
    this.form.reset();
    for (const kind of KINDS_OF_ROW) myField(kind + "s").replaceChildren();
    const extra = {};
    const known = (id) => (this.data.classes.some((one) => one.id === id) ? id : this.catalog.findClasses(id ?? "")[0] ?? "");
    const { as_of: asOf, jobs = [], present = null, standing = {}, education = {}, programs = [], ...more } = profile;
    const { licences = null, licenses = null, ...rest } = more;
    const held = licences ?? licenses;
    if (asOf) myField("as-of").value = asOf;
    const one = Array.isArray(present) || !isShown(present ?? {}, ["class", "fte", "counts_toward", "target_class"]) ? null : present;
    if (present && !one) extra.present = present;
    const [first] = jobs;
    const isPresent = one && first && isShown(first, SHOWN_OF_JOB) && first.months !== undefined && sameWork(first, one);
    if (one) {
      myField("class").value = known(one.class);
      myField("fte").value = one.fte ?? 1;
      myField("counts").value = (one.counts_toward ?? []).join(" ");
      myField("target-class").value = known(one.target_class);
      if (isPresent) myField("months").value = first.months;
    }
    const open = (job) => job.start !== undefined && job.end === undefined;
    const others = isPresent ? jobs.slice(1) : jobs;
    const hasFields = (job) => isShown(job, SHOWN_OF_JOB) && !open(job) && !(job.class && !known(job.class));
    const shown = new Set(others.filter(hasFields).slice(0, MOST_ROWS));
    const kept = others.filter((job) => !shown.has(job));
    if (kept.length) extra.jobs = kept;
    for (const job of shown) this.addRow("job", jobRow(job, known));
    for (const select of this.form.querySelectorAll("[data-standing]")) {
      const value = standing[select.dataset.standing];
      if (typeof value === "boolean") select.value = String(value);
      else if (value !== undefined && value !== null) extra.standing = { ...extra.standing, [select.dataset.standing]: value };
    }
    myField("semester").value = education.semester_hours ?? "";
    myField("quarter").value = education.quarter_hours ?? "";
    for (const { level, field, month } of education.degrees ?? []) {
      this.addRow("degree", { level, field: field ?? "", month: month ?? "" });
    }
    for (const one of education.courses ?? []) this.addRow("course", one);
    for (const each of programs) this.addRow("program", programRow(each, known));
    const isPlain = (held ?? []).every(isTypedAlike);
    myField("licences").value = isPlain ? (held ?? []).map(licenceText).join(", ") : "";
    if (!isPlain) extra.licences = held;
    if (held && !held.length) extra.licences = []; // declared to be none, which is not the same as not declared
    this.keep({ ...extra, ...rest });
    this.onInput();
  }
}

function shortened(text) {
  return text.length <= MOST_TOLD ? text : `${text.slice(0, MOST_TOLD)} ... (${text.length} characters)`;
}

function referencesIn(text) {
  return text.split(/[\s,]+/).filter(Boolean);
}

function typedJob({ counts_toward: counts = "", ...row }) {
  const references = referencesIn(counts);
  return references.length ? { ...row, counts_toward: references } : row;
}

function jobRow({ counts_toward: counts = [], ...job }, known) {
  const row = { ...job, class: known(job.class), counts_toward: counts.join(" ") };
  if (job.target_class) row.target_class = known(job.target_class);
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? ""]));
}

function typedProgram({ approved, completed, months_remaining: months, ...row }) {
  const told = { ...row, completed: completed === "true" };
  if (approved) told.approved = approved === "true";
  if (months) told.months_remaining = /^[0-9]+$/.test(months) ? Number(months) : months;
  return told;
}

// A license as typed, with a month behind it that says since when it is held; and back.
function typedLicence(text) {
  const [, name, month] = /^(.*\S)\s+([0-9]{4}-[0-9]{2}(?:-[0-9]{2})?)$/u.exec(text) ?? [];
  return name ? { name, month } : text;
}

function licenceText(held) {
  return typeof held === "string" ? held : [held.name, held.month].filter(Boolean).join(" ");
}

// Whether a license typed as it is shown is the same license again.
function isTypedAlike(held) {
  const text = licenceText(held), again = typedLicence(text);
  return !text.includes(",") && (again.month ?? null) === (held.month ?? null);
}

function programRow({ name, approved = null, completed = false, months_remaining: months = null }, known) {
  return { name: known(name), approved: approved === null ? "" : String(approved), completed: String(completed), months_remaining: months ?? "" };
}

function isShown(record, names) {
  return Object.keys(record).every((name) => names.includes(name)) && (record.counts_toward ?? []).length < 20;
}

function sameWork(job, present) {
  const key = (one) => JSON.stringify([one.class, String(one.fte ?? 1), one.counts_toward ?? [], one.target_class ?? null]);
  return key(job) === key(present) && job.title === undefined;
}

const NUMBERS = ["months", "fte", "semester_hours", "quarter_hours"];

// Numbers as a file writes them; what is no number stays as typed, and the fault is told.
function withNumbers(value, name = "") {
  if (Array.isArray(value)) return value.map((one) => withNumbers(one));
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withNumbers(one, key)]));
  }
  return NUMBERS.includes(name) && typeof value === "string" && String(Number(value)) === value ? Number(value) : value;
}

function withExtra(profile, { jobs = [], standing = {}, education, licences, ...rest }) {
  const told = { licences, ...profile, ...rest };
  if (jobs.length) told.jobs = [...(profile.jobs ?? []), ...jobs];
  if (Object.keys(standing).length) told.standing = { ...profile.standing, ...standing };
  if (education) told.education = { ...profile.education, ...education };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
}
