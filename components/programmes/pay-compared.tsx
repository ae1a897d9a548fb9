"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import type { MoneyValue } from "@/components/forms/money-input";
import { replacementRatio } from "@/lib/programmes/replacement-ratio";

/** What the two pays of a landing's form make of each other, while they are typed: the figure that will be counted. */
export function PayCompared() {
  const t = useTranslations("programmes.landing.compared");
  const format = useFormatter();
  const { pay, lastPay } = useWatch() as { pay?: MoneyValue; lastPay?: MoneyValue };
  if (!pay || !lastPay) return null;
  const known = ({ minor, currency }: MoneyValue) =>
    minor === null || Number.isNaN(minor) ? null : { minor, currency, period: "year" as const };
  const ratio = replacementRatio(known(pay), known(lastPay));
  const currencies = known(pay) && known(lastPay) && pay.currency !== lastPay.currency;
  return (
    <p aria-live="polite" className="col-span-full -mt-1 min-h-5 text-sm text-muted-foreground">
      {ratio === null
        ? currencies
          ? t("currencies")
          : t("unknown")
        : t("ratio", { share: format.number(ratio, { style: "percent", maximumFractionDigits: 0 }) })}
    </p>
  );
}
