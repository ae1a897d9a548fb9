"use client";

import { useFormatter, useTranslations } from "next-intl";
import { memo } from "react";
import { cn } from "@/components/ui/cn";
import { momentAt } from "@/lib/scheduling/rules/calendar/day-axis";
import { cityOf } from "./civil-days";
import type { CalendarAxis, CalendarColumn } from "./model";

export interface DayHeadsProps {
  columns: readonly CalendarColumn[];
  template: string;
  zone: string;
  second: string | null;
  today: string;
  axis: CalendarAxis;
}

/** The heads of the columns: the day, whose it is where there are several, holidays and days off by name. */
export const DayHeads = memo(function DayHeads({ columns, template, zone, second, today, axis }: DayHeadsProps) {
  const format = useFormatter();
  const t = useTranslations("calendar");
  const several = columns.length > 1 && columns[0]!.date === columns[1]!.date;
  const noon = (date: string) => new Date(`${date}T12:00Z`);
  const shortZone = (timeZone: string) =>
    format
      .dateTime(new Date(columns[0]!.parts[0]?.from ?? 0), { timeZone, timeZoneName: "short", hour: "numeric" })
      .split(" ")
      .at(-1);
  const time = (at: number, timeZone: string) =>
    format.dateTime(new Date(at), { hour: "2-digit", minute: "2-digit", timeZone });
  /** What the second zone shows where the day's rows begin. */
  const elsewhere = (column: CalendarColumn) => {
    const at = momentAt(column, axis.from);
    return at === null || !second ? "" : time(at, second);
  };
  return (
    <div
      className="sticky top-(--topbar-height) z-6 grid rounded-t-md border-b border-border-strong bg-card print:static"
      style={{ gridTemplateColumns: template }}
    >
      <div className={cn("grid items-end pb-2 text-xs leading-4", second ? "grid-cols-2" : "grid-cols-1")}>
        {[zone, ...(second ? [second] : [])].map((timeZone, at) => (
          <span key={timeZone} className="grid justify-items-end pe-2 text-end">
            <b className={cn("max-w-full font-medium break-words", at > 0 && "text-muted-foreground")}>
              {cityOf(timeZone)}
            </b>
            <span className="text-muted-foreground">{shortZone(timeZone)}</span>
          </span>
        ))}
      </div>
      {columns.map((column) => {
        const isToday = column.date === today;
        const differs = second !== null && elsewhere(column) !== elsewhere(columns[0]!);
        return (
          <div
            key={column.key}
            aria-hidden
            className={cn(
              "min-w-0 border-s border-border px-2.5 pt-2.5 pb-2 text-muted-foreground",
              isToday &&
                "text-primary shadow-[inset_0_-2px_0_var(--primary)] print:text-muted-foreground print:shadow-none",
            )}
          >
            <span className="block truncate">
              {format.dateTime(noon(column.date), { weekday: "short", timeZone: "UTC" })}{" "}
              <b
                className={cn(
                  "text-[1.1875rem] font-medium text-foreground",
                  isToday && "font-semibold text-primary print:font-medium print:text-foreground",
                )}
              >
                {format.dateTime(noon(column.date), { day: "numeric", timeZone: "UTC" })}
              </b>
            </span>
            {several ? (
              <span
                translate="no"
                className="block truncate text-sm text-foreground print:text-xs print:break-words print:whitespace-normal"
                title={column.person.name}
              >
                {column.person.name}
              </span>
            ) : null}
            {column.note ? (
              <span className="block truncate text-xs text-warning print:whitespace-normal" title={column.note}>
                {column.note}
              </span>
            ) : null}
            {differs ? (
              <span className="block text-xs">
                {t("clocks", {
                  here: time(momentAt(column, axis.from)!, zone),
                  there: elsewhere(column),
                  city: cityOf(second),
                })}
              </span>
            ) : null}
          </div>
        );
      })}
    </div>
  );
});
