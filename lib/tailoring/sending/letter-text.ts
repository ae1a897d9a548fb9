import { variables, type VariableName } from "./variables";

/*
 * The words of a letter with places for values, `{{candidate.name}}`. They are read once into parts; values are put between parts and never
 * read again, so that braces in a value stay braces.
 */

export type LetterPart =
  | { readonly kind: "words"; readonly words: string }
  | { readonly kind: "value"; readonly name: VariableName };

/** Something in a letter's words that nothing can be put for. */
export interface LetterProblem {
  kind: "unknown" | "unclosed";
  /** As it was typed. */
  what: string;
}

const place = /\{\{([^{}]*)\}\}/g;

const isVariable = (name: string): name is VariableName => (variables as readonly string[]).includes(name);

/** A letter's words in parts, and what is wrong with them: unknown names, braces that never close. */
export function readLetter(text: string): { parts: LetterPart[]; problems: LetterProblem[] } {
  const parts: LetterPart[] = [];
  const problems: LetterProblem[] = [];
  const words = (from: number, to: number) => {
    const between = text.slice(from, to);
    if (!between) return;
    if (between.includes("{{"))
      problems.push({ kind: "unclosed", what: between.slice(between.indexOf("{{")).slice(0, 40) });
    parts.push({ kind: "words", words: between });
  };
  let done = 0;
  for (const found of text.matchAll(place)) {
    words(done, found.index);
    done = found.index + found[0].length;
    const name = found[1]!.trim();
    if (isVariable(name)) parts.push({ kind: "value", name });
    else {
      problems.push({ kind: "unknown", what: found[0] });
      parts.push({ kind: "words", words: found[0] });
    }
  }
  words(done, text.length);
  return { parts, problems };
}

/** Parts as they are typed. */
export const printLetter = (parts: readonly LetterPart[]): string =>
  parts.map((part) => (part.kind === "words" ? part.words : `{{${part.name}}}`)).join("");

export type LetterValues = Readonly<Partial<Record<VariableName, string>>>;

const inOneLine = (value: string): string => value.replace(/\s+/g, " ").trim();

/** Values are of one line; the list of candidates has one for each. */
const inLines = (name: VariableName, value: string): string =>
  name === "candidates.list" ? value.split("\n").map(inOneLine).filter(Boolean).join("\n") : inOneLine(value);

/** A letter with its values. What has none is named in `missing`, once, and `[name]` stands in its place, to be shown and never to be sent. */
export function fillLetter(
  parts: readonly LetterPart[],
  values: LetterValues,
): { text: string; missing: VariableName[] } {
  const missing = new Set<VariableName>();
  const text = parts
    .map((part) => {
      if (part.kind === "words") return part.words;
      const value = inLines(part.name, values[part.name] ?? "");
      if (value) return value;
      missing.add(part.name);
      return `[${part.name}]`;
    })
    .join("");
  return { text, missing: [...missing] };
}

/** The same of a text as it was typed; refuse it first where `readLetter` has problems. */
export const fillText = (text: string, values: LetterValues) => fillLetter(readLetter(text).parts, values);

/** What is wrong with a letter's words, in a sentence; null where nothing is. */
export function letterProblem(text: string): string | null {
  const [problem] = readLetter(text).problems;
  if (!problem) return null;
  return problem.kind === "unknown"
    ? `${problem.what} is not known. Choose one from the list.`
    : `“${problem.what}” begins a place for a value and does not end it. Write two closing braces.`;
}
