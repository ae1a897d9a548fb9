"use client";

import { useFormatter, useTranslations, type DateTimeFormatOptions } from "next-intl";
import { useRef, useState, type KeyboardEvent } from "react";
import { addDays, datesFrom } from "@/components/calendar/civil-days";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";

export interface MonthDaysProps {
  /** `2026-11`. */
  month: string;
  /** How many times are free on which day. */
  free: ReadonlyMap<string, number>;
  day: string | null;
  onDay: (day: string) => void;
  /** The months beside this one; null where nothing is bookable. */
  earlier: string | null;
  later: string | null;
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** The days of a month, of which those with free times can be chosen: by a finger, a mouse, or the arrow keys. */
export function MonthDays({ month, free, day, onDay, earlier, later }: MonthDaysProps) {
  const t = useTranslations("booking");
  const format = useFormatter();
  const table = useRef<HTMLTableElement>(null);
  const first = `${month}-01`;
  const last = addDays(`${addDays(`${month}-28`, 4).slice(0, 7)}-01`, -1);
  const days = datesFrom(first, last);
  const [reached, setReached] = useState<string | null>(null);
  const chosen = day && days.includes(day) ? day : null;
  const reachable =
    reached && days.includes(reached) ? reached : (chosen ?? days.find((date) => free.has(date)) ?? first);
  const before = (new Date(`${first}T00:00Z`).getUTCDay() + 6) % 7;
  const cells: (string | null)[] = [...Array.from({ length: before }, () => null), ...days];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => cells.slice(week * 7, week * 7 + 7));
  const said = (date: string, options: DateTimeFormatOptions) =>
    format.dateTime(new Date(`${date}T12:00Z`), { ...options, timeZone: "UTC" });
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    const to = step ? addDays(reachable, step) : event.key === "Home" ? first : event.key === "End" ? last : null;
    if (!to || event.metaKey || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    const next = to < first ? first : to > last ? last : to;
    setReached(next);
    table.current?.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus();
  };
  return (
    <div>
      <div className="mb-2 flex items-center gap-2">
        <h2 className="text-base font-semibold" aria-live="polite">
          {said(first, { month: "long", year: "numeric" })}
        </h2>
        <nav aria-label={t("months")} className="ms-auto flex gap-1">
          {[
            { href: earlier, icon: "chevron-left", words: t("earlier") } as const,
            { href: later, icon: "chevron-right", words: t("later") } as const,
          ].map(({ href, icon, words }) =>
            href ? (
              <Button key={icon} asChild size="icon" variant="ghost">
                <Link href={href} aria-label={words} scroll={false}>
                  <Icon name={icon} />
                </Link>
              </Button>
            ) : (
              <span key={icon} aria-hidden className="grid size-(--control) place-items-center text-border-strong">
                <Icon name={icon} />
              </span>
            ),
          )}
        </nav>
      </div>
      <table
        ref={table}
        role="grid"
        aria-label={t("day")}
        className="w-full table-fixed border-collapse"
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            {datesFrom("2026-11-23", "2026-11-29").map((date) => (
              <th
                key={date}
                scope="col"
                abbr={said(date, { weekday: "long" })}
                className="pb-1.5 text-center text-xs font-normal text-muted-foreground"
              >
                {said(date, { weekday: "short" })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week, at) => (
            <tr key={at}>
              {week.map((date, place) =>
                date === null ? (
                  <td key={place} />
                ) : (
                  <td key={place} role="gridcell" aria-selected={date === chosen} className="p-0.5 text-center">
                    <button
                      type="button"
                      data-date={date}
                      tabIndex={date === reachable ? 0 : -1}
                      aria-disabled={free.has(date) ? undefined : true}
                      aria-label={`${said(date, { weekday: "long", day: "numeric", month: "long" })}, ${t("freeTimes", { count: free.get(date) ?? 0 })}`}
                      onFocus={() => setReached(date)}
                      onClick={() => free.has(date) && onDay(date)}
                      className={cn(
                        "mx-auto grid h-11 w-full max-w-14 place-items-center rounded-md border text-base tabular-nums",
                        date === chosen
                          ? "border-primary bg-primary font-semibold text-primary-foreground"
                          : free.has(date)
                            ? "border-accent-line bg-accent font-semibold text-accent-foreground hover:border-primary"
                            : "cursor-default border-transparent text-muted-foreground",
                      )}
                    >
                      {Number(date.slice(8))}
                    </button>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
