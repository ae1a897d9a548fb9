import { execFileSync } from "node:child_process";

/** Marked words of a page. */
export interface RenderedWords {
  /** Points from the left edge of the page. */
  places: ReadonlyMap<string, number>;
  looks: ReadonlyMap<string, { font: string; size: number }>;
}

/**
 * Where and how the marked words stand in a PDF, by poppler: the place from `pdftotext -bbox`, which tells it of each word, and the looks from
 * `pdftohtml -xml`, which tells them of each piece.
 */
export function renderedWords(pdf: string): RenderedWords {
  const places = new Map<string, number>();
  const looks = looksIn(run("pdftohtml", ["-xml", "-i", "-stdout", "-hidden", "-fontfullname", pdf]));
  for (const line of run("pdftotext", ["-bbox", pdf, "-"]).split("\n")) {
    const word = /<word xMin="([\d.-]+)"[^>]*>[^<]*?(Z[nst]\d+x)/.exec(line);
    if (word) places.set(word[2]!, Number(word[1]));
  }
  return { places, looks };
}

function looksIn(xml: string): Map<string, { font: string; size: number }> {
  const fonts = new Map<string, { font: string; size: number }>();
  const found = new Map<string, { font: string; size: number }>();
  for (const line of xml.split("\n")) {
    const font = /<fontspec id="(\d+)" size="([\d.-]+)" family="([^"]*)"/.exec(line);
    // A subset's name begins with six letters of its own.
    if (font) fonts.set(font[1]!, { font: font[3]!.replace(/^[A-Z]{6}\+/, ""), size: Number(font[2]) });
    const text = /<text [^>]*font="(\d+)"[^>]*>(.*)/.exec(line);
    if (!text) continue;
    const bold = /<b>/.test(text[2]!) ? " bold" : "";
    for (const [name] of text[2]!.matchAll(/Z[nst]\d+x/g)) {
      const look = fonts.get(text[1]!);
      if (look) found.set(name, { ...look, font: look.font + bold });
    }
  }
  return found;
}

const run = (program: string, args: string[]): string =>
  execFileSync(program, args, { encoding: "utf8", maxBuffer: 256 * 1024 * 1024, stdio: ["ignore", "pipe", "ignore"] });
