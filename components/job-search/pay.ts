import type { getFormatter } from "next-intl/server";
import { digitsOf } from "@/components/ui/currency-digits";

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

interface Amount {
  /** In the smallest unit that the currency has. */
  minor: number;
  currency: string;
}

/** A year's pay that was agreed, as the reader writes money. */
export const agreedPayWords = ({ minor, currency }: Amount, format: Awaited<ReturnType<typeof getFormatter>>): string =>
  format.number(minor / 10 ** digitsOf(currency), { style: "currency", currency, maximumFractionDigits: 0 });

/**
 * What an offer says of pay, as a form of money begins: the amount where it names one. Of a range only the person knows where it
 * ended, so the form asks, and shows the range.
 */
export function offeredPay({ payFromMinor, payToMinor, currency }: Pay): {
  pay?: Amount;
  payRange?: { from: number; to: number; currency: string };
} {
  // A search keeps hundredths whatever the currency; a landing keeps what the currency has, which may be none.
  const inMinor = (hundredths: number | null) =>
    hundredths === null ? null : Math.round((hundredths / 100) * 10 ** digitsOf(currency));
  const [from, to] = [inMinor(payFromMinor), inMinor(payToMinor)];
  if (from !== null && to !== null && from !== to) return { payRange: { from, to, currency } };
  const minor = from ?? to;
  return minor === null ? {} : { pay: { minor, currency } };
}

/** The pay with which the form of a landing begins: what was agreed, else what the offer says. */
export const landingPay = ({
  agreedPay,
  ...offer
}: Pay & { agreedPay: Amount | null }): ReturnType<typeof offeredPay> =>
  agreedPay ? { pay: { minor: agreedPay.minor, currency: agreedPay.currency } } : offeredPay(offer);
