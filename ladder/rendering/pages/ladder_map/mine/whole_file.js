// The file of a profile, read strictly: JSON, or the small part of YAML that ladder itself writes. Whatever else is in it is
// refused with its line; no value is taken for what it does not plainly say, and no field twice.

const DEEPEST = 20, MOST_OF_NAME = 40;
const WORDS = new Map([["true", true], ["false", false], ["null", null], ["~", null]]);
const WHOLE_OR_DECIMAL = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/u;
// A code, which is text from end to end: never 441, nor octal 289.
const CODE = /^0[0-9]+$/u;
const READ_DIFFERENTLY = /^(?:[-+]?0[0-9][0-9_.]*|[-+]?0[xob][0-9a-f_]+|[-+]?[0-9]+_[0-9_.]*|[-+]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)e[-+]?[0-9]+|[-+]?\.[0-9]+|[-+]?[0-9]+\.|[-+]?[0-9]+(?::[0-9]+)+|\+[0-9.]+|[-+]?\.(?:inf|nan)|y|n|yes|no|on|off|true|false|null|<<|=)$/iu;
const NOT_READ = /^[&*!|>%@\x60]/u;

export class UnreadFile extends Error {
  constructor(line, message, fields = {}) {
    super(message);
    Object.assign(this, { line, message, fields });
  }
}

