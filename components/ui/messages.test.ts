import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

type Tree = { [key: string]: string | Tree };

const folders = [
  "charts",
  "data-table",
  "files",
  "forms",
  "frame",
  "import-wizard",
  "palette",
  "states",
  "timeline",
  "ui",
];
const ui = { ui: JSON.parse(readFileSync("messages/en/ui.json", "utf8")) as Tree };

const sources = folders.flatMap((folder) =>
  readdirSync(path.join("components", folder))
    .filter((file) => file.endsWith(".tsx"))
    .map((file) => ({ file: `${folder}/${file}`, text: readFileSync(path.join("components", folder, file), "utf8") })),
);

/** Every text key that a source asks for, in full; a key that ends in a variable ends in `*`. */
function keysOf(text: string): string[][] {
  const spaces = [...text.matchAll(/useTranslations\("([^"]+)"\)/g)].map((match) => match[1] ?? "");
  const keys = [...text.matchAll(/\bt(?:\.rich)?\(\s*(?:[^"`()]*\? )?["`]([\w.]+)(\$\{)?/g)].map(
    (match) => (match[1] ?? "") + (match[2] ? "*" : ""),
  );
  return keys.map((key) => [...new Set(spaces)].map((space) => `${space}.${key}`));
}

function has(key: string): boolean {
  let at: string | Tree | undefined = ui;
  const parts = key.split(".");
  const last = parts.pop() ?? "";
  for (const part of parts) at = typeof at === "object" ? at[part] : undefined;
  if (typeof at !== "object") return false;
  return last.endsWith("*")
    ? Object.keys(at).some((name) => name.startsWith(last.slice(0, -1)))
    : typeof at[last] === "string";
}

describe("texts of the shared parts", () => {
  it.each(sources.filter(({ text }) => text.includes('useTranslations("ui')))(
    "$file asks only for texts that are there",
    ({ text }) => {
      const missing = keysOf(text)
        .filter((candidates) => candidates.some((key) => key.startsWith("ui")))
        .filter((candidates) => !candidates.some(has));
      expect(missing).toEqual([]);
    },
  );
});
