import { getFormatter, getTranslations } from "next-intl/server";
import { PageHead } from "@/components/frame/page-head";
import { Empty } from "@/components/states/empty";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Row, Rows } from "@/components/ui/rows";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { sendTemplatesThere } from "@/lib/tailoring/sending/template-queries";

export async function generateMetadata() {
  return { title: (await getTranslations("sending.templates"))("title") };
}

/** The letters with which resumes are sent, what is used most first. */
export default async function SendTemplatesPage({ params }: WorkspaceProps) {
  const { organisation } = await params;
  const t = await getTranslations("sending.templates");
  const submissions = await getTranslations("tailoring.submissions");
  const format = await getFormatter();
  const { templates, writes, timeZone } = await readPage(organisation, async ({ ask, actor }) => ({
    templates: await ask(sendTemplatesThere, {}),
    writes: may(actor, "tailoring:write"),
    timeZone: actor.timeZone,
  }));
  return (
    <>
      <PageHead
        title={t("title")}
        lede={t("lede")}
        crumbs={[{ label: submissions("title"), href: `/${organisation}/submissions` }, { label: t("title") }]}
        actions={
          writes ? (
            <LinkButton variant="primary" icon="plus" href={`/${organisation}/send-templates/new`}>
              {t("new")}
            </LinkButton>
          ) : undefined
        }
      />
      <Card className="max-w-3xl">
        {templates.length === 0 ? (
          <Empty icon="mail" title={t("empty")}>
            {t("emptyText")}
          </Empty>
        ) : (
          <Rows>
            {templates.map(({ id, name, subject, times, edition, followUpDays, changedAt }) => (
              <Row key={id}>
                <Link
                  data-row-link
                  href={`/${organisation}/send-templates/${id}`}
                  className="font-semibold break-words"
                >
                  {name}
                </Link>
                <p className="text-sm break-words text-muted-foreground">{subject}</p>
                <p className="mt-0.5 text-sm text-muted-foreground">
                  {[
                    t("used", { count: times }),
                    t("edition", { number: edition }),
                    followUpDays ? t("asks", { days: followUpDays }) : t("asksNever"),
                    t("changed", { on: format.dateTime(changedAt, { day: "numeric", month: "short", timeZone }) }),
                  ].join(" · ")}
                </p>
              </Row>
            ))}
          </Rows>
        )}
      </Card>
    </>
  );
}
