import { getTranslations } from "next-intl/server";
import { apiActor } from "@/lib/entry/api-actor";
import { refusalResponse } from "@/lib/entry/refusal-response";
import { requestFacts } from "@/lib/entry/request";
import { byteOrderMark, csvLine } from "@/lib/exports/csv";
import { contentDisposition } from "@/lib/files/safe-name";
import { getImport, rowsToCorrect } from "@/lib/imports/queries";
import { askTogether } from "@/lib/platform/execute";

/** The rows that were not taken, as a CSV with what is wrong in a last column; corrected, it can be imported as it is. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ organisation: string; importId: string }> },
) {
  const facts = await requestFacts();
  try {
    const { organisation, importId } = await params;
    const actor = await apiActor(organisation);
    const t = await getTranslations("imports.correct");
    const { columns, rows, fileName } = await askTogether(
      actor,
      async ({ ask }) => ({
        ...(await ask(rowsToCorrect, { importId })),
        fileName: (await ask(getImport, { importId })).fileName,
      }),
      facts,
    );
    const lines = [[...columns, t("column")], ...rows.map(({ cells, wrong }) => [...cells, wrong])].map(csvLine);
    const name = `${fileName.replace(/\.\w+$/, "")} ${t("file")}.csv`;
    return new Response(byteOrderMark + lines.join(""), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": contentDisposition("attachment", name),
        "x-content-type-options": "nosniff",
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    return refusalResponse(error, facts.requestId);
  }
}
