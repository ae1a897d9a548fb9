/** What a cell holds, as it crosses to the browser. */
export type CellValue = string | number | boolean | null | readonly string[];

export type ColumnKind = "text" | "number" | "date" | "datetime" | "money" | "status" | "person" | "phases" | "boolean";

export interface ListColumn {
  key: string;
  kind: ColumnKind;
  sortable?: boolean;
  align?: "start" | "end";
  /** Shown until the person chooses; default yes. */
  defaultVisible?: boolean;
  /** A column whose value stands as the second line of this one. */
  second?: string;
  /** Its words where they stand in no message: a field that the organisation added. */
  label?: string;
}

export interface ListFilter {
  key: string;
  kind: "choice" | "text" | "dateRange" | "number" | "boolean";
  /** For a choice: the values; their words are in the module's messages. */
  options?: readonly string[];
  /** Its words, and those of its values, where they stand in no message: a field that the organisation added. */
  label?: string;
  optionLabels?: Readonly<Record<string, string>>;
}

export interface ListRow {
  id: string;
  cells: Record<string, CellValue>;
  href?: string;
}

export interface ListPage {
  rows: ListRow[];
  next?: string | undefined;
  before?: string | undefined;
  /** How many rows match; exact up to a thousand, the planner's estimate above. */
  estimate: number;
  estimateIsExact: boolean;
}
