import type { WorldRole } from "@/db/seed/world-ids";
import { storeFile } from "@/lib/files/store-file";
import { createImport, mapImport, previewImport, startImport } from "@/lib/imports/commands";
import { getImport } from "@/lib/imports/queries";
import { runRows } from "@/lib/imports/run-rows";
import { settleImport } from "@/lib/imports/settle";
import { execute } from "@/lib/platform/execute";
import type { TestOrganisation } from "@/lib/platform/testing/world";

/** Takes files in as a person of a role does on the pages of an import, with the columns that their titles name. */
export function importing(organisation: () => TestOrganisation, role: WorldRole) {
  async function uploaded(name: string, content: string | Uint8Array): Promise<string> {
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    return (await storeFile(await organisation().as(role), { name, content: bytes })).fileId;
  }

  /** As far as the check of each row. */
  async function previewed(target: string, name: string, content: string | Uint8Array) {
    const fileId = await uploaded(name, content);
    return checked((await organisation().execute(createImport, role, { target, fileId })).importId);
  }

  /** Maps the columns as their titles say and checks the rows. */
  async function checked(importId: string) {
    const { columns } = await organisation().ask(getImport, role, { importId });
    const mapping = Object.fromEntries(columns.flatMap((column, at) => (column.target ? [[column.target, at]] : [])));
    await organisation().execute(mapImport, role, { importId, mapping });
    const { counts } = await organisation().execute(previewImport, role, { importId });
    return { importId, counts };
  }

  /** Begun, with nothing done yet. */
  async function started(target: string, name: string, content: string | Uint8Array): Promise<string> {
    const { importId } = await previewed(target, name, content);
    await organisation().execute(startImport, role, { importId });
    return importId;
  }

  /** What the background function does, step by step, until no row is left. */
  async function run(importId: string, most = 200): Promise<void> {
    const { organisationId } = organisation();
    const actor = { kind: "system", organisationId, cause: "test" } as const;
    for (let left = 1, rounds = 0; left > 0 && rounds < 50; rounds++) {
      await runRows(organisationId, importId, most);
      left = (await execute(settleImport, actor, { importId })).output.left;
    }
  }

  async function imported(target: string, name: string, content: string | Uint8Array): Promise<string> {
    const importId = await started(target, name, content);
    await run(importId);
    return importId;
  }

  const countsOf = async (importId: string) => (await organisation().ask(getImport, role, { importId })).counts;

  return { uploaded, checked, previewed, started, run, imported, countsOf };
}
