import "server-only";
import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { z } from "zod";
import { sendTemplateEditions, sendTemplates } from "@/db/schema/sending";
import { personIdOf } from "@/lib/platform/actor";
import { nameKey } from "@/lib/platform/keys";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { assertVersion } from "@/lib/platform/two-editors";
import { AddTemplateInput, EditTemplateInput, TemplateId } from "@/lib/tailoring/sending/schemas";
import { starterTemplates } from "@/lib/tailoring/sending/starter-templates";

type Fields = Omit<z.output<typeof EditTemplateInput>, "id" | "expectedVersion">;

/** A letter with places for values. Refused at its field where a place is not known, or where the name is taken. */
export const addSendTemplate = command({
  name: "tailoring.addSendTemplate",
  permission: "tailoring:write",
  input: AddTemplateInput,
  example: () => ({
    ...{ name: "By phone agreed", subject: "Resume of {{candidate.name}}", followUpDays: "3" },
    body: "Hello {{recipient.firstName}},\n\nas agreed, the resume of {{candidate.name}}.",
  }),
  undo: (_input, { id }: { id: string }) => ({ operation: "tailoring.removeSendTemplate", input: { id } }),
  async run(context, fields): Promise<{ id: string }> {
    await assertNameFree(context, fields.name, null);
    const [row] = await context.tx.insert(sendTemplates).values(columnsOf(fields)).returning();
    context.record("send-template", null, row!);
    await keepEdition(context, row!.id, 1, fields);
    return { id: row!.id };
  },
});

/** Changes a template. Other words are a new edition; what was sent names the edition that it was sent with. */
export const editSendTemplate = command({
  name: "tailoring.editSendTemplate",
  permission: "tailoring:write",
  input: EditTemplateInput,
  example: ({ sendTemplateId }) => ({
    ...{ id: sendTemplateId, expectedVersion: 1, name: "First letter", followUpDays: "4" },
    ...{ subject: "{{candidate.name}} for you", body: "Hello {{recipient.firstName}},\n\nthe resume is attached." },
  }),
  async run(context, { id, expectedVersion, ...fields }) {
    const { tx, now, record } = context;
    const before = await templateToChange(context, id);
    const [edition] = await tx
      .select({ subject: sendTemplateEditions.subject, body: sendTemplateEditions.body })
      .from(sendTemplateEditions)
      .where(and(eq(sendTemplateEditions.templateId, id), eq(sendTemplateEditions.number, before.edition)));
    const { version, name, followUpDays } = before;
    assertVersion(
      { version, name, ...edition!, followUpDays: followUpDays === null ? "" : String(followUpDays) },
      expectedVersion,
      "this template",
    );
    await assertNameFree(context, fields.name, id);
    const changed = edition!.subject !== fields.subject || edition!.body !== fields.body;
    const number = before.edition + (changed ? 1 : 0);
    if (changed) await keepEdition(context, id, number, fields);
    const [after] = await tx
      .update(sendTemplates)
      .set({ ...columnsOf(fields), edition: number, version: version + 1, updatedAt: now })
      .where(eq(sendTemplates.id, id))
      .returning();
    record("send-template", before, after!);
    return { id, edition: number };
  },
});

/** A template that is offered no more. What was sent with it keeps its words. */
export const removeSendTemplate = command({
  name: "tailoring.removeSendTemplate",
  permission: "tailoring:write",
  input: TemplateId,
  example: ({ sendTemplateId }) => ({ id: sendTemplateId }),
  undo: ({ id }) => ({ operation: "tailoring.restoreSendTemplate", input: { id } }),
  async run(context, { id }) {
    await setRemoved(context, await templateToChange(context, id), context.now);
    return { id };
  },
});

export const restoreSendTemplate = command({
  name: "tailoring.restoreSendTemplate",
  permission: "tailoring:write",
  input: TemplateId,
  example: ({ sendTemplateId }) => ({ id: sendTemplateId }),
  async run(context, { id }) {
    const row = await templateToChange(context, id, true);
    if (row.deletedAt) await assertNameFree(context, row.name, id);
    await setRemoved(context, row, null);
    return { id };
  },
});

/** The letters with which an organisation begins, made where there never was one. */
export const beginSending = command({
  name: "tailoring.begin",
  permission: "tailoring:write",
  input: z.strictObject({}),
  example: () => ({}),
  async run({ tx, call }): Promise<{ made: number }> {
    // Two who switch the module on at the same moment wait for one another.
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtext('tailoring.begin'), hashtext(current_organisation()::text))`,
    );
    if ((await tx.$count(sendTemplates)) > 0) return { made: 0 };
    for (const offered of starterTemplates) await call(addSendTemplate, offered);
    return { made: starterTemplates.length };
  },
});

const columnsOf = ({ name, followUpDays }: Fields) => ({
  ...{ name, nameKey: nameKey(name) },
  followUpDays: followUpDays === "" ? null : Number(followUpDays),
});

async function keepEdition(
  { tx, actor, now, record }: CommandContext,
  templateId: string,
  number: number,
  { subject, body }: Fields,
): Promise<void> {
  const [row] = await tx
    .insert(sendTemplateEditions)
    .values({ templateId, number, subject, body, byPersonId: personIdOf(actor), createdAt: now })
    .returning();
  record("send-template-edition", null, row!);
}

async function templateToChange({ tx }: CommandContext, id: string, removed = false) {
  const [row] = await tx
    .select()
    .from(sendTemplates)
    .where(and(eq(sendTemplates.id, id), removed ? undefined : isNull(sendTemplates.deletedAt)))
    .for("update");
  if (!row) throw notFound("this template");
  return row;
}

async function assertNameFree({ tx }: CommandContext, name: string, id: string | null): Promise<void> {
  const taken = await tx.$count(
    sendTemplates,
    and(
      eq(sendTemplates.nameKey, nameKey(name)),
      isNull(sendTemplates.deletedAt),
      id ? ne(sendTemplates.id, id) : undefined,
    ),
  );
  if (taken > 0) throw new Refusal("conflict", "There is a template of this name already.", "name");
}

async function setRemoved(
  { tx, now, record }: CommandContext,
  before: typeof sendTemplates.$inferSelect,
  deletedAt: Date | null,
): Promise<void> {
  const [after] = await tx
    .update(sendTemplates)
    .set({ deletedAt, version: before.version + 1, updatedAt: now })
    .where(eq(sendTemplates.id, before.id))
    .returning();
  record("send-template", before, after!);
}
