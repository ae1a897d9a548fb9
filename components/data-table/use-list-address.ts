"use client";

import { useSearchParams } from "next/navigation";
import { parseAsString, useQueryStates } from "nuqs";
import { useMemo, useTransition } from "react";
import type { TableFilter } from "./types";
import { askedAddress, type UsualView } from "./url-state";

const fixed = {
  sort: parseAsString,
  q: parseAsString,
  after: parseAsString,
  before: parseAsString,
  view: parseAsString,
  columns: parseAsString,
  density: parseAsString,
  open: parseAsString,
};

/**
 * The list's state, which is the address; the usual view where that asks for nothing. `pending` while the server reads the rows
 * that belong to a new one.
 */
export function useListAddress(filters: readonly TableFilter[], usual?: UsualView) {
  const [pending, startTransition] = useTransition();
  const parsers = useMemo(
    () => ({ ...fixed, ...Object.fromEntries(filters.map((filter) => [`f.${filter.key}`, parseAsString])) }),
    [filters],
  );
  const [values, write] = useQueryStates(parsers, { shallow: false, history: "push", scroll: false, startTransition });
  const read = values as Record<string, string | null>;
  const said = new URLSearchParams(
    Object.entries(read).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
  const asked = Object.fromEntries(askedAddress(said, usual));
  // What was only usual is said from the first change on: the address must show all of what is seen.
  const silent = Object.fromEntries(Object.entries(asked).filter(([key]) => !read[key] && key in parsers));
  const send = (changes: Record<string, string | null>, options?: { shallow: boolean; history: "replace" }) =>
    void write({ ...silent, ...changes } as Parameters<typeof write>[0], options);
  const set = (changes: Record<string, string | null>) => {
    const asks = Object.keys(changes).some((key) => key === "sort" || key === "q" || key.startsWith("f."));
    send(asks ? { after: null, before: null, open: null, ...changes } : changes);
  };
  /** For what only changes how rows are shown: no reading, no new entry in the history. */
  const show = (changes: Record<string, string | null>) => send(changes, { shallow: true, history: "replace" });
  const params = useSearchParams();
  const search = askedAddress(new URLSearchParams(params), usual);
  for (const key of [...search.keys()]) if (key.startsWith("f.") && !(key in parsers)) search.delete(key);
  return { values: asked as Record<string, string | null | undefined>, search, set, show, pending };
}

export type UseListAddress = ReturnType<typeof useListAddress>;
