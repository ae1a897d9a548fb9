import { getFormatter, getTranslations } from "next-intl/server";
import { PageHead } from "@/components/frame/page-head";
import { figureWords } from "@/components/reports/figure-words";
import { rowsHref } from "@/components/reports/rows-href";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { notFound } from "@/lib/platform/refusal";
import { periodOf } from "@/lib/platform/period";
import { definitions } from "@/lib/reports/definitions/all";

export async function generateMetadata() {
  const t = await getTranslations("reports.meaning");
  return { title: t("title") };
}

/** How each figure is counted: formula, denominator, clock, and since when it is counted so. */
export default async function DefinitionsPage({ params }: WorkspaceProps) {
  const { organisation } = await params;
  const period = await readPage(organisation, async (context) => {
    if (!may(context.actor, "reports:read")) throw notFound("this page");
    return periodOf(context, undefined);
  });
  const { t, name } = await figureWords();
  const format = await getFormatter();
  const parts = ["formula", "denominator", "clock"] as const;
  return (
    <>
      <PageHead
        crumbs={[{ label: t("title"), href: `/${organisation}/figures` }]}
        title={t("meaning.title")}
        lede={t("meaning.lede")}
      />
      <div className="grid gap-4">
        {definitions.map((definition) => (
          <Card key={definition.key} id={definition.key}>
            <CardHeader>
              <CardTitle>{name(definition.key)}</CardTitle>
              <span className="ms-auto text-sm text-muted-foreground">
                {t("meaning.version", {
                  version: definition.version,
                  since: format.dateTime(new Date(`${definition.since}T12:00Z`), {
                    ...{ day: "numeric", month: "short", year: "numeric", timeZone: "UTC" },
                  }),
                })}
              </span>
            </CardHeader>
            <dl className="grid grid-cols-[9rem_minmax(0,1fr)] gap-x-4 gap-y-2 px-5 py-4 phone:grid-cols-1 phone:gap-y-1 phone:px-4">
              {parts.map((part) => (
                <div key={part} className="contents phone:mb-2 phone:block">
                  <dt className="text-muted-foreground">{t(`meaning.${part}`)}</dt>
                  <dd className="max-w-[76ch]">{t(`definitions.${definition.key}.${part}`)}</dd>
                </div>
              ))}
              <dt className="text-muted-foreground">{t("meaning.direction")}</dt>
              <dd>{t(`meaning.${definition.better}`)}</dd>
            </dl>
            <p className="border-t border-border px-5 py-2.5 text-sm tap-links phone:px-4">
              <Link href={rowsHref(organisation, definition, period, {})}>
                {t("meaning.rows")}
                <span className="sr-only">: {name(definition.key)}</span>
              </Link>
            </p>
          </Card>
        ))}
      </div>
    </>
  );
}
