"use client";

import { parseAsString, useQueryStates } from "nuqs";
import { useMemo, useTransition } from "react";
import type { TableFilter } from "./types";

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

/** The list's state, which is the address. `pending` while the server reads the rows that belong to a new one. */
export function useListAddress(filters: readonly TableFilter[]) {
  const [pending, startTransition] = useTransition();
  const parsers = useMemo(
    () => ({ ...fixed, ...Object.fromEntries(filters.map((filter) => [`f.${filter.key}`, parseAsString])) }),
    [filters],
  );
  const [values, write] = useQueryStates(parsers, { shallow: false, history: "push", scroll: false, startTransition });
  const read = values as Record<string, string | null>;
  const set = (changes: Record<string, string | null>) => {
    const asks = Object.keys(changes).some((key) => key === "sort" || key === "q" || key.startsWith("f."));
    void write((asks ? { after: null, before: null, open: null, ...changes } : changes) as Parameters<typeof write>[0]);
  };
  /** For what only changes how rows are shown: no reading, no new entry in the history. */
  const show = (changes: Record<string, string | null>) => {
    void write(changes as Parameters<typeof write>[0], { shallow: true, history: "replace" });
  };
  return { values: read, set, show, pending };
}

export type UseListAddress = ReturnType<typeof useListAddress>;
