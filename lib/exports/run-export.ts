import "server-only";
import { eq } from "drizzle-orm";
import { transaction } from "@/db/client";
import { listExports } from "@/db/schema/exports";
import { listFor, stepExport } from "@/lib/exports/commands";
import { readerOf } from "@/lib/exports/reader";
import type { ExportFormat } from "@/lib/exports/formats";
import { writeList } from "@/lib/exports/write-list";
import { storeFile } from "@/lib/files/store-file";
import type { SystemActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { askTogether, execute } from "@/lib/platform/execute";
import { ListState } from "@/lib/platform/list";
import { Refusal } from "@/lib/platform/refusal";

/** Larger than any list that a sheet can hold. */
const largestExport = 1024 * 1024 * 1024;

/**
 * Makes the file of an export, as its reader sees the list now. Called again after a kill it begins anew: the file is stored in
 * one transaction at the end, and an export that is done stays as it is.
 */
export async function runExport(organisationId: string, exportId: string): Promise<{ status: string; rows: number }> {
  const system: SystemActor = { kind: "system", organisationId, cause: "exports" };
  const [asked] = await transaction({ organisationId, readOnly: true }, (tx) =>
    tx.select().from(listExports).where(eq(listExports.id, exportId)),
  );
  if (!asked || asked.status === "done") return { status: "done", rows: asked?.rows ?? 0 };
  const step = (values: object) => execute(stepExport, system, { exportId, ...values } as never);
  let rows = 0;
  try {
    await step({ status: "running" });
    const reader = await readerOf(organisationId, asked.personId);
    const definition = await listFor(reader, reader.organisation, asked.list);
    const format = asked.format as ExportFormat;
    const { fileId } = await askTogether(reader, (context) =>
      storeFile(system, {
        name: `${asked.list.replace(".", " ")} ${now().toISOString().slice(0, 10)}.${format}`,
        content: writeList(
          { ...context, actor: reader },
          {
            definition,
            state: ListState.parse(asked.state),
            format,
            onProgress: async (count) => {
              rows = count;
              if (count % 5000 === 0) await step({ status: "running", rows });
            },
          },
        ),
        largest: largestExport,
        trustedKind: format,
        uploadedByPersonId: asked.personId,
      }),
    );
    await step({ status: "done", rows, fileId });
    return { status: "done", rows };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await step({ status: "failed", problem: error.message });
    return { status: "failed", rows };
  }
}
