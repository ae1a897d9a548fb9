import type { z } from "zod";
import { Refusal } from "@/lib/platform/refusal";

/** What zod found wrong, as one refusal with its fields (paths joined by dots). */
export function refusalOfInput(error: z.ZodError): Refusal {
  const fields: Record<string, string[]> = {};
  for (const issue of error.issues) (fields[issue.path.join(".")] ??= []).push(issue.message);
  return new Refusal("invalid", error.issues[0]?.message ?? "This does not fit.", {
    field: Object.keys(fields)[0] ?? "",
    fields,
  });
}

/** The value that a schema accepts; refused as `invalid`, with a message per field, otherwise. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> {
  const result = schema.safeParse(raw);
  if (!result.success) throw refusalOfInput(result.error);
  return result.data;
}
