import { getTranslations } from "next-intl/server";
import { ask, decide, withdraw } from "../actions";
import { PageHead } from "@/components/frame/page-head";
import { FactsCard } from "@/components/frame/facts-card";
import { RecordColumns } from "@/components/frame/record-columns";
import { withMessages } from "@/components/frame/with-messages";
import { ClockHistory } from "@/components/sla/clock-history";
import { durationIn } from "@/components/sla/duration";
import { ExclusionCard } from "@/components/sla/exclusion-card";
import { TimeLeft } from "@/components/sla/time-left";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Moment } from "@/components/ui/moment";
import { Fact, Row, Rows } from "@/components/ui/rows";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { isMetricKey } from "@/lib/sla/metric-keys";
import { oneClock } from "@/lib/sla/queries/clock";

/** One promise: when it is due and why, step by step. */
async function ClockPage({ params }: WorkspaceProps<{ clock: string }>) {
  const { organisation, clock: id } = await params;
  const t = await getTranslations("sla");
  const c = await getTranslations("sla.clock");
  const { clock, timeZone, asks, decides } = await readPage(organisation, async (context) => ({
    clock: await context.ask(oneClock, { id }),
    timeZone: context.actor.timeZone,
    asks: may(context.actor, "sla:exclude"),
    decides: may(context.actor, "sla:approve"),
  }));
  const isWork = clock.target.time === "business";
  const long = (seconds: number) => c(isWork ? "work" : "wall", { text: durationIn(c, seconds) });
  const moment = (value: Date) => <Moment value={value} show="time" timeZone={timeZone} />;
  const metric = isMetricKey(clock.metric) ? t(`metric.${clock.metric}`) : clock.metric;
  return (
    <>
      <PageHead
        title={
          <>
            {metric}: <span translate="no">{clock.title}</span>
          </>
        }
        crumbs={[{ label: t("title"), href: `/${organisation}/clocks` }, { label: metric }]}
        actions={
          <LinkButton href={`/${organisation}${clock.path}`} icon="arrow-right">
            {c("record")}
          </LinkButton>
        }
      />
      <RecordColumns
        facts={
          <>
            <FactsCard title={c("facts")}>
              {clock.dueAt ? <Fact label={c("due")}>{moment(clock.dueAt)}</Fact> : null}
              {clock.stoppedAt ? null : (
                <Fact label={c("left")}>
                  <TimeLeft left={clock.left} isWork={isWork} />
                </Fact>
              )}
              <Fact label={c("of")}>{long(clock.target.seconds)}</Fact>
              <Fact label={c("used")}>{long(clock.elapsed)}</Fact>
              {clock.paused > 0 ? <Fact label={c("paused")}>{long(clock.paused)}</Fact> : null}
              <Fact label={c("since")}>{moment(clock.startedAt)}</Fact>
              {clock.stoppedAt ? <Fact label={c("ended")}>{moment(clock.stoppedAt)}</Fact> : null}
              <Fact label={c("responsible")}>
                {clock.responsible ? <span translate="no">{clock.responsible}</span> : c("nobody")}
              </Fact>
              <Fact label={c("policy")}>
                <span translate="no">{clock.policy}</span>
              </Fact>
            </FactsCard>
            {clock.coming.length > 0 ? (
              <Card>
                <CardHeader>
                  <CardTitle>{c("coming")}</CardTitle>
                </CardHeader>
                <Rows>
                  {clock.coming.map(({ what, at, share }) => (
                    <Row key={`${what}-${share ?? at.getTime()}`} className="text-sm">
                      {c(`next.${what}`, { share: Math.round((share ?? 0) * 100) })}
                      <span className="block text-muted-foreground">{moment(at)}</span>
                    </Row>
                  ))}
                </Rows>
              </Card>
            ) : null}
            <ExclusionCard
              {...{ organisation, clockId: id, exclusions: clock.exclusions, asks, decides }}
              actions={{ ask, decide, withdraw }}
            />
          </>
        }
      >
        <ClockHistory {...{ clock, timeZone, isWork }} />
      </RecordColumns>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/clocks/[clock]/page", ClockPage);
