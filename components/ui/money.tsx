import { useFormatter } from "next-intl";
import { digitsOf } from "./currency-digits";
import { cn } from "./cn";

export interface MoneyProps {
  /** Integer, in the currency's smallest unit: 18000000 CHF is 180,000.00. */
  minor: number | bigint;
  /** ISO 4217. */
  currency: string;
  /** Leaves out the fraction when it is zero, as for yearly pay. */
  round?: boolean;
  className?: string;
}

/** An amount with its currency, in the reader's format. */
export function Money({ minor, currency, round = false, className }: MoneyProps) {
  const format = useFormatter();
  const digits = digitsOf(currency);
  const whole = round && Number(minor) % 10 ** digits === 0;
  return (
    <span data-slot="money" className={cn("whitespace-nowrap tabular-nums", className)}>
      {format.number(Number(minor) / 10 ** digits, {
        style: "currency",
        currency,
        currencyDisplay: "code",
        minimumFractionDigits: whole ? 0 : digits,
        maximumFractionDigits: whole ? 0 : digits,
      })}
    </span>
  );
}
