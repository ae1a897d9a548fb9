import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Moment } from "@/components/ui/moment";
import { Row, Rows } from "@/components/ui/rows";
import { Status } from "@/components/ui/status";

export interface Afterwards {
  answers: readonly {
    id: string;
    name: string;
    answer: string;
    at: Date;
    proposedFrom: Date | null;
    comment: string | null;
    isOld: boolean;
  }[];
  ratings: readonly { id: string; name: string; rating: number; at: Date; comment: string | null }[];
}

const looks = {
  accepted: { icon: "circle-check", tone: "ok" },
  tentative: { icon: "circle-help", tone: "warn" },
  declined: { icon: "circle-x", tone: "bad" },
  delegated: { icon: "circle-help", tone: "warn" },
  proposed: { icon: "calendar-clock", tone: "warn" },
} as const;

/** What came back of a session, for who holds it: how calendars answered, and how it was. Nothing where nothing came. */
export function SessionAfterwards({ came, timeZone }: { came: Afterwards; timeZone: string }) {
  const t = useTranslations("scheduling.afterwards");
  if (came.answers.length + came.ratings.length === 0) return null;
  return (
    <div className="grid max-w-3xl gap-5">
      {came.answers.length > 0 ? (
        <Card pad>
          <h2 className="text-base font-semibold">{t("answers")}</h2>
          <Rows>
            {came.answers.map(({ id, name, answer, at, proposedFrom, comment, isOld }) => {
              const look = looks[answer as keyof typeof looks];
              return (
                <Row key={id} className="grid gap-1 px-0">
                  <span className="flex flex-wrap items-center justify-between gap-x-4">
                    <b translate="no">{name}</b>
                    <Status icon={look.icon} tone={look.tone}>
                      {t(`said.${answer as keyof typeof looks}`)}
                    </Status>
                  </span>
                  {proposedFrom ? (
                    <span>
                      {t("proposes")} <Moment value={proposedFrom} show="time" timeZone={timeZone} />
                    </span>
                  ) : null}
                  {comment ? <q translate="no">{comment}</q> : null}
                  <span className="text-sm text-muted-foreground">
                    <Moment value={at} /> {isOld ? `· ${t("old")}` : null}
                  </span>
                </Row>
              );
            })}
          </Rows>
        </Card>
      ) : null}
      {came.ratings.length > 0 ? (
        <Card pad>
          <h2 className="text-base font-semibold">{t("ratings")}</h2>
          <Rows>
            {came.ratings.map(({ id, name, rating, at, comment }) => (
              <Row key={id} className="grid gap-1 px-0">
                <span className="flex flex-wrap items-center justify-between gap-x-4">
                  <b translate="no">{name}</b>
                  <span className="tabular-nums">{t("rating", { rating })}</span>
                </span>
                {comment ? <q translate="no">{comment}</q> : null}
                <span className="text-sm text-muted-foreground">
                  <Moment value={at} />
                </span>
              </Row>
            ))}
          </Rows>
        </Card>
      ) : null}
    </div>
  );
}
