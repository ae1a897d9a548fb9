import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UnreadableFile } from "@/lib/documents/package/unreadable-file";
import { TailoringRefused } from "@/lib/tailoring/refused";
import { markedDocument, type Pair } from "./marked-document";
import { renderedWords, type RenderedWords } from "./rendered-words";

export interface Verdict {
  documents: number;
  bullets: number;
  /** Bullets that stand where their sibling does and look as it does. */
  alike: number;
  /** What differs, a line each: file, bullet, and how. Holds no text of a document. */
  differences: string[];
  /** Documents that were not tailored, and why. */
  left: string[];
}

export interface JudgedDocument {
  name: string;
  bytes: Uint8Array;
}

/** LibreOffice under one of its names, or null. */
export function office(): string | null {
  return ["soffice", "libreoffice"].find(isThere) ?? null;
}

/** Whether all is installed that judging needs. */
export const canJudge = (): boolean => office() !== null && ["pdftotext", "pdftohtml"].every(isThere);

const isThere = (program: string): boolean =>
  spawnSync("sh", ["-c", `command -v ${program}`], { stdio: "ignore" }).status === 0;

/**
 * Tailors documents, has LibreOffice render them, and compares on the page each new bullet with the sibling that it was made after: where its text
 * begins, its font, its size.
 */
export async function judgeDocuments(documents: readonly JudgedDocument[]): Promise<Verdict> {
  const verdict: Verdict = { documents: 0, bullets: 0, alike: 0, differences: [], left: [] };
  const folder = mkdtempSync(join(tmpdir(), "landfall-judge-"));
  try {
    const pairsOf = new Map<string, Pair[]>();
    mkdirSync(join(folder, "in"));
    for (const { name, bytes } of documents) {
      const marked = await markedDocument(bytes, name).catch(codeOf);
      if (marked === null || typeof marked === "string") {
        verdict.left.push(`${name}: ${marked ?? "no bullets of roles"}`);
        continue;
      }
      writeFileSync(join(folder, "in", name), marked.bytes);
      pairsOf.set(name, marked.pairs);
    }
    const names = [...pairsOf.keys()];
    for (let at = 0; at < names.length; at += 20) render(folder, names.slice(at, at + 20));
    for (const [name, pairs] of pairsOf) {
      const pdf = join(folder, "out", name.replace(/\.\w+$/, ".pdf"));
      if (!existsSync(pdf)) {
        verdict.left.push(`${name}: LibreOffice does not open it`);
        continue;
      }
      verdict.documents += 1;
      const words = renderedWords(pdf);
      pairs.forEach((pair, number) => {
        verdict.bullets += 1;
        const problem = differenceOf(pair, words);
        if (problem) verdict.differences.push(`${name}, bullet ${number + 1}: ${problem}`);
        else verdict.alike += 1;
      });
    }
    return verdict;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Text begins within half a point, which is less than one sees. */
const tolerance = 0.5;

function differenceOf({ made, begins, looks }: Pair, words: RenderedWords): string | null {
  const [left, place] = [words.places.get(made), words.places.get(begins)];
  const [look, other] = [words.looks.get(made), words.looks.get(looks)];
  if (left === undefined || !look) return "is not on any page";
  if (place === undefined || !other) return "its sibling is not on any page";
  const said: string[] = [];
  if (Math.abs(left - place) > tolerance) said.push(`begins at ${left.toFixed(1)}, its sibling at ${place.toFixed(1)}`);
  if (look.font !== other.font) said.push(`is in ${look.font}, its sibling in ${other.font}`);
  if (look.size !== other.size) said.push(`has size ${look.size}, its sibling ${other.size}`);
  return said.length > 0 ? said.join("; ") : null;
}

/** With a profile of its own, so that a running LibreOffice is not asked. */
function render(folder: string, names: readonly string[]): void {
  const args = [`-env:UserInstallation=file://${join(folder, "profile")}`, "--headless", "--convert-to", "pdf"];
  const files = names.map((name) => join(folder, "in", name));
  execFileSync(office()!, [...args, "--outdir", join(folder, "out"), ...files], { stdio: "ignore", timeout: 600_000 });
}

function codeOf(error: unknown): string {
  if (error instanceof UnreadableFile || error instanceof TailoringRefused) return error.code;
  throw error;
}
