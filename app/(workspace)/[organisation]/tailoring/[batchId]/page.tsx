import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { progress, retry, stop } from "../actions";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { BatchBench } from "@/components/tailoring/batch/batch-bench";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { notFound } from "@/lib/platform/refusal";
import { oneTailoringBatch } from "@/lib/tailoring/tailored/batch-queries";
import { batchInWords } from "@/lib/tailoring/tailored/tailoring-in-words";

export async function generateMetadata() {
  return { title: (await getTranslations("tailor.batch"))("title") };
}

/** Resumes that are tailored in one go: how far it is, what came of each, and what to do about those that were refused. */
async function TailoringBatchPage({ params }: WorkspaceProps<{ batchId: string }>) {
  const { organisation, batchId } = await params;
  const t = await getTranslations("tailor.batch");
  const say = await getTranslations();
  const { batch, writes } = await readPage(organisation, async (context) => {
    if (!z.uuid().safeParse(batchId).success) throw notFound("this work");
    return {
      batch: batchInWords(say, await context.ask(oneTailoringBatch, { id: batchId })),
      writes: may(context.actor, "tailoring:write"),
    };
  });
  const about = batch.requirement
    ? {
        label: batch.requirement.title,
        href: `/${organisation}/requirements/${batch.requirement.id}`,
      }
    : batch.rows[0]
      ? {
          label: batch.rows[0].name,
          href: `/${organisation}/candidates/${batch.rows[0].personId}`,
        }
      : { label: t("requirements"), href: `/${organisation}/requirements` };
  return (
    <div className="max-w-4xl">
      <PageHead title={t("title")} crumbs={[about, { label: t("title") }]} lede={t("of", { count: batch.total })} />
      <BatchBench
        {...{ organisation, writes, progress, stop, retry }}
        {...(writes ? { send: `/${organisation}/submissions/send` } : {})}
        key={batch.version}
        initial={batch}
        zip={`/api/tailoring/${organisation}/batches/${batchId}`}
      />
    </div>
  );
}

export default withMessages("(workspace)/[organisation]/tailoring/[batchId]/page", TailoringBatchPage);
