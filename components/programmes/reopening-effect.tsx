import { getFormatter, getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { civilDay } from "@/lib/platform/i18n/civil-day";

interface Rate {
  landed: number;
  ended: number;
}

export interface ReopeningShown {
  landing: { employer: string; title: string; daysToLanding: number | null; counted: boolean } | null;
  checksDropped: number;
  datesMoved: number;
  /** What the due dates get back. */
  businessDays: number;
  endsOn: { before: string | null; after: string | null };
  rate: { before: Rate; after: Rate };
}

/** What changes in the programme and in the figures when it is reopened, before one confirms. */
export async function ReopeningEffect({
  effect: { landing, checksDropped, datesMoved, businessDays, endsOn, rate },
}: {
  effect: ReopeningShown;
}) {
  const t = await getTranslations("programmes.reopening");
  const format = await getFormatter();
  const date = (civil: string) =>
    // A civil date has no zone: noon in UTC is the next day in Auckland.
    civilDay(format, civil);
  const of = ({ landed, ended }: Rate) => t("landedOf", { landed, ended });
  const lines = [
    landing ? t("landing", { title: landing.title || "none", employer: landing.employer || "none" }) : null,
    t("rate", { before: of(rate.before), after: of(rate.after) }),
    landing?.daysToLanding != null ? t("daysToLanding", { days: landing.daysToLanding }) : null,
    landing?.counted ? t("counted") : null,
    checksDropped > 0 ? t("checks", { count: checksDropped }) : null,
    datesMoved > 0 ? t("dates", { count: datesMoved, days: businessDays }) : null,
    endsOn.before && endsOn.after && endsOn.before !== endsOn.after
      ? t("endsOn", { before: date(endsOn.before), after: date(endsOn.after) })
      : null,
  ].filter((line) => line !== null);
  return (
    <Notice icon="info" className="mb-5">
      <b>{t("title")}</b>
      <ul className="mt-1 grid list-disc gap-0.5 ps-5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Notice>
  );
}
