import { getFormatter, getTranslations } from "next-intl/server";
import { FactsCard } from "@/components/frame/facts-card";
import { RecordColumns } from "@/components/frame/record-columns";
import { RecordHeader } from "@/components/frame/record-header";
import { KeyFigures } from "@/components/charts/key-figures";
import { Link } from "@/components/ui/link";
import { civilDay } from "@/lib/platform/i18n/civil-day";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import { Fact, Row, Rows } from "@/components/ui/rows";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may, reachesOthers } from "@/lib/platform/actor";
import { oneEngagement } from "@/lib/sponsors/queries/engagement";

/** One contract: its seats, and what was billed. */
export default async function EngagementPage({ params }: WorkspaceProps<{ id: string }>) {
  const { organisation, id } = await params;
  const t = await getTranslations("engagements");
  const format = await getFormatter();
  const page = await readPage(organisation, async ({ ask, actor }) => ({
    engagement: await ask(oneEngagement, { id }),
    writes: may(actor, "engagements:write"),
    firm: reachesOthers(actor, "engagements:read"),
    invites: may(actor, "programmes:invite"),
  }));
  const { engagement, writes, firm, invites } = page;
  const { seats, billed } = engagement;
  return (
    <>
      <RecordHeader
        crumbs={[
          { label: t("title"), href: `/${organisation}/engagements` },
          ...(firm
            ? [{ label: engagement.sponsorName, href: `/${organisation}/sponsors/${engagement.sponsorId}` }]
            : []),
          { label: engagement.reference },
        ]}
        name={engagement.reference}
        lede={`${engagement.sponsorName} · ${engagement.packageName}`}
        actions={
          <>
            {writes ? (
              <LinkButton href={`/${organisation}/engagements/${id}/edit`} icon="pencil">
                {t("edit")}
              </LinkButton>
            ) : null}
            {invites && !engagement.whyNoSeat ? (
              <LinkButton variant="primary" href={`/${organisation}/programmes/new?engagement=${id}`} icon="user-plus">
                {t("invite")}
              </LinkButton>
            ) : null}
          </>
        }
      />
      <RecordColumns
        facts={
          <FactsCard title={t("facts")}>
            <Fact label={t("package")}>{engagement.packageName}</Fact>
            <Fact label={t("price")}>
              <Money minor={engagement.pricePerSeat} currency={engagement.currency} round />
            </Fact>
            <Fact label={t("fromOn")}>{civilDay(format, engagement.fromOn)}</Fact>
            <Fact label={t("toOn")}>{civilDay(format, engagement.toOn)}</Fact>
            {firm ? (
              <Fact label={t("programmes")}>
                <Link href={`/${organisation}/programmes?f.engagement=${id}`}>{t("showProgrammes")}</Link>
              </Fact>
            ) : null}
          </FactsCard>
        }
      >
        {engagement.whyNoSeat ? (
          <Notice icon="info" tone="warn">
            {engagement.whyNoSeat}
          </Notice>
        ) : null}
        <KeyFigures
          figures={[
            { label: t("bought"), value: format.number(seats.bought), of: t("boughtOf") },
            { label: t("used"), value: format.number(seats.used), of: t("usedOf") },
            { label: t("reserved"), value: format.number(seats.reserved), of: t("reservedOf") },
            { label: t("left"), value: format.number(seats.left), of: t("leftOf") },
          ]}
        />
        <Card>
          <CardHeader>
            <CardTitle>{t("billed")}</CardTitle>
          </CardHeader>
          {billed.length > 0 ? (
            <Rows>
              {billed.map((row) => (
                <Row key={`${row.month}${row.currency}`} className="flex items-baseline gap-4">
                  <span className="min-w-0 flex-1">
                    {civilDay(format, `${row.month}-15`, { month: "long", year: "numeric" })}
                  </span>
                  <span className="text-muted-foreground tabular-nums">{t("seatsCount", { count: row.seats })}</span>
                  <Money minor={row.amount} currency={row.currency} round className="min-w-28 text-end font-semibold" />
                </Row>
              ))}
            </Rows>
          ) : (
            <p className="px-5 py-4 text-muted-foreground">{t("nothingBilled")}</p>
          )}
        </Card>
      </RecordColumns>
    </>
  );
}
