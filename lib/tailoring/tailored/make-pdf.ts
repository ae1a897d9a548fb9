import "server-only";
import { and, eq } from "drizzle-orm";
import { tailoredVersions } from "@/db/schema/tailored";
import { ConversionFailed } from "@/lib/documents/convert/conversion-failed";
import type { Converter } from "@/lib/documents/convert/converter";
import { converterSetUp } from "@/lib/documents/convert/converter-set-up";
import { docxToPdf } from "@/lib/documents/convert/docx-to-pdf";
import { readBytes } from "@/lib/files/open-file";
import { filesOf } from "@/lib/files/queries";
import { storeFile } from "@/lib/files/store-file";
import type { SystemActor } from "@/lib/platform/actor";
import { askTogether, execute } from "@/lib/platform/execute";
import { recordPdf } from "./settle-commands";

/** Makes the PDF that was asked of a version, and stores it. Killed anywhere and called again it goes on; a PDF that is stored already is taken. */
export async function makePdf(
  organisationId: string,
  versionId: string,
  converter: Converter | null = converterSetUp(),
): Promise<{ status: string }> {
  const actor: SystemActor = { kind: "system", organisationId, cause: "tailoring-pdf" };
  const [version] = await askTogether(actor, ({ tx }) =>
    tx
      .select({ fileId: tailoredVersions.cleanFileId })
      .from(tailoredVersions)
      .where(and(eq(tailoredVersions.id, versionId), eq(tailoredVersions.pdfStatus, "waiting"))),
  );
  if (!version?.fileId) return { status: "idle" };
  const outcome = converter
    ? await pdfOf(actor, versionId, version.fileId, converter)
    : { fileId: null, problem: "no-converter" };
  await execute(recordPdf, actor, { versionId, ...outcome });
  return { status: outcome.fileId ? "done" : "failed" };
}

async function pdfOf(
  actor: SystemActor,
  versionId: string,
  docxId: string,
  converter: Converter,
): Promise<{ fileId: string; problem: null } | { fileId: null; problem: string }> {
  const record = { entity: "tailored-version", entityId: versionId };
  const { name: docxName, bytes } = await readBytes(actor, docxId);
  const name = docxName.replace(/\.docx$/i, ".pdf");
  const known = await askTogether(actor, ({ ask }) => ask(filesOf, record));
  const there = known.find((file) => file.name === name);
  if (there) return { fileId: there.id, problem: null };
  try {
    const content = await docxToPdf(bytes, converter);
    const { fileId } = await storeFile(actor, { name, content, trustedKind: "pdf", attachTo: record });
    return { fileId, problem: null };
  } catch (error) {
    if (error instanceof ConversionFailed) return { fileId: null, problem: error.code };
    throw error;
  }
}
