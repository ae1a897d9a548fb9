import "server-only";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { z } from "zod";
import { people, teamMembers, teams } from "@/db/schema/people";
import { scopesOf } from "@/lib/platform/actor";
import { query } from "@/lib/platform/operation";

export interface TeamRow {
  id: string;
  name: string;
  version: number;
  members: Array<{ personId: string; name: string; lead: boolean }>;
}

/** The teams of the organisation with their members: all of them, or the own ones. */
export const allTeams = query({
  name: "teams.all",
  permission: "teams:read",
  input: z.strictObject({}),
  example: () => ({}),
  async run({ tx, actor }): Promise<TeamRow[]> {
    const everywhere = scopesOf(actor, "teams:read").has("all");
    const own = actor.kind === "person" ? [...actor.teamIds] : [];
    if (!everywhere && own.length === 0) return [];
    const found = await tx
      .select()
      .from(teams)
      .where(and(isNull(teams.deletedAt), everywhere ? undefined : inArray(teams.id, own)))
      .orderBy(asc(teams.nameKey));
    const members = await tx
      .select({ teamId: teamMembers.teamId, personId: people.id, name: people.name, lead: teamMembers.lead })
      .from(teamMembers)
      .innerJoin(people, eq(people.id, teamMembers.personId))
      .where(and(isNull(teamMembers.deletedAt), isNull(people.deletedAt)))
      .orderBy(asc(people.nameKey));
    return found.map(({ id, name, version }) => ({
      ...{ id, name, version },
      members: members
        .filter(({ teamId }) => teamId === id)
        .map(({ personId, name: memberName, lead }) => ({ personId, name: memberName, lead })),
    }));
  },
});

/** Who can be taken into a team: people who are invited or can sign in, by name. */
export const teamCandidates = query({
  name: "teams.candidates",
  permission: "teams:write",
  input: z.strictObject({}),
  example: () => ({}),
  run: ({ tx }): Promise<Array<{ id: string; name: string }>> =>
    tx
      .select({ id: people.id, name: people.name })
      .from(people)
      .where(and(inArray(people.status, ["active", "invited"]), isNull(people.deletedAt)))
      .orderBy(asc(people.nameKey))
      .limit(1000),
});
