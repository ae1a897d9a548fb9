import "server-only";
import { and, asc, desc, inArray, isNull } from "drizzle-orm";
import { libraryPoints } from "@/db/schema/tailoring";
import { newId } from "@/db/tenant-table";
import type { QueryContext } from "@/lib/platform/operation";
import { reachesPoints } from "@/lib/tailoring/library/store";
import { ownTechnologies } from "@/lib/tailoring/own-technologies/own-technologies";
import { technologyKey } from "@/lib/tailoring/technology-key";
import type { DraftPoint } from "./draft-schema";

/** Points that a draft begins with: so many of each skill. More makes a resume say the same thing often. */
const mostOfSkill = { must: 2, nice: 1 } as const;
const mostAtFirst = 16;

/** Points of the library for what a requirement asks for: what is needed first, of each skill those that were used most. */
export async function pickPoints(
  context: QueryContext,
  skills: readonly { name: string; need: "must" | "nice" }[],
): Promise<DraftPoint[]> {
  const { tx, actor } = context;
  const own = await ownTechnologies(context);
  const keys = skills.map(({ name }) => technologyKey(name, own));
  if (keys.length === 0) return [];
  const rows = await tx
    .select({
      ...{ id: libraryPoints.id, technology: libraryPoints.technology, text: libraryPoints.text },
      technologyKey: libraryPoints.technologyKey,
    })
    .from(libraryPoints)
    .where(and(inArray(libraryPoints.technologyKey, keys), isNull(libraryPoints.retiredAt), reachesPoints(actor)))
    .orderBy(desc(libraryPoints.useCount), asc(libraryPoints.createdAt), asc(libraryPoints.id))
    .limit(2_000);
  const inOrder = [...skills].sort((one, other) => Number(one.need === "nice") - Number(other.need === "nice"));
  return inOrder
    .flatMap(({ name, need }) => {
      const key = technologyKey(name, own);
      return rows.filter((row) => row.technologyKey === key).slice(0, mostOfSkill[need]);
    })
    .slice(0, mostAtFirst)
    .map(({ id, technology, text }) => ({ id: newId(), technology, text, libraryPointId: id }));
}
