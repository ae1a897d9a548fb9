import "server-only";
import type { CommandContext } from "@/lib/platform/operation";
import type { Permission } from "@/lib/platform/permissions";
import { Refusal } from "@/lib/platform/refusal";
import { move, type ProgrammeMove, type ProgrammeState } from "@/lib/programmes/lifecycle";
import { lockProgramme, type Programme } from "@/lib/programmes/load";
import { refreshNextStep } from "@/lib/programmes/next-step";

/** Locks the programme and refuses a move that its state does not allow, saying why. */
export async function begin(
  context: CommandContext,
  id: string,
  permission: Permission,
  by: ProgrammeMove,
): Promise<Programme> {
  const programme = await lockProgramme(context, id, permission);
  const result = move(programme.state as ProgrammeState, by);
  if (!result.allowed) throw new Refusal("state", result.why);
  return programme;
}

/** What follows from every move: the next step, an entry in the history, an event. */
export async function done(
  context: CommandContext,
  programme: Programme,
  kind: string,
  data: Record<string, string | null> = {},
) {
  await refreshNextStep(context, programme.id);
  context.remember({ entity: "programme", entityId: programme.id, kind: `programmes.${kind}`, data });
  context.emit(`programmes.${kind}`, { programmeId: programme.id });
  return { id: programme.id };
}
