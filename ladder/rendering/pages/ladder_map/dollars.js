// Pay in words. Dollars stand as the record has them, cents only where there are some, and never rounded (a record holds four places).
import { say } from "./messages.js";

const PAY_UNITS = ["hourly", "biweekly", "monthly", "yearly"];
const dollarFigures = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD", maximumFractionDigits: 4, trailingZeroDisplay: "stripIfInteger" });

export const dollarsOf = (amount) => dollarFigures.format(amount);

// What an amount given as text gains or loses: "+$16,182", "\u2212$7,412".
export function signedDollars(amount) {
  return (amount.startsWith("-") ? "\u2212" : "+") + dollarsOf(amount.replace("-", ""));
}

// What a figure is paid for: "a year"; nothing for a unit that is none.
export const unitWords = (unit) => (PAY_UNITS.includes(unit) ? say(`pay.unit.${unit}`) : "");
