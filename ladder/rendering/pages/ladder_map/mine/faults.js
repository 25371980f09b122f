// Faults told at their own fields: each marked, with a sentence beside it; and how many there are, said once.
import { makeElement } from "../details.js";
import { isMessage, say } from "../messages.js";
import { mine } from "./reading.js";

const MOST_FAULTS = 100;

export class FaultMarks {
  constructor(form) {
    Object.assign(this, { form, marked: new Map(), made: 0 });
  }

  tell(reading) {
    for (const [control, sign] of this.marked) if (!reading.faults.has(control) && !reading.notes.has(control)) this.unmark(control, sign);
    for (const [control, message] of reading.notes) if (!reading.faults.has(control)) this.mark(control, message, false);
    for (const [control, message] of reading.faults) this.mark(control, message, true);
    this.tellCount([...reading.faults.keys()]);
  }

  tellCount(controls) {
    const count = controls.length === 1 ? say("my.fault_one") : say("my.fault_more", { count: controls.length });
    const places = controls.map((control) => this.form.placeOf(control)).join("; ");
    const sentence = controls.length ? `${say("my.fault_count", { count })} ${places}.` : "";
    if (mine("faults").textContent !== sentence) mine("faults").replaceChildren(...(sentence ? [makeElement("p", sentence, { dir: "auto" })] : []));
  }

  mark(control, message, isFault) {
    const sign = this.marked.get(control) ?? this.signFor(control);
    const words = isMessage(message) ? say(message) : message;
    if (sign.textContent !== words) sign.textContent = words;
    sign.className = isFault ? "fault" : "hint";
    if (isFault) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
  }

  signFor(control) {
    this.made += 1;
    const sign = makeElement("p", "", { id: `my-fault-${this.made}` });
    (control.closest(".pair") ?? control.parentElement.querySelector(".choices") ?? control).after(sign);
    control.setAttribute("aria-describedby", [control.getAttribute("aria-describedby"), sign.id].filter(Boolean).join(" "));
    this.marked.set(control, sign);
    return sign;
  }

  unmark(control, sign) {
    const others = (control.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && id !== sign.id);
    if (others.length) control.setAttribute("aria-describedby", others.join(" "));
    else control.removeAttribute("aria-describedby");
    control.removeAttribute("aria-invalid");
    sign.remove();
    this.marked.delete(control);
  }

  // Why a file is not used.
  tellOfFile(faults) {
    const list = makeElement("ul");
    list.append(...faults.slice(0, MOST_FAULTS).map((one) => makeElement("li", faultOfFile(one), { dir: "auto" })));
    if (faults.length > MOST_FAULTS) list.append(makeElement("li", say("my.file_more", { count: faults.length - MOST_FAULTS })));
    mine("faults").replaceChildren(makeElement("p", say("my.file_faults")), list);
  }
}

function faultOfFile({ place = [], what }) {
  const [first, ...rest] = place;
  if (first === undefined) return what;
  const steps = [String(first), ...rest.map((one) => (typeof one === "number" ? String(one + 1) : String(one)))];
  return say("my.file_fault", { place: steps.join(", ").replaceAll("_", " "), what });
}
