import "server-only";
import type { SQL } from "drizzle-orm";
import type { z } from "zod";
import type { Command, CommandContext, QueryContext } from "@/lib/platform/operation";

/** What is asked once for all rows of a batch. */
export interface BatchField {
  name: string;
  kind: "choice" | "text";
  options?: readonly { value: string; label: string; hint?: string }[];
}

/** The answers, as the form has them; not all are there before the person gave them. */
export type BatchGiven = Readonly<Record<string, string>>;

/**
 * Something that can be done to many rows of a list at once: for each row one command, in the name of the person who asked, with
 * their permission. Words: `actions.<key>` in the messages of batches.
 */
export interface BatchAction {
  /** `module.verb`. */
  key: string;
  /** The list whose rows it is for, by name. */
  list: string;
  icon: "arrow-right-left" | "message-square" | "user-x" | "shield-plus" | "network" | "mail";
  /** It takes something away from people, and looks so. */
  danger?: boolean;
  command: Command;
  /** What must be given before it starts: texts by field. */
  input: z.ZodType<BatchGiven>;
  fields?(context: QueryContext): Promise<BatchField[]>;
  /** Over the list's source: the sentence that refuses a row, or null. Asked for the preview, and again before each row is changed. */
  whyNot(context: QueryContext, given: BatchGiven): SQL;
  /** The command's input for one row. `rowId` is the same each time the row is tried. */
  inputOf(
    context: CommandContext,
    row: { recordId: string; rowId: string },
    given: BatchGiven,
  ): Promise<unknown> | unknown;
}

/** A batch action, with its command's types widened once so that manifests can hold it. */
export function batchAction(
  definition: Omit<BatchAction, "command" | "input"> & { command: unknown; input: z.ZodType },
) {
  return definition as BatchAction;
}
