"use client";

import { useTranslations } from "next-intl";
import { LateMenu } from "@/components/frame/late-menu";
import { Chip } from "@/components/ui/chip";
import { Icon } from "@/components/ui/icon";
import { ColumnsChip, ExportChip, SortChip } from "./tool-chips";
import type { TableColumn } from "./types";
import { viewSearch } from "./url-state";
import type { UseListAddress } from "./use-list-address";

export interface TableToolsProps {
  columns: TableColumn[];
  visible: string[];
  sort: { column: string; descending: boolean };
  address: UseListAddress;
  exportAddress?: string;
}

const loadSort = () => import("./table-menus").then((module) => module.SortMenu);
const loadColumns = () => import("./table-menus").then((module) => module.ColumnsMenu);
const loadExport = () => import("./table-menus").then((module) => module.ExportMenu);

/** Sort, columns, density, export: at the right end of the filters; one menu on a phone. */
export function TableTools({ columns, visible, sort, address, exportAddress }: TableToolsProps) {
  const t = useTranslations("ui.table");
  const compact = address.values.density === "compact";
  const sortable = columns.filter((column) => column.sortable);
  return (
    <div className="ms-auto flex flex-none items-center gap-2">
      {sortable.length > 0 ? (
        <LateMenu
          load={loadSort}
          haspopup="menu"
          props={{ columns: sortable, sort, onSort: (next: string) => address.set({ sort: next }) }}
        >
          <SortChip columns={sortable} sort={sort} />
        </LateMenu>
      ) : null}
      <LateMenu
        load={loadColumns}
        haspopup="menu"
        props={{
          columns,
          visible,
          onShow: (keys: string[] | null) => address.show({ columns: keys && keys.length > 0 ? keys.join(",") : null }),
        }}
      >
        <ColumnsChip />
      </LateMenu>
      <Chip
        className="phone:hidden"
        aria-pressed={compact}
        onClick={() => address.show({ density: compact ? null : "compact" })}
      >
        <Icon name={compact ? "rows-4" : "rows-3"} size="small" />
        {compact ? t("compact") : t("comfortable")}
      </Chip>
      {exportAddress ? (
        <LateMenu load={loadExport} haspopup="menu" props={{ exportAddress, search: viewSearch(address.search) }}>
          <ExportChip />
        </LateMenu>
      ) : null}
    </div>
  );
}
