"use client";

import { useState } from "react";
import type { BatchRows } from "@/components/batches/types";
import type { ListPage } from "./types";
import { readListAddress, viewSearch } from "./url-state";

/** As many can be chosen one by one; more go by "all that match". */
const most = 1000;

/**
 * Which rows are chosen: some, over as many pages as one likes, or all that match but some. Another question (filters, words)
 * begins anew: nothing that one cannot see stays chosen.
 */
export function useSelection(page: ListPage, search: URLSearchParams) {
  const [some, setSome] = useState<ReadonlySet<string>>(new Set());
  const [all, setAll] = useState(false);
  const asked = questionOf(search);
  const [askedBefore, setAskedBefore] = useState(asked);
  const clear = () => {
    setSome(new Set());
    setAll(false);
  };
  if (asked !== askedBefore) {
    setAskedBefore(asked);
    clear();
  }
  const isChosen = (id: string) => some.has(id) !== all;
  const here = page.rows.filter(({ id }) => isChosen(id)).length;
  /** Chooses rows or not; while all are chosen, `some` holds those that are not. */
  const choose = (ids: readonly string[], on: boolean) =>
    setSome((before) => {
      const after = new Set(before);
      for (const id of ids) {
        if (on !== all && after.size < most) after.add(id);
        else if (on === all) after.delete(id);
      }
      return after;
    });
  const { q, filters } = readListAddress(search);
  const rows: BatchRows = all
    ? { ...(q ? { q } : {}), filters, ...(some.size > 0 ? { except: [...some] } : {}) }
    : { only: [...some] };
  return {
    rows,
    count: all ? Math.max(0, page.estimate - some.size) : some.size,
    all,
    isChosen,
    /** Of the rows of this page. */
    state: here === 0 ? ("none" as const) : here === page.rows.length ? ("all" as const) : ("some" as const),
    toggle: (id: string, on = !isChosen(id)) => choose([id], on),
    togglePage: (on: boolean) =>
      choose(
        page.rows.map(({ id }) => id),
        on,
      ),
    chooseAll: () => {
      setSome(new Set());
      setAll(true);
    },
    clear,
  };
}

/** Filters and words, without sort, place and how the rows are shown. */
function questionOf(params: URLSearchParams): string {
  const question = new URLSearchParams(viewSearch(params));
  for (const key of ["columns", "density", "sort"]) question.delete(key);
  return question.toString();
}
