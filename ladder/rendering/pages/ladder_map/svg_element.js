// An element of a drawing in vectors, with its attributes and its text.
export const SVG_SPACE = "http://www.w3.org/2000/svg";

export function svgElement(name, attributes = {}, text) {
  const made = document.createElementNS(SVG_SPACE, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
}
