import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { kindChoices } from "./kinds";
import { PageHead } from "@/components/frame/page-head";
import { Empty } from "@/components/states/empty";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Row, Rows } from "@/components/ui/rows";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { sessionTypeList } from "@/lib/scheduling/types-query";

export async function generateMetadata() {
  return { title: (await getTranslations("session-types"))("title") };
}

/** What can be booked in the organisation. */
export default async function SessionTypesPage({ params }: WorkspaceProps) {
  const { organisation } = await params;
  const t = await getTranslations("session-types");
  const book = await getTranslations("scheduling.book");
  const kinds = await kindChoices();
  const types = await readPage(organisation, async ({ ask, actor }) => {
    if (!may(actor, "session-types:write")) notFound();
    return ask(sessionTypeList, {});
  });
  const here = `/${organisation}/settings/session-types`;
  const add = (
    <LinkButton variant="primary" href={`${here}/new`} icon="plus">
      {t("add")}
    </LinkButton>
  );
  const ordered = [...types.filter(({ archivedAt }) => !archivedAt), ...types.filter(({ archivedAt }) => archivedAt)];
  return (
    <>
      <PageHead
        title={t("title")}
        lede={t("lede")}
        crumbs={[{ label: t("settings"), href: `/${organisation}/settings` }, { label: t("title") }]}
        actions={types.length > 0 ? add : undefined}
      />
      <Card className="max-w-4xl">
        {types.length === 0 ? (
          <Empty icon="calendar-plus" title={t("empty.title")} action={add}>
            {t("empty.text")}
          </Empty>
        ) : (
          <Rows>
            {ordered.map(
              ({ id, name, kind, lengthMinutes, placeKind, capacity, hosting, hosts, ahead, archivedAt }) => (
                <Row
                  key={id}
                  className="grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)_auto] gap-x-6 gap-y-1 phone:grid-cols-1"
                >
                  <div>
                    <Link
                      data-row-link
                      translate="no"
                      href={`${here}/${id}`}
                      className="font-semibold break-words text-foreground no-underline hover:underline"
                    >
                      {name}
                    </Link>
                    <p className="text-sm text-muted-foreground">
                      {[
                        kinds.find(({ value }) => value === kind)?.label,
                        book("minutes", { minutes: lengthMinutes }),
                        book(`places.${placeKind as "video"}`),
                        ...(capacity > 1 ? [book("groups", { capacity })] : []),
                      ].join(" · ")}
                    </p>
                  </div>
                  <p className="text-sm text-muted-foreground">
                    {hosting === "consultant" ? (
                      t("byConsultant")
                    ) : (
                      <span translate="no">
                        {t(hosting === "all" ? "byAll" : "byAny", { names: hosts.join(", ") })}
                      </span>
                    )}
                  </p>
                  <p className="text-sm text-muted-foreground tabular-nums">
                    {archivedAt ? <Badge icon="archive">{t("archived")}</Badge> : t("ahead", { count: ahead })}
                  </p>
                </Row>
              ),
            )}
          </Rows>
        )}
      </Card>
    </>
  );
}
