"use client";

import { useTranslations } from "next-intl";
import type { BatchRows } from "@/components/batches/types";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Icon } from "@/components/ui/icon";
import type { BulkAction } from "./types";

const buttonClasses =
  "inline-flex h-9 flex-none items-center gap-[7px] rounded-md px-2.5 font-medium whitespace-nowrap hover:bg-[color-mix(in_oklab,var(--background)_14%,transparent)] focus-visible:outline-background disabled:opacity-60 phone:h-11 phone:min-w-11 phone:px-2";

export interface BulkBarProps {
  count: number;
  /** The count is an estimate. */
  about?: boolean;
  /** How many match; offered when there are more than those that are chosen. */
  offerAll?: { estimate: number; exact: boolean };
  actions: BulkAction[];
  /** Where chosen rows are written to a file, with the list's question. */
  exportTo?: string;
  rows: BatchRows;
  onAction: (key: string) => void;
  onAll: () => void;
  onClear: () => void;
}

/** Floats over the list while something is chosen; on a phone in the place of the page's action. */
export function BulkBar({ count, about, offerAll, actions, exportTo, rows, onAction, onAll, onClear }: BulkBarProps) {
  const t = useTranslations("ui.table");
  const selected = t(about ? "selectedAbout" : "selected", { count });
  return (
    <div
      role="toolbar"
      aria-label={selected}
      data-slot="bulk-bar"
      className="sticky bottom-4 z-10 mx-auto mt-3.5 flex w-max max-w-full flex-wrap items-center gap-1 rounded-lg bg-foreground py-1.5 ps-3.5 pe-2 text-background shadow-float motion-safe:animate-rise phone:fixed phone:inset-x-4 phone:bottom-[calc(var(--bottombar-height)+env(safe-area-inset-bottom)+12px)] phone:m-0 phone:w-auto phone:gap-0 phone:pe-1.5"
    >
      <b className="me-2 flex-none whitespace-nowrap tabular-nums phone:me-1" role="status">
        {selected}
      </b>
      {offerAll ? (
        <button type="button" className={`${buttonClasses} underline underline-offset-4`} onClick={onAll}>
          {t(offerAll.exact ? "selectAll" : "selectAllAbout", { count: offerAll.estimate })}
        </button>
      ) : null}
      <span
        aria-hidden
        className="mx-1 h-5 w-px bg-[color-mix(in_oklab,var(--background)_35%,transparent)] phone:hidden"
      />
      <span className="flex min-w-0 gap-1 phone:order-last phone:w-full phone:gap-0 phone:overflow-x-auto no-scrollbar">
        {actions.map((action) => (
          <button key={action.key} type="button" className={buttonClasses} onClick={() => onAction(action.key)}>
            <Icon name={action.icon} />
            {action.label}
          </button>
        ))}
        {exportTo ? (
          <DropdownMenu>
            <DropdownMenuTrigger className={buttonClasses}>
              <Icon name="download" />
              {t("export")}
            </DropdownMenuTrigger>
            <DropdownMenuContent align="end">
              {(["csv", "xlsx"] as const).map((format) => (
                <DropdownMenuItem key={format} onSelect={() => writeFile(exportTo, format, rows)}>
                  <Icon name={format === "csv" ? "file-text" : "file-spreadsheet"} />
                  {t(`export_${format}`)}
                </DropdownMenuItem>
              ))}
            </DropdownMenuContent>
          </DropdownMenu>
        ) : null}
      </span>
      <button type="button" aria-label={t("clearSelection")} className={`${buttonClasses} ms-auto`} onClick={onClear}>
        <Icon name="x" />
      </button>
    </div>
  );
}

/** The chosen rows do not fit into an address, so they are posted; the answer is the file. */
function writeFile(address: string, format: string, { only, except }: BatchRows): void {
  const form = document.createElement("form");
  form.method = "post";
  form.action = address;
  for (const [name, value] of Object.entries({ format, only: only?.join(","), except: except?.join(",") })) {
    if (value === undefined) continue;
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = name;
    field.value = value;
    form.append(field);
  }
  document.body.append(form);
  form.submit();
  form.remove();
}
