// Texts in lines that fit a width, by what the browser says that a word takes.

const TEXT_FACE = '"Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
let pen = null;

// The width of a text in pixels: `size` in pixels, `weight` as CSS has it.
export function widthOf(text, { size, weight = 400 }) {
  pen ??= document.createElement("canvas").getContext("2d");
  pen.font = `${weight} ${size}px ${TEXT_FACE}`;
  return pen.measureText(text).width;
}

// The text in lines no wider than the room, broken between words; null where a word alone is wider.
export function linesWithin(text, room, font, measure = widthOf) {
  const lines = [];
  for (const word of text.split(/\s+/u).filter(Boolean)) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && measure(longer, font) <= room) lines[lines.length - 1] = longer;
    else if (measure(word, font) > room) return null;
    else lines.push(word);
  }
  return lines;
}

// The same, with words that are too wide cut into pieces: where a text must stand whatever it is.
export function linesForced(text, room, font, measure = widthOf) {
  const whole = linesWithin(text, room, font, measure);
  if (whole) return whole;
  const pieces = text.split(/\s+/u).filter(Boolean).flatMap((word) => piecesOf(word, room, font, measure));
  return linesWithin(pieces.join(" "), room, font, measure) ?? pieces;
}

function piecesOf(word, room, font, measure) {
  const pieces = [""];
  for (const letter of word) {
    if (pieces.at(-1) && measure(pieces.at(-1) + letter, font) > room) pieces.push("");
    pieces[pieces.length - 1] += letter;
  }
  return pieces;
}
