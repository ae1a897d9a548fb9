import "server-only";
import { eq } from "drizzle-orm";
import { people, roleAssignments, roles, teamMembers, teams } from "@/db/schema/people";
import type { PersonalData } from "@/lib/platform/module";

const erased = "(removed)";

/** The person as such: what is known of them, their roles and teams. Erased, a nameless row stays to which records point. */
export const peoplePersonalData: PersonalData = {
  tables: ["people", "role_assignments", "team_members"],
  async export(tx, personId) {
    return {
      people: await tx.select().from(people).where(eq(people.id, personId)),
      role_assignments: await tx
        .select({ role: roles.name, since: roleAssignments.createdAt })
        .from(roleAssignments)
        .innerJoin(roles, eq(roles.id, roleAssignments.roleId))
        .where(eq(roleAssignments.personId, personId)),
      team_members: await tx
        .select({ team: teams.name, lead: teamMembers.lead, since: teamMembers.createdAt })
        .from(teamMembers)
        .innerJoin(teams, eq(teams.id, teamMembers.teamId))
        .where(eq(teamMembers.personId, personId)),
    };
  },
  async erase(tx, personId) {
    await tx.delete(teamMembers).where(eq(teamMembers.personId, personId));
    await tx.delete(roleAssignments).where(eq(roleAssignments.personId, personId));
    await tx
      .update(people)
      .set({
        name: erased,
        nameKey: "",
        calledName: null,
        pronouns: null,
        email: null,
        emailKey: null,
        phone: null,
        headline: null,
        location: null,
        photoFileId: null,
        notificationChoices: {},
        dismissed: [],
      })
      .where(eq(people.id, personId));
  },
};
