import { getFormatter, getTranslations } from "next-intl/server";
import { SeatsLine } from "./seats-line";
import { Link } from "@/components/ui/link";
import { civilDay } from "@/lib/platform/i18n/civil-day";
import { cn } from "@/components/ui/cn";
import { Money } from "@/components/ui/money";
import { Row, Rows } from "@/components/ui/rows";
import type { Seats } from "@/lib/sponsors/rules/seats";

export interface EngagementRow {
  id: string;
  reference: string;
  packageName: string;
  pricePerSeat: number;
  currency: string;
  fromOn: string;
  toOn: string;
  seats: Seats;
}

/** Contracts one under the other, each with its seats. */
export async function EngagementRows({
  organisation,
  rows,
  narrow = false,
}: {
  organisation: string;
  rows: readonly EngagementRow[];
  /** In a narrow column: the seats stand below. */
  narrow?: boolean;
}) {
  const t = await getTranslations("engagements");
  const format = await getFormatter();
  return (
    <Rows>
      {rows.map((row) => (
        <Row
          key={row.id}
          className={cn(
            "grid items-center gap-x-6 gap-y-2 phone:grid-cols-1",
            !narrow && "grid-cols-[minmax(0,1fr)_220px]",
          )}
        >
          <span>
            <Link data-row-link href={`/${organisation}/engagements/${row.id}`} className="font-semibold">
              {row.reference}
            </Link>
            <span className="block text-sm text-muted-foreground">
              {row.packageName} ·{" "}
              {t.rich("perSeat", { price: () => <Money minor={row.pricePerSeat} currency={row.currency} round /> })}
            </span>
            <span className="block text-sm text-muted-foreground">
              {t("span", { from: civilDay(format, row.fromOn), to: civilDay(format, row.toOn) })}
            </span>
          </span>
          <SeatsLine seats={row.seats} />
        </Row>
      ))}
    </Rows>
  );
}
