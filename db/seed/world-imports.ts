import type { Transaction } from "@/db/client";
import { importRows, imports } from "@/db/schema/imports";
import { people } from "@/db/schema/people";
import { worldId, worldMoment, type WorldSlug } from "@/db/seed/world-ids";
import { nameKey } from "@/lib/platform/keys";
import type { World } from "@/lib/platform/world";

/** Two imports of contacts: one that was checked, and one that made a contact who can be taken back. */
export async function seedImportWorld(tx: Transaction, slug: WorldSlug, ids: World): Promise<void> {
  const common = {
    target: "people",
    fileId: ids.fileId,
    startedByPersonId: ids.administratorId,
    columns: ["Name", "E-mail"],
    mapping: { name: 0, email: 1 },
    format: { kind: "csv", encoding: "utf-8", delimiter: "," },
    rows: 1,
  };
  await tx.insert(imports).values([
    { id: ids.importId, ...common, state: "previewed", counts: { valid: 1 } },
    {
      id: ids.doneImportId,
      ...common,
      state: "done",
      counts: { created: 1 },
      startedAt: worldMoment,
      finishedAt: worldMoment,
    },
  ]);
  const imported = {
    name: "Ines Imported",
    nameKey: nameKey("Ines Imported"),
    email: `ines@${slug}.example`,
    emailKey: `ines@${slug}.example`,
    status: "known",
  };
  await tx.insert(people).values({ id: worldId(slug, "person/imported"), ...imported });
  await tx.insert(importRows).values([
    {
      importId: ids.importId,
      target: "people",
      line: 2,
      cells: ["Vera Lindqvist", `vera@${slug}.example`],
      status: "valid",
      identityHash: worldId(slug, "identity/vera"),
    },
    {
      importId: ids.doneImportId,
      target: "people",
      line: 2,
      cells: [imported.name, imported.email],
      status: "created",
      identityHash: worldId(slug, "identity/ines"),
      recordId: worldId(slug, "person/imported"),
      recordVersion: 1,
    },
  ]);
}
