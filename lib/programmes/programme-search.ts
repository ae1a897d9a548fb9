import "server-only";
import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { programmes } from "@/db/schema/programmes";
import type { Searchable } from "@/lib/platform/module";
import { payerName } from "@/lib/programmes/payer";
import { visibleProgrammes } from "@/lib/programmes/visibility";

/** Programmes in the search over everything, and what the record of a programme brings along: found by the executive, the last role, who pays. */
export const programmeSearch: Searchable = {
  entity: "programme",
  permission: "programmes:read",
  visible: (actor, id) =>
    sql`exists (select 1 from ${programmes} where ${programmes.id} = ${id}
            and ${programmes.deletedAt} is null and ${visibleProgrammes(actor)})`,
  about: (id) => sql`(select ${programmes.executiveId} from ${programmes} where ${programmes.id} = ${id})`,
  fields: true,
  path: (id) => `/programmes/${id}`,
  icon: "route",
  async documents(tx, after) {
    const rows = await tx
      .select({
        entityId: programmes.id,
        title: people.name,
        lastRole: programmes.lastRole,
        sponsorName: payerName,
      })
      .from(programmes)
      .innerJoin(people, eq(people.id, programmes.executiveId))
      .where(and(isNull(programmes.deletedAt), after ? gt(programmes.id, after) : undefined))
      .orderBy(asc(programmes.id))
      .limit(500);
    return rows.map(({ entityId, title, lastRole, sponsorName }) => ({
      entityId,
      title,
      body: `${lastRole} ${sponsorName}`,
    }));
  },
};
