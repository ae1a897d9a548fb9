import "server-only";
import { and, asc, desc, eq, inArray, isNotNull, isNull, or, sql, type SQL } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { people, teams } from "@/db/schema/people";
import { listDefaults, savedViews } from "@/db/schema/platform";
import { personIdOf, scopesOf, type OrganisationActor } from "@/lib/platform/actor";
import { query } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";

const OfList = z.strictObject({ list: z.string().max(80) });

/**
 * The views of a list that the person may use: the own ones first, then what others share. `usual` is the one with which the
 * person opens the list.
 */
export const viewsOfList = query({
  name: "views.list",
  permission: "views:write",
  input: OfList,
  example: () => ({ list: "audit.entries" }),
  async run({ tx, actor }, { list }) {
    const own = personIdOf(actor);
    const rows = await tx
      .select({
        id: savedViews.id,
        name: savedViews.name,
        search: savedViews.state,
        shared: savedViews.shared,
        teamId: savedViews.teamId,
        teamName: teams.name,
        ownerPersonId: savedViews.ownerPersonId,
        ownerName: people.name,
        usual: isNotNull(listDefaults.id).mapWith(Boolean),
      })
      .from(savedViews)
      .innerJoin(people, eq(people.id, savedViews.ownerPersonId))
      .leftJoin(teams, eq(teams.id, savedViews.teamId))
      .leftJoin(
        listDefaults,
        and(
          eq(listDefaults.viewId, savedViews.id),
          eq(listDefaults.list, list),
          sql`${listDefaults.personId} = ${own}`,
        ),
      )
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

/** The own views of a list that were removed, the last one first: they can be brought back. */
export const removedViews = query({
  name: "views.removed",
  permission: "views:write",
  input: OfList,
  example: () => ({ list: "audit.entries" }),
  async run({ tx, actor }, { list }) {
    const own = personIdOf(actor);
    if (!own) return [];
    return tx
      .select({ id: savedViews.id, name: savedViews.name, removedAt: savedViews.deletedAt })
      .from(savedViews)
      .where(and(eq(savedViews.list, list), eq(savedViews.ownerPersonId, own), isNotNull(savedViews.deletedAt)))
      .orderBy(desc(savedViews.deletedAt))
      .limit(20);
  },
});

/** With whom the person may share views: their own teams, everybody. */
export const viewSharing = query({
  name: "views.sharing",
  permission: "views:write",
  input: z.strictObject({}),
  example: () => ({}),
  async run({ tx, actor }) {
    const scopes = scopesOf(actor, "views:share");
    const own = actor.kind === "person" && scopes.size > 0 ? [...actor.teamIds] : [];
    return {
      everybody: scopes.has("all"),
      teams: own.length
        ? await tx
            .select({ id: teams.id, name: teams.name })
            .from(teams)
            .where(and(inArray(teams.id, own), isNull(teams.deletedAt)))
            .orderBy(asc(teams.nameKey))
        : [],
    };
  },
});

/** Refuses as not found a view that the actor may not use, or that is of another list. */
export async function assertSeesView(
  tx: Transaction,
  actor: OrganisationActor,
  { id, list }: { id: string; list: string },
): Promise<void> {
  const [seen] = await tx
    .select({ id: savedViews.id })
    .from(savedViews)
    .where(and(eq(savedViews.id, id), eq(savedViews.list, list), isNull(savedViews.deletedAt), visibleViews(actor)));
  if (!seen) throw notFound("this view");
}

/** Own views, and those that are shared with everybody or with a team of the person. */
function visibleViews(actor: OrganisationActor): SQL | undefined {
  if (actor.kind !== "person") return undefined;
  const withMe = actor.teamIds.length
    ? or(isNull(savedViews.teamId), inArray(savedViews.teamId, [...actor.teamIds]))
    : isNull(savedViews.teamId);
  return or(eq(savedViews.ownerPersonId, actor.personId), and(savedViews.shared, withMe));
}
