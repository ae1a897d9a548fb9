import "server-only";
import { asc, isNull, sql } from "drizzle-orm";
import { ownTechnologies as table } from "@/db/schema/tailoring";
import type { QueryContext } from "@/lib/platform/operation";
import type { OwnTechnology } from "@/lib/tailoring/technologies/technologies";

const none: readonly OwnTechnology[] = [];
/** Lists by the hash of all that they say, the one asked for last behind: the trees that are planted of a list are kept as long as the list is. */
const kept = new Map<string, readonly OwnTechnology[]>();
const mostKept = 50;

/**
 * The technologies that the organisation of a transaction added, for whatever reads resumes, requirements and points. As long as they stay the same it is
 * the same list, for all requests, so that its index is made once.
 */
export async function ownTechnologies({ tx }: Pick<QueryContext, "tx">): Promise<readonly OwnTechnology[]> {
  return (await ownTechnologiesWithHash({ tx })).own;
}

/** The same with what tells them from any other list; empty where there are none. */
export async function ownTechnologiesWithHash({
  tx,
}: Pick<QueryContext, "tx">): Promise<{ own: readonly OwnTechnology[]; hash: string }> {
  const [found] = await tx
    .select({
      hash: sql<string | null>`encode(sha256(convert_to(string_agg(
        jsonb_build_array(${table.name}, ${table.aliases}, ${table.since})::text, ',' order by ${table.id}), 'utf8')), 'hex')`,
    })
    .from(table)
    .where(isNull(table.deletedAt));
  const hash = found?.hash ?? "";
  if (hash === "") return { own: none, hash };
  const known = kept.get(hash);
  const own =
    known ??
    (await tx
      .select({ name: table.name, aliases: table.aliases, since: table.since })
      .from(table)
      .where(isNull(table.deletedAt))
      .orderBy(asc(table.id)));
  kept.delete(hash);
  kept.set(hash, own);
  for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest);
  return { own, hash };
}
