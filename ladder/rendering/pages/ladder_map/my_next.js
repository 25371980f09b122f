// The classes that come next for a person, and those met now, in words.
import { nextClasses } from "../my_path/next_classes.js";
import { makeElement } from "./details.js";

const MOST_NEXT = 5;
const MOST_MET = 10;
const A_UNIT = { hourly: "an hour", biweekly: "every two weeks", monthly: "a month", yearly: "a year" };
const part = (name) => document.getElementById("my-" + name);

// What the lowest pay gains or loses, as "$3,750.50 more a year"; "" where it cannot be told.
export function spellGain(gain) {
  if (!gain) return "";
  const [whole, parts = ""] = gain.low.replace("-", "").split(".");
  let cents = parts;
  while (cents.endsWith("0")) cents = cents.slice(0, -1);
  const figure = BigInt(whole).toLocaleString("en-US") + (cents ? "." + cents.padEnd(2, "0") : "");
  return `$${figure} ${gain.low.startsWith("-") ? "less" : "more"} ${A_UNIT[gain.unit]}`;
}

export class MyNext {
  constructor({ names, catalog, whenOf }) {
    Object.assign(this, { names, catalog, whenOf });
    part("lower-pay").addEventListener("change", () => this.tellList());
  }

  // Tells the lists; returns the first class that comes next with its answer, if there is one.
  tell(answers, history, include) {
    Object.assign(this, { answers, history, include });
    this.tellMet(answers.filter(({ status }) => status === "now"));
    return this.tellList();
  }

  tellList() {
    const lowerPay = part("lower-pay").checked;
    const found = nextClasses(this.catalog, this.history, this.answers, this.include, { lowerPay });
    part("next").replaceChildren(...found.slice(0, MOST_NEXT).map((one) => makeElement("li", this.words(one), { dir: "auto" })));
    part("next-none").hidden = found.length > 0;
    return found[0]?.answer;
  }

  words({ answer, payGain }) {
    const gain = spellGain(payGain);
    return `${this.names.get(answer.target)}: ${this.whenOf(answer)}${gain ? `; its lowest pay is ${gain}` : ""}.`;
  }

  tellMet(met) {
    const held = new Set(this.history.present.map((one) => one.classId));
    const names = met.filter(({ target }) => !held.has(target)).map(({ target }) => this.names.get(target));
    const more = names.length > MOST_MET ? `, and ${names.length - MOST_MET} more in the table` : "";
    part("met").textContent = names.length ? `Met now: ${names.slice(0, MOST_MET).join(", ")}${more}.` : "No other class is met now.";
  }
}
