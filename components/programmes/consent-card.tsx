import { getFormatter, getTranslations } from "next-intl/server";
import { ConsentSwitch, type ConsentActions } from "@/components/programmes/consent-switch";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { ConsentKind } from "@/lib/programmes/schemas";

interface Time {
  id: string;
  givenAt: Date;
  withdrawnAt: Date | null;
  wordingVersion: number;
}

export interface ConsentShown {
  kind: ConsentKind;
  standing: Time | null;
  times: readonly Time[];
}

/** One thing that an executive lets others see, in the words that they agree to, with when it stood. */
export async function ConsentCard({
  organisation,
  programmeId,
  consent: { kind, standing, times },
  mine,
  timeZone,
  actions,
}: {
  organisation: string;
  programmeId: string;
  consent: ConsentShown;
  mine: boolean;
  timeZone: string;
  actions: ConsentActions;
}) {
  const t = await getTranslations("programmes.consents");
  const format = await getFormatter();
  const date = (at: Date) => format.dateTime(at, { day: "numeric", month: "short", year: "numeric", timeZone });
  const past = times.filter(({ withdrawnAt }) => withdrawnAt);
  return (
    <Card pad>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <h3 className="min-w-0 flex-1 text-base font-semibold">{t(`kinds.${kind}.title`)}</h3>
        <Badge icon={standing ? "eye" : "eye-off"} tone={standing ? "ok" : "neutral"}>
          {standing ? t("given", { date: date(standing.givenAt) }) : t("notGiven")}
        </Badge>
      </div>
      <p className="mt-1.5 max-w-[65ch]">{t(`kinds.${kind}.text`)}</p>
      {mine ? (
        <ConsentSwitch
          organisation={organisation}
          programmeId={programmeId}
          kind={kind}
          given={standing !== null}
          actions={actions}
        />
      ) : null}
      {past.length > 0 ? (
        <details className="mt-3 text-sm text-muted-foreground">
          <summary className="cursor-pointer tap-links">{t("history")}</summary>
          <ul className="mt-1 grid gap-0.5">
            {times.map((time) => (
              <li key={time.id}>
                {time.withdrawnAt
                  ? t("time", { from: date(time.givenAt), to: date(time.withdrawnAt) })
                  : t("timeOpen", { from: date(time.givenAt) })}
                {" · "}
                {t("words", { version: time.wordingVersion })}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Card>
  );
}
