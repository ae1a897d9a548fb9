import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { identityWithin } from "@/db/across";
import { links } from "@/db/schema/identity";
import { people, roleAssignments, roles } from "@/db/schema/people";
import { linkToken } from "@/lib/identity/links";
import { queueMail } from "@/lib/mail/send";
import { ProgrammeLetter } from "@/lib/people/schemas";
import { command } from "@/lib/platform/operation";

/**
 * Writes the mail of an invitation, from the link's id alone: the token stands nowhere but in the mail. Says nothing for a
 * link that was used, withdrawn or replaced meanwhile. Asked again it queues nothing new.
 */
export const sendInvitationMail = command({
  name: "mail.sendInvitation",
  permission: "mail:send",
  input: z.strictObject({ linkId: z.uuid(), personId: z.uuid(), inviterId: z.uuid().nullable() }),
  audit: { none: "The mail has a ledger of its own, in which queueing it is recorded." },
  example: ({ invitedPersonId, programmeId }) => ({ linkId: programmeId, personId: invitedPersonId, inviterId: null }),
  async run(context, { linkId, personId, inviterId }) {
    const { tx, organisation } = context;
    const [link] = await identityWithin(tx, () =>
      tx
        .select()
        .from(links)
        .where(and(eq(links.id, linkId), eq(links.organisationId, organisation.id))),
    );
    if (!link || link.usedAt || link.revokedAt) return { queued: false };
    const shared = { href: `/invitation/${linkToken(linkId)}`, expiresAt: link.expiresAt.toISOString() };
    const letter = ProgrammeLetter.safeParse(link.data.letter);
    const to = { personId };
    const key = `invitation/${linkId}`;
    if (letter.success) {
      const variables = { ...letter.data, ...shared, organisationName: organisation.name };
      await queueMail(context, { template: "programme-invitation", variables, to, key });
      return { queued: true };
    }
    const held = await tx
      .select({ name: roles.name })
      .from(roleAssignments)
      .innerJoin(roles, eq(roles.id, roleAssignments.roleId))
      .where(and(eq(roleAssignments.personId, personId), isNull(roleAssignments.deletedAt)));
    const [inviter] = inviterId
      ? await tx.select({ name: people.name }).from(people).where(eq(people.id, inviterId))
      : [];
    const variables = {
      ...shared,
      inviterName: inviter?.name ?? organisation.name,
      organisationName: organisation.name,
      roleName: held.map(({ name }) => name).join(", ") || organisation.name,
    };
    await queueMail(context, { template: "invitation", variables, to, key });
    return { queued: true };
  },
});
