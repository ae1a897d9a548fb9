import "server-only";
import { eq } from "drizzle-orm";
import { users } from "@/db/schema/identity";
import { newId } from "@/db/tenant-table";
import { emailKey } from "@/lib/platform/keys";
import type { InstallationContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";

export type Account = typeof users.$inferSelect;

/** The account of an address, locked; null when there is none. */
export async function accountByEmail({ tx }: Pick<InstallationContext, "tx">, email: string): Promise<Account | null> {
  const [account] = await tx
    .select()
    .from(users)
    .where(eq(users.emailKey, emailKey(email)))
    .for("update");
  return account ?? null;
}

/** Makes an account whose address is known to be its person's, ready to sign in. Refused when the address has one. */
export async function makeAccount(
  context: Pick<InstallationContext, "tx" | "now" | "record">,
  account: { name: string; email: string; passwordHash: string | null; operator?: boolean },
): Promise<string> {
  const { tx, now, record } = context;
  if (await accountByEmail(context, account.email))
    throw new Refusal("conflict", "There is an account with this address already. Please sign in.", "email");
  const [made] = await tx
    .insert(users)
    .values({
      id: newId(),
      email: account.email.trim(),
      emailKey: emailKey(account.email),
      name: account.name,
      passwordHash: account.passwordHash,
      emailVerifiedAt: now,
      operator: account.operator ?? false,
      createdAt: now,
      updatedAt: now,
    })
    .returning();
  if (!made) throw new Error("The account was not stored.");
  record("user", null, made);
  return made.id;
}

/** Changes an account and writes down what changed; a password only as that it did. */
export async function updateAccount(
  { tx, now, record }: Pick<InstallationContext, "tx" | "now" | "record">,
  before: Account,
  change: Partial<typeof users.$inferInsert>,
): Promise<Account> {
  const [after] = await tx
    .update(users)
    .set({ ...change, version: before.version + 1, updatedAt: now })
    .where(eq(users.id, before.id))
    .returning();
  if (!after) throw new Error("The account was not stored.");
  record("user", before, after);
  return after;
}
