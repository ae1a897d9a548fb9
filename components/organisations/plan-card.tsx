import { useFormatter, useTranslations } from "next-intl";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Meter } from "@/components/ui/meter";
import { Fact, Facts } from "@/components/ui/rows";
import type { OrganisationSettings } from "@/lib/organisations/commands/settings";

/** The plan with what is used of it; a limit that does not exist says so. */
export function PlanCard({
  settings,
  storage,
  timeZone,
}: {
  settings: OrganisationSettings;
  storage: { used: number; limit: number | null };
  timeZone: string;
}) {
  const t = useTranslations("organisations.plan");
  const format = useFormatter();
  const { plan, seatsTaken, limits, trialEndsAt } = settings;
  const megabytes = (bytes: number) => format.number(Math.round(bytes / 1024 / 1024));
  const limit = (value: number | null) => (value === null ? t("unlimited") : format.number(value));
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
        <b className="ms-auto">{t(`names.${plan}`)}</b>
      </CardHeader>
      <div className="grid gap-4 px-5 py-4">
        {trialEndsAt ? (
          <p className="text-sm text-muted-foreground">
            {t("trial", { day: format.dateTime(trialEndsAt, { dateStyle: "long", timeZone }) })}
          </p>
        ) : null}
        {limits.seats === null ? null : (
          <div>
            <p className="mb-1 flex justify-between text-sm">
              <span>{t("seats")}</span>
              <span className="tabular-nums">{t("of", { used: seatsTaken, limit: limits.seats })}</span>
            </p>
            <Meter value={Math.min(1, seatsTaken / Math.max(1, limits.seats))} label={t("seats")} />
          </div>
        )}
        <Facts>
          {limits.seats === null ? <Fact label={t("seats")}>{t("open", { used: seatsTaken })}</Fact> : null}
          <Fact label={t("storage")}>
            {storage.limit === null
              ? t("megabytes", { used: megabytes(storage.used) })
              : t("megabytesOf", { used: megabytes(storage.used), limit: megabytes(storage.limit) })}
          </Fact>
          <Fact label={t("programmes")}>{limit(limits.programmes)}</Fact>
          <Fact label={t("resumes")}>{limit(limits.resumesPerMonth)}</Fact>
          <Fact label={t("importRows")}>{limit(limits.importRows)}</Fact>
        </Facts>
      </div>
    </Card>
  );
}
