import type { DayColumn } from "./day-axis";

/** Something with a beginning and an end, in milliseconds since the epoch. */
export interface Spanning {
  startsAt: number;
  endsAt: number;
}

/** What of something stands in one day: from top to bottom, and whether it begins and ends there. */
export interface Piece<Item> {
  item: Item;
  top: number;
  bottom: number;
  begins: boolean;
  ends: boolean;
}

const minute = 60_000;

/** The pieces of items that stand in a day, in order: one for each item that takes time of that day, over midnight one in each. */
export function piecesOf<Item extends Spanning>(items: readonly Item[], { parts }: DayColumn): Piece<Item>[] {
  const pieces = items.flatMap((item): Piece<Item>[] => {
    const taken = parts.filter(({ from, to }) => item.startsAt < to && item.endsAt > from);
    const [first, last] = [taken[0], taken.at(-1)];
    if (!first || !last) return [];
    const end = Math.min(item.endsAt, last.to);
    return [
      {
        item,
        top: first.top + (Math.max(item.startsAt, first.from) - first.from) / minute,
        bottom: last.top + (end - last.from) / minute,
        begins: item.startsAt >= first.from,
        ends: item.endsAt <= last.to,
      },
    ];
  });
  return pieces.sort((one, other) => one.top - other.top || other.bottom - one.bottom);
}
