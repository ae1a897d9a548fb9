import "server-only";
import { and, asc, gt, isNull, sql } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { peopleBatches } from "@/lib/people/batches";
import { acceptInvitation, readInvitation } from "@/lib/people/commands/accept-invitation";
import { changeRoles, deactivate, reactivate } from "@/lib/people/commands/access";
import { addPerson, editPerson, removePerson } from "@/lib/people/commands/contacts";
import { invite, inviteKnown, resendInvitation, revokeInvitation } from "@/lib/people/commands/invitations";
import { addMember, connectAccount, grantRole, withdrawRole } from "@/lib/people/commands/members";
import { confirmNewAddress, followAddress, requestNewAddress } from "@/lib/people/commands/new-address";
import { choosePhoto, dismissHint, ownProfile, updateProfile } from "@/lib/people/commands/profile";
import { copyRole, removeRole, updateRole } from "@/lib/people/commands/roles";
import { seedRoles } from "@/lib/people/commands/roles-seed";
import { addTeam, putTeamMember, removeTeam, removeTeamMember, renameTeam } from "@/lib/people/commands/teams";
import { signInAsDemo } from "@/lib/people/demo";
import { peopleList } from "@/lib/people/lists";
import { searchDocumentOf } from "@/lib/people/load";
import { peoplePersonalData } from "@/lib/people/personal-data";
import { ownCard } from "@/lib/people/queries/frame";
import { onePerson } from "@/lib/people/queries/person";
import { allRoles, givableRoles, oneRole } from "@/lib/people/queries/roles";
import { allTeams, teamCandidates } from "@/lib/people/queries/teams";
import { visiblePeople } from "@/lib/people/visibility";
import { module } from "@/lib/platform/module";

/** The people of an organisation, their roles and teams. */
export const peopleModule = module({
  key: "people",
  commands: [
    addMember,
    addPerson,
    addTeam,
    changeRoles,
    choosePhoto,
    connectAccount,
    copyRole,
    deactivate,
    dismissHint,
    editPerson,
    followAddress,
    grantRole,
    invite,
    inviteKnown,
    putTeamMember,
    reactivate,
    removePerson,
    removeRole,
    removeTeam,
    removeTeamMember,
    renameTeam,
    resendInvitation,
    revokeInvitation,
    seedRoles,
    updateProfile,
    updateRole,
    withdrawRole,
  ],
  queries: [allRoles, allTeams, givableRoles, onePerson, oneRole, ownCard, ownProfile, teamCandidates],
  lists: [peopleList],
  batches: peopleBatches,
  installation: [acceptInvitation, confirmNewAddress, readInvitation, requestNewAddress, signInAsDemo],
  navigation: [
    {
      key: "people",
      path: "/people",
      icon: "users-round",
      permission: "people:read",
      scopes: ["caseload", "reports", "team", "all"],
      group: "organisation",
      // After messages, for who has a calendar besides.
      phone: 4,
      position: 10,
    },
    {
      key: "teams",
      path: "/teams",
      icon: "network",
      permission: "teams:read",
      scopes: ["all"],
      group: "organisation",
      position: 20,
    },
    {
      key: "roles",
      path: "/roles",
      icon: "shield-check",
      permission: "roles:read",
      group: "organisation",
      position: 30,
    },
  ],
  actions: [
    { key: "invite", path: "/people/invite", icon: "user-plus", permission: "people:invite" },
    { key: "add", path: "/people/new", icon: "user-round", permission: "people:write" },
  ],
  search: [
    {
      entity: "person",
      permission: "people:read",
      visible: (actor, id) =>
        sql`exists (select 1 from ${people} where ${people.id} = ${id} and ${people.deletedAt} is null
            and ${visiblePeople(actor)})`,
      about: (id) => id,
      fields: true,
      path: (id) => `/people/${id}`,
      icon: "user-round",
      async documents(tx, after) {
        const rows = await tx
          .select()
          .from(people)
          .where(and(isNull(people.deletedAt), after ? gt(people.id, after) : undefined))
          .orderBy(asc(people.id))
          .limit(500);
        return rows.map(searchDocumentOf);
      },
    },
  ],
  events: ["people.deactivated", "people.invited", "people.joined"],
  personalData: peoplePersonalData,
  withoutPersonalData: { roles: "What one may do; who holds them stands elsewhere.", teams: "About the firm." },
});
