import { getTranslations } from "next-intl/server";
import { durationIn } from "./duration";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Moment } from "@/components/ui/moment";
import { Row, Rows } from "@/components/ui/rows";

interface Happened {
  what: Step;
  share: number | null;
  code: string | null;
  by: string | null;
}

type Step =
  | "start"
  | "pause"
  | "resume"
  | "stop"
  | "reopen"
  | "cancel"
  | "terms"
  | "excluded"
  | "included"
  | "warning"
  | "breach"
  | "escalation";

const causes = [
  ...["programmes_accepted", "programmes_activated", "programmes_paused", "programmes_resumed"],
  ...["programmes_landed", "programmes_ended", "programmes_reopened", "programmes_contact", "programmes_looked-at"],
  ...["messages_sent", "resumes_uploaded", "scheduling_over", "scheduling_noted"],
  ...["sla_policy", "sla_calendar", "sla_exclusion"],
];

/** Why a promise is due when it is: what happened to its clock, each with what was used up by then and what was due. */
export async function ClockHistory(props: {
  clock: {
    history: readonly { at: Date; elapsed: number; dueAt: Date | null; happened: readonly Happened[] }[];
    timeZone: string;
  };
  timeZone: string;
  isWork: boolean;
}) {
  const { clock, timeZone, isWork } = props;
  const t = await getTranslations("sla.clock");
  const cause = (code: string | null) => {
    const key = code?.replace(".", "_") ?? "";
    return t(`cause.${causes.includes(key) ? key : "other"}` as "cause.other");
  };
  // A calendar or policy that was changed and moved nothing explains nothing.
  const told = clock.history.filter(
    ({ happened, dueAt }, place) =>
      place === 0 ||
      happened.some(({ what }) => what !== "terms") ||
      dueAt?.getTime() !== clock.history[place - 1]?.dueAt?.getTime(),
  );
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("history")}</CardTitle>
        {isWork ? (
          <span className="ms-auto text-sm text-muted-foreground">{t("zone", { zone: clock.timeZone })}</span>
        ) : null}
      </CardHeader>
      <Rows>
        {told.map(({ at, happened, elapsed, dueAt }) => (
          <Row key={at.getTime()}>
            <div className="flex flex-wrap items-baseline gap-x-3">
              <span className="grow">
                {happened.map(({ what, share, code, by }, place) => (
                  <span key={place} className="block">
                    {t(`step.${what}`, { cause: cause(code), share: Math.round((share ?? 0) * 100) })}
                    {by ? (
                      <span translate="no" className="text-muted-foreground">
                        {" "}
                        ({by})
                      </span>
                    ) : null}
                  </span>
                ))}
              </span>
              <Moment value={at} show="time" timeZone={timeZone} className="text-sm text-muted-foreground" />
            </div>
            <p className="mt-0.5 text-sm text-muted-foreground">
              {t("used")}: {durationIn(t, elapsed)}.{" "}
              {dueAt ? (
                <>
                  {t("due")}: <Moment value={dueAt} show="time" timeZone={timeZone} />
                </>
              ) : (
                t("none")
              )}
            </p>
          </Row>
        ))}
      </Rows>
    </Card>
  );
}
