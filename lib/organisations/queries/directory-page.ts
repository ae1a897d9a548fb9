import "server-only";
import type { DirectoryRow } from "@/lib/organisations/commands/operator";
import { nameKey } from "@/lib/platform/keys";

const directorySorts = ["name", "accounts", "createdAt"] as const;

export interface DirectoryAsked {
  q?: string;
  sort?: string;
  descending?: boolean;
  /** The place of the first row, as text in the address. */
  from?: string;
}

/** Organisations on one page. */
const rowsOnPage = 50;

/**
 * One page of the directory, whose rows are few enough to be read whole: those in whose name or address every word stands, sorted;
 * organisations alike in the sort stand by name. What is no sort or no place counts as not said.
 */
export function directoryPage(
  all: readonly DirectoryRow[],
  { q = "", sort, descending = false, from }: DirectoryAsked,
) {
  const words = nameKey(q).split(" ").filter(Boolean);
  const by = directorySorts.find((candidate) => candidate === sort) ?? "name";
  const found = all
    .map((row) => ({ row, key: nameKey(row.name) }))
    .filter(({ row, key }) => words.every((word) => key.includes(word) || row.slug.includes(word)))
    .sort((a, b) => {
      const order = by === "name" ? 0 : compare(a.row[by], b.row[by]);
      return (descending ? -1 : 1) * (order || compare(a.key, b.key) || compare(a.row.id, b.row.id));
    })
    .map(({ row }) => row);
  const start = Math.min(Math.max(Number.parseInt(from ?? "", 10) || 0, 0), Math.max(found.length - 1, 0));
  const next = start + rowsOnPage;
  return {
    rows: found.slice(start, next),
    total: found.length,
    ...(next < found.length ? { next: String(next) } : {}),
    ...(start > 0 ? { before: String(Math.max(start - rowsOnPage, 0)) } : {}),
  };
}

const compare = <Value extends string | number | Date>(a: Value, b: Value): number => (a < b ? -1 : a > b ? 1 : 0);
