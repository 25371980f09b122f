// What the page holds deflated: its data, unpacked at once, and the drawing program, unpacked when first needed.

export async function unpackText(id) {
  const bytes = Uint8Array.from(atob(document.getElementById(id).textContent), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).text();
}

let visLoading = null;

// The page's policy names the drawing program by its hash, so that this text runs and no other does.
export function loadVis() {
  visLoading ??= unpackText("packed-vis").then((text) => {
    const script = document.createElement("script");
    script.textContent = text;
    document.head.append(script);
    return window.vis;
  });
  return visLoading;
}
