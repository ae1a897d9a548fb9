import { readFile } from "node:fs/promises";
import { canonicalName } from "@/lib/tailoring/distribution/known-technologies";
import type { PlanPoint } from "@/lib/tailoring/distribution/plan-input";
import { parsePoints } from "@/lib/tailoring/points/parse-points";
import { pointProblems } from "@/lib/tailoring/points/points";
import { UsageError } from "./arguments";

/** The points of a file. What is wrong in it is said on standard error, line by line, and the rest is taken. */
export async function pointsOf(path: string): Promise<PlanPoint[]> {
  const { groups, problems } = parsePoints((await contentOf(path)).toString("utf8"));
  for (const { line, code } of problems) console.error(`${path}, line ${line}: ${pointProblems[code]}`);
  const points = groups.flatMap(({ technology, points }) =>
    points.map((text) => ({ technology: canonicalName(technology), text })),
  );
  if (points.length === 0) throw new UsageError(`There are no points in ${path}.`);
  return points;
}

async function contentOf(path: string): Promise<Buffer> {
  return readFile(path).catch(() => {
    throw new UsageError(`${path} cannot be read.`);
  });
}
