import type { listTable } from "../../list-table";

type Search = Record<string, string | string[] | undefined>;

/** What the address asks of a list, of one person's search only. */
export const searchedBy = (person: string, search: Search): Search => ({ ...search, "f.person": person });

/**
 * The table of a list whose page says whose search it is: the filter that says so is not the reader's to take off, and a file
 * holds this one search too.
 */
export function ofOneSearch(table: Awaited<ReturnType<typeof listTable>>, person: string) {
  const { exportAddress, ...rest } = table;
  return {
    ...rest,
    filters: table.filters.filter(({ key }) => key !== "person"),
    ...(exportAddress ? { exportAddress: `${exportAddress}?f.person=${person}` } : {}),
  };
}
