import "server-only";
import { and, asc, inArray, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { teams } from "@/db/schema/people";
import { scopesOf } from "@/lib/platform/actor";
import { query } from "@/lib/platform/operation";

/** The teams to which the actor may give a programme. */
export const visibleTeams = query({
  name: "programmes.teams",
  permission: "teams:read",
  input: z.strictObject({}),
  example: () => ({}),
  run({ tx, actor }) {
    const all = scopesOf(actor, "teams:read").has("all");
    const own = actor.kind === "person" ? [...actor.teamIds] : [];
    return tx
      .select({ id: teams.id, name: teams.name })
      .from(teams)
      .where(and(isNull(teams.deletedAt), all ? sql`true` : own.length > 0 ? inArray(teams.id, own) : sql`false`))
      .orderBy(asc(teams.nameKey));
  },
});
