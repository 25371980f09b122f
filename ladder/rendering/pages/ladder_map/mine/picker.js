// How My path lets one choose a class: the one place that knows what kind of control that is.
import { ComboBox } from "../../finding/combo_box.js";
import { say } from "../messages.js";

const boxes = new WeakMap();

// Makes a box of the control in which a class is typed or chosen; all of them share one list of classes.
export function preparePicker(control, classes, { onChoose, onTell }) {
  boxes.set(control, new ComboBox(control, { classes, say, onChoose, onTell }));
}

export function pickedClass(control) {
  return control.dataset.chosen ?? "";
}

export function pickClass(control, id) {
  boxes.get(control).value = id;
}

// What a control says, without blanks around it; words typed to find a class say nothing until one is chosen.
export function saidIn(control) {
  return control.matches("[data-classes]") ? pickedClass(control) : control.value.trim();
}
