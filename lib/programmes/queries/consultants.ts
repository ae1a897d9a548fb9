import "server-only";
import { asc, sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { people } from "@/db/schema/people";
import { programmes } from "@/db/schema/programmes";
import { isConsultant } from "@/lib/people/looks-after";
import { query } from "@/lib/platform/operation";

/** Who can run programmes here, with how many they run now and what they work in. */
export const consultants = query({
  name: "programmes.consultants",
  permission: "programmes:handover",
  input: z.strictObject({}),
  example: () => ({}),
  run: ({ tx }) => loadColleagues(tx),
});

/** Who can run programmes here. */
export const loadColleagues = (tx: Transaction) =>
  tx
    .select({
      id: people.id,
      name: people.name,
      running: sql<number>`(select count(*) from ${programmes} where ${programmes.consultantId} = people.id
          and ${programmes.state} in ('invited', 'intake', 'active', 'paused') and ${programmes.deletedAt} is null)`.mapWith(
        Number,
      ),
      languages: people.languages,
      industries: people.industries,
      place: people.location,
    })
    .from(people)
    .where(isConsultant)
    .orderBy(asc(people.nameKey));
