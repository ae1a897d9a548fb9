"use client";

import type { ReactNode } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { alignEnd } from "./table-head";
import type { TableColumn } from "./types";

export interface BodyRow {
  id: string;
  selected: boolean;
  cells: { key: string; content: ReactNode }[];
}

export interface TableBodyProps {
  rows: BodyRow[];
  columns: TableColumn[];
  /** The row that is open beside the list. */
  open: string | null;
  compact: boolean;
  onToggle?: (id: string, on: boolean) => void;
  selectLabel: (id: string) => string;
}

/** The rows; on a phone each is a card. How they look stands in app/data-table.css. */
export function TableBody({ rows, columns, open, compact, onToggle, selectLabel }: TableBodyProps) {
  const byKey = new Map(columns.map((column) => [column.key, column]));
  return (
    <tbody role="rowgroup" className="phone:grid phone:gap-2">
      {rows.map((row) => (
        <tr
          key={row.id}
          role="row"
          aria-selected={onToggle ? row.selected : undefined}
          data-open={row.id === open || undefined}
          className="list-row"
        >
          {onToggle ? (
            <td role="cell" className="list-cell-choice">
              <Checkbox
                aria-label={selectLabel(row.id)}
                checked={row.selected}
                onChange={(event) => onToggle(row.id, event.target.checked)}
              />
            </td>
          ) : null}
          {row.cells.map((cell, index) => {
            const column = byKey.get(cell.key);
            if (!column) return null;
            return (
              <td
                key={cell.key}
                role="cell"
                className={cn(
                  compact ? "list-cell-compact" : "list-cell",
                  alignEnd(column) && "text-end tabular-nums",
                  column.wideOnly && "phone:hidden",
                  index === 0 ? "list-first" : phonePlace(column),
                )}
              >
                {index > 0 && column.kind === "text" ? (
                  <span className="line-clamp-2 text-sm break-words">{cell.content}</span>
                ) : (
                  <>
                    {index > 0 && needsLabel(column) ? <span className="wide:hidden">{column.label} </span> : null}
                    {cell.content}
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

/** A figure alone says nothing on a card, where no head stands above it. */
const needsLabel = (column: TableColumn) => ["number", "date", "datetime", "money", "boolean"].includes(column.kind);

function phonePlace(column: TableColumn): string {
  if (column.kind === "phases") return "list-phases";
  if (column.kind === "status") return "list-status";
  if (column.kind === "text" || column.kind === "person") return "list-text";
  return "list-figure";
}
