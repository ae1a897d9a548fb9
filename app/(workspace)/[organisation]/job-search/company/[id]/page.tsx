import { getTranslations } from "next-intl/server";
import { RecordColumns } from "@/components/frame/record-columns";
import { RecordHeader } from "@/components/frame/record-header";
import { SectionHead } from "@/components/frame/section-head";
import { withMessages } from "@/components/frame/with-messages";
import { searchCrumbs } from "@/components/job-search/search-crumbs";
import { stageLook, strengthLook } from "@/components/job-search/stage-look";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Row, Rows } from "@/components/ui/rows";
import { Status } from "@/components/ui/status";
import type { WorkspaceProps } from "@/lib/entry/page";
import { removeTheCompany } from "../../actions";
import { RemoveRecord } from "../../record-parts";
import { companyOfPage } from "./company-of-page";

type Props = WorkspaceProps<{ id: string }>;

export async function generateMetadata({ params }: Props) {
  const { organisation, id } = await params;
  return { title: (await companyOfPage(organisation, id)).company.name };
}

/** A company in view: what one goes for there, and whom one knows. */
async function CompanyPage({ params }: Props) {
  const { organisation, id } = await params;
  const { company, search } = await companyOfPage(organisation, id);
  const t = await getTranslations("job-search");
  const look = strengthLook[String(company.fit)]!;
  const here = `/${organisation}/job-search`;
  return (
    <>
      <RecordHeader
        crumbs={await searchCrumbs(organisation, search, company.personId, company.name, "companies")}
        name={company.name}
        lede={company.place}
        state={
          <Badge icon={look.icon} tone={look.tone} size="large">
            {t(`fits.${company.fit}`)}
          </Badge>
        }
        actions={
          search.writes ? (
            <LinkButton href={`${here}/company/${id}/edit`} icon="pencil">
              {t("edit")}
            </LinkButton>
          ) : undefined
        }
      />
      <RecordColumns
        facts={
          company.notes || company.website ? (
            <Card pad>
              {company.notes ? <p className="break-words whitespace-pre-line">{company.notes}</p> : null}
              {company.website ? (
                <p className="mt-3">
                  <a href={company.website} target="_blank" rel="noreferrer noopener" className="break-all">
                    {company.website.replace(/^https?:\/\//, "")}
                  </a>
                </p>
              ) : null}
            </Card>
          ) : null
        }
      >
        <section>
          <SectionHead title={t("lists.opportunities.caption")} count={company.opportunities.length} />
          {company.opportunities.length === 0 ? (
            <p className="text-muted-foreground">{t("nothingThere")}</p>
          ) : (
            <Card>
              <Rows>
                {company.opportunities.map((one) => (
                  <Row key={one.id} className="flex flex-wrap items-center gap-x-3">
                    <Link
                      data-row-link
                      href={`${here}/opportunity/${one.id}`}
                      className="min-w-0 flex-1 font-semibold text-foreground no-underline"
                    >
                      {one.title}
                    </Link>
                    <Status icon={stageLook[one.stage].icon} tone={stageLook[one.stage].tone}>
                      {t(`stages.${one.stage}`)}
                    </Status>
                  </Row>
                ))}
              </Rows>
            </Card>
          )}
        </section>
        <section>
          <SectionHead title={t("lists.contacts.caption")} count={company.contacts.length} />
          {company.contacts.length === 0 ? (
            <p className="text-muted-foreground">{t("nobodyThere")}</p>
          ) : (
            <Card>
              <Rows>
                {company.contacts.map((contact) => (
                  <Row key={contact.id} className="flex flex-wrap items-center gap-x-3">
                    <span className="min-w-0 flex-1">
                      <Link
                        data-row-link
                        href={`${here}/contact/${contact.id}`}
                        className="font-semibold text-foreground no-underline"
                      >
                        {contact.name}
                      </Link>
                      <span className="block text-sm text-muted-foreground">{contact.role}</span>
                    </span>
                    <Status
                      icon={strengthLook[String(contact.strength)]!.icon}
                      tone={strengthLook[String(contact.strength)]!.tone}
                    >
                      {t(`strengths.${contact.strength}`)}
                    </Status>
                  </Row>
                ))}
              </Rows>
            </Card>
          )}
        </section>
        {search.writes ? (
          <RemoveRecord
            organisation={organisation}
            id={id}
            remove={removeTheCompany}
            list={`/${organisation}/job-search/${company.personId}/companies`}
          />
        ) : null}
      </RecordColumns>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/job-search/company/[id]/page", CompanyPage);
