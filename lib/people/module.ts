import "server-only";
import { acceptInvitation, readInvitation } from "@/lib/people/commands/accept-invitation";
import { addPerson, removePerson } from "@/lib/people/commands/contacts";
import { invite, inviteKnown, resendInvitation, revokeInvitation } from "@/lib/people/commands/invitations";
import { addMember, connectAccount, grantRole } from "@/lib/people/commands/members";
import { seedRoles } from "@/lib/people/commands/roles-seed";
import { signInAsDemo } from "@/lib/people/demo";
import { ownCard } from "@/lib/people/queries/frame";
import { module } from "@/lib/platform/module";

/** The people of an organisation, their roles and teams. */
export const peopleModule = module({
  key: "people",
  commands: [
    addMember,
    addPerson,
    connectAccount,
    grantRole,
    invite,
    inviteKnown,
    removePerson,
    resendInvitation,
    revokeInvitation,
    seedRoles,
  ],
  queries: [ownCard],
  lists: [],
  installation: [acceptInvitation, readInvitation, signInAsDemo],
  events: ["people.invited", "people.joined"],
});
