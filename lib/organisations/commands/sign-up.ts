import "server-only";
import { count, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { users } from "@/db/schema/identity";
import { organisations } from "@/db/schema/organisations";
import { accountByEmail } from "@/lib/identity/accounts";
import type { MailedLink } from "@/lib/identity/commands/passwords";
import type { SignedIn } from "@/lib/identity/commands/sign-in";
import { issueLink, linkToken, openLink, useLink } from "@/lib/identity/links";
import { hashPassword } from "@/lib/identity/passwords";
import { PersonName } from "@/lib/identity/schemas";
import { openSession } from "@/lib/identity/sessions";
import { ConfirmSignUpInput, OrganisationName, SetUpInput, SignUpInput } from "@/lib/organisations/schemas";
import { Locale, TimeZone } from "@/lib/platform/places";
import { provision } from "@/lib/organisations/provision";
import { installationCommand, installationQuery, type InstallationContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";

/** What a sign-up keeps until its address is confirmed. The password only as its hash. */
const Waiting = z.object({
  organisationName: OrganisationName,
  name: PersonName,
  passwordHash: z.string(),
  timeZone: TimeZone.optional(),
  locale: Locale.optional(),
});

/**
 * A firm asks to join. Nothing exists until the address is confirmed, so nobody can hold another's address; whether the
 * address has an account already is not told.
 */
export const signUp = installationCommand({
  name: "organisations.signUp",
  permission: "anyone",
  audit: { none: "Nothing is made before the address is confirmed." },
  input: SignUpInput,
  async run({ tx, now }, { email, password, ...rest }): Promise<MailedLink> {
    const data: z.input<typeof Waiting> = { ...rest, passwordHash: await hashPassword(password) };
    const link = await issueLink(tx, { kind: "verify", email, data }, now);
    const token = linkToken(link.id);
    return { linkId: link.id, userId: null, email, name: rest.name, token, expiresAt: link.expiresAt };
  },
});

/** What a confirmation link is about. */
export const readSignUp = installationQuery({
  name: "organisations.readSignUp",
  permission: "anyone",
  input: ConfirmSignUpInput,
  async run({ tx, now }, { token }): Promise<{ organisationName: string; email: string }> {
    const link = await openLink(tx, "verify", token, now);
    return { organisationName: Waiting.parse(link.data).organisationName, email: link.email };
  },
});

/**
 * The address is confirmed: makes the organisation on trial with its administrator, and signs in. Where the address has an
 * account already, the firm becomes that account's; the password that was typed at sign-up is not taken over.
 */
export const confirmSignUp = installationCommand({
  name: "organisations.confirmSignUp",
  permission: "anyone",
  input: ConfirmSignUpInput.extend({ userAgent: z.string().max(1000) }),
  async run(context, { token, userAgent }): Promise<SignedIn & { slug: string }> {
    const { tx, now } = context;
    const link = await openLink(tx, "verify", token, now);
    const { organisationName, name, passwordHash, timeZone, locale } = Waiting.parse(link.data);
    const account = await accountByEmail(context, link.email);
    if (account?.disabledAt) throw new Refusal("state", "This account is closed. Please use another address.");
    await useLink(tx, link, now);
    const made = await provision(context, {
      name: organisationName,
      plan: "premium",
      trial: true,
      timeZone,
      locale,
      administrator: { name, email: link.email, ...(account ? { userId: account.id } : { passwordHash }) },
    });
    return signedIn(context, made, userAgent);
  },
});

/** Whether this installation has an organisation; without one every page leads to set-up. */
export const isSetUp = installationQuery({
  name: "organisations.isSetUp",
  permission: "anyone",
  input: z.strictObject({}),
  run: async ({ tx }): Promise<boolean> =>
    (await tx.select({ id: organisations.id }).from(organisations).limit(1)).length > 0,
});

/** The very first organisation, its administrator, who is also the installation's operator. Refused once there is one. */
export const setUp = installationCommand({
  name: "organisations.setUp",
  permission: "anyone",
  input: SetUpInput.extend({ userAgent: z.string().max(1000) }),
  async run(context, input): Promise<SignedIn & { slug: string }> {
    const { tx } = context;
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('organisations.setUp'))`);
    const [row] = await tx.select({ organisations: count() }).from(organisations);
    if (row?.organisations !== 0) throw new Refusal("state", "This installation was set up already. Please sign in.");
    const { organisationName, name, email, password, timeZone, locale, userAgent } = input;
    const made = await provision(context, {
      name: organisationName,
      plan: "enterprise",
      timeZone,
      locale,
      administrator: { name, email, passwordHash: await hashPassword(password), operator: true },
    });
    return signedIn(context, made, userAgent);
  },
});

async function signedIn(
  { tx, now, address, record }: InstallationContext,
  made: { slug: string; organisationId: string; administratorUserId: string | null },
  userAgent: string,
): Promise<SignedIn & { slug: string }> {
  const userId = made.administratorUserId!;
  await tx.update(users).set({ lastOrganisationId: made.organisationId }).where(eq(users.id, userId));
  const session = await openSession(tx, { userId, userAgent, address }, now);
  record("session", null, session);
  return { userId, sessionId: session.id, slug: made.slug };
}
