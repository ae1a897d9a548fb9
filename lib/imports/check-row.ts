import { createHash } from "node:crypto";
import { fieldsOf, type Mapping } from "@/lib/imports/guess-mapping";
import { issuesOfOwn, type WholeTarget } from "@/lib/imports/own-fields";
import type { ImportedFrom, ImportTarget } from "@/lib/platform/module";

export interface CheckedRow {
  /** Field → what is wrong with it; "" for the row as a whole. Empty when the row can be taken. */
  issues: Record<string, string>;
  identityHash: string;
}

/**
 * What would happen to a row: the target's own input schema decides, so that the preview says what the command would say. What
 * only the database knows (a mail address that somebody else has) is told when the row is taken.
 */
export function checkRow(
  target: WholeTarget,
  mapping: Mapping,
  cells: readonly string[],
  from: ImportedFrom,
): CheckedRow {
  const row = fieldsOf(cells, mapping);
  const issues: Record<string, string> = {};
  for (const field of target.fields)
    if (field.required && !row[field.key]) issues[field.key] = "This is needed and is empty.";
  const parsed = target.create.input.safeParse(target.input(row, from));
  for (const issue of parsed.error?.issues ?? []) {
    const field = String(issue.path[0] ?? "");
    issues[target.fields.some(({ key }) => key === field) ? field : ""] ??= issue.message;
  }
  for (const [field, message] of Object.entries(issuesOfOwn(target, row))) issues[field] ??= message;
  return { issues, identityHash: identityHash(target, row, from) };
}

/** SHA-256 of what makes a row the same row again, hex. */
const identityHash = (target: ImportTarget, row: Record<string, string>, from: ImportedFrom): string =>
  createHash("sha256")
    .update(`${target.key}\n${target.identity(row, from)}`)
    .digest("hex");
