// One look at the form: what is read of each field, which controls are at fault, and which part of the profile is whose.
import { lostIn, pickedClass } from "./picker.js";

export const mine = (name) => document.getElementById("my-" + name);

// A label that stands within a sentence: a question is asked in the form alone.
export const withoutMark = (label) => label.replace(/[?.:]$/u, "");

// A number as a profile file writes it, where JSON can hold it exactly; else its decimal text.
export function inFile(text) {
  return text !== undefined && String(Number(text)) === text ? Number(text) : text;
}

// The group without what is not said.
export function told(fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== "" && value !== null));
}

export class Reading {
  constructor() {
    Object.assign(this, { faults: new Map(), notes: new Map(), owners: new Map(), waiting: 0 });
  }

  // The control, or the first of several, is at fault; the first fault of a control is told.
  mark(control, message) {
    if (!this.faults.has(control)) this.faults.set(control, message);
  }

  // Something is still to be filled in: no fault while somebody is at it, and nothing whole either.
  wait(control, message, place = control.parentElement) {
    if (place.contains(document.activeElement)) this.waiting += 1;
    else this.mark(control, message);
  }

  // The class chosen in a box; words left there that are no class's are at fault.
  picked(control) {
    const lost = lostIn(control);
    if (lost) this.wait(control, lost);
    return pickedClass(control);
  }

  note(control, message) {
    this.notes.set(control, message);
  }

  // What the control says, by its reader; undefined where it says nothing or is at fault.
  take(control, reader) {
    const typed = control.value.trim();
    if (!typed) return undefined;
    const { value, fault } = reader(typed);
    if (fault) this.mark(control, fault);
    return value;
  }

  // The part of the profile that a control answers for.
  own(part, control) {
    this.owners.set(part, control);
    return part;
  }

  // What `read` makes of fields, null where one of them is at fault or waits.
  whole(read) {
    const amiss = () => this.faults.size + this.waiting, before = amiss(), found = read();
    return amiss() > before ? null : found;
  }

  // The control that answers for a place in the profile, and the part that it stands for.
  ownerOf(profile, place) {
    let value = profile, found = {};
    for (const step of place) {
      value = value?.[step];
      if (this.owners.has(value)) found = { control: this.owners.get(value), part: value };
    }
    return found;
  }
}
