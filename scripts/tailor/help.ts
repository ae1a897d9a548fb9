import { MESSAGES } from "@/lib/documents/package/unreadable-file";
import { refusals } from "@/lib/tailoring/refused";
import { options } from "./arguments";
import { ownRefusals } from "./entry";

export function helpText(): string {
  const rows = Object.entries(options).map(([name, { value, says }]) => [`--${name} ${value}`.trim(), says] as const);
  const codes = Object.entries({ ...refusals, ...MESSAGES, ...ownRefusals });
  return [
    "npm run -s tailor -- --resumes <file or folder> [--points <file>] [--requirement <file>] [--technologies <file>] [--tracked] --out <folder> --json <report>",
    "",
    "Reads resumes (DOCX, PDF) and writes points into the roles where they fit. Nothing else in a document changes.",
    "",
    ...table(rows),
    "",
    "Points: text (a line each, or a technology with bullets below), JSON, CSV, XLSX or DOCX.",
    "Requirement: text, a mail, DOCX or PDF.",
    "Technologies: text as above, or a JSON array of names and of {name, aliases, since}.",
    "Exit status: 0 when every file was tailored or read, 1 when some were refused, 2 for wrong usage.",
    "",
    "Refusals, in the report as {code, message}:",
    "",
    ...table(codes),
  ].join("\n");
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const wide = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(wide)}  ${right}`);
}
