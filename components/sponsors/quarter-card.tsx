import { getFormatter, getTranslations } from "next-intl/server";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import { Row, Rows } from "@/components/ui/rows";
import type { Told } from "@/lib/programmes/sponsor-figures";

export interface QuarterCardProps {
  /** "2026-Q3" */
  quarter: string;
  billed: ReadonlyArray<{ currency: string; seats: number; amount: number }>;
  landed: Told;
}

/** What happened in one quarter: seats activated and billed, and how many landed. */
export async function QuarterCard({ quarter, billed, landed }: QuarterCardProps) {
  const t = await getTranslations("sponsors.figures");
  const format = await getFormatter();
  const seats = billed.reduce((sum, row) => sum + row.seats, 0);
  return (
    <Card className="break-inside-avoid">
      <CardHeader>
        <CardTitle>
          {t("inQuarter")} · {t("quarter", { quarter: quarter.slice(5), year: quarter.slice(0, 4) })}
        </CardTitle>
      </CardHeader>
      <Rows>
        <Row className="flex items-baseline justify-between gap-4">
          <span>{t("billedSeats")}</span>
          <b className="tabular-nums">{format.number(seats)}</b>
        </Row>
        {billed.map((row) => (
          <Row key={row.currency} className="flex items-baseline justify-between gap-4">
            <span>{t("billedAmount")}</span>
            <Money minor={row.amount} currency={row.currency} round className="font-semibold" />
          </Row>
        ))}
        <Row className="flex items-baseline justify-between gap-4">
          <span>{t("landedInQuarter")}</span>
          {landed === null ? (
            <span className="text-sm text-muted-foreground">{t("untold")}</span>
          ) : (
            <b className="tabular-nums">{format.number(landed)}</b>
          )}
        </Row>
      </Rows>
    </Card>
  );
}
