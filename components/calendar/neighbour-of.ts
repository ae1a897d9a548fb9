interface Placed {
  item: { id: string };
  top: number;
}

/** Which session an arrow key leads to: up and down within a day, left and right to the nearest one of the next day that has any. */
export function neighbourOf(columns: readonly (readonly Placed[])[], id: string, key: string): string | null {
  const column = columns.findIndex((pieces) => pieces.some(({ item }) => item.id === id));
  const pieces = columns[column];
  if (!pieces) return null;
  const place = pieces.findIndex(({ item }) => item.id === id);
  if (key === "ArrowUp") return pieces[place - 1]?.item.id ?? null;
  if (key === "ArrowDown") return pieces[place + 1]?.item.id ?? null;
  if (key !== "ArrowLeft" && key !== "ArrowRight") return null;
  const by = key === "ArrowRight" ? 1 : -1;
  for (let at = column + by; at >= 0 && at < columns.length; at += by) {
    const others = columns[at]!.filter(({ item }) => item.id !== id);
    const [nearest] = [...others].sort(
      (one, other) => Math.abs(one.top - pieces[place]!.top) - Math.abs(other.top - pieces[place]!.top),
    );
    if (nearest) return nearest.item.id;
  }
  return null;
}
