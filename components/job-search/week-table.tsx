import { getFormatter, getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import type { WeekFigures } from "@/lib/job-search/rules/weeks";
import { civilDay } from "@/lib/platform/i18n/civil-day";

const figures = ["contacts", "conversations", "applications"] as const;

/** The weeks before: what was done, of what was planned. */
export async function WeekTable({
  weeks,
}: {
  weeks: ReadonlyArray<{ monday: string; planned: WeekFigures | null; done: WeekFigures }>;
}) {
  const t = await getTranslations("job-search.week");
  const format = await getFormatter();
  return (
    <Card className="overflow-x-auto">
      <table className="w-full border-collapse tabular-nums">
        <thead>
          <tr className="border-b border-border text-xs text-muted-foreground">
            <th scope="col" className="px-5 py-2 text-start font-medium phone:px-4">
              {t("week")}
            </th>
            {figures.map((figure) => (
              <th key={figure} scope="col" className="px-3 py-2 text-end font-medium last:pe-5 phone:last:pe-4">
                {t(`figures.${figure}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-border">
          {weeks.map(({ monday, planned, done }) => (
            <tr key={monday}>
              <th scope="row" className="px-5 py-2.5 text-start font-normal whitespace-nowrap phone:px-4">
                {civilDay(format, monday, { day: "numeric", month: "short" })}
              </th>
              {figures.map((figure) => (
                <td key={figure} className="px-3 py-2.5 text-end last:pe-5 phone:last:pe-4">
                  {planned ? (
                    <>
                      <b className="font-medium">{done[figure]}</b>
                      <span className="text-muted-foreground"> {t("of", { planned: planned[figure] })}</span>
                    </>
                  ) : (
                    done[figure]
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
