import "server-only";
import { eq } from "drizzle-orm";
import { offerCriteria, opportunities, outreach, searchCompanies, searchContacts } from "@/db/schema/job-search";
import { assertReaches } from "@/lib/job-search/reach";
import type { CommandContext } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";

export type Opportunity = typeof opportunities.$inferSelect;
export type Contact = typeof searchContacts.$inferSelect;
export type Company = typeof searchCompanies.$inferSelect;

const tables = {
  opportunity: opportunities,
  contact: searchContacts,
  company: searchCompanies,
  outreach,
  criterion: offerCriteria,
} as const;
const said: Record<keyof typeof tables, string> = {
  opportunity: "this opportunity",
  contact: "this contact",
  company: "this company",
  outreach: "this entry",
  criterion: "this line",
};

/** A record of somebody's search, locked for a change by who may; `removed` finds it after it was taken away too. */
export async function recordToChange<Kind extends keyof typeof tables>(
  context: CommandContext,
  kind: Kind,
  id: string,
  removed = false,
): Promise<(typeof tables)[Kind]["$inferSelect"]> {
  const table = tables[kind] as typeof opportunities;
  const [row] = await context.tx.select().from(table).where(eq(table.id, id)).for("update");
  if (!row || (row.deletedAt && !removed)) throw notFound(said[kind]);
  await assertReaches(context, "job-search:write", row.personId, said[kind]);
  return row as (typeof tables)[Kind]["$inferSelect"];
}

/** Stores a change of such a record; the caller writes it down. */
export async function storeChange<Kind extends keyof typeof tables>(
  { tx, now }: CommandContext,
  kind: Kind,
  before: (typeof tables)[Kind]["$inferSelect"],
  changes: Partial<(typeof tables)[Kind]["$inferInsert"]>,
): Promise<(typeof tables)[Kind]["$inferSelect"]> {
  const table = tables[kind] as typeof opportunities;
  const [after] = await tx
    .update(table)
    .set({ ...(changes as Partial<Opportunity>), version: before.version + 1, updatedAt: now })
    .where(eq(table.id, before.id))
    .returning();
  return after as (typeof tables)[Kind]["$inferSelect"];
}
