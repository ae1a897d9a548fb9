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

/** On a phone each row is a card: the name, then phase and state, then the next step and figures at the end of their line. */
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
          className={cn(
            "row-target hover:bg-[color-mix(in_oklab,var(--muted)_55%,var(--card))] aria-selected:bg-accent wide:[&:last-child>td]:border-b-0",
            "has-[[data-row-link]:focus-visible]:outline-2 has-[[data-row-link]:focus-visible]:-outline-offset-2 has-[[data-row-link]:focus-visible]:outline-ring",
            "data-open:shadow-[inset_2px_0_0_var(--primary)] phone:data-open:shadow-none",
            "phone:grid phone:grid-cols-[minmax(0,1fr)_auto] phone:gap-x-3 phone:gap-y-1.5 phone:[grid-auto-flow:row_dense] phone:rounded-md phone:border phone:border-border phone:bg-card phone:px-3.5 phone:py-3 phone:aria-selected:border-accent-line phone:aria-selected:bg-card",
          )}
        >
          {onToggle ? (
            <td
              role="cell"
              className={cn(
                "w-[42px] border-b border-border ps-3.5 pe-1 align-middle",
                "phone:col-start-2 phone:row-start-1 phone:w-auto phone:justify-self-end phone:border-0 phone:p-0",
              )}
            >
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
                  "border-b border-border px-3 align-middle phone:border-0 phone:p-0",
                  compact ? "h-9 py-1 text-sm phone:h-auto" : "h-[52px] py-1.5 phone:h-auto",
                  alignEnd(column) && "text-end tabular-nums",
                  column.wideOnly && "phone:hidden",
                  index === 0 ? "phone:col-start-1 phone:row-start-1" : phonePlace(column),
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
  if (column.kind === "phases") return "phone:order-1 phone:col-start-1 phone:self-center";
  if (column.kind === "status") return "phone:order-1 phone:col-start-2 phone:justify-self-end phone:self-center";
  if (column.kind === "text" || column.kind === "person") return "phone:order-2 phone:col-start-1 phone:self-center";
  return "phone:order-2 phone:col-start-2 phone:justify-self-end phone:self-center phone:text-sm phone:text-muted-foreground";
}
