/** A place beside others: which lane of how many. */
export interface Lane {
  lane: number;
  lanes: number;
}

/**
 * Puts what overlaps side by side: items in order of their top get the first lane that is free, and all that hang together share the width alike.
 * @param least How tall an item is drawn at least: what is shorter takes that much.
 */
export function inLanes<Item extends { top: number; bottom: number }>(
  items: readonly Item[],
  least = 0,
): (Item & Lane)[] {
  const placed: (Item & Lane)[] = [];
  let together: (Item & Lane)[] = [];
  let ends: number[] = [];
  const close = () => {
    for (const one of together) one.lanes = ends.length;
    placed.push(...together);
    [together, ends] = [[], []];
  };
  for (const item of [...items].sort((one, other) => one.top - other.top || other.bottom - one.bottom)) {
    if (ends.every((end) => end <= item.top)) close();
    const free = ends.findIndex((end) => end <= item.top);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = Math.max(item.bottom, item.top + least);
    together.push({ ...item, lane, lanes: 1 });
  }
  close();
  return placed;
}
