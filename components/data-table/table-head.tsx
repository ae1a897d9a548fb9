"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import type { TableColumn } from "./types";

export interface TableHeadProps {
  columns: TableColumn[];
  visible: string[];
  sort: { column: string; descending: boolean };
  /** Stays below the top bar while the rows scroll; not where the table itself scrolls sideways. */
  stick: boolean;
  onSort: (sort: string) => void;
  selection?: { state: "all" | "some" | "none"; onChange: (on: boolean) => void };
}

export function TableHead({ columns, visible, sort, stick, onSort, selection }: TableHeadProps) {
  const t = useTranslations("ui.table");
  const cell = cn(
    "h-9 px-3 text-xs font-medium whitespace-nowrap text-muted-foreground border-b border-border-strong bg-card first:rounded-ss-md last:rounded-se-md",
    stick && "sticky top-(--topbar-height) z-2",
  );
  return (
    <thead role="rowgroup" className="phone:hidden">
      <tr role="row">
        {selection ? (
          <th role="columnheader" className={cn(cell, "w-[42px] ps-3.5 pe-1")}>
            <Checkbox
              aria-label={t("selectPage")}
              checked={selection.state === "all"}
              indeterminate={selection.state === "some"}
              onChange={(event) => selection.onChange(event.target.checked)}
            />
          </th>
        ) : null}
        {columns
          .filter((column) => visible.includes(column.key))
          .map((column) => {
            const sorted = sort.column === column.key;
            return (
              <th
                key={column.key}
                role="columnheader"
                scope="col"
                aria-sort={sorted ? (sort.descending ? "descending" : "ascending") : undefined}
                style={{ width: column.width }}
                className={cn(cell, alignEnd(column) && "text-end")}
              >
                {column.sortable ? (
                  <button
                    type="button"
                    className={cn(
                      "-mx-1 inline-flex h-7 items-center gap-1 rounded-sm px-1 hover:text-foreground",
                      sorted && "font-semibold text-foreground",
                    )}
                    onClick={() => onSort(sorted && !sort.descending ? `-${column.key}` : column.key)}
                  >
                    {column.label}
                    {sorted ? <Icon name={sort.descending ? "arrow-down" : "arrow-up"} size="small" /> : null}
                  </button>
                ) : (
                  column.label
                )}
              </th>
            );
          })}
      </tr>
    </thead>
  );
}

/** Figures stand at the end of their cell, unless the column says otherwise. */
export function alignEnd(column: TableColumn): boolean {
  return column.align ? column.align === "end" : column.kind === "number" || column.kind === "money";
}
