import { toast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/platform/result";

export type Undo = NonNullable<Extract<ActionResult<unknown>, { ok: true }>["undo"]>;
export type UndoAction = (undo: Undo) => Promise<ActionResult<unknown>>;

/** Takes a change back and says so, in the place of the message with that name; says why when it can no longer be taken back. */
export async function runUndo(action: UndoAction, undo: Undo, undone: string, name?: string): Promise<void> {
  const result = await action(undo);
  if (result.ok) toast.done(undone, { name });
  else toast.problem(result.refusal.message);
}
