import { sql } from "drizzle-orm";
import { transaction, type Transaction } from "@/db/client";
import { Refusal } from "@/lib/platform/refusal";
import type { TestOrganisation } from "@/lib/platform/testing/world";

/** What a test finds again wherever a text leaks. */
export const mark = "kept-from-sponsors";
/** Texts that a sponsor may read, or on whose wording the product itself stands. */
const readable = new Set([
  "engagements",
  "packages.name",
  "programme_phases.name",
  "roles",
  "seat_charges.currency",
  "sponsors",
]);

interface Column {
  table: string;
  name: string;
}

async function columns(tx: Transaction): Promise<Column[]> {
  const found = (await tx.execute(sql`
    select c.table_name as table, c.column_name as name from information_schema.columns c
    join pg_policies p on p.tablename = c.table_name and p.policyname = 'wall'
    where c.table_schema = 'public' and c.data_type = 'text' and c.is_generated = 'NEVER'
      and c.column_name not like '%\\_encrypted' order by 1, 2`)) as unknown as { rows: Column[] };
  return found.rows.filter(({ table, name }) => !readable.has(table) && !readable.has(`${table}.${name}`));
}

/** Marks every text that can be marked: what a check or a key forbids is a code, no text. Returns where marks are now. */
export async function markEverything({ organisationId, sponsorPersonId }: TestOrganisation): Promise<string[]> {
  return transaction({ organisationId }, async (tx) => {
    const marked: string[] = [];
    for (const { table, name } of await columns(tx)) {
      const column = sql.identifier(name);
      const own = table === "people" ? sql`where id <> ${sponsorPersonId}::uuid` : sql``;
      try {
        await tx.transaction((nested) =>
          nested.execute(
            sql`update ${sql.identifier(table)} set ${column} = coalesce(${column}, '') || ${` ${mark}`} ${own}`,
          ),
        );
        marked.push(`${table}.${name}`);
      } catch {
        // A state, a kind, a key: nothing that somebody wrote.
      }
    }
    return marked;
  });
}

/** The answer to anything that was asked, a refusal's words included. */
export async function answer(work: () => Promise<unknown>): Promise<string> {
  try {
    return JSON.stringify((await work()) ?? null);
  } catch (error) {
    if (error instanceof Refusal) return `${error.message} ${JSON.stringify(error.details)}`;
    throw error;
  }
}
