import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { batchStepsOf } from "../../batch-work-of";
import { BatchProgress } from "@/components/batches/batch-progress";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { Card } from "@/components/ui/card";
import { oneBatch } from "@/lib/batches/queries";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { notFound } from "@/lib/platform/refusal";

export async function generateMetadata() {
  return { title: (await getTranslations("batches"))("title") };
}

/** How far one batch is, for who left it and comes back. */
async function BatchPage({ params }: WorkspaceProps<{ batchId: string }>) {
  const { organisation, batchId } = await params;
  const t = await getTranslations("batches");
  const batch = await readPage(organisation, ({ ask }) => {
    if (!z.uuid().safeParse(batchId).success) throw notFound("this work");
    return ask(oneBatch, { batchId });
  });
  const title = t(`actions.${batch.action}.title`, { count: batch.total });
  return (
    <div className="max-w-3xl">
      <PageHead title={title} crumbs={[{ label: t("title"), href: `/${organisation}/batches` }, { label: title }]} />
      <Card pad>
        <BatchProgress key={batch.id} batchId={batch.id} initial={batch} steps={batchStepsOf(organisation)} />
      </Card>
    </div>
  );
}

export default withMessages("(workspace)/[organisation]/batches/[batchId]/page", BatchPage);
