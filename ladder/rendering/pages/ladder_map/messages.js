// The catalog of messages on the page: patterns by name, as Python holds them, in the language of the page.

let patterns = {};

export function useMessages(found) {
  patterns = found;
}

export function isMessage(name) {
  return Object.hasOwn(patterns, name);
}

// Returns the message with its fields filled.
export function say(name, fields = {}) {
  return filled(patterns[name], fields);
}

// Returns the message in pieces, by turns plain and strong: its pattern puts asterisks around what is strong.
export function sayInPieces(name, fields = {}) {
  return patterns[name].split("*").map((piece) => filled(piece, fields));
}

function filled(pattern, fields) {
  return pattern.replace(/\{(\w+)\}/g, (_, field) => String(fields[field]));
}

// Returns the items as one must have all of them, or as one will do: "a, b and c".
export function sayList(items, message = "list.and") {
  if (items.length < 2) return items[0] ?? "";
  const rest = items.slice(0, -1).reduce((first, last) => say("list.more", { first, last }));
  return say(message, { first: rest, last: items.at(-1) });
}
