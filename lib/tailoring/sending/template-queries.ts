import "server-only";
import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { people } from "@/db/schema/people";
import { resumeSends, sendTemplateEditions, sendTemplates } from "@/db/schema/sending";
import { query } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";
import { TemplateId } from "@/lib/tailoring/sending/schemas";

const shown = {
  ...{ id: sendTemplates.id, name: sendTemplates.name, edition: sendTemplates.edition },
  ...{ followUpDays: sendTemplates.followUpDays, version: sendTemplates.version },
  ...{ subject: sendTemplateEditions.subject, body: sendTemplateEditions.body },
};

const current = and(
  eq(sendTemplateEditions.templateId, sendTemplates.id),
  eq(sendTemplateEditions.number, sendTemplates.edition),
);

/** All letters that are offered, as they read today, what was sent most often first. */
export const sendTemplatesThere = query({
  name: "tailoring.sendTemplates",
  permission: "tailoring:read",
  input: z.strictObject({}),
  example: () => ({}),
  run({ tx }) {
    const used = tx
      .select({ templateId: resumeSends.templateId, times: sql<number>`count(*)::int`.as("times") })
      .from(resumeSends)
      .groupBy(resumeSends.templateId)
      .as("used");
    return tx
      .select({ ...shown, times: sql<number>`coalesce(${used.times}, 0)`, changedAt: sendTemplates.updatedAt })
      .from(sendTemplates)
      .innerJoin(sendTemplateEditions, current)
      .leftJoin(used, eq(used.templateId, sendTemplates.id))
      .where(isNull(sendTemplates.deletedAt))
      .orderBy(sql`coalesce(${used.times}, 0) desc`, asc(sendTemplates.createdAt), asc(sendTemplates.id))
      .limit(100);
  },
});

/** One letter with what it said before. */
export const oneSendTemplate = query({
  name: "tailoring.sendTemplate",
  permission: "tailoring:read",
  input: TemplateId,
  example: ({ sendTemplateId }) => ({ id: sendTemplateId }),
  async run({ tx }, { id }) {
    const [found] = await tx
      .select(shown)
      .from(sendTemplates)
      .innerJoin(sendTemplateEditions, current)
      .where(and(eq(sendTemplates.id, id), isNull(sendTemplates.deletedAt)));
    if (!found) throw notFound("this template");
    const editions = await tx
      .select({
        ...{ number: sendTemplateEditions.number, at: sendTemplateEditions.createdAt, by: people.name },
        ...{ subject: sendTemplateEditions.subject, body: sendTemplateEditions.body },
      })
      .from(sendTemplateEditions)
      .leftJoin(people, eq(people.id, sendTemplateEditions.byPersonId))
      .where(eq(sendTemplateEditions.templateId, id))
      .orderBy(desc(sendTemplateEditions.number))
      .limit(50);
    return { ...found, editions };
  },
});
