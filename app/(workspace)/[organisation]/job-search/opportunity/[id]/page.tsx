import { getFormatter, getTranslations } from "next-intl/server";
import { RecordColumns } from "@/components/frame/record-columns";
import { RecordHeader } from "@/components/frame/record-header";
import { SectionHead } from "@/components/frame/section-head";
import { withMessages } from "@/components/frame/with-messages";
import { MoveButtons } from "@/components/job-search/move-buttons";
import { agreedPayWords, payWords } from "@/components/job-search/pay";
import { searchCrumbs } from "@/components/job-search/search-crumbs";
import { stageLook } from "@/components/job-search/stage-look";
import { Timeline } from "@/components/timeline/timeline";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Fact, Facts } from "@/components/ui/rows";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import type { WorkspaceProps } from "@/lib/entry/page";
import { isOpen } from "@/lib/job-search/rules/stages";
import { civilDay } from "@/lib/platform/i18n/civil-day";
import { undoAction } from "../../../undo-action";
import { move, remove } from "../../actions";
import { NotesSection, OutreachSection, RemoveRecord } from "../../record-parts";
import { opportunityOfPage } from "./opportunity-of-page";

type Props = WorkspaceProps<{ id: string }>;

export async function generateMetadata({ params }: Props) {
  const { organisation, id } = await params;
  const { opportunity } = await opportunityOfPage(organisation, id);
  return { title: `${opportunity.title}, ${opportunity.companyName}` };
}

/** One opportunity: where it stands, what comes next, what was said, whom one knows there. */
async function OpportunityPage({ params }: Props) {
  const { organisation, id } = await params;
  const { opportunity, search } = await opportunityOfPage(organisation, id);
  const t = await getTranslations("job-search");
  const format = await getFormatter();
  const day = (iso: string) => civilDay(format, iso, { weekday: "short", day: "numeric", month: "long" });
  const here = `/${organisation}/job-search/opportunity/${id}`;
  const { stage, today } = opportunity;
  const pay = payWords(opportunity, format);
  const late = opportunity.nextActionOn !== null && opportunity.nextActionOn < today;
  return (
    <>
      <RecordHeader
        crumbs={await searchCrumbs(organisation, search, opportunity.personId, opportunity.companyName)}
        name={opportunity.title}
        lede={[opportunity.companyName, opportunity.place].filter(Boolean).join(" · ")}
        state={
          <Badge icon={stageLook[stage].icon} tone={stageLook[stage].tone} size="large">
            {t(`stages.${stage}`)}
          </Badge>
        }
        actions={
          search.writes ? (
            <LinkButton href={`${here}/edit`} icon="pencil">
              {t("edit")}
            </LinkButton>
          ) : undefined
        }
      />
      <RecordColumns
        facts={
          <>
            <Card pad>
              <Facts>
                {opportunity.agreedPay ? (
                  <Fact label={t("facts.agreedPay")}>{agreedPayWords(opportunity.agreedPay, format)}</Fact>
                ) : null}
                {pay ? <Fact label={t(opportunity.agreedPay ? "facts.offeredPay" : "facts.pay")}>{pay}</Fact> : null}
                {opportunity.source ? <Fact label={t("fields.source")}>{opportunity.source}</Fact> : null}
                {opportunity.acceptedOn ? (
                  <Fact label={t("fields.acceptedOn")}>{day(opportunity.acceptedOn)}</Fact>
                ) : null}
                {opportunity.startsOn ? <Fact label={t("fields.startsOn")}>{day(opportunity.startsOn)}</Fact> : null}
                <Fact label={t("facts.since")}>
                  {format.dateTime(opportunity.stageSince, { day: "numeric", month: "long" })}
                </Fact>
              </Facts>
              {opportunity.link ? (
                <p className="mt-3">
                  <a href={opportunity.link} target="_blank" rel="noreferrer noopener" className="break-all">
                    {t("facts.link")} <Icon name="external-link" size="small" className="inline" />
                  </a>
                </p>
              ) : null}
            </Card>
            {opportunity.known.length > 0 ? (
              <Card>
                <CardHeader>
                  <CardTitle>{t("knownThere", { company: opportunity.companyName })}</CardTitle>
                </CardHeader>
                <ul className="px-5 py-3 phone:px-4">
                  {opportunity.known.map((contact) => (
                    <li key={contact.id} className="py-1">
                      <Link href={`/${organisation}/job-search/contact/${contact.id}`}>{contact.name}</Link>
                      <span className="block text-sm text-muted-foreground">{contact.role}</span>
                    </li>
                  ))}
                </ul>
              </Card>
            ) : null}
            <Card>
              <CardHeader>
                <CardTitle>{t("moves")}</CardTitle>
              </CardHeader>
              <div className="p-5 phone:p-4">
                <Timeline
                  label={t("moves")}
                  entries={opportunity.moves.map((one) => ({
                    id: one.id,
                    icon: stageLook[one.toStage].icon,
                    what: (
                      <>
                        {t(`stages.${one.toStage}`)}
                        {one.reason ? <span className="block text-sm">{one.reason}</span> : null}
                      </>
                    ),
                    when: format.dateTime(one.at, { weekday: "short", day: "numeric", month: "short" }),
                  }))}
                />
              </div>
            </Card>
          </>
        }
      >
        {stage === "accepted" ? (
          <Notice icon="handshake" tone="ok">
            <b>{t("acceptedNotice")}</b> {t("acceptedText")}
          </Notice>
        ) : null}
        {isOpen(stage) ? (
          <Card pad attention={late}>
            <p className="text-sm font-semibold text-primary">{t("nextAction")}</p>
            <h2 className="mt-1 font-title text-xl">{opportunity.nextAction || t("noNextAction")}</h2>
            {opportunity.nextActionOn ? (
              <p className="mt-1 text-sm text-muted-foreground">
                {t(late ? "dueLate" : "dueOn", { date: day(opportunity.nextActionOn) })}
              </p>
            ) : null}
          </Card>
        ) : null}
        {search.writes ? (
          <section>
            <SectionHead title={t("moveTitle")} />
            <MoveButtons organisation={organisation} id={id} stage={stage} move={move} undo={undoAction} />
          </section>
        ) : null}
        <NotesSection notes={opportunity.notes} />
        <OutreachSection
          organisation={organisation}
          personId={opportunity.personId}
          opportunityId={id}
          contacts={opportunity.known.map((contact) => ({ ...contact, companyName: contact.role }))}
          today={today}
          entries={opportunity.log}
          writes={search.writes}
          names
        />
        {search.writes ? (
          <RemoveRecord
            organisation={organisation}
            id={id}
            remove={remove}
            list={`/${organisation}/job-search/${opportunity.personId}`}
          />
        ) : null}
      </RecordColumns>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/job-search/opportunity/[id]/page", OpportunityPage);
