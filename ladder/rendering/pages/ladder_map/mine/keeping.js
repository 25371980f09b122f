// What is typed is in this page alone: leaving it and clearing it ask first. On a phone the facts fold to one card.
import { say } from "../messages.js";
import { spellMonth } from "../my_words.js";
import { readWhen } from "./inputs.js";
import { pickedClass } from "./picker.js";
import { mine, withoutMark } from "./reading.js";

export class Guard {
  constructor({ isTyped, onClear }) {
    Object.assign(this, { isTyped, isSaved: true });
    window.addEventListener("beforeunload", (event) => {
      if (this.isSaved || !isTyped()) return;
      event.preventDefault();
      event.returnValue = say("my.saved_note");
    });
    mine("clear").addEventListener("click", () => (isTyped() ? this.ask(true) : onClear()));
    mine("clear-no").addEventListener("click", () => this.ask(false));
    mine("clear-yes").addEventListener("click", () => {
      this.ask(false);
      onClear();
    });
  }

  ask(on) {
    mine("sure").hidden = !on;
    mine(on ? "clear-no" : "clear").focus();
  }

  changed() {
    this.isSaved = false;
  }

  saved() {
    this.isSaved = true;
  }
}

export class Folding {
  constructor({ form, words }) {
    Object.assign(this, { form, words });
    mine("done").addEventListener("click", () => {
      this.fold();
      mine("change").focus();
    });
    mine("change").addEventListener("click", () => {
      this.unfold();
      mine("class").focus();
    });
  }

  fold() {
    this.set(true);
  }

  unfold() {
    this.set(false);
  }

  set(isFolded) {
    mine("facts").classList.toggle("is-folded", isFolded && !this.form.isEmpty);
    mine("change").setAttribute("aria-expanded", String(!isFolded));
    this.tell();
  }

  // The facts in one line.
  tell() {
    mine("told").textContent = factsInWords(this.words).join(", ");
    if (this.form.isEmpty) mine("facts").classList.remove("is-folded");
  }
}

// What was studied; credits say more than "some college".
function studyInWords(level, credits) {
  const schooling = level.value ? level.selectedOptions[0].textContent : "", hours = credits && say("my.told_hours", { count: credits });
  return level.value === "some" ? hours || schooling : [schooling, hours].filter(Boolean).join(", ");
}

// The four facts in words, each empty where it is not told.
function fourFacts(words) {
  const id = pickedClass(mine("class")), month = mine("since-month").value, typed = mine("since-year").value.trim();
  const from = month ? `${typed}-${month}` : readWhen(typed).value, share = mine("share").value.trim();
  return {
    title: id ? words.titleOf(id) : "",
    since: from && /^[0-9]{4}-[0-9]{2}/u.test(from) ? say("my.told_since", { month: spellMonth(from.slice(0, 7)) }) : typed && say("my.told_length", { time: typed }),
    hours: id && mine("full").checked ? say("my.told_full") : share && say("my.told_share", { share }),
    study: studyInWords(mine("education"), mine("semester").value.trim()),
  };
}

export function factsInWords(words) {
  return Object.values(fourFacts(words)).filter(Boolean);
}

const labelOfField = (control) => control.labels?.[0]?.textContent ?? control.closest("fieldset")?.querySelector("legend").textContent ?? "";
const valueOfField = (control) => (control.tagName === "SELECT" ? control.selectedOptions[0]?.textContent ?? "" : control.value.trim());
const isTold = (control) => (control.tagName === "SELECT" ? control.selectedIndex > 0 : Boolean(control.value.trim())) && !control.closest("[hidden]");

// Every fact that is typed, as pairs of a name and a value; the class aimed at is what the sheet is about.
export function factsOnPaper(words, employed) {
  const { title, since, hours, study } = fourFacts(words), standing = mine("internal");
  const pairs = [[say("paper.class_now"), title], [say("paper.since"), since], [say("paper.hours"), hours], [say("paper.education"), study]];
  const isEmployed = title && ["", "true"].includes(standing.value);
  if (isEmployed) pairs.push([say("paper.employer"), employed]);
  pairs.push([say("paper.counted_to"), mine("as-of").value]);
  for (const row of document.querySelectorAll("#my-form .rows > li")) {
    const [first, ...others] = [...row.querySelectorAll("[data-field]")].filter((one) => one.value.trim());
    const more = others.map((one) => say("paper.fact", { name: withoutMark(labelOfField(one)), value: valueOfField(one) }));
    if (first) pairs.push([labelOfField(first), [valueOfField(first), ...more].join("; ")]);
  }
  for (const control of document.querySelectorAll("#my-more .fields :is(input, select)")) {
    const isSaid = ["my-as-of", "my-semester", "my-target"].includes(control.id) || (control === standing && isEmployed);
    if (!isSaid && isTold(control) && !control.closest(".rows")) pairs.push([labelOfField(control), valueOfField(control)]);
  }
  return pairs.filter(([, value]) => value);
}
