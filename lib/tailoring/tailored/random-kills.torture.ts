import { setTimeout as pause } from "node:timers/promises";
import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { transaction } from "@/db/client";
import { notifications } from "@/db/schema/platform";
import { requirements } from "@/db/schema/tailoring";
import { nameKey } from "@/lib/platform/keys";
import { testWorld } from "@/lib/platform/testing/world";
import { tailoringProcess } from "@/lib/tailoring/testing/tailoring-process";
import { versionsMade } from "@/lib/tailoring/testing/versions-made";
import { startBatch } from "./batch-commands";
import { oneTailoringBatch } from "./batch-queries";

/*
 * A batch of resumes whose processes are killed at random until all are done. Part of `npm run torture`: it proves more the longer it runs.
 */

const world = testWorld();
const resumes = 60;

test(
  "whenever processes are killed, each resume of a batch is tailored once, and who asked is told once",
  { timeout: 600_000 },
  async () => {
    const { organisationId, candidateId, pointId } = world.north;
    const { ids, versions, batchId } = await batchOf(resumes, candidateId);
    let kills = 0;
    // How long a process lives: more where the machine is so slow that none got anywhere.
    let patience = 1_500;
    let before = versions.length;
    for (;;) {
      const left = (await versionsMade(organisationId, versions)).filter(({ status }) => status === "waiting");
      if (left.length === 0) break;
      if (kills > 0 && left.length === before) patience *= 1.5;
      before = left.length;
      const { child, ended } = tailoringProcess(
        world.database.appUrl,
        { organisationId },
        left.map(({ id }) => id),
      );
      const timer = setTimeout(() => child.kill("SIGKILL"), patience * (1 + Math.random()));
      if ((await ended) === "SIGKILL") kills += 1;
      clearTimeout(timer);
      await pause(50);
    }
    expect(kills).toBeGreaterThan(3);
    const made = await versionsMade(organisationId, versions);
    expect(made.map(({ status, files, named }) => [status, files, named])).toEqual(ids.map(() => ["done", 2, 2]));
    const told = await transaction({ organisationId }, (tx) =>
      tx
        .select()
        .from(notifications)
        .where(
          and(eq(notifications.kind, "tailoring.batch-finished"), eq(notifications.href, `/tailoring/${batchId}`)),
        ),
    );
    expect(told).toHaveLength(1);
    const [used] = (await transaction({ organisationId }, (tx) =>
      tx.execute(sql`select use_count as "count" from library_points where id = ${pointId}`),
    ).then((result) => (result as unknown as { rows: unknown[] }).rows)) as [{ count: number }];
    expect(used.count).toBe(resumes);
  },
);

async function batchOf(many: number, candidateId: string) {
  const { organisationId, requirementId } = world.north;
  const ids = await transaction({ organisationId }, async (tx) => {
    const [like] = await tx.select().from(requirements).where(eq(requirements.id, requirementId));
    const rows = Array.from({ length: many }, (_, place) => {
      const title = `Platform engineer ${place}`;
      const { ownerPersonId, statusSince } = like!;
      return { title, titleKey: nameKey(title), ownerPersonId, statusSince };
    });
    const made = await tx.insert(requirements).values(rows).returning({ id: requirements.id });
    await tx.execute(sql`insert into requirement_skills (id, requirement_id, name, technology_key, need, position)
      select gen_random_uuid(), id, 'Kubernetes', 'kubernetes', 'must', 1 from requirements where title_key like 'platform engineer %'`);
    return made.map(({ id }) => id);
  });
  const { batchId } = await world.north.execute(startBatch, "recruiter", { candidateId, requirementIds: ids });
  const { rows } = await world.north.ask(oneTailoringBatch, "recruiter", { id: batchId });
  return { ids, batchId, versions: rows.map(({ versionId }) => versionId) };
}
