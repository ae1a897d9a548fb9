import { getFormatter, getTranslations } from "next-intl/server";
import { CheckInForm, type CheckInFormProps } from "@/components/programmes/check-in-form";
import type { LandingRecord } from "@/components/programmes/landing-facts";
import { Row, Rows } from "@/components/ui/rows";
import { Status } from "@/components/ui/status";
import { civilDay } from "@/lib/platform/i18n/civil-day";

/** The check-ins after a landing, each with what was found; with `save`, each has its form: to note it, or to correct what was noted. */
export async function AftercareList({
  organisation,
  checks,
  readsNotes,
  save,
}: {
  organisation: string;
  checks: LandingRecord["checks"];
  /** Whether the notes are there to be read: who only writes a check-in leaves them as they are. */
  readsNotes: boolean;
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
          {save ? <CheckInForm organisation={organisation} check={check} readsNotes={readsNotes} save={save} /> : null}
        </Row>
      ))}
    </Rows>
  );
}
