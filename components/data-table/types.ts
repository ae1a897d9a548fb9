import type { ReactNode } from "react";
import type { BatchWork } from "@/components/batches/types";
import type { IconName } from "@/components/ui/icon";
import type { Tone } from "@/components/ui/tone";
import type { CellValue, ListColumn, ListFilter, ListPage, ListRow } from "@/lib/platform/list-types";
import type { Undo } from "@/lib/platform/operation";
import type { ActionResult } from "@/lib/platform/result";
import type { UsualView } from "./url-state";

/** A declared column with its words. */
export interface TableColumn extends ListColumn {
  label: string;
  /** For kind "status": what each code looks like and says. */
  states?: Record<string, { label: string; icon: IconName; tone?: Tone }>;
  /** For kind "text" that holds codes: what each says in words. */
  says?: Record<string, string>;
  /** The code stands below its words. */
  showsCode?: boolean;
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
  /** Kept by somebody, not the page's own. */
  saved?: boolean;
  /** May be renamed, shared and removed by this person. */
  editable?: boolean;
  /** With whom it is shared: a team's id, everybody; nobody when left out. */
  sharedWith?: "everybody" | { teamId: string; teamName: string };
  /** Whose it is, where it is somebody else's. */
  ownerName?: string;
  /** The list opens with it for this person. */
  usual?: boolean;
}

/** With whom this person may share views. */
export interface ViewSharing {
  everybody: boolean;
  teams: { id: string; name: string }[];
}

type Answer<Data = unknown> = Promise<ActionResult<Data>>;

export interface ViewActions {
  save: (input: { name: string; search: string }) => Answer<{ id: string }>;
  rename: (input: { id: string; name: string }) => Answer;
  update: (input: { id: string; search: string }) => Answer;
  share: (input: { id: string; with: "nobody" | "everybody" | "team"; teamId?: string }) => Answer;
  sharing: () => Answer<ViewSharing>;
  /** None: the list opens as it does for everybody. */
  setDefault: (input: { id: string | null }) => Answer;
  remove: (input: { id: string }) => Answer;
  restore: (input: { id: string }) => Answer;
  removed: () => Answer<{ id: string; name: string; removedAt: Date | null }[]>;
  undo: (undo: Undo) => Answer;
}

export interface BulkAction {
  key: string;
  label: string;
  icon: IconName;
  danger?: boolean;
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
  /** With which view the list opens when the address asks for nothing. */
  usual?: UsualView;
  /** Filters, columns and sorts that the address names and that the list does not have. */
  dropped?: readonly string[];
  /** What can be done to chosen rows, besides writing them to a file. */
  bulkActions?: BulkAction[];
  batchWork?: BatchWork;
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
