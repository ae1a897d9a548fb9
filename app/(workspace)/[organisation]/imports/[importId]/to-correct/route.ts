import { getTranslations } from "next-intl/server";
import { savedFile } from "@/lib/entry/file-headers";
import { personRoute } from "@/lib/entry/person-route";
import { byteOrderMark, csvLine } from "@/lib/exports/csv";
import { fileTypes } from "@/lib/files/inspection/file-types";
import { getImport, rowsToCorrect } from "@/lib/imports/queries";
import { askTogether } from "@/lib/platform/execute";

/** The rows that were not taken, as a CSV with what is wrong in a last column; corrected, it can be imported as it is. */
export const GET = personRoute<{ organisation: string; importId: string }>(async ({ params, actor, facts }) => {
  const { importId } = params;
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
    headers: savedFile(name, fileTypes.csv.mediaType),
  });
});
