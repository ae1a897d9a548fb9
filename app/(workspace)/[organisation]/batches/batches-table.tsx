"use client";

import { useTranslations } from "next-intl";
import { DataTable } from "@/components/data-table/data-table";
import type { DataTableProps } from "@/components/data-table/types";

/** Batches, each named by what was done to how many. */
export function BatchesTable(props: DataTableProps) {
  const t = useTranslations("batches.actions");
  return (
    <DataTable
      {...props}
      render={{ action: (value, { cells }) => t(`${String(value)}.title`, { count: Number(cells.total) }) }}
    />
  );
}