// The value that the text of a file holds; throws an UnreadFile that names the line and a message with its fields.
export function readFileText(text) {
  const isJson = /^\s*[{[]/u.test(text);
  return isJson ? readFlowFile(text) : readBlocks(text);
}

function readFlowFile(text) {
  const reader = new FlowReader(text, 1, { isJson: true });
  const value = reader.value(0);
  reader.blanks();
  if (!reader.isDone) reader.refuse("my.yaml_unread");
  return value;
}

// ------------------------------------------------------------------ lists and groups in brackets, and scalars

class FlowReader {
  constructor(text, line, { isJson = false } = {}) {
    Object.assign(this, { text, line, isJson, at: 0 });
  }

  get isDone() {
    return this.at >= this.text.length;
  }

  get next() {
    return this.text[this.at];
  }

  refuse(message) {
    throw new UnreadFile(this.line, message);
  }

  blanks() {
    while (!this.isDone && /\s/u.test(this.next)) {
      if (this.next === "\n") this.line += 1;
      this.at += 1;
    }
  }

  value(depth) {
    if (depth > DEEPEST) this.refuse("my.yaml_deep");
    this.blanks();
    if (this.isDone) this.refuse("my.yaml_open");
    if (this.next === "{") return this.group(depth);
    if (this.next === "[") return this.list(depth);
    return this.next === '"' || (this.next === "'" && !this.isJson) ? this.quoted() : plainValue(this.plain(), this.line, this.isJson);
  }

  group(depth) {
    const found = {};
    this.items("}", () => {
      const name = this.name();
      this.blanks();
      if (this.next !== ":") this.refuse("my.yaml_unread");
      this.at += 1;
      put(found, name, this.value(depth + 1), this.line);
    });
    return found;
  }

  list(depth) {
    const found = [];
    this.items("]", () => found.push(this.value(depth + 1)));
    return found;
  }

  items(end, take) {
    this.at += 1;
    this.blanks();
    while (this.next !== end) {
      take();
      this.blanks();
      if (this.isDone) this.refuse("my.yaml_open");
      if (this.next === ",") this.at += 1;
      else if (this.next !== end) this.refuse("my.yaml_unread");
      this.blanks();
      if (this.next === end && this.text[this.at - 1] === "," && this.isJson) this.refuse("my.yaml_unread");
    }
    this.at += 1;
  }

  name() {
    this.blanks();
    if (this.next === '"' || (this.next === "'" && !this.isJson)) return this.quoted();
    if (this.isJson) this.refuse("my.yaml_unread");
    return this.plain(":");
  }

  // Text up to what ends it: a bracket, a comma, and of a name the colon.
  plain(ends = "") {
    const start = this.at;
    while (!this.isDone && !",[]{}\n".includes(this.next) && !(ends && this.next === ends)) this.at += 1;
    return this.text.slice(start, this.at).trim();
  }

  quoted() {
    const mark = this.next, start = this.at;
    this.at += 1;
    while (!this.isDone && this.next !== mark) this.quotedLetter(mark);
    if (this.isDone) this.refuse("my.yaml_open");
    this.at += 1;
    const text = this.text.slice(start, this.at);
    if (mark === "'") return text.slice(1, -1).replaceAll("''", "'");
    try {
      return JSON.parse(text);
    } catch {
      return this.refuse("my.yaml_unread");
    }
  }

  // Goes past one letter between marks, with what is said for it by two.
  quotedLetter(mark) {
    if (this.next === "\n") this.refuse("my.yaml_open");
    this.at += this.next === "\\" && mark === '"' ? 2 : 1;
    if (mark === "'" && this.next === "'" && this.text[this.at + 1] === "'") this.at += 2;
  }
}

function put(group, name, value, line) {
  const brief = name.length > MOST_OF_NAME ? name.slice(0, MOST_OF_NAME) + "\u2026" : name;
  if (Object.hasOwn(group, name)) throw new UnreadFile(line, "my.yaml_twice", { name: brief });
  Object.defineProperty(group, name, { value, enumerable: true, configurable: true, writable: true });
}

function plainValue(text, line, isJson = false) {
  if (text === "" || NOT_READ.test(text)) throw new UnreadFile(line, "my.yaml_unread");
  if (WORDS.has(text) && !(isJson && text === "~")) return WORDS.get(text);
  if (WHOLE_OR_DECIMAL.test(text)) return Number(text);
  if (isJson) throw new UnreadFile(line, "my.yaml_unread");
  if (CODE.test(text)) return text;
  if (READ_DIFFERENTLY.test(text)) throw new UnreadFile(line, "my.yaml_typed");
  if (/:(?:\s|$)|\s#/u.test(text)) throw new UnreadFile(line, "my.yaml_unread");
  return text;
}

// ------------------------------------------------------------------ lines with indents

function readBlocks(text) {
  const lines = text.replace(/^\uFEFF/u, "").split(/\r\n|\n/u).map((one, place) => lineOf(one, place + 1)).filter(Boolean);
  if (lines[0]?.told === "---") lines.shift();
  if (!lines.length) throw new UnreadFile(1, "my.yaml_empty");
  const reader = new BlockReader(lines);
  const value = reader.block(lines[0].indent, 0);
  if (reader.place < lines.length) throw new UnreadFile(reader.here.line, "my.yaml_indent");
  return value;
}

function lineOf(whole, line) {
  const told = withoutComment(whole).trimEnd();
  if (/^ *\t/u.test(told)) throw new UnreadFile(line, "my.yaml_tab");
  const indent = told.length - told.trimStart().length;
  return told.trim() ? { line, indent, told: told.trim() } : null;
}

// The line without a comment: what begins with # after a blank, outside of quotes.
function withoutComment(whole) {
  let mark = "";
  for (let at = 0; at < whole.length; at += 1) {
    const letter = whole[at], before = at ? whole[at - 1] : " ";
    if (letter === "\\" && mark === '"') at += 1;
    else if (mark) mark = letter === mark ? "" : mark;
    else if (/["']/u.test(letter) && /[\s,[{:]/u.test(before)) mark = letter;
    else if (letter === "#" && /\s/u.test(before)) return whole.slice(0, at);
  }
  return whole;
}

class BlockReader {
  constructor(lines) {
    Object.assign(this, { lines, place: 0 });
  }

  get here() {
    return this.lines[this.place];
  }

  block(indent, depth) {
    if (depth > DEEPEST) throw new UnreadFile(this.here.line, "my.yaml_deep");
    const { line, told } = this.here;
    if (isItem(told)) return this.list(indent, depth);
    if (depth === 0 || isField(told)) return this.group(indent, depth);
    this.place += 1;
    return this.scalar(told, line);
  }

  group(indent, depth) {
    const found = {};
    while (this.here?.indent === indent && !isItem(this.here.told)) {
      const { line, told } = this.here;
      const { name, rest } = fieldOf(told, line);
      this.place += 1;
      put(found, name, rest ? this.scalar(rest, line) : this.below(indent, depth, line), line);
    }
    this.mustEnd(indent);
    return found;
  }

  list(indent, depth) {
    const found = [];
    while (this.here?.indent === indent && isItem(this.here.told)) {
      const { line, told } = this.here;
      const rest = told.slice(1).trimStart();
      if (!rest) {
        this.place += 1;
        found.push(this.below(indent, depth, line));
      } else if (isField(rest)) {
        // A group that begins behind its dash: its first field stands as far in as the others.
        const inner = indent + told.length - rest.length;
        this.lines[this.place] = { line, indent: inner, told: rest };
        found.push(this.group(inner, depth + 1));
      } else {
        this.place += 1;
        found.push(this.scalar(rest, line));
      }
    }
    this.mustEnd(indent);
    return found;
  }

  // What stands under a name or a dash: lines further in, a list as far in as the name, or nothing.
  below(indent, depth, line) {
    const next = this.here;
    if (next && (next.indent > indent || (next.indent === indent && isItem(next.told) && !isItem(this.lines[this.place - 1].told)))) {
      return this.block(next.indent, depth + 1);
    }
    return line ? null : undefined;
  }

  mustEnd(indent) {
    if (this.here && this.here.indent > indent) throw new UnreadFile(this.here.line, "my.yaml_indent");
  }

  scalar(text, line) {
    if (!/^["'[{]/u.test(text)) return plainValue(text, line);
    const reader = new FlowReader(text, line);
    const value = reader.value(0);
    reader.blanks();
    if (!reader.isDone) throw new UnreadFile(line, "my.yaml_unread");
    return value;
  }
}

const isItem = (told) => told === "-" || told.startsWith("- ");
const isField = (told) => /^(?:[^\s"'[{#&*!|>%@\x60][^:]*|"[^"\\]*"|'[^']*'):(?:\s|$)/u.test(told);

function fieldOf(told, line) {
  if (!isField(told)) throw new UnreadFile(line, "my.yaml_unread");
  const end = /^["']/u.test(told) ? told.indexOf(told[0], 1) + 1 : told.indexOf(":");
  return { name: told.slice(0, end).replace(/^["']|["']$/gu, "").trim(), rest: told.slice(end + 1).trim() };
}
