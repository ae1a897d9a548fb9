"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { useMemo, useRef, useState } from "react";
import { NothingFound } from "@/components/states/nothing-found";
import { cn } from "@/components/ui/cn";
import { Notice } from "@/components/ui/notice";
import { useDescribeFilter } from "./filter-bar";
import { TableBody } from "./table-body";
import { TableFoot } from "./table-foot";
import { TableHead } from "./table-head";
import { TableToolbar } from "./table-toolbar";
import type { BulkAction, DataTableProps, TableColumn, TableFilter } from "./types";
import { changeAddress, viewSearch } from "./url-state";
import { useListAddress } from "./use-list-address";
import { useSelection } from "./use-selection";
import { useTableKeys } from "./use-table-keys";
import { ViewTabs } from "./view-tabs";

const BulkBar = dynamic(() => import("./bulk-bar").then((module) => module.BulkBar), { ssr: false });
const BatchDialog = dynamic(() => import("@/components/batches/batch-dialog").then((module) => module.BatchDialog), {
  ssr: false,
});

const noFilters: TableFilter[] = [];
const noRenderers = {};

/** The one table for all lists: what is shown is the address, so that a link shows what I see. Cards on a phone. */
export function DataTable(props: DataTableProps) {
  return (
    <NuqsAdapter>
      <Table {...props} />
    </NuqsAdapter>
  );
}

function Table(props: DataTableProps) {
  const { columns, filters = noFilters, page, defaultSort, bulkActions = [], render = noRenderers } = props;
  const t = useTranslations("ui.table");
  const router = useRouter();
  const address = useListAddress(filters, props.usual);
  const describe = useDescribeFilter();
  const root = useRef<HTMLDivElement>(null);
  const selection = useSelection(page, address.search);
  const [doing, setDoing] = useState<BulkAction | null>(null);

  const visible = useVisibleColumns(columns, address.values.columns ?? null);
  const sort = readSort(address.values.sort ?? null, columns, defaultSort);
  const open = address.values.open ?? null;
  const canSelect = bulkActions.length > 0 || props.exportAddress !== undefined;

  const openBeside = (id: string) => {
    if (!props.opensBeside || !window.matchMedia("(width > 1180px)").matches) return false;
    router.push(changeAddress(new URLSearchParams(window.location.search), { open: id }), { scroll: false });
    return true;
  };

  useTableKeys(root, {
    toggle: (index) => {
      const row = page.rows[index];
      if (canSelect && row) selection.toggle(row.id);
    },
    search: () => root.current?.querySelector<HTMLInputElement>("input[type=search]")?.focus(),
    escape: () => {
      if (open) address.set({ open: null });
      else if (selection.count > 0) selection.clear();
      else return false;
      return true;
    },
  });

  const set = filters.filter((filter) => address.values[`f.${filter.key}`]);
  const question = set.length > 0 || Boolean(address.values.q);
  const nothing = page.rows.length === 0;
  return (
    <div ref={root} data-slot="data-table">
      {props.views ? (
        <ViewTabs views={props.views} search={address.search} actions={props.viewActions} usual={props.usual} />
      ) : null}
      {props.dropped && props.dropped.length > 0 ? (
        <Notice icon="info" className="mt-3.5" role="status">
          <b>{t("dropped", { count: props.dropped.length })}</b>{" "}
          {t("droppedWhat", { what: props.dropped.map((key) => `“${key}”`).join(", ") })}
        </Notice>
      ) : null}
      <TableToolbar {...props} filters={filters} address={address} visible={visible} sort={sort} />
      <div
        className={cn(
          "grid items-start gap-4",
          props.detail && open ? "grid-cols-1 beside:grid-cols-[minmax(0,1fr)_364px]" : "grid-cols-1",
        )}
      >
        <div className="min-w-0">
          <div
            className={cn(
              "rounded-md border border-border bg-card",
              !nothing && "phone:border-0 phone:bg-transparent",
              visible.length > 7 && "overflow-x-auto phone:overflow-visible",
              address.pending && "opacity-60 transition-opacity delay-100 duration-(--slow)",
            )}
            aria-busy={address.pending || undefined}
          >
            {props.failure ??
              (nothing && !question ? (
                props.empty
              ) : nothing ? (
                <NothingFound
                  filters={set.map((filter) => ({
                    label: filter.label,
                    value: describe(filter, address.values[`f.${filter.key}`] ?? ""),
                  }))}
                  query={address.values.q ?? undefined}
                  onClear={() =>
                    address.set({ q: null, ...Object.fromEntries(filters.map((filter) => [`f.${filter.key}`, null])) })
                  }
                />
              ) : (
                <table role="table" className="w-full border-collapse text-base phone:block">
                  <caption className="sr-only">{props.caption}</caption>
                  <TableHead
                    columns={columns}
                    visible={visible}
                    sort={sort}
                    stick={visible.length <= 7}
                    onSort={(next) => address.set({ sort: next })}
                    selection={canSelect ? { state: selection.state, onChange: selection.togglePage } : undefined}
                  />
                  <TableBody
                    rows={page.rows}
                    columns={columns}
                    visible={visible}
                    render={render}
                    open={open}
                    compact={address.values.density === "compact"}
                    isChosen={selection.isChosen}
                    onToggle={canSelect ? selection.toggle : undefined}
                    openBeside={openBeside}
                  />
                </table>
              ))}
            {nothing && !page.before ? null : <TableFoot page={page} />}
          </div>
          {selection.count > 0 ? (
            <BulkBar
              count={selection.count}
              about={selection.all && !page.estimateIsExact}
              offerAll={
                !selection.all && page.estimate > selection.count
                  ? { estimate: page.estimate, exact: page.estimateIsExact }
                  : undefined
              }
              actions={bulkActions}
              exportTo={props.exportAddress && `${props.exportAddress}?${viewSearch(address.search)}`}
              rows={selection.rows}
              onAction={(key) => setDoing(bulkActions.find((action) => action.key === key) ?? null)}
              onAll={selection.chooseAll}
              onClear={selection.clear}
            />
          ) : null}
        </div>
        {props.detail && open ? <div className="hidden beside:contents">{props.detail}</div> : null}
      </div>
      {doing && props.batchWork ? (
        <BatchDialog
          action={doing}
          rows={selection.rows}
          count={selection.count}
          work={props.batchWork}
          onClose={(started) => {
            setDoing(null);
            if (started) selection.clear();
          }}
        />
      ) : null}
    </div>
  );
}

function useVisibleColumns(columns: DataTableProps["columns"], chosen: string | null) {
  return useMemo(() => {
    const seconds = new Set(columns.map((column) => column.second));
    const primary = columns.filter((column) => !seconds.has(column.key));
    const wanted = chosen?.split(",");
    return primary
      .filter(
        (column, index) => index === 0 || (wanted ? wanted.includes(column.key) : column.defaultVisible !== false),
      )
      .map((column) => column.key);
  }, [columns, chosen]);
}

/** By what the rows are sorted; as usual where the address names a column that does not sort. */
function readSort(text: string | null, columns: TableColumn[], usual: { column: string; descending: boolean }) {
  const key = text?.replace(/^-/, "");
  if (!text || !key || !columns.some((column) => column.key === key && column.sortable)) return usual;
  return { column: key, descending: text.startsWith("-") };
}
