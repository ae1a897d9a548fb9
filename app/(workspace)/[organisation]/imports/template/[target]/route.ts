import { getTranslations } from "next-intl/server";
import { savedFile } from "@/lib/entry/file-headers";
import { personRoute } from "@/lib/entry/person-route";
import { byteOrderMark, csvLine } from "@/lib/exports/csv";
import { fileTypes } from "@/lib/files/inspection/file-types";
import { importTargetList } from "@/lib/imports/queries";
import { ask } from "@/lib/platform/execute";
import { notFound } from "@/lib/platform/refusal";

/** An empty table with the titles that an import understands. */
export const GET = personRoute<{ organisation: string; target: string }>(async ({ request, params, actor, facts }) => {
  const key = params.target;
  const target = (await ask(importTargetList, actor, {}, facts)).find((candidate) => candidate.key === key);
  if (!target) throw notFound("this kind of record");
  const t = await getTranslations("imports");
  // On the page of a record no row must say which one it is.
  const said = new URL(request.url).searchParams.has("within") ? target.saidByRecord : null;
  const fields = target.fields.filter((field) => field.key !== said);
  const titles = fields.map((field) => field.label ?? t(`targets.${key}.fields.${field.key}`));
  return new Response(byteOrderMark + csvLine(titles), {
    headers: savedFile(`${t(`targets.${key}.name`)}.csv`, fileTypes.csv.mediaType),
  });
});
