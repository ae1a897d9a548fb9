import type { getFormatter } from "next-intl/server";

interface Pay {
  payFromMinor: number | null;
  payToMinor: number | null;
  currency: string;
}

/** A year's pay as a range or one figure, as the reader writes money; "" where none is known. */
export function payWords(
  { payFromMinor, payToMinor, currency }: Pay,
  format: Awaited<ReturnType<typeof getFormatter>>,
): string {
  const money = (minor: number) =>
    format.number(minor / 100, { style: "currency", currency, maximumFractionDigits: 0 });
  const ends = [payFromMinor, payToMinor].filter((minor) => minor !== null);
  return [...new Set(ends.map(money))].join(" – ");
}
