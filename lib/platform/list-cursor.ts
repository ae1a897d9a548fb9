import { Refusal } from "@/lib/platform/refusal";

/** A place in a sorted list: the sort value of a row (as Postgres writes it; null comes last) and the row's id. */
export interface Cursor {
  value: string | null;
  id: string;
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** A place as it stands in an address; bound to the sort it belongs to. */
export const encodeCursor = (place: Cursor, sort: string): string =>
  Buffer.from(JSON.stringify([sort, place.value, place.id])).toString("base64url");

/** The place again; refused when it is not one, or belongs to another sort. */
export function decodeCursor(text: string, sort: string): Cursor {
  try {
    const [forSort, value, id] = JSON.parse(Buffer.from(text, "base64url").toString()) as unknown[];
    if (forSort === sort && (value === null || typeof value === "string") && typeof id === "string" && uuid.test(id))
      return { value, id };
  } catch {
    // Falls through: what cannot be read is refused like what does not fit.
  }
  throw new Refusal("invalid", "This place in the list is not known. Start from the first page.", "after");
}
