import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { links, users } from "@/db/schema/identity";
import { accountByEmail, updateAccount, type Account } from "@/lib/identity/accounts";
import { accountOf } from "@/lib/identity/commands/sessions";
import { issueLink, linkToken, openLink, useLink } from "@/lib/identity/links";
import { hashPassword, passwordFits } from "@/lib/identity/passwords";
import { EmailAddress, LinkToken, NewPassword } from "@/lib/identity/schemas";
import { endSessions } from "@/lib/identity/sessions";
import { installationCommand, installationQuery, type InstallationContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";

/** A link that is to be mailed. */
export interface MailedLink {
  linkId: string;
  userId: string | null;
  email: string;
  name: string;
  token: string;
  expiresAt: Date;
}

/** To whom it is told that a password changed. */
export interface PasswordChanged {
  userId: string;
  email: string;
  name: string;
  changedAt: Date;
}

/** Makes a link to set a new password; null where the address has no account, which nobody is told. Earlier links end. */
export const requestReset = installationCommand({
  name: "identity.requestReset",
  permission: "anyone",
  audit: { none: "Nothing changes before the link is used." },
  input: z.strictObject({ email: EmailAddress }),
  async run(context, { email }): Promise<MailedLink | null> {
    const { tx, now } = context;
    const account = await accountByEmail(context, email);
    if (!account || account.disabledAt) return null;
    await tx
      .update(links)
      .set({ revokedAt: now })
      .where(and(eq(links.userId, account.id), eq(links.kind, "reset"), isNull(links.usedAt), isNull(links.revokedAt)));
    const link = await issueLink(tx, { kind: "reset", email: account.email, userId: account.id }, now);
    return {
      linkId: link.id,
      userId: account.id,
      email: account.email,
      name: account.name,
      token: linkToken(link.id),
      expiresAt: link.expiresAt,
    };
  },
});

/** Whose password a link sets. */
export const readReset = installationQuery({
  name: "identity.readReset",
  permission: "anyone",
  input: z.strictObject({ token: LinkToken }),
  run: async ({ tx, now }, { token }): Promise<{ email: string }> => ({
    email: (await openLink(tx, "reset", token, now)).email,
  }),
});

/** Sets a new password by a mailed link. Every browser has to sign in again. The link proves the address. */
export const resetPassword = installationCommand({
  name: "identity.resetPassword",
  permission: "anyone",
  input: z.strictObject({ token: LinkToken, password: NewPassword }),
  async run(context, { token, password }): Promise<PasswordChanged> {
    const { tx, now } = context;
    const link = await openLink(tx, "reset", token, now);
    const account = await lockAccount(context, link.userId!);
    await useLink(tx, link, now);
    return setPassword(context, account, password);
  },
});

/** Changes one's own password; all other browsers have to sign in again. */
export const changePassword = installationCommand({
  name: "identity.changePassword",
  permission: "account",
  input: z.strictObject({
    currentPassword: z.string().min(1, "Please enter your present password.").max(200, "This password is too long."),
    password: NewPassword,
  }),
  async run(context, { currentPassword, password }): Promise<PasswordChanged> {
    const { userId, sessionId } = accountOf(context.actor);
    const account = await lockAccount(context, userId);
    if (!(await passwordFits(account.passwordHash, currentPassword)))
      throw new Refusal("invalid", "This is not your present password.", "currentPassword");
    return setPassword(context, account, password, sessionId);
  },
});

/** An account, locked. */
export async function lockAccount({ tx }: Pick<InstallationContext, "tx">, userId: string): Promise<Account> {
  const [account] = await tx.select().from(users).where(eq(users.id, userId)).for("update");
  if (!account || account.disabledAt) throw notFound("this account");
  return account;
}

async function setPassword(
  context: InstallationContext,
  account: Account,
  password: string,
  keepSession?: string,
): Promise<PasswordChanged> {
  const { tx, now, record } = context;
  await updateAccount(context, account, {
    passwordHash: await hashPassword(password),
    emailVerifiedAt: account.emailVerifiedAt ?? now,
  });
  for (const { before, after } of await endSessions(tx, account.id, "password changed", now, keepSession))
    record("session", before, after);
  return { userId: account.id, email: account.email, name: account.name, changedAt: now };
}
