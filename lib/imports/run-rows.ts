import "server-only";
import { and, asc, desc, eq } from "drizzle-orm";
import { transaction } from "@/db/client";
import { importRows } from "@/db/schema/imports";
import { loadImport, targetOf } from "@/lib/imports/load";
import { issuesOf, mostTogether, sayOfRow, takeRows, undoRows } from "@/lib/imports/row-steps";
import type { SystemActor } from "@/lib/platform/actor";
import { execute } from "@/lib/platform/execute";
import { logger } from "@/lib/platform/log";
import { Refusal } from "@/lib/platform/refusal";

/** Rows in one transaction where each is made by a command of its own, and may hold locks that others wait for. */
const fewTogether = 25;

/**
 * Deals with up to `most` rows of an import that runs or is being undone, for at most ten seconds; returns how many. Safe to call
 * again after a kill, and twice at once: a row that another call has is left to it.
 */
export async function runRows(organisationId: string, importId: string, most: number): Promise<number> {
  const work = await transaction({ organisationId, readOnly: true }, async (tx) => {
    const record = await loadImport(tx, importId);
    const undoing = record.state === "undoing";
    if (!undoing && record.state !== "running") return null;
    const waiting = await tx
      .select({ id: importRows.id })
      .from(importRows)
      .where(and(eq(importRows.importId, importId), eq(importRows.status, undoing ? "created" : "valid")))
      // What came last goes first, so that nothing goes before what was built on it.
      .orderBy(undoing ? desc(importRows.line) : asc(importRows.line))
      .limit(most);
    return { undoing, together: !undoing && (await targetOf(record)).many ? mostTogether : fewTogether, waiting };
  });
  if (!work) return 0;
  const until = performance.now() + 10_000;
  let dealtWith = 0;
  for (let at = 0; at < work.waiting.length && performance.now() < until; at += work.together) {
    const rowIds = work.waiting.slice(at, at + work.together).map(({ id }) => id);
    dealtWith += await dealWith(organisationId, importId, rowIds, work.undoing);
  }
  return dealtWith;
}

/** All these rows in one transaction; where something beyond a row's refusal stops it, each in its own, so that it stops that row alone. */
async function dealWith(organisationId: string, importId: string, rowIds: string[], undoing: boolean): Promise<number> {
  const actor: SystemActor = { kind: "system", organisationId, cause: "imports" };
  try {
    return (await execute(undoing ? undoRows : takeRows, actor, { importId, rowIds })).output;
  } catch (error) {
    const [rowId, ...others] = rowIds;
    if (others.length === 0) {
      await execute(sayOfRow, actor, { rowId, status: undoing ? "kept" : "refused", issues: toldOf(error) });
      return 1;
    }
    let dealtWith = 0;
    for (const id of rowIds) dealtWith += await dealWith(organisationId, importId, [id], undoing);
    return dealtWith;
  }
}

/** What a row is told. A fault of ours must not stop the other rows; when the database is gone, telling fails too, and the job is repeated. */
function toldOf(error: unknown): Record<string, string> {
  if (error instanceof Refusal) return issuesOf(error);
  logger.error({ code: "imports.row", err: error instanceof Error ? error.stack : String(error) });
  return { "": "Something went wrong on our side with this row. Import it again." };
}
