import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { UnreadableFile } from "@/lib/documents/package/unreadable-file";
import { readPointsFile } from "@/lib/tailoring/points/read-points-file";
import { pointProblems } from "@/lib/tailoring/points/points";
import { readRequirementFile } from "@/lib/tailoring/requirements/read-requirement-file";
import { weightsOf, type GivenPoint } from "@/lib/tailoring/tailor-resume";
import { UsageError } from "./arguments";

/** The points of a file. What is wrong in it is said on standard error, line by line, and the rest is taken. */
export async function pointsOf(path: string): Promise<GivenPoint[]> {
  const { groups, problems } = await readPointsFile(await contentOf(path), basename(path)).catch(unusable(path));
  for (const { line, code } of problems) console.error(`${path}, line ${line}: ${pointProblems[code]}`);
  const points = groups.flatMap(({ technology, points }) => points.map((text) => ({ technology, text })));
  if (points.length === 0) throw new UsageError(`There are no points in ${path}.`);
  return points;
}

/** What the job of a file gives to what it asks for. */
export async function weightsIn(path: string): Promise<[technology: string, weight: number][]> {
  const weights = [
    ...weightsOf(await readRequirementFile(await contentOf(path), basename(path)).catch(unusable(path))),
  ];
  if (weights.length === 0) throw new UsageError(`No skill that is known was found in ${path}.`);
  return weights;
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
