"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo, useRef, useState, type CSSProperties } from "react";
import { topOf } from "@/lib/scheduling/rules/calendar/day-axis";
import type { CalendarColumn, CalendarItem } from "./model";
import { keysHintId } from "./keys-hint";
import { MonthDay } from "./month-day";
import { neighbourOf } from "./neighbour-of";
import { columnOf, useMoving, type Moving } from "./use-moving";
import { useMomentWords } from "./use-moment-words";
import { useKeptFocus } from "./use-kept-focus";
import { useSaying } from "./use-saying";
import { useShownItems, type CalendarActions } from "./use-shown-items";

export interface MonthGridProps {
  organisation: string;
  /** `2026-11`: days of other months stand back. */
  month: string;
  columns: readonly CalendarColumn[];
  items: readonly CalendarItem[];
  zone: string;
  today: string;
  now: number;
  /** The address of each day. */
  dayHrefs: Readonly<Record<string, string>>;
  actions: CalendarActions;
}

/** How many sessions of a day are shown; the others are counted, and stand on the day's own page. */
const shownADay = 4;

/** A month: sessions by the day on which they begin, dragged or moved by keys to another day at the same time. */
export function MonthGrid(props: MonthGridProps) {
  const { organisation, month, columns, items, zone, today, now, dayHrefs, actions } = props;
  const t = useTranslations("calendar");
  const format = useFormatter();
  const words = useMomentWords(zone);
  const board = useRef<HTMLDivElement>(null);
  const { said, say } = useSaying();
  const keepFocus = useKeptFocus(board);
  const [over, setOver] = useState<number | null>(null);
  const [reached, setReached] = useState<string | null>(null);
  const { shown, put } = useShownItems(organisation, items, actions, (item) => words.moment(item.startsAt));
  const mover = useMoving(columns);
  const { moving } = mover;
  const days = useMemo(() => {
    const byDay = columns.map((): { item: CalendarItem; top: number }[] => []);
    for (const item of shown) {
      const at = columnOf(columns, item);
      if (at >= 0) byDay[at]!.push({ item, top: topOf(columns[at]!, item.startsAt) ?? 0 });
    }
    return byDay.map((day) => day.sort((one, other) => one.item.startsAt - other.item.startsAt));
  }, [columns, shown]);
  const visible = days.map((day) => day.slice(0, day.length > shownADay ? shownADay - 1 : shownADay));
  const first = visible.flat().find(({ item }) => item.endsAt > now) ?? visible.flat()[0];
  const isVisible = visible.flat().some(({ item }) => item.id === reached);
  const reachable = isVisible ? reached : first?.item.id;

  const drop = ({ item, startsAt, endsAt, byKeys }: Moving) => {
    mover.stop();
    if (byKeys) keepFocus(item.id);
    setOver(null);
    if (startsAt === item.startsAt) return void say(t("move.stays"));
    put(item, { ...item, startsAt, endsAt }, null);
  };
  const byDays = (now_: Moving, by: number) => {
    const moved = mover.byColumns(now_, by);
    say(moved ? words.span(moved.startsAt, moved.endsAt) : t("move.edge"));
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
    if (moving) {
      if (!(event.key in steps) && event.key !== "Enter" && event.key !== "Escape") return;
      event.preventDefault();
      if (event.key === "Enter") return drop(moving);
      if (event.key !== "Escape") return byDays(moving, steps[event.key]!);
      mover.stop();
      return say(t("move.back"));
    }
    const id = (event.target as HTMLElement).closest<HTMLElement>("[data-session]")?.dataset["session"];
    const item = shown.find((one) => one.id === id);
    if (!item) return;
    if (event.key.toLowerCase() === "m" && item.moves) {
      event.preventDefault();
      mover.begin(item, true);
      return say(t("move.begun", { name: item.name, at: words.span(item.startsAt, item.endsAt) }));
    }
    const next = neighbourOf(visible, item.id, event.key);
    if (!next) return;
    event.preventDefault();
    setReached(next);
    board.current?.querySelector<HTMLElement>(`[data-session="${next}"]`)?.focus();
  };
  const dropAt = (column: number, id: string) => {
    const item = shown.find((one) => one.id === id);
    const from = item ? columnOf(columns, item) : -1;
    if (!item || from < 0) return setOver(null);
    const top = topOf(columns[from]!, item.startsAt) ?? 0;
    const moved = mover.to(
      { item, column: from, startsAt: item.startsAt, endsAt: item.endsAt, byKeys: false },
      column,
      top,
    );
    if (moved) drop(moved);
  };
  // Days are handed one that stays the same, so that only those are drawn anew in which something else stands.
  const latest = useRef(dropAt);
  useEffect(() => {
    latest.current = dropAt;
  });
  const dropped = useCallback((column: number, id: string) => latest.current(column, id), []);
  const ofDay = (at: number, id: string | null | undefined) =>
    visible[at]!.some(({ item }) => item.id === id) ? (id ?? null) : null;
  return (
    <div data-slot="calendar" style={{ "--paper-zoom": 0.78 } as CSSProperties}>
      <div className="grid grid-cols-7 rounded-t-md border border-b-0 border-border bg-card">
        {columns.slice(0, 7).map(({ date }) => (
          <span key={date} aria-hidden className="px-2.5 py-2 text-sm text-muted-foreground">
            {format.dateTime(new Date(`${date}T12:00Z`), { weekday: "short", timeZone: "UTC" })}
          </span>
        ))}
      </div>
      <div
        ref={board}
        role="group"
        aria-label={t("title")}
        aria-describedby={keysHintId}
        className="grid grid-cols-7 overflow-hidden rounded-b-md border border-border bg-card"
        onKeyDown={onKeyDown}
      >
        {columns.map((column, at) => (
          <MonthDay
            key={column.date}
            {...{ organisation, column, at, zone, now }}
            href={dayHrefs[column.date]!}
            items={visible[at]!}
            more={days[at]!.slice(visible[at]!.length)}
            inMonth={column.date.startsWith(month)}
            isToday={column.date === today}
            isTarget={over === at || (moving?.byKeys === true && moving.column === at)}
            reachable={ofDay(at, reachable)}
            leaves={ofDay(at, moving?.item.id)}
            onReach={setReached}
            onOver={setOver}
            onDropped={dropped}
          />
        ))}
      </div>
      {said}
    </div>
  );
}
