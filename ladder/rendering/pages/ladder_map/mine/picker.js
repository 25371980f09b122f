// How My path lets one choose a class: the one place that knows what kind of control that is.
import { ComboBox } from "../../finding/combo_box.js";
import { say } from "../messages.js";

const boxes = new WeakMap();

// Makes a box of the control in which a class is typed or chosen; all of them share one list of classes.
export function preparePicker(control, classes, { onChoose, onTell }) {
  boxes.set(control, new ComboBox(control, { classes, say, onChoose, onTell, keepsTyped: true }));
}

export function pickedClass(control) {
  return control.dataset.chosen ?? "";
}

export function pickClass(control, id) {
  boxes.get(control).value = id;
}

// What is to be said of words left in the box that are no class's; "" where there are none.
export function lostIn(control) {
  return boxes.get(control)?.lost ?? "";
}

// What a control says, without blanks around it; words being typed to find a class say nothing until one is chosen.
export function saidIn(control) {
  const isTyping = control.matches("[data-classes]") && control === document.activeElement;
  return isTyping ? pickedClass(control) : control.value.trim();
}
