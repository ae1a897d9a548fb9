"use client";

import { useTranslations } from "next-intl";
import { Chip } from "@/components/ui/chip";
import {
  DropdownMenu,
  DropdownMenuCheckboxItem,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Icon } from "@/components/ui/icon";
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

/** Sort, columns, density, export: at the right end of the filters; one menu on a phone. */
export function TableTools({ columns, visible, sort, address, exportAddress }: TableToolsProps) {
  const t = useTranslations("ui.table");
  const compact = address.values.density === "compact";
  const sortable = columns.filter((column) => column.sortable);
  const sorted = columns.find((column) => column.key === sort.column);
  const exportFor = (format: string) => {
    const search = new URLSearchParams(viewSearch(address.search));
    search.set("format", format);
    return `${exportAddress}?${search}`;
  };
  const toggle = (key: string, on: boolean) => {
    const next = columns.filter((column) => (column.key === key ? on : visible.includes(column.key)));
    address.show({ columns: next.length === 0 ? null : next.map((column) => column.key).join(",") });
  };
  return (
    <div className="ms-auto flex flex-none items-center gap-2">
      {sortable.length > 0 ? (
        <DropdownMenu>
          <DropdownMenuTrigger asChild>
            <Chip aria-label={t("sortBy", { name: sorted?.label ?? "" })}>
              <Icon name={sort.descending ? "arrow-down-wide-narrow" : "arrow-up-narrow-wide"} size="small" />
              <span className="phone:hidden">{sorted?.label}</span>
            </Chip>
          </DropdownMenuTrigger>
          <DropdownMenuContent align="end">
            <DropdownMenuLabel>{t("sort")}</DropdownMenuLabel>
            <DropdownMenuRadioGroup
              value={sort.column}
              onValueChange={(column) => address.set({ sort: sort.descending ? `-${column}` : column })}
            >
              {sortable.map((column) => (
                <DropdownMenuRadioItem key={column.key} value={column.key}>
                  {column.label}
                </DropdownMenuRadioItem>
              ))}
            </DropdownMenuRadioGroup>
            <DropdownMenuSeparator />
            <DropdownMenuRadioGroup
              value={sort.descending ? "down" : "up"}
              onValueChange={(way) => address.set({ sort: way === "down" ? `-${sort.column}` : sort.column })}
            >
              <DropdownMenuRadioItem value="up">{t("ascending")}</DropdownMenuRadioItem>
              <DropdownMenuRadioItem value="down">{t("descending")}</DropdownMenuRadioItem>
            </DropdownMenuRadioGroup>
          </DropdownMenuContent>
        </DropdownMenu>
      ) : null}
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Chip className="phone:hidden">
            <Icon name="columns-3" size="small" />
            {t("columns")}
          </Chip>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          {columns.map((column, index) => (
            <DropdownMenuCheckboxItem
              key={column.key}
              checked={index === 0 || visible.includes(column.key)}
              disabled={index === 0}
              onSelect={(event) => event.preventDefault()}
              onCheckedChange={(on) => toggle(column.key, on === true)}
            >
              {column.label}
            </DropdownMenuCheckboxItem>
          ))}
          <DropdownMenuSeparator />
          <DropdownMenuItem onSelect={() => address.show({ columns: null })}>
            <Icon name="rotate-ccw" />
            {t("usualColumns")}
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <Chip
        className="phone:hidden"
        aria-pressed={compact}
        onClick={() => address.show({ density: compact ? null : "compact" })}
      >
        <Icon name={compact ? "rows-4" : "rows-3"} size="small" />
        {compact ? t("compact") : t("comfortable")}
      </Chip>
      {exportAddress ? (
        <DropdownMenu>
          <DropdownMenuTrigger asChild>
            <Chip className="phone:hidden">
              <Icon name="download" size="small" />
              {t("export")}
            </Chip>
          </DropdownMenuTrigger>
          <DropdownMenuContent align="end">
            {(["csv", "xlsx"] as const).map((format) => (
              <DropdownMenuItem key={format} asChild>
                <a href={exportFor(format)}>
                  <Icon name={format === "csv" ? "file-text" : "file-spreadsheet"} />
                  {t(`export_${format}`)}
                </a>
              </DropdownMenuItem>
            ))}
          </DropdownMenuContent>
        </DropdownMenu>
      ) : null}
    </div>
  );
}
