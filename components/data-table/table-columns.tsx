"use client";

import { columnVisibilityFeature, createColumnHelper, rowSelectionFeature, tableFeatures } from "@tanstack/react-table";
import Link from "next/link";
import { CellText } from "./cell-text";
import type { CellRenderer, ListRow, TableColumn } from "./types";

export const features = tableFeatures({ columnVisibilityFeature, rowSelectionFeature });

const helper = createColumnHelper<typeof features, ListRow>();

export interface ColumnContext {
  render: Record<string, CellRenderer>;
  /** Opens the row beside the list; returns false where there is no room for it. */
  openBeside: (id: string) => boolean;
}

/** Declared columns become the table's. The first one is the row's link, stretched over the row. */
export function tableColumns(columns: TableColumn[], { render, openBeside }: ColumnContext) {
  const asSecond = new Set(columns.map((column) => column.second));
  const byKey = new Map(columns.map((column) => [column.key, column]));
  const first = columns.find((column) => !asSecond.has(column.key));
  return columns
    .filter((column) => !asSecond.has(column.key))
    .map((column) =>
      helper.display({
        id: column.key,
        header: () => column.label,
        cell: ({ row }) => {
          const record = row.original;
          const value = record.cells[column.key] ?? null;
          const own = render[column.key];
          const content = own ? own(value, record) : <CellText column={column} value={value} />;
          const second = column.second ? byKey.get(column.second) : undefined;
          const secondValue = second ? record.cells[second.key] : undefined;
          return (
            <>
              {column === first && record.href ? (
                <Link
                  href={record.href}
                  prefetch={false}
                  data-row-link
                  className="list-name"
                  onClick={(event) => {
                    const plain = !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
                    if (plain && openBeside(record.id)) event.preventDefault();
                  }}
                >
                  {content}
                </Link>
              ) : column === first ? (
                <span className="list-name">{content}</span>
              ) : (
                content
              )}
              {second && secondValue !== null && secondValue !== undefined ? (
                <span className="block text-sm break-words text-muted-foreground">
                  {render[second.key]?.(secondValue, record) ?? <CellText column={second} value={secondValue} />}
                </span>
              ) : null}
            </>
          );
        },
      }),
    );
}
