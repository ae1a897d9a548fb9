import { getFormatter, getTranslations } from "next-intl/server";
import { CheckInForm, type CheckInFormProps } from "@/components/programmes/check-in-form";
import type { LandingRecord } from "@/components/programmes/landing-facts";
import { Row, Rows } from "@/components/ui/rows";
import { Status } from "@/components/ui/status";
import { civilDay } from "@/lib/platform/i18n/civil-day";

/** The check-ins after a landing, each with what was found; with `save`, what is open has its form. */
export async function AftercareList({
  organisation,
  checks,
  save,
}: {
  organisation: string;
  checks: LandingRecord["checks"];
  save?: CheckInFormProps["save"] | undefined;
}) {
  const t = await getTranslations("programmes.landing");
  const format = await getFormatter();
  const due = (civil: string) => civilDay(format, civil, { day: "numeric", month: "long", year: "numeric" });
  return (
    <Rows>
      {checks.map((check) => (
        <Row key={check.id}>
          <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <h3 className="text-base font-semibold">{t("after", { days: check.afterDays })}</h3>
            {check.doneAt ? (
              <Status
                icon={check.stillThere ? "circle-check" : "circle-x"}
                tone={check.stillThere ? "ok" : "warn"}
                className="ms-auto"
              >
                {check.stillThere ? t("still.yes") : t("still.no")}
              </Status>
            ) : (
              <span className="ms-auto text-sm text-muted-foreground">{t("due", { date: due(check.dueOn) })}</span>
            )}
          </div>
          {check.doneAt ? (
            <p className="text-sm text-muted-foreground">
              {t("asked", {
                date: format.dateTime(check.doneAt, { day: "numeric", month: "long", year: "numeric" }),
                name: check.doneBy ?? "none",
              })}
            </p>
          ) : null}
          {check.notes ? <p className="mt-1 whitespace-pre-line">{check.notes}</p> : null}
          {save && !check.doneAt ? (
            <CheckInForm organisation={organisation} id={check.id} days={check.afterDays} save={save} />
          ) : null}
        </Row>
      ))}
    </Rows>
  );
}
