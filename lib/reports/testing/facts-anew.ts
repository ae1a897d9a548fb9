import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { transaction, type Transaction } from "@/db/client";

/** Whether what is kept for figures is, to the last value, what one gets by making all of it anew. */
export async function expectFactsAsMadeAnew(organisationId: string): Promise<void> {
  await transaction({ organisationId }, async (tx) => {
    const kept = await allFacts(tx);
    await tx.execute(sql`select refresh_programme_facts(array(select id from programmes))`);
    expect(kept.length).toBeGreaterThan(0);
    expect(kept).toEqual(await allFacts(tx));
  });
}

async function allFacts(tx: Transaction): Promise<unknown[]> {
  const { rows } = (await tx.execute(
    sql`select to_jsonb(programme_facts) - 'version' - 'updated_at' as facts from programme_facts order by id`,
  )) as unknown as { rows: { facts: unknown }[] };
  return rows.map(({ facts }) => facts);
}
