"use client";

import { useState } from "react";
import { momentAt, topOf } from "@/lib/scheduling/rules/calendar/day-axis";
import type { CalendarColumn, CalendarItem } from "./model";

/** Where a session would be, while it is moved. */
export interface Moving {
  item: CalendarItem;
  column: number;
  startsAt: number;
  endsAt: number;
  /** By keys and buttons, until it is put down or back; else it hangs on the pointer. */
  byKeys: boolean;
}

/** By how much a session is moved at least, in minutes. */
export const step = 15;
const minute = 60_000;
/** Lengths that a session can have. */
const [shortest, longest] = [15, 720];

/** What moves a session over the columns of a view: by days, by minutes, by its end. */
export function useMoving(columns: readonly CalendarColumn[]) {
  const [moving, setMoving] = useState<Moving | null>(null);

  const begin = (item: CalendarItem, byKeys: boolean): Moving | null => {
    const column = columnOf(columns, item);
    if (column < 0 || !item.moves) return null;
    const begun = { item, column, startsAt: item.startsAt, endsAt: item.endsAt, byKeys };
    setMoving(begun);
    return begun;
  };

  /** To a place of a column, where its length stays. */
  const to = (now: Moving, column: number, top: number): Moving | null => {
    const startsAt = momentAt(columns[column]!, top);
    if (startsAt === null) return null;
    return settle({ ...now, column, startsAt, endsAt: startsAt + now.endsAt - now.startsAt });
  };

  const settle = (next: Moving): Moving => {
    setMoving((before) =>
      before && before.startsAt === next.startsAt && before.endsAt === next.endsAt && before.column === next.column
        ? before
        : next,
    );
    return next;
  };

  /** Some columns on, at the same time of day. Null at the edge. */
  const byColumns = (now: Moving, by: number): Moving | null => {
    const column = now.column + by;
    const top = topOf(columns[now.column]!, now.startsAt);
    if (column < 0 || column >= columns.length || top === null) return null;
    return to(now, column, top);
  };

  /** Some minutes on, within the days that are shown. */
  const byMinutes = (now: Moving, by: number): Moving | null => {
    const startsAt = now.startsAt + by * minute;
    const person = columns[now.column]!.person.id;
    const column = columns.findIndex((one) => one.person.id === person && topOf(one, startsAt) !== null);
    return column < 0 ? null : settle({ ...now, column, startsAt, endsAt: now.endsAt + by * minute });
  };

  /** Another end. Null where it would be too short or too long, or where one may not. */
  const endAt = (now: Moving, endsAt: number): Moving | null => {
    const length = (endsAt - now.startsAt) / minute;
    return now.item.resizes && length >= shortest && length <= longest ? settle({ ...now, endsAt }) : null;
  };

  return { moving, begin, to, byColumns, byMinutes, endAt, stop: () => setMoving(null) };
}

/** The column in which an item begins, or the first in which it stands. */
export function columnOf(columns: readonly CalendarColumn[], { personIds, startsAt, endsAt }: CalendarItem): number {
  const own = (column: CalendarColumn) => personIds.includes(column.person.id);
  const begins = columns.findIndex((column) => own(column) && topOf(column, startsAt) !== null);
  if (begins >= 0) return begins;
  return columns.findIndex(
    (column) => own(column) && column.parts.some(({ from, to }) => startsAt < to && endsAt > from),
  );
}
