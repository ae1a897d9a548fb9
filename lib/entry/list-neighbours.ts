import "server-only";
import { readListAddress } from "@/components/data-table/url-state";
import { placeIn, readList, type List, type ListState } from "@/lib/platform/list";
import { withFields } from "@/lib/platform/list-fields";
import type { QueryContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";

/** The ids of the rows before and after one, in a list as its address asks for it; null at its ends. */
export interface Neighbours {
  previous: string | null;
  next: string | null;
}

/**
 * Who stands before and after a record in a list. The record itself need not match the list any more (somebody who was answered is
 * no longer quiet): its place is where its value would stand. Without a place of its own, or where the address is not the list's, there are none.
 */
export async function neighboursIn(
  context: QueryContext,
  declared: List,
  search: URLSearchParams,
  id: string,
): Promise<Neighbours> {
  const definition = await withFields(context, declared);
  const { sort, descending, q, filters } = readListAddress(search);
  const question = { sort, descending, q, filters };
  try {
    const place = await placeIn(context, definition, question, id);
    if (!place) return { previous: null, next: null };
    const one = async (where: Pick<ListState, "after" | "before">) =>
      (await readList(context, definition, { ...question, ...where, limit: 1 })).rows[0]?.id ?? null;
    return { previous: await one({ before: place }), next: await one({ after: place }) };
  } catch (error) {
    if (error instanceof Refusal && error.code === "invalid") return { previous: null, next: null };
    throw error;
  }
}
