import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { programmes } from "@/db/schema/programmes";
import type { CommandContext, QueryContext } from "@/lib/platform/operation";
import type { Permission } from "@/lib/platform/permissions";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { isEnded, type ProgrammeState } from "@/lib/programmes/lifecycle";
import { visibleProgrammes } from "@/lib/programmes/visibility";

export type Programme = typeof programmes.$inferSelect;

/** A programme that the actor may see with a permission; unknown and not allowed look the same. */
export async function loadProgramme(
  { tx, actor }: Pick<QueryContext, "tx" | "actor">,
  id: string,
  permission: Permission = "programmes:read",
): Promise<Programme> {
  const [row] = await tx
    .select()
    .from(programmes)
    .where(and(eq(programmes.id, id), isNull(programmes.deletedAt), visibleProgrammes(actor, permission)));
  if (!row) throw notFound("this programme");
  return row;
}

/** The same, locked until the transaction ends, for who is going to change it. */
export async function lockProgramme(context: CommandContext, id: string, permission: Permission): Promise<Programme> {
  const [row] = await context.tx
    .select()
    .from(programmes)
    .where(and(eq(programmes.id, id), isNull(programmes.deletedAt), visibleProgrammes(context.actor, permission)))
    .for("update");
  if (!row) throw notFound("this programme");
  return row;
}

/** Stores a change of a programme and writes it down. */
export async function updateProgramme(
  { tx, now, record }: CommandContext,
  programme: Programme,
  changes: Partial<typeof programmes.$inferInsert>,
): Promise<Programme> {
  const [after] = await tx
    .update(programmes)
    .set({ ...changes, version: programme.version + 1, updatedAt: now })
    .where(eq(programmes.id, programme.id))
    .returning();
  record("programme", programme, after!);
  return after!;
}

/** Refuses work on a programme that has ended. */
export function assertGoingOn(programme: Programme): void {
  if (isEnded(programme.state as ProgrammeState))
    throw new Refusal("state", "This programme has ended, so nothing in it changes any more.");
}
