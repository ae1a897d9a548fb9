"use client";

import { useFormatter, useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Chip, ChipRow, FilterChip } from "@/components/ui/chip";
import { Icon } from "@/components/ui/icon";
import { readChoice, readRange } from "@/lib/platform/filter-values";
import type { TableFilter } from "./types";
import type { UseListAddress } from "./use-list-address";

const load = () => import("./filter-popover").then((module) => module.FilterPopover);
const FilterPopover = dynamic(load, { ssr: false });

interface FilterBarProps {
  filters: TableFilter[];
  address: UseListAddress;
}

/** Filters that are set, as chips with a ×, and "Filter" to add one. */
export function FilterBar({ filters, address }: FilterBarProps) {
  const t = useTranslations("ui.table");
  const valueOf = (filter: TableFilter) => address.values[`f.${filter.key}`] ?? "";
  const change = (filter: TableFilter, value: string | null) => address.set({ [`f.${filter.key}`]: value });
  const active = filters.filter((filter) => valueOf(filter) !== "");
  const free = filters.filter((filter) => valueOf(filter) === "");
  if (filters.length === 0) return null;
  return (
    <ChipRow>
      {active.map((filter) => (
        <SetFilter key={filter.key} filter={filter} value={valueOf(filter)} onChange={change} />
      ))}
      <AddFilter free={free} valueOf={valueOf} onChange={change} />
      {active.length > 0 ? (
        <Button
          variant="quiet"
          size="small"
          onClick={() => address.set(Object.fromEntries(filters.map((filter) => [`f.${filter.key}`, null])))}
        >
          {t("clear")}
        </Button>
      ) : null}
    </ChipRow>
  );
}

type Change = (filter: TableFilter, value: string | null) => void;

/** A filter that is set; pressed, it can be set otherwise. */
function SetFilter({ filter, value, onChange }: { filter: TableFilter; value: string; onChange: Change }) {
  const t = useTranslations("ui.table");
  const describe = useDescribeFilter();
  const chip = useRef<HTMLSpanElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <span ref={chip} className="flex-none" onPointerEnter={() => void load()}>
      <FilterChip
        label={filter.label}
        value={describe(filter, value)}
        removeLabel={t("removeFilter", { name: filter.label })}
        onOpen={() => setOpen(!open)}
        onRemove={() => onChange(filter, null)}
      />
      {open ? (
        <FilterPopover
          anchor={chip}
          filters={[filter]}
          valueOf={() => value}
          onChange={onChange}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </span>
  );
}

/** Adds one of those that are not set. */
function AddFilter({
  free,
  valueOf,
  onChange,
}: {
  free: TableFilter[];
  valueOf: (filter: TableFilter) => string;
  onChange: Change;
}) {
  const t = useTranslations("ui.table");
  const chip = useRef<HTMLButtonElement>(null);
  // Those that were free when it was opened: the one that is being set stays open while its value changes.
  const [offered, setOffered] = useState<TableFilter[] | null>(null);
  if (free.length === 0 && !offered) return null;
  return (
    <>
      <Chip
        ref={chip}
        state="add"
        aria-haspopup="dialog"
        aria-expanded={offered !== null}
        onPointerEnter={() => void load()}
        onClick={() => setOffered(offered ? null : free)}
      >
        <Icon name="plus" size="small" />
        {t("filter")}
      </Chip>
      {offered ? (
        <FilterPopover
          anchor={chip}
          filters={offered}
          valueOf={valueOf}
          onChange={onChange}
          onClose={() => setOffered(null)}
        />
      ) : null}
    </>
  );
}

/** A filter's value in words. */
export function useDescribeFilter() {
  const t = useTranslations("ui.table");
  const format = useFormatter();
  return (filter: TableFilter, value: string): string => {
    if (value === "") return t("anything");
    if (filter.kind === "choice") {
      return readChoice(value)
        .map((one) => filter.options?.find((option) => option.value === one)?.label ?? one)
        .join(", ");
    }
    if (filter.kind === "boolean") return value === "yes" ? t("yes") : t("no");
    if (filter.kind === "text") return value;
    const { from, to } = readRange(value);
    const say = (end: string) => {
      const date = new Date(`${end}T00:00:00Z`);
      if (filter.kind !== "dateRange") return filter.unit ? `${end} ${filter.unit}` : end;
      return Number.isNaN(date.getTime())
        ? end
        : format.dateTime(date, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
    };
    if (from && to)
      return from === to ? say(from) : t("between", { from: filter.kind === "number" ? from : say(from), to: say(to) });
    return from
      ? t("atLeast", { value: say(from), kind: filter.kind })
      : t("atMost", { value: say(to ?? ""), kind: filter.kind });
  };
}
