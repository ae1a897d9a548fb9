import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PageHead } from "@/components/frame/page-head";
import { Empty } from "@/components/states/empty";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Row, Rows } from "@/components/ui/rows";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { allPackages } from "@/lib/packages/queries";
import { may } from "@/lib/platform/actor";

export async function generateMetadata() {
  const t = await getTranslations("packages");
  return { title: t("title") };
}

/** The packages of the organisation. */
export default async function PackagesPage({ params }: WorkspaceProps) {
  const { organisation } = await params;
  const t = await getTranslations("packages");
  const { packages, writes } = await readPage(organisation, async ({ ask, actor }) => ({
    packages: await ask(allPackages, {}),
    writes: may(actor, "packages:write"),
  }));
  const create = (
    <Button asChild variant="primary">
      <Link href={`/${organisation}/packages/new`}>
        <Icon name="plus" />
        {t("new")}
      </Link>
    </Button>
  );
  return (
    <>
      <PageHead title={t("title")} lede={t("lede")} actions={writes ? create : undefined} />
      <Card className="max-w-4xl">
        {packages.length === 0 ? (
          <Empty icon="layers" title={t("empty")} action={writes ? create : undefined}>
            {t("emptyText")}
          </Empty>
        ) : (
          <Rows>
            {packages.map((one) => (
              <Row key={one.id} className="flex items-center gap-4">
                <span className="min-w-0 flex-1">
                  <Link
                    data-row-link
                    href={`/${organisation}/packages/${one.id}`}
                    className="block font-semibold break-words text-foreground no-underline hover:underline"
                  >
                    {one.name}
                  </Link>
                  <span className="text-sm text-muted-foreground">{one.description}</span>
                </span>
                {one.archivedAt ? <Badge icon="archive">{t("archived")}</Badge> : null}
                <span className="text-sm whitespace-nowrap text-muted-foreground tabular-nums">
                  {t("monthsShort", { months: one.months })}
                </span>
              </Row>
            ))}
          </Rows>
        )}
      </Card>
    </>
  );
}
