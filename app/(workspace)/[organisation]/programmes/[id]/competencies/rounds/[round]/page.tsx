import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { programmeOfPage } from "../../../programme-of-page";
import { askOne, close } from "../../actions";
import { readOverview } from "../../read-overview";
import { RoundActions } from "@/components/competencies/round-actions";
import { RoundResults } from "@/components/competencies/round-results";
import { RecordColumns } from "@/components/frame/record-columns";
import { withMessages } from "@/components/frame/with-messages";
import { Badge } from "@/components/ui/badge";
import { Card, CardFooter, CardHeader, CardTitle } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Progress } from "@/components/ui/progress";
import { Row, Rows } from "@/components/ui/rows";
import type { WorkspaceProps } from "@/lib/entry/page";
import { civilDay } from "@/lib/platform/i18n/civil-day";

/** One 360° round: who was asked, how many have answered, and, once it is closed, what they said. */
async function RoundPage({ params }: WorkspaceProps<{ id: string; round: string }>) {
  const { organisation, id, round: roundId } = await params;
  const { sees } = await programmeOfPage(organisation, id);
  if (!sees.competencies) notFound();
  const t = await getTranslations("competencies.round");
  const relations = await getTranslations("competencies.relation");
  const format = await getFormatter();
  const { overview } = await readOverview(organisation, id);
  const round = overview?.rounds.find((one) => one.id === roundId);
  if (!overview || !round) notFound();
  const counts = { answered: round.answered, asked: round.raters.length };
  const deadline = civilDay(format, round.deadlineOn, { weekday: "long", day: "numeric", month: "long" });
  return (
    <>
      <p className="mb-3 text-sm">
        <Link
          href={`/${organisation}/programmes/${id}/competencies`}
          className="inline-flex items-center gap-1.5 phone:min-h-11"
        >
          <Icon name="arrow-left" size="small" />
          {t("crumb")}
        </Link>
      </p>
      <h2 className="mb-4 font-title text-xl">{t("title")}</h2>
      <RecordColumns
        facts={
          <Card>
            <CardHeader>
              <CardTitle>{t("asked")}</CardTitle>
            </CardHeader>
            <Rows>
              {round.raters.map(({ id: rater, name, relation, declined }) => (
                <Row key={rater} className="flex flex-wrap items-center gap-x-3">
                  <span className="min-w-0 flex-1 break-words">
                    {name}
                    <span className="block text-sm text-muted-foreground">{relations(relation)}</span>
                  </span>
                  {declined ? <Badge icon="circle-x">{t("declinedMark")}</Badge> : null}
                </Row>
              ))}
            </Rows>
            <CardFooter>{t("whoAnswered")}</CardFooter>
          </Card>
        }
      >
        {round.closedAt ? (
          <p className="text-muted-foreground">
            {t("closedText", { ...counts, reason: round.closedReason ?? "early" })}
          </p>
        ) : (
          <Card pad>
            <Progress done={round.answered} total={round.raters.length} label={t("title")} />
            <p className="mt-3">{t("running", { ...counts, date: deadline })}</p>
          </Card>
        )}
        {round.released ? <RoundResults released={round.released} overview={overview} /> : null}
        {!round.closedAt && sees.rates ? (
          <RoundActions
            organisation={organisation}
            roundId={round.id}
            side={overview.side}
            askOne={askOne}
            close={close}
          />
        ) : null}
      </RecordColumns>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/programmes/[id]/competencies/rounds/[round]/page", RoundPage);
