import { getFormatter, getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { ShareBar } from "@/components/ui/share-bar";
import { civilDay } from "@/lib/platform/i18n/civil-day";
import type { DayRange } from "@/lib/platform/period";
import { isMetricKey } from "@/lib/sla/metric-keys";
import type { Dimension } from "@/lib/sla/kept";
import type { ComplianceRow } from "@/lib/sla/queries/compliance";

export interface ComplianceTableProps {
  organisation: string;
  by: Dimension;
  rows: readonly ComplianceRow[];
  /** How many there are, those that are not shown too. */
  groups: number;
  period: DayRange;
}

/** Kept and missed of each group, every number with the promises behind it. */
export async function ComplianceTable({ organisation, by, rows, groups, period }: ComplianceTableProps) {
  const t = await getTranslations("sla.kept");
  const metrics = await getTranslations("sla.metric");
  const format = await getFormatter();
  const nameOf = ({ key, name }: ComplianceRow) => {
    if (by === "metric") return isMetricKey(key) ? metrics(key) : key;
    if (by === "month") return civilDay(format, key, { month: "long", year: "numeric" });
    if (key === "none") return t(by === "sponsor" ? "noSponsor" : "nobody");
    return <span translate="no">{name || t("gone")}</span>;
  };
  const behind = ({ key }: ComplianceRow, standing: string, count: number) =>
    count === 0 ? (
      "0"
    ) : (
      <Link href={`/${organisation}/clocks?${addressOf(by, key, standing, period)}`}>{format.number(count)}</Link>
    );
  return (
    <Card className="overflow-x-auto">
      <table className="w-full text-start [&_td]:px-5 [&_td]:py-2.5 phone:[&_td]:px-3 [&_th]:px-5 [&_th]:py-2.5 phone:[&_th]:px-3">
        <caption className="sr-only">{t("title")}</caption>
        <thead>
          <tr className="border-b border-border text-sm text-muted-foreground [&>th]:text-end [&>th]:font-medium">
            <th scope="col" className="!text-start">
              {t(`dimensions.${by}`)}
            </th>
            <th scope="col" aria-hidden className="w-[24%] phone:hidden" />
            <th scope="col">{t("share")}</th>
            <th scope="col">{t("met")}</th>
            <th scope="col">{t("missed")}</th>
            <th scope="col" className="phone:hidden">
              {t("excluded")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className="border-b border-border tabular-nums last:border-0 [&>td]:text-end tap-links">
              <th scope="row" className="text-start font-medium break-words">
                {nameOf(row)}
              </th>
              <td className="phone:hidden">{row.share === null ? null : <ShareBar value={row.share} most={1} />}</td>
              <td>
                {row.share === null ? "–" : format.number(row.share, { style: "percent", maximumFractionDigits: 1 })}
              </td>
              <td>{behind(row, "kept", row.met)}</td>
              <td>{behind(row, "late,missed", row.breached)}</td>
              <td className="phone:hidden">{behind(row, "excluded", row.excluded)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {groups > rows.length ? (
        <p className="border-t border-border px-5 py-3 text-sm text-muted-foreground">
          {t("most", { shown: rows.length, all: groups })}
        </p>
      ) : null}
    </Card>
  );
}

/** The list of promises that a number counts. */
function addressOf(by: Dimension, key: string, standing: string, period: DayRange): string {
  const days = by === "month" ? monthWithin(key, period) : period;
  return new URLSearchParams({
    "f.decided": `${days.from}..${days.to}`,
    "f.standing": standing,
    ...(by === "month" ? {} : { [`f.${by}`]: key }),
  }).toString();
}

/** A month as far as the period reaches. */
function monthWithin(first: string, { from, to }: DayRange): DayRange {
  const [year = 0, month = 1] = first.split("-").map(Number);
  const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  return { from: first < from ? from : first, to: last > to ? to : last };
}
