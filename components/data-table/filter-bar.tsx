"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Chip, ChipRow, FilterChip } from "@/components/ui/chip";
import { Icon } from "@/components/ui/icon";
import { Popover, PopoverAnchor, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { FilterEditor } from "./filter-editor";
import { readChoice, readRange } from "@/lib/platform/filter-values";
import type { TableFilter } from "./types";
import type { UseListAddress } from "./use-list-address";

/** Filters that are set, as chips with a ×, and "Filter" to add one. */
export function FilterBar({ filters, address }: { filters: TableFilter[]; address: UseListAddress }) {
  const t = useTranslations("ui.table");
  const describe = useDescribeFilter();
  const [open, setOpen] = useState<string | null>(null);
  const valueOf = (filter: TableFilter) => address.values[`f.${filter.key}`] ?? "";
  const change = (filter: TableFilter, value: string | null) => address.set({ [`f.${filter.key}`]: value });
  const active = filters.filter((filter) => valueOf(filter) !== "");
  const free = filters.filter((filter) => valueOf(filter) === "");
  // "" while one chooses which filter, then its key: the editor takes the place of the choice.
  const [adding, setAdding] = useState<string | null>(null);
  const added = filters.find((filter) => filter.key === adding);
  if (filters.length === 0) return null;
  return (
    <ChipRow>
      {active.map((filter) => (
        <Popover key={filter.key} open={open === filter.key} onOpenChange={(next) => setOpen(next ? filter.key : null)}>
          <PopoverAnchor asChild>
            <span className="flex-none">
              <FilterChip
                label={filter.label}
                value={describe(filter, valueOf(filter))}
                removeLabel={t("removeFilter", { name: filter.label })}
                onOpen={() => setOpen(filter.key)}
                onRemove={() => {
                  setOpen(null);
                  change(filter, null);
                }}
              />
            </span>
          </PopoverAnchor>
          <PopoverContent>
            <FilterEditor
              filter={filter}
              value={valueOf(filter)}
              onChange={(value) => change(filter, value)}
              onDone={() => setOpen(null)}
            />
          </PopoverContent>
        </Popover>
      ))}
      {free.length > 0 || added ? (
        <Popover open={adding !== null} onOpenChange={(next) => setAdding(next ? "" : null)}>
          <PopoverTrigger asChild>
            <Chip state="add">
              <Icon name="plus" size="small" />
              {t("filter")}
            </Chip>
          </PopoverTrigger>
          <PopoverContent className={added ? undefined : "w-60 p-1.5"}>
            {added ? (
              <FilterEditor
                filter={added}
                value={valueOf(added)}
                onChange={(value) => change(added, value)}
                onDone={() => setAdding(null)}
              />
            ) : (
              <ul>
                {free.map((filter) => (
                  <li key={filter.key}>
                    <button
                      type="button"
                      className="flex min-h-9 w-full items-center rounded-sm px-2.5 text-start hover:bg-accent hover:text-accent-foreground focus-visible:-outline-offset-2 phone:min-h-11"
                      onClick={() => setAdding(filter.key)}
                    >
                      {filter.label}
                    </button>
                  </li>
                ))}
              </ul>
            )}
          </PopoverContent>
        </Popover>
      ) : null}
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
