import "server-only";
import { and, eq, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { libraryPoints, requirementSkills } from "@/db/schema/tailoring";
import type { CommandContext } from "@/lib/platform/operation";
import { dataKeyOf, openText, sealText } from "@/lib/platform/secrets";
import { evidencePlace } from "@/lib/tailoring/requirements/load";
import { technologyKey } from "@/lib/tailoring/technology-key";
import { ownTechnologies } from "./own-technologies";

const others = alias(libraryPoints, "others");
const otherSkills = alias(requirementSkills, "other_skills");

/**
 * Counts points and skills that were written before under the technology whose name they bear now. How they are called stays; only how they are compared
 * changes, so nothing of it is a change of theirs. What stands under that technology already, with the same words or in the same requirement, stays as it is.
 */
export async function countNamedBefore(context: CommandContext): Promise<{ points: number; skills: number }> {
  const { tx } = context;
  const own = await ownTechnologies(context);
  const changed = <Row extends { name: string; key: string }>(rows: readonly Row[]) =>
    rows.flatMap((row) => {
      const now = technologyKey(row.name, own);
      return now === row.key ? [] : [{ ...row, now }];
    });
  const pointNames = await tx
    .selectDistinct({ name: libraryPoints.technology, key: libraryPoints.technologyKey })
    .from(libraryPoints);
  let points = 0;
  for (const { name, key, now } of changed(pointNames)) {
    const same = tx
      .select({ id: others.id })
      .from(others)
      .where(
        and(
          eq(others.technologyKey, now),
          eq(others.textHash, libraryPoints.textHash),
          sql`${others.teamId} is not distinct from ${libraryPoints.teamId}`,
        ),
      );
    const moved = await tx
      .update(libraryPoints)
      .set({ technologyKey: now })
      .where(and(eq(libraryPoints.technology, name), eq(libraryPoints.technologyKey, key), sql`not exists (${same})`))
      .returning({ id: libraryPoints.id });
    points += moved.length;
  }
  return { points, skills: await countSkills(context, changed) };
}

type Changed = <Row extends { name: string; key: string }>(rows: readonly Row[]) => (Row & { now: string })[];

async function countSkills({ tx, organisation }: CommandContext, changed: Changed): Promise<number> {
  const names = await tx
    .selectDistinct({ name: requirementSkills.name, key: requirementSkills.technologyKey })
    .from(requirementSkills);
  const dataKey = dataKeyOf(organisation);
  let skills = 0;
  for (const { name, key, now } of changed(names)) {
    const rows = await tx
      .select({
        ...{ id: requirementSkills.id, requirementId: requirementSkills.requirementId },
        evidence: requirementSkills.evidenceEncrypted,
      })
      .from(requirementSkills)
      .leftJoin(
        otherSkills,
        and(
          eq(otherSkills.requirementId, requirementSkills.requirementId),
          eq(otherSkills.technologyKey, now),
          ne(otherSkills.id, requirementSkills.id),
        ),
      )
      .where(
        and(eq(requirementSkills.name, name), eq(requirementSkills.technologyKey, key), sql`${otherSkills.id} is null`),
      );
    for (const { id, requirementId, evidence } of rows) {
      // What is sealed is bound to the place where it stands.
      const words = evidence && openText(dataKey, evidence, evidencePlace(requirementId, key));
      await tx
        .update(requirementSkills)
        .set({
          technologyKey: now,
          evidenceEncrypted: words && sealText(dataKey, words, evidencePlace(requirementId, now)),
        })
        .where(eq(requirementSkills.id, id));
      skills++;
    }
  }
  return skills;
}
