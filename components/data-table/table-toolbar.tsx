"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { FilterBar } from "./filter-bar";
import { TableTools } from "./table-tools";
import type { DataTableProps, TableFilter } from "./types";
import type { UseListAddress } from "./use-list-address";

export interface TableToolbarProps extends Pick<DataTableProps, "columns" | "searchLabel" | "exportAddress"> {
  filters: TableFilter[];
  address: UseListAddress;
  visible: string[];
  sort: { column: string; descending: boolean };
}

/** Search and filters at the start, tools at the end. */
export function TableToolbar({
  columns,
  filters,
  address,
  visible,
  sort,
  searchLabel,
  exportAddress,
}: TableToolbarProps) {
  const seconds = new Set(columns.map((column) => column.second));
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 py-3.5 phone:gap-2 phone:py-3">
      {searchLabel ? <SearchField key={address.values.q ?? ""} label={searchLabel} address={address} /> : null}
      <div className={cn("min-w-0 empty:hidden", searchLabel ? "phone:order-last phone:w-full" : "phone:flex-1")}>
        <FilterBar filters={filters} address={address} />
      </div>
      <TableTools
        columns={columns.filter((column) => !seconds.has(column.key))}
        visible={visible}
        sort={sort}
        address={address}
        exportAddress={exportAddress}
      />
    </div>
  );
}

function SearchField({ label, address }: { label: string; address: UseListAddress }) {
  const t = useTranslations("ui.table");
  return (
    <form
      role="search"
      className="relative phone:min-w-0 phone:flex-1"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = new FormData(event.currentTarget).get("q");
        address.set({ q: typeof typed === "string" && typed.trim() ? typed.trim() : null });
      }}
    >
      <Icon
        name="search"
        size="small"
        className="pointer-events-none absolute start-2.5 top-1/2 -translate-y-1/2 text-muted-foreground"
      />
      <input
        type="search"
        name="q"
        aria-label={label}
        placeholder={label}
        title={t("searchHint")}
        enterKeyHint="search"
        defaultValue={address.values.q ?? ""}
        onBlur={(event) => {
          if (event.currentTarget.value.trim() === "" && address.values.q) address.set({ q: null });
        }}
        className="h-[30px] w-52 rounded-md border border-border-strong bg-card ps-8 pe-2 text-sm hover:border-input focus-visible:border-ring focus-visible:-outline-offset-1 phone:h-11 phone:w-full phone:text-base"
      />
    </form>
  );
}
