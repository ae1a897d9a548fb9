import "server-only";
import { desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { competencies, competencyFrameworks } from "@/db/schema/competencies";
import { competenciesOf, frameworkInUse, lockDraft } from "@/lib/competencies/load";
import { keyFor } from "@/lib/competencies/rules/framework-changes";
import {
  AddCompetencyInput,
  CompetencyId,
  EditCompetencyInput,
  FrameworkId,
  PublishInput,
} from "@/lib/competencies/schemas";
import { personIdOf } from "@/lib/platform/actor";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { assertVersion } from "@/lib/platform/two-editors";

/** Begins the next version as a copy of the one in use. Where a draft is in work, that one is meant. */
export const startDraft = command({
  name: "competencies.startDraft",
  permission: "frameworks:write",
  input: z.strictObject({}),
  example: () => ({}),
  async run(context): Promise<{ id: string }> {
    const { tx, record } = context;
    const inUse = await frameworkInUse(context);
    // Two who begin a draft wait for one another at the version that both copy.
    await tx
      .select({ id: competencyFrameworks.id })
      .from(competencyFrameworks)
      .where(eq(competencyFrameworks.id, inUse.id))
      .for("update");
    const [newest] = await tx
      .select()
      .from(competencyFrameworks)
      .orderBy(desc(competencyFrameworks.number))
      .limit(1)
      .for("update");
    if (newest!.state === "draft") {
      record("competency-framework", newest!, newest!);
      return { id: newest!.id };
    }
    const [draft] = await tx
      .insert(competencyFrameworks)
      .values({ number: newest!.number + 1, state: "draft" })
      .returning();
    record("competency-framework", null, draft!);
    const copied = await competenciesOf(context, inUse.id);
    await tx.insert(competencies).values(
      copied.map(({ key, cluster, name, description, levels, position }) => ({
        ...{ key, cluster, name, description, levels, position },
        frameworkId: draft!.id,
      })),
    );
    return { id: draft!.id };
  },
});

/** Adds a competency to the draft, at the end of its cluster. */
export const addCompetency = command({
  name: "competencies.add",
  permission: "frameworks:write",
  input: AddCompetencyInput,
  example: ({ draftFrameworkId }) => ({ frameworkId: draftFrameworkId, ...example }),
  undo: (_input, { id }) => ({ operation: "competencies.remove", input: { id } }),
  async run(context, { frameworkId, ...fields }) {
    const { tx, record } = context;
    await lockDraft(context, frameworkId);
    const there = await competenciesOf(context, frameworkId);
    const before = there.filter(({ cluster }) => cluster === fields.cluster).at(-1) ?? there.at(-1);
    const position = (before?.position ?? 0) + 1;
    await tx
      .update(competencies)
      .set({ position: sql`${competencies.position} + 1` })
      .where(sql`${competencies.frameworkId} = ${frameworkId} and ${competencies.position} >= ${position}`);
    const [row] = await tx
      .insert(competencies)
      .values({
        frameworkId,
        key: keyFor(fields.name, new Set(there.map(({ key }) => key))),
        position,
        ...contentOf(fields),
      })
      .returning();
    record("competency", null, row!);
    return { id: row!.id };
  },
});

/** Changes a competency of the draft. Its key stays, so that earlier ratings are found again. */
export const editCompetency = command({
  name: "competencies.edit",
  permission: "frameworks:write",
  input: EditCompetencyInput,
  example: ({ draftCompetencyId }) => ({ id: draftCompetencyId, expectedVersion: 1, ...example }),
  async run(context, { id, expectedVersion, ...fields }) {
    const { tx, now, record } = context;
    const row = await competencyOfDraft(context, id);
    assertVersion(row, expectedVersion, "this competency");
    const [after] = await tx
      .update(competencies)
      .set({ ...contentOf(fields), version: row.version + 1, updatedAt: now })
      .where(eq(competencies.id, id))
      .returning();
    record("competency", row, after!);
    return { id };
  },
});

/** Takes a competency out of the draft. Versions that are published keep it. */
export const removeCompetency = command({
  name: "competencies.remove",
  permission: "frameworks:write",
  input: CompetencyId,
  example: ({ draftCompetencyId }) => ({ id: draftCompetencyId }),
  async run(context, { id }) {
    const row = await competencyOfDraft(context, id);
    if ((await competenciesOf(context, row.frameworkId)).length === 1)
      throw new Refusal("state", "A framework needs at least one competency.");
    await context.tx.delete(competencies).where(eq(competencies.id, id));
    context.record("competency", row, null);
    return { id };
  },
});

/** Throws the draft away. The version in use stays as it is. */
export const discardDraft = command({
  name: "competencies.discardDraft",
  permission: "frameworks:write",
  input: FrameworkId,
  example: ({ draftFrameworkId }) => ({ id: draftFrameworkId }),
  async run(context, { id }) {
    const draft = await lockDraft(context, id);
    await context.tx.delete(competencies).where(eq(competencies.frameworkId, id));
    await context.tx.delete(competencyFrameworks).where(eq(competencyFrameworks.id, id));
    context.record("competency-framework", draft, null);
    return { id };
  },
});

/** From now on ratings and rounds begin in this version. What was rated before stays in its own. */
export const publishDraft = command({
  name: "competencies.publish",
  permission: "frameworks:write",
  input: PublishInput,
  example: ({ draftFrameworkId }) => ({ id: draftFrameworkId, changes: "Clearer words for level 3." }),
  async run(context, { id, changes }) {
    const { tx, now, record, actor } = context;
    const draft = await lockDraft(context, id);
    const [after] = await tx
      .update(competencyFrameworks)
      .set({
        state: "published",
        publishedAt: now,
        publishedPersonId: personIdOf(actor),
        changes,
        version: draft.version + 1,
        updatedAt: now,
      })
      .where(eq(competencyFrameworks.id, id))
      .returning();
    record("competency-framework", draft, after!);
    return { id };
  },
});

const example = {
  cluster: "Direction",
  name: "Strategic thinking",
  description: "Sees where a business can win.",
  level1: "Works on what is in front of them.",
  level2: "Says what the strategy means for the team.",
  level3: "Turns it into clear choices.",
  level4: "Shapes it with facts.",
  level5: "Sets a direction that others follow.",
};

type Fields = Omit<z.output<typeof AddCompetencyInput>, "frameworkId">;

const contentOf = ({ level1, level2, level3, level4, level5, ...rest }: Fields) => ({
  ...rest,
  levels: [level1, level2, level3, level4, level5],
});

async function competencyOfDraft(context: CommandContext, id: string) {
  const [row] = await context.tx.select().from(competencies).where(eq(competencies.id, id)).for("update");
  if (!row || row.deletedAt) throw notFound("this competency");
  await lockDraft(context, row.frameworkId);
  return row;
}
