import { useFormatter, useTranslations } from "next-intl";
import type { HoursText } from "@/lib/business-time/hours-text";
import { hoursInRow, weekdayName } from "./clock-time";

/** The hours of a week, days in a row that are alike in one line: "Mon–Fri 09:00–17:00". */
export function WeekSummary({ week }: { week: ReadonlyArray<readonly HoursText[]> }) {
  const format = useFormatter();
  const t = useTranslations("business-time.calendars");
  const said = week.map((hours) => hoursInRow(format, hours));
  const lines: { first: number; last: number; hours: string }[] = [];
  for (const [day, hours] of said.entries()) {
    const open = lines.at(-1);
    if (open?.hours === hours) open.last = day;
    else lines.push({ first: day, last: day, hours });
  }
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-sm tabular-nums">
      {lines.map(({ first, last, hours }) => (
        <div key={first} className="contents">
          <dt className="text-muted-foreground">
            {weekdayName(format, first, "short")}
            {last > first ? <>–{weekdayName(format, last, "short")}</> : null}
          </dt>
          <dd className="m-0">{hours || t("closed")}</dd>
        </div>
      ))}
    </dl>
  );
}
