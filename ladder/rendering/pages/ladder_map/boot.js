// Unpacks the page's program and runs it; its policy names the program by hash.
import { unpackText } from "./packed.js";

const programText = await unpackText("packed-program");
const programScript = document.createElement("script");
programScript.type = "module";
programScript.textContent = programText;
document.body.append(programScript);
