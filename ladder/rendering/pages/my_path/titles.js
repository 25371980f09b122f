// Printed titles and codes: folding without case, plural, punctuation and spacing.

const WORDS_IN_TITLE = /[a-z0-9]+/g;
const BLANK = /[\t-\r\u001c- \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
// Letters whose full case folding is more than their lower case: sharp s, ligatures, and so on.
const FOLDS_FURTHER = /[\u00df\u0149\u017f\u01f0\u1e96-\u1e9a\ufb00-\ufb06]/g;

// Returns the title without case, plural, punctuation and spacing.
export function foldTitle(title) {
  const plain = foldCase(title).replace(/['\u2019]/g, "");
  return (plain.match(WORDS_IN_TITLE) || []).map(singular).join(" ");
}

function singular(word) {
  if (word.length > 4 && word.endsWith("ies")) {
    return word.slice(0, -3) + "y";
  }
  const staysAsItIs = word.endsWith("ss") || word.endsWith("us") || word.endsWith("is");
  return word.length > 3 && word.endsWith("s") && !staysAsItIs ? word.slice(0, -1) : word;
}

// Returns the text without case, as far as it can come to letters and digits of codes and titles.
export function foldCase(text) {
  return text.toLowerCase().replace(FOLDS_FURTHER, (letter) => letter.toUpperCase().toLowerCase());
}

// Returns the text without blanks at its ends; what is blank is what Python takes for it.
export function stripBlanks(text) {
  let first = 0, end = text.length;
  while (first < end && BLANK.test(text[first])) {
    first += 1;
  }
  while (first < end && BLANK.test(text[end - 1])) {
    end -= 1;
  }
  return text.slice(first, end);
}

// Returns the code as documents print it: 5246 of 5246SH, where it has digits.
export function printedCode(code) {
  const upper = code.toUpperCase();
  let end = upper.length;
  while (end && upper[end - 1] >= "A" && upper[end - 1] <= "Z") {
    end -= 1;
  }
  return upper.slice(0, end) || upper;
}
