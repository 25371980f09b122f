// Exact numbers: whole numbers and fractions, never a binary fraction (docs/semantics.md, C3).
//
// An exact number is a JavaScript number where it is a whole one that is safe, which is as
// exact and quicker; otherwise a Ratio in lowest terms. Both parts of a Ratio are safe whole
// numbers where they can be, else both are BigInt. So equal values always look alike.

const MOST_SIGNIFICANT_DIGITS = 28;
const DECIMAL_TEXT = /^-?[0-9]{1,9}(?:\.[0-9]{1,9})?$/u;
const SMALL_NUMBER = /^(-?)([0-9])(?:\.([0-9]{1,20}))?e-([0-9]{1,3})$/;

/** @typedef {number | Ratio} Exact */

// A fraction; made by the functions below alone, which keep it in lowest terms.
export class Ratio {
  constructor(numerator, denominator) {
    this.numerator = numerator;
    this.denominator = denominator;
    Object.freeze(this);
  }
}

// Returns the number or decimal text exactly: 0.7 is 7/10. Takes at most nine digits on either
// side of the point, as profile files do; throws a RangeError for anything else.
export function exact(numberOrText) {
  const value = readExact(numberOrText);
  if (value === null) {
    throw new RangeError("this is not a number; write digits, such as 31.5");
  }
  return value;
}

// Returns the number or decimal text exactly, null where it is none.
export function readExact(value) {
  if (value instanceof Ratio) {
    return value;
  }
  const text = typeof value === "number" ? plainDigits(value) : value;
  return typeof text === "string" && DECIMAL_TEXT.test(text) ? fromDecimal(text) : null;
}

// A number is read by its shortest decimal text, which is what a person typed.
function plainDigits(value) {
  const text = String(value);
  const small = SMALL_NUMBER.exec(text);
  return small ? small[1] + "0." + "0".repeat(Number(small[4]) - 1) + small[2] + (small[3] || "") : text;
}

function fromDecimal(text) {
  const [whole, part = ""] = text.split(".");
  const numerator = BigInt(whole.replace("-", "") + part);
  return reducedBig(whole.startsWith("-") ? -numerator : numerator, 10n ** BigInt(part.length));
}

export function add(one, other) {
  if (typeof one === "number" && typeof other === "number") {
    const sum = one + other;
    if (Number.isSafeInteger(sum)) {
      return sum;
    }
  }
  const a = topOf(one), b = bottomOf(one), c = topOf(other), d = bottomOf(other);
  if (areSmall(a, b, c, d)) {
    const left = a * d, right = c * b, bottom = b * d;
    if (areSafe(left, right, bottom) && Number.isSafeInteger(left + right)) {
      return reduced(left + right, bottom);
    }
  }
  const [n, m, p, q] = [BigInt(a), BigInt(b), BigInt(c), BigInt(d)];
  return reducedBig(n * q + p * m, m * q);
}

export function subtract(one, other) {
  return add(one, negative(other));
}

export function multiply(one, other) {
  return ratioOf(topOf(one), topOf(other), bottomOf(one), bottomOf(other));
}

// Returns one / other; throws a RangeError where other is nought.
export function divide(one, other) {
  const top = topOf(other);
  if (!top) {
    throw new RangeError("division by nought");
  }
  const bottom = top < 0 ? -bottomOf(other) : bottomOf(other);
  return ratioOf(topOf(one), bottom, bottomOf(one), top < 0 ? -top : top);
}

// Returns (a * b) / (c * d), where c and d are more than nought.
function ratioOf(a, b, c, d) {
  if (areSmall(a, b, c, d)) {
    const top = a * b, bottom = c * d;
    if (areSafe(top, bottom, 0)) {
      return reduced(top, bottom);
    }
  }
  return reducedBig(BigInt(a) * BigInt(b), BigInt(c) * BigInt(d));
}

// Returns -1, 0 or 1 as one is less than, equal to, or more than the other.
export function compare(one, other) {
  if (typeof one === "number" && typeof other === "number") {
    return one < other ? -1 : Number(one > other);
  }
  const top = topOf(subtract(one, other));
  return top < 0 ? -1 : Number(top > 0);
}

export function smaller(one, other) {
  return compare(one, other) <= 0 ? one : other;
}

export function larger(one, other) {
  return compare(one, other) >= 0 ? one : other;
}

