import { getFormatter, getTranslations } from "next-intl/server";
import { RecordColumns } from "@/components/frame/record-columns";
import { RecordHeader } from "@/components/frame/record-header";
import { withMessages } from "@/components/frame/with-messages";
import { searchCrumbs } from "@/components/job-search/search-crumbs";
import { stageLook, strengthLook } from "@/components/job-search/stage-look";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Fact, Facts } from "@/components/ui/rows";
import { Status } from "@/components/ui/status";
import type { WorkspaceProps } from "@/lib/entry/page";
import { civilDay } from "@/lib/platform/i18n/civil-day";
import { removeTheContact } from "../../actions";
import { NotesSection, OutreachSection, RemoveRecord } from "../../record-parts";
import { contactOfPage } from "./contact-of-page";

type Props = WorkspaceProps<{ id: string }>;

export async function generateMetadata({ params }: Props) {
  const { organisation, id } = await params;
  return { title: (await contactOfPage(organisation, id)).contact.name };
}

/** Somebody whom the person knows: how to reach them, what was said, what is promised. */
async function ContactPage({ params }: Props) {
  const { organisation, id } = await params;
  const { contact, search } = await contactOfPage(organisation, id);
  const t = await getTranslations("job-search");
  const format = await getFormatter();
  const day = (iso: string) => civilDay(format, iso, { day: "numeric", month: "long", year: "numeric" });
  const look = strengthLook[String(contact.strength)]!;
  return (
    <>
      <RecordHeader
        crumbs={await searchCrumbs(organisation, search, contact.personId, contact.name, "contacts")}
        name={contact.name}
        avatar
        lede={[contact.role, contact.companyName].filter(Boolean).join(" · ")}
        state={
          <Badge icon={look.icon} tone={look.tone} size="large">
            {t(`strengths.${contact.strength}`)}
          </Badge>
        }
        actions={
          search.writes ? (
            <LinkButton href={`/${organisation}/job-search/contact/${id}/edit`} icon="pencil">
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
                {contact.email ? (
                  <Fact label={t("fields.email")}>
                    <a href={`mailto:${contact.email}`}>{contact.email}</a>
                  </Fact>
                ) : null}
                {contact.phone ? (
                  <Fact label={t("fields.phone")}>
                    <a href={`tel:${contact.phone.replace(/[^+\d]/g, "")}`}>{contact.phone}</a>
                  </Fact>
                ) : null}
                {contact.relation ? <Fact label={t("fields.relation")}>{contact.relation}</Fact> : null}
                <Fact label={t("facts.lastContact")}>
                  {contact.lastContactOn ? day(contact.lastContactOn) : t("facts.never")}
                </Fact>
                {contact.followUpOn ? <Fact label={t("facts.promised")}>{day(contact.followUpOn)}</Fact> : null}
                {contact.connectedOn ? <Fact label={t("facts.connected")}>{day(contact.connectedOn)}</Fact> : null}
              </Facts>
              {contact.private ? (
                <Status icon="lock" className="mt-3">
                  {t("facts.private")}
                </Status>
              ) : null}
            </Card>
            {contact.opportunities.length > 0 ? (
              <Card>
                <CardHeader>
                  <CardTitle>{t("opportunitiesThere", { company: contact.companyName })}</CardTitle>
                </CardHeader>
                <ul className="grid gap-2 px-5 py-3 phone:px-4">
                  {contact.opportunities.map((one) => (
                    <li key={one.id}>
                      <Link href={`/${organisation}/job-search/opportunity/${one.id}`}>{one.title}</Link>
                      <Status icon={stageLook[one.stage].icon} tone={stageLook[one.stage].tone} className="flex">
                        {t(`stages.${one.stage}`)}
                      </Status>
                    </li>
                  ))}
                </ul>
              </Card>
            ) : null}
          </>
        }
      >
        <OutreachSection
          solid
          organisation={organisation}
          personId={contact.personId}
          contactId={id}
          today={contact.today}
          entries={contact.log}
          writes={search.writes}
        />
        <NotesSection notes={contact.notes} />
        {search.writes ? (
          <RemoveRecord
            organisation={organisation}
            id={id}
            remove={removeTheContact}
            list={`/${organisation}/job-search/${contact.personId}/contacts`}
          />
        ) : null}
      </RecordColumns>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/job-search/contact/[id]/page", ContactPage);
