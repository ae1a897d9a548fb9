import { getFormatter, getTranslations } from "next-intl/server";
import { undoAction } from "../undo-action";
import { archive, begin, restore } from "./actions";
import { BeginDraft } from "@/components/competencies/begin-draft";
import { DoButton } from "@/components/forms/do-button";
import { PageHead } from "@/components/frame/page-head";
import { SectionHead } from "@/components/frame/section-head";
import { withMessages } from "@/components/frame/with-messages";
import { Empty } from "@/components/states/empty";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Row, Rows } from "@/components/ui/rows";
import { frameworkVersions, roleLibrary } from "@/lib/competencies/queries/framework";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";

export async function generateMetadata() {
  return { title: (await getTranslations("competencies.framework"))("title") };
}

/** What is rated by: the versions of the framework, and the roles that are aimed at. */
async function FrameworkPage({ params }: WorkspaceProps) {
  const { organisation } = await params;
  const t = await getTranslations("competencies.framework");
  const target = await getTranslations("competencies.target");
  const format = await getFormatter();
  const { versions, roles, writes } = await readPage(organisation, async ({ ask, actor }) => ({
    versions: await ask(frameworkVersions, {}),
    roles: (await ask(roleLibrary, {})).roles,
    writes: may(actor, "frameworks:write"),
  }));
  const inUse = versions.find(({ state }) => state === "published");
  const draft = versions.find(({ state }) => state === "draft");
  const here = `/${organisation}/framework`;
  return (
    <>
      <PageHead
        title={t("title")}
        lede={t("lede")}
        actions={
          writes ? (
            draft ? (
              <LinkButton variant="primary" href={`${here}/${draft.id}`}>
                {t("goOnDraft")}
              </LinkButton>
            ) : (
              <BeginDraft organisation={organisation} here={here} begin={begin} />
            )
          ) : undefined
        }
      />
      <div className="grid max-w-4xl gap-8">
        <section>
          <SectionHead title={t("versions")} count={versions.length} />
          <Card>
            {versions.length === 0 ? (
              <Empty icon="scale" title={t("empty")}>
                {t("emptyText")}
              </Empty>
            ) : (
              <Rows>
                {versions.map((version) => (
                  <Row key={version.id} className="flex flex-wrap items-center gap-3">
                    <span className="min-w-0 flex-1">
                      <Link
                        data-row-link
                        href={`${here}/${version.id}`}
                        className="font-semibold text-foreground no-underline hover:underline"
                      >
                        {t("version", { number: version.number })}
                      </Link>
                      <span className="block text-sm text-muted-foreground">
                        {t("count", { count: version.competencies })}
                        {version.publishedAt
                          ? ` · ${t("publishedOn", {
                              date: format.dateTime(version.publishedAt, { dateStyle: "medium" }),
                              by: version.publishedBy ?? "none",
                            })}`
                          : null}
                      </span>
                      {version.changes ? <span className="block text-sm">{version.changes}</span> : null}
                    </span>
                    {version.state === "draft" ? (
                      <Badge icon="pencil-line">{t("draft")}</Badge>
                    ) : version.id === inUse?.id ? (
                      <Badge icon="circle-check" tone="ok">
                        {t("inUse")}
                      </Badge>
                    ) : (
                      <Badge icon="history">{t("earlier")}</Badge>
                    )}
                  </Row>
                ))}
              </Rows>
            )}
          </Card>
        </section>
        <section>
          <SectionHead
            title={t("roles")}
            count={roles.length}
            more={writes ? <Link href={`${here}/roles/new`}>{t("newRole")}</Link> : undefined}
          />
          <p className="-mt-2 mb-3 text-sm text-muted-foreground">{t("rolesText")}</p>
          <Card>
            <Rows>
              {roles.map((role) => (
                <Row key={role.id} className="flex flex-wrap items-center gap-3">
                  <span className="min-w-0 flex-1">
                    {writes ? (
                      <Link
                        data-row-link
                        href={`${here}/roles/${role.id}`}
                        className="font-semibold text-foreground no-underline hover:underline"
                      >
                        {role.name}
                      </Link>
                    ) : (
                      <b className="font-semibold">{role.name}</b>
                    )}
                    <span className="block text-sm text-muted-foreground">
                      {target("asksFor", { count: Object.keys(role.requirements).length })}
                    </span>
                  </span>
                  {role.archived ? <Badge icon="archive">{t("archived")}</Badge> : null}
                  {writes ? (
                    <DoButton
                      organisation={organisation}
                      act={role.archived ? restore : archive}
                      input={{ id: role.id }}
                      done={t(role.archived ? "restored" : "archivedDone")}
                      undo={undoAction}
                      variant="quiet"
                      size="small"
                    >
                      {t(role.archived ? "restore" : "archive")}
                    </DoButton>
                  ) : null}
                </Row>
              ))}
            </Rows>
          </Card>
        </section>
      </div>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/framework/page", FrameworkPage);
