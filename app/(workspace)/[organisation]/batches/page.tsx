import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { batchLook } from "@/components/batches/batch-look";
import { PageHead } from "@/components/frame/page-head";
import { Empty } from "@/components/states/empty";
import { Card } from "@/components/ui/card";
import { Moment } from "@/components/ui/moment";
import { Row, Rows } from "@/components/ui/rows";
import { Status } from "@/components/ui/status";
import { ownBatches } from "@/lib/batches/queries";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";

export async function generateMetadata() {
  return { title: (await getTranslations("batches"))("title") };
}

/** What the person did to many rows at once, and how far it is. */
export default async function BatchesPage({ params }: WorkspaceProps) {
  const { organisation } = await params;
  const t = await getTranslations("batches");
  const batches = await readPage(organisation, ({ ask }) => ask(ownBatches, {}));
  return (
    <div className="max-w-4xl">
      <PageHead title={t("title")} lede={t("lede")} />
      <Card>
        {batches.length === 0 ? (
          <Empty icon="list-checks" title={t("empty.title")}>
            {t("empty.text")}
          </Empty>
        ) : (
          <Rows>
            {batches.map(({ id, action, status, total, done, refused, at }) => (
              <Row key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
                <span className="min-w-0 flex-1">
                  <Link
                    data-row-link
                    href={`/${organisation}/batches/${id}`}
                    className="font-semibold text-foreground no-underline hover:underline"
                  >
                    {t(`actions.${action}.title`, { count: total })}
                  </Link>
                  <span className="block text-sm text-muted-foreground tabular-nums">
                    {t("counts", { done, refused, left: Math.max(0, total - done - refused) })}, <Moment value={at} />
                  </span>
                </span>
                <Status {...batchLook(status)}>{t(`status.${status}`)}</Status>
              </Row>
            ))}
          </Rows>
        )}
      </Card>
    </div>
  );
}
