import "server-only";
import { and, desc, eq, isNull, lt, or } from "drizzle-orm";
import { z } from "zod";
import { sessions, users } from "@/db/schema/identity";
import type { AccountActor, InstallationActor } from "@/lib/platform/actor";
import { deviceOf, type Device } from "@/lib/identity/device";
import { isLive } from "@/lib/identity/session-rules";
import { endSessions, sessionLimits } from "@/lib/identity/sessions";
import { installationCommand, installationQuery } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";

/** The account behind an actor; who has none is asked to sign in. */
export function accountOf(actor: InstallationActor): AccountActor {
  if (actor.kind !== "account") throw new Refusal("unauthenticated", "Please sign in first.");
  return actor;
}

export interface ListedSession {
  id: string;
  device: Device;
  address: string;
  createdAt: Date;
  lastSeenAt: Date;
}

/** The browsers in which one's own account is signed in now, the one used last first. */
export const ownSessions = installationQuery({
  name: "identity.ownSessions",
  permission: "account",
  input: z.strictObject({}),
  async run({ tx, actor, now }): Promise<ListedSession[]> {
    const rows = await tx
      .select()
      .from(sessions)
      .where(and(eq(sessions.userId, accountOf(actor).userId), isNull(sessions.revokedAt)))
      .orderBy(desc(sessions.lastSeenAt))
      .limit(100);
    return rows
      .filter((row) => isLive(row, sessionLimits(), now))
      .map((row) => ({
        id: row.id,
        device: deviceOf(row.userAgent),
        address: row.address,
        createdAt: row.createdAt,
        lastSeenAt: row.lastSeenAt,
      }));
  },
});

/** Ends one of one's own sessions; its browser is asked to sign in at its next click. */
export const endSession = installationCommand({
  name: "identity.endSession",
  permission: "account",
  input: z.strictObject({ sessionId: z.uuid() }),
  async run({ tx, actor, now, record }, input): Promise<{ id: string }> {
    const mine = and(eq(sessions.id, input.sessionId), eq(sessions.userId, accountOf(actor).userId));
    const [before] = await tx.select().from(sessions).where(mine).for("update");
    if (!before) throw notFound("this session");
    if (before.revokedAt) return { id: before.id };
    const [after] = await tx
      .update(sessions)
      .set({ revokedAt: now, revokedReason: "ended by its person" })
      .where(mine)
      .returning();
    record("session", before, after ?? null);
    return { id: before.id };
  },
});

/** Ends all of one's own sessions but the one that asks. */
export const endOtherSessions = installationCommand({
  name: "identity.endOtherSessions",
  permission: "account",
  input: z.strictObject({}),
  async run({ tx, actor, now, record }): Promise<{ ended: number }> {
    const { userId, sessionId } = accountOf(actor);
    const ended = await endSessions(tx, userId, "ended by its person", now, sessionId);
    for (const { before, after } of ended) record("session", before, after);
    return { ended: ended.length };
  },
});

/** Removes sessions that have been over for three months; swept once a day. */
export const forgetOldSessions = installationCommand({
  name: "identity.forgetOldSessions",
  permission: "operator",
  audit: { none: "Removes what is over; nothing about a person is decided by it." },
  input: z.strictObject({}),
  async run({ tx, now }): Promise<{ removed: number }> {
    const before = new Date(now.getTime() - 90 * 24 * 3_600_000);
    const removed = await tx
      .delete(sessions)
      .where(or(lt(sessions.expiresAt, before), lt(sessions.revokedAt, before)))
      .returning({ id: sessions.id });
    return { removed: removed.length };
  },
});

/** How one's own account wants to see the product: light, dark or as the system has it. */
export const chooseTheme = installationCommand({
  name: "identity.chooseTheme",
  permission: "account",
  input: z.strictObject({ theme: z.enum(["system", "light", "dark"]) }),
  async run({ tx, actor, now, record }, input): Promise<{ theme: string }> {
    const { userId } = accountOf(actor);
    const [before] = await tx.select().from(users).where(eq(users.id, userId)).for("update");
    if (!before) throw notFound("this account");
    const [after] = await tx
      .update(users)
      .set({ theme: input.theme, version: before.version + 1, updatedAt: now })
      .where(eq(users.id, userId))
      .returning();
    record("user", before, after ?? null);
    return { theme: input.theme };
  },
});
