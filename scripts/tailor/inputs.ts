import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { z } from "zod";
import { UnreadableFile } from "@/lib/documents/package/unreadable-file";
import { readPointsFile } from "@/lib/tailoring/points/read-points-file";
import { pointProblems } from "@/lib/tailoring/points/points";
import { readRequirementFile } from "@/lib/tailoring/requirements/read-requirement-file";
import { takeInLines } from "@/lib/tailoring/own-technologies/take-in";
import { printTechnology } from "@/lib/tailoring/own-technologies/technology-lines";
import { weightsOf, type GivenPoint } from "@/lib/tailoring/tailor-resume";
import type { OwnTechnology } from "@/lib/tailoring/technologies/technologies";
import { UsageError } from "./arguments";

/** The points of a file. What is wrong in it is said on standard error, line by line, and the rest is taken. */
export async function pointsOf(path: string, own: readonly OwnTechnology[]): Promise<GivenPoint[]> {
  const { groups, problems } = await readPointsFile(await contentOf(path), basename(path), own).catch(unusable(path));
  for (const { line, code } of problems) console.error(`${path}, line ${line}: ${pointProblems[code]}`);
  const points = groups.flatMap(({ technology, points }) => points.map((text) => ({ technology, text })));
  if (points.length === 0) throw new UsageError(`There are no points in ${path}.`);
  return points;
}

/** What the job of a file gives to what it asks for. */
export async function weightsIn(
  path: string,
  own: readonly OwnTechnology[],
): Promise<[technology: string, weight: number][]> {
  const weights = [
    ...weightsOf(await readRequirementFile(await contentOf(path), basename(path), own).catch(unusable(path))),
  ];
  if (weights.length === 0) throw new UsageError(`No skill that is known was found in ${path}.`);
  return weights;
}

const listed = z.array(
  z.union([
    z.string(),
    z.strictObject({ name: z.string(), aliases: z.array(z.string()).default([]), since: z.int().nullish() }),
  ]),
);

/** Own technologies of a file, a line each or as JSON. What is wrong in it is said on standard error by its line, and the rest is taken. */
export async function technologiesOf(path: string): Promise<OwnTechnology[]> {
  const text = (await contentOf(path)).toString("utf8").replace(/^\ufeff/, "");
  const { changed, problems } = takeInLines(/^\s*\[/.test(text) ? linesOf(text, path) : text, []);
  for (const { line, message } of problems) console.error(`${path}, line ${line}: ${message}`);
  if (changed.length === 0) throw new UsageError(`There is no technology in ${path} that is not known already.`);
  return changed.map(({ now: { name, aliases, since } }) => ({ name, aliases, since }));
}

/** Of JSON, an item a line. */
function linesOf(text: string, path: string): string {
  try {
    const items = listed.parse(JSON.parse(text));
    return items
      .map((item) => (typeof item === "string" ? item : printTechnology({ ...item, since: item.since ?? null })))
      .join("\n");
  } catch {
    throw new UsageError(`${path} is no JSON array of names and of {name, aliases, since}.`);
  }
}

const unusable =
  (path: string) =>
  (error: unknown): never => {
    throw error instanceof UnreadableFile ? new UsageError(`${path}: ${error.message}`) : error;
  };

async function contentOf(path: string): Promise<Buffer> {
  return readFile(path).catch(() => {
    throw new UsageError(`${path} cannot be read.`);
  });
}
