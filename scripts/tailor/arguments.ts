import { parseArgs } from "node:util";

/** What the command line asks for. Paths are as they were typed. */
export interface Asked {
  resumes: string;
  points: string | null;
  requirement: string | null;
  technologies: string | null;
  out: string | null;
  json: string | null;
  tracked: boolean;
  rebuild: boolean;
  pages: number | null;
}

/** A command line that cannot be carried out, in a sentence for the person who typed it. */
export class UsageError extends Error {}

/** The options, in the order of the help. */
export const options = {
  resumes: { type: "string", value: "<file or folder>", says: "what to read; a folder with all that is in it" },
  points: { type: "string", value: "<file>", says: "what to write; without it resumes are only read" },
  requirement: { type: "string", value: "<file>", says: "the job; without it all points weigh alike" },
  technologies: {
    type: "string",
    value: "<file>",
    says: "own technologies, a line each: Name: other name, other name (2014)",
  },
  out: { type: "string", value: "<folder>", says: "where tailored files go, under their own names" },
  json: { type: "string", value: "<report>", says: "where the report goes; - for standard output" },
  tracked: { type: "boolean", value: "", says: "points as tracked changes of Word" },
  rebuild: { type: "boolean", value: "", says: "from a PDF a new Word document, named NAME.docx" },
  pages: { type: "string", value: "<number>", says: "by how many pages a resume may grow" },
  help: { type: "boolean", value: "", says: "this text" },
} as const;

/** Reads the command line. Throws {@link UsageError}. */
export function readArguments(words: readonly string[]): Asked | "help" {
  const given = parsed(words);
  if (given.help) return "help";
  if (!given.resumes) throw new UsageError("Say which resumes: --resumes <file or folder>.");
  if (given.points && !given.out) throw new UsageError("Say where tailored files go: --out <folder>.");
  for (const name of ["requirement", "technologies", "tracked", "rebuild", "pages"] as const)
    if (given[name] && !given.points) throw new UsageError(`--${name} needs points to write: --points <file>.`);
  const pages = given.pages === undefined ? null : Number(given.pages);
  if (pages !== null && !(pages >= 0 && pages <= 100))
    throw new UsageError("--pages is a number of pages, such as 1 or 0.5.");
  return {
    ...{ resumes: given.resumes, points: given.points ?? null, requirement: given.requirement ?? null },
    technologies: given.technologies ?? null,
    ...{ out: given.out ?? null, json: given.json ?? null, pages },
    ...{ tracked: given.tracked ?? false, rebuild: given.rebuild ?? false },
  };
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
