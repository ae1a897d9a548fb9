import type { getFormatter } from "next-intl/server";

interface Rate {
  rateFromMinor: number | null;
  rateToMinor: number | null;
  currency: string;
}

/** A rate as a range or one figure, as the reader writes money; "" where none is known. Hundredths, whatever the currency. */
export function rateWords(
  { rateFromMinor, rateToMinor, currency }: Rate,
  format: Awaited<ReturnType<typeof getFormatter>>,
): string {
  const money = (minor: number) =>
    format.number(minor / 100, {
      ...{ style: "currency" as const, currency },
      minimumFractionDigits: minor % 100 === 0 ? 0 : 2,
      maximumFractionDigits: 2,
    });
  const ends = [rateFromMinor, rateToMinor].filter((minor) => minor !== null);
  return [...new Set(ends.map(money))].join(" – ");
}
