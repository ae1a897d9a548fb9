import "server-only";
import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { transaction, type Transaction } from "@/db/client";
import { idempotencyKeys } from "@/db/schema/api";
import type { PersonActor } from "@/lib/platform/actor";
import { canonicalJson } from "@/lib/platform/canonical-json";
import { now as clock } from "@/lib/platform/clock";
import { execute, type ExecuteOptions } from "@/lib/platform/execute";
import { handOn } from "@/lib/platform/hand-on";
import type { Command } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { dataKeyOf, openText, sealText } from "@/lib/platform/secrets";
import { isWorthOneRetry } from "@/lib/platform/sql-state";

/** Hours for which an answer is kept. */
const keptHours = 24;

export interface OnceAnswer {
  /** The answer's JSON. */
  body: string;
  /** The answer is the one that was given before; nothing was done now. */
  replayed: boolean;
}

/**
 * Runs a command once for a key that its caller chose: the same request again gets the same answer, two at once wait for one another,
 * and the same key with something else is refused. Key and answer are stored in the transaction of the change, so neither is there
 * without the other. What was refused is not kept: it may be tried again under the same key.
 */
export async function executeOnce(
  command: Command,
  actor: PersonActor,
  raw: unknown,
  key: string,
  options: Pick<ExecuteOptions, "requestId" | "address" | "now"> = {},
): Promise<OnceAnswer> {
  const attempt = () =>
    transaction({ organisationId: actor.organisation.id, userId: actor.userId }, (tx) =>
      executeWithin(tx, command, actor, raw, key, options),
    );
  const { eventIds, ...answer } = await attempt().catch((error: unknown) => {
    if (!isWorthOneRetry(error)) throw error;
    return attempt();
  });
  handOn(eventIds);
  return answer;
}

async function executeWithin(
  tx: Transaction,
  command: Command,
  actor: PersonActor,
  raw: unknown,
  key: string,
  options: Pick<ExecuteOptions, "requestId" | "address" | "now">,
): Promise<OnceAnswer & { eventIds: string[] }> {
  const now = options.now ?? clock();
  const requestHash = createHash("sha256")
    .update(canonicalJson({ operation: command.name, input: raw ?? null }))
    .digest("hex");
  const mine = and(eq(idempotencyKeys.personId, actor.personId), eq(idempotencyKeys.key, key));
  const [kept] = await tx.select().from(idempotencyKeys).where(mine);
  if (kept && kept.expiresAt <= now) await tx.delete(idempotencyKeys).where(eq(idempotencyKeys.id, kept.id));
  const [claimed] = await tx
    .insert(idempotencyKeys)
    .values({
      ...{ personId: actor.personId, key, operation: command.name, requestHash, status: 200, responseEncrypted: "" },
      expiresAt: new Date(now.getTime() + keptHours * 3_600_000),
    })
    .onConflictDoNothing()
    .returning({ id: idempotencyKeys.id });
  if (!claimed) return { ...(await answerGiven(tx, actor, mine, requestHash)), eventIds: [] };
  const { output, undo, eventIds } = await execute(command, actor, raw, { ...options, join: tx });
  const body = JSON.stringify({ data: output ?? null, ...(undo ? { undo } : {}) });
  await tx
    .update(idempotencyKeys)
    .set({ responseEncrypted: sealText(dataKeyOf(actor.organisation), body, placeOf(claimed.id)) })
    .where(eq(idempotencyKeys.id, claimed.id));
  return { body, replayed: false, eventIds };
}

async function answerGiven(
  tx: Transaction,
  actor: PersonActor,
  mine: ReturnType<typeof and>,
  requestHash: string,
): Promise<OnceAnswer> {
  const [given] = await tx.select().from(idempotencyKeys).where(mine);
  if (!given) throw new Refusal("conflict", "Another request with this key is under way. Please try again.");
  if (given.requestHash !== requestHash)
    throw new Refusal("invalid", "This Idempotency-Key was used for another request. Choose a new one.");
  return {
    body: openText(dataKeyOf(actor.organisation), given.responseEncrypted, placeOf(given.id)),
    replayed: true,
  };
}

const placeOf = (id: string): string => `idempotency_keys.response:${id}`;
