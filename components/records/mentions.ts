import { nameKey } from "@/lib/platform/keys";

/** A colleague whom a comment can address. */
export interface Reader {
  id: string;
  name: string;
  headline?: string | null;
}

/** Most colleagues that are offered at once. */
const most = 6;

/** The mention that is being typed before the caret: where its @ stands, and the letters after it. Null where there is none. */
export function openMention(text: string, caret: number): { start: number; words: string } | null {
  const found = /(?:^|[\s(])@([^@\n]{0,40})$/u.exec(text.slice(0, caret));
  return found ? { start: caret - found[1]!.length - 1, words: found[1]! } : null;
}

/** The colleagues of whose name a word begins with what was typed; none once the name is complete. */
export function readersMatching(readers: readonly Reader[], typed: string): Reader[] {
  const key = nameKey(typed);
  return readers
    .filter(({ name }) => {
      const full = nameKey(name);
      return (full !== key || !/\s$/.test(typed)) && (full.startsWith(key) || full.includes(` ${key}`));
    })
    .slice(0, most);
}

/** The ids of those whose name still stands in the text. */
export const mentionedIn = (text: string, chosen: Iterable<Reader>): string[] => [
  ...new Set([...chosen].filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id)),
];

/** The text in parts, with the names that it addresses apart. */
export function mentionParts(text: string, mentions: readonly Reader[]): Array<{ text: string; mention: boolean }> {
  if (mentions.length === 0) return [{ text, mention: false }];
  // The longest name first: "Ann" must not cut "Ann Berg" in two.
  const names = mentions
    .map(({ name }) => `@${name}`)
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return text
    .split(new RegExp(`(${names.join("|")})`, "u"))
    .map((part, at) => ({ text: part, mention: at % 2 === 1 }))
    .filter((part) => part.text !== "");
}
