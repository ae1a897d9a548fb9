import { getTranslations } from "next-intl/server";
import { apiActor } from "@/lib/entry/api-actor";
import { refusalResponse } from "@/lib/entry/refusal-response";
import { requestFacts } from "@/lib/entry/request";
import { byteOrderMark, csvLine } from "@/lib/exports/csv";
import { contentDisposition } from "@/lib/files/safe-name";
import { importTargetList } from "@/lib/imports/queries";
import { ask } from "@/lib/platform/execute";
import { notFound } from "@/lib/platform/refusal";

/** An empty table with the titles that an import understands. */
export async function GET(request: Request, { params }: { params: Promise<{ organisation: string; target: string }> }) {
  const facts = await requestFacts();
  try {
    const { organisation, target: key } = await params;
    const actor = await apiActor(organisation);
    const target = (await ask(importTargetList, actor, {}, facts)).find((candidate) => candidate.key === key);
    if (!target) throw notFound("this kind of record");
    const t = await getTranslations("imports");
    // On the page of a record no row must say which one it is.
    const said = new URL(request.url).searchParams.has("within") ? target.saidByRecord : null;
    const fields = target.fields.filter((field) => field.key !== said);
    const titles = fields.map((field) => field.label ?? t(`targets.${key}.fields.${field.key}`));
    return new Response(byteOrderMark + csvLine(titles), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": contentDisposition("attachment", `${t(`targets.${key}.name`)}.csv`),
        "x-content-type-options": "nosniff",
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    return refusalResponse(error, facts.requestId);
  }
}
