"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { cellText, type CellWords } from "./cell-text";
import { alignEnd } from "./table-head";
import type { CellRenderer, CellValue, ListRow, TableColumn } from "./types";

export interface TableBodyProps {
  rows: ListRow[];
  /** All columns of the list; what stands as the second line of another is one of them. */
  columns: TableColumn[];
  /** The keys of those that are shown, in their order. */
  visible: string[];
  render: Record<string, CellRenderer>;
  /** The row that is open beside the list. */
  open: string | null;
  compact: boolean;
  isChosen: (id: string) => boolean;
  onToggle?: (id: string, on: boolean) => void;
  /** Opens the row beside the list; returns false where there is no room for it. */
  openBeside: (id: string) => boolean;
}

/** The rows; on a phone each is a card. How they look stands in app/data-table.css. */
export function TableBody(props: TableBodyProps) {
  const { rows, columns, visible, render, open, compact, isChosen, onToggle, openBeside } = props;
  // Once for all cells: a table has hundreds, and each hook would be called in each.
  const t = useTranslations("ui");
  const words: CellWords = { missing: t("missing"), yes: t("yes"), no: t("no"), format: useFormatter() };
  const table = useTranslations("ui.table");
  const byKey = new Map(columns.map((column) => [column.key, column]));
  const shown = visible.flatMap((key) => byKey.get(key) ?? []);
  const cell = (column: TableColumn, row: ListRow) => {
    const value = row.cells[column.key] ?? null;
    const own = render[column.key];
    return own ? own(value, row) : cellText(column, value, words);
  };
  return (
    <tbody role="rowgroup" className="phone:grid phone:gap-2">
      {rows.map((row) => (
        <tr
          key={row.id}
          role="row"
          aria-selected={onToggle ? isChosen(row.id) : undefined}
          data-open={row.id === open || undefined}
          className="list-row"
        >
          {onToggle ? (
            <td role="cell" className="list-cell-choice">
              <Checkbox
                aria-label={table("selectRow", { name: nameOf(row, columns[0]?.key) })}
                checked={isChosen(row.id)}
                onChange={(event) => onToggle(row.id, event.target.checked)}
              />
            </td>
          ) : null}
          {shown.map((column, index) => {
            const second = column.second ? byKey.get(column.second) : undefined;
            const below = second && !isEmpty(row.cells[second.key]);
            // A dash holds a column's place; on a card, which has no columns, it would only be in the way.
            const nothing = !below && !render[column.key] && isEmpty(row.cells[column.key]);
            const content = (
              <>
                {index === 0 ? (
                  <RowName row={row} openBeside={openBeside}>
                    {cell(column, row)}
                  </RowName>
                ) : (
                  cell(column, row)
                )}
                {below ? (
                  <span className="block text-sm break-words text-muted-foreground">{cell(second, row)}</span>
                ) : null}
              </>
            );
            return (
              <td
                key={column.key}
                role="cell"
                className={cn(
                  compact ? "list-cell-compact" : "list-cell",
                  alignEnd(column) && "text-end tabular-nums",
                  index === 0 ? "list-first" : phonePlace(column),
                  (column.wideOnly || (nothing && index > 0)) && "phone:hidden",
                )}
              >
                {index > 0 && column.kind === "text" ? (
                  <span className="line-clamp-2 max-w-[56ch] text-sm break-words">{content}</span>
                ) : index === 0 && column.kind === "text" ? (
                  // One word of a hundred letters is broken, and does not push the other columns off the page.
                  <span className="block max-w-[56ch] break-words phone:max-w-none">{content}</span>
                ) : (
                  <>
                    {index > 0 && needsLabel(column) ? <span className="wide:hidden">{column.label} </span> : null}
                    {content}
                  </>
                )}
              </td>
            );
          })}
        </tr>
      ))}
    </tbody>
  );
}

/** The row's link, stretched over the row. */
function RowName({
  row,
  openBeside,
  children,
}: {
  row: ListRow;
  openBeside: (id: string) => boolean;
  children: ReactNode;
}) {
  if (!row.href) return <span className="list-name">{children}</span>;
  return (
    <Link
      href={row.href}
      prefetch={false}
      data-row-link
      className="list-name"
      onClick={(event) => {
        const plain = !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
        if (plain && openBeside(row.id)) event.preventDefault();
      }}
    >
      {children}
    </Link>
  );
}

const isEmpty = (value: CellValue | undefined): boolean => value === null || value === undefined || value === "";

/** A figure alone says nothing on a card, where no head stands above it. */
const needsLabel = (column: TableColumn) => ["number", "date", "datetime", "money", "boolean"].includes(column.kind);

function phonePlace(column: TableColumn): string {
  if (column.kind === "phases") return "list-phases";
  if (column.kind === "status") return "list-status";
  if (column.kind === "text" || column.kind === "person") return "list-text";
  return "list-figure";
}

function nameOf(row: ListRow, key: string | undefined): string {
  const value = key ? row.cells[key] : undefined;
  return Array.isArray(value) ? String(value[0]) : String(value ?? row.id);
}
