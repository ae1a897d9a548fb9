import "server-only";
import { randomUUID } from "node:crypto";
import { isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import { acrossIdentity } from "@/db/across";
import type { Transaction } from "@/db/client";
import { installationEvents } from "@/db/schema/identity";
import { newId } from "@/db/tenant-table";
import type { InstallationActor } from "@/lib/platform/actor";
import { difference } from "@/lib/platform/audit-difference";
import type { AuditRecord } from "@/lib/platform/audit";
import { now as clock } from "@/lib/platform/clock";
import { execute } from "@/lib/platform/execute";
import { parseInput } from "@/lib/platform/input-refusal";
import { handOn } from "@/lib/platform/hand-on";
import { logger } from "@/lib/platform/log";
import type { InstallationCommand, InstallationContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { isWorthOneRetry, refusalOfDatabase } from "@/lib/platform/sql-state";
import { outbox } from "@/db/schema/platform";

export interface InstallationOptions {
  now?: Date;
  requestId?: string;
  address?: string | null;
}

/**
 * Runs a command or query above organisations: permission, input, a transaction in the identity role, `run`, the
 * installation's own events, commit. Same order and same refusals as `execute`.
 */
export async function executeInstallation<Input extends z.ZodType, Output>(
  operation: InstallationCommand<Input, Output>,
  actor: InstallationActor,
  raw: unknown,
  options: InstallationOptions = {},
): Promise<Output> {
  assertAllowed(operation, actor);
  const input = parseInput(operation.input, raw);
  const frame = {
    now: options.now ?? clock(),
    requestId: options.requestId ?? randomUUID(),
    correlationId: newId(),
    address: options.address ?? (actor.kind === "visitor" ? actor.address : null),
  };
  const attempt = () =>
    acrossIdentity(async (tx) => {
      const records: AuditRecord[] = [];
      const eventIds: string[] = [];
      const afterwards: Array<() => Promise<unknown>> = [];
      const context: InstallationContext = {
        tx,
        actor,
        ...frame,
        afterCommit: (work) => {
          afterwards.push(work);
        },
        record: (entity, before, after) => {
          records.push({ operation: operation.name, entity, before, after });
        },
        inside: (organisationId, cause, command, nested) =>
          insideOrganisation(tx, organisationId, async () => {
            const { output } = await execute(command, { kind: "system", organisationId, cause }, nested, {
              ...frame,
              join: tx,
            });
            const waiting = await tx
              .select({ id: outbox.id })
              .from(outbox)
              .where(isNull(outbox.dispatchedAt))
              .limit(50);
            eventIds.push(...waiting.map(({ id }) => id));
            return output;
          }),
      };
      const output = await operation.run(context, input);
      if (!operation.audit && operation.kind === "command") await writeEvents(tx, actor, frame, records);
      return { output, eventIds, afterwards };
    });
  try {
    const { output, eventIds, afterwards } = await attempt().catch((error: unknown) => {
      if (!isWorthOneRetry(error)) throw error;
      return attempt();
    });
    handOn(eventIds);
    for (const work of afterwards)
      work().catch((error: unknown) => logger.warn({ code: "after_commit.failed", message: String(error) }));
    return output;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw refusalOfDatabase(error) ?? error;
  }
}

/** Steps from the identity role into one organisation as the application itself, and back. */
async function insideOrganisation<T>(tx: Transaction, organisationId: string, work: () => Promise<T>): Promise<T> {
  await tx.execute(
    sql`select set_config('role', 'none', true), set_config('app.organisation_id', ${organisationId}, true)`,
  );
  const result = await work();
  await tx.execute(
    sql`select set_config('role', 'landfall_identity', true), set_config('app.organisation_id', '', true)`,
  );
  return result;
}

function assertAllowed(operation: InstallationCommand, actor: InstallationActor): void {
  if (operation.permission === "anyone") return;
  if (actor.kind === "visitor") throw new Refusal("unauthenticated", "Please sign in first.");
  if (operation.permission === "operator" && actor.kind !== "operator")
    throw new Refusal("forbidden", "Only the operator of this installation may do this.");
}

async function writeEvents(
  tx: Transaction,
  actor: InstallationActor,
  frame: { now: Date; requestId: string; address: string | null },
  records: readonly AuditRecord[],
): Promise<void> {
  const rows = records
    .map((record) => ({ record, changed: difference(record.before, record.after) }))
    .filter(({ changed }) => Object.keys(changed).length > 0)
    .map(({ record, changed }) => ({
      at: frame.now,
      operation: record.operation,
      entity: record.entity,
      entityId: (record.after ?? record.before)!.id,
      actorUserId: actor.kind === "visitor" ? null : actor.userId,
      organisationId: record.entity === "organisation" ? (record.after ?? record.before)!.id : null,
      requestId: frame.requestId,
      address: frame.address,
      difference: changed,
    }));
  if (rows.length > 0) await tx.insert(installationEvents).values(rows);
}
