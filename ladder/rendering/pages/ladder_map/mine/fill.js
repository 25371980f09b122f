// A profile file's object put into the form. What the form has no field for is kept beside it; what would come out of the
// form as anything else than it was in the file is kept whole.
import { spellMonth, spellMonths } from "../my_words.js";
import { whenInWords } from "./inputs.js";
import { pickClass } from "./picker.js";
import { mine } from "./reading.js";
import { fillRow } from "./rows.js";

// More rows than this are counted as they stand in the file; a row of fields for each would hold the page up.
const MOST_ROWS = 40;
const WORK = ["class", "class_text", "fte", "counts_toward", "target_class"];
const JOB = [...WORK, "title", "months", "start", "end"];

const isBare = (value) => value === undefined || value === null || (Array.isArray(value) && !value.length);
const hasOnly = (record, names) => Object.keys(record).every((name) => names.includes(name) || isBare(record[name]));
const when = (text) => text && whenInWords(text, spellMonth);

// Puts the profile into the form, and what is left of it beside.
export function fillForm(form, profile) {
  form.clear();
  const filler = new Filler(form);
  filler.fill(profile);
  form.arrange();
  const again = form.read().profile;
  if (alike({ as_of: again.as_of, ...profile }, filler) !== alike(again, filler)) {
    form.clear();
    mine("internal").value = "unsaid";
    form.keep(structuredClone(profile));
  }
}

class Filler {
  constructor(form) {
    Object.assign(this, { form, extra: {} });
  }

  known(text) {
    const found = isBare(text) ? [] : this.form.catalog.findClasses(text);
    return found.length === 1 ? found[0] : "";
  }

  row(kind, values) {
    fillRow(this.form.addRow(kind), values);
  }

  wordsOf(references) {
    return references?.length ? this.form.references.byReference.get(references[0]) : undefined;
  }

  keep(name, part) {
    this.extra[name] = [...(this.extra[name] ?? []), part];
  }

  fill({ as_of: asOf, jobs = [], present = null, standing = {}, education = {}, programs = [], events = [], licences = null, licenses = null, ...rest }) {
    if (asOf) mine("as-of").value = when(asOf);
    const before = this.presentJobs(jobs, present);
    for (const job of before) this.job(job);
    this.standing(standing);
    this.education(education);
    for (const one of programs) this.program(one);
    for (const one of events) this.event(one);
    this.licenses(licences, licenses);
    this.form.keep({ ...this.extra, ...rest });
  }

  // Fills the jobs held now; returns the jobs that are not among them.
  presentJobs(jobs, present) {
    const isOpen = (job) => !isBare(job.start) && isBare(job.end);
    const works = present === null ? jobs.filter(isOpen) : [present].flat();
    const left = [...jobs];
    const now = works.map((work) => ({ work, job: takeOut(left, present === null ? (job) => job === work : (job) => (isOpen(job) || !isBare(job.months)) && isSameWork(job, work)) }));
    const first = now.findIndex(({ work }) => this.isMain(work));
    now.forEach(({ work, job }, place) => (place === first ? this.main(work, job, left) : this.second(work, job)));
    return left;
  }

  isMain(work) {
    return this.known(work.class ?? work.class_text) !== "" && isBare(work.title) && (work.counts_toward ?? []).length <= 1;
  }

  main(work, job, left) {
    const id = this.known(work.class ?? work.class_text), counts = work.counts_toward ?? [];
    pickClass(mine("class"), id);
    pickClass(mine("target-class"), this.known(work.target_class));
    this.share(work.fte);
    this.since(counts.length ? this.lead(work, job?.start, left) : job?.start, job);
  }

  // Fills in the lead work; returns since when the class is held.
  lead(work, start, left) {
    const counts = work.counts_toward;
    mine("lead-work").value = "true";
    mine("lead-kind").value = this.wordsOf(counts) ?? "";
    // A job that ended where this one begins, alike but for what it counts as, is the time before the lead work.
    const earlier = takeOut(left, (one) => start && one.end === start && isSameWork({ ...one, counts_toward: counts }, work) && isBare(one.counts_toward));
    if (earlier) mine("lead-since").value = when(start);
    return earlier ? earlier.start : start;
  }

  since(start, job) {
    if (start && /^[0-9]{4}-[0-9]{2}$/u.test(start)) [mine("since-year").value, mine("since-month").value] = start.split("-");
    else if (start) mine("since-year").value = start;
    else if (!isBare(job?.months)) mine("since-year").value = lengthInWords(job.months);
  }

  share(fte) {
    const isWhole = isBare(fte) || String(fte) === "1";
    mine(isWhole ? "full" : "part").checked = true;
    mine("share").value = isWhole ? "" : String(fte);
  }

  second(work, job) {
    this.row("second", { ...this.workValues(work), start: when(job?.start), length: isBare(job?.months) ? undefined : lengthInWords(job.months) });
  }

  workValues({ class: classText, class_text: other, title, fte, counts_toward: counts }) {
    return { class: this.known(classText ?? other) || undefined, title, share: isBare(fte) || String(fte) === "1" ? undefined : String(fte), counts: this.wordsOf(counts) };
  }

