// The sources of a sheet: a number for each document, a letter for each of its places where several are cited.
import { makeElement } from "../details.js";

const FIRST_LETTER = "a".codePointAt(0);

export class PaperSources {
  constructor() {
    this.documents = new Map();
  }

  // Returns the mark of a place. `told` says the document with its places in words; two that say the same are one.
  mark(told, place) {
    const key = told(""), found = this.documents.get(key) ?? { told, places: new Map() };
    this.documents.set(key, found);
    const mark = makeElement("sup");
    found.places.set(place, [...(found.places.get(place) ?? []), mark]);
    return mark;
  }

  // Returns the documents in words, in the order of their numbers, and fills in the marks that lead to them.
  listed() {
    return [...this.documents.values()].map(({ told, places }, number) => {
      const isOne = places.size === 1;
      const words = [...places].map(([place, marks], at) => {
        const letter = isOne ? "" : String.fromCodePoint(FIRST_LETTER + at);
        for (const mark of marks) mark.textContent = `${number + 1}${letter}`;
        return isOne ? place : `${letter}) ${place}`;
      });
      return told(words.join("; "));
    });
  }
}
