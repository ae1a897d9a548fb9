import { getTranslations } from "next-intl/server";
import { noteLevelsFile } from "@/lib/competencies/commands/file";
import { levelsColumns, levelsTable } from "@/lib/competencies/levels-table";
import { competencyOverview } from "@/lib/competencies/queries/overview";
import { LevelsFileInput } from "@/lib/competencies/schemas";
import { apiActor } from "@/lib/entry/api-actor";
import { refusalResponse } from "@/lib/entry/refusal-response";
import { requestFacts } from "@/lib/entry/request";
import { mediaTypes } from "@/lib/exports/schemas";
import { writeTable } from "@/lib/exports/write-table";
import { contentDisposition } from "@/lib/files/safe-name";
import { askTogether, execute } from "@/lib/platform/execute";
import { parseInput } from "@/lib/platform/input-refusal";
import { notFound } from "@/lib/platform/refusal";

/** The levels and gaps of a programme's competencies, as CSV or XLSX: `?format=`. */
export async function GET(request: Request, { params }: { params: Promise<{ organisation: string; id: string }> }) {
  const facts = await requestFacts();
  try {
    const { organisation, id } = await params;
    const format = new URL(request.url).searchParams.get("format") ?? "csv";
    const input = parseInput(LevelsFileInput, { programmeId: id, format });
    const actor = await apiActor(organisation);
    const { programmeId } = input;
    const overview = await askTogether(actor, ({ ask }) => ask(competencyOverview, { programmeId }), facts);
    if (!overview) throw notFound("these levels");
    await execute(noteLevelsFile, actor, input, facts);
    const t = await getTranslations("competencies.file");
    const head = levelsColumns.map((column) => t(`columns.${column}`));
    const content = await writeTable(head, levelsTable(overview), input.format);
    return new Response(new Uint8Array(content), {
      headers: {
        "content-type": mediaTypes[input.format],
        "content-disposition": contentDisposition("attachment", `${t("name")}.${input.format}`),
        "x-content-type-options": "nosniff",
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    return refusalResponse(error, facts.requestId);
  }
}