// Returns the greatest whole number that is not more.
/** @returns {any} a whole number, as exact numbers are */
export function floorOf(value) {
  if (typeof value === "number") {
    return value;
  }
  const top = BigInt(value.numerator), bottom = BigInt(value.denominator);
  const quotient = top / bottom;
  return reducedBig(top < 0n && quotient * bottom !== top ? quotient - 1n : quotient, 1n);
}

// Returns the least whole number that is not less.
/** @returns {any} a whole number, as exact numbers are */
export function ceilingOf(value) {
  return typeof value === "number" ? value : negative(floorOf(negative(value)));
}

export function isWhole(value) {
  return typeof value === "number" || BigInt(value.denominator) === 1n;
}

// Returns the sum of exact numbers, 0 of none.
export function sumOf(values) {
  /** @type {Exact} */
  let total = 0;
  for (const value of values) {
    total = add(total, value);
  }
  return total;
}

// Returns the number as the JSON answers carry it: whole or decimal, else a fraction in text.
export function toJson(value) {
  if (value === null || typeof value === "number") {
    return value;
  }
  const digits = printExact(value);
  return digits.includes("/") ? digits : Number(digits);
}

// Returns the number in digits: 24, 31.5, or 88/15 where no decimal ends.
export function printExact(value) {
  const top = BigInt(topOf(value)), bottom = BigInt(bottomOf(value));
  const places = decimalPlaces(bottom);
  if (places === null) {
    return `${top}/${bottom}`;
  }
  const sign = top < 0n ? "-" : "";
  return sign + pointed((top < 0n ? -top : top) * 10n ** BigInt(places) / bottom, places);
}

// Returns how many places after the point a fraction with this denominator has, null if endless.
function decimalPlaces(denominator) {
  let rest = denominator;
  const counts = [2n, 5n].map((prime) => {
    let count = 0;
    while (rest % prime === 0n) {
      rest /= prime;
      count += 1;
    }
    return count;
  });
  return rest === 1n ? Math.max(...counts) : null;
}

// Returns a whole number of so many places after the point in digits, at most 28 significant
// ones, rounded half to even, as Python's decimals print them.
function pointed(scaled, places) {
  const excess = String(scaled).length - MOST_SIGNIFICANT_DIGITS;
  let kept = scaled;
  if (excess > 0) {
    const unit = 10n ** BigInt(excess);
    const rest = scaled % unit * 2n;
    kept = scaled / unit;
    kept = (kept + (rest > unit || (rest === unit && kept % 2n) ? 1n : 0n)) * unit;
  }
  const digits = String(kept).padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  let end = digits.length;
  while (end > whole.length && digits[end - 1] === "0") {
    end -= 1;
  }
  return end > whole.length ? `${whole}.${digits.slice(whole.length, end)}` : whole;
}

function topOf(value) {
  return typeof value === "number" ? value : value.numerator;
}

function bottomOf(value) {
  return typeof value === "number" ? 1 : value.denominator;
}

function negative(value) {
  if (typeof value === "number") {
    return 0 - value;
  }
  return new Ratio(-value.numerator, value.denominator);
}

function areSmall(a, b, c, d) {
  return typeof a === "number" && typeof b === "number" && typeof c === "number" && typeof d === "number";
}

function areSafe(a, b, c) {
  return Number.isSafeInteger(a) && Number.isSafeInteger(b) && Number.isSafeInteger(c);
}

// Returns top / bottom in lowest terms; both are safe whole numbers, bottom more than nought.
function reduced(top, bottom) {
  let divisor = Math.abs(top), rest = bottom;
  while (rest) {
    [divisor, rest] = [rest, divisor % rest];
  }
  // Adding nought makes 0 of -0.
  return divisor === bottom ? top / bottom + 0 : new Ratio(top / divisor, bottom / divisor);
}

/** @param {bigint} top @param {bigint} bottom @returns {Exact} */
function reducedBig(top, bottom) {
  let divisor = top < 0n ? -top : top, rest = bottom;
  while (rest) {
    [divisor, rest] = [rest, divisor % rest];
  }
  const numerator = top / divisor, denominator = bottom / divisor;
  if (!areSafe(Number(numerator), Number(denominator), 0)) {
    return new Ratio(numerator, denominator);
  }
  return denominator === 1n ? Number(numerator) : new Ratio(Number(numerator), Number(denominator));
}
