import type { ReactNode } from "react";
import type { IconName } from "@/components/ui/icon";
import type { Tone } from "@/components/ui/tone";
import type { CellValue, ListColumn, ListFilter, ListPage, ListRow } from "@/lib/platform/list-types";
import type { ActionResult } from "@/lib/platform/result";

/** A declared column with its words. */
export interface TableColumn extends ListColumn {
  label: string;
  /** For kind "status": what each code looks like and says. */
  states?: Record<string, { label: string; icon: IconName; tone?: Tone }>;
  /** Share of the width, as CSS says it: "30%", "98px". */
  width?: string;
  /** Left out of the cards on a phone. */
  wideOnly?: boolean;
}

/** A declared filter with its words. */
export interface TableFilter extends Omit<ListFilter, "options"> {
  label: string;
  options?: readonly { value: string; label: string }[];
  /** Said after a number: "days". */
  unit?: string;
}

/** A saved view: a name for an address. */
export interface TableView {
  id: string;
  name: string;
  /** The list's part of the address, without "?": `f.phase=search&sort=-lastContact`. */
  search: string;
  count?: number;
  /** May be renamed and deleted by this person. */
  editable?: boolean;
}

export interface ViewActions {
  save: (input: { name: string; search: string }) => Promise<ActionResult<unknown>>;
  rename?: (input: { id: string; name: string }) => Promise<ActionResult<unknown>>;
  update?: (input: { id: string; search: string }) => Promise<ActionResult<unknown>>;
  remove?: (input: { id: string }) => Promise<ActionResult<unknown>>;
}

/** What a bulk action works on: chosen rows, or everything that the address matches. */
export type TableSelection = { kind: "rows"; ids: string[] } | { kind: "all"; search: string; estimate: number };

export interface BulkAction {
  key: string;
  label: string;
  icon: IconName;
  /** Cannot be done to "all that match". */
  rowsOnly?: boolean;
}

export type CellRenderer = (value: CellValue, row: ListRow) => ReactNode;

export interface DataTableProps {
  /** Spoken name of the table, and what it is sorted by: "Executives in your caseload". */
  caption: string;
  columns: TableColumn[];
  filters?: TableFilter[];
  page: ListPage;
  /** The column by which the server sorts when the address says nothing. */
  defaultSort: { column: string; descending: boolean };
  /** Placeholder of the search field; without it there is none. */
  searchLabel?: string;
  views?: TableView[];
  viewActions?: ViewActions;
  bulkActions?: BulkAction[];
  onBulk?: (key: string, selection: TableSelection) => Promise<ActionResult<unknown> | void>;
  /** Route handler that writes the file; gets the list's address and `format`. */
  exportAddress?: string;
  /** Own cells by column key; only from a client component. */
  render?: Record<string, CellRenderer>;
  /** What is open beside the list; the page renders it from `?open=`. */
  detail?: ReactNode;
  /** Rows open beside the list on a wide screen. */
  opensBeside?: boolean;
  /** Shown when there is nothing at all: says what will be here and offers the one action. */
  empty?: ReactNode;
  /** Instead of the rows, when reading them failed. */
  failure?: ReactNode;
}

export type { CellValue, ListPage, ListRow };
