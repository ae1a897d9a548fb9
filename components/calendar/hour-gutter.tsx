"use client";

import { useFormatter, useTranslations } from "next-intl";
import { memo } from "react";
import { cn } from "@/components/ui/cn";
import { momentAt, topOf } from "@/lib/scheduling/rules/calendar/day-axis";
import type { CalendarAxis, CalendarColumn } from "./model";
import { high } from "./scale";

/** The hours of the axis, in one zone or two. */
export const HourGutter = memo(function HourGutter({
  axis,
  column,
  second,
}: {
  axis: CalendarAxis;
  column: CalendarColumn;
  second: string | null;
}) {
  const format = useFormatter();
  const t = useTranslations("calendar");
  const hours = axis.hours.filter(({ top }) => top >= axis.from && top < axis.to);
  const wallTime = (wall: number) =>
    format.dateTime(new Date(Date.UTC(2000, 0, 1, 0, wall)), { hour: "2-digit", minute: "2-digit", timeZone: "UTC" });
  /** What clocks show in the second zone there; nothing in a row that the first day does not have. */
  const elsewhere = (top: number) => {
    const at = momentAt(column, top);
    if (at === null || topOf(column, at) !== top) return "";
    return format.dateTime(new Date(at), { hour: "2-digit", minute: "2-digit", timeZone: second! });
  };
  const label = "absolute end-2 text-xs leading-none tabular-nums";
  return (
    <div aria-hidden className={cn("relative row-start-1 grid", second ? "grid-cols-2" : "grid-cols-1")}>
      <div className="relative">
        {hours.map(({ top, wall, again }, at) => (
          <span
            key={top}
            className={cn(label, at > 0 && "-translate-y-1/2", at === 0 && "pt-0.5", again && "text-warning")}
            style={{ top: high(top - axis.from) }}
            title={again ? t("again") : undefined}
          >
            {wallTime(wall)}
          </span>
        ))}
      </div>
      {second ? (
        <div className="relative text-muted-foreground">
          {hours.map(({ top }, at) => (
            <span
              key={top}
              className={cn(label, at > 0 && "-translate-y-1/2", at === 0 && "pt-0.5")}
              style={{ top: high(top - axis.from) }}
            >
              {elsewhere(top)}
            </span>
          ))}
        </div>
      ) : null}
    </div>
  );
});
