import { getTranslations } from "next-intl/server";
import { noteLevelsFile } from "@/lib/competencies/commands/file";
import { levelsColumns, levelsTable } from "@/lib/competencies/levels-table";
import { competencyOverview } from "@/lib/competencies/queries/overview";
import { LevelsFileInput } from "@/lib/competencies/schemas";
import { savedFile } from "@/lib/entry/file-headers";
import { personRoute } from "@/lib/entry/person-route";
import { mediaTypes } from "@/lib/exports/schemas";
import { writeTable } from "@/lib/exports/write-table";
import { askTogether, execute } from "@/lib/platform/execute";
import { parseInput } from "@/lib/platform/input-refusal";
import { notFound } from "@/lib/platform/refusal";

/** The levels and gaps of a programme's competencies, as CSV or XLSX: `?format=`. */
export const GET = personRoute<{ organisation: string; id: string }>(async ({ request, params, actor, facts }) => {
  const format = new URL(request.url).searchParams.get("format") ?? "csv";
  const input = parseInput(LevelsFileInput, { programmeId: params.id, format });
  const { programmeId } = input;
  const overview = await askTogether(actor, ({ ask }) => ask(competencyOverview, { programmeId }), facts);
  if (!overview) throw notFound("these levels");
  await execute(noteLevelsFile, actor, input, facts);
  const t = await getTranslations("competencies.file");
  const head = levelsColumns.map((column) => t(`columns.${column}`));
  const content = await writeTable(head, levelsTable(overview), input.format);
  return new Response(new Uint8Array(content), {
    headers: savedFile(`${t("name")}.${input.format}`, mediaTypes[input.format]),
  });
});
