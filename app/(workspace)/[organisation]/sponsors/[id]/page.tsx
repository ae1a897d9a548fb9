import { getFormatter, getTranslations } from "next-intl/server";
import { CommentsBeside, FieldsBeside } from "../../beside-record";
import { undoAction } from "../../undo-action";
import { addContact, archive, removeContact, restore } from "../actions";
import { FactsCard } from "@/components/frame/facts-card";
import { RecordColumns } from "@/components/frame/record-columns";
import { RecordHeader } from "@/components/frame/record-header";
import { withMessages } from "@/components/frame/with-messages";
import { Link } from "@/components/ui/link";
import { civilDay } from "@/lib/platform/i18n/civil-day";
import { ContactForm } from "@/components/sponsors/contact-form";
import { DoButton } from "@/components/forms/do-button";
import { EngagementRows } from "@/components/sponsors/engagement-rows";
import { SponsorHistory } from "@/components/sponsors/sponsor-history";
import { Empty } from "@/components/states/empty";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Fact, Row, Rows } from "@/components/ui/rows";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { besideRecord } from "@/lib/records/queries/beside";
import { timelineOf } from "@/lib/records/queries/timeline";
import { contactCandidates, oneSponsor } from "@/lib/sponsors/queries/sponsor";

/** One company: contracts, separation events, contacts, and what happened. */
async function SponsorPage({ params }: WorkspaceProps<{ id: string }>) {
  const { organisation, id } = await params;
  const t = await getTranslations("sponsors");
  const format = await getFormatter();
  const record = { entity: "sponsor", entityId: id };
  const page = await readPage(organisation, async (context) => {
    const { ask, actor } = context;
    const writes = may(actor, "sponsors:write");
    return {
      sponsor: await ask(oneSponsor, { id }),
      beside: await besideRecord(context, record),
      timeline: await ask(timelineOf, { ...record, limit: 30 }),
      candidates: writes ? await ask(contactCandidates, { id }) : [],
      writes,
      engages: may(actor, "engagements:write"),
      separates: may(actor, "separations:write"),
      reports: may(actor, "sponsor-report:read"),
      timeZone: actor.timeZone,
    };
  });
  const { sponsor, beside, timeline, candidates, writes, engages, separates, reports, timeZone } = page;
  const here = `/${organisation}/sponsors/${id}`;
  const newEngagement = `/${organisation}/engagements/new?sponsor=${id}`;
  return (
    <>
      <RecordHeader
        crumbs={[{ label: t("title"), href: `/${organisation}/sponsors` }, { label: sponsor.name }]}
        name={sponsor.name}
        lede={[sponsor.industry, sponsor.place].filter(Boolean).join(" · ") || undefined}
        state={sponsor.archivedAt ? <Badge icon="archive">{t("archived")}</Badge> : undefined}
        actions={
          <>
            {writes ? (
              <DoButton
                organisation={organisation}
                act={sponsor.archivedAt ? restore : archive}
                input={{ id }}
                done={t(sponsor.archivedAt ? "restored" : "archivedDone")}
                undo={undoAction}
                variant="quiet"
              >
                {t(sponsor.archivedAt ? "restore" : "archive")}
              </DoButton>
            ) : null}
            {reports ? (
              <LinkButton href={`/${organisation}/sponsor-report?sponsor=${id}`} icon="chart-column">
                {t("report")}
              </LinkButton>
            ) : null}
            {writes ? (
              <LinkButton variant="primary" href={`${here}/edit`} icon="pencil">
                {t("edit")}
              </LinkButton>
            ) : null}
          </>
        }
      />
      <RecordColumns
        facts={
          <>
            <FactsCard title={t("facts")}>
              <Fact label={t("industry")}>{sponsor.industry || t("unknown")}</Fact>
              <Fact label={t("place")}>{sponsor.place || t("unknown")}</Fact>
              <Fact label={t("programmes")}>
                <Link href={`/${organisation}/programmes?f.sponsor=${encodeURIComponent(sponsor.name)}`}>
                  {sponsor.programmes}
                </Link>
              </Fact>
            </FactsCard>
            <Card>
              <CardHeader>
                <CardTitle>{t("contacts.title")}</CardTitle>
              </CardHeader>
              {sponsor.contacts.length > 0 ? (
                <Rows>
                  {sponsor.contacts.map((contact) => (
                    <Row key={contact.id} className="flex items-center gap-3">
                      <span className="min-w-0 flex-1">
                        <Link href={`/${organisation}/people/${contact.id}`} className="font-semibold">
                          <bdi>{contact.name}</bdi>
                        </Link>
                        <span className="block text-sm break-words text-muted-foreground">
                          {[contact.headline, contact.email].filter(Boolean).join(" · ")}
                        </span>
                        <span className="block text-sm text-muted-foreground">
                          {t(contact.seesFigures ? "contacts.sees" : "contacts.seesNot")}
                        </span>
                      </span>
                      {writes ? (
                        <DoButton
                          organisation={organisation}
                          act={removeContact}
                          input={{ sponsorId: id, personId: contact.id }}
                          done={t("contacts.removed")}
                          undo={undoAction}
                          variant="quiet"
                          size="small"
                          label={t("contacts.removeWho", { name: contact.name })}
                        >
                          {t("contacts.remove")}
                        </DoButton>
                      ) : null}
                    </Row>
                  ))}
                </Rows>
              ) : (
                <p className={`px-5 pt-4 text-muted-foreground ${writes ? "" : "pb-4"}`}>{t("contacts.none")}</p>
              )}
              {writes ? (
                <div className="px-5 py-4">
                  <ContactForm organisation={organisation} sponsorId={id} candidates={candidates} add={addContact} />
                </div>
              ) : null}
            </Card>
            <FieldsBeside organisation={organisation} record={record} beside={beside} />
          </>
        }
      >
        <Card>
          <CardHeader>
            <CardTitle>{t("engagements")}</CardTitle>
            {engages && !sponsor.archivedAt ? (
              <Link href={newEngagement} className="ms-auto text-sm">
                {t("newEngagement")}
              </Link>
            ) : null}
          </CardHeader>
          {sponsor.engagements.length > 0 ? (
            <EngagementRows organisation={organisation} rows={sponsor.engagements} />
          ) : (
            <Empty icon="file-text" title={t("noEngagement")}>
              {t("noEngagementText")}
            </Empty>
          )}
        </Card>
        <Card>
          <CardHeader>
            <CardTitle>{t("separations")}</CardTitle>
            {separates && sponsor.engagements[0] ? (
              <Link
                href={`/${organisation}/separations/new?engagement=${sponsor.engagements.at(-1)!.id}`}
                className="ms-auto text-sm"
              >
                {t("newSeparation")}
              </Link>
            ) : null}
          </CardHeader>
          {sponsor.events.length > 0 ? (
            <Rows>
              {sponsor.events.map((event) => (
                <Row key={event.id}>
                  <Link data-row-link href={`/${organisation}/separations/${event.id}`} className="font-semibold">
                    {event.name}
                  </Link>
                  <span className="block text-sm text-muted-foreground">
                    {[civilDay(format, event.handOverOn), event.place, t("people", { count: event.people })]
                      .filter(Boolean)
                      .join(" · ")}
                  </span>
                </Row>
              ))}
            </Rows>
          ) : (
            <p className="px-5 py-4 text-muted-foreground">{t("noSeparation")}</p>
          )}
        </Card>
        <CommentsBeside
          organisation={organisation}
          record={record}
          beside={beside}
          about={sponsor.name}
          timeZone={timeZone}
        />
        {timeline.entries.length > 0 ? (
          <Card pad>
            <h2 className="mb-3 text-base font-semibold">{t("history")}</h2>
            <SponsorHistory entries={timeline.entries} timeZone={timeZone} />
          </Card>
        ) : null}
      </RecordColumns>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/sponsors/[id]/page", SponsorPage);
