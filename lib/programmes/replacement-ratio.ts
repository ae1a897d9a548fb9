import type { Pay } from "@/lib/programmes/schemas";

/** What a year pays, in minor units. */
export const yearly = ({ minor, period }: Pay): number => (period === "year" ? minor : minor * 12);

/**
 * The pay in the new place over the last one, a year each, to four digits. Null where one is unknown, the last one was nothing, or the currencies
 * differ: a rate of exchange would make it another figure tomorrow.
 */
export function replacementRatio(pay: Pay | null, lastPay: Pay | null): number | null {
  if (!pay || !lastPay || pay.currency !== lastPay.currency || yearly(lastPay) === 0) return null;
  const ratio = Math.round((yearly(pay) / yearly(lastPay)) * 10_000) / 10_000;
  return ratio < 10_000 ? ratio : null;
}
