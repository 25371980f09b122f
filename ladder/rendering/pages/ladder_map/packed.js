// What the page holds deflated: its data, unpacked at once, and the drawing program, unpacked when first needed.

import { nextTask } from "./next_task.js";

// The letters of ASCII that show, without " & <: 13 bits are two of them, up to 6 left over are one.
const UNUSED_CODES = [34, 38, 60];
const PACKED_BITS = 13;
const VALUE_OF = new Uint8Array(127);
let letterValue = 0;
for (let code = 33; code < 127; code += 1) if (!UNUSED_CODES.includes(code)) VALUE_OF[code] = letterValue++;

function unpackLetters(text) {
  const pairs = text.length >> 1;
  const isOdd = text.length % 2 === 1;
  const bytes = new Uint8Array((pairs * PACKED_BITS + (isOdd ? 6 : 0)) >> 3);
  let held = 0, count = 0, at = 0;
  const take = (value, bits) => {
    held = ((held << bits) | value) & 0xfffff;
    for (count += bits; count > 7; ) bytes[at++] = held >> (count -= 8);
  };
  const valueAt = (place) => VALUE_OF[text.charCodeAt(place)];
  for (let place = 0; place < 2 * pairs; place += 2) take(valueAt(place) * 91 + valueAt(place + 1), PACKED_BITS);
  if (isOdd) take(valueAt(text.length - 1), 6);
  return bytes;
}

export async function unpackText(id) {
  const bytes = unpackLetters(document.getElementById(id).textContent);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).text();
}

let visLoading = null;

// The page's policy names the drawing program by its hash, so that this text runs and no other does.
export function loadVis() {
  visLoading ??= unpackText("packed-vis").then(async (text) => {
    const script = document.createElement("script");
    script.textContent = text;
    document.head.append(script);
    await nextTask();
    return window.vis;
  });
  return visLoading;
}
