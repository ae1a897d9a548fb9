import { getFormatter, getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { Meter } from "@/components/ui/meter";
import { Fact, Facts } from "@/components/ui/rows";
import type { SessionKind } from "@/lib/packages/schemas";
import type { Hours, PlannedHours } from "@/lib/programmes/planned-hours";

/** What a programme was planned with: hours, how many of them belong to tasks that are done, and the sessions that come with it. */
export async function HoursAndSessions({
  hours,
  sessions,
  phases,
  mine,
}: {
  hours: PlannedHours;
  sessions: ReadonlyArray<{ kind: SessionKind; sessions: number }>;
  phases: ReadonlyArray<{ position: number; name: string }>;
  mine: boolean;
}) {
  const t = await getTranslations("programmes.hours");
  const kinds = await getTranslations("packages.sessions");
  const owners = await getTranslations(mine ? "programmes.tasks.ownersMine" : "programmes.tasks.owners");
  const format = await getFormatter();
  if (hours.all.planned === 0 && sessions.length === 0) return null;
  const figure = (number: number) => format.number(number, { maximumFractionDigits: 2 });
  const said = ({ done, planned }: Hours) => t("of", { done: figure(done), planned: figure(planned) });
  return (
    <Card pad>
      {hours.all.planned > 0 ? (
        <>
          <h3 className="text-base font-semibold">{t("title")}</h3>
          <p className="mb-2 text-sm text-muted-foreground">{t("lede")}</p>
          <div className="grid gap-2.5">
            {(["executive", "consultant"] as const)
              .filter((owner) => hours.owners[owner].planned > 0)
              .map((owner) => (
                <div key={owner} className="grid gap-1 text-sm">
                  <p className="flex justify-between gap-3">
                    <span className="text-muted-foreground">{owners(owner)}</span>
                    <span className="tabular-nums">{said(hours.owners[owner])}</span>
                  </p>
                  <Meter
                    value={hours.owners[owner].done / hours.owners[owner].planned}
                    tone="act"
                    label={owners(owner)}
                    valueText={said(hours.owners[owner])}
                  />
                </div>
              ))}
          </div>
          <details className="mt-3">
            <summary className="cursor-pointer text-sm text-muted-foreground tap-links">
              {t("byPhase", { hours: said(hours.all) })}
            </summary>
            <Facts className="mt-2">
              {hours.phases.map((phase) => (
                <Fact
                  key={phase.position}
                  label={phases.find(({ position }) => position === phase.position)?.name ?? ""}
                >
                  {said(phase)}
                </Fact>
              ))}
            </Facts>
          </details>
        </>
      ) : null}
      {sessions.length > 0 ? (
        <>
          <h3 className={`mb-2 text-base font-semibold ${hours.all.planned > 0 ? "mt-5" : ""}`}>{t("sessions")}</h3>
          <Facts>
            {sessions.map(({ kind, sessions: many }) => (
              <Fact key={kind} label={kinds(kind)}>
                {format.number(many)}
              </Fact>
            ))}
          </Facts>
          <p className="mt-2 text-sm text-muted-foreground">{t("sessionsNote")}</p>
        </>
      ) : null}
    </Card>
  );
}
