import "server-only";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { z } from "zod";
import { people, teams } from "@/db/schema/people";
import { requirements } from "@/db/schema/tailoring";
import { scopesOf } from "@/lib/platform/actor";
import { query } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";
import { civilDate } from "@/lib/platform/civil-dates";
import { opened, reachesRequirements, skillsOf } from "@/lib/tailoring/requirements/load";
import { RequirementId } from "@/lib/tailoring/requirements/schemas";
import { urgencyOf, type RequirementStatus } from "@/lib/tailoring/requirements/status";

/** One requirement with its skills and the words in which it came. */
export const oneRequirement = query({
  name: "tailoring.requirement",
  permission: "tailoring:read",
  input: RequirementId,
  example: ({ requirementId }) => ({ id: requirementId }),
  async run(context, { id }) {
    const { tx, actor, now, organisation } = context;
    const [found] = await tx
      .select({ row: requirements, owner: people.name, team: teams.name })
      .from(requirements)
      .leftJoin(people, eq(people.id, requirements.ownerPersonId))
      .leftJoin(teams, eq(teams.id, requirements.teamId))
      .where(and(eq(requirements.id, id), reachesRequirements(actor)));
    if (!found) throw notFound("this requirement");
    const { row, owner, team } = found;
    const status = row.status as RequirementStatus;
    const today = civilDate(now, organisation.timeZone);
    return {
      ...opened(context, row, await skillsOf(context, id)),
      ...{ owner, team, status, urgency: urgencyOf({ ...row, status }, today) },
    };
  },
});

/** The teams to which the actor may give a record of recruiting. */
export const teamChoices = query({
  name: "tailoring.teams",
  permission: "tailoring:read",
  input: z.strictObject({}),
  example: () => ({}),
  run: ({ tx, actor }): Promise<Array<{ id: string; name: string }>> => {
    const own = actor.kind === "person" ? [...actor.teamIds] : [];
    return tx
      .select({ id: teams.id, name: teams.name })
      .from(teams)
      .where(
        and(isNull(teams.deletedAt), scopesOf(actor, "tailoring:read").has("all") ? undefined : inArray(teams.id, own)),
      )
      .orderBy(asc(teams.nameKey));
  },
});
