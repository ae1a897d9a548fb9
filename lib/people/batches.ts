import "server-only";
import { isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { people, teamMembers, teams } from "@/db/schema/people";
import { programmes } from "@/db/schema/programmes";
import { deactivate } from "@/lib/people/commands/access";
import { resendInvitation } from "@/lib/people/commands/invitations";
import { grantRole } from "@/lib/people/commands/members";
import { putTeamMember } from "@/lib/people/commands/teams";
import { peopleList } from "@/lib/people/lists";
import { lockPerson } from "@/lib/people/load";
import { givableRoles } from "@/lib/people/queries/roles";
import { personIdOf } from "@/lib/platform/actor";
import { batchAction } from "@/lib/platform/batch-action";

const nothing = z.strictObject({});
const list = peopleList.name;

/** Programmes that this person runs and that go on. */
const caseload = sql`(select count(*) from ${programmes} where ${programmes.consultantId} = ${people.id}
  and ${programmes.deletedAt} is null and ${programmes.endedAt} is null)`;

const takesPart = sql`${people.status} in ('active', 'invited')`;

/** What is done to many people at once. */
export const peopleBatches = [
  batchAction({
    key: "people.resend",
    list,
    icon: "mail",
    command: resendInvitation,
    input: nothing,
    whyNot: () => sql`case when ${people.status} <> 'invited'
      then 'Only somebody who is invited and has not come yet can be invited again.' end`,
    inputOf: (_context, { recordId }) => ({ personId: recordId }),
  }),
  batchAction({
    key: "people.addRole",
    list,
    icon: "shield-plus",
    command: grantRole,
    input: z.strictObject({ roleKey: z.string().min(1, "Choose a role.") }),
    fields: async ({ ask }) => [
      {
        name: "roleKey",
        kind: "choice",
        options: (await ask(givableRoles, {})).map(({ key, name }) => ({ value: key, label: name })),
      },
    ],
    whyNot: (_context, { roleKey = "" }) => sql`case
      when not ${takesPart} then 'Only somebody who is invited or can sign in holds roles. Invite the person first.'
      when exists (select 1 from role_assignments a join roles r on r.id = a.role_id
                   where a.person_id = ${people.id} and a.deleted_at is null and r.key = ${roleKey})
      then 'Holds this role already.' end`,
    inputOf: (_context, { recordId }, { roleKey }) => ({ personId: recordId, roleKey }),
  }),
  batchAction({
    key: "people.addToTeam",
    list,
    icon: "network",
    command: putTeamMember,
    input: z.strictObject({ teamId: z.uuid("Choose a team.") }),
    fields: async ({ tx }) => [
      {
        name: "teamId",
        kind: "choice",
        options: await tx
          .select({ value: teams.id, label: teams.name })
          .from(teams)
          .where(isNull(teams.deletedAt))
          .orderBy(teams.nameKey),
      },
    ],
    whyNot: (_context, { teamId = "" }) => sql`case
      when not ${takesPart} then 'Only people who are invited or can sign in are in teams.'
      when exists (select 1 from ${teamMembers} where ${teamMembers.personId} = ${people.id}
                   and ${teamMembers.deletedAt} is null and ${teamMembers.teamId}::text = ${teamId})
      then 'Is in this team already.' end`,
    inputOf: (_context, { recordId }, { teamId }) => ({ personId: recordId, teamId }),
  }),
  batchAction({
    key: "people.deactivate",
    list,
    icon: "user-x",
    danger: true,
    command: deactivate,
    input: nothing,
    whyNot: ({ actor }) => sql`case
      when ${people.id}::text = ${personIdOf(actor) ?? ""} then 'You cannot deactivate yourself. Another administrator can.'
      when ${people.status} <> 'active' then 'Only somebody who can sign in can be deactivated.'
      when ${caseload} > 0 then 'Runs programmes that go on. Hand them over first.' end`,
    inputOf: async ({ tx }, { recordId }) => ({
      personId: recordId,
      expectedVersion: (await lockPerson(tx, recordId)).version,
    }),
  }),
];
