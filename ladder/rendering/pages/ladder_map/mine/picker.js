// How My path lets one choose a class: the one place that knows what kind of control that is.
import { fillClassList } from "../questions.js";
import { say } from "../messages.js";

// Fills the list of a picker the first time that somebody turns to it: hundreds of classes are not copied for each row.
export function preparePicker(control, data, { now = false } = {}) {
  const fill = () => {
    if (control.dataset.filled) return;
    control.dataset.filled = "true";
    fillClassList(control, data, { empty: say("my.choose") });
  };
  if (now) fill();
  for (const kind of ["pointerdown", "focus"]) control.addEventListener(kind, fill);
}

export function pickedClass(control) {
  return control.value;
}

export function pickClass(control, id, name) {
  if (id && ![...control.options].some((one) => one.value === id)) control.append(new Option(name, id));
  control.value = id;
}
