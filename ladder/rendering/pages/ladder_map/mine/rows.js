// Rows of the form: what can be added any number of times, and how each is read and filled.
import { isBefore, readMonth } from "../../my_path/months.js";
import { readCredits, readLength, readShare, readWhen, readWholeMonths } from "./inputs.js";
import { pickClass, saidIn } from "./picker.js";
import { inFile, told } from "./reading.js";

export const KINDS_OF_ROW = ["second", "job", "degree", "course", "license", "program", "coming", "permit", "leave", "hours"];

export const fieldOfRow = (row, name) => row.querySelector(`[data-field="${name}"]`);

export function isBlankRow(row) {
  return [...row.querySelectorAll("[data-field]")].every((control) => !saidIn(control));
}

const typed = (row, name) => fieldOfRow(row, name).value.trim() || undefined;
const typedTruth = (row, name) => ({ true: true, false: false })[fieldOfRow(row, name).value];

// Reads rows: each reader returns a part of the profile, or null where a field is at fault.
export class RowReader {
  constructor(reading, { referenceOf, asOf }) {
    Object.assign(this, { reading, referenceOf, asOf });
  }

  take(row, name, reader) {
    return this.reading.take(fieldOfRow(row, name), reader);
  }

  need(row, name, value) {
    if (value === undefined && !fieldOfRow(row, name).value.trim()) this.reading.wait(fieldOfRow(row, name), "my.fault_missing", row);
    return value;
  }

  // A month that has come.
  past(control) {
    const when = this.reading.take(control, readWhen);
    if (when !== undefined && readMonth(when) > this.asOf) this.reading.mark(control, "my.fault_ahead");
    return when;
  }

  pastOf(row, name) {
    return this.past(fieldOfRow(row, name));
  }

  // What work is, of a job held now or before.
  work(row) {
    const counts = this.take(row, "counts", this.referenceOf), classId = this.reading.picked(fieldOfRow(row, "class"));
    const title = classId ? undefined : typed(row, "title");
    const hasCounts = fieldOfRow(row, "counts").value.trim();
    if (!classId && !title && !hasCounts) this.reading.wait(fieldOfRow(row, "class"), "my.fault_no_name", row);
    if (!classId && title && !hasCounts) this.reading.note(fieldOfRow(row, "title"), "my.title_only");
    return told({ class: classId, title, fte: inFile(this.take(row, "share", readShare)), counts_toward: counts && [counts] });
  }

  second(row) {
    return this.reading.whole(() => {
      const start = this.pastOf(row, "start"), length = this.take(row, "length", readLength);
      if (start && length) this.reading.mark(fieldOfRow(row, "length"), "my.fault_both_lengths");
      return { work: this.work(row), past: [], since: told({ start, months: inFile(length) }), control: fieldOfRow(row, "class") };
    });
  }

  job(row) {
    return this.reading.whole(() => {
      const length = this.take(row, "length", readLength), start = this.pastOf(row, "start"), end = this.pastOf(row, "end");
      this.checkLength(row, { length, start, end });
      const target = this.reading.picked(fieldOfRow(row, "trainee"));
      return this.reading.own({ ...this.work(row), ...told({ target_class: target, months: inFile(length), start, end }) }, fieldOfRow(row, "class"));
    });
  }

  checkLength(row, { length, start, end }) {
    const has = (name) => fieldOfRow(row, name).value.trim() !== "", isDated = has("start") || has("end");
    if (has("length") && isDated) this.reading.mark(fieldOfRow(row, "length"), "my.fault_both_lengths");
    else if (!has("length")) this.checkDates(row, has);
    if (length === undefined && start && end && isBefore(end, start)) this.reading.mark(fieldOfRow(row, "end"), "my.fault_reversed");
  }

  // Who tells no length tells from when to when.
  checkDates(row, has) {
    if (!has("start")) this.reading.wait(fieldOfRow(row, "length"), "my.fault_no_length", row);
    else if (!has("end")) this.reading.wait(fieldOfRow(row, "end"), "my.fault_missing", row);
  }

  degree(row) {
    return this.reading.whole(() => {
      const part = told({ level: this.need(row, "level", typed(row, "level")), field: typed(row, "field"), month: this.pastOf(row, "month") });
      return this.reading.own(part, fieldOfRow(row, "month"));
    });
  }

  course(row) {
    return this.reading.whole(() => {
      const hours = this.need(row, "credits", this.take(row, "credits", readCredits));
      return this.reading.own(told({ field: this.need(row, "field", typed(row, "field")), semester_hours: inFile(hours) }), fieldOfRow(row, "field"));
    });
  }

  license(row) {
    return this.reading.whole(() => {
      const name = this.need(row, "name", typed(row, "name")), month = this.pastOf(row, "month");
      return month ? this.reading.own({ name, month }, fieldOfRow(row, "month")) : name;
    });
  }

  program(row) {
    return this.reading.whole(() => {
      const name = this.need(row, "name", this.reading.picked(fieldOfRow(row, "name")) || undefined);
      const part = { name, approved: typedTruth(row, "approved"), completed: typedTruth(row, "completed"), months_remaining: this.take(row, "left", readWholeMonths) };
      return this.reading.own(told(part), fieldOfRow(row, "name"));
    });
  }

  event(row, what) {
    return this.reading.whole(() => {
      const month = this.need(row, "month", this.take(row, "month", readWhen));
      return this.reading.own(told({ month, ...what() }), fieldOfRow(row, "month"));
    });
  }

  coming(row) {
    return this.event(row, () => ({ degree: told({ level: this.need(row, "level", typed(row, "level")), field: typed(row, "field") }) }));
  }

  permit(row) {
    return this.event(row, () => ({ licence: this.need(row, "name", typed(row, "name")) }));
  }

  leave(row) {
    return this.event(row, () => {
      const length = this.need(row, "length", this.take(row, "length", readWholeMonths));
      if (length === 0) this.reading.mark(fieldOfRow(row, "length"), "my.fault_whole");
      return { leave_months: length };
    });
  }

  hours(row) {
    return this.event(row, () => ({ fte: inFile(this.need(row, "share", this.take(row, "share", readShare))) }));
  }
}

// Puts values into a row.
export function fillRow(row, values) {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === null) continue;
    const control = fieldOfRow(row, name);
    if (control.matches("[data-classes]")) pickClass(control, value);
    else control.value = value;
  }
}
