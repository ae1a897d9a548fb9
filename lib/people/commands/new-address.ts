import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { links, memberships } from "@/db/schema/identity";
import { organisations } from "@/db/schema/organisations";
import { people } from "@/db/schema/people";
import { accountByEmail, updateAccount } from "@/lib/identity/accounts";
import { lockAccount, type MailedLink } from "@/lib/identity/commands/passwords";
import { accountOf } from "@/lib/identity/commands/sessions";
import { issueLink, linkToken, openLink, useLink } from "@/lib/identity/links";
import { passwordFits } from "@/lib/identity/passwords";
import { EmailAddress, LinkToken } from "@/lib/identity/schemas";
import { lockPerson, updatePerson } from "@/lib/people/load";
import { emailKey } from "@/lib/platform/keys";
import { command, installationCommand } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";

/** Asks for another address to sign in with. It holds once the link that goes there is opened; until then nothing changes. */
export const requestNewAddress = installationCommand({
  name: "people.requestNewAddress",
  permission: "account",
  audit: { none: "Nothing changes before the link is used." },
  input: z.strictObject({
    email: EmailAddress,
    currentPassword: z.string().min(1, "Please enter your password.").max(200, "This password is too long."),
  }),
  async run(context, { email, currentPassword }): Promise<MailedLink> {
    const { tx, now } = context;
    const account = await lockAccount(context, accountOf(context.actor).userId);
    if (!(await passwordFits(account.passwordHash, currentPassword)))
      throw new Refusal("invalid", "This is not your password.", "currentPassword");
    if (emailKey(email) === account.emailKey) throw new Refusal("invalid", "This is your address already.", "email");
    await tx
      .update(links)
      .set({ revokedAt: now })
      .where(and(eq(links.userId, account.id), eq(links.kind, "change-email"), isNull(links.usedAt)));
    const link = await issueLink(tx, { kind: "change-email", email, userId: account.id }, now);
    const token = linkToken(link.id);
    return { linkId: link.id, userId: account.id, email, name: account.name, token, expiresAt: link.expiresAt };
  },
});

/** Makes the confirmed address the account's, and the contact address in every organisation that had the old one. */
export const confirmNewAddress = installationCommand({
  name: "people.confirmNewAddress",
  permission: "anyone",
  input: z.strictObject({ token: LinkToken }),
  async run(context, { token }): Promise<{ email: string }> {
    const { tx, now, inside } = context;
    const link = await openLink(tx, "change-email", token, now);
    const account = await lockAccount(context, link.userId!);
    // Told only here, to whoever reads that address's mail.
    if (await accountByEmail(context, link.email))
      throw new Refusal("conflict", "Another account has this address already. Nothing was changed.");
    await useLink(tx, link, now);
    await updateAccount(context, account, {
      email: link.email,
      emailKey: emailKey(link.email),
      emailVerifiedAt: now,
    });
    // A suspended organisation is not touched; its contact address stays as it is.
    const entered = await tx
      .select({ organisationId: memberships.organisationId, personId: memberships.personId })
      .from(memberships)
      .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
      .where(and(eq(memberships.userId, account.id), isNull(organisations.suspendedAt)));
    for (const { organisationId, personId } of entered)
      await inside(organisationId, "people.confirmNewAddress", followAddress, {
        personId,
        from: account.email,
        to: link.email,
      });
    return { email: link.email };
  },
});

/** The contact address of a person follows their account, where it was the same and nobody else here has the new one. */
export const followAddress = command({
  name: "people.followAddress",
  permission: "people:write",
  input: z.strictObject({ personId: z.uuid(), from: EmailAddress, to: EmailAddress }),
  example: ({ consultantId, slug }) => ({
    personId: consultantId,
    from: `consultant@${slug}.example`,
    to: `consultant.new@${slug}.example`,
  }),
  async run(context, { personId, from, to }): Promise<{ changed: boolean }> {
    const { tx } = context;
    const person = await lockPerson(tx, personId);
    if (person.emailKey !== emailKey(from)) return { changed: false };
    const [other] = await tx
      .select({ id: people.id })
      .from(people)
      .where(eq(people.emailKey, emailKey(to)));
    if (other) return { changed: false };
    await updatePerson(context, person, { email: to, emailKey: emailKey(to) });
    return { changed: true };
  },
});
