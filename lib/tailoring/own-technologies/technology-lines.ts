import type { OwnTechnology } from "@/lib/tailoring/technologies/technologies";
import { AddTechnologyInput, earliestYear, latestYear } from "./schemas";

export interface WrittenTechnology extends OwnTechnology {
  /** From 1. */
  line: number;
  since: number | null;
}

/** A line that could not be taken in, and why as a sentence. */
export interface LineProblem {
  line: number;
  message: string;
}

/**
 * Technologies as people write them, one a line: "Name: alias, alias (2014)", where everything but the name may be missing; cells of a table with tabs
 * between them are read as well. What is wrong is told by its line, and the rest is kept.
 */
export function parseTechnologyLines(text: string): { technologies: WrittenTechnology[]; problems: LineProblem[] } {
  const technologies: WrittenTechnology[] = [];
  const problems: LineProblem[] = [];
  text.split(/\r\n?|[\n\u2028\u2029\u0085\v\f]/).forEach((raw, at) => {
    const written = raw.replace(/^\s*(?:[-–—*•·]\s+)?/u, "").trim();
    if (written === "") return;
    const { name, aliases, since } = written.includes("\t") ? inCells(written) : inLine(written);
    const parsed = AddTechnologyInput.safeParse({ name, aliases, since });
    const line = at + 1;
    if (!parsed.success) problems.push({ line, message: parsed.error.issues[0]!.message });
    else technologies.push({ line, ...asTechnology(parsed.data) });
  });
  return { technologies, problems };
}

/** One technology as a line that is read back as the same. */
export const printTechnology = ({ name, aliases, since }: OwnTechnology): string =>
  `${name}${aliases.length > 0 ? `: ${aliases.join(", ")}` : ""}${since ? ` (${since})` : ""}`;

/** What a form holds, as the engine takes it. */
export const asTechnology = ({ name, aliases = [], since }: ReturnType<typeof AddTechnologyInput.parse>) => ({
  ...{ name, aliases },
  since: since ? Number(since) : null,
});

interface Parts {
  name: string;
  aliases: string[];
  since: string;
}

function inLine(line: string): Parts {
  const year = /^(.*?)\s*\((\d{4})\)$/u.exec(line);
  const words = year ? year[1]! : line;
  const [, name, rest] = /^(.*?)[:：](?:\s+(.*))?$/u.exec(words) ?? [];
  // Where no colon parts them, the first name is the one under which it is counted.
  const [first = "", ...others] = name === undefined ? namesIn(words) : [name, ...namesIn(rest ?? "")];
  return { name: first, aliases: others, since: year?.[2] ?? "" };
}

function inCells(line: string): Parts {
  const [name = "", ...cells] = line.split("\t").map((cell) => cell.trim());
  const isYear = (cell: string) => /^\d{4}$/.test(cell) && Number(cell) >= earliestYear && Number(cell) <= latestYear;
  return {
    name,
    aliases: cells.filter((cell) => !isYear(cell)).flatMap(namesIn),
    since: cells.find(isYear) ?? "",
  };
}

const namesIn = (text: string): string[] =>
  text
    .split(/[,;，；]/u)
    .map((name) => name.trim())
    .filter(Boolean);
