"use client";

import { useTable } from "@tanstack/react-table";
import type { RowSelectionState } from "@tanstack/react-table";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo, useRef, useState, useTransition } from "react";
import { NothingFound } from "@/components/states/nothing-found";
import { cn } from "@/components/ui/cn";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import { BulkBar } from "./bulk-bar";
import { useDescribeFilter } from "./filter-bar";
import { TableBody } from "./table-body";
import { features, tableColumns } from "./table-columns";
import { TableFoot } from "./table-foot";
import { TableHead } from "./table-head";
import { TableToolbar } from "./table-toolbar";
import type { DataTableProps, ListRow, TableFilter } from "./types";
import { changeAddress, viewSearch } from "./url-state";
import { useListAddress } from "./use-list-address";
import { useTableKeys } from "./use-table-keys";
import { ViewTabs } from "./view-tabs";

const noFilters: TableFilter[] = [];
const noRenderers = {};

/** The one table for all lists: what is shown is the address, so that a link shows what I see. Cards on a phone. */
export function DataTable(props: DataTableProps) {
  const { columns, filters = noFilters, page, defaultSort, bulkActions = [], render = noRenderers } = props;
  const t = useTranslations("ui.table");
  const router = useRouter();
  const address = useListAddress(filters, props.usual);
  const describe = useDescribeFilter();
  const root = useRef<HTMLDivElement>(null);
  const [selection, setSelection] = useState<RowSelectionState>({});
  const [all, setAll] = useState(false);
  const [working, startWork] = useTransition();

  const visible = useVisibleColumns(columns, address.values.columns ?? null);
  const sort = readSort(address.values.sort ?? null, defaultSort);
  const open = address.values.open ?? null;
  const canSelect = bulkActions.length > 0;

  const tableDefinition = useMemo(
    () =>
      tableColumns(columns, {
        render,
        openBeside: (id) => {
          if (!props.opensBeside || !window.matchMedia("(width > 1180px)").matches) return false;
          router.push(changeAddress(new URLSearchParams(window.location.search), { open: id }), { scroll: false });
          return true;
        },
      }),
    [columns, render, props.opensBeside, router],
  );
  const table = useTable({
    features,
    columns: tableDefinition,
    data: page.rows,
    getRowId: (row: ListRow) => row.id,
    state: { rowSelection: selection, columnVisibility: visible.state },
    onRowSelectionChange: setSelection,
  });
  const chosen = Object.keys(selection).filter((id) => selection[id]);
  const asked = questionOf(address.search);
  const [askedBefore, setAskedBefore] = useState(asked);
  if (asked !== askedBefore) {
    // Another question, other rows: nothing that is not seen stays chosen.
    setAskedBefore(asked);
    setSelection({});
    setAll(false);
  }
  const clear = () => {
    setSelection({});
    setAll(false);
  };
  const toggle = (id: string, on?: boolean) => {
    setAll(false);
    setSelection(({ [id]: was, ...others }) => ((on ?? !was) ? { ...others, [id]: true } : others));
  };

  useTableKeys(root, {
    toggle: (index) => {
      const row = page.rows[index];
      if (canSelect && row) toggle(row.id);
    },
    search: () => root.current?.querySelector<HTMLInputElement>("input[type=search]")?.focus(),
    escape: () => {
      if (open) address.set({ open: null });
      else if (chosen.length > 0) clear();
      else return false;
      return true;
    },
  });

  const runBulk = (key: string) =>
    startWork(async () => {
      const search = viewSearch(address.search);
      const result = await props.onBulk?.(
        key,
        all ? { kind: "all", search, estimate: page.estimate } : { kind: "rows", ids: chosen },
      );
      if (result && !result.ok) {
        toast.problem(result.refusal.message);
        return;
      }
      clear();
      router.refresh();
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
      <TableToolbar {...props} filters={filters} address={address} visible={visible.keys} sort={sort} />
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
              visible.keys.length > 7 && "overflow-x-auto phone:overflow-visible",
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
                    visible={visible.keys}
                    sort={sort}
                    stick={visible.keys.length <= 7}
                    onSort={(next) => address.set({ sort: next })}
                    selection={
                      canSelect
                        ? {
                            state:
                              all || chosen.length === page.rows.length ? "all" : chosen.length > 0 ? "some" : "none",
                            onChange: (on) => {
                              setAll(false);
                              setSelection(on ? Object.fromEntries(page.rows.map((row) => [row.id, true])) : {});
                            },
                          }
                        : undefined
                    }
                  />
                  <TableBody
                    rows={table.getRowModel().rows.map((row) => ({
                      id: row.id,
                      selected: all || Boolean(selection[row.id]),
                      cells: row
                        .getVisibleCells()
                        .map((cell) => ({ key: cell.column.id, content: <table.FlexRender cell={cell} /> })),
                    }))}
                    columns={columns}
                    open={open}
                    compact={address.values.density === "compact"}
                    onToggle={canSelect ? toggle : undefined}
                    selectLabel={(id) =>
                      t("selectRow", {
                        name: nameOf(
                          page.rows.find((row) => row.id === id),
                          columns[0]?.key,
                        ),
                      })
                    }
                  />
                </table>
              ))}
            {nothing && !page.before ? null : <TableFoot page={page} />}
          </div>
          {chosen.length > 0 || all ? (
            <BulkBar
              count={all ? page.estimate : chosen.length}
              all={all}
              offerAll={
                chosen.length === page.rows.length && page.estimate > page.rows.length
                  ? { estimate: page.estimate, exact: page.estimateIsExact }
                  : undefined
              }
              actions={bulkActions}
              pending={working}
              onAction={runBulk}
              onAll={() => setAll(true)}
              onClear={clear}
            />
          ) : null}
        </div>
        {props.detail && open ? <div className="hidden beside:contents">{props.detail}</div> : null}
      </div>
    </div>
  );
}

function useVisibleColumns(columns: DataTableProps["columns"], chosen: string | null) {
  return useMemo(() => {
    const seconds = new Set(columns.map((column) => column.second));
    const primary = columns.filter((column) => !seconds.has(column.key));
    const wanted = chosen?.split(",");
    const keys = primary
      .filter(
        (column, index) => index === 0 || (wanted ? wanted.includes(column.key) : column.defaultVisible !== false),
      )
      .map((column) => column.key);
    return { keys, state: Object.fromEntries(primary.map((column) => [column.key, keys.includes(column.key)])) };
  }, [columns, chosen]);
}

function readSort(text: string | null, fallback: { column: string; descending: boolean }) {
  return text ? { column: text.replace(/^-/, ""), descending: text.startsWith("-") } : fallback;
}

/** Filters and words, without sort, place and columns. */
function questionOf(params: URLSearchParams): string {
  const question = new URLSearchParams(viewSearch(params));
  question.delete("columns");
  question.delete("density");
  question.delete("sort");
  return question.toString();
}

function nameOf(row: ListRow | undefined, key: string | undefined): string {
  const value = key ? row?.cells[key] : undefined;
  return Array.isArray(value) ? String(value[0]) : String(value ?? row?.id ?? "");
}
