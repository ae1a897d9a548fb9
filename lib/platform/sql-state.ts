import { Refusal } from "@/lib/platform/refusal";

/** The SQLSTATE of a database error, wherever the driver and the query builder put it; null for anything else. */
export function sqlStateOf(error: unknown): string | null {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    const code = (at as Error & { code?: unknown }).code;
    if (typeof code === "string" && /^[0-9A-Z]{5}$/.test(code)) return code;
  }
  return null;
}

/** The database's "no" as a refusal, in the one place that knows SQLSTATEs; null when it is a fault. */
export function refusalOfDatabase(error: unknown): Refusal | null {
  switch (sqlStateOf(error)) {
    case "23505":
      return new Refusal("conflict", "This exists already. Somebody may have added it a moment ago.");
    case "23P01":
      return new Refusal("conflict", "That time was just taken. Please choose another.", "startsAt");
    case "23503":
      return new Refusal("not_found", "Something that this refers to does not exist any more.");
    case "23514":
    case "22P02":
    case "22003":
    case "22007":
    case "22008":
      return new Refusal("invalid", "One of the values is not possible here.");
    default:
      return null;
  }
}

/** Two transactions stood in each other's way and one had to go: worth one more try. */
export function isWorthOneRetry(error: unknown): boolean {
  const state = sqlStateOf(error);
  return state === "40001" || state === "40P01";
}
