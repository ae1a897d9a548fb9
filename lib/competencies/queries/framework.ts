import "server-only";
import { asc, desc, eq, isNull, and, or, sql } from "drizzle-orm";
import { z } from "zod";
import { competencies, competencyFrameworks, roleProfiles } from "@/db/schema/competencies";
import { people } from "@/db/schema/people";
import { competenciesOf, publishedFramework } from "@/lib/competencies/load";
import { frameworkChanges } from "@/lib/competencies/rules/framework-changes";
import { CompareInput, FrameworkId, ProgrammeInput } from "@/lib/competencies/schemas";
import type { Requirements } from "@/lib/competencies/types";
import { query, type QueryContext } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";
import { loadProgramme } from "@/lib/programmes/load";

/** All versions of the framework, the newest first. */
export const frameworkVersions = query({
  name: "competencies.versions",
  permission: "frameworks:read",
  input: z.strictObject({}),
  example: () => ({}),
  run: ({ tx }) =>
    tx
      .select({
        id: competencyFrameworks.id,
        number: competencyFrameworks.number,
        state: competencyFrameworks.state,
        publishedAt: competencyFrameworks.publishedAt,
        publishedBy: people.name,
        changes: competencyFrameworks.changes,
        competencies: sql<number>`(select count(*) from ${competencies}
          where ${competencies.frameworkId} = ${competencyFrameworks.id})`.mapWith(Number),
      })
      .from(competencyFrameworks)
      .leftJoin(people, eq(people.id, competencyFrameworks.publishedPersonId))
      .where(isNull(competencyFrameworks.deletedAt))
      .orderBy(desc(competencyFrameworks.number)),
});

/** One version with its competencies, and what it changed in the one before. */
export const oneFramework = query({
  name: "competencies.framework",
  permission: "frameworks:read",
  input: FrameworkId,
  example: ({ frameworkId }) => ({ id: frameworkId }),
  async run(context, { id }) {
    const found = await frameworkRow(context, id);
    return { ...found, competencies: await competenciesOf(context, id) };
  },
});

/** What differs between two versions. */
export const compareFrameworks = query({
  name: "competencies.compare",
  permission: "frameworks:read",
  input: CompareInput,
  example: ({ frameworkId, draftFrameworkId }) => ({ beforeId: frameworkId, afterId: draftFrameworkId }),
  async run(context, { beforeId, afterId }) {
    const [before, after] = [await frameworkRow(context, beforeId), await frameworkRow(context, afterId)];
    return {
      before: { id: before.id, number: before.number },
      after: { id: after.id, number: after.number },
      changes: frameworkChanges(await competenciesOf(context, beforeId), await competenciesOf(context, afterId)),
    };
  },
});

/** The roles of the library, those that are put away at the end, with the competencies that they may ask for. */
export const roleLibrary = query({
  name: "competencies.roles",
  permission: "frameworks:read",
  input: z.strictObject({}),
  example: () => ({}),
  async run(context) {
    const roles = await context.tx
      .select()
      .from(roleProfiles)
      .where(and(isNull(roleProfiles.programmeId), isNull(roleProfiles.deletedAt)))
      .orderBy(sql`${roleProfiles.archivedAt} asc nulls first`, asc(roleProfiles.name));
    return { roles: roles.map(asRole), competencies: await choosable(context) };
  },
});

/** What a programme may aim at: the roles on offer, and its own if it has one. */
export const targetChoices = query({
  name: "competencies.targets",
  permission: "competencies:read",
  input: ProgrammeInput,
  example: ({ programmeId }) => ({ programmeId }),
  async run(context, { programmeId }) {
    await loadProgramme(context, programmeId, "competencies:read");
    const roles = await context.tx
      .select()
      .from(roleProfiles)
      .where(
        and(
          isNull(roleProfiles.deletedAt),
          isNull(roleProfiles.archivedAt),
          or(isNull(roleProfiles.programmeId), eq(roleProfiles.programmeId, programmeId)),
        ),
      )
      .orderBy(sql`${roleProfiles.programmeId} asc nulls last`, asc(roleProfiles.name));
    return { roles: roles.map(asRole), competencies: await choosable(context) };
  },
});

async function frameworkRow({ tx }: QueryContext, id: string) {
  const [row] = await tx.select().from(competencyFrameworks).where(eq(competencyFrameworks.id, id));
  if (!row || row.deletedAt) throw notFound("this version");
  return { id: row.id, number: row.number, state: row.state as "draft" | "published", publishedAt: row.publishedAt };
}

/** Names of the competencies in use, by cluster. */
async function choosable(context: QueryContext) {
  const inUse = await publishedFramework(context);
  const all = inUse ? await competenciesOf(context, inUse.id) : [];
  return all.map(({ key, name, cluster }) => ({ key, name, cluster }));
}

const asRole = ({ id, version, name, programmeId, requirements, archivedAt }: typeof roleProfiles.$inferSelect) => ({
  ...{ id, version, name, own: programmeId !== null, archived: archivedAt !== null },
  requirements: requirements as Requirements,
});
