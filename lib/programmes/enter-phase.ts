import "server-only";
import { and, eq } from "drizzle-orm";
import { programmePhases } from "@/db/schema/programmes";
import type { CommandContext } from "@/lib/platform/operation";
import type { Programme } from "@/lib/programmes/load";
import { dueFromPhase } from "@/lib/programmes/plan";

/** Begins a phase: the moment, and the due dates of its tasks. */
export async function enterPhase(context: CommandContext, programme: Programme, position: number): Promise<void> {
  const { tx, now, record } = context;
  const [phase] = await tx
    .select()
    .from(programmePhases)
    .where(and(eq(programmePhases.programmeId, programme.id), eq(programmePhases.position, position)));
  if (!phase) return;
  await tx
    .update(programmePhases)
    .set({ enteredAt: phase.enteredAt ?? now, completedAt: null })
    .where(eq(programmePhases.id, phase.id));
  record("phase", phase, { ...phase, enteredAt: phase.enteredAt ?? now, completedAt: null });
  await dueFromPhase(context, programme.id, position);
}
