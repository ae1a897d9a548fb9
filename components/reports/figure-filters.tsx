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
}

export interface FigureFiltersProps {
  filters: readonly FigureFilter[];
  /** The period as two days, for who wants others. */
  from: string;
  to: string;
  today: string;
}

const otherDays = "other";

/** What the figures are of: period, consultant, sponsor, package. All of it stands in the address. */
export function FigureFilters({ filters, from, to, today }: FigureFiltersProps) {
  const t = useTranslations("reports.filters");
  const router = useRouter();
  const path = usePathname();
  const [days, setDays] = useState(false);
  const [pending, start] = useTransition();
  const show = (key: string, value: string) => {
    const search = new URLSearchParams(window.location.search);
    if (value === filters.find((filter) => filter.key === key)?.options[0]?.value) search.delete(key);
    else search.set(key, value);
    const text = search.toString();
    start(() => router.push(text ? `${path}?${text}` : path, { scroll: false }));
  };
  const choose = (key: string, value: string) => {
    setDays(value === otherDays);
    if (value !== otherDays) show(key, value);
  };
  return (
    <div className="mb-4 print:hidden" aria-busy={pending}>
      <ChipRow role="group" aria-label={t("label")}>
        {filters.map(({ key, label, value, options }, index) => (
          <label
            key={key}
            className={cn(
              chipVariants({ state: value === options[0]?.value ? "off" : "on" }),
              "relative pe-7 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring",
            )}
          >
            <span className="text-muted-foreground">{label}</span>
            <select
              className="max-w-56 appearance-none truncate bg-transparent font-semibold outline-none"
              value={index === 0 && days ? otherDays : value}
              onChange={(event) => choose(key, event.target.value)}
            >
              {options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
              {index === 0 ? <option value={otherDays}>{t("otherDays")}</option> : null}
            </select>
            <Icon name="chevron-down" size="small" className="pointer-events-none absolute end-2" />
          </label>
        ))}
      </ChipRow>
      {days ? (
        <form
          className="mt-2 flex flex-wrap items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            const form = new FormData(event.currentTarget);
            setDays(false);
            show("period", `${String(form.get("from"))}..${String(form.get("to"))}`);
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
                defaultValue={end === "from" ? from : to}
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
