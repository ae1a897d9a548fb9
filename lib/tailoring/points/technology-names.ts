import { namedAs } from "@/lib/tailoring/technologies/technology-named";
import type { OwnTechnology } from "@/lib/tailoring/technologies/technologies";
import { longestTechnology, tidy } from "./points";

/** A technology as it is named above its points, without what only leads on to them: a colon, a dash, their count, brackets around it. */
export function nameOf(text: string): string {
  let name = tidy(text);
  // Far from a name, and long enough to cost the patterns time.
  if (name.length > 3 * longestTechnology) return name;
  for (;;) {
    const shorter = name
      .replace(/(?:^| )#+$|[:：\s]+$|[:：]\s?[-–—]$|\s[-–—−=|]+$|[–—]$|(?<=[\p{L}\p{N}])-$/u, "")
      .replace(/\s*[([]\d{1,3}(?: (?:points?|bullets?))?[)\]]$/i, "")
      .replace(/^\[([^[\]]+)\]$|^【([^【】]+)】$/u, "$1$2")
      .trim();
    if (shorter === name || shorter === "") return name;
    name = shorter;
  }
}

/** Short enough for a name, and no sentence. */
export function isName(text: string): boolean {
  const name = nameOf(text);
  return (
    name.length <= longestTechnology && /\p{L}/u.test(name) && wordsIn(name) <= 7 && !/[!?;。]|[.,]$|:\/\//.test(name)
  );
}

export const wordsIn = (text: string): number => text.split(" ").length;

/** A listed technology, or several: "Java/J2EE", "Spring Boot 3.2", "C# and .NET". `own` as in findTechnologies. */
export function isKnown(text: string, own?: readonly OwnTechnology[]): boolean {
  const name = nameOf(text);
  if (name.length > longestTechnology) return false;
  if (isListed(name, own)) return true;
  const parts = name.split(/\s*[/,&]\s*|\s\+\s|\s(?:and|und|et|y|e)\s/);
  return parts.length > 1 && parts.every((part) => isListed(part, own));
}

function isListed(name: string, own?: readonly OwnTechnology[]): boolean {
  const bare = name.replace(/\s*\([^()]*\)$/, "");
  const found =
    namedAs(name, own) ?? namedAs(bare, own) ?? namedAs(bare.replace(/\s*v?\d+(?:\.[\dx]+)*\+?$/i, ""), own);
  if (!found?.technology) return false;
  // "rest" and "go" in small letters are words more often than names.
  return found.rule === "plain" || name !== name.toLowerCase() || name === name.toUpperCase();
}

/** Written as names are: every word with a capital, a sign or a digit in it, but for those that join. */
export const isProper = (text: string): boolean =>
  nameOf(text)
    .split(" ")
    .every((word, at) => !/^\p{Ll}+$/u.test(word) || (at > 0 && /^(?:and|of|for|with|und|et|y|e|de|for)$/.test(word)));

/** Begins as sentences of a resume do, with what was done. "Embedded Linux" is a name. */
export const isDeed = (text: string): boolean =>
  /^(?:\p{Lu}\p{Ll}+ed|Led|Built|Ran|Wrote|Made|Set|Cut|Kept|Took|Gave|Taught|Drove|Grew|Won|Held|Oversaw|Brought|Sped|Did|Put|Found|Rebuilt|Rewrote)(?: |$)/u.test(
    text,
  ) && !isProper(text);

/** Begins in small letters, as the rest of a sentence does; "iOS" and "jQuery" do not. */
export const isSmall = (text: string): boolean => /^\p{Ll}(?:[\p{Ll}\p{M}'’-]|\s|$|[,.;:])/u.test(text);

/** Ends in the middle of a sentence: with a comma, or with a word that asks for another. */
export const isOpenEnded = (text: string): boolean =>
  /(?:[,&(/]|(?:^|\s)(?:and|or|with|in|of|the|an?|using|for|to|on|by|from|via|through|as|at|into|under|und|mit|für|et|avec|de|y|con|com))$/i.test(
    text.slice(-40).trimEnd(),
  );
