import { Refusal } from "@/lib/platform/refusal";

/**
 * Refuses an edit of a record that has changed since the person read it. The refusal carries what stands now, so that the
 * form can show both and keep what was typed.
 */
export function assertVersion(
  row: { version: number } & Record<string, unknown>,
  expectedVersion: number,
  what: string,
): void {
  if (row.version === expectedVersion) return;
  throw new Refusal(
    "conflict",
    `Somebody saved ${what} while you were writing. Both versions are kept; choose below.`,
    {
      current: row,
    },
  );
}
