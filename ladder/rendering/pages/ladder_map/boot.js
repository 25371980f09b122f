// Unpacks the page's program and runs it; its policy names the program by hash. A browser that cannot unpack it (before
// 2023) is left with the words and the drawings, as one without scripts is.
import { unpackText } from "./packed.js";

if ("DecompressionStream" in window) {
  const programText = await unpackText("packed-program");
  const programScript = document.createElement("script");
  programScript.type = "module";
  programScript.textContent = programText;
  document.body.append(programScript);
} else {
  document.documentElement.classList.remove("is-loading");
}
