import type { View } from "@/lib/competencies/rules/gaps";

type Views = Readonly<Record<string, readonly View[]>>;

export interface Change {
  key: string;
  before: number;
  after: number;
}

/**
 * How competencies moved from the first look to the latest, the largest move first. A side counts only where it looked twice, so
 * that a new voice does not pass for a change; competencies are found again by their key, whatever a later version calls them.
 */
export function changes(first: Views, latest: Views, order: readonly string[]): Change[] {
  return order
    .flatMap((key): Change[] => {
      const twice = (latest[key] ?? []).flatMap((now) => {
        const then = (first[key] ?? []).find(({ source, at }) => source === now.source && at < now.at);
        return then ? [[then.level, now.level] as const] : [];
      });
      if (twice.length === 0) return [];
      const mean = (side: 0 | 1) => twice.reduce((sum, pair) => sum + pair[side], 0) / twice.length;
      return [{ key, before: mean(0), after: mean(1) }];
    })
    .sort((left, right) => Math.abs(right.after - right.before) - Math.abs(left.after - left.before));
}
