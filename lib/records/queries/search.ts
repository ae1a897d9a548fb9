import "server-only";
import { sql, type SQL } from "drizzle-orm";
import { may, type OrganisationActor } from "@/lib/platform/actor";
import type { Searchable } from "@/lib/platform/module";
import { query } from "@/lib/platform/operation";
import { registry } from "@/lib/platform/registry";
import { FindWords } from "@/lib/records/schemas";
import { searchQuery } from "@/lib/platform/search-words";

export interface FoundRecord {
  entity: string;
  id: string;
  title: string;
  /** Below `/[organisation]`. */
  path: string;
  icon: string;
}

/** How many of the best matches are looked at before all of them are. */
const firstLook = 500;
const everything = 20_000;

/**
 * Records in which every word stands, the best match first. Found through `search_ids` (db/sql/search.sql), then reduced to what the
 * actor may see by each module's own condition.
 */
export const find = query({
  name: "search.find",
  permission: "search:run",
  input: FindWords,
  example: () => ({ words: "contact" }),
  async run({ tx, actor }, { words, entities, limit = 20 }): Promise<FoundRecord[]> {
    const asked = searchQuery(words);
    const kinds = (await registry()).searchables.filter(
      ({ entity, permission }) => may(actor, permission) && (!entities || entities.includes(entity)),
    );
    if (!asked || kinds.length === 0) return [];
    const visible = visibleFound(actor, kinds);
    const look = async (most: number) => {
      const found = (await tx.execute(sql`
        with f as materialized (select * from search_ids(to_tsquery('simple', ${asked}), ${most}))
        select (select count(*)::int from f) as matches,
          (select coalesce(json_agg(best), '[]') from (
            select f.entity, f.entity_id as id, f.title from f where ${visible}
            order by f.rank desc, f.title, f.entity_id limit ${limit}) as best) as rows`)) as unknown as {
        rows: [{ matches: number; rows: Array<{ entity: string; id: string; title: string }> }];
      };
      return found.rows[0];
    };
    const best = await look(firstLook);
    // Who sees little of a large organisation: the best matches may all be somebody else's. Where there were no more, this was all.
    const { rows } = best.rows.length < limit && best.matches === firstLook ? await look(everything) : best;
    const kindOf = new Map(kinds.map((kind) => [kind.entity, kind]));
    return rows.flatMap((row) => {
      const kind = kindOf.get(row.entity);
      return kind ? [{ ...row, path: kind.path(row.id), icon: kind.icon }] : [];
    });
  },
});

/** A condition over `f`: of each kind, what the actor may see. */
function visibleFound(actor: OrganisationActor, kinds: readonly Searchable[]): SQL {
  const each = kinds.map(
    ({ entity, visible }) => sql`(f.entity = ${entity} and (${visible(actor, sql`f.entity_id`)}))`,
  );
  return sql`(${sql.join(each, sql` or `)})`;
}
