/** A value of a JSON text with the line (from 1) where it begins. */
export type JsonNode =
  | { kind: "list"; line: number; items: JsonNode[] }
  | { kind: "object"; line: number; entries: { name: string; value: JsonNode }[] }
  | { kind: "text"; line: number; text: string }
  | { kind: "other"; line: number };

/** Deeper than this no list of points is nested. */
const deepest = 40;

/**
 * Reads JSON with the line of each value, one value or several after each other. Where it is broken, everything before that place is kept, and
 * `brokenAt` names the line. Commas too many are let pass.
 */
export function readJson(text: string): { values: JsonNode[]; brokenAt: number | null } {
  const reader = new JsonReader(text);
  const values: JsonNode[] = [];
  while (!reader.atEnd() && reader.brokenAt === null) {
    const value = reader.value(0);
    if (value) values.push(value);
  }
  return { values, brokenAt: reader.brokenAt };
}

class JsonReader {
  brokenAt: number | null = null;
  private at = 0;
  private line = 1;

  constructor(private readonly text: string) {}

  atEnd(): boolean {
    this.skip();
    return this.at >= this.text.length;
  }

  /** Null where there is none; then the text is broken here. */
  value(depth: number): JsonNode | null {
    this.skip();
    const line = this.line;
    const sign = this.text.charAt(this.at);
    if (depth > deepest) return this.broken();
    if (sign === "[") return this.list(line, depth);
    if (sign === "{") return this.object(line, depth);
    if (sign === '"') {
      const text = this.string();
      return text === null ? null : { kind: "text", line, text };
    }
    const word = /(?:true|false|null|-?\d[\d.eE+-]*)(?![\w.])/y;
    word.lastIndex = this.at;
    const found = word.exec(this.text);
    if (!found) return this.broken();
    this.at += found[0].length;
    return { kind: "other", line };
  }

  private list(line: number, depth: number): JsonNode {
    const items: JsonNode[] = [];
    this.members("]", () => {
      const value = this.value(depth + 1);
      if (value) items.push(value);
    });
    return { kind: "list", line, items };
  }

  private object(line: number, depth: number): JsonNode {
    const entries: { name: string; value: JsonNode }[] = [];
    this.members("}", () => {
      const name = this.text.charAt(this.at) === '"' ? this.string() : this.broken();
      if (name === null) return;
      this.skip();
      if (this.text.charAt(this.at) !== ":") return void this.broken();
      this.at++;
      const value = this.value(depth + 1);
      if (value) entries.push({ name, value });
    });
    return { kind: "object", line, entries };
  }

  /** What stands between brackets, parted by commas. */
  private members(close: string, read: () => void): void {
    this.at++;
    for (let first = true; this.brokenAt === null; first = false) {
      this.skip();
      if (!first && this.text.charAt(this.at) === ",") {
        this.at++;
        this.skip();
      } else if (!first && this.text.charAt(this.at) !== close) return void this.broken();
      if (this.text.charAt(this.at) === close) return void this.at++;
      read();
    }
  }

  private string(): string | null {
    const pattern = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (!found) return this.broken();
    this.at += found[0].length;
    return JSON.parse(found[0]) as string;
  }

  private skip(): void {
    for (; /[\s\ufeff]/.test(this.text.charAt(this.at)); this.at++) if (this.text.charAt(this.at) === "\n") this.line++;
  }

  private broken(): null {
    this.brokenAt ??= this.line;
    return null;
  }
}
