/** How promises were decided. */
export interface Counts {
  met: number;
  /** Stopped late, or open and late. */
  breached: number;
  /** Decided, and by agreement counted nowhere. */
  excluded: number;
}

/** How many promises were kept of those that are decided. */
export interface Compliance extends Counts {
  /** What was met of what counts, 0 to 1; null where nothing does. */
  share: number | null;
}

/** The share of promises that were kept. What is open and not late is not decided; what was excluded is in neither number. */
export function complianceOf(counts: Counts): Compliance {
  const decided = counts.met + counts.breached;
  return { ...counts, share: decided === 0 ? null : counts.met / decided };
}

/** That of several groups together. */
export const together = (groups: readonly Compliance[]): Compliance =>
  complianceOf({
    met: sum(groups.map(({ met }) => met)),
    breached: sum(groups.map(({ breached }) => breached)),
    excluded: sum(groups.map(({ excluded }) => excluded)),
  });

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
