"use client";

import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import type { BulkAction } from "./types";

const buttonClasses =
  "inline-flex h-9 flex-none items-center gap-[7px] rounded-md px-2.5 font-medium whitespace-nowrap hover:bg-[color-mix(in_oklab,var(--background)_14%,transparent)] focus-visible:outline-background disabled:opacity-60 phone:h-11 phone:min-w-11 phone:px-2";

export interface BulkBarProps {
  count: number;
  /** All that match are chosen, not only those on this page. */
  all: boolean;
  /** How many match; offered when the whole page is chosen and there are more. */
  offerAll?: { estimate: number; exact: boolean };
  actions: BulkAction[];
  pending: boolean;
  onAction: (key: string) => void;
  onAll: () => void;
  onClear: () => void;
}

/** Floats over the list while something is chosen; on a phone in the place of the page's action. */
export function BulkBar({ count, all, offerAll, actions, pending, onAction, onAll, onClear }: BulkBarProps) {
  const t = useTranslations("ui.table");
  return (
    <div
      role="toolbar"
      aria-label={t("selected", { count })}
      data-slot="bulk-bar"
      className="sticky bottom-4 z-10 mx-auto mt-3.5 flex w-max max-w-full flex-wrap items-center gap-1 rounded-lg bg-foreground py-1.5 ps-3.5 pe-2 text-background shadow-float motion-safe:animate-rise phone:fixed phone:inset-x-4 phone:bottom-[calc(var(--bottombar-height)+env(safe-area-inset-bottom)+12px)] phone:m-0 phone:w-auto phone:flex-nowrap phone:gap-0 phone:pe-1.5"
    >
      <b className="me-2 flex-none whitespace-nowrap tabular-nums phone:me-1" role="status">
        {t("selected", { count })}
      </b>
      {offerAll && !all ? (
        <button type="button" className={`${buttonClasses} underline underline-offset-4`} onClick={onAll}>
          {t(offerAll.exact ? "selectAll" : "selectAllAbout", { count: offerAll.estimate })}
        </button>
      ) : null}
      <span
        aria-hidden
        className="mx-1 h-5 w-px bg-[color-mix(in_oklab,var(--background)_35%,transparent)] phone:hidden"
      />
      <span className="flex min-w-0 gap-1 phone:flex-1 phone:gap-0 phone:overflow-x-auto no-scrollbar">
        {actions
          .filter((action) => !all || !action.rowsOnly)
          .map((action) => (
            <button
              key={action.key}
              type="button"
              disabled={pending}
              className={buttonClasses}
              onClick={() => onAction(action.key)}
            >
              <Icon name={action.icon} />
              {action.label}
            </button>
          ))}
      </span>
      <button type="button" aria-label={t("clearSelection")} className={`${buttonClasses} ms-auto`} onClick={onClear}>
        <Icon name="x" />
      </button>
    </div>
  );
}