  job(job) {
    if (!this.isShown(job)) {
      this.keep("jobs", job);
      return;
    }
    const length = isBare(job.months) ? undefined : lengthInWords(job.months);
    this.row("job", { ...this.workValues(job), length, start: when(job.start), end: when(job.end), trainee: this.known(job.target_class) || undefined });
  }

  // Whether the form has a field for all that a job says, and its class is known or not named.
  isShown(job) {
    const named = job.class ?? job.class_text, isOpen = !isBare(job.start) && isBare(job.end);
    const hasFields = hasOnly(job, JOB) && (job.counts_toward ?? []).length <= 1 && mine("jobs").children.length < MOST_ROWS;
    return hasFields && !isOpen && (isBare(named) || this.known(named) !== "");
  }

  standing(standing) {
    mine("internal").value = "unsaid";
    for (const select of this.form.form.querySelectorAll("[data-standing]")) {
      const name = select.dataset.standing, value = standing[name];
      if (typeof value === "boolean") select.value = String(value);
      else if (!isBare(value)) this.extra.standing = { ...this.extra.standing, [name]: value };
    }
  }

  education({ semester_hours: semester, quarter_hours: quarter, degrees = [], courses = [] }) {
    mine("semester").value = semester ?? "";
    mine("quarter").value = quarter ?? "";
    const [first] = degrees, isPlain = first && isBare(first.field) && isBare(first.month);
    if (isPlain) mine("education").value = first.level;
    else if (!degrees.length && !isBare(semester)) mine("education").value = "some";
    for (const one of degrees.slice(Number(isPlain))) this.row("degree", { ...one, month: when(one.month) });
    for (const { field, semester_hours: credits } of courses) this.row("course", { field, credits });
  }

  program({ name, approved, completed, months_remaining: left }) {
    const truth = (value) => (isBare(value) ? undefined : String(value));
    this.row("program", { name: this.known(name) || undefined, approved: truth(approved), completed: truth(completed), left });
  }

  event(event) {
    const { month, degree, fte, leave_months: length, licence, license } = event;
    if (degree) this.row("coming", { ...degree, month: when(month) });
    else if (!isBare(fte)) this.row("hours", { share: String(fte), month: when(month) });
    else if (!isBare(length)) this.row("leave", { length: spellMonths(length), month: when(month) });
    else if (!isBare(licence ?? license)) this.row("permit", { name: licence ?? license, month: when(month) });
    else this.keep("events", event);
  }

  licenses(licences, licenses) {
    const held = licences ?? licenses;
    // Declared to be none, which is not the same as not declared.
    if (held && !held.length) this.extra.licences = [];
    for (const one of held ?? []) this.row("license", typeof one === "string" ? { name: one } : { ...one, month: when(one.month) });
  }
}

function lengthInWords(months) {
  return Number.isInteger(Number(months)) ? spellMonths(Number(months)) : String(months);
}

function takeOut(list, holds) {
  const place = list.findIndex(holds);
  return place < 0 ? undefined : list.splice(place, 1)[0];
}

const workKey = (work) => JSON.stringify([work.class ?? work.class_text ?? null, work.title ?? null, String(work.fte ?? 1), work.counts_toward ?? [], work.target_class ?? null]);
const isSameWork = (one, other) => workKey(one) === workKey(other);

// What a profile says, the same text in whatever order it says it, by either spelling, with or without what is so by default.
function alike(profile, filler) {
  const { jobs = [], present = null, licences, licenses, ...rest } = profile;
  const isOpen = (job) => !isBare(job.start) && isBare(job.end);
  const works = present === null ? jobs.filter(isOpen).map(({ start: _start, ...work }) => work) : [present].flat();
  const text = (value) => JSON.stringify(value, (key, one) => plainValueOf(key, one, filler));
  const sorted = (list) => list.map(text).sort();
  const programs = (rest.programs ?? []).map((one) => ({ ...one, name: filler.known(one.name) || one.name }));
  return text({ ...rest, programs, jobs: sorted(jobs), present: sorted(works), licences: licences ?? licenses, events: sorted(rest.events ?? []) });
}

const BY_DEFAULT = new Map([["fte", "1"], ["semester_hours", "0"], ["quarter_hours", "0"]]);
const ONE_SPELLING = new Map([["license", "licence"], ["class_text", "class"]]);

const isEmptyGroup = (one) => typeof one === "object" && !Array.isArray(one) && !Object.keys(one).length;
// Whether a field says more than is so by default: of licenses, that there are none says something.
const isSaid = ([name, one]) => (name === "licences" && Array.isArray(one)) || (!isBare(one) && BY_DEFAULT.get(name) !== String(one) && !isEmptyGroup(one));

function plainValueOf(key, value, filler) {
  if (typeof value === "number") return String(value);
  if (["class", "class_text", "target_class"].includes(key)) return filler.known(value) || value;
  if (!value || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(isSaid).map(([name, one]) => [ONE_SPELLING.get(name) ?? name, one]).sort());
}
