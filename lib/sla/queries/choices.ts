import "server-only";
import { asc, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { z } from "zod";
import { people } from "@/db/schema/people";
import { slaClocks, slaPolicies } from "@/db/schema/sla";
import { sponsors } from "@/db/schema/sponsors";
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
    // Of a hundred thousand clocks one is enough for each name. Asked for the first, the index has it; asked for any, all may be read in vain.
    const hasSome = (column: AnyPgColumn, of: AnyPgColumn) =>
      sql`(select true from ${slaClocks} where ${column} = ${of} and ${visible} order by ${slaClocks.startedAt} limit 1)`;
    return {
      policies: await tx
        .select({ value: slaPolicies.id, label: slaPolicies.name })
        .from(slaPolicies)
        .orderBy(asc(slaPolicies.nameKey))
        .limit(most),
      people: await tx
        .select({ value: people.id, label: people.name })
        .from(people)
        .where(hasSome(slaClocks.responsibleId, people.id))
        .orderBy(asc(people.nameKey))
        .limit(most),
      sponsors: await tx
        .select({ value: sponsors.id, label: sponsors.name })
        .from(sponsors)
        .where(hasSome(slaClocks.sponsorId, sponsors.id))
        .orderBy(asc(sponsors.nameKey))
        .limit(most),
    };
  },
});
