// A profile saved and loaded: JSON, or the YAML that ladder writes.
import { offerFile } from "../../offer_file.js";
import { say } from "../messages.js";
import { UnreadFile, readFileText } from "./whole_file.js";

const LARGEST_FILE = 1_000_000;

export function saveFile(profile) {
  offerFile(new Blob([JSON.stringify(profile, null, 2) + "\n"], { type: "application/json" }), "my-profile.json");
}

// The profile that a file holds; one with a fault is not loaded at all, and every fault is told.
export async function loadFile(file, findFaults) {
  if (file.size > LARGEST_FILE) return { faults: [{ what: say("my.too_large", { most: LARGEST_FILE.toLocaleString("en-US") }) }] };
  try {
    const profile = readFileText(await file.text());
    return { profile, faults: findFaults(profile) };
  } catch (fault) {
    if (!(fault instanceof UnreadFile)) throw fault;
    return { faults: [{ what: say("my.not_json", { line: fault.line, what: say(fault.message, fault.fields) }) }] };
  }
}
