import "server-only";
import { and, asc, gt, isNull, sql } from "drizzle-orm";
import { requirements } from "@/db/schema/tailoring";
import type { Searchable } from "@/lib/platform/module";
import { reachesRequirements } from "@/lib/tailoring/requirements/load";

/** Requirements as search and comments know them. */
export const requirementKind: Searchable = {
  entity: "requirement",
  permission: "tailoring:read",
  visible: (actor, id) =>
    sql`exists (select 1 from ${requirements} where ${requirements.id} = ${id} and ${reachesRequirements(actor)})`,
  path: (id) => `/requirements/${id}`,
  icon: "briefcase",
  async documents(tx, after) {
    const rows = await tx
      .select()
      .from(requirements)
      .where(and(isNull(requirements.deletedAt), after ? gt(requirements.id, after) : undefined))
      .orderBy(asc(requirements.id))
      .limit(500);
    return rows.map(({ id, title, clientName, vendorName, place }) => ({
      ...{ entityId: id, title: [title, clientName].filter(Boolean).join(", "), body: `${vendorName} ${place}` },
    }));
  },
};
