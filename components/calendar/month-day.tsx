"use client";

import { useFormatter, useTranslations } from "next-intl";
import { memo } from "react";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { useIsAlive } from "@/components/ui/use-is-alive";
import { holdsTheSame, listsTheSame } from "./as-before";
import { MissedIcon } from "./missed-icon";
import type { CalendarColumn, CalendarItem } from "./model";
import { monthLook } from "./month-look";
import { useMomentWords } from "./use-moment-words";

export interface MonthDayProps {
  organisation: string;
  column: CalendarColumn;
  /** Which day of those that are shown. */
  at: number;
  zone: string;
  now: number;
  /** The day's own page. */
  href: string;
  items: readonly { item: CalendarItem }[];
  /** Sessions that a screen counts: they stand on the day's own page, and on paper, which opens no other page, here. */
  more: readonly { item: CalendarItem }[];
  inMonth: boolean;
  isToday: boolean;
  /** Where a session would be put down. */
  isTarget: boolean;
  /** The session that the keyboard reaches, where it stands here. */
  reachable: string | null;
  /** What is being moved away from here. */
  leaves: string | null;
  onReach: (id: string) => void;
  onOver: (at: number | null) => void;
  onDropped: (at: number, id: string) => void;
}

/** A day of a month: its sessions, and room to drop one. */
export const MonthDay = memo(
  function MonthDay(props: MonthDayProps) {
    const { organisation, column, at, zone, now, href, items, more, inMonth, isToday, isTarget } = props;
    const { date, note } = column;
    const t = useTranslations("calendar");
    const format = useFormatter();
    const words = useMomentWords(zone);
    const noon = new Date(`${date}T12:00Z`);
    const day = format.dateTime(noon, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
    const count = items.length + more.length;
    return (
      <section
        data-day={date}
        onDragOver={(event) => {
          event.preventDefault();
          if (!isTarget) props.onOver(at);
        }}
        onDrop={(event) => {
          event.preventDefault();
          props.onDropped(at, event.dataTransfer.getData("text/plain"));
        }}
        className={cn(
          "min-h-32 min-w-0 border-t border-s border-border p-1 [&:nth-child(-n+7)]:border-t-0 [&:nth-child(7n+1)]:border-s-0 print:min-h-16 print:break-inside-avoid",
          !inMonth && "bg-muted/60",
          isTarget && "bg-accent outline-2 -outline-offset-2 outline-primary",
        )}
      >
        <h2 className="flex items-baseline gap-1.5 px-1 text-sm font-normal">
          <Link
            href={href}
            aria-label={t("dayWith", { day, count })}
            aria-current={isToday ? "date" : undefined}
            className={cn(
              "inline-flex min-h-6 min-w-6 items-center justify-center rounded-sm text-foreground no-underline tabular-nums hover:underline",
              !inMonth && "text-muted-foreground",
              isToday &&
                "bg-primary font-semibold text-primary-foreground hover:text-primary-foreground print:bg-transparent print:text-foreground",
            )}
          >
            {/* On the second sheet of a month nothing else says it. */}
            <span className="me-1 hidden print:inline">
              {format.dateTime(noon, { weekday: "short", timeZone: "UTC" })}
            </span>
            {format.dateTime(noon, { day: "numeric", timeZone: "UTC" })}
          </Link>
          <span className="truncate text-xs text-warning print:whitespace-normal" title={note}>
            {note}
          </span>
        </h2>
        <ul aria-hidden={count === 0 || undefined} className="mt-0.5 grid grid-cols-[minmax(0,1fr)] gap-px">
          {items.map(({ item }) => (
            <li
              key={item.id}
              draggable={item.moves}
              onDragStart={(event) => {
                event.dataTransfer.setData("text/plain", item.id);
                event.dataTransfer.effectAllowed = "move";
              }}
              onDragEnd={() => props.onOver(null)}
            >
              <Link
                href={`/${organisation}/sessions/${item.id}`}
                draggable={false}
                data-session={item.id}
                tabIndex={props.reachable === item.id ? 0 : -1}
                onFocus={() => props.onReach(item.id)}
                aria-label={words.said(item)}
                aria-keyshortcuts={item.moves ? "M" : undefined}
                className={cn(
                  monthLook(item, now),
                  "block truncate no-underline hover:bg-muted hover:text-foreground focus-visible:-outline-offset-2",
                  props.leaves === item.id && "opacity-50",
                )}
              >
                <span className="text-muted-foreground">{words.time(item.startsAt)}</span>{" "}
                {item.state === "no_show" ? <MissedIcon /> : null}
                <span translate="no">{item.name}</span>
                {item.whose ? (
                  <span translate="no" className="text-muted-foreground">
                    {` · ${item.whose}`}
                  </span>
                ) : null}
              </Link>
            </li>
          ))}
          {more.length > 0 ? <OnPaper {...{ more, zone, now }} /> : null}
        </ul>
        {more.length > 0 ? (
          <Link
            href={href}
            aria-label={t("moreOn", { count: more.length, day })}
            className="block px-1.5 py-1 text-xs print:hidden"
          >
            {t("more", { count: more.length })}
          </Link>
        ) : null}
      </section>
    );
  },
  // The list of what stands in a day is made anew with each picture of the month.
  ({ items, more, ...before }, { items: itemsAfter, more: moreAfter, ...after }) =>
    listsTheSame(items, itemsAfter) && listsTheSame(more, moreAfter) && holdsTheSame(before, after),
);

/** The rest of a day, for paper: no screen shows it, so it need not come with the page. */
function OnPaper({ more, zone, now }: Pick<MonthDayProps, "more" | "zone" | "now">) {
  const alive = useIsAlive();
  const words = useMomentWords(zone);
  if (!alive) return null;
  return more.map(({ item }) => (
    <li key={item.id} className={cn(monthLook(item, now), "hidden print:block")}>
      <span className="text-muted-foreground">{words.time(item.startsAt)}</span>{" "}
      {item.state === "no_show" ? <MissedIcon /> : null}
      <span translate="no">{[item.name, item.whose].filter(Boolean).join(" · ")}</span>
    </li>
  ));
}
