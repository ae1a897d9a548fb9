"use client";

import { useTranslations } from "next-intl";
import { DataTable } from "@/components/data-table/data-table";
import type { DataTableProps } from "@/components/data-table/types";
import { Icon } from "@/components/ui/icon";

/** Files of lists, each with its download as soon as it is there. */
export function ExportsTable({
  organisation,
  lists,
  ...table
}: DataTableProps & { organisation: string; lists: Readonly<Record<string, string>> }) {
  const t = useTranslations("exports");
  return (
    <DataTable
      {...table}
      render={{
        list: (value) => lists[String(value)] ?? String(value),
        file: (fileId) => (
          <a
            href={`/api/files/${organisation}/${String(fileId)}`}
            className="inline-flex items-center gap-1.5 font-medium phone:min-h-11"
          >
            <Icon name="download" size="small" />
            {t("download")}
          </a>
        ),
      }}
    />
  );
}
