import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { organisations } from "@/db/schema/organisations";
import { accountByEmail, makeAccount, updateAccount, type Account } from "@/lib/identity/accounts";
import type { SignedIn } from "@/lib/identity/commands/sign-in";
import { openLink, useLink, type Link } from "@/lib/identity/links";
import { hashPassword, passwordFits } from "@/lib/identity/passwords";
import { LinkToken, NewPassword, PersonName } from "@/lib/identity/schemas";
import { openSession } from "@/lib/identity/sessions";
import { connectAccount } from "@/lib/people/commands/members";
import type { Transaction } from "@/db/client";
import { installationCommand, installationQuery, type InstallationContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";

export interface Invitation {
  organisation: string;
  name: string;
  email: string;
  /** The address has an account already: its password is asked for instead of a new one. */
  hasAccount: boolean;
  /** Who asks is signed in as that account, so that nothing more is asked. */
  isSignedIn: boolean;
}

const AcceptInput = z.strictObject({
  token: LinkToken,
  name: PersonName.optional(),
  password: z.string().max(200, "This password is too long.").optional(),
  userAgent: z.string().max(1000),
});

/** What an invitation link says, to whoever holds it. */
export const readInvitation = installationQuery({
  name: "people.readInvitation",
  permission: "anyone",
  input: z.strictObject({ token: LinkToken }),
  async run(context, { token }): Promise<Invitation> {
    const link = await openLink(context.tx, "invitation", token, context.now);
    const { name } = await organisationOf(context.tx, link);
    const account = await accountByEmail(context, link.email);
    return {
      organisation: name,
      name: nameIn(link),
      email: link.email,
      hasAccount: Boolean(account?.passwordHash),
      isSignedIn: isOwn(context, account),
    };
  },
});

/**
 * Accepts an invitation and signs in: with a new password where the address has no account yet, with the known one where it
 * has. Who is signed in under that address already needs neither. The link works once.
 */
export const acceptInvitation = installationCommand({
  name: "people.acceptInvitation",
  permission: "anyone",
  input: AcceptInput,
  async run(context, input): Promise<SignedIn & { slug: string }> {
    const { tx, now, address, record, inside } = context;
    const link = await openLink(tx, "invitation", input.token, now);
    const organisation = await organisationOf(tx, link);
    const account = await accountByEmail(context, link.email);
    const userId = account?.passwordHash
      ? await knownAccount(context, account, input.password)
      : await newAccount(context, account, link, input);
    await useLink(tx, link, now);
    await inside(organisation.id, "people.acceptInvitation", connectAccount, { personId: link.personId!, userId });
    const session = await openSession(tx, { userId, userAgent: input.userAgent, address }, now);
    record("session", null, session);
    const after = await accountByEmail(context, link.email);
    if (after) await updateAccount(context, after, { lastOrganisationId: organisation.id });
    return { userId, sessionId: session.id, slug: organisation.slug };
  },
});

const isOwn = ({ actor }: InstallationContext, account: Account | null): boolean =>
  actor.kind === "account" && account !== null && actor.userId === account.id;

const nameIn = (link: Link): string => (typeof link.data.name === "string" ? link.data.name : link.email);

async function knownAccount(context: InstallationContext, account: Account, password: string | undefined) {
  const proved = isOwn(context, account) || (await passwordFits(account.passwordHash, password ?? ""));
  if (!proved || account.disabledAt)
    throw new Refusal("invalid", "This is not the password of your Landfall account.", "password");
  return account.id;
}

async function newAccount(
  context: InstallationContext,
  account: Account | null,
  link: Link,
  input: z.output<typeof AcceptInput>,
): Promise<string> {
  const password = NewPassword.safeParse(input.password ?? "");
  if (!password.success)
    throw new Refusal("invalid", password.error.issues[0]?.message ?? "Please choose a password.", "password");
  const passwordHash = await hashPassword(password.data);
  const name = input.name ?? nameIn(link);
  if (!account) return makeAccount(context, { name, email: link.email, passwordHash });
  await updateAccount(context, account, { passwordHash, emailVerifiedAt: context.now });
  return account.id;
}

async function organisationOf(tx: Transaction, link: Link) {
  const [organisation] = await tx
    .select({ id: organisations.id, slug: organisations.slug, name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, link.organisationId!));
  if (!organisation) throw notFound("this organisation");
  return organisation;
}
