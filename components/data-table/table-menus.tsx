"use client";

import { useTranslations } from "next-intl";
import type { OpensAtOnce } from "@/components/frame/late-menu";
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
import { ColumnsChip, ExportChip, SortChip } from "./tool-chips";
import type { TableColumn } from "./types";

export interface SortMenuProps {
  /** Those that can be sorted by. */
  columns: TableColumn[];
  sort: { column: string; descending: boolean };
  onSort: (sort: string) => void;
}

/** By which column, and which way. */
export function SortMenu({ columns, sort, onSort, openAtOnce }: SortMenuProps & OpensAtOnce) {
  const t = useTranslations("ui.table");
  return (
    <DropdownMenu defaultOpen={openAtOnce}>
      <DropdownMenuTrigger asChild>
        <SortChip columns={columns} sort={sort} />
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        <DropdownMenuLabel>{t("sort")}</DropdownMenuLabel>
        <DropdownMenuRadioGroup
          value={sort.column}
          onValueChange={(column) => onSort(sort.descending ? `-${column}` : column)}
        >
          {columns.map((column) => (
            <DropdownMenuRadioItem key={column.key} value={column.key}>
              {column.label}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
        <DropdownMenuSeparator />
        <DropdownMenuRadioGroup
          value={sort.descending ? "down" : "up"}
          onValueChange={(way) => onSort(way === "down" ? `-${sort.column}` : sort.column)}
        >
          <DropdownMenuRadioItem value="up">{t("ascending")}</DropdownMenuRadioItem>
          <DropdownMenuRadioItem value="down">{t("descending")}</DropdownMenuRadioItem>
        </DropdownMenuRadioGroup>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

export interface ColumnsMenuProps {
  columns: TableColumn[];
  visible: string[];
  /** Null: the usual ones. */
  onShow: (keys: string[] | null) => void;
}

/** Which columns are shown; the first always is. */
export function ColumnsMenu({ columns, visible, onShow, openAtOnce }: ColumnsMenuProps & OpensAtOnce) {
  const t = useTranslations("ui.table");
  const toggle = (key: string, on: boolean) =>
    onShow(
      columns.filter((column) => (column.key === key ? on : visible.includes(column.key))).map((column) => column.key),
    );
  return (
    <DropdownMenu defaultOpen={openAtOnce}>
      <DropdownMenuTrigger asChild>
        <ColumnsChip />
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
        <DropdownMenuItem onSelect={() => onShow(null)}>
          <Icon name="rotate-ccw" />
          {t("usualColumns")}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

/** The list as a file. */
export function ExportMenu({
  exportAddress,
  search,
  openAtOnce,
}: { exportAddress: string; search: string } & OpensAtOnce) {
  const t = useTranslations("ui.table");
  const addressFor = (format: string) => {
    // What the address of the list asks for always, such as whose rows these are, stays whatever the view says.
    const [path, always = ""] = exportAddress.split("?");
    const question = new URLSearchParams(search);
    for (const [key, value] of new URLSearchParams(always)) question.set(key, value);
    question.set("format", format);
    return `${path}?${question}`;
  };
  return (
    <DropdownMenu defaultOpen={openAtOnce}>
      <DropdownMenuTrigger asChild>
        <ExportChip />
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        {(["csv", "xlsx"] as const).map((format) => (
          <DropdownMenuItem key={format} asChild>
            <a href={addressFor(format)}>
              <Icon name={format === "csv" ? "file-text" : "file-spreadsheet"} />
              {t(`export_${format}`)}
            </a>
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
