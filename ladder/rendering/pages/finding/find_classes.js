// Finding a class by what people type: words of its titles in any order, its number, or words nearly spelt like them.
//
// findClasses(classes, text) -> { found, close }
//   classes  objects with `title`, and where there are any `code` and `others` (other titles and numbers); an array of
//            them is indexed once, so pass the same array each time.
//   found    those with every word typed, the best match first: all of them, by title, where nothing is typed.
//   close    where none is found, at most 8 whose words are nearly spelt so, the nearest first.
//
// Nothing here knows of a page. Works on any list of records.

const MOST_CLOSE = 8;
const classIndexes = new WeakMap();

// Letters without case, marks or signs between them: "Chef d’équipe" is "chef d equipe".
export function foldWords(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase("en").replace(/[^\p{L}0-9]+/gu, " ").trim();
}

// The classes in order of title, those with the same title in order of number.
export function inOrderOfTitle(classes) {
  const collator = new Intl.Collator("en", { numeric: true });
  return classes.toSorted((one, other) => collator.compare(one.title, other.title) || collator.compare(one.code ?? "", other.code ?? ""));
}

function indexed(classes) {
  if (!classIndexes.has(classes)) {
    const rows = inOrderOfTitle(classes).map((one) => {
      const title = foldWords(one.title), codes = [one.code ?? "", ...(one.others ?? [])].map(foldWords).filter(Boolean);
      return { one, title, codes, words: [...new Set([title, ...codes].join(" ").split(" "))] };
    });
    classIndexes.set(classes, rows);
  }
  return classIndexes.get(classes);
}

// How good a match is, 0 the best; -1 for none. Every word typed must begin a word, or from three letters on stand in one.
function matchOf(row, typed, words) {
  const begins = (word) => row.words.some((own) => own.startsWith(word));
  const stands = (word) => begins(word) || (word.length > 2 && row.words.some((own) => own.includes(word)));
  if (row.title === typed || row.codes.includes(typed)) return 0;
  if (!words.every(stands)) return -1;
  if (row.title.startsWith(typed)) return 1;
  return words.every(begins) ? 2 : 3;
}

// Letters to put in, take out, change or swap to make one word the other; more than `most` is told as most + 1.
export function lettersApart(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let [before, last] = [[], Array.from({ length: other.length + 1 }, (_, place) => place)];
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      now[column] = Math.min(last[column] + 1, now[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1));
      const isSwapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (isSwapped) now[column] = Math.min(now[column], before[column - 2] + 1);
    }
    [before, last] = [last, now];
  }
  return Math.min(last.at(-1), most + 1);
}

// How many letters may be wrong in a word: none in a short one.
function slipsIn(word) {
  if (word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}

// How far a word typed is from the nearest of these, or from the beginning of one; null where all are too far.
function distanceTo(word, own) {
  const most = slipsIn(word);
  let least = most + 1;
  for (const other of own) {
    if (other.startsWith(word)) return 0;
    for (const length of new Set([other.length, word.length, word.length + 1])) {
      if (length <= other.length) least = Math.min(least, lettersApart(word, other.slice(0, length), most));
    }
  }
  return least > most ? null : least;
}

function closestTo(rows, words) {
  const known = new Map();
  const apart = (word, own) => {
    const key = word + " " + own;
    if (!known.has(key)) known.set(key, distanceTo(word, [own]));
    return known.get(key);
  };
  const near = rows.map(({ one, words: own }) => {
    const distances = words.map((word) => Math.min(...own.map((other) => apart(word, other) ?? Infinity)));
    const met = distances.filter(Number.isFinite);
    const words_apart = Math.abs(own.length - words.length);
    return { one, missed: words.length - met.length, off: met.reduce((sum, each) => sum + each, 0), extra: words_apart };
  });
  const least = Math.min(...near.map((each) => each.missed));
  if (least === words.length) return [];
  const best = near.filter((each) => each.missed === least);
  return best.sort((one, other) => one.off - other.off || one.extra - other.extra).slice(0, MOST_CLOSE).map(({ one }) => one);
}

export function findClasses(classes, text) {
  const rows = indexed(classes), typed = foldWords(text);
  if (!typed) return { found: rows.map(({ one }) => one), close: [] };
  const words = typed.split(" ");
  const ranked = [[], [], [], []];
  for (const row of rows) ranked[matchOf(row, typed, words)]?.push(row.one);
  const found = ranked.flat();
  return { found, close: found.length ? [] : closestTo(rows, words) };
}
