// Sentences in which figures are set strong.
import { makeElement } from "../details.js";
import { sayInPieces } from "../messages.js";

// Puts the message into the element; returns the element.
export function tellStrong(element, name, fields = {}) {
  const pieces = sayInPieces(name, fields);
  element.append(...pieces.map((text, place) => (place % 2 ? makeElement("strong", text) : text)).filter(Boolean));
  return element;
}
