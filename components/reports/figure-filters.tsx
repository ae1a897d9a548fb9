"use client";

import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { ChipRow, chipVariants } from "@/components/ui/chip";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";

export interface FigureFilter {
  /** Its key in the address. */
  key: string;
  label: string;
  /** Chosen now; the first option when the address says nothing. */
  value: string;
  options: readonly { value: string; label: string }[];
  /** The two days that it stands for, where one may name others. */
  days?: { from: string; to: string };
}

export interface FigureFiltersProps {
  filters: readonly FigureFilter[];
  today: string;
}

const otherDays = "other";

/** What the figures are of: period and what it is compared with, consultant, sponsor, package. All of it stands in the address. */
export function FigureFilters({ filters, today }: FigureFiltersProps) {
  const t = useTranslations("reports.filters");
  const router = useRouter();
  const path = usePathname();
  /** The filter of which other days are being named. */
  const [naming, setNaming] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const show = (key: string, value: string) => {
    const search = new URLSearchParams(window.location.search);
    if (value === filters.find((filter) => filter.key === key)?.options[0]?.value) search.delete(key);
    else search.set(key, value);
    const text = search.toString();
    start(() => router.push(text ? `${path}?${text}` : path, { scroll: false }));
  };
  const choose = (key: string, value: string) => {
    setNaming(value === otherDays ? key : null);
    if (value !== otherDays) show(key, value);
  };
  const named = filters.find(({ key }) => key === naming);
  return (
    <div className="mb-4 print:hidden" aria-busy={pending}>
      <ChipRow role="group" aria-label={t("label")}>
        {filters.map(({ key, label, value, options, days }) => (
          <label
            key={key}
            className={cn(
              chipVariants({ state: value === options[0]?.value ? "off" : "on" }),
              "relative pe-7 phone:pe-9 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring",
            )}
          >
            <span className="text-muted-foreground">{label}</span>
            <select
              className="max-w-56 appearance-none truncate bg-transparent font-semibold outline-none"
              value={naming === key ? otherDays : value}
              onChange={(event) => choose(key, event.target.value)}
            >
              {options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
              {days ? <option value={otherDays}>{t("otherDays")}</option> : null}
            </select>
            <Icon name="chevron-down" size="small" className="pointer-events-none absolute end-2" />
          </label>
        ))}
      </ChipRow>
      {named?.days ? (
        <form
          key={named.key}
          aria-label={named.label}
          className="mt-2 flex flex-wrap items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            const form = new FormData(event.currentTarget);
            setNaming(null);
            show(named.key, `${String(form.get("from"))}..${String(form.get("to"))}`);
          }}
        >
          {(["from", "to"] as const).map((end) => (
            <label key={end} className="grid gap-1 text-sm text-muted-foreground">
              {t(end)}
              <input
                type="date"
                name={end}
                required
                max={today}
                defaultValue={named.days?.[end]}
                className="h-9 rounded-md border border-input bg-card px-2.5 text-foreground phone:h-11"
              />
            </label>
          ))}
          <Button type="submit" variant="outline">
            {t("show")}
          </Button>
        </form>
      ) : null}
    </div>
  );
}
