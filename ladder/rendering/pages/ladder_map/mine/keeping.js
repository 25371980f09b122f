// What is typed is in this page alone: leaving it and clearing it ask first. On a phone the facts fold to one card.
import { say } from "../messages.js";
import { spellMonth } from "../my_words.js";
import { readWhen } from "./inputs.js";
import { pickedClass } from "./picker.js";
import { mine } from "./reading.js";

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

export function factsInWords(words) {
  const id = pickedClass(mine("class")), month = mine("since-month").value, typed = mine("since-year").value.trim();
  const since = month ? `${typed}-${month}` : readWhen(typed).value, share = mine("share").value.trim(), credits = mine("semester").value.trim();
  const level = mine("education");
  return [
    id ? words.titleOf(id) : "",
    since && /^[0-9]{4}-[0-9]{2}/u.test(since) ? say("my.told_since", { month: spellMonth(since.slice(0, 7)) }) : typed && say("my.told_length", { time: typed }),
    id && mine("full").checked ? say("my.told_full") : share && say("my.told_share", { share }),
    credits ? say("my.told_hours", { count: credits }) : level.value ? level.selectedOptions[0].textContent : "",
  ].filter(Boolean);
}
