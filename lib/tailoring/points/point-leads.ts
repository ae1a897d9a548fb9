import type { OwnTechnology } from "@/lib/tailoring/technologies/technologies";
import { markerOf, pointsBehind, pointsInside } from "./point-markers";
import { longestTechnology, tidy } from "./points";
import { isKnown, nameOf, wordsIn } from "./technology-names";

/** A technology and its points in one line. */
export interface Lead {
  name: string;
  /** What parts the two. "tight" has no gaps and "comma" is doubtful: they need more around them to count. */
  by: "bold" | "tab" | "row" | "colon" | "bullet" | "tight" | "dash" | "comma";
  rest: string;
}

/** The ways in which a line could be a technology and its points, the surest first. `line` has neither marker nor gaps before it. */
export function leadsIn(line: string): Lead[] {
  const found: Lead[] = [];
  const find = (by: Lead["by"], parts: RegExpExecArray | null) => {
    const [, name = "", rest = ""] = parts ?? [];
    if (parts && nameOf(name) !== "") found.push({ name: nameOf(name), by, rest });
  };
  if (/^\|.*\|/.test(line)) {
    find("row", /^\|\s*([^|]{1,64}?)\s*\|\s*([^|\s].*)$/.exec(line.replace(/\|\s*$/, "")));
    return found;
  }
  find("bold", /^(?:\*\*(?=[^*]+\*\*)|__(?=[^_]+__))([^*_]{1,64})(?:\*\*|__)\s*[:：=|–—-]\s*(\S.*)$/.exec(line));
  find("bold", /^(?:\*\*(?=[^*]+\*\*)|__(?=[^_]+__))([^*_]{1,64}[:：])\s*(?:\*\*|__)\s*(\S.*)$/.exec(line));
  if (found.length > 0) return found;
  find("tab", /^([^\t]{1,64}?)\s*\t+\s*(\S.*)$/.exec(line));
  find("colon", /^([^:：\t]{1,64}?)\s*(?::\s+|：\s*)(\S.*)$/.exec(line));
  find("tight", /^([^:\t]{1,64}?):([\p{L}"“•].*)$/u.exec(line));
  find("bullet", /^([^\t]{1,64}?)\s+([•◦▪■●➢‣\uf0b7\uf0a7]\s.*)$/u.exec(line));
  find("dash", /^([^\t]{1,64}?)\s+(?:-{1,2}>?|[–—−|→]|=>?)\s+(\S.*)$/.exec(line));
  find("tight", /^([^\t]{1,64}?)(?:\s*[–—]\s*|-\s+|\s+-| {2,})(\p{Lu}.*)$/u.exec(line));
  find("comma", /^([^,;\t]{1,64}?)\s*[,;]\s*("?\p{Lu}.*)$/u.exec(line));
  return found.filter(({ name }) => name.length <= longestTechnology);
}

/** The points of a lead. What stands in cells of its own is a point of its own. */
export function pointsOf({ by, rest }: Lead): string[] {
  const cells = by === "tab" ? rest.split("\t") : by === "row" ? rest.split("|") : [rest];
  const apart = cells.length > 1 && cells.every((cell) => wordsIn(tidy(cell)) > 1);
  return (apart ? cells : [cells.join(" ")]).flatMap((cell) => {
    const whole = by === "comma" || by === "tab" ? cell.replace(/^\s*"([^"]*)"\s*$/, "$1") : cell;
    const marker = markerOf(whole);
    return marker ? pointsBehind(marker.sign, whole.slice(marker.length)) : pointsInside(whole);
  });
}

/** "Java, Spring" is a list of technologies and no point of Java. */
export const isSentence = (rest: string, own: readonly OwnTechnology[]): boolean =>
  wordsIn(tidy(rest)) > 1 && !isKnown(rest, own);
