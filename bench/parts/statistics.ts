/** The value below which a share of the values lies, by nearest rank; NaN for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** A ratio as it stands in a table, `1.23 ×`; “–” where one of the two was not measured. */
export const ratioText = (ratio: number): string => (Number.isFinite(ratio) ? `${ratio.toFixed(2)} ×` : "–");

/** Milliseconds as a person reads them. */
export const durationText = (milliseconds: number): string =>
  milliseconds >= 1000 ? `${(milliseconds / 1000).toFixed(2)} s` : `${milliseconds.toFixed(0)} ms`;
