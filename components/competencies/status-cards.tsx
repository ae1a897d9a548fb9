import { getFormatter, getTranslations } from "next-intl/server";
import type { Overview } from "@/components/competencies/shown";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Row, Rows } from "@/components/ui/rows";
import { Status } from "@/components/ui/status";
import { civilDay } from "@/lib/platform/i18n/civil-day";

/** Beside the picture: who has rated, the rounds, and the role aimed at; each with the one thing to do. */
export async function StatusCards({ overview, here }: { overview: Overview; here: string }) {
  return (
    <>
      <RatingsCard overview={overview} here={here} />
      <RoundsCard overview={overview} here={here} />
      <TargetCard overview={overview} here={here} />
    </>
  );
}

async function RatingsCard({ overview, here }: { overview: Overview; here: string }) {
  const t = await getTranslations("competencies.overview");
  const format = await getFormatter();
  const { side, draft, ratedAt, goesOn } = overview;
  const mine = String(side === "self");
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("status")}</CardTitle>
      </CardHeader>
      <Rows>
        {(["self", "consultant"] as const).map((source) => (
          <Row key={source} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="min-w-0 flex-1">
              <span className="block font-medium">{t(`${source}Rating`, { mine })}</span>
              {ratedAt[source] ? (
                <Status icon="circle-check" tone="ok">
                  {format.dateTime(ratedAt[source], { dateStyle: "medium" })}
                </Status>
              ) : (
                <Status icon="circle-dashed">{t("notYet")}</Status>
              )}
              {source === side && draft ? (
                <span className="block text-sm text-muted-foreground">{t("draft", draft)}</span>
              ) : null}
            </span>
            {source === side && goesOn ? (
              <LinkButton size="small" href={`${here}/rate`}>
                {t(draft ? "rateOn" : ratedAt[source] ? "rateAgain" : "rateFirst")}
              </LinkButton>
            ) : null}
          </Row>
        ))}
      </Rows>
      {overview.agreement ? (
        <p className="border-t border-border px-5 py-3 text-sm text-muted-foreground phone:px-4">
          {t("agreementText", {
            word: overview.agreement.word,
            pairs: overview.agreement.pairs,
            kappa: format.number(overview.agreement.kappa, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
          })}
        </p>
      ) : null}
    </Card>
  );
}

async function RoundsCard({ overview, here }: { overview: Overview; here: string }) {
  const t = await getTranslations("competencies.overview");
  const format = await getFormatter();
  const { rounds, goesOn, nextRoundFrom } = overview;
  const open = rounds.some(({ closedAt }) => !closedAt);
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("rounds")}</CardTitle>
      </CardHeader>
      {rounds.length === 0 ? (
        <p className="px-5 pt-4 text-sm text-muted-foreground phone:px-4">{t("noRound")}</p>
      ) : null}
      <Rows>
        {[...rounds].reverse().map((round) => (
          <Row key={round.id}>
            <Link
              data-row-link
              href={`${here}/rounds/${round.id}`}
              className="font-medium text-foreground no-underline hover:underline"
            >
              {round.closedAt ? t("seeResults") : t("openRound")}
            </Link>
            <span className="block text-sm text-muted-foreground">
              {round.closedAt
                ? t("roundClosed", {
                    answered: round.answered,
                    asked: round.raters.length,
                    date: format.dateTime(round.closedAt, { dateStyle: "medium" }),
                  })
                : t("roundOpen", {
                    answered: round.answered,
                    asked: round.raters.length,
                    date: civilDay(format, round.deadlineOn, { day: "numeric", month: "long" }),
                  })}
            </span>
          </Row>
        ))}
      </Rows>
      {goesOn && !open ? (
        <div className="px-5 py-4 phone:px-4">
          {nextRoundFrom ? (
            <p className="text-sm text-muted-foreground">
              {t("nextRound", { date: civilDay(format, nextRoundFrom, { dateStyle: "long" }) })}
            </p>
          ) : (
            <LinkButton size="small" href={`${here}/ask`}>
              {t("ask")}
            </LinkButton>
          )}
        </div>
      ) : null}
    </Card>
  );
}

async function TargetCard({ overview, here }: { overview: Overview; here: string }) {
  const t = await getTranslations("competencies.overview");
  const { target, goesOn } = overview;
  return (
    <Card pad className="flex flex-wrap items-center gap-3">
      <span className="min-w-0 flex-1">
        <h2 className="text-base font-semibold">{t("target")}</h2>
        <span className="block">{target?.name ?? t("targetNone")}</span>
        {target?.own ? <span className="block text-sm text-muted-foreground">{t("targetOwn")}</span> : null}
      </span>
      {goesOn ? (
        <LinkButton size="small" href={`${here}/target`}>
          {t(target ? "changeTarget" : "chooseTarget")}
        </LinkButton>
      ) : null}
    </Card>
  );
}
