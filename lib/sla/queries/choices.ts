import "server-only";
import { asc, eq, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { z } from "zod";
import { people } from "@/db/schema/people";
import { slaClocks, slaPolicies } from "@/db/schema/sla";
import { sponsors } from "@/db/schema/sponsors";
import { personIdOf, scopesOf } from "@/lib/platform/actor";
import { query } from "@/lib/platform/operation";
import { visibleClocks } from "../visibility";

/** Most names that a filter offers. */
const most = 500;

/** What lists of clocks can be narrowed to: policies, and the people and sponsors that have some. */
export const clockChoices = query({
  name: "sla.clockChoices",
  permission: "sla:read",
  input: z.strictObject({}),
  example: () => ({}),
  async run({ tx, actor }) {
    const visible = visibleClocks(actor);
    const own = scopesOf(actor, "sla:read").has("all") ? null : personIdOf(actor);
    // Of a hundred thousand clocks one is enough for each name: from one name an index leads to the next, and nothing between is read.
    const namedBy = (column: AnyPgColumn) => sql`(
      with recursive named (id) as (
        (select ${column} from ${slaClocks} where ${column} is not null and ${visible} order by ${column} limit 1)
        union all
        select (select ${column} from ${slaClocks} where ${column} > named.id and ${visible} order by ${column} limit 1)
        from named where named.id is not null
      ) select id from named where id is not null)`;
    return {
      policies: await tx
        .select({ value: slaPolicies.id, label: slaPolicies.name })
        .from(slaPolicies)
        .orderBy(asc(slaPolicies.nameKey))
        .limit(most),
      people: await tx
        .select({ value: people.id, label: people.name })
        .from(people)
        .where(own ? eq(people.id, own) : sql`${people.id} in ${namedBy(slaClocks.responsibleId)}`)
        .orderBy(asc(people.nameKey))
        .limit(most),
      sponsors: await tx
        .select({ value: sponsors.id, label: sponsors.name })
        .from(sponsors)
        .where(sql`${sponsors.id} in ${namedBy(slaClocks.sponsorId)}`)
        .orderBy(asc(sponsors.nameKey))
        .limit(most),
    };
  },
});
