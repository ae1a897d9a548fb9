import "server-only";
import { and, asc, eq, inArray, isNull, or, sql, type SQL } from "drizzle-orm";
import { z } from "zod";
import { people } from "@/db/schema/people";
import { savedViews } from "@/db/schema/platform";
import type { OrganisationActor } from "@/lib/platform/actor";
import { query } from "@/lib/platform/operation";

/** The views of a list that the person may use: the own ones first, then what others share. */
export const viewsOfList = query({
  name: "views.list",
  permission: "views:write",
  input: z.strictObject({ list: z.string().max(80) }),
  example: () => ({ list: "audit.entries" }),
  async run({ tx, actor }, { list }) {
    const own = actor.kind === "person" ? actor.personId : null;
    const rows = await tx
      .select({
        id: savedViews.id,
        name: savedViews.name,
        search: savedViews.state,
        shared: savedViews.shared,
        teamId: savedViews.teamId,
        ownerPersonId: savedViews.ownerPersonId,
        ownerName: people.name,
      })
      .from(savedViews)
      .innerJoin(people, eq(people.id, savedViews.ownerPersonId))
      .where(and(eq(savedViews.list, list), isNull(savedViews.deletedAt), visibleViews(actor)))
      .orderBy(
        sql`${savedViews.ownerPersonId} is distinct from ${own}::uuid`,
        asc(savedViews.position),
        savedViews.name,
      )
      .limit(200);
    return rows.map((row) => ({ ...row, editable: row.ownerPersonId === own }));
  },
});

/** Own views, and those that are shared with everybody or with a team of the person. */
function visibleViews(actor: OrganisationActor): SQL | undefined {
  if (actor.kind !== "person") return undefined;
  const withMe = actor.teamIds.length
    ? or(isNull(savedViews.teamId), inArray(savedViews.teamId, [...actor.teamIds]))
    : isNull(savedViews.teamId);
  return or(eq(savedViews.ownerPersonId, actor.personId), and(savedViews.shared, withMe));
}
