import "server-only";
import { inArray } from "drizzle-orm";
import { people } from "@/db/schema/people";
import type { QueryContext } from "@/lib/platform/operation";

/** The names of people by id; of nobody where there is none. */
export async function namesOf({ tx }: Pick<QueryContext, "tx">, ids: readonly (string | null)[]) {
  const known = [...new Set(ids.filter((id) => id !== null))];
  if (known.length === 0) return new Map<string, string>();
  const rows = await tx.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, known));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
